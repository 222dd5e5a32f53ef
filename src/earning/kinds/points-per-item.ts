import { fromMinor } from '../../programs/money.js';
import { add, multiply, parseDecimal, type Rational, rational, ZERO } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';

/** Points for each unit of one product: a bonus on what is to be sold. Of a purchase that was paid with points in part, the rest of it. */
export interface PointsPerItemSettings extends EarningRuleBase {
  readonly kind: 'POINTS_PER_ITEM';
  /** Decimal text, for each unit. */
  readonly points: string;
  readonly sku: string;
}

type Purchase = Parameters<NonNullable<RuleKind<PointsPerItemSettings>['byItem']>>[1];

const ofItem = (rule: PointsPerItemSettings, sku: string | null, quantity: number, { amount, paidWithPoints }: Purchase): Rational => {
  if (sku !== rule.sku) return ZERO;
  const points = multiply(parseDecimal(rule.points), rational(quantity));
  return paidWithPoints?.value ? multiply(points, rational(amount, amount + paidWithPoints.value)) : points;
};

export const pointsPerItem: RuleKind<PointsPerItemSettings> = {
  award(rule, activity) {
    if (activity.type !== 'PURCHASE' || !activity.items.some(({ sku }) => sku === rule.sku)) return null;
    return activity.items.reduce<Rational>((sum, { sku, quantity }) => add(sum, ofItem(rule, sku, quantity, activity)), ZERO);
  },
  byItem: (rule, purchase) => purchase.items.map(({ sku, quantity }) => ofItem(rule, sku, quantity, purchase)),
  formula(rule, activity, code) {
    const each = `${rule.points} for each ${rule.sku}`;
    if (activity.type !== 'PURCHASE' || !activity.paidWithPoints?.value) return each;
    const all = activity.amount + activity.paidWithPoints.value;
    return `${each} × ${fromMinor(activity.amount, code)} of ${fromMinor(all, code)} ${code}`;
  },
};
