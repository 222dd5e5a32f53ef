import type { Conditions } from '../earning/conditions.js';
import type { Instant } from '../journal/core/entry.js';
import type { CapPeriod } from '../programs/calendar.js';

/** What a promotion adds to what rules gave for an activity in its currency. */
export type PromotionEffect =
  /** Decimal text above 1; of these rules alone, or of all when null. */
  | { readonly kind: 'MULTIPLIER'; readonly by: string; readonly rules: readonly string[] | null }
  /** So many points more, once for the activity. */
  | { readonly kind: 'BONUS'; readonly points: number };

/** A time of the week in the programme's zone, in minutes of the day: from <= t < to. One that ends on the next day belongs to the day on which it begins. */
export interface PromotionTime {
  /** From 1, Monday, to 7; null: every day. */
  readonly weekdays: readonly number[] | null;
  readonly from: number;
  /** Not later than `from`: on the next day. */
  readonly to: number;
}

/** How much all members together can get; null: no limit of this kind. */
export interface PromotionBudget {
  readonly points: number | null;
  /** Minor units of the programme's money. */
  readonly money: number | null;
}

/** A rule that raises what base rules gave. */
export interface PromotionSettings {
  readonly id: string;
  /** From 1; each change makes the next. */
  readonly version: number;
  readonly name: string;
  /** ARCHIVED: for good. It is kept, because its budget gets back what is returned. */
  readonly status: 'ACTIVE' | 'PAUSED' | 'ARCHIVED';
  /** Id of the point currency. */
  readonly currency: string;
  readonly effect: PromotionEffect;
  /** It counts for activities with validFrom <= effectiveAt < validTo; null: no bound. */
  readonly validFrom: Instant | null;
  readonly validTo: Instant | null;
  /** It counts in any of these times; always when left out. */
  readonly schedule?: readonly PromotionTime[];
  readonly conditions?: Conditions;
  /** Promotions of one group, and of one currency, compete as the group says; null: those without a group do. */
  readonly group: string | null;
  /** The higher goes first. */
  readonly priority: number;
  readonly budget?: PromotionBudget;
  /** What a point costs, as decimal text in the programme's money. It stays for the promotion's life, so that what was used has one price. */
  readonly costPerPoint?: string;
  /** How many points it gives each member in a period. */
  readonly memberCap?: { readonly period: CapPeriod; readonly max: number };
}

export const STACKINGS = ['ALL', 'BEST_FOR_MEMBER', 'PRIORITY'] as const;
/** Which of the promotions that fit an activity apply: all; the one that gives most; the one of the highest priority. */
export type Stacking = (typeof STACKINGS)[number];

export interface StackingSettings {
  /** Of promotions without a group. */
  readonly stacking: Stacking;
  readonly groups: Readonly<Record<string, Stacking>>;
}

export const STACK_ALL: StackingSettings = { stacking: 'ALL', groups: {} };

/** How the promotions of a group compete; those of a group of which nothing is said all apply. */
export const stackingOf = ({ stacking, groups }: StackingSettings, group: string | null): Stacking =>
  group === null ? stacking : (groups[group] ?? 'ALL');
