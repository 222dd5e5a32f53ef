import type { Instant } from '../../journal/core/entry.js';

/** How far a member is towards a target that may be reached again and again. */
export interface Run {
  /** The period that is counted in; 0: all time. */
  readonly window: Instant;
  /** All that was counted in the period: the target as often as it was reached, and what is over. */
  readonly total: number;
  /** How often the bonus was given for the period, so that what is returned and bought again gives none twice. */
  readonly given: number;
  /** How often it was given ever. */
  readonly times: number;
}

/** What one activity added. */
export interface Step {
  readonly count: number;
  readonly completed: number;
}

export interface Target {
  readonly target: number;
  /** How often the bonus is given: once for ever, once in each period, or each time, where what is over begins the next run. */
  readonly recurrence: 'ONCE' | 'EACH_PERIOD' | 'ALWAYS';
}

const NO_RUN: Run = { window: 0, total: 0, given: 0, times: 0 };

/** The run in a period, with what is still of an earlier one. */
const runIn = (run: Run, window: Instant, recurrence: Target['recurrence']): Run =>
  run.window === window ? run : { window, total: 0, given: recurrence === 'ONCE' ? run.given : 0, times: run.times };

/** The run with `count` more; null: the activity is late, in a period before the one that is counted in, and counts no more. */
export function advance(
  before: Run | undefined,
  { target, recurrence }: Target,
  window: Instant,
  count: number,
): { readonly run: Run; readonly step: Step } | null {
  if (before && window < before.window) return null;
  const run = runIn(before ?? NO_RUN, window, recurrence);
  const total = run.total + count;
  const reached = Math.floor(total / target);
  const completed = Math.max(0, (recurrence === 'ALWAYS' ? reached : Math.min(1, reached)) - run.given);
  return { run: { window, total, given: run.given + completed, times: run.times + completed }, step: { count, completed } };
}

/** The run without `count` of it and, where its bonuses were got back, without those. */
export const retreat = (run: Run, window: Instant, count: number, completed: number): Run => ({
  ...run,
  ...(run.window === window && { total: Math.max(0, run.total - count), given: Math.max(0, run.given - completed) }),
  times: Math.max(0, run.times - completed),
});

/** What is counted towards the next time, at most the target. */
export const progressOf = ({ total }: Run, { target, recurrence }: Target): number =>
  recurrence === 'ALWAYS' ? total % target : Math.min(total, target);
