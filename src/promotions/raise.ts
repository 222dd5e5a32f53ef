import { add, multiply, parseDecimal, type Rational, type Rounding, rational, round, ZERO } from '../earning/rational.js';
import type { PromotionSettings, StackingSettings } from './promotion.js';
import { type Declined, declined, stack } from './stacking.js';

/** A part of what a rule gave: what one line of a purchase brought, or the rest. */
export interface BasePart {
  /** Exact points, with the multipliers of tiers. */
  readonly exact: Rational;
  /** Place of the line in the purchase; null: it belongs to no line. */
  readonly line: number | null;
}

/** What a rule gave in one currency. */
export interface Base {
  readonly rule: string;
  /** Nothing multiplies it. */
  readonly isBonus: boolean;
  readonly rounding: Rounding;
  readonly parts: readonly BasePart[];
}

/** A promotion that fits an activity. */
export interface Candidate {
  readonly promotion: PromotionSettings;
  /** Points that are left of its budget, and for the member; Infinity: as many as there are. */
  readonly room: { readonly budget: number; readonly member: number };
  /** Lines that it is about; null: all. */
  readonly lines: ReadonlySet<number> | null;
  /** It is also about what belongs to no line. */
  readonly hasRest: boolean;
}

/** How a promotion came to its share of an award. Stored in the entry. */
export interface PromotionShare {
  readonly promotion: string;
  readonly version: number;
  readonly name: string;
  readonly formula: string;
  readonly points: number;
}

export interface Raise {
  readonly shares: readonly PromotionShare[];
  readonly declined: readonly Declined[];
  /** The exact points that each line of a purchase brought then; null: nothing was multiplied. */
  readonly byItem: readonly Rational[] | null;
}

const ONE = rational(1);
const NOTHING: Raise = { shares: [], declined: [], byItem: null };

const concerns = ({ promotion: { effect }, lines, hasRest }: Candidate, { rule, isBonus }: Base, line: number | null): boolean =>
  effect.kind === 'MULTIPLIER' &&
  !isBonus &&
  (effect.rules === null || effect.rules.includes(rule)) &&
  (line === null ? lines === null || hasRest : lines === null || lines.has(line));

const factorOf = (candidates: readonly Candidate[], base: Base, line: number | null): Rational =>
  candidates.reduce((factor, candidate) => {
    const { effect } = candidate.promotion;
    return effect.kind === 'MULTIPLIER' && concerns(candidate, base, line) ? multiply(factor, parseDecimal(effect.by)) : factor;
  }, ONE);

/** Whole points under these multipliers. Each mode rounds once, on its own sum. */
function whole(bases: readonly Base[], multipliers: readonly Candidate[]): number {
  let points = 0;
  for (const [rounding, some] of Map.groupBy(bases, (base) => base.rounding)) {
    let total = ZERO;
    for (const base of some) {
      for (const { exact, line } of base.parts) total = add(total, multiply(exact, factorOf(multipliers, base, line)));
    }
    points += round(total, rounding);
  }
  return points;
}

/**
 * What promotions add to what rules gave in one currency: base times all multipliers, plus fixed bonuses. Each has the part by which the
 * rounded total grew with it, so that the parts add up exactly. Nothing is added where rules gave nothing.
 */
export function raise(bases: readonly Base[], candidates: readonly Candidate[], stacking: StackingSettings): Raise {
  const isAny = bases.some(({ parts }) => parts.some(({ exact }) => exact.numerator > 0n));
  if (!isAny || candidates.length === 0) return NOTHING;
  const base = whole(bases, []);
  const open = candidates.filter(({ room }) => room.budget > 0 && room.member > 0);
  const closed = candidates.flatMap(({ promotion, room }) => {
    if (room.budget <= 0) return [declined(promotion, 'BUDGET_USED_UP')];
    return room.member <= 0 ? [declined(promotion, 'MEMBER_LIMIT_REACHED')] : [];
  });
  const contenders = open.map((candidate) => {
    const { effect } = candidate.promotion;
    const own = effect.kind === 'BONUS' ? effect.points : whole(bases, [candidate]) - base;
    return { ...candidate, gain: Math.min(own, candidate.room.budget, candidate.room.member) };
  });
  const { applied, others } = stack(contenders, stacking);
  const multipliers: Candidate[] = [];
  let given = base;
  const shares = applied.toSorted(multipliersFirst).map((candidate): PromotionShare => {
    const { id, version, name, effect } = candidate.promotion;
    const told = { promotion: id, version, name };
    if (effect.kind === 'BONUS') return { ...told, formula: `+ ${effect.points}`, points: effect.points };
    multipliers.push(candidate);
    const points = whole(bases, multipliers) - given;
    given += points;
    return { ...told, formula: `× ${effect.by}`, points };
  });
  return { shares, declined: [...closed, ...others], byItem: multipliers.length > 0 ? byItem(bases, multipliers) : null };
}

/** Sparse: lines that brought nothing are left out. */
function byItem(bases: readonly Base[], multipliers: readonly Candidate[]): Rational[] {
  const points: Rational[] = [];
  for (const base of bases) {
    for (const { exact, line } of base.parts)
      if (line !== null) points[line] = add(points[line] ?? ZERO, multiply(exact, factorOf(multipliers, base, line)));
  }
  return points;
}

const multipliersFirst = (a: Candidate, b: Candidate): number =>
  Number(a.promotion.effect.kind === 'BONUS') - Number(b.promotion.effect.kind === 'BONUS');
