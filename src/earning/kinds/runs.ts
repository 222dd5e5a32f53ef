import type { Instant } from '../../journal/core/entry.js';

/** A target that may be reached again and again. */
export interface Target {
  readonly target: number;
  /** How often the bonus is given: once for ever, once in each period, or each time, where what is over begins the next run. */
  readonly recurrence: 'ONCE' | 'EACH_PERIOD' | 'ALWAYS';
}

/** A target, and what is counted towards it. */
export interface Goal extends Target {
  /** Says what is counted, and over which periods: counts of one thing are none of another. */
  readonly of: string;
  /** The period of the activity, or of now; 0: all time. */
  readonly window: Instant;
}

/** How far a member is towards a goal, as it was when it was counted last. */
export interface Run extends Goal {
  /** All that was counted in the period: the target as often as it was reached, and what is over. */
  readonly total: number;
  /** How often the bonus was given for the period, so that what is returned and bought again gives none twice. */
  readonly given: number;
  /** How often it was given ever. */
  readonly times: number;
}

/** What one activity added, and to what. */
export interface Step extends Goal {
  readonly count: number;
  readonly completed: number;
}

const isSame = (a: Goal, b: Goal): boolean =>
  a.of === b.of && a.window === b.window && a.target === b.target && a.recurrence === b.recurrence;

/** The run towards a goal, with what is left of the one before: of another period, or from before the rule was edited. */
export function runTo(goal: Goal, before: Run | undefined): Run {
  if (before && isSame(before, goal)) return before;
  const { of, window, target, recurrence } = goal;
  const { times = 0, given = 0 } = before ?? {};
  const fresh = { of, window, target, recurrence, total: 0, given: recurrence === 'ONCE' ? given : 0, times };
  if (before?.of !== of || before.window !== window) return fresh;
  // Edited half-way: what is over counts on, and fills the new target once at most.
  if (recurrence === 'ALWAYS') return { ...fresh, total: Math.min(target, before.total % before.target) };
  return { ...fresh, total: Math.min(target, before.total), given };
}

/** The run with `count` more; null: the activity is late, in a period before the one that is counted in, and counts no more. */
export function advance(before: Run | undefined, goal: Goal, count: number): { readonly run: Run; readonly step: Step } | null {
  if (before && before.of === goal.of && goal.window < before.window) return null;
  const run = runTo(goal, before);
  const total = run.total + count;
  const reached = Math.floor(total / goal.target);
  const completed = Math.max(0, (goal.recurrence === 'ALWAYS' ? reached : Math.min(1, reached)) - run.given);
  return { run: { ...run, total, given: run.given + completed, times: run.times + completed }, step: { ...goal, count, completed } };
}

/** The run without `count` of what a step added to it and, where its bonuses were got back, without those. */
export const retreat = (run: Run, step: Step, count: number, isRecovered: boolean): Run => {
  const completed = isRecovered ? step.completed : 0;
  return {
    ...run,
    ...(isSame(run, step) && { total: Math.max(0, run.total - count), given: Math.max(0, run.given - completed) }),
    times: Math.max(0, run.times - completed),
  };
};

/** What is counted towards the next time, at most the target. */
export const progressOf = ({ total, target, recurrence }: Run): number =>
  recurrence === 'ALWAYS' ? total % target : Math.min(total, target);
