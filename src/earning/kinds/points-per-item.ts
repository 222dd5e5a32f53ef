import { add, multiply, parseDecimal, type Rational, rational, ZERO } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';

/** Points for each unit of one product: a bonus on what is to be sold. */
export interface PointsPerItemSettings extends EarningRuleBase {
  readonly kind: 'POINTS_PER_ITEM';
  /** Decimal text, for each unit. */
  readonly points: string;
  readonly sku: string;
}

const ofItem = (rule: PointsPerItemSettings, sku: string | null, quantity: number): Rational =>
  sku === rule.sku ? multiply(parseDecimal(rule.points), rational(quantity)) : ZERO;

export const pointsPerItem: RuleKind<PointsPerItemSettings> = {
  award(rule, activity) {
    if (activity.type !== 'PURCHASE' || !activity.items.some(({ sku }) => sku === rule.sku)) return null;
    return activity.items.reduce<Rational>((sum, { sku, quantity }) => add(sum, ofItem(rule, sku, quantity)), ZERO);
  },
  byItem: (rule, { items }) => items.map(({ sku, quantity }) => ofItem(rule, sku, quantity)),
  formula: (rule) => `${rule.points} for each ${rule.sku}`,
};
