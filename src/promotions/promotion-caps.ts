import type { CapSettings } from '../earning/cap.js';
import { divide, multiply, parseDecimal, rational, round } from '../earning/rational.js';
import { minorDigits } from '../programs/money.js';
import type { ProgramSettings } from '../programs/settings.js';
import type { PromotionSettings } from './promotion.js';

/** What so many points of a promotion cost, in minor units, rounded half-up; null where it is not said what a point costs. */
export function costOf({ costPerPoint }: PromotionSettings, points: number, currencyCode: string): number | null {
  if (costPerPoint === undefined) return null;
  return round(multiply(multiply(parseDecimal(costPerPoint), rational(points)), rational(10 ** minorDigits(currencyCode))), 'HALF_UP');
}

/** How many points a promotion can give in all: what is said in points, and what its money buys; null: as many as there are. */
export function budgetPoints({ budget, costPerPoint }: PromotionSettings, currencyCode: string): number | null {
  if (!budget) return null;
  const bought =
    budget.money === null || costPerPoint === undefined
      ? Infinity
      : round(divide(rational(budget.money), multiply(parseDecimal(costPerPoint), rational(10 ** minorDigits(currencyCode)))), 'DOWN');
  const points = Math.min(budget.points ?? Infinity, bought);
  return Number.isFinite(points) ? points : null;
}

/** A promotion's budget and what it gives each member, as caps of what it adds; they are counted, cut and given back as caps are. */
function capsOfPromotion(promotion: PromotionSettings, { currencyCode }: ProgramSettings): CapSettings[] {
  const { id, name, currency, memberCap } = promotion;
  const own = { name, currency, rule: null, promotion: id };
  const max = budgetPoints(promotion, currencyCode);
  return [
    ...(memberCap ? [{ ...own, id: `${id}:member`, ...memberCap }] : []),
    ...(max === null ? [] : [{ ...own, id, period: 'EVER' as const, max, scope: 'PROGRAM' as const }]),
  ];
}

const CAPS = new WeakMap<ProgramSettings, readonly CapSettings[]>();
const NONE: readonly CapSettings[] = [];

/** Everything that limits what can be earned: the caps of the programme, and those of its promotions, also of such as are over. */
export function capsOf(settings: ProgramSettings): readonly CapSettings[] {
  const { caps = NONE, promotions } = settings;
  if (!promotions) return caps;
  let all = CAPS.get(settings);
  if (!all) {
    all = [...caps, ...promotions.flatMap((promotion) => capsOfPromotion(promotion, settings))];
    CAPS.set(settings, all);
  }
  return all;
}
