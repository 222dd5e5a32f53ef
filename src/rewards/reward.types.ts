import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EarningCapPeriod } from '../earning/cap.types.js';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Points } from '../graphql/scalars.js';
import type { ProgramSettings } from '../programs/settings.js';
import { VoucherTermsType, voucherTerms } from '../vouchers/terms.types.js';
import type { RewardPrice, RewardSettings, RewardWindow } from './reward.js';

export enum RewardKindType {
  DISCOUNT_CODE = 'DISCOUNT_CODE',
  GIFT_CARD = 'GIFT_CARD',
  PHYSICAL_GOOD = 'PHYSICAL_GOOD',
  EXPERIENCE = 'EXPERIENCE',
  FREE_PRODUCT = 'FREE_PRODUCT',
  CHARITY = 'CHARITY',
  CASHBACK_PAYOUT = 'CASHBACK_PAYOUT',
}
registerEnumType(RewardKindType, {
  name: 'RewardKind',
  description: 'What a reward is.',
  valuesConfig: {
    DISCOUNT_CODE: { description: 'A code that takes something off a purchase.' },
    GIFT_CARD: { description: 'Store credit, spent in parts.' },
    PHYSICAL_GOOD: { description: 'A thing that is sent or picked up.' },
    EXPERIENCE: { description: 'An event, a tasting, an upgrade.' },
    FREE_PRODUCT: { description: 'One of the products, for nothing.' },
    CHARITY: { description: 'A donation in the name of the member.' },
    CASHBACK_PAYOUT: { description: 'Money that is paid out.' },
  },
});

export enum RewardFulfilment {
  VOUCHER = 'VOUCHER',
  BY_HAND = 'BY_HAND',
  NONE = 'NONE',
}
registerEnumType(RewardFulfilment, {
  name: 'RewardFulfilment',
  description: 'How a member gets what was redeemed.',
  valuesConfig: {
    VOUCHER: { description: 'As a voucher code, at once.' },
    BY_HAND: { description: 'Somebody sends it, or pays it out, and says so with fulfilRedemption. It is pending until then.' },
    NONE: { description: 'The redemption itself is all: a donation, an entry on a list.' },
  },
});

@ObjectType({ description: 'A number of points of one currency.' })
@ReadableWithParent()
@Cost({ listSize: 2 })
export class PointsPrice {
  @Field(() => String, { description: 'Code of the point currency.' })
  currencyCode!: string;
  @Field(() => Points, { description: 'How many points.' })
  amount!: number;
}

@ObjectType('RewardWindow', { description: 'A stretch of time.' })
@ReadableWithParent()
export class RewardWindowType {
  @Field(() => DateTime, { nullable: true, description: 'When it begins; null: it has always been.' })
  from!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it ends, exclusive; null: it does not.' })
  to!: Date | null;
}

@ObjectType('RewardPrice', { description: 'What a reward costs, for whom and when.' })
@ReadableWithParent()
@Cost({ listSize: 3 })
export class RewardPriceType {
  @Field(() => [PointsPrice], { description: 'All of these together; empty: nothing.' })
  points!: PointsPrice[];
  @Field(() => ID, { nullable: true, description: 'Members of this tier and of those above it have this price; null: everybody.' })
  tierId!: string | null;
  @Field(() => RewardWindowType, { description: 'The season in which it counts.' })
  season!: RewardWindowType;
}

@ObjectType({ description: 'How many of a reward one member may redeem.' })
@ReadableWithParent()
export class RewardLimit {
  @Field(() => Int, { description: 'How many.' })
  max!: number;
  @Field(() => EarningCapPeriod, { description: 'In which period; never ACTIVITY.' })
  period!: EarningCapPeriod;
}

@ObjectType('Reward', { implements: Node, description: 'Something that points buy.' })
@ReadableWithParent()
export class RewardType extends Node {
  @Field(() => Int, { description: 'Raised by each change, from 1. A redemption names the version that it was made under.' })
  version!: number;
  @Field(() => String, { description: 'Name for members.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'More about it; null when nothing was said.' })
  description!: string | null;
  @Field(() => RewardKindType, { description: 'What it is.' })
  kind!: RewardKindType;
  @Field(() => [String], { description: 'Where it belongs in the catalogue, and in what members buy.' })
  categories!: string[];
  @Field(() => [String], { description: 'URLs of images.' })
  images!: string[];
  @Field(() => [RewardPriceType], { description: 'What it costs. The first that fits a member counts.' })
  prices!: RewardPriceType[];
  @Field(() => RewardWindowType, { description: 'When members see it.' })
  visible!: RewardWindowType;
  @Field(() => RewardWindowType, { description: 'When it can be redeemed.' })
  available!: RewardWindowType;
  @Field(() => [ID], { description: 'Whoever has one of these tiers, or one above it, may redeem; empty: everybody.' })
  tierIds!: string[];
  @Field(() => [ID], { description: 'Whoever is in one of these segments may redeem; empty: everybody.' })
  segmentIds!: string[];
  @Field(() => Points, { nullable: true, description: 'How many there ever are; null: any number.' })
  stock!: number | null;
  @Field(() => RewardLimit, { nullable: true, description: 'How many one member may redeem; null: any number.' })
  limit!: RewardLimit | null;
  @Field(() => Boolean, { description: 'A redemption waits until staff approves it.' })
  needsApproval!: boolean;
  @Field(() => RewardFulfilment, { description: 'How a member gets it.' })
  fulfilment!: RewardFulfilment;
  @Field(() => String, { nullable: true, description: 'ISO 8601 duration after which what was issued ends; null: never.' })
  validity!: string | null;
  @Field(() => VoucherTermsType, { nullable: true, description: 'What its vouchers are good for; null where it hands none out.' })
  voucherTerms!: VoucherTermsType | null;
  @Field(() => ID, { nullable: true, description: 'The pool that its codes come from; null: they are made for it, or it has none.' })
  voucherPoolId!: string | null;
  @Field(() => Boolean, { description: 'It is not offered any more.' })
  isArchived!: boolean;

  settings!: RewardSettings;
}

const rewardWindow = ({ from, to }: RewardWindow): RewardWindowType =>
  Object.assign(new RewardWindowType(), { from: from === null ? null : new Date(from), to: to === null ? null : new Date(to) });

/** Points as the API shows them. */
export const pointsPrices = (parts: readonly { readonly currency: string; readonly amount: number }[], settings: ProgramSettings) =>
  parts.map(({ currency, amount }) => {
    const currencyCode = settings.pointCurrencies.find(({ id }) => id === currency)?.code ?? currency;
    return Object.assign(new PointsPrice(), { currencyCode, amount });
  });

const rewardPrice = ({ parts, tier, season }: RewardPrice, settings: ProgramSettings): RewardPriceType =>
  Object.assign(new RewardPriceType(), {
    points: pointsPrices(parts, settings),
    tierId: tier && globalId('tier', tier),
    season: rewardWindow(season),
  });

export const rewardType = (reward: RewardSettings, settings: ProgramSettings): RewardType => {
  const { id, prices, visible, available, tiers, segments, limit, voucher } = reward;
  const pool = voucher && 'pool' in voucher ? voucher.pool : null;
  const terms = voucher && 'terms' in voucher ? voucher.terms : settings.voucherPools?.find((each) => each.id === pool)?.terms;
  const { version, name, description, kind, categories, images, stock, needsApproval, fulfilment, validity, isArchived } = reward;
  return Object.assign(new RewardType(), {
    ...{ version, name, description, categories, images, stock, needsApproval, validity, isArchived },
    kind: kind as RewardKindType,
    fulfilment: fulfilment as RewardFulfilment,
    id: globalId('reward', id),
    prices: prices.map((price) => rewardPrice(price, settings)),
    visible: rewardWindow(visible),
    available: rewardWindow(available),
    tierIds: tiers.map((tier) => globalId('tier', tier)),
    segmentIds: segments.map((segment) => globalId('segment', segment)),
    limit: limit && Object.assign(new RewardLimit(), limit),
    voucherTerms: terms ? voucherTerms(terms, settings) : null,
    voucherPoolId: pool && globalId('voucherPool', pool),
    settings: reward,
  });
};

@ObjectType({ implements: Payload, description: 'The reward after the change.' })
@ReadableWithParent()
export class RewardPayload extends Payload {
  @Field(() => RewardType, { nullable: true, description: 'The reward; null when refused.' })
  reward!: RewardType | null;
}

@InputType({ description: 'A reward that shall not be offered any more.' })
export class ArchiveRewardInput {
  @Field(() => ID, { description: 'The reward.' })
  reward!: string;
}
