import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { ConnectionArgs } from '../graphql/connection.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import { invalid } from '../graphql/user-error.types.js';
import { MemberRef } from '../members/member.types.js';
import type { Program } from '../programs/program.js';
import { publish } from '../programs/publish.js';
import { RewardOfferConnection } from './offer.types.js';
import { listOffers } from './offers.js';
import { type RewardSettings, stockKey } from './reward.js';
import { ArchiveRewardInput, RewardPayload, RewardType, rewardType } from './reward.types.js';
import { CreateRewardInput, UpdateRewardInput } from './reward-input.types.js';
import { rewardSettings } from './reward-settings.js';

const REWARDS_MAX = 500;

@Resolver(() => RewardType)
export class RewardResolver {
  @Query(() => RewardOfferConnection, {
    nullable: true,
    description:
      'The catalogue for a member: of each reward that is shown now, whether it can be had, if not why, and what is missing; first what fits what the member bought before. Scope program:read, or self:read for oneself.',
  })
  @Requires('program:read', 'self:read')
  rewards(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('forMember', () => MemberRef, {
      nullable: true,
      description:
        'For whom; when left out, the catalogue as it is: all rewards that are not archived, in the order in which they were made. Needs the scope members:read for others than oneself.',
    })
    forMember?: MemberRef | null,
    @Arg('category', () => String, { nullable: true, description: 'Only of this category.' }) category?: string | null,
  ) {
    return listOffers(context, args, forMember ?? null, category ?? null);
  }

  @Mutation(() => RewardPayload, { nullable: true, description: 'Adds a reward to the catalogue. Scope program:write.' })
  @Requires('program:write')
  createReward(@Ctx() context: Context, @Arg('input', () => CreateRewardInput, { description: 'The reward.' }) input: CreateRewardInput) {
    return changed(context, newUuid(), (rewards, program, id) => {
      if (rewards.length >= REWARDS_MAX) throw new Refused(invalid(`A programme has at most ${REWARDS_MAX} rewards.`));
      return [...rewards, rewardSettings(id, 1, input, program)];
    });
  }

  @Mutation(() => RewardPayload, {
    nullable: true,
    description: 'Replaces what is said of a reward, from now on. What was redeemed stays as it was. Scope program:write.',
  })
  @Requires('program:write')
  updateReward(@Ctx() context: Context, @Arg('input', () => UpdateRewardInput, { description: 'The reward.' }) input: UpdateRewardInput) {
    return changed(context, localId('reward', input.reward), (rewards, program, id) =>
      rewards.map((each) => (each.id === id ? rewardSettings(id, each.version + 1, input, program) : each)),
    );
  }

  @Mutation(() => RewardPayload, {
    nullable: true,
    description:
      'Takes a reward out of the catalogue. What was redeemed stays. Refused while an earning rule that is switched on gives it. Scope program:write.',
  })
  @Requires('program:write')
  archiveReward(
    @Ctx() context: Context,
    @Arg('input', () => ArchiveRewardInput, { description: 'Which.' }) { reward }: ArchiveRewardInput,
  ) {
    return changed(context, localId('reward', reward), (rewards, { settings }, id) => {
      const rule = settings.earningRules.find((each) => each.isActive && 'reward' in each && each.reward === id);
      if (rule)
        throw new Refused(invalid(`The earning rule "${rule.name}" gives this reward; change or switch off the rule first.`, 'reward'));
      return rewards.map((each) => (each.id === id ? { ...each, version: each.version + 1, isArchived: true } : each));
    });
  }

  @FieldResolver(() => Points, { nullable: true, description: 'How many are left of the stock; null: any number.' })
  async stockLeft(@Root() { settings: { id, stock } }: RewardType, @Ctx() context: Context): Promise<number | null> {
    return stock === null ? null : Math.max(0, stock - (await context.sharedUse.load(stockKey(id))));
  }
}

/** Changes the catalogue; the reward with the id is among the changed ones, or there is none. */
const changed = (
  context: Context,
  id: string | null,
  change: (rewards: readonly RewardSettings[], program: Program, id: string) => readonly RewardSettings[],
) =>
  attempt(async () => {
    const find = (rewards: readonly RewardSettings[] | undefined) => rewards?.find((each) => each.id === id);
    const { settings } = await publish(context, 'rewards', (before, program) => {
      const rewards = id === null ? [] : change(before.rewards ?? [], program, id);
      if (!find(rewards))
        throw new Refused({ code: 'REWARD_NOT_FOUND', message: 'There is no such reward in this programme.', path: ['reward'] });
      return { ...before, rewards };
    });
    const reward = find(settings.rewards);
    return { reward: reward ? rewardType(reward, settings) : null };
  });
