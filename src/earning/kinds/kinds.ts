import type { RuleKind } from '../rule.js';
import { type AchievementSettings, achievement } from './achievement.js';
import { type CashbackSettings, cashback } from './cashback.js';
import { type FixedPointsSettings, fixedPoints } from './fixed-points.js';
import { type NthTimeSettings, nthTime } from './nth-time.js';
import { type PointsPerItemSettings, pointsPerItem } from './points-per-item.js';
import { type PointsPerSpendSettings, pointsPerSpend } from './points-per-spend.js';
import { type StampCardSettings, stampCard } from './stamp-card.js';
import { type StreakSettings, streak } from './streak.js';

/** A rule of any kind, as the programme's settings keep it. */
export type EarningRuleSettings =
  | PointsPerSpendSettings
  | PointsPerItemSettings
  | FixedPointsSettings
  | CashbackSettings
  | StampCardSettings
  | NthTimeSettings
  | StreakSettings
  | AchievementSettings;

const KINDS: { readonly [K in EarningRuleSettings['kind']]: RuleKind<Extract<EarningRuleSettings, { kind: K }>> } = {
  POINTS_PER_SPEND: pointsPerSpend,
  POINTS_PER_ITEM: pointsPerItem,
  FIXED_POINTS: fixedPoints,
  CASHBACK: cashback,
  STAMP_CARD: stampCard,
  NTH_TIME: nthTime,
  STREAK: streak,
  ACHIEVEMENT: achievement,
};

/** The strategy of a rule. */
export const kindOf = <R extends EarningRuleSettings>(rule: R): RuleKind<R> => KINDS[rule.kind] as unknown as RuleKind<R>;
