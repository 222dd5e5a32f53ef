import { fromMinor } from '../../programs/money.js';
import { divide, multiply, parseDecimal, rational } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';

/** `points` for every `per` minor units of money spent: 1 for each 1.00, 3 for each 10.00. */
export interface PointsPerSpendSettings extends EarningRuleBase {
  readonly kind: 'POINTS_PER_SPEND';
  /** Decimal text. */
  readonly points: string;
  /** Minor units of the programme's money. */
  readonly per: number;
}

export const pointsPerSpend: RuleKind<PointsPerSpendSettings> = {
  award(rule, activity) {
    if (activity.type !== 'PURCHASE') return null;
    return divide(multiply(rational(activity.amount), parseDecimal(rule.points)), rational(rule.per));
  },
  byItem: (rule, { items }) =>
    items.map(({ amount }) => divide(multiply(rational(amount ?? 0), parseDecimal(rule.points)), rational(rule.per))),
  formula(rule, activity, code) {
    const spent = activity.type === 'PURCHASE' ? fromMinor(activity.amount, code) : '0';
    return `${spent} ${code} × ${rule.points} per ${fromMinor(rule.per, code)} ${code}`;
  },
};
