import { Field, ID, InputType, Int } from 'type-graphql';
import { EarningCapPeriod } from '../earning/cap.types.js';
import { DateTime, Points } from '../graphql/scalars.js';
import { VoucherTermsInput } from '../vouchers/terms.types.js';
import { RewardFulfilment, RewardKindType } from './reward.types.js';

@InputType({ description: 'A number of points of one currency.' })
export class PointsPriceInput {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the point currency, which can be spent; may be left out when there is only one.',
  })
  currencyCode?: string | null;
  @Field(() => Points, { description: 'How many points; above 0.' })
  amount!: number;
}

@InputType({ description: 'A stretch of time.' })
export class RewardWindowInput {
  @Field(() => DateTime, { nullable: true, description: 'When it begins; it has always been when left out.' })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it ends, exclusive; it does not when left out.' })
  to?: Date | null;
}

@InputType({ description: 'What a reward costs, for whom and when.' })
export class RewardPriceInput {
  @Field(() => [PointsPriceInput], { description: 'All of these together, each currency once; empty: nothing.' })
  points!: PointsPriceInput[];
  @Field(() => ID, { nullable: true, description: 'Members of this tier and of those above it have this price; everybody when left out.' })
  tier?: string | null;
  @Field(() => RewardWindowInput, { nullable: true, description: 'The season in which it counts; always when left out.' })
  season?: RewardWindowInput | null;
}

@InputType({ description: 'How many of a reward one member may redeem.' })
export class RewardLimitInput {
  @Field(() => Int, { description: 'How many, from 1.' })
  max!: number;
  @Field(() => EarningCapPeriod, { description: "In which period of the programme's zone; not ACTIVITY." })
  period!: EarningCapPeriod;
}

@InputType({ description: 'A new reward; at most 500 a programme. It counts from now on.' })
export class CreateRewardInput {
  @Field(() => String, { description: 'Name for members, 1 to 255 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'More about it, at most 4000 characters.' })
  description?: string | null;
  @Field(() => RewardKindType, { description: 'What it is.' })
  kind!: RewardKindType;
  @Field(() => [String], { nullable: true, description: 'Where it belongs, in the catalogue and in what members buy; at most 20.' })
  categories?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'URLs of images, https, at most 20.' })
  images?: string[] | null;
  @Field(() => [RewardPriceInput], {
    description: 'What it costs, 1 to 20 prices. The first that fits a member counts, so the one for everybody comes last.',
  })
  prices!: RewardPriceInput[];
  @Field(() => RewardWindowInput, { nullable: true, description: 'When members see it; always when left out.' })
  visible?: RewardWindowInput | null;
  @Field(() => RewardWindowInput, { nullable: true, description: 'When it can be redeemed; always when left out.' })
  available?: RewardWindowInput | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Whoever has one of these tiers, or one above it, may redeem; everybody when left out.',
  })
  tiers?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Whoever is in one of these segments may redeem; everybody when left out.' })
  segments?: string[] | null;
  @Field(() => Points, { nullable: true, description: 'How many there ever are, those included that are gone; any number when left out.' })
  stock?: number | null;
  @Field(() => RewardLimitInput, { nullable: true, description: 'How many one member may redeem; any number when left out.' })
  limit?: RewardLimitInput | null;
  @Field(() => Boolean, { nullable: true, description: 'A redemption waits until staff approves it; false when left out.' })
  needsApproval?: boolean | null;
  @Field(() => RewardFulfilment, {
    nullable: true,
    description:
      'How a member gets it. When left out: VOUCHER where a voucher or a pool is given, BY_HAND for PHYSICAL_GOOD and CASHBACK_PAYOUT, else NONE.',
  })
  fulfilment?: RewardFulfilment | null;
  @Field(() => String, {
    nullable: true,
    description: 'ISO 8601 duration, like P90D, after which what was issued ends; never when left out.',
  })
  validity?: string | null;
  @Field(() => VoucherTermsInput, {
    nullable: true,
    description: 'What codes are good for that are made for it. For VOUCHER: this or voucherPool.',
  })
  voucher?: VoucherTermsInput | null;
  @Field(() => ID, { nullable: true, description: 'The pool that its codes come from, one for REWARDS.' })
  voucherPool?: string | null;
}

@InputType({
  description: 'A reward as it shall be from now on. All of it is replaced; what is left out is as in a new one. What was redeemed stays.',
})
export class UpdateRewardInput extends CreateRewardInput {
  @Field(() => ID, { description: 'The reward.' })
  reward!: string;
}
