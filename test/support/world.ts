import fc from 'fast-check';

export const DAY = 86_400_000;
/** Shortly before a year ends, and before a leap day. */
export const START = Date.UTC(2023, 10, 20);

export type RoundingUnit = 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR';
export type CurrencyCode = 'POINTS' | 'STARS';

/** A number of days, then to the end of the unit. */
export interface Stretch {
  readonly days: number;
  readonly roundUpTo: RoundingUnit | null;
}

/** Points live for `days`, then to the end of the unit; null: for ever. */
export interface Expiry {
  readonly days: number | null;
  readonly roundUpTo: RoundingUnit | null;
  /** The kinds of activity that extend the life of all points. */
  readonly extendedBy?: readonly string[];
  /** Points live to the end of the next of these days of the year instead. */
  readonly dates?: readonly string[];
}

/** Points of a currency wait for so long, or for an event that must come within `days`. */
export type Activation = Stretch & { readonly event: string | null };

/** What differs between the simulated programmes. */
export interface World {
  readonly clock: 'TEST' | 'REAL';
  readonly points: Expiry;
  readonly stars: Expiry;
  readonly areStarsSpendable: boolean;
  /** What points that are earned wait for; nothing where left out. */
  readonly activation?: Readonly<Partial<Record<CurrencyCode, Activation>>>;
}

const expiry: fc.Arbitrary<Expiry> = fc.constantFrom<Expiry>(
  { days: null, roundUpTo: null },
  { days: 30, roundUpTo: null },
  { days: 300, roundUpTo: null },
  { days: 1, roundUpTo: 'DAY' },
  { days: 40, roundUpTo: 'MONTH' },
  { days: 90, roundUpTo: 'QUARTER' },
  { days: 200, roundUpTo: 'YEAR' },
  { days: 30, roundUpTo: null, extendedBy: ['PURCHASE'] },
  { days: 20, roundUpTo: 'MONTH', extendedBy: ['visit', 'other'] },
  { days: 60, roundUpTo: 'DAY', extendedBy: ['PURCHASE', 'review'] },
  { days: null, roundUpTo: null, dates: ['03-31', '09-30'] },
  { days: null, roundUpTo: null, dates: ['12-31', '02-29'] },
);

const activation: fc.Arbitrary<Activation> = fc.constantFrom<Activation>(
  { days: 14, roundUpTo: null, event: null },
  { days: 1, roundUpTo: 'DAY', event: null },
  { days: 20, roundUpTo: 'MONTH', event: null },
  { days: 5, roundUpTo: 'YEAR', event: null },
  { days: 30, roundUpTo: null, event: 'other' },
  { days: 10, roundUpTo: null, event: 'other' },
  { days: 60, roundUpTo: null, event: 'visit' },
);

export const worlds: fc.Arbitrary<World> = fc.record({
  clock: fc.constantFrom('TEST', 'TEST', 'REAL'),
  points: expiry,
  stars: expiry,
  areStarsSpendable: fc.constantFrom(true, true, true, false),
  activation: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: activation.map((POINTS) => ({ POINTS })) },
    { weight: 2, arbitrary: activation.map((STARS) => ({ STARS })) },
    { weight: 1, arbitrary: fc.record({ POINTS: activation, STARS: activation }) },
  ),
});
