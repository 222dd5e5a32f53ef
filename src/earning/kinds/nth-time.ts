import { multiply, parseDecimal, rational } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';
import { type CountedActivity, countedName, isCounted } from './counted-activity.js';
import { advance, type Goal, progressOf, type Run, retreat, runTo, type Step } from './runs.js';

/** A bonus for the first, or the n-th time that somebody does something; or every n-th time. */
export interface NthTimeSettings extends EarningRuleBase, CountedActivity {
  readonly kind: 'NTH_TIME';
  /** Decimal text. */
  readonly points: string;
  readonly n: number;
  readonly isRepeating: boolean;
}

const goalOf = (rule: NthTimeSettings): Goal => ({
  of: countedName(rule),
  window: 0,
  target: rule.n,
  recurrence: rule.isRepeating ? 'ALWAYS' : 'ONCE',
});

export const nthTime: RuleKind<NthTimeSettings> = {
  isBonus: true,
  give(rule, { activity, progress }) {
    if (!isCounted(rule, activity)) return null;
    const before = progress as Run | undefined;
    // Nothing can come of it any more.
    if (!rule.isRepeating && before && before.given > 0) return null;
    const next = advance(before, goalOf(rule), 1);
    if (!next) return null;
    const { run, step } = next;
    const points = step.completed > 0 ? multiply(parseDecimal(rule.points), rational(step.completed)) : null;
    return { points, formula: `${rule.points} for ${countedName(rule)} number ${run.total}`, progress: run, added: step };
  },
  takeBack(_, { progress, added, isWhole, isRecovered }) {
    const step = added as Step;
    return isWhole ? retreat(progress as Run, step, step.count, isRecovered) : undefined;
  },
  standing(rule, { progress }) {
    const run = runTo(goalOf(rule), progress as Run | undefined);
    return { current: progressOf(run), target: rule.n, times: run.times };
  },
};
