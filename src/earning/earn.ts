import type { Instant, LotChange } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import type { PointCurrencySettings } from '../programs/settings.js';
import type { Activity } from './activity.js';
import { type EarningState, giftOf, isInForce, type RuleGift } from './gifts.js';
import { kindOf } from './kinds/kinds.js';
import { factorOf, type Multiplier } from './multiplier.js';
import { add, multiply, type Rational, ROUNDINGS, rational, round, ZERO } from './rational.js';

/** How one rule came to its share of an award. Stored in the entry. */
export interface RuleShare {
  readonly rule: string;
  /** Of the settings, in which the rule was changed last. Left out in rules of earlier days. */
  readonly version?: number;
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

/** What an activity brings under the programme's rules. */
export interface Earnings {
  readonly awards: readonly Award[];
  /** Of each rule that applies, in the order of the rules. */
  readonly gifts: readonly RuleGift[];
}

/**
 * What an activity earns under the programme's rules. Rounding happens once for the activity and
 * currency (and rounding mode): the shares of the rules are cut from the running total, so that they
 * add up exactly. What rules give is multiplied before it is rounded, bonuses apart.
 */
export function earn(
  program: Program,
  state: EarningState,
  activity: Activity,
  at: Instant,
  multipliers: readonly Multiplier[] = [],
): Earnings {
  const factor = factorOf(multipliers);
  const gifts: RuleGift[] = [];
  for (const rule of program.settings.earningRules) {
    const gift = isInForce(rule, at) ? giftOf(rule, program, state, activity, at) : null;
    if (gift) gifts.push(gift);
  }
  const awards: Award[] = [];
  for (const currency of program.settings.pointCurrencies) {
    const shares: RuleShare[] = [];
    const byItem: Rational[] = activity.type === 'PURCHASE' ? activity.items.map(() => ZERO) : [];
    for (const rounding of ROUNDINGS) {
      let total: Rational = ZERO;
      let given = 0;
      for (const gift of gifts) {
        const { rule, formula, lines } = gift;
        if (!gift.points || rule.currency !== currency.id || rule.rounding !== rounding) continue;
        const by = kindOf(rule).isBonus ? ONE : factor;
        total = add(total, multiply(gift.points, by));
        const points = round(total, rounding) - given;
        given += points;
        for (const [i, part] of (gift.byItem ?? []).entries()) {
          const line = lines?.[i] ?? i;
          byItem[line] = add(byItem[line] ?? ZERO, multiply(part, by));
        }
        shares.push({ rule: rule.id, ...(rule.version !== undefined && { version: rule.version }), name: rule.name, formula, points });
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
  return { awards, gifts };
}

const ONE = rational(1);
