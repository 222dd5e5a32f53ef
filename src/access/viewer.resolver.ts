import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { readWork } from '../database/unit-of-work.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { globalId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid, memberNotFound } from '../graphql/user-error.types.js';
import { memberType } from '../members/member.types.js';
import { resolveMember } from '../members/member-lookup.js';
import type { Actor } from './actor.js';
import { TOKEN_SECONDS_MAX } from './member-token.js';
import { Staff } from './staff.entity.js';
import { type StaffType, staffType } from './staff.types.js';
import { CreateMemberTokenInput, CreateMemberTokenPayload, Viewer, type ViewerRole } from './viewer.types.js';

const TOKEN_SECONDS_MIN = 60;
const TOKEN_SECONDS = 900;

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who calls. For any credential.' })
  @Requires('ANYONE')
  viewer(@Ctx() { actor }: Context): Viewer {
    const { role, name, scopes, programId, keyId, memberId, expiresAt } = actor as Actor;
    return Object.assign(new Viewer(), {
      role: role as ViewerRole,
      name,
      scopes: [...scopes],
      programId: programId && globalId('program', programId),
      apiKeyId: keyId && globalId('apiKey', keyId),
      member: memberId && memberType(memberId),
      expiresAt: expiresAt && new Date(expiresAt),
    });
  }

  @FieldResolver()
  async staff(@Root() _viewer: Viewer, @Ctx() context: Context): Promise<StaffType | null> {
    const { staffId } = context.actor as Actor;
    if (staffId === null) return null;
    const staff = await readWork(context, (em) => em.findOne(Staff, { id: staffId, programId: context.programId }));
    return staff && staffType(staff);
  }

  @Mutation(() => CreateMemberTokenPayload, {
    nullable: true,
    description:
      'Makes a short-lived token with which a member you have signed in reads and follows themselves. It ends by itself, when the caller is revoked, or when the membership is closed. Scope tokens:create.',
  })
  @Requires('tokens:create')
  createMemberToken(
    @Ctx() context: Context,
    @Arg('input', () => CreateMemberTokenInput, { description: 'For whom, and how long.' }) input: CreateMemberTokenInput,
  ) {
    const { services, programId } = context;
    return attempt(async () => {
      const seconds = input.expiresInSeconds ?? TOKEN_SECONDS;
      if (seconds < TOKEN_SECONDS_MIN || seconds > TOKEN_SECONDS_MAX)
        throw new Refused(invalid(`expiresInSeconds is ${TOKEN_SECONDS_MIN} to ${TOKEN_SECONDS_MAX}.`, 'expiresInSeconds'));
      const memberId = await resolveMember(context, input.member);
      const view = memberId && (await context.members.present.load(memberId));
      if (!view) throw new Refused(memberNotFound());
      if (view.state.status === 'CLOSED')
        throw new Refused({ code: 'MEMBER_NOT_ACTIVE', message: 'This membership is closed.', path: ['member'] });
      return services.memberTokens.mint(programId, memberId as string, context.actor as Actor, seconds);
    });
  }
}
