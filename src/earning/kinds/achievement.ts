import type { Instant } from '../../journal/core/entry.js';
import type { CapPeriod } from '../../programs/calendar.js';
import { fromMinor } from '../../programs/money.js';
import type { Program } from '../../programs/program.js';
import { multiply, parseDecimal, rational } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';
import { type CountedActivity, countedName, isCounted } from './counted-activity.js';
import { advance, type Run, retreat, type Step, type Target } from './runs.js';

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

const windowOf = ({ period }: AchievementSettings, at: Instant, { calendar }: Program): Instant => calendar.periodOf(at, period);

export const achievement: RuleKind<AchievementSettings> = {
  isBonus: true,
  give(rule, { activity, at, program, progress }) {
    if (!isCounted(rule, activity)) return null;
    const before = progress as Run | undefined;
    // Nothing can come of it any more.
    if (rule.recurrence === 'ONCE' && before && before.given > 0) return null;
    const spent = activity.type === 'PURCHASE' ? activity.amount : 0;
    const next = advance(before, rule, windowOf(rule, at, program), rule.measure === 'SPEND' ? spent : 1);
    if (!next) return null;
    const { run, step } = next;
    const points = step.completed > 0 ? multiply(parseDecimal(rule.points), rational(step.completed)) : null;
    return { points, formula: formulaOf(rule, step, program.settings.currencyCode), progress: run, added: step };
  },
  takeBack(rule, { progress, added, at, share, isWhole, isRecovered, program }) {
    const { count, completed } = added as Step;
    const [before, after] = share(count);
    const lost = rule.measure === 'SPEND' ? after - before : isWhole ? count : 0;
    return retreat(progress as Run, windowOf(rule, at, program), lost, isWhole && isRecovered ? completed : 0);
  },
};

function formulaOf(rule: AchievementSettings, { completed }: Step, code: string): string {
  const target = rule.measure === 'SPEND' ? `${fromMinor(rule.target, code)} ${code}` : `${rule.target} × ${countedName(rule)}`;
  return `${rule.points} for ${target}${completed > 1 ? `, ${completed} times` : ''}`;
}
