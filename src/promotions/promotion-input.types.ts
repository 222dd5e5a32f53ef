import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EarningCapPeriod } from '../earning/cap.types.js';
import { ConditionsInput } from '../earning/conditions.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Decimal, Points } from '../graphql/scalars.js';
import { PromotionStacking, PromotionStackingPolicy, PromotionType } from './promotion.types.js';

@InputType({
  description:
    "A time of the week in the programme's zone, as its clocks show it. Where clocks are put back, it may come twice; where they are put forward, not at all.",
})
export class PromotionScheduleInput {
  @Field(() => [Int], { nullable: true, description: 'Days on which it begins, from 1, Monday, to 7, Sunday; every day when left out.' })
  weekdays?: number[] | null;
  @Field(() => String, { nullable: true, description: 'Local time at which it begins, like 09:00; 00:00 when left out.' })
  from?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Local time at which it is over, like 11:00; 24:00 when left out. Not later than `from`: on the next day.',
  })
  to?: string | null;
}

@InputType({
  description: 'How much all members together can get from a promotion. At least one is given; the one that is used up first ends it.',
})
export class PromotionBudgetInput {
  @Field(() => Points, { nullable: true, description: 'In points; 0 or more.' })
  points?: number | null;
  @Field(() => Decimal, { nullable: true, description: "In the programme's money; needs costPerPoint." })
  money?: string | null;
}

@InputType({ description: 'How many points a promotion gives each member.' })
export class PromotionMemberCapInput {
  @Field(() => EarningCapPeriod, { description: "What it counts over, in the programme's zone; not ACTIVITY." })
  period!: EarningCapPeriod;
  @Field(() => Points, { description: 'How many points; 0 or more.' })
  max!: number;
}

@InputType({ description: 'What a promotion does, and when.' })
export abstract class PromotionTerms {
  @Field(() => Decimal, {
    nullable: true,
    description: 'Multiplies what rules give; above 1 and at most 100. Exactly one of multiplier and bonus is given.',
  })
  multiplier?: string | null;
  @Field(() => [ID], { nullable: true, description: 'With multiplier: only points of these rules; of all when left out.' })
  ruleIds?: string[] | null;
  @Field(() => Points, { nullable: true, description: 'So many points more, once for an activity; above 0.' })
  bonus?: number | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities from this instant on; from ever when null.' })
  validFrom?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities before this instant; for ever when null.' })
  validTo?: Date | null;
  @Field(() => [PromotionScheduleInput], { nullable: true, description: 'Times of the week, any of them; at most 50. Always when null.' })
  schedule?: PromotionScheduleInput[] | null;
  @Field(() => ConditionsInput, {
    nullable: true,
    description:
      'What must hold of the activity and the member. Where lines of a purchase are named, only what those brought is multiplied. Nothing when null.',
  })
  conditions?: ConditionsInput | null;
  @Field(() => String, { nullable: true, description: 'Name of the group in which it competes, at most 255 characters; none when null.' })
  group?: string | null;
  @Field(() => Int, { nullable: true, description: 'The higher goes first; 0 when null.' })
  priority?: number | null;
  @Field(() => PromotionBudgetInput, { nullable: true, description: 'What all members together can get; no limit when null.' })
  budget?: PromotionBudgetInput | null;
  @Field(() => PromotionMemberCapInput, { nullable: true, description: 'What each member can get; no limit when null.' })
  memberCap?: PromotionMemberCapInput | null;
}

@InputType({ description: 'A new promotion. At most 100 that are not archived, and 1000 in all.' })
export class CreatePromotionInput extends PromotionTerms {
  @Field(() => String, { description: 'Name for people, at most 255 characters; it appears in explanations.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description: "What a point costs, in the programme's money; above 0. It cannot be changed later, so that what was used has one price.",
  })
  costPerPoint?: string | null;
}

@InputType({
  description:
    'Changes to a promotion, which gets the next version. What is left out stays as it is. A multiplier in place of a bonus, or the other way round, needs null for what was there.',
})
export class UpdatePromotionInput extends PromotionTerms {
  @Field(() => ID, { description: 'The promotion.' })
  id!: string;
  @Field(() => String, { nullable: true, description: 'Name for people, at most 255 characters.' })
  name?: string | null;
}

@InputType({ description: 'Which promotion.' })
export class PromotionStatusInput {
  @Field(() => ID, { description: 'The promotion.' })
  id!: string;
}

@InputType({ description: 'How the promotions of a group compete, or those without a group.' })
export class SetPromotionStackingInput {
  @Field(() => String, { nullable: true, description: 'Name of the group; those without a group when left out.' })
  group?: string | null;
  @Field(() => PromotionStacking, { description: 'Which of them apply, from now on.' })
  stacking!: PromotionStacking;
}

@ObjectType({ implements: Payload, description: 'A promotion after the change.' })
@ReadableWithParent()
export class PromotionPayload extends Payload {
  @Field(() => PromotionType, { nullable: true, description: 'The promotion; null when refused.' })
  promotion!: PromotionType | null;
}

@ObjectType({ implements: Payload, description: 'How promotions compete from now on.' })
@ReadableWithParent()
export class SetPromotionStackingPayload extends Payload {
  @Field(() => PromotionStackingPolicy, { nullable: true, description: 'The policy; null when refused.' })
  promotionStacking!: PromotionStackingPolicy | null;
}
