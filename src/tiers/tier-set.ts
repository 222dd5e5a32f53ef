import type { YearStart } from '../programs/calendar.js';

/** What counts towards tiers. */
export type Measure =
  /** Minor units of the programme's money. */
  | { readonly measure: 'SPEND' }
  | { readonly measure: 'POINTS'; readonly currency: string }
  /** A number of activities: of purchases, of one named event, or of all. */
  | { readonly measure: 'ACTIVITIES'; readonly of: { readonly purchases: true } | { readonly event: string } | null };

/** Over which time it is counted. Periods are loyalty years, which begin on `startsOn`; for ANNIVERSARY years of membership. */
export type QualificationWindow =
  | { readonly type: 'CALENDAR_YEAR' | 'LIFETIME'; readonly startsOn: YearStart }
  | { readonly type: 'ROLLING'; readonly startsOn: YearStart; readonly period: string }
  | { readonly type: 'ANNIVERSARY' };

/** How long a tier lasts: to the end of the period it begins in and `further` periods, or a period from its beginning, or for good. */
export type TierDuration =
  | { readonly mode: 'PERIODS'; readonly further: number }
  | { readonly mode: 'FOR_PERIOD'; readonly period: string }
  | { readonly mode: 'FOREVER' };

export interface TierSettings {
  readonly id: string;
  readonly name: string;
  /** One for each measure of the set, inclusive; null: this measure does not count for this tier. The first tier's are 0. */
  readonly thresholds: readonly (number | null)[];
  /** How many of the thresholds must be reached; null: all. */
  readonly atLeast: number | null;
  /** Decimal text by which earned points are multiplied; null: 1. */
  readonly multiplier: string | null;
  /** Nobody reaches it any more; who has it keeps it to the next evaluation. */
  readonly isRetired: boolean;
}

/** A status ladder. */
export interface TierSetSettings {
  readonly id: string;
  readonly name: string;
  /** At least one; they stay as they are for the set's life, because standings count by them. */
  readonly measures: readonly [Measure, ...Measure[]];
  readonly window: QualificationWindow;
  readonly upgrades: 'IMMEDIATE' | 'NEXT_PERIOD';
  readonly lasts: TierDuration;
  readonly downgrade: 'ONE_DOWN' | 'BY_BALANCE';
  /** ISO 8601 period from the end of a tier's period; null: none. */
  readonly grace: string | null;
  /** From the first, which everybody has, to the highest. */
  readonly tiers: readonly [TierSettings, ...TierSettings[]];
}

/** The tier's place in its ladder; -1 when the settings do not have it. */
export const rankOf = (set: TierSetSettings, tier: string): number => set.tiers.findIndex(({ id }) => id === tier);

/** The place of the highest tier whose condition the sums meet. */
export const reachedRank = (set: TierSetSettings, sums: readonly number[]): number =>
  Math.max(
    0,
    set.tiers.findLastIndex((tier) => !tier.isRetired && meets(tier, sums)),
  );

const meets = ({ thresholds, atLeast }: TierSettings, sums: readonly number[]): boolean => {
  const counting = thresholds.filter((threshold) => threshold !== null).length;
  const reached = thresholds.filter((threshold, i) => threshold !== null && threshold <= (sums[i] ?? 0)).length;
  return reached >= (atLeast ?? counting);
};

/** The next place below that a tier in use has. */
export const rankBelow = (set: TierSetSettings, rank: number): number =>
  Math.max(
    0,
    set.tiers.findLastIndex((tier, i) => i < rank && !tier.isRetired),
  );

/** The next place above that a tier in use has; null at the top. */
export const rankAbove = (set: TierSetSettings, rank: number): number | null => {
  const above = set.tiers.findIndex((tier, i) => i > rank && !tier.isRetired);
  return above < 0 ? null : above;
};

/** Whether somebody stands in the tier, or in one above it in its set. */
export const hasTier = (
  sets: readonly TierSetSettings[],
  standings: Readonly<Record<string, { readonly tier: string }>>,
  tier: string,
): boolean =>
  sets.some((set) => {
    const rank = rankOf(set, tier);
    return rank >= 0 && Math.max(0, rankOf(set, standings[set.id]?.tier ?? '')) >= rank;
  });
