import fc from 'fast-check';

export const DAY = 86_400_000;
/** Shortly before a year ends, and before a leap day. */
export const START = Date.UTC(2023, 10, 20);

export type RoundingUnit = 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR';

/** Points live for `days`, then to the end of the unit; null: for ever. */
export interface Expiry {
  readonly days: number | null;
  readonly roundUpTo: RoundingUnit | null;
}

/** What differs between the simulated programmes. */
export interface World {
  readonly clock: 'TEST' | 'REAL';
  readonly points: Expiry;
  readonly stars: Expiry;
  readonly areStarsSpendable: boolean;
}

export type CurrencyCode = 'POINTS' | 'STARS';

/** What one command wants. */
export type Deed =
  | { readonly type: 'PURCHASE'; readonly cents: number; readonly money: 'EUR' | 'USD'; readonly externalId: string | null }
  | { readonly type: 'EVENT'; readonly name: 'review' | 'visit' | 'other'; readonly externalId: string | null }
  | { readonly type: 'SPEND'; readonly amount: number; readonly code: string | null }
  | { readonly type: 'ADJUST'; readonly amount: number; readonly code: string | null; readonly reason: 'GOODWILL' | 'CORRECTION' }
  | { readonly type: 'STATUS'; readonly status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED' }
  | { readonly type: 'SETTLE' };

/** A command, after the clock moved by `forward`, for the instant `offset` away from the clock or for now. */
export interface Step {
  readonly forward: number;
  readonly offset: number | null;
  readonly deed: Deed;
  /** Spends and takes what is there instead of the amount: all, or exactly the lot that expires first. */
  readonly exactly: 'ALL' | 'FIRST_LOT' | null;
}

const expiry: fc.Arbitrary<Expiry> = fc.constantFrom<Expiry>(
  { days: null, roundUpTo: null },
  { days: 30, roundUpTo: null },
  { days: 300, roundUpTo: null },
  { days: 1, roundUpTo: 'DAY' },
  { days: 40, roundUpTo: 'MONTH' },
  { days: 90, roundUpTo: 'QUARTER' },
  { days: 200, roundUpTo: 'YEAR' },
);

export const worlds: fc.Arbitrary<World> = fc.record({
  clock: fc.constantFrom('TEST', 'TEST', 'REAL'),
  points: expiry,
  stars: expiry,
  areStarsSpendable: fc.constantFrom(true, true, true, false),
});

const often = <T>(weight: number, value: T) => ({ weight, arbitrary: fc.constant(value) });
const code = fc.oneof(often(8, 'POINTS'), often(8, 'STARS'), often(1, null), often(1, 'CASH'));
const externalId = fc.oneof(often(4, null), { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'c', 'd') });

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('PURCHASE'),
      cents: fc.oneof(
        fc.integer({ min: 0, max: 8_000 }),
        fc.integer({ min: 1, max: 16 }).map((n) => n * 500),
      ),
      money: fc.oneof(often(15, 'EUR'), often(1, 'USD')),
      externalId,
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('EVENT'), name: fc.constantFrom('review', 'visit', 'other'), externalId }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('SPEND'), amount: fc.integer({ min: 1, max: 25 }), code }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('ADJUST'),
      amount: fc.integer({ min: -15, max: 20 }).filter((amount) => amount !== 0),
      code,
      reason: fc.constantFrom('GOODWILL', 'CORRECTION'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('SETTLE') }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('STATUS'), status: fc.oneof(often(12, 'ACTIVE'), often(4, 'SUSPENDED'), often(1, 'CLOSED')) }),
  },
) as fc.Arbitrary<Deed>;

const halfDays = (min: number, max: number) => fc.integer({ min: min * 2, max: max * 2 }).map((n) => (n * DAY) / 2);
const forward = fc.oneof(
  often(4, 0),
  { weight: 5, arbitrary: halfDays(0, 4) },
  { weight: 3, arbitrary: halfDays(5, 45) },
  { weight: 1, arbitrary: halfDays(46, 250) },
);
const anyOffset = fc.oneof(
  often(10, null),
  { weight: 3, arbitrary: halfDays(-40, 0) },
  { weight: 1, arbitrary: halfDays(-400, -41) },
  { weight: 1, arbitrary: halfDays(0, 30) },
);
const exactly = fc.oneof(often(4, null), often(1, 'ALL' as const), often(2, 'FIRST_LOT' as const));

const stepsWith = (offset: fc.Arbitrary<number | null>): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ forward, offset, deed: deeds, exactly }), { minLength: 20, maxLength: 80, size: 'max' });

/** Commands of one member; some are back-dated, some ahead of the clock. */
export const steps = stepsWith(anyOffset);
/** Commands of one member, each for the present. */
export const presentSteps = stepsWith(fc.constant(null));
