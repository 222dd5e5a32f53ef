import type { Instant, LotChange } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import type { PointCurrencySettings } from '../programs/settings.js';
import type { Activity } from './activity.js';
import { kindOf } from './kinds.js';
import { factorOf, type Multiplier } from './multiplier.js';
import { add, multiply, type Rational, ROUNDINGS, round, ZERO } from './rational.js';
import type { EarningRuleSettings } from './rule.js';

/** How one rule came to its share of an award. Stored in the entry. */
export interface RuleShare {
  readonly rule: string;
  readonly name: string;
  readonly formula: string;
  readonly points: number;
}

/** What an activity earns in one currency. */
export interface Award {
  readonly currency: PointCurrencySettings;
  readonly amount: number;
  readonly lots: readonly LotChange[];
  readonly shares: readonly RuleShare[];
  /** The exact points that each item brought; empty unless it is a purchase with items. */
  readonly byItem: readonly Rational[];
}

/**
 * What an activity earns under the programme's rules. Rounding happens once for the activity and
 * currency (and rounding mode): the shares of the rules are cut from the running total, so that they
 * add up exactly. What rules give is multiplied before it is rounded.
 */
export function earn(program: Program, activity: Activity, at: Instant, multipliers: readonly Multiplier[] = []): Award[] {
  const factor = factorOf(multipliers);
  const applicable = program.settings.earningRules.filter((rule) => isInForce(rule, at));
  const awards: Award[] = [];
  for (const currency of program.settings.pointCurrencies) {
    const shares: RuleShare[] = [];
    const byItem: Rational[] = activity.type === 'PURCHASE' ? activity.items.map(() => ZERO) : [];
    for (const rounding of ROUNDINGS) {
      let total: Rational = ZERO;
      let given = 0;
      for (const rule of applicable) {
        if (rule.currency !== currency.id || rule.rounding !== rounding) continue;
        const kind = kindOf(rule);
        const exact = kind.award(rule, activity);
        if (!exact) continue;
        total = add(total, multiply(exact, factor));
        const points = round(total, rounding) - given;
        given += points;
        if (activity.type === 'PURCHASE') {
          for (const [i, part] of (kind.byItem?.(rule, activity) ?? []).entries())
            byItem[i] = add(byItem[i] ?? ZERO, multiply(part, factor));
        }
        shares.push({ rule: rule.id, name: rule.name, formula: kind.formula(rule, activity, program.settings.currencyCode), points });
      }
    }
    const amount = shares.reduce((sum, share) => sum + share.points, 0);
    if (amount === 0) continue;
    const expiresAt = program.expiryOf(currency, at);
    const lots = shares
      .filter((share) => share.points > 0)
      .map((share) => ({ expiresAt, source: `rule:${share.rule}`, amount: share.points }));
    awards.push({ currency, amount, lots, shares, byItem });
  }
  return awards;
}

/** Whether a rule gives anything at an instant. */
export const isInForce = (rule: EarningRuleSettings, at: Instant): boolean =>
  rule.isActive && (rule.validFrom === null || rule.validFrom <= at) && (rule.validTo === null || at < rule.validTo);
