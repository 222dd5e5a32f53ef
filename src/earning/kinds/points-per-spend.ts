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
  give(rule, { activity, program }) {
    if (activity.type !== 'PURCHASE') return null;
    const code = program.settings.currencyCode;
    const each = parseDecimal(rule.points);
    const pointsOf = (amount: number) => divide(multiply(rational(amount), each), rational(rule.per));
    return {
      points: pointsOf(activity.amount),
      byItem: activity.items.map(({ amount }) => pointsOf(amount ?? 0)),
      formula: `${fromMinor(activity.amount, code)} ${code} × ${rule.points} per ${fromMinor(rule.per, code)} ${code}`,
    };
  },
};
