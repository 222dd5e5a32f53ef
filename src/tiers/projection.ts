import type { Instant, Standing } from '../journal/core/entry.js';
import { gathered } from './progress.js';
import { rankOf, reachedRank, type TierSettings } from './tier-set.js';
import { isPeriodic, type Ladder, periodOf, reachOf, windowOf } from './windows.js';

/** A tier to reach or keep, with what counts for it and by when. Amounts in the units of the measures. */
export interface Goal {
  readonly tier: TierSettings;
  readonly sums: readonly number[];
  readonly isReached: boolean;
  readonly countsFrom: Instant;
  /** Exclusive; Infinity: no end. */
  readonly before: Instant;
}

function goal(ladder: Ladder, standing: Standing, rank: number, from: Instant, before: Instant): Goal {
  const sums = gathered(ladder, standing, from, before);
  const tier = ladder.set.tiers[rank] ?? ladder.set.tiers[0];
  return { tier, sums, isReached: reachedRank(ladder.set, sums) >= rank, countsFrom: from, before };
}

/** What it takes to reach a higher tier within the present window. */
export function goalToReach(ladder: Ladder, standing: Standing, rank: number, at: Instant): Goal {
  const { start, end } = windowOf(ladder, at);
  return goal(ladder, standing, rank, start, end);
}

/**
 * What it takes to keep the present tier beyond its period: in grace the window that ended, which is still open; else the
 * first window that reaches beyond the period and is not over, or one in which the tier is reached already; and where no
 * window reaches so far, the one that begins then. null where nothing is evaluated.
 */
export function goalToStay(ladder: Ladder, standing: Standing, at: Instant): Goal | null {
  const { set } = ladder;
  const { until, graceUntil, manual } = standing;
  if (until === null || manual) return null;
  const rank = rankOf(set, standing.tier);
  const reach = reachOf(set);
  const isAnew = isPeriodic(set) && reach === 0;
  if (graceUntil !== undefined) return goal(ladder, standing, rank, isAnew ? until : windowOf(ladder, until - 1).start, graceUntil);
  if (isAnew) return goal(ladder, standing, rank, until, periodOf(ladder, until).end);
  if (!isPeriodic(set)) return goal(ladder, standing, rank, windowOf(ladder, until - 1).start, until);
  const windows = Array.from({ length: reach }, (_, i) => periodOf(ladder, until, i - reach));
  const goals = windows.map(({ start, end }) => goal(ladder, standing, rank, start, end));
  return goals.find(({ isReached }) => isReached) ?? goals.find(({ before }) => before > at) ?? null;
}
