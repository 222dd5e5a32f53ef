import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { ConnectionArgs } from '../graphql/connection.js';
import { globalId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { MemberRef, MemberType, memberType } from '../members/member.types.js';
import { VoucherType, voucherType } from '../vouchers/voucher.types.js';
import { previewRedemption } from './preview-redemption.js';
import { giftsOf, PENDING_REDEMPTIONS } from './redemption.js';
import { GiftType, RedemptionConnection, RedemptionPreview, RedemptionType, redemptionType } from './redemption.types.js';
import { placeOf } from './redemption-command.js';
import { listedRedemptions, redemptionsOf } from './redemption-lists.js';
import { RewardType, rewardType } from './reward.types.js';
import { issuedBy } from './reward-loaders.js';

@Resolver(() => RedemptionType)
export class RedemptionFieldsResolver {
  @Query(() => RedemptionType, {
    nullable: true,
    description:
      'A redemption by its id; null when there is none. Scope members:read, or self:read for what is oneself or a gift to oneself.',
  })
  @Requires('members:read', 'self:read')
  redemption(@Ctx() context: Context, @Arg('id', () => ID, { description: 'rdm_…' }) id: string): Promise<RedemptionType | null> {
    return findRedemption(context, id);
  }

  @Query(() => RedemptionConnection, {
    nullable: true,
    description: 'Redemptions of all members that wait for approval or fulfilment, oldest first. Scope members:read.',
  })
  @Requires('members:read')
  pendingRedemptions(@Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    return listedRedemptions(context, PENDING_REDEMPTIONS, args);
  }

  @Query(() => RedemptionPreview, {
    nullable: true,
    description:
      'What redeemReward would give now, or why it would be refused. Nothing is written. Scope members:read, or self:read for oneself.',
  })
  @Requires('members:read', 'self:read')
  previewRedemption(
    @Ctx() context: Context,
    @Arg('member', () => MemberRef, { description: 'Who would redeem.' }) member: MemberRef,
    @Arg('reward', () => ID, { description: 'What.' }) reward: string,
  ) {
    return previewRedemption(context, member, reward);
  }

  @FieldResolver(() => MemberType, { nullable: true, description: 'Who redeemed it; to a member, only themselves, else null.' })
  member(@Root() { place }: RedemptionType, @Ctx() { actor }: Context): MemberType | null {
    return actor?.memberId && actor.memberId !== place.streamId ? null : memberType(place.streamId);
  }

  @FieldResolver(() => RewardType, {
    nullable: true,
    description: 'What was redeemed, as it is today; null where the programme has it no longer.',
  })
  async reward(@Root() { redemption }: RedemptionType, @Ctx() context: Context): Promise<RewardType | null> {
    const { settings } = await context.program();
    const reward = settings.rewards?.find(({ id }) => id === redemption.reward);
    return reward ? rewardType(reward, settings) : null;
  }

  @FieldResolver(() => VoucherType, { nullable: true, description: 'What was handed out; null where that is no voucher, or nothing yet.' })
  async voucher(@Root() { place, redemption }: RedemptionType, @Ctx() context: Context): Promise<VoucherType | null> {
    const issued = issuedBy(place, redemption);
    return issued && redemption.voucher ? voucherType(redemption.voucher.id, issued, (await context.program()).settings) : null;
  }

  @FieldResolver(() => GiftType, { nullable: true, description: 'For whom it is; null: for the member who redeemed it.' })
  async gift(@Root() { place, redemption }: RedemptionType, @Ctx() { actor, rewards, services }: Context): Promise<GiftType | null> {
    const { gift } = redemption;
    if (!gift) return null;
    const said = await rewards.gifts.load(gift.id);
    const isGiver = !actor?.memberId || actor.memberId === place.streamId;
    const isOpen = gift.recipient === null && actor?.scopes.has('vouchers:use');
    return Object.assign(new GiftType(), {
      recipientId: gift.recipient && globalId('member', gift.recipient),
      email: isGiver ? (said?.email ?? null) : null,
      message: said?.message ?? null,
      claimCode: isOpen ? services.voucherCodes.codeOf(gift.id) : null,
    });
  }
}

@Resolver(() => MemberType)
export class MemberRedemptionResolver {
  @FieldResolver(() => RedemptionConnection, { description: 'What the member redeemed and was given, oldest first.' })
  redemptions(@Root() { memberId }: MemberType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    return redemptionsOf(context, memberId, args);
  }

  @FieldResolver(() => RedemptionConnection, { description: 'Gifts of other members to this one, oldest first.' })
  giftsReceived(@Root() { memberId }: MemberType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    return listedRedemptions(context, giftsOf(memberId), args);
  }
}

/** To a member, what is another's and no gift to them is not there. */
export async function findRedemption(context: Context, id: string): Promise<RedemptionType | null> {
  const place = placeOf(id);
  const redemption = place && (await context.rewards.redemption(place));
  if (!place || !redemption) return null;
  const own = context.actor?.memberId;
  if (own && own !== place.streamId && own !== redemption.gift?.recipient) return null;
  return redemptionType(place.streamId, place.number, redemption, (await context.program()).settings);
}
