import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Requires } from '../graphql/policy.js';
import { refuseText } from '../points/points-command.js';
import { APPROVE_REDEMPTION, FULFIL_REDEMPTION, type IssueRedemption, USE_REDEMPTION } from './change-redemption.js';
import { claimGift } from './claim-gift.js';
import { redeem } from './redeem-command.js';
import { GRANT_REWARD, type GrantReward } from './redeem-reward.js';
import {
  ClaimGiftInput,
  EndRedemptionInput,
  GrantRewardInput,
  RedeemRewardInput,
  RedemptionInput,
  RedemptionPayload,
} from './redemption.types.js';
import { endRedemption, giveRedemption, onRedemption, rewardIdOf } from './redemption-command.js';

@Resolver()
export class RedemptionResolver {
  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description:
      'Redeems a reward for points, those that expire first: checks time, tier, segment, limit, stock and balance, takes the points and hands out the voucher, all or nothing. Scope points:write.',
  })
  @Requires('points:write')
  redeemReward(
    @Ctx() context: Context,
    @Arg('input', () => RedeemRewardInput, { description: 'What, for whom.' }) sent: RedeemRewardInput,
  ) {
    return redeem(context, sent);
  }

  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description:
      'Gives a reward for nothing, whatever its price, tier, time and limit; its stock and its codes count. Scope redemptions:write.',
  })
  @Requires('redemptions:write')
  grantReward(@Ctx() context: Context, @Arg('input', () => GrantRewardInput, { description: 'What, to whom.' }) sent: GrantRewardInput) {
    const { member, idempotencyKey, reason = null } = sent;
    const reward = rewardIdOf(sent.reward);
    const refusal = typeof reward === 'string' ? refuseText(reason, 'reason') : reward;
    const input = { reward: reward as string, offered: context.services.voucherCodes.offer(), reason } satisfies GrantReward;
    return giveRedemption(context, refusal ?? { type: GRANT_REWARD, member, idempotencyKey, readsLots: true, input, sent }, null);
  }

  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description: 'Approves a redemption that awaits it: it is issued, or waits to be fulfilled. Scope redemptions:write.',
  })
  @Requires('redemptions:write')
  approveRedemption(@Ctx() context: Context, @Arg('input', () => RedemptionInput, { description: 'Which.' }) sent: RedemptionInput) {
    return issuing(context, sent, APPROVE_REDEMPTION);
  }

  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description: 'Does not approve a redemption that awaits it; points go back into their lots. Scope redemptions:write.',
  })
  @Requires('redemptions:write')
  rejectRedemption(@Ctx() context: Context, @Arg('input', () => EndRedemptionInput, { description: 'Which.' }) sent: EndRedemptionInput) {
    return endRedemption(context, sent, 'REJECTED');
  }

  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description: 'Says that a redemption was fulfilled: the good was sent, the cash paid out. Scope redemptions:write.',
  })
  @Requires('redemptions:write')
  fulfilRedemption(@Ctx() context: Context, @Arg('input', () => RedemptionInput, { description: 'Which.' }) sent: RedemptionInput) {
    return issuing(context, sent, FULFIL_REDEMPTION);
  }

  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description: 'Says that what was issued was used. What has a voucher is used by redeemVoucher. Scope redemptions:write.',
  })
  @Requires('redemptions:write')
  useRedemption(@Ctx() context: Context, @Arg('input', () => RedemptionInput, { description: 'Which.' }) sent: RedemptionInput) {
    const { command, of } = onRedemption(sent, (redemption, reason) => ({ type: USE_REDEMPTION, input: { redemption, reason } }));
    return giveRedemption(context, command, of);
  }

  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description: 'Says that a redemption could not be fulfilled; points go back into their lots. Scope redemptions:write.',
  })
  @Requires('redemptions:write')
  failRedemption(@Ctx() context: Context, @Arg('input', () => EndRedemptionInput, { description: 'Which.' }) sent: EndRedemptionInput) {
    return endRedemption(context, sent, 'FAILED');
  }

  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description:
      'Cancels a redemption that was not used: points go back into their lots, the stock gets it back or it is written off, its voucher is void. Scope redemptions:write.',
  })
  @Requires('redemptions:write')
  cancelRedemption(@Ctx() context: Context, @Arg('input', () => EndRedemptionInput, { description: 'Which.' }) sent: EndRedemptionInput) {
    return endRedemption(context, sent, 'CANCELLED');
  }

  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description: 'Takes back a redemption that was used, as cancelRedemption does one that was not. Scope points:adjust.',
  })
  @Requires('points:adjust')
  reverseRedemption(@Ctx() context: Context, @Arg('input', () => EndRedemptionInput, { description: 'Which.' }) sent: EndRedemptionInput) {
    return endRedemption(context, sent, 'REVERSED');
  }

  @Mutation(() => RedemptionPayload, {
    nullable: true,
    description:
      'Gives a gift that went to an e-mail address to the member who knows its claim code. Wrong codes are counted as those of vouchers. Scope points:write.',
  })
  @Requires('points:write')
  claimGift(@Ctx() context: Context, @Arg('input', () => ClaimGiftInput, { description: 'Who claims what.' }) sent: ClaimGiftInput) {
    return claimGift(context, sent);
  }
}

function issuing(context: Context, sent: RedemptionInput, type: typeof APPROVE_REDEMPTION | typeof FULFIL_REDEMPTION) {
  const offered = context.services.voucherCodes.offer();
  const { command, of } = onRedemption(sent, (redemption, reason) => ({
    type,
    input: { redemption, offered, reason } satisfies IssueRedemption,
  }));
  return giveRedemption(context, command, of);
}
