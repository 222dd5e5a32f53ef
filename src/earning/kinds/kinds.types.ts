import type { ProgramSettings } from '../../programs/settings.js';
import { type EarningRule, type RuleKindTypes, ruleFields } from '../rule.types.js';
import { achievementTypes } from './achievement.types.js';
import { cashbackTypes } from './cashback.types.js';
import { fixedPointsTypes } from './fixed-points.types.js';
import type { EarningRuleSettings } from './kinds.js';
import { nthTimeTypes } from './nth-time.types.js';
import { pointsPerItemTypes } from './points-per-item.types.js';
import { pointsPerSpendTypes } from './points-per-spend.types.js';
import { stampCardTypes } from './stamp-card.types.js';
import { streakTypes } from './streak.types.js';

// biome-ignore lint/suspicious/noExplicitAny: each kind knows its own input
type KindTypes = { readonly [K in EarningRuleSettings['kind']]: RuleKindTypes<Extract<EarningRuleSettings, { kind: K }>, any> };

const KIND_TYPES: KindTypes = {
  POINTS_PER_SPEND: pointsPerSpendTypes,
  FIXED_POINTS: fixedPointsTypes,
  POINTS_PER_ITEM: pointsPerItemTypes,
  CASHBACK: cashbackTypes,
  STAMP_CARD: stampCardTypes,
  NTH_TIME: nthTimeTypes,
  STREAK: streakTypes,
  ACHIEVEMENT: achievementTypes,
};

// biome-ignore lint/suspicious/noExplicitAny: whoever goes through all kinds knows none of them
type AnyKindTypes = RuleKindTypes<any, any>;

/** Every kind in the API, in the order of the inputs' fields. */
export const ALL_KIND_TYPES: readonly AnyKindTypes[] = Object.values(KIND_TYPES);

/** The rule as the API shows it. */
export function earningRule(rule: EarningRuleSettings, settings: ProgramSettings): EarningRule {
  const types: AnyKindTypes = KIND_TYPES[rule.kind];
  return Object.assign(new types.object(), ruleFields(rule, settings), types.show(rule, settings));
}
