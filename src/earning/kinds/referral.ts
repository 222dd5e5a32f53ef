import type { EarningRuleBase, RuleKind } from '../rule.js';
import type { CountedActivity } from './counted-activity.js';

/**
 * Points for a member who brings another one, and for the one who comes, once that one does what is counted. Tiers do not multiply
 * them. How a referral goes on from there is in src/referrals.
 */
export interface ReferralSettings extends EarningRuleBase, CountedActivity {
  readonly kind: 'REFERRAL';
  /** Whole points for who referred. */
  readonly referrerPoints: number;
  /** Whole points for who was referred. */
  readonly refereePoints: number;
  /** ISO 8601 duration from the enrolment of who was referred; null: no limit. */
  readonly qualifyWithin: string | null;
  /** ISO 8601 duration during which the points are pending; null: they are not. */
  readonly returnWindow: string | null;
  /** Somebody's further referrals are flagged once there are so many in a period, as ISO 8601 duration; null: never. */
  readonly flagAbove: { readonly count: number; readonly period: string } | null;
}

/** The activity itself earns nothing by it: what a referral gives waits in a record of its own, apart from what returns take. */
export const referral: RuleKind<ReferralSettings> = { isBonus: true, give: () => null };
