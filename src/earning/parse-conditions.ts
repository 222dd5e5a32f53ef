import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import { toMinor } from '../programs/money.js';
import type { Program } from '../programs/program.js';
import type { AttributeCondition, Conditions } from './conditions.js';
import type { AttributeConditionInput, ConditionsInput, TimeOfDayInput } from './conditions.types.js';
import { parseTimeOfDay } from './time-of-day.js';

const LIST_MAX = 500;
const TEXT_MAX = 255;

const TEXTS = [
  ...(['channels', 'excludedChannels', 'stores', 'excludedStores', 'skus', 'excludedSkus'] as const),
  ...(['categories', 'excludedCategories', 'brands', 'excludedBrands'] as const),
];

/**
 * Conditions as they are kept; undefined: none. Empty lists ask nothing.
 * @param path of the input, for the message
 * @throws Refused
 */
export function parseConditions(input: ConditionsInput | null | undefined, program: Program, ...path: string[]): Conditions | undefined {
  if (!input) return undefined;
  const refused = (message: string, field: string) => new Refused(invalid(message, ...path, field));
  for (const [field, list] of Object.entries(input)) {
    if (Array.isArray(list) && list.length > LIST_MAX) throw refused(`${field} takes at most ${LIST_MAX} items.`, field);
  }
  const conditions: { -readonly [K in keyof Conditions]: Conditions[K] } = {};
  for (const field of TEXTS) {
    const list = input[field];
    if (list?.some((text) => text === '' || text.length > TEXT_MAX || !isStorable(text)))
      throw refused(`Each of ${field} has 1 to ${TEXT_MAX} characters.`, field);
    if (list?.length) conditions[field] = list;
  }
  if (input.tiers?.length)
    conditions.tiers = input.tiers.map((id) => tierOf(id, program) ?? fail(refused('There is no such tier.', 'tiers')));
  if (input.segments?.length)
    conditions.segments = input.segments.map((id) => segmentOf(id, program) ?? fail(refused('There is no such segment.', 'segments')));
  if (input.timesOfDay?.length)
    conditions.timesOfDay = input.timesOfDay.map(
      (time) => timeOfDay(time) ?? fail(refused('A time of the day goes from one time to another, like 09:00 to 11:00.', 'timesOfDay')),
    );
  if (input.weekdays?.some((day) => day < 1 || day > 7)) throw refused('Days of the week go from 1, Monday, to 7, Sunday.', 'weekdays');
  if (input.weekdays?.length) conditions.weekdays = input.weekdays;
  if (input.minAmount != null) {
    const minor = toMinor(input.minAmount, program.settings.currencyCode);
    if (minor === null || minor < 0) throw refused('minAmount is an amount of the money of the programme.', 'minAmount');
    conditions.minAmount = minor;
  }
  if (input.attributes?.length)
    conditions.attributes = input.attributes.map(
      (each) =>
        attribute(each) ??
        fail(refused('An attribute has a name and values of 1 to 255 characters; AT_LEAST and AT_MOST take one number.', 'attributes')),
    );
  return Object.keys(conditions).length > 0 ? conditions : undefined;
}

function fail(refusal: Refused): never {
  throw refusal;
}

function tierOf(id: string, { settings }: Program): { tierSet: string; tier: string } | null {
  const tier = localId('tier', id);
  const set = settings.tierSets.find(({ tiers }) => tiers.some((each) => each.id === tier));
  return set && tier ? { tierSet: set.id, tier } : null;
}

const segmentOf = (id: string, { settings }: Program): string | undefined =>
  settings.segments?.find((each) => each.id === localId('segment', id))?.id;

function timeOfDay(time: TimeOfDayInput): { from: number; to: number } | null {
  const [from, to] = [parseTimeOfDay(time.from), parseTimeOfDay(time.to)];
  return from === null || to === null || from === to ? null : { from, to };
}

function attribute({ name, operator, values }: AttributeConditionInput): AttributeCondition | null {
  const isText = [name, ...values].every((text) => text !== '' && text.length <= TEXT_MAX && isStorable(text));
  const kind = operator ?? 'IS';
  const isNumber = values.length === 1 && /^-?\d+(\.\d+)?$/.test(values[0] as string);
  const isFit = kind === 'AT_LEAST' || kind === 'AT_MOST' ? isNumber : values.length > 0 && values.length <= LIST_MAX;
  return isText && isFit ? { name, operator: kind, values } : null;
}
