import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Decimal } from '../graphql/scalars.js';
import { QualificationMeasure, TierSet } from './tier.types.js';
import { QualificationWindowInput, TierDowngrade, TierDurationInput, TierUpgradeTiming } from './tier-policy.types.js';

const UPGRADES = 'When a tier that was reached begins; IMMEDIATE when left out.';
const LASTS =
  'How long a tier lasts; to the end of the present period when left out. Reaching the same tier again in a later window keeps it at the end of its period, for as long as that window gives it.';
const DOWNGRADE = 'Where a member goes who has not requalified; BY_BALANCE when left out.';
const GRACE =
  'How long after its period a tier is kept, as ISO 8601 duration of less than a year, like P3M; none when left out. What is gathered in grace counts to the window that ended, too: reaching the tier then keeps it at once.';

@InputType({ description: 'Something that a tier set counts.' })
export class TierMeasureInput {
  @Field(() => QualificationMeasure, { description: 'What counts.' })
  measure!: QualificationMeasure;
  @Field(() => String, { nullable: true, description: 'Code of the qualifying point currency; required for POINTS.' })
  currencyCode?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'ACTIVITIES: count purchases only; false when left out.' })
  countsPurchasesOnly?: boolean | null;
  @Field(() => String, { nullable: true, description: 'ACTIVITIES: count only events of this name; all activities when left out.' })
  event?: string | null;
}

@InputType({ description: 'A step of a status ladder.' })
export class TierInput {
  @Field(() => String, { nullable: true, description: 'updateTierSet: the id of the tier that this is; left out for a new one.' })
  id?: string | null;
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => Decimal, {
    nullable: true,
    description:
      "Where one measure counts: spend in the programme's money, points, or a number of activities, inclusive. The first tier's is 0; each is higher than the one before.",
  })
  threshold?: string | null;
  @Field(() => [Decimal], {
    nullable: 'itemsAndList',
    description:
      'Where several measures count: a threshold for each, in their order, inclusive; null where a measure does not count. None is lower than that of the tier before. Left out for the first tier.',
  })
  thresholds?: (string | null)[] | null;
  @Field(() => Int, { nullable: true, description: 'How many of the thresholds must be reached; all when left out.' })
  atLeast?: number | null;
  @Field(() => Decimal, {
    nullable: true,
    description:
      'Multiplies what earning rules give members on this tier, above 0 and at most 100. Those of several tier sets are multiplied with each other, and the points rounded once, at the end.',
  })
  multiplier?: string | null;
}

@InputType({ description: 'A new status ladder.' })
export class CreateTierSetInput {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => QualificationMeasure, { nullable: true, description: 'What counts, where it is one measure. Else give measures.' })
  measure?: QualificationMeasure | null;
  @Field(() => String, { nullable: true, description: 'With measure: the code of the qualifying point currency; required for POINTS.' })
  currencyCode?: string | null;
  @Field(() => [TierMeasureInput], { nullable: true, description: 'What counts, in the order of the thresholds; at most 5.' })
  measures?: TierMeasureInput[] | null;
  @Field(() => QualificationWindowInput, { nullable: true, description: 'Over which time it counts; the calendar year when left out.' })
  window?: QualificationWindowInput | null;
  @Field(() => TierUpgradeTiming, { nullable: true, description: UPGRADES })
  upgrades?: TierUpgradeTiming | null;
  @Field(() => TierDurationInput, { nullable: true, description: LASTS })
  lasts?: TierDurationInput | null;
  @Field(() => TierDowngrade, { nullable: true, description: DOWNGRADE })
  downgrade?: TierDowngrade | null;
  @Field(() => String, { nullable: true, description: GRACE })
  grace?: string | null;
  @Field(() => [TierInput], { description: 'From the first to the highest, at most 50.' })
  tiers!: TierInput[];
}

@InputType({ description: 'Changes to a status ladder. What is left out stays as it is.' })
export class UpdateTierSetInput {
  @Field(() => String, { description: 'Id of the tier set.' })
  id!: string;
  @Field(() => String, { nullable: true, description: 'Name for people.' })
  name?: string | null;
  @Field(() => [TierInput], {
    nullable: true,
    description:
      'All tiers, from the first to the highest, at most 50: those with an id are changed, those without are new. Tiers keep their order; the first stays the first. One that is left out goes out of use: nobody reaches it any more, and who has it keeps it to the next evaluation.',
  })
  tiers?: TierInput[] | null;
  @Field(() => TierUpgradeTiming, { nullable: true, description: 'When a tier that is reached from now on begins.' })
  upgrades?: TierUpgradeTiming | null;
  @Field(() => TierDurationInput, { nullable: true, description: 'How long a tier lasts that begins, or is kept, from now on.' })
  lasts?: TierDurationInput | null;
  @Field(() => TierDowngrade, { nullable: true, description: 'Where a member goes who has not requalified.' })
  downgrade?: TierDowngrade | null;
  @Field(() => String, {
    nullable: true,
    description:
      'How long a tier is kept after its period, as ISO 8601 duration of less than a year; null ends it. A grace under way stays as it is.',
  })
  grace?: string | null;
}

@ObjectType({ implements: Payload, description: 'A status ladder after the change.' })
@ReadableWithParent()
export class TierSetPayload extends Payload {
  @Field(() => TierSet, { nullable: true, description: 'The tier set; null when refused.' })
  tierSet!: TierSet | null;
}
