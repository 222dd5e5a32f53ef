import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { ruleStandings } from '../earning/rule-standings.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { Requires } from '../graphql/policy.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import { MemberType } from '../members/member.types.js';
import { tierStanding } from '../tiers/standing.js';
import { Tier } from '../tiers/tier.types.js';
import { CommunityMemberType, CommunityProfilePayload, communityMember, UpdateCommunityProfileInput } from './community-member.types.js';
import { holdPerson } from './moderation/admission.js';
import { communityPolicyOf } from './moderation/policy.js';
import { refuseName } from './moderation/ruling.js';
import { participantOf } from './participant.js';

const HANDLE = /^[a-z0-9_]{3,30}$/;
const DISPLAY_NAME_MAX = 60;
/** What stands in posts in place of the handles of members who were erased. */
const RESERVED: ReadonlySet<string> = new Set(['deleted']);

@Resolver(() => CommunityMemberType)
export class CommunityMemberResolver {
  @Query(() => CommunityMemberType, {
    nullable: true,
    description: 'Who has a handle, in any case; null when nobody has. Scope community:read.',
  })
  @Requires('community:read')
  async communityMember(
    @Ctx() context: Context,
    @Arg('handle', () => String, { description: 'With or without the @.' }) handle: string,
  ): Promise<CommunityMemberType | null> {
    const plain = handle.replace(/^@/, '').toLowerCase();
    return HANDLE.test(plain) ? communityMember(await context.community.byHandle.load(plain)) : null;
  }

  @Mutation(() => CommunityProfilePayload, {
    nullable: true,
    description: 'Says how a member is called in the community. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  updateCommunityProfile(
    @Ctx() context: Context,
    @Arg('input', () => UpdateCommunityProfileInput, { description: 'What to change.' }) input: UpdateCommunityProfileInput,
  ) {
    return attempt(async () => {
      const { memberId } = await participantOf(context, input.member);
      await updateProfile(context, memberId, input);
      return { communityMember: communityMember(await context.community.people.load(memberId)) };
    });
  }

  @FieldResolver(() => [Tier], { description: 'The tier that they stand in, of each tier set, as badges.' })
  async tiers(@Root() { member }: CommunityMemberType, @Ctx() context: Context): Promise<Tier[]> {
    const [view, program] = await Promise.all([context.members.present.load(member), context.program()]);
    return view ? program.settings.tierSets.map((set) => tierStanding(view, set, program).tier) : [];
  }

  @FieldResolver(() => [String], { description: 'Badges that achievements gave them.' })
  async badges(@Root() { member }: CommunityMemberType, @Ctx() context: Context): Promise<string[]> {
    const [view, program] = await Promise.all([context.members.present.load(member), context.program()]);
    return view ? ruleStandings(view, program).flatMap(({ standing }) => (standing.badge ? [standing.badge] : [])) : [];
  }
}

@Resolver(() => MemberType)
export class MemberCommunityResolver {
  @FieldResolver(() => CommunityMemberType, {
    nullable: true,
    description: 'The member as the community sees them; null when they never took part.',
  })
  async community(@Root() { memberId }: MemberType, @Ctx() context: Context): Promise<CommunityMemberType | null> {
    return communityMember(await context.community.people.load(memberId));
  }
}

async function updateProfile(context: Context, memberId: string, { handle, displayName }: UpdateCommunityProfileInput): Promise<void> {
  const plain = handle?.toLowerCase() ?? null;
  if (plain !== null && !HANDLE.test(plain))
    throw new Refused(invalid('A handle has 3 to 30 letters a to z, digits and underscores.', 'handle'));
  const isName = displayName == null || (displayName.trim() !== '' && displayName.length <= DISPLAY_NAME_MAX && isStorable(displayName));
  if (!isName) throw new Refused(invalid(`displayName has 1 to ${DISPLAY_NAME_MAX} characters.`, 'displayName'));
  if (plain !== null && RESERVED.has(plain)) throw new Refused(invalid('This handle stands for members who are gone.', 'handle'));
  const policy = communityPolicyOf((await context.program()).settings);
  const refusal = (plain && refuseName(plain, policy, 'handle')) || (displayName && refuseName(displayName, policy, 'displayName'));
  if (refusal) throw new Refused(refusal);
  try {
    await unitOfWork(context, async (em) => {
      const person = await holdPerson(em, context, memberId);
      if (plain !== null) person.handle = plain;
      if (displayName !== undefined) person.displayName = displayName;
      return { result: undefined, commands: [] };
    });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw new Refused({ code: 'HANDLE_TAKEN', message: 'Somebody else has this handle.', path: ['handle'] });
  }
}
