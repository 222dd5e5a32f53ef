import { Field, Int, ObjectType } from 'type-graphql';
import { Cost } from '../graphql/cost-declaration.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Decimal } from '../graphql/scalars.js';
import { Tier, TierMeasure, TierSet } from './tier.types.js';

@ObjectType({ description: 'What was gathered in one measure.' })
@ReadableWithParent()
export class MeasureProgress {
  @Field(() => TierMeasure, { description: 'What counts, and its unit.' })
  measure!: TierMeasure;
  @Field(() => Decimal, { description: 'What was gathered, in that unit.' })
  gathered!: string;
}

@ObjectType({ description: 'What one measure lacks to a goal.' })
@ReadableWithParent()
export class MeasureGoal extends MeasureProgress {
  @Field(() => Decimal, { description: 'What must be gathered, inclusive.' })
  threshold!: string;
  @Field(() => Decimal, { description: 'What is missing; 0 when the threshold is reached.' })
  remaining!: string;
}

@ObjectType({ description: 'A tier that can be reached or kept: what is missing, and by when.' })
@ReadableWithParent()
export class TierGoal {
  @Field(() => Tier, { description: 'The tier.' })
  tier!: Tier;
  @Field(() => Int, { description: 'How many of the measures must reach their threshold.' })
  atLeast!: number;
  @Field(() => [MeasureGoal], { description: 'Each measure that counts for this tier.' })
  measures!: MeasureGoal[];
  @Field(() => Boolean, { description: 'It is reached: what was gathered gives it.' })
  isReached!: boolean;
  @Field(() => DateTime, { description: 'What is gathered from this instant on counts; it may lie ahead.' })
  countsFrom!: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: 'By when (exclusive): the end of the window, or of the grace; null: there is no such end.',
  })
  before!: Date | null;
}

@ObjectType({ description: 'What a member lacks to the next tier and to keep the present one, and by when.' })
@ReadableWithParent()
export class TierProjection {
  @Field(() => Tier, { nullable: true, description: 'The next tier; null on the highest.' })
  nextTier!: Tier | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'What is missing to the next tier in the first measure; null on the highest, or where that measure does not count.',
  })
  remaining!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'By when (exclusive): the end of the qualification window; null: it has none.' })
  before!: Date | null;
  @Field(() => Decimal, {
    description: 'What the window that decides about this tier must hold in the first measure to keep it; 0 for the first tier.',
  })
  toRegain!: string;
  @Field(() => TierGoal, { nullable: true, description: 'What it takes to reach the next tier; null on the highest.' })
  next!: TierGoal | null;
  @Field(() => TierGoal, {
    nullable: true,
    description:
      'What it takes to keep the present tier beyond evaluatesAt; null where that is not evaluated, or the tier was given by hand. Where its countsFrom is evaluatesAt, the tier must be reached anew.',
  })
  stay!: TierGoal | null;
}

@ObjectType({ description: 'A tier that was given by hand.' })
@ReadableWithParent()
export class ManualTier {
  @Field(() => String, { description: 'Why, as setTier was told.' })
  reason!: string;
  @Field(() => DateTime, { description: 'When it ends (exclusive). Until then evaluation leaves it alone.' })
  until!: Date;
}

@ObjectType({ description: 'Where a member stands in a tier set.' })
@ReadableWithParent()
@Cost({ listSize: 2 })
export class TierStanding {
  @Field(() => TierSet, { description: 'The ladder.' })
  tierSet!: TierSet;
  @Field(() => Tier, { description: 'The tier.' })
  tier!: Tier;
  @Field(() => DateTime, { description: 'Since when the member has this tier.' })
  since!: Date;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the tier's period ends and it is evaluated; in grace it lies behind. null where that never happens: on the first tier, which cannot be lost, and for a tier that lasts for good.",
  })
  evaluatesAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the grace ends that follows evaluatesAt, counted from there; until then the tier is kept, and may be requalified for. null: there is no grace.',
  })
  graceUntil!: Date | null;
  @Field(() => Boolean, { description: 'evaluatesAt has passed without requalification, and the grace is under way.' })
  isInGrace!: boolean;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When a higher tier begins that was reached already, where upgrades wait for the next period; null: none waits.',
  })
  upgradesAt!: Date | null;
  @Field(() => ManualTier, { nullable: true, description: 'Present when this tier was given by hand.' })
  manual!: ManualTier | null;
  @Field(() => Decimal, { description: 'What was gathered in the present window in the first measure, in its unit.' })
  progress!: string;
  @Field(() => [MeasureProgress], { description: 'What was gathered in the present window, for each measure.' })
  measures!: MeasureProgress[];
  @Field(() => DateTime, { description: 'When the present window began.' })
  windowStartsAt!: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends (exclusive); a rolling window moves on with each day. null: it does not end.',
  })
  windowEndsAt!: Date | null;
  @Field(() => TierProjection, { description: 'What is missing, and by when.' })
  projection!: TierProjection;
}
