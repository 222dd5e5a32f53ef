import type { Instant, LotChange } from '../journal/core/entry.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import type { PointCurrencySettings } from '../programs/settings.js';
import type { Activity } from './activity.js';
import { meets } from './conditions.js';
import { kindOf } from './kinds.js';
import { matchingPart } from './matching-part.js';
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

/** The part of an activity that a rule sees, and where its items stood; null: the rule's conditions do not hold. */
function partFor(
  { conditions }: EarningRuleSettings,
  activity: Activity,
  state: Pick<StreamState, 'standings'>,
  program: Program,
  at: Instant,
) {
  if (!conditions) return { activity, lines: null };
  if (!meets(conditions, { activity, state, program, at, segments: activity.segments ?? [] })) return null;
  const part = activity.type === 'PURCHASE' ? matchingPart(conditions, activity) : null;
  return { activity: part?.purchase ?? activity, lines: part?.lines ?? null };
}

/**
 * What an activity earns under the programme's rules. Rounding happens once for the activity and
 * currency (and rounding mode): the shares of the rules are cut from the running total, so that they
 * add up exactly. What rules give is multiplied before it is rounded.
 */
export function earn(
  program: Program,
  state: Pick<StreamState, 'standings'>,
  activity: Activity,
  at: Instant,
  multipliers: readonly Multiplier[] = [],
): Award[] {
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
        const part = partFor(rule, activity, state, program, at);
        const exact = part && kind.award(rule, part.activity);
        if (!exact) continue;
        total = add(total, multiply(exact, factor));
        const points = round(total, rounding) - given;
        given += points;
        if (part.activity.type === 'PURCHASE') {
          for (const [i, points] of (kind.byItem?.(rule, part.activity) ?? []).entries()) {
            const line = part.lines?.[i] ?? i;
            byItem[line] = add(byItem[line] ?? ZERO, multiply(points, factor));
          }
        }
        const formula = kind.formula(rule, part.activity, program.settings.currencyCode);
        shares.push({ rule: rule.id, name: rule.name, formula, points });
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
