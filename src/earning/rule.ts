import type { Instant } from '../journal/core/entry.js';
import type { Activity } from './activity.js';
import type { Conditions } from './conditions.js';
import type { FixedPointsSettings } from './kinds/fixed-points.js';
import type { PointsPerItemSettings } from './kinds/points-per-item.js';
import type { PointsPerSpendSettings } from './kinds/points-per-spend.js';
import type { Rational, Rounding } from './rational.js';

/** What every earning rule has, whatever its kind. */
export interface EarningRuleBase {
  readonly id: string;
  readonly name: string;
  /** Id of the point currency it gives. */
  readonly currency: string;
  readonly rounding: Rounding;
  readonly isActive: boolean;
  /** The rule counts for activities with validFrom <= effectiveAt < validTo; null: no bound. */
  readonly validFrom: Instant | null;
  readonly validTo: Instant | null;
  /** Left out: it counts for every activity of its kind. */
  readonly conditions?: Conditions;
}

export type EarningRuleSettings = PointsPerSpendSettings | FixedPointsSettings | PointsPerItemSettings;

/** A kind of rule: a pure strategy from activity to points. A new kind is one file in `kinds/` and one line in `kinds.ts`. */
export interface RuleKind<R extends EarningRuleBase> {
  /** The exact points this rule gives for the activity before rounding; null: it does not apply. A purchase's amounts are what was paid with money. */
  award(rule: R, activity: Activity): Rational | null;
  /** The exact points that each item of a purchase brought; where it is left out, items bring nothing of their own. */
  byItem?(rule: R, purchase: Activity & { readonly type: 'PURCHASE' }): Rational[];
  /** The calculation in one line, for the entry that it ends up in. */
  formula(rule: R, activity: Activity, currencyCode: string): string;
}
