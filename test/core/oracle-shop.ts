import type { Deed, Part } from '../support/deeds.js';
import type { CurrencyCode } from '../support/world.js';
import { type Award, earnedByLine, PARTS, pointsOf, sum } from './oracle-earning.js';
import type { Point } from './oracle-purse.js';

type ByCode = Readonly<Record<CurrencyCode, number>>;

/** A purchase, and what came back of it. */
export interface Bought {
  readonly of: number;
  readonly at: number;
  readonly deed: Deed & { readonly type: 'PURCHASE' };
  readonly award: Award;
  /** Whether it was written down what each line earned. */
  readonly isByItem: boolean;
  readonly isCancelled: boolean;
  readonly cents: number;
  readonly quantities: readonly number[];
  /** Points that returns have settled, whatever became of them. */
  readonly settled: ByCode;
  /** Of them, those that were taken back. */
  readonly taken: ByCode;
  /** Points it was paid with that returns have settled. */
  readonly restored: number;
}

/** Points that an entry took for good, in spend order, and how many of them went back, the last first. */
export interface Spent {
  readonly of: number;
  readonly code: CurrencyCode;
  /** A spending or a capture, which can pay for a purchase; an adjustment; points that were given by one; an expiry. */
  readonly kind: 'SPENT' | 'ADJUSTED' | 'GIVEN' | 'EXPIRED';
  readonly points: readonly Point[];
  readonly amount: number;
  readonly back: number;
  /** The purchase it paid for. */
  readonly purchase: number | null;
}

/** What happened to purchases, and to points that may go back. */
export class Shop {
  bought: readonly Bought[] = [];
  spent: readonly Spent[] = [];

  replace(bought: Bought, change: Partial<Bought>): void {
    this.bought = this.bought.map((each) => (each.of === bought.of ? { ...bought, ...change } : each));
  }

  entry(of: number): Spent | undefined {
    return this.spent.find((each) => each.of === of);
  }

  add(of: number, kind: Spent['kind'], code: CurrencyCode, points: readonly Point[], amount = points.length): void {
    this.spent = [...this.spent, { of, kind, code, points, amount, back: 0, purchase: null }];
  }

  change(of: number, change: Partial<Spent>): void {
    this.spent = this.spent.map((each) => (each.of === of ? { ...each, ...change } : each));
  }

  /** Takes the last points that did not go back yet, in spend order. */
  lastOf(of: number, amount: number): readonly Point[] {
    const { points, back } = this.entry(of) as Spent;
    this.change(of, { back: back + amount });
    return points.slice(points.length - back - amount, points.length - back);
  }

  /** The same from the front, where what went back was taken from there. */
  firstOf(of: number, amount: number): readonly Point[] {
    const { points, back } = this.entry(of) as Spent;
    this.change(of, { back: back + amount });
    return points.slice(back, back + amount);
  }
}

/** Whether nothing is left: none of its money or, where it cost nothing, none of its lines. */
export function isGone({ deed, cents, quantities, isCancelled }: Bought): boolean {
  if (isCancelled) return true;
  if (deed.cents > 0) return cents >= deed.cents;
  return (deed.items ?? []).length > 0 && isEveryLine(deed, quantities);
}

const isEveryLine = ({ items = [] }: Bought['deed'], quantities: readonly number[]): boolean =>
  items.every(({ quantity }, i) => (quantities[i] ?? 0) >= quantity);

/** The cents and quantities that have come back once this part does; or why it cannot. */
export function withPart(bought: Bought, part: Part): Pick<Bought, 'cents' | 'quantities'> | 'ITEM_NOT_FOUND' | 'RETURN_EXCEEDED' {
  const { deed, cents, quantities } = bought;
  const items = deed.items ?? [];
  if (part === null) return { cents: deed.cents, quantities: items.map(({ quantity }) => quantity) };
  if ('amount' in part) return cents + part.amount > deed.cents ? 'RETURN_EXCEEDED' : { cents: cents + part.amount, quantities };
  let money = 0;
  const after = items.map((_, i) => quantities[i] ?? 0);
  for (const { line, quantity } of part.items) {
    const item = items[line];
    if (!item || item.cents === null) return 'ITEM_NOT_FOUND';
    const before = after[line] ?? 0;
    if (before + quantity > item.quantity) return 'RETURN_EXCEEDED';
    after[line] = before + quantity;
    money += Math.floor((item.cents * (before + quantity)) / item.quantity) - Math.floor((item.cents * before) / item.quantity);
  }
  if (isEveryLine(deed, after)) return { cents: deed.cents, quantities: after };
  return cents + money > deed.cents ? 'RETURN_EXCEEDED' : { cents: cents + money, quantities: after };
}

/** How many points lie in what came back so far: by line what it earned, by money its share; rounded down once. */
export function pointsIn(
  { deed, at, award, isByItem, cents, quantities }: Bought,
  code: CurrencyCode,
  attribution: 'BY_ITEM' | 'PROPORTIONAL',
): number {
  const total = pointsOf(award[code]);
  const items = deed.items ?? [];
  if (attribution === 'BY_ITEM' && isByItem && quantities.some((quantity) => quantity > 0)) {
    const parts = sum(items.map((item, i) => (earnedByLine(deed, at, item)[code] * (quantities[i] ?? 0)) / item.quantity));
    const money = sum(items.map((item, i) => Math.floor(((item.cents ?? 0) * (quantities[i] ?? 0)) / item.quantity)));
    const other = Math.max(0, cents - money);
    const all = Math.max(1, deed.cents);
    return Math.min(total, Number((BigInt(parts) + BigInt(total * PARTS) * BigInt(other)) / BigInt(PARTS * all)));
  }
  return deed.cents === 0 ? 0 : Math.min(total, Math.floor((total * cents) / deed.cents));
}
