import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Decimal } from '../graphql/scalars.js';
import { fromMinor } from '../programs/money.js';
import type { ProgramSettings } from '../programs/settings.js';
import { TierPolicy, tierPolicy } from './tier-policy.types.js';
import type { Measure, TierSetSettings } from './tier-set.js';

export enum QualificationMeasure {
  SPEND = 'SPEND',
  POINTS = 'POINTS',
  ACTIVITIES = 'ACTIVITIES',
}
registerEnumType(QualificationMeasure, {
  name: 'QualificationMeasure',
  description: 'What counts towards a tier.',
  valuesConfig: {
    SPEND: { description: "Money spent, in the programme's currency." },
    POINTS: { description: 'Points earned in a qualifying currency. Spending them costs no status; points given by hand do not count.' },
    ACTIVITIES: { description: 'The number of activities: of purchases, of one named event, or of all.' },
  },
});

@ObjectType({ description: 'One of the things that a tier set counts.' })
@ReadableWithParent()
export class TierMeasure {
  @Field(() => QualificationMeasure, { description: 'What counts.' })
  measure!: QualificationMeasure;
  @Field(() => String, {
    description: 'Unit of its thresholds: the ISO 4217 code of the money, the code of the point currency, or "activities".',
  })
  unit!: string;
  @Field(() => Boolean, { description: 'ACTIVITIES: only purchases are counted. false for other measures.' })
  countsPurchasesOnly!: boolean;
  @Field(() => String, { nullable: true, description: 'ACTIVITIES: the name of the only event that is counted; null: not one alone.' })
  event!: string | null;
}

@ObjectType({ implements: Node, description: 'A step of a status ladder.' })
@ReadableWithParent()
export class Tier extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => Decimal, {
    nullable: true,
    description: 'Threshold of the first measure, inclusive, in its unit; null where that measure does not count for this tier.',
  })
  threshold!: string | null;
  @Field(() => [Decimal], {
    nullable: 'items',
    description: 'A threshold for each measure of the tier set, in their order, inclusive; null where a measure does not count.',
  })
  thresholds!: (string | null)[];
  @Field(() => Int, { description: 'How many of the thresholds must be reached.' })
  atLeast!: number;
  @Field(() => Decimal, {
    nullable: true,
    description: 'What earned points are multiplied by for members on this tier, before they are rounded; null: they are not.',
  })
  multiplier!: string | null;
  @Field(() => Boolean, { description: 'Out of use: nobody reaches it any more, and who has it keeps it to the next evaluation.' })
  isRetired!: boolean;
}

@ObjectType({ implements: Node, description: 'A status ladder. A member can stand in several.' })
@ReadableWithParent()
export class TierSet extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => QualificationMeasure, { description: 'What counts; the first where several measures do.' })
  measure!: QualificationMeasure;
  @Field(() => String, {
    description: 'Unit of that measure: the ISO 4217 code of the money, the code of the point currency, or "activities".',
  })
  unit!: string;
  @Field(() => [TierMeasure], { description: 'Everything that counts; thresholds are in this order.' })
  measures!: TierMeasure[];
  @Field(() => TierPolicy, { description: 'Over which time it counts, how long tiers last, and what happens then.' })
  policy!: TierPolicy;
  @Field(() => [Tier], { description: 'From the first, which everybody has, to the highest; without those out of use.' })
  tiers!: Tier[];
}

/** An amount of one of the set's measures, as decimal text. */
export const measured = (set: TierSetSettings, amount: number, settings: ProgramSettings, measure = 0): string =>
  set.measures[measure]?.measure === 'SPEND' ? fromMinor(amount, settings.currencyCode) : String(amount);

const unitOf = (measure: Measure, settings: ProgramSettings): string => {
  if (measure.measure === 'SPEND') return settings.currencyCode;
  if (measure.measure === 'ACTIVITIES') return 'activities';
  return settings.pointCurrencies.find(({ id }) => id === measure.currency)?.code ?? measure.currency;
};

export const tierMeasure = (measure: Measure, settings: ProgramSettings): TierMeasure => {
  const of = measure.measure === 'ACTIVITIES' ? measure.of : null;
  return Object.assign(new TierMeasure(), {
    measure: measure.measure as QualificationMeasure,
    unit: unitOf(measure, settings),
    countsPurchasesOnly: of !== null && 'purchases' in of,
    event: of !== null && 'event' in of ? of.event : null,
  });
};

export const tierType = (set: TierSetSettings, tierId: string, settings: ProgramSettings): Tier => {
  const { id, name, thresholds, atLeast, multiplier, isRetired } = set.tiers.find((each) => each.id === tierId) ?? set.tiers[0];
  const texts = thresholds.map((threshold, i) => (threshold === null ? null : measured(set, threshold, settings, i)));
  return Object.assign(new Tier(), {
    id: globalId('tier', id),
    name,
    threshold: texts[0] ?? null,
    thresholds: texts,
    atLeast: atLeast ?? texts.filter((text) => text !== null).length,
    multiplier,
    isRetired,
  });
};

export const tierSet = (set: TierSetSettings, settings: ProgramSettings): TierSet => {
  const measures = set.measures.map((measure) => tierMeasure(measure, settings));
  const [{ measure, unit }] = measures as [TierMeasure];
  return Object.assign(new TierSet(), {
    id: globalId('tierSet', set.id),
    name: set.name,
    measure,
    unit,
    measures,
    policy: tierPolicy(set),
    tiers: set.tiers.filter(({ isRetired }) => !isRetired).map(({ id }) => tierType(set, id, settings)),
  });
};
