import { parseDecimal } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';

/** The same number of points each time a named event happens: a review, a visit, a newsletter sign-up. */
export interface FixedPointsSettings extends EarningRuleBase {
  readonly kind: 'FIXED_POINTS';
  /** Decimal text. */
  readonly points: string;
  /** Name of the event it rewards. */
  readonly event: string;
}

export const fixedPoints: RuleKind<FixedPointsSettings> = {
  give: ({ event, points }, { activity }) =>
    activity.type === 'EVENT' && activity.name === event ? { points: parseDecimal(points), formula: `${points} for ${event}` } : null,
};
