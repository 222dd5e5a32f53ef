import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { entryId, globalId, isUuid, localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Row } from '../journal/transaction.js';
import type { Submit } from '../members/give-command.js';
import { MemberType, memberType } from '../members/member.types.js';
import { NAME_ONE, namesOne, resolveMembers } from '../members/member-lookup.js';
import { requireMember } from '../members/require-member.js';
import { movePoints, refuseAmount, refuseText } from '../points/points-command.js';
import { createHousehold, joinHousehold, leaveHousehold, setHouseholdRole, updateHousehold } from './change-household.js';
import type { HouseholdRole, HouseholdSpending } from './household.js';
import {
  CreateHouseholdInput,
  HouseholdConnection,
  HouseholdMembershipType,
  HouseholdPartType,
  HouseholdPayload,
  HouseholdType,
  HouseholdWallet,
  householdType,
  JoinHouseholdInput,
  LeaveHouseholdInput,
  SetHouseholdRoleInput,
  SpendHouseholdPointsInput,
  SpendHouseholdPointsPayload,
  UpdateHouseholdInput,
} from './household.types.js';
import { householdRow } from './household-loaders.js';
import { holdRoster } from './roster.js';
import { type HouseholdPart, SPEND_HOUSEHOLD_POINTS, type SpendHouseholdPoints } from './spend-household-points.js';

@Resolver(() => HouseholdType)
export class HouseholdResolver {
  @Query(() => HouseholdConnection, { nullable: true, description: 'Households of the programme, oldest first. Scope members:read.' })
  @Requires('members:read')
  async households(@Ctx() { reads, programId }: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    const page = keysetPage(args, isUuid);
    const { rows } = await reads.query<Row>(
      `select id, name, spending, created_at from households
        where program_id = $1 and ($2::uuid is null or id > $2) and ($3::uuid is null or id < $3)
        order by id ${page.isForward ? 'asc' : 'desc'} limit $4`,
      [programId, page.after, page.before, page.limit],
    );
    return connection(
      page,
      rows,
      (row) => row.id as string,
      (row) => householdType(householdRow(row)),
    );
  }

  @Mutation(() => HouseholdPayload, {
    nullable: true,
    description: 'Makes a household of one member, its owner. Others join with joinHousehold. Scope members:write.',
  })
  @Requires('members:write')
  createHousehold(
    @Ctx() context: Context,
    @Arg('input', () => CreateHouseholdInput, { description: 'The household.' }) { name, spending, owner }: CreateHouseholdInput,
  ) {
    return changed(context, async () => {
      requireName(name, 'name');
      return createHousehold(
        context,
        name,
        (spending ?? 'IN_PROPORTION') as HouseholdSpending,
        await requireMember(context, owner, 'owner'),
      );
    });
  }

  @Mutation(() => HouseholdPayload, {
    nullable: true,
    description: 'Takes a member into a household; nobody is in two. Scope members:write.',
  })
  @Requires('members:write')
  joinHousehold(
    @Ctx() context: Context,
    @Arg('input', () => JoinHouseholdInput, { description: 'Who joins what.' }) { household, member, role }: JoinHouseholdInput,
  ) {
    return changed(context, async () =>
      joinHousehold(context, idOf(household), await requireMember(context, member), (role ?? 'SPENDER') as HouseholdRole),
    );
  }

  @Mutation(() => HouseholdPayload, {
    nullable: true,
    description:
      'Takes a member out of their household, with their points. The only owner makes another one first; the household ends with its last member. Scope members:write.',
  })
  @Requires('members:write')
  leaveHousehold(
    @Ctx() context: Context,
    @Arg('input', () => LeaveHouseholdInput, { description: 'Who.' }) { member }: LeaveHouseholdInput,
  ) {
    return changed(context, async () => leaveHousehold(context, await requireMember(context, member)));
  }

  @Mutation(() => HouseholdPayload, {
    nullable: true,
    description: 'Changes what a member may do in their household. The only owner stays one. Scope members:write.',
  })
  @Requires('members:write')
  setHouseholdRole(
    @Ctx() context: Context,
    @Arg('input', () => SetHouseholdRoleInput, { description: 'Who, and the role.' }) { member, role }: SetHouseholdRoleInput,
  ) {
    return changed(context, async () => setHouseholdRole(context, await requireMember(context, member), role));
  }

  @Mutation(() => HouseholdPayload, {
    nullable: true,
    description: 'Changes the name of a household, how it spends, or the order of its members. Scope members:write.',
  })
  @Requires('members:write')
  updateHousehold(
    @Ctx() context: Context,
    @Arg('input', () => UpdateHouseholdInput, { description: 'What to change.' })
    { household, name = null, spending = null, order = null }: UpdateHouseholdInput,
  ) {
    return changed(context, async () => {
      if (name !== null) requireName(name, 'name');
      if (order?.some((each) => !namesOne(each))) throw new Refused(invalid(NAME_ONE, 'order'));
      const members = order && (await resolveMembers(context, order));
      return updateHousehold(context, idOf(household), { name, spending, order: members });
    });
  }

  @Mutation(() => SpendHouseholdPointsPayload, {
    nullable: true,
    description:
      "Spends points of the spender's household: from its members in proportion or in order, from each those that expire first. All journals tell it, committed together. Nobody's tier changes by it. Scope points:write.",
  })
  @Requires('points:write')
  async spendHouseholdPoints(
    @Ctx() context: Context,
    @Arg('input', () => SpendHouseholdPointsInput, { description: 'What to spend.' }) sent: SpendHouseholdPointsInput,
  ) {
    const { member, idempotencyKey, amount, currencyCode = null, reason = null } = sent;
    const submit: Submit = (request) =>
      context.services.journal.submitTogether(async (tx) => {
        const roster = await holdRoster(tx, context.programId, request.streamId);
        const others = (roster?.members ?? []).flatMap((each) => (each.member === request.streamId ? [] : [each.member]));
        return { ...request, others, input: { amount, currencyCode, reason, roster } satisfies SpendHouseholdPoints };
      });
    const command = { type: SPEND_HOUSEHOLD_POINTS, member, idempotencyKey, readsLots: true, input: null, sent };
    const {
      given: _,
      moved,
      ...payload
    } = await movePoints(context, refuseText(reason, 'reason') ?? refuseAmount(amount > 0) ?? command, submit);
    const { parts = [] } = (payload.entry?.explanation ?? {}) as { parts?: readonly HouseholdPart[] };
    const household = moved && (await context.households.ofMember.load(moved.memberId));
    return Object.assign(new SpendHouseholdPointsPayload(), payload, {
      household: household && householdType(household),
      parts: parts.map(({ member, points, entry }) =>
        Object.assign(new HouseholdPartType(), {
          memberId: globalId('member', member),
          points,
          entryId: entryId('member', member, entry),
        }),
      ),
    });
  }

  @FieldResolver(() => [HouseholdMembershipType], { description: 'Who is in it, in the order in which points are taken.' })
  async members(@Root() { householdId }: HouseholdType, @Ctx() context: Context): Promise<HouseholdMembershipType[]> {
    return (await context.households.rosters.load(householdId)).map(({ member, role, joinedAt }) =>
      Object.assign(new HouseholdMembershipType(), { member, memberId: globalId('member', member), role, joinedAt }),
    );
  }

  @FieldResolver(() => [HouseholdWallet], { description: 'What it can spend, for each point currency of the programme that can be spent.' })
  async wallets(@Root() { householdId }: HouseholdType, @Ctx() context: Context): Promise<HouseholdWallet[]> {
    const [roster, { settings }] = await Promise.all([context.households.rosters.load(householdId), context.program()]);
    const views = await Promise.all(roster.map(({ member }) => context.members.present.load(member)));
    const states = views.flatMap((view) => (view?.state.status === 'ACTIVE' ? [view.state] : []));
    return settings.pointCurrencies
      .filter(({ isSpendable }) => isSpendable)
      .map(({ id, code }) =>
        Object.assign(new HouseholdWallet(), {
          currencyCode: code,
          active: states.reduce((sum, { wallets }) => sum + (wallets[id]?.active ?? 0), 0),
        }),
      );
  }
}

@Resolver(() => HouseholdMembershipType)
export class HouseholdMembershipResolver {
  @FieldResolver(() => MemberType, { nullable: true, description: 'The member; to a member, only themselves, else null.' })
  member(@Root() { member }: HouseholdMembershipType, @Ctx() { actor }: Context): MemberType | null {
    return actor?.memberId && actor.memberId !== member ? null : memberType(member);
  }
}

@Resolver(() => MemberType)
export class MemberHouseholdResolver {
  @FieldResolver(() => HouseholdType, { nullable: true, description: 'The household that the member is in; null when there is none.' })
  async household(@Root() { memberId }: MemberType, @Ctx() context: Context): Promise<HouseholdType | null> {
    const household = await context.households.ofMember.load(memberId);
    return household && householdType(household);
  }
}

/** A mutation that leaves a household, or none, behind. */
const changed = (context: Context, change: () => Promise<string | null>) =>
  attempt(async () => {
    const id = await change();
    const household = id && (await context.households.households.load(id));
    return { household: household ? householdType(household) : null };
  });

/** @throws Refused unless it is the id of a household */
function idOf(household: string): string {
  const id = localId('household', household);
  if (id) return id;
  throw new Refused({ code: 'HOUSEHOLD_NOT_FOUND', message: 'No such household in this programme.', path: ['household'] });
}
