import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Decimal } from '../graphql/scalars.js';
import { fromMinor } from '../programs/money.js';
import type { ProgramSettings } from '../programs/settings.js';
import type { TierSetSettings } from './tier-set.js';

export enum QualificationMeasure {
  SPEND = 'SPEND',
  POINTS = 'POINTS',
}
registerEnumType(QualificationMeasure, {
  name: 'QualificationMeasure',
  description: 'What counts towards a tier.',
  valuesConfig: {
    SPEND: { description: "Money spent, in the programme's currency." },
    POINTS: { description: 'Points earned in a qualifying currency.' },
  },
});

@ObjectType({ implements: Node, description: 'A step of a status ladder.' })
@ReadableWithParent()
export class Tier extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => Decimal, { description: 'Spend or points that reach it, inclusive, in the unit of the tier set.' })
  threshold!: string;
}

@ObjectType({
  implements: Node,
  description: 'A status ladder. It counts over the calendar year; a tier is reached at once and lasts to the end of the year.',
})
@ReadableWithParent()
export class TierSet extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => QualificationMeasure, { description: 'What counts.' })
  measure!: QualificationMeasure;
  @Field(() => String, { description: 'Unit of the thresholds: the ISO 4217 code of the money, or the code of the point currency.' })
  unit!: string;
  @Field(() => [Tier], { description: 'From the first, which everybody has, to the highest.' })
  tiers!: Tier[];
}

/** An amount of the set's measure, as decimal text. */
export const measured = (set: TierSetSettings, amount: number, settings: ProgramSettings): string =>
  set.qualifiesBy.measure === 'SPEND' ? fromMinor(amount, settings.currencyCode) : String(amount);

const unitOf = ({ qualifiesBy }: TierSetSettings, settings: ProgramSettings): string =>
  qualifiesBy.measure === 'SPEND'
    ? settings.currencyCode
    : (settings.pointCurrencies.find(({ id }) => id === qualifiesBy.currency)?.code ?? qualifiesBy.currency);

export const tierType = (set: TierSetSettings, tierId: string, settings: ProgramSettings): Tier => {
  const tier = set.tiers.find(({ id }) => id === tierId) ?? set.tiers[0];
  return Object.assign(new Tier(), { id: globalId('tier', tier.id), name: tier.name, threshold: measured(set, tier.threshold, settings) });
};

export const tierSet = (set: TierSetSettings, settings: ProgramSettings): TierSet =>
  Object.assign(new TierSet(), {
    id: globalId('tierSet', set.id),
    name: set.name,
    measure: set.qualifiesBy.measure as QualificationMeasure,
    unit: unitOf(set, settings),
    tiers: set.tiers.map(({ id }) => tierType(set, id, settings)),
  });

@ObjectType({ description: 'What a member lacks to the next tier, and how long the present one lasts.' })
@ReadableWithParent()
export class TierProjection {
  @Field(() => Tier, { nullable: true, description: 'The next tier; null on the highest.' })
  nextTier!: Tier | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'What is missing to the next tier, in the unit of the tier set; null on the highest.',
  })
  remaining!: string | null;
  @Field(() => DateTime, { description: 'By when (exclusive): the end of the qualification window.' })
  before!: Date;
  @Field(() => Decimal, {
    description: 'What must be gathered anew, from the instant evaluatesAt on, to stand on this tier again; 0 for the first tier.',
  })
  toRegain!: string;
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
  @Field(() => DateTime, { nullable: true, description: 'When it is evaluated again; null for the first tier, which cannot be lost.' })
  evaluatesAt!: Date | null;
  @Field(() => Decimal, { description: 'What was gathered in the present window, in the unit of the tier set.' })
  progress!: string;
  @Field(() => DateTime, { description: 'When the present window began.' })
  windowStartsAt!: Date;
  @Field(() => DateTime, { description: 'When it ends (exclusive).' })
  windowEndsAt!: Date;
  @Field(() => TierProjection, { description: 'What is missing, and by when.' })
  projection!: TierProjection;
}

@InputType({ description: 'A step of a new status ladder.' })
export class TierInput {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => Decimal, {
    description: "Spend in the programme's money, or points, inclusive. The first tier's is 0; each is higher than the one before.",
  })
  threshold!: string;
}

@InputType({ description: 'A new status ladder.' })
export class CreateTierSetInput {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => QualificationMeasure, { description: 'What counts.' })
  measure!: QualificationMeasure;
  @Field(() => String, { nullable: true, description: 'Code of the qualifying point currency; required for POINTS.' })
  currencyCode?: string | null;
  @Field(() => [TierInput], { description: 'From the first to the highest, at most 50.' })
  tiers!: TierInput[];
}

@ObjectType({ implements: Payload, description: 'A new status ladder.' })
@ReadableWithParent()
export class CreateTierSetPayload extends Payload {
  @Field(() => TierSet, { nullable: true, description: 'The new tier set; null when refused.' })
  tierSet!: TierSet | null;
}
