import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { globalId } from '../graphql/global-id.js';
import { Money, moneyType } from '../graphql/money.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Decimal } from '../graphql/scalars.js';
import { fromMinor } from '../programs/money.js';
import type { AttributeCondition, Conditions } from './conditions.js';
import { timeText } from './time-of-day.js';

export enum AttributeOperator {
  IS = 'IS',
  IS_NOT = 'IS_NOT',
  AT_LEAST = 'AT_LEAST',
  AT_MOST = 'AT_MOST',
}
registerEnumType(AttributeOperator, {
  name: 'AttributeOperator',
  description: 'How an attribute of an event is compared.',
  valuesConfig: {
    IS: { description: 'It is one of the values, written as text: "red", "3", "true".' },
    IS_NOT: { description: 'It is none of the values, or was not sent.' },
    AT_LEAST: { description: 'It is a number, and not below the one value.' },
    AT_MOST: { description: 'It is a number, and not above the one value.' },
  },
});

const CHANNELS = 'Channels of the activity; any of them.';
const STORES = 'Stores of the activity; any of them.';
const SKUS = 'Products: only lines with one of these stock keeping units count.';
const CATEGORIES = 'Only lines in one of these categories count.';
const BRANDS = 'Only lines of one of these brands count.';
const EXCLUDED_CHANNELS = 'Not in these channels.';
const EXCLUDED_STORES = 'Not in these stores.';
const EXCLUDED_SKUS = 'Lines with these stock keeping units do not count.';
const EXCLUDED_CATEGORIES = 'Lines in these categories do not count.';
const EXCLUDED_BRANDS = 'Lines of these brands do not count.';
const TIERS = 'Ids of tiers: the member has one of them, or a higher one of its set.';
const SEGMENTS = 'Ids of segments: the member is in one of them.';
const TIMES_OF_DAY = "In one of these times of the day, in the programme's zone.";
const WEEKDAYS = "On one of these days of the week in the programme's zone, from 1, Monday, to 7, Sunday.";
const MIN_AMOUNT = 'The purchase, or those of its lines that count, came to this at least.';
const ATTRIBUTES = 'Attributes of the event; all of them.';

@ObjectType({ description: 'A time of the day.' })
@ReadableWithParent()
export class TimeOfDay {
  @Field(() => String, { description: 'Local time at which it begins, like 09:00.' })
  from!: string;
  @Field(() => String, { description: 'Local time at which it is over, like 11:00. Not later than `from`: on the next day.' })
  to!: string;
}

@InputType({ description: 'A time of the day.' })
export class TimeOfDayInput {
  @Field(() => String, { description: 'Local time at which it begins, like 09:00.' })
  from!: string;
  @Field(() => String, {
    description: 'Local time at which it is over, like 11:00; 24:00 is the end of the day. Not later than `from`: on the next day.',
  })
  to!: string;
}

@ObjectType('AttributeCondition', { description: 'What an attribute of an event must be.' })
@ReadableWithParent()
export class AttributeConditionType {
  @Field(() => String, { description: 'Name of the attribute.' })
  name!: string;
  @Field(() => AttributeOperator, { description: 'How it is compared.' })
  operator!: AttributeOperator;
  @Field(() => [String], { description: 'With what.' })
  values!: string[];
}

@InputType({ description: 'What an attribute of an event must be.' })
export class AttributeConditionInput {
  @Field(() => String, { description: 'Name of the attribute, as recordActivity sends it.' })
  name!: string;
  @Field(() => AttributeOperator, { nullable: true, description: 'How it is compared; IS when left out.' })
  operator?: AttributeOperator | null;
  @Field(() => [String], { description: 'With what; for AT_LEAST and AT_MOST one number.' })
  values!: string[];
}

@ObjectType('Conditions', { description: 'When something applies: all of it must hold. What is null or empty asks nothing.' })
@ReadableWithParent()
export class ConditionsType {
  @Field(() => [String], { description: CHANNELS })
  channels!: readonly string[];
  @Field(() => [String], { description: EXCLUDED_CHANNELS })
  excludedChannels!: readonly string[];
  @Field(() => [String], { description: STORES })
  stores!: readonly string[];
  @Field(() => [String], { description: EXCLUDED_STORES })
  excludedStores!: readonly string[];
  @Field(() => [String], { description: SKUS })
  skus!: readonly string[];
  @Field(() => [String], { description: EXCLUDED_SKUS })
  excludedSkus!: readonly string[];
  @Field(() => [String], { description: CATEGORIES })
  categories!: readonly string[];
  @Field(() => [String], { description: EXCLUDED_CATEGORIES })
  excludedCategories!: readonly string[];
  @Field(() => [String], { description: BRANDS })
  brands!: readonly string[];
  @Field(() => [String], { description: EXCLUDED_BRANDS })
  excludedBrands!: readonly string[];
  @Field(() => [ID], { description: TIERS })
  tiers!: string[];
  @Field(() => [ID], { description: SEGMENTS })
  segments!: string[];
  @Field(() => [TimeOfDay], { description: TIMES_OF_DAY })
  timesOfDay!: TimeOfDay[];
  @Field(() => [Int], { description: WEEKDAYS })
  weekdays!: readonly number[];
  @Field(() => Money, { nullable: true, description: MIN_AMOUNT })
  minAmount!: Money | null;
  @Field(() => [AttributeConditionType], { description: ATTRIBUTES })
  attributes!: AttributeConditionType[];
}

@InputType({ description: 'When something applies: all of it must hold. What is left out asks nothing. Lists take at most 500 items.' })
export class ConditionsInput {
  @Field(() => [String], { nullable: true, description: CHANNELS })
  channels?: string[] | null;
  @Field(() => [String], { nullable: true, description: EXCLUDED_CHANNELS })
  excludedChannels?: string[] | null;
  @Field(() => [String], { nullable: true, description: STORES })
  stores?: string[] | null;
  @Field(() => [String], { nullable: true, description: EXCLUDED_STORES })
  excludedStores?: string[] | null;
  @Field(() => [String], { nullable: true, description: SKUS })
  skus?: string[] | null;
  @Field(() => [String], { nullable: true, description: EXCLUDED_SKUS })
  excludedSkus?: string[] | null;
  @Field(() => [String], { nullable: true, description: CATEGORIES })
  categories?: string[] | null;
  @Field(() => [String], { nullable: true, description: EXCLUDED_CATEGORIES })
  excludedCategories?: string[] | null;
  @Field(() => [String], { nullable: true, description: BRANDS })
  brands?: string[] | null;
  @Field(() => [String], { nullable: true, description: EXCLUDED_BRANDS })
  excludedBrands?: string[] | null;
  @Field(() => [ID], { nullable: true, description: TIERS })
  tiers?: string[] | null;
  @Field(() => [ID], { nullable: true, description: SEGMENTS })
  segments?: string[] | null;
  @Field(() => [TimeOfDayInput], { nullable: true, description: TIMES_OF_DAY })
  timesOfDay?: TimeOfDayInput[] | null;
  @Field(() => [Int], { nullable: true, description: WEEKDAYS })
  weekdays?: number[] | null;
  @Field(() => Decimal, { nullable: true, description: MIN_AMOUNT })
  minAmount?: string | null;
  @Field(() => [AttributeConditionInput], { nullable: true, description: ATTRIBUTES })
  attributes?: AttributeConditionInput[] | null;
}

/** Conditions as the API shows them. */
export function conditionsType(conditions: Conditions, currencyCode: string): ConditionsType {
  const { channels, excludedChannels, stores, excludedStores, skus, excludedSkus, categories, excludedCategories, brands, excludedBrands } =
    conditions;
  const { tiers = [], segments = [], timesOfDay = [], weekdays = [], minAmount, attributes = [] } = conditions;
  const named = { channels, excludedChannels, stores, excludedStores, skus, excludedSkus };
  const lists = Object.entries({ ...named, categories, excludedCategories, brands, excludedBrands });
  return Object.assign(new ConditionsType(), Object.fromEntries(lists.map(([name, list = []]) => [name, list])), {
    tiers: tiers.map(({ tier }) => globalId('tier', tier)),
    segments: segments.map((id) => globalId('segment', id)),
    timesOfDay: timesOfDay.map(({ from, to }) => Object.assign(new TimeOfDay(), { from: timeText(from), to: timeText(to) })),
    weekdays,
    minAmount: minAmount === undefined ? null : moneyType(fromMinor(minAmount, currencyCode), currencyCode),
    attributes: attributes.map(attributeConditionType),
  });
}

const attributeConditionType = (condition: AttributeCondition): AttributeConditionType =>
  Object.assign(new AttributeConditionType(), condition);
