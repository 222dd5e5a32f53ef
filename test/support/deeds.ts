import fc from 'fast-check';
import { DAY } from './world.js';

/** A line of a purchase. Money in cents. */
export interface Item {
  readonly sku: 'apple' | 'bread' | null;
  readonly quantity: number;
  readonly cents: number | null;
}

export interface Purchase {
  readonly type: 'PURCHASE';
  readonly cents: number;
  readonly money: 'EUR' | 'USD';
  readonly externalId: string | null;
  readonly items?: readonly Item[];
  /** The entry that spent points for it, and the cents that they stood for; in a purchase that is still to be made, its quarters. */
  readonly paid?: { readonly entry: number; readonly value: number } | null;
}

/** What of a purchase comes back: some of its items, or cents; null: all that is left. */
export type Part = { readonly items: readonly { readonly line: number; readonly quantity: number }[] } | { readonly amount: number } | null;

/**
 * What one command wants. `hold`, `activity`, `purchase` and `entry` are numbers of entries; in a deed that is still to be given they
 * say which of the earlier ones is meant: 0 the latest that is not ended, 1 the latest of all, 2 and 3 those before it, and so on.
 */
export type Deed =
  | Purchase
  | {
      readonly type: 'EVENT';
      readonly name: 'review' | 'visit' | 'other';
      readonly externalId: string | null;
      /** externalId of the activity that it is about. */
      readonly refersTo?: string | null;
    }
  | { readonly type: 'RETURN'; readonly purchase: number; readonly part: Part }
  | { readonly type: 'SPEND' | 'TRANSFER'; readonly amount: number; readonly code: string | null }
  /** Points of two lots that another member gave, by the days for which they still live; null: for ever. */
  | { readonly type: 'RECEIVE'; readonly code: 'POINTS' | 'STARS'; readonly parts: readonly { days: number | null; amount: number }[] }
  /** null: all there are. */
  | { readonly type: 'CONVERT'; readonly amount: number | null; readonly conversion: 'swap' | 'other' }
  | { readonly type: 'ADJUST'; readonly amount: number; readonly code: string | null; readonly reason: 'GOODWILL' | 'CORRECTION' }
  /** null: all that is left. */
  | { readonly type: 'REVERSE'; readonly entry: number; readonly amount: number | null }
  /** null: all that is left; days from the clock, or as points that become active now. */
  | { readonly type: 'REINSTATE'; readonly entry: number; readonly amount: number | null; readonly days: number | null }
  | { readonly type: 'HOLD'; readonly amount: number; readonly code: string | null; readonly timeout: number }
  /** null: all that is left. */
  | { readonly type: 'CAPTURE'; readonly hold: number; readonly amount: number | null; readonly isFinal: boolean }
  | { readonly type: 'RELEASE'; readonly hold: number }
  | { readonly type: 'ACTIVATE' | 'CANCEL'; readonly activity: number }
  | { readonly type: 'STATUS'; readonly status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED' }
  | { readonly type: 'SETTLE' };

export const often = <T>(weight: number, value: T) => ({ weight, arbitrary: fc.constant(value) });
export const halfDays = (min: number, max: number) => fc.integer({ min: min * 2, max: max * 2 }).map((n) => (n * DAY) / 2);

const code = fc.oneof(often(8, 'POINTS'), often(8, 'STARS'), often(1, null), often(1, 'CASH'));
const partnerId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const externalId = fc.oneof(often(4, null), { weight: 2, arbitrary: partnerId });
const earlier = fc.oneof(often(3, 0), { weight: 3, arbitrary: fc.nat(7) });
const someOrAll = (max: number) => fc.oneof(often(2, null), { weight: 3, arbitrary: fc.integer({ min: 1, max }) });

const of = <T extends Deed['type'], R extends object>(
  weight: number,
  type: T | fc.Arbitrary<T>,
  rest: { [K in keyof R]: fc.Arbitrary<R[K]> },
) => ({
  weight,
  arbitrary: fc.record({ type: typeof type === 'string' ? fc.constant(type) : type, ...rest }),
});

export const LINES_MAX = 3;
type Line = Omit<Item, 'cents'> & { readonly tenths: number | null };
/** Lines that cost tenths of the whole: mostly less than all of it, which leaves postage, sometimes more, which is a rebate. */
const items = fc.array(
  fc.record<Line>({
    sku: fc.constantFrom('apple' as const, 'bread' as const, null),
    quantity: fc.integer({ min: 1, max: 4 }),
    tenths: fc.oneof(often(1, null), { weight: 8, arbitrary: fc.integer({ min: 0, max: 4 }) }),
  }),
  { maxLength: LINES_MAX },
);
const purchase = fc
  .record({
    type: fc.constant('PURCHASE' as const),
    cents: fc.oneof(
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 1, max: 16 }).map((n) => n * 500),
    ),
    money: fc.oneof(often(15, 'EUR' as const), often(1, 'USD' as const)),
    externalId,
    items: fc.oneof({ weight: 2, arbitrary: fc.constant([]) as typeof items }, { weight: 3, arbitrary: items }),
    paid: fc.oneof(often(3, null), { weight: 1, arbitrary: fc.record({ entry: earlier, value: fc.integer({ min: 0, max: 5 }) }) }),
  })
  .map(({ items: lines, ...bought }): Purchase => {
    const items = lines.map(({ tenths, ...line }) => ({
      ...line,
      cents: tenths === null ? null : Math.floor((bought.cents * tenths) / 10),
    }));
    return { ...bought, items };
  });

const line = fc.record({
  line: fc.oneof({ weight: 15, arbitrary: fc.nat(LINES_MAX - 1) }, often(1, LINES_MAX)),
  quantity: fc.integer({ min: 1, max: 2 }),
});
const returned = of(9, 'RETURN', {
  purchase: earlier,
  part: fc.oneof(
    often(2, null),
    { weight: 2, arbitrary: fc.record({ amount: fc.constantFrom(1, 250, 333, 1_000, 2_500, 5_000) }) },
    { weight: 4, arbitrary: fc.record({ items: fc.uniqueArray(line, { minLength: 1, maxLength: 2, selector: (each) => each.line }) }) },
  ),
});

const spend = of(6, 'SPEND', { amount: fc.integer({ min: 1, max: 25 }), code });
const hold = of(9, 'HOLD', {
  amount: fc.integer({ min: 1, max: 12 }),
  code,
  timeout: fc.oneof(halfDays(1, 10), halfDays(5, 90), halfDays(90, 400)),
});

const ends = [
  of(5, 'CAPTURE', {
    hold: earlier,
    amount: fc.oneof(often(1, null), { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }),
    isFinal: fc.boolean(),
  }),
  of(3, 'RELEASE', { hold: earlier }),
] as const;

const given = fc.record({
  days: fc.oneof(often(1, null), { weight: 5, arbitrary: fc.integer({ min: 1, max: 90 }) }),
  amount: fc.integer({ min: 1, max: 8 }),
});

const reversal = of(4, 'REVERSE', { entry: earlier, amount: someOrAll(9) });

const reinstatement = of(3, 'REINSTATE', {
  entry: earlier,
  amount: someOrAll(9),
  days: fc.oneof(often(2, null), { weight: 1, arbitrary: fc.integer({ min: -5, max: 60 }) }),
});

const adjustment = of(6, 'ADJUST', {
  amount: fc.integer({ min: -15, max: 20 }).filter((amount) => amount !== 0),
  code,
  reason: fc.constantFrom('GOODWILL', 'CORRECTION'),
});

export const deeds = fc.oneof(
  { weight: 14, arbitrary: purchase },
  of(7, 'EVENT', {
    name: fc.constantFrom('review', 'visit', 'other'),
    externalId,
    refersTo: fc.oneof(often(2, null), { weight: 3, arbitrary: partnerId }),
  }),
  returned,
  spend,
  adjustment,
  reversal,
  reinstatement,
  of(4, 'TRANSFER', { amount: fc.integer({ min: 1, max: 10 }), code }),
  of(3, 'RECEIVE', { code: fc.constantFrom('POINTS', 'STARS'), parts: fc.array(given, { minLength: 1, maxLength: 2 }) }),
  of(3, 'CONVERT', { amount: someOrAll(30), conversion: fc.oneof(often(9, 'swap'), often(1, 'other')) }),
  hold,
  ...ends,
  of(3, fc.constantFrom('ACTIVATE', 'ACTIVATE', 'CANCEL'), { activity: earlier }),
  of(4, 'SETTLE', {}),
  of(2, 'STATUS', { status: fc.oneof(often(16, 'ACTIVE'), often(4, 'SUSPENDED'), often(1, 'CLOSED')) }),
) as fc.Arbitrary<Deed>;

/** Points are held; what comes soon after may end that. */
export const holds = hold.arbitrary as fc.Arbitrary<Deed>;
export const endsOfHolds = fc.oneof(...ends) as fc.Arbitrary<Deed>;

/** Something is bought, the points are spent, for another purchase, and both come back in parts. */
export const purchases = purchase as fc.Arbitrary<Deed>;
export const paidPurchases = fc
  .tuple(purchase, fc.integer({ min: 1, max: 4 }))
  .map(([bought, value]): Deed => ({ ...bought, money: 'EUR', externalId: null, paid: { entry: 0, value } }));
export const spendings = spend.arbitrary as fc.Arbitrary<Deed>;
export const returns = returned.arbitrary as fc.Arbitrary<Deed>;
export const reversals = reversal.arbitrary as fc.Arbitrary<Deed>;

/** Points of two sources expire together, and are reinstated bit by bit. */
export const gifts = ['GOODWILL', 'CORRECTION'].map(
  (reason) =>
    fc.record({
      type: fc.constant('ADJUST'),
      amount: fc.integer({ min: 1, max: 6 }),
      code: fc.constant('POINTS'),
      reason: fc.constant(reason),
    }) as fc.Arbitrary<Deed>,
) as [fc.Arbitrary<Deed>, fc.Arbitrary<Deed>];
export const reinstatements = fc.integer({ min: 1, max: 4 }).map((amount): Deed => ({ type: 'REINSTATE', entry: 0, amount, days: null }));
