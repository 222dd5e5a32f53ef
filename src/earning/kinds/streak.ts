import type { Instant } from '../../journal/core/entry.js';
import { parseDecimal } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';
import { type CountedActivity, isCounted } from './counted-activity.js';

/** A bonus for doing something on so many days, or in so many weeks, one after the other. */
export interface StreakSettings extends EarningRuleBase, CountedActivity {
  readonly kind: 'STREAK';
  /** Decimal text. */
  readonly points: string;
  readonly unit: 'DAY' | 'WEEK';
  /** How many of them make a streak; every so many give the bonus again. */
  readonly length: number;
  /** How many may be missed in a streak without ending it. */
  readonly freezes: number;
}

/** How far a member's streak is. */
export interface StreakProgress {
  /** The beginning of the last day or week that counted. */
  readonly last: Instant;
  readonly length: number;
  /** How many were missed since it began, or since its last bonus. */
  readonly missed: number;
}

const UNIT_MS = { DAY: 86_400_000, WEEK: 7 * 86_400_000 };

export const streak: RuleKind<StreakSettings> = {
  isBonus: true,
  give(rule, { activity, at, program, progress }) {
    if (!isCounted(rule, activity)) return null;
    const unit = program.calendar.periodOf(at, rule.unit);
    const before = progress as StreakProgress | undefined;
    // Once for each; what is late counts no more.
    if (before && unit <= before.last) return null;
    const next = following(rule, before, unit);
    const isReached = next.length % rule.length === 0;
    return {
      points: isReached ? parseDecimal(rule.points) : null,
      formula: `${rule.points} for ${next.length} ${rule.unit.toLowerCase()}s in a row`,
      progress: isReached ? { ...next, missed: 0 } : next,
    };
  },
  standing(rule, { progress, at, program }) {
    const before = progress as StreakProgress | undefined;
    const isOver = !before || missedBy(rule, before, program.calendar.periodOf(at, rule.unit)) > rule.freezes;
    return { current: isOver ? 0 : before.length % rule.length, target: rule.length, times: null };
  },
};

/** How many days or weeks were missed between the last that counted and this one, and before. Days have 23 to 25 hours where clocks change. */
const missedBy = ({ unit: name }: StreakSettings, before: StreakProgress, unit: Instant): number =>
  before.missed + Math.max(0, Math.round((unit - before.last) / UNIT_MS[name]) - 1);

function following(rule: StreakSettings, before: StreakProgress | undefined, unit: Instant): StreakProgress {
  if (!before) return { last: unit, length: 1, missed: 0 };
  const missed = missedBy(rule, before, unit);
  return missed <= rule.freezes ? { last: unit, length: before.length + 1, missed } : { last: unit, length: 1, missed: 0 };
}
