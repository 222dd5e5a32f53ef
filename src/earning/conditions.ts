import type { Instant } from '../journal/core/entry.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import { rankOf } from '../tiers/tier-set.js';
import type { Activity } from './activity.js';
import { type ItemConditions, matchingPart } from './matching-part.js';

/** What an attribute of an event must be. */
export interface AttributeCondition {
  readonly name: string;
  /** IS: one of the values, as text. IS_NOT: none of them. AT_LEAST and AT_MOST: a number, against the one value. */
  readonly operator: 'IS' | 'IS_NOT' | 'AT_LEAST' | 'AT_MOST';
  readonly values: readonly string[];
}

/** When something applies: plain data, all of which must hold. What is left out asks nothing; of a list, one is enough. */
export interface Conditions extends ItemConditions {
  readonly channels?: readonly string[];
  readonly excludedChannels?: readonly string[];
  readonly stores?: readonly string[];
  readonly excludedStores?: readonly string[];
  /** The member has that tier of its set, or a higher one. */
  readonly tiers?: readonly { readonly tierSet: string; readonly tier: string }[];
  /** Ids of segments. */
  readonly segments?: readonly string[];
  /** Local times of the programme's zone, in minutes of the day: from <= t < to. Where `to` is not later, it goes over midnight. */
  readonly timesOfDay?: readonly { readonly from: number; readonly to: number }[];
  /** Local days of the week, from 1, Monday, to 7. */
  readonly weekdays?: readonly number[];
  /** Minor units that the lines which count must come to. */
  readonly minAmount?: number;
  readonly attributes?: readonly AttributeCondition[];
}

/** What conditions are held against. */
export interface Situation {
  /** null: nothing was done, somebody only looks. Conditions on what was done do not hold then. */
  readonly activity: Activity | null;
  readonly state: Pick<StreamState, 'standings'>;
  readonly program: Program;
  readonly at: Instant;
  /** Ids of the segments that the member is in, of those that anything asks about. */
  readonly segments: readonly string[];
}

/** Whether all of it holds: of a purchase, for at least one of its lines. */
export function meets(conditions: Conditions, situation: Situation): boolean {
  const { activity, at, program, segments } = situation;
  if (!fits(activity?.channel, conditions.channels, conditions.excludedChannels)) return false;
  if (!fits(activity?.store, conditions.stores, conditions.excludedStores)) return false;
  if (conditions.segments && !conditions.segments.some((segment) => segments.includes(segment))) return false;
  if (conditions.tiers && !conditions.tiers.some(({ tierSet, tier }) => hasTier(situation, tierSet, tier))) return false;
  if (conditions.weekdays || conditions.timesOfDay) {
    const { weekday, minute } = program.calendar.localTime(at);
    if (conditions.weekdays && !conditions.weekdays.includes(weekday)) return false;
    if (conditions.timesOfDay && !conditions.timesOfDay.some((time) => isWithin(time, minute))) return false;
  }
  if (conditions.attributes && !conditions.attributes.every((each) => holds(each, activity))) return false;
  return isEnough(conditions, activity);
}

const fits = (value: string | undefined, wanted: readonly string[] | undefined, unwanted: readonly string[] | undefined): boolean =>
  (wanted === undefined || (value !== undefined && wanted.includes(value))) &&
  !(unwanted !== undefined && value !== undefined && unwanted.includes(value));

/** Whether the lines that count are there, and come to the least amount. */
function isEnough(conditions: Conditions, activity: Activity | null): boolean {
  const { minAmount, skus, categories, brands } = conditions;
  if (activity?.type !== 'PURCHASE') return !(minAmount !== undefined || skus || categories || brands);
  const part = matchingPart(conditions, activity);
  return part !== null && part.purchase.amount >= (minAmount ?? 0);
}

/** Who was not evaluated yet stands in the first tier. */
function hasTier({ state, program }: Situation, tierSet: string, tier: string): boolean {
  const set = program.settings.tierSets.find(({ id }) => id === tierSet);
  if (!set) return false;
  const wanted = rankOf(set, tier);
  const standing = state.standings[tierSet];
  return wanted >= 0 && (standing ? rankOf(set, standing.tier) : 0) >= wanted;
}

const isWithin = ({ from, to }: { readonly from: number; readonly to: number }, minute: number): boolean =>
  from < to ? from <= minute && minute < to : minute >= from || minute < to;

function holds({ name, operator, values }: AttributeCondition, activity: Activity | null): boolean {
  if (activity?.type !== 'EVENT') return false;
  const value = activity.attributes?.[name];
  const isNamed = ['string', 'number', 'boolean'].includes(typeof value) && values.includes(String(value));
  switch (operator) {
    case 'IS':
      return isNamed;
    case 'IS_NOT':
      return !isNamed;
    case 'AT_LEAST':
      return typeof value === 'number' && value >= Number(values[0]);
    case 'AT_MOST':
      return typeof value === 'number' && value <= Number(values[0]);
  }
}
