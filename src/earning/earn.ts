import type { Instant, LotChange } from '../journal/core/entry.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import type { PointCurrencySettings } from '../programs/settings.js';
import { STACK_ALL } from '../promotions/promotion.js';
import { type Base, type BasePart, type Candidate, type PromotionShare, raise } from '../promotions/raise.js';
import type { Declined } from '../promotions/stacking.js';
import type { Activity } from './activity.js';
import { meets } from './conditions.js';
import { kindOf } from './kinds.js';
import { matchingPart } from './matching-part.js';
import { factorOf, type Multiplier } from './multiplier.js';
import { add, multiply, type Rational, ROUNDINGS, round, subtract, ZERO } from './rational.js';
import type { EarningRuleSettings } from './rule.js';

/** How one rule came to its share of an award. Stored in the entry. */
export interface RuleShare {
  readonly rule: string;
  readonly name: string;
  readonly formula: string;
  readonly points: number;
}

/** A share of a rule or of a promotion. */
export type Share = RuleShare | PromotionShare;

/** The source of lots that a share becomes. */
export const sourceOf = (share: Share): string => ('promotion' in share ? `promotion:${share.promotion}` : `rule:${share.rule}`);

/** What an activity earns in one currency. */
export interface Award {
  readonly currency: PointCurrencySettings;
  readonly amount: number;
  readonly lots: readonly LotChange[];
  /** Rules first, then promotions. */
  readonly shares: readonly Share[];
  /** Promotions that would fit and did not apply. */
  readonly declined: readonly Declined[];
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
 * add up exactly. What rules give is multiplied before it is rounded, and raised by the promotions that fit.
 */
export function earn(
  program: Program,
  state: Pick<StreamState, 'standings'>,
  activity: Activity,
  at: Instant,
  multipliers: readonly Multiplier[] = [],
  promotions: readonly Candidate[] = NO_PROMOTIONS,
): Award[] {
  const factor = factorOf(multipliers);
  const applicable = program.settings.earningRules.filter((rule) => isInForce(rule, at));
  const awards: Award[] = [];
  for (const currency of program.settings.pointCurrencies) {
    const shares: RuleShare[] = [];
    const bases: Base[] = [];
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
        const lines =
          part.activity.type === 'PURCHASE'
            ? (kind.byItem?.(rule, part.activity) ?? []).map((points, i) => ({
                exact: multiply(points, factor),
                line: part.lines?.[i] ?? i,
              }))
            : [];
        for (const { exact, line } of lines) byItem[line] = add(byItem[line] ?? ZERO, exact);
        if (promotions.length > 0) bases.push({ rule: rule.id, rounding, parts: [...lines, rest(multiply(exact, factor), lines)] });
        const formula = kind.formula(rule, part.activity, program.settings.currencyCode);
        shares.push({ rule: rule.id, name: rule.name, formula, points });
      }
    }
    const own = promotions.filter(({ promotion }) => promotion.currency === currency.id);
    const raised = raise(bases, own, program.settings.promotionStacking ?? STACK_ALL);
    const all: readonly Share[] = [...shares, ...raised.shares];
    const amount = all.reduce((sum, share) => sum + share.points, 0);
    if (amount === 0) continue;
    const expiresAt = program.expiryOf(currency, at);
    const lots = all.filter(({ points }) => points > 0).map((share) => ({ expiresAt, source: sourceOf(share), amount: share.points }));
    awards.push({
      currency,
      amount,
      lots,
      shares: all,
      declined: raised.declined,
      byItem: byItem.map((exact, line) => raised.byItem?.[line] ?? exact),
    });
  }
  return awards;
}

const NO_PROMOTIONS: readonly Candidate[] = [];

/** What of a rule's points belongs to no line. */
const rest = (exact: Rational, lines: readonly BasePart[]): BasePart => ({
  exact: lines.reduce((left, line) => subtract(left, line.exact), exact),
  line: null,
});

/** Whether a rule gives anything at an instant. */
export const isInForce = (rule: EarningRuleSettings, at: Instant): boolean =>
  rule.isActive && (rule.validFrom === null || rule.validFrom <= at) && (rule.validTo === null || at < rule.validTo);
