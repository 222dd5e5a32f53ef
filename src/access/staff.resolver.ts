import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { readWork, unitOfWork } from '../database/unit-of-work.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { programNote } from '../programs/program-event.js';
import type { Actor } from './actor.js';
import { apiKeyType } from './api-key.types.js';
import { STAFF_SCOPES } from './roles.js';
import { Staff } from './staff.entity.js';
import { createStaff } from './staff.js';
import { CreateStaffInput, CreateStaffPayload, StaffType, staffType, UpdateStaffInput, UpdateStaffPayload } from './staff.types.js';

@Resolver()
export class StaffResolver {
  @Query(() => [StaffType], {
    nullable: true,
    description: 'Who works for the programme, oldest first, disabled ones too. Scope staff:write.',
  })
  @Requires('staff:write')
  async staff(@Ctx() context: Context): Promise<StaffType[]> {
    const { programId } = context;
    return (await readWork(context, (em) => em.find(Staff, { programId }, { orderBy: { id: 'asc' } }))).map(staffType);
  }

  @Mutation(() => CreateStaffPayload, {
    nullable: true,
    description: 'Makes a staff identity with a personal key, which does what the role may. Scope staff:write.',
  })
  @Requires('staff:write')
  createStaff(@Ctx() context: Context, @Arg('input', () => CreateStaffInput, { description: 'The person.' }) input: CreateStaffInput) {
    return attempt(async () => {
      requirePower(context, input.role, 'role');
      try {
        return await unitOfWork(context, async (em) => {
          const { staff, key, secret } = createStaff(em, context.programId, input);
          const note = programNote(context, 'STAFF_CREATED', { staff: staff.id, role: staff.role });
          return { result: { staff: staffType(staff), apiKey: apiKeyType(key), secret }, commands: [note] };
        });
      } catch (error) {
        if (!(error instanceof UniqueConstraintViolationException)) throw error;
        throw new Refused({ code: 'EMAIL_TAKEN', message: 'Somebody of the staff has this e-mail address.', path: ['email'] });
      }
    });
  }

  @Mutation(() => UpdateStaffPayload, {
    nullable: true,
    description:
      'Changes the role of a staff member, or whether they can sign in; running subscriptions that they may no longer have end within a second. The last admin stays one. Scope staff:write.',
  })
  @Requires('staff:write')
  updateStaff(@Ctx() context: Context, @Arg('input', () => UpdateStaffInput, { description: 'The change.' }) input: UpdateStaffInput) {
    const { programId } = context;
    return attempt(async () => {
      const updated = await unitOfWork(context, async (em) => {
        // All of them are held, so that two admins cannot each take the other one's role away.
        const all = await em.find(Staff, { programId }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
        const staff = all.find(({ id }) => id === localId('staff', input.id));
        if (!staff) throw new Refused(invalid('There is no staff member with this id in the programme.', 'id'));
        requirePower(context, staff.role, 'id');
        if (input.role != null) {
          requirePower(context, input.role, 'role');
          staff.role = input.role;
        }
        if (input.isEnabled != null) staff.disabledAt = input.isEnabled ? null : (staff.disabledAt ?? new Date());
        if (!all.some(({ role, disabledAt }) => role === 'ADMIN' && !disabledAt))
          throw new Refused(invalid('The programme needs an admin who can sign in; this is the last one.', 'id'));
        const note = programNote(context, 'STAFF_UPDATED', { staff: staff.id, role: staff.role, isEnabled: !staff.disabledAt });
        return { result: { staff: staffType(staff) }, commands: [note] };
      });
      context.services.authenticator.forget();
      return updated;
    });
  }
}

/** Nobody makes, or changes, somebody who may do more than they may. @throws Refused */
function requirePower({ actor }: Context, role: 'ADMIN' | 'STAFF', path: string): void {
  const { scopes } = actor as Actor;
  if (!STAFF_SCOPES[role].every((scope) => scopes.has(scope)))
    throw new Refused(invalid('This role may do more than you may; ask an admin.', path));
}
