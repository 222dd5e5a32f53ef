import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { attempt } from '../../graphql/attempt.js';
import { Requires } from '../../graphql/policy.js';
import { CommunityMemberType, CommunityProfilePayload, communityMember } from '../community-member.types.js';
import { communityPolicyOf } from './policy.js';
import { liftRestriction, restrictMember, setTrustLevel } from './restrict.js';
import { restrictionOf } from './restriction.js';
import {
  CommunityRestrictionType,
  LiftRestrictionInput,
  RestrictMemberInput,
  SetTrustLevelInput,
  TrustLevelType,
} from './restriction.types.js';
import { trustLevelOf } from './trust.js';

@Resolver(() => CommunityMemberType)
export class RestrictionResolver {
  @Mutation(() => CommunityProfilePayload, {
    nullable: true,
    description: 'Mutes a member in the community, or closes it to them, for a time or for good. Scope community:moderate.',
  })
  @Requires('community:moderate')
  restrictMember(
    @Ctx() context: Context,
    @Arg('input', () => RestrictMemberInput, { description: 'Whom, and from what.' }) input: RestrictMemberInput,
  ) {
    return about(context, restrictMember(context, input));
  }

  @Mutation(() => CommunityProfilePayload, {
    nullable: true,
    description: 'Lets a member take part again before the time is over. Scope community:moderate.',
  })
  @Requires('community:moderate')
  liftRestriction(
    @Ctx() context: Context,
    @Arg('input', () => LiftRestrictionInput, { description: 'Whom.' }) input: LiftRestrictionInput,
  ) {
    return about(context, liftRestriction(context, input));
  }

  @Mutation(() => CommunityProfilePayload, {
    nullable: true,
    description: 'Says how far a member is trusted, or has it counted again. Scope community:moderate.',
  })
  @Requires('community:moderate')
  setTrustLevel(
    @Ctx() context: Context,
    @Arg('input', () => SetTrustLevelInput, { description: 'Whom, and how far.' }) input: SetTrustLevelInput,
  ) {
    return about(context, setTrustLevel(context, input));
  }

  @FieldResolver(() => TrustLevelType, {
    description: 'How far they are trusted: by what is counted and the thresholds of the policy, or as staff set it.',
  })
  async trustLevel(@Root() { row }: CommunityMemberType, @Ctx() context: Context): Promise<TrustLevelType> {
    const program = await context.program();
    const { postCount: posts, likesReceived, answersAccepted, upheldFlags, joinedAt, trustSet } = row;
    const facts = { posts, likesReceived, answersAccepted, upheldFlags, joinedAt, trustSet };
    return trustLevelOf(facts, communityPolicyOf(program.settings).trust, program.now()) as TrustLevelType;
  }

  @FieldResolver(() => CommunityRestrictionType, {
    nullable: true,
    description: 'What moderators keep them from, by now; null: nothing, and to everybody but themselves and moderators.',
  })
  async restriction(@Root() { row }: CommunityMemberType, @Ctx() context: Context): Promise<CommunityRestrictionType | null> {
    if (!context.community.isModerator && context.actor?.memberId !== row.memberId) return null;
    const found = restrictionOf(row, (await context.program()).now());
    return found && Object.assign(new CommunityRestrictionType(), found);
  }
}

/** A mutation about a member, by UUID. */
const about = (context: Context, change: Promise<string>) =>
  attempt(async () => {
    const uuid = await change;
    return { communityMember: communityMember(await context.community.people.clear(uuid).load(uuid)) };
  });
