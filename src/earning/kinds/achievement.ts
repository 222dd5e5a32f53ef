import type { Instant } from '../../journal/core/entry.js';
import type { CapPeriod } from '../../programs/calendar.js';
import { fromMinor } from '../../programs/money.js';
import type { Program } from '../../programs/program.js';
import { multiply, parseDecimal, rational } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';
import { type CountedActivity, countedName, isCounted } from './counted-activity.js';
import { advance, type Goal, progressOf, type Run, retreat, runTo, type Step, type Target } from './runs.js';

/** A bonus, and perhaps a badge, for a target: so much money, or so many activities, in a period or ever. */
export interface AchievementSettings extends EarningRuleBase, CountedActivity, Target {
  readonly kind: 'ACHIEVEMENT';
  /** Decimal text; "0": the badge alone. */
  readonly points: string;
  readonly measure: 'SPEND' | 'ACTIVITIES';
  readonly period: CapPeriod;
  /** Name of the badge that goes with it; null: none. */
  readonly badge: string | null;
}

const goalOf = (rule: AchievementSettings, at: Instant, { calendar }: Program): Goal => ({
  of: `${rule.measure} ${rule.period} ${countedName(rule)}`,
  window: calendar.periodOf(at, rule.period),
  target: rule.target,
  recurrence: rule.recurrence,
});

export const achievement: RuleKind<AchievementSettings> = {
  isBonus: true,
  give(rule, { activity, at, program, progress }) {
    if (!isCounted(rule, activity)) return null;
    const before = progress as Run | undefined;
    // Nothing can come of it any more.
    if (rule.recurrence === 'ONCE' && before && before.given > 0) return null;
    const spent = activity.type === 'PURCHASE' ? activity.amount : 0;
    const next = advance(before, goalOf(rule, at, program), rule.measure === 'SPEND' ? spent : 1);
    if (!next) return null;
    const { run, step } = next;
    const points = step.completed > 0 ? multiply(parseDecimal(rule.points), rational(step.completed)) : null;
    return { points, formula: formulaOf(rule, step, program.settings.currencyCode), progress: run, added: step };
  },
  takeBack({ measure }, { progress, added, share, isWhole, isRecovered }) {
    const step = added as Step;
    const [before, after] = share(step.count);
    const lost = measure === 'SPEND' ? after - before : isWhole ? step.count : 0;
    return retreat(progress as Run, step, lost, isWhole && isRecovered);
  },
  standing(rule, { progress, at, program }) {
    const run = runTo(goalOf(rule, at, program), progress as Run | undefined);
    const badge = run.times > 0 ? rule.badge : null;
    return { current: progressOf(run), target: rule.target, isMoney: rule.measure === 'SPEND', times: run.times, badge };
  },
};

function formulaOf(rule: AchievementSettings, { completed }: Step, code: string): string {
  const target = rule.measure === 'SPEND' ? `${fromMinor(rule.target, code)} ${code}` : `${rule.target} × ${countedName(rule)}`;
  return `${rule.points} for ${target}${completed > 1 ? `, ${completed} times` : ''}`;
}
