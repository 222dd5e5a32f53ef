import type { EarnedTier, Instant, Standing } from '../journal/core/entry.js';
import type { Window } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import type { TierSetSettings } from './tier-set.js';

/** A tier set in the time of one member. */
export interface Ladder {
  readonly set: TierSetSettings;
  readonly program: Program;
  readonly enrolledAt: Instant;
}

/** The period that contains the instant, or one `shift` periods from it: a loyalty year, or a year of membership. */
export function periodOf({ set, program, enrolledAt }: Ladder, at: Instant, shift = 0): Window {
  const { window } = set;
  return window.type === 'ANNIVERSARY'
    ? program.calendar.anniversaryYear(at, enrolledAt, shift)
    : program.calendar.loyaltyYear(at, window.startsOn, shift);
}

/** The qualification window at an instant. A rolling one ends with the day; a lifetime does not end. */
export function windowOf(ladder: Ladder, at: Instant): Window {
  const { window } = ladder.set;
  if (window.type === 'ROLLING') return ladder.program.calendar.rolling(at, window.period);
  if (window.type === 'LIFETIME') return { start: ladder.enrolledAt, end: Infinity };
  return periodOf(ladder, at);
}

/** Start of the bucket into which an instant counts: its window, or in a rolling one its day. */
export const bucketStart = (ladder: Ladder, at: Instant): Instant =>
  ladder.set.window.type === 'ROLLING' ? ladder.program.calendar.dayOf(at).start : windowOf(ladder, at).start;

/** Windows are periods, and tiers last for periods: what a period gives is known without looking at a clock. */
export const isPeriodic = ({ window, lasts }: TierSetSettings): boolean =>
  (window.type === 'CALENDAR_YEAR' || window.type === 'ANNIVERSARY') && lasts.mode === 'PERIODS';

/** For how many periods after its own a window gives a tier. */
export const reachOf = ({ lasts, upgrades }: TierSetSettings): number =>
  (lasts.mode === 'PERIODS' ? lasts.further : 0) + (upgrades === 'NEXT_PERIOD' ? 1 : 0);

/** Buckets before the latest one count from this instant on; undefined: none does. */
export function countsFrom(ladder: Ladder, standing: EarnedTier & Pick<Standing, 'manual'>, at: Instant): Instant | undefined {
  const { set } = ladder;
  if (set.window.type === 'LIFETIME') return undefined;
  if (set.window.type === 'ROLLING') {
    const { start } = windowOf(ladder, at);
    const ended = endInGrace(ladder, standing, at);
    return ended === null ? start : Math.min(start, windowOf(ladder, ended - 1).start);
  }
  const periods = isPeriodic(set) ? reachOf(set) : 1;
  return periods === 0 ? undefined : periodOf(ladder, at, -periods).start;
}

/** The end of the period whose window a grace keeps open, also a grace that rests or would have begun under a tier given by hand; else null. */
function endInGrace({ set, program }: Ladder, { manual, ...standing }: EarnedTier & Pick<Standing, 'manual'>, at: Instant): Instant | null {
  const { until, graceUntil } = manual?.own ?? standing;
  if (until === null || until > at || (!manual && graceUntil === undefined)) return null;
  const end = graceUntil ?? (set.grace === null ? until : program.calendar.add(until, set.grace, null));
  return end > at ? until : null;
}
