import { fixedPoints } from './kinds/fixed-points.js';
import { pointsPerItem } from './kinds/points-per-item.js';
import { pointsPerSpend } from './kinds/points-per-spend.js';
import type { EarningRuleSettings, RuleKind } from './rule.js';

const KINDS: { readonly [K in EarningRuleSettings['kind']]: RuleKind<Extract<EarningRuleSettings, { kind: K }>> } = {
  POINTS_PER_SPEND: pointsPerSpend,
  FIXED_POINTS: fixedPoints,
  POINTS_PER_ITEM: pointsPerItem,
};

/** The strategy of a rule. */
export const kindOf = <R extends EarningRuleSettings>(rule: R): RuleKind<R> => KINDS[rule.kind] as unknown as RuleKind<R>;
