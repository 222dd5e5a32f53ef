import { fromMinor } from '../../programs/money.js';
import type { ActivityItem, Purchase } from '../activity.js';
import { add, multiply, parseDecimal, type Rational, rational, ZERO } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';

/** Points for each unit of one product: a bonus on what is to be sold. Of a purchase that was paid with points in part, the rest of it. */
export interface PointsPerItemSettings extends EarningRuleBase {
  readonly kind: 'POINTS_PER_ITEM';
  /** Decimal text, for each unit. */
  readonly points: string;
  readonly sku: string;
}

export const pointsPerItem: RuleKind<PointsPerItemSettings> = {
  give(rule, { activity, whole, program }) {
    if (activity.type !== 'PURCHASE' || whole.type !== 'PURCHASE' || !activity.items.some(({ sku }) => sku === rule.sku)) return null;
    const byItem = activity.items.map((item) => ofItem(rule, item, whole));
    const formula = formulaOf(rule, whole, program.settings.currencyCode);
    return { points: byItem.reduce<Rational>((sum, points) => add(sum, points), ZERO), byItem, formula };
  },
};

function ofItem(rule: PointsPerItemSettings, { sku, quantity }: ActivityItem, { amount, paidWithPoints }: Purchase): Rational {
  if (sku !== rule.sku) return ZERO;
  const points = multiply(parseDecimal(rule.points), rational(quantity));
  return paidWithPoints?.value ? multiply(points, rational(amount, amount + paidWithPoints.value)) : points;
}

function formulaOf({ points, sku }: PointsPerItemSettings, { amount, paidWithPoints }: Purchase, code: string): string {
  const each = `${points} for each ${sku}`;
  return paidWithPoints?.value ? `${each} × ${fromMinor(amount, code)} of ${fromMinor(amount + paidWithPoints.value, code)} ${code}` : each;
}
