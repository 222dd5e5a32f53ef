import type { Instant, Standing } from '../journal/core/entry.js';
import { gathered } from './progress.js';
import { reachedRank } from './tier-set.js';
import { isPeriodic, type Ladder, periodOf, reachOf, windowOf } from './windows.js';

/** A tier that what was gathered gives, and how long it would last. */
export interface Given {
  readonly rank: number;
  /** null: for good, as the first tier. */
  readonly until: Instant | null;
}

/** Why it is asked: an activity happened, or an instant came at which tiers are evaluated. */
export type Occasion = 'ACTIVITY' | 'DUE';

/**
 * The highest tier that what was gathered gives at an instant. Where windows are periods, each gives its tier to its own
 * end and some further: the present one, unless upgrades wait for the next period, and those before it that still reach
 * beyond the instant. Elsewhere it is the window at the instant or, when a tier falls due, the one that just ended. In grace
 * the window that ended is still open.
 */
export function given(ladder: Ladder, standing: Standing, at: Instant, occasion: Occasion): Given {
  const { set } = ladder;
  const candidates: Given[] = [];
  const add = (start: Instant, end: Instant, until: Instant | null) => {
    const rank = reachedRank(set, gathered(ladder, standing, start, end));
    candidates.push({ rank, until: rank === 0 ? null : until });
  };
  const reach = reachOf(set);
  if (isPeriodic(set)) {
    for (let back = set.upgrades === 'NEXT_PERIOD' ? 1 : 0; back <= reach; back += 1) {
      const { start, end } = periodOf(ladder, at, -back);
      add(start, end, periodOf(ladder, at, reach - back).end);
    }
  } else {
    add(windowOf(ladder, occasion === 'DUE' ? at - 1 : at).start, Infinity, termFrom(ladder, at, occasion));
  }
  const { graceUntil, until } = standing;
  if (graceUntil !== undefined && until !== null && !(isPeriodic(set) && reach === 0)) {
    add(windowOf(ladder, until - 1).start, Infinity, termFrom(ladder, at, 'DUE'));
  }
  // Of two windows that give the same tier the one that lasts longer counts.
  return candidates.reduce((best, each) => (each.rank > best.rank || (each.rank === best.rank && lasts(each) > lasts(best)) ? each : best));
}

const lasts = ({ until }: Given): Instant => until ?? Infinity;

/** How long a tier lasts that begins, or is kept, at an instant: at the end of a period as long as if the window that ended had given it. */
export function termFrom(ladder: Ladder, at: Instant, occasion: Occasion): Instant | null {
  const { lasts } = ladder.set;
  if (lasts.mode === 'FOREVER') return null;
  if (lasts.mode === 'FOR_PERIOD') return ladder.program.calendar.add(at, lasts.period, null);
  const reach = reachOf(ladder.set);
  return periodOf(ladder, at, occasion === 'ACTIVITY' ? reach : Math.max(reach, 1) - 1).end;
}
