import fc from 'fast-check';

export const DAY = 86_400_000;
/** Shortly before a year ends, and before a leap day. */
export const START = Date.UTC(2023, 10, 20);
/** Which of a programme's two return policies is in force: they take turns. */
export const policyIn = (now: number): 0 | 1 => (Math.floor((now - START) / (40 * DAY)) % 2 === 0 ? 0 : 1);

export type RoundingUnit = 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR';
export type CurrencyCode = 'POINTS' | 'STARS';
/** One without and one with daylight saving, one with half hours in the west, one that turns its clocks by half an hour. */
export const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe'] as const;
export type Zone = (typeof ZONES)[number];

/** A number of months, then of days, then to the end of the unit. */
export interface Stretch {
  readonly days: number;
  readonly months?: number;
  readonly roundUpTo: RoundingUnit | null;
}

/** Points live for `days`, then to the end of the unit; null: for ever. */
export interface Expiry {
  readonly days: number | null;
  readonly months?: number;
  readonly roundUpTo: RoundingUnit | null;
  /** The kinds of activity that extend the life of all points. */
  readonly extendedBy?: readonly string[];
  /** Points live to the end of the next of these days of the year instead. */
  readonly dates?: readonly string[];
}

/** Points of a currency wait for so long, for an event that must come within that time, or for a day. */
export type Activation = Stretch & { readonly event: string | null; readonly date?: string };

export interface Returns {
  readonly earned: 'KEEP' | 'PENDING_ONLY' | 'WITHIN_BALANCE' | 'ALLOW_DEBT';
  readonly attribution: 'BY_ITEM' | 'PROPORTIONAL';
  readonly spent: 'KEEP' | 'RESTORE';
  /** Days. */
  readonly grace: number | null;
}

export interface Cap {
  readonly id: string;
  readonly code: CurrencyCode;
  readonly rule: string | null;
  readonly period: 'ACTIVITY' | 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER';
  readonly max: number;
}

export interface Transfers {
  readonly maxPerTransfer: number | null;
  readonly maxPerPeriod: { readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER'; readonly max: number } | null;
}

/** What differs between the simulated programmes. */
export interface World {
  readonly clock: 'TEST' | 'REAL';
  readonly points: Expiry;
  readonly stars: Expiry;
  readonly areStarsSpendable: boolean;
  /** What points that are earned wait for; nothing where left out. */
  readonly activation?: Readonly<Partial<Record<CurrencyCode, Activation>>>;
  /** UTC where left out. */
  readonly zone?: Zone;
  /** How long after the enrolment the first command comes at the earliest, in milliseconds. */
  readonly beginsAfter?: number;
  /** Two policies that take turns; where left out, what is so before the first policy. */
  readonly returns?: readonly [Returns, Returns];
  readonly caps?: readonly Cap[];
  /** null: not allowed. */
  readonly transfers?: Transfers | null;
}

const often = <T>(weight: number, value: T) => ({ weight, arbitrary: fc.constant(value) });

const expiry: fc.Arbitrary<Expiry> = fc.constantFrom<Expiry>(
  { days: null, roundUpTo: null },
  { days: 30, roundUpTo: null },
  { days: 300, roundUpTo: null },
  { days: 0, months: 1, roundUpTo: null },
  { days: 10, months: 3, roundUpTo: null },
  { days: 1, roundUpTo: 'DAY' },
  { days: 40, roundUpTo: 'MONTH' },
  { days: 0, months: 12, roundUpTo: 'MONTH' },
  { days: 90, roundUpTo: 'QUARTER' },
  { days: 200, roundUpTo: 'YEAR' },
  { days: 30, roundUpTo: null, extendedBy: ['PURCHASE'] },
  { days: 20, roundUpTo: 'MONTH', extendedBy: ['visit', 'other'] },
  { days: 60, roundUpTo: 'DAY', extendedBy: ['PURCHASE', 'review'] },
  { days: 0, months: 2, roundUpTo: null, extendedBy: ['PURCHASE', 'visit'] },
  { days: null, roundUpTo: null, dates: ['03-31', '09-30'] },
  { days: null, roundUpTo: null, dates: ['12-31', '02-29'] },
);

const activation: fc.Arbitrary<Activation> = fc.constantFrom<Activation>(
  { days: 14, roundUpTo: null, event: null },
  { days: 0, months: 1, roundUpTo: null, event: null },
  { days: 1, roundUpTo: 'DAY', event: null },
  { days: 20, roundUpTo: 'MONTH', event: null },
  { days: 5, roundUpTo: 'YEAR', event: null },
  { days: 30, roundUpTo: null, event: 'other' },
  { days: 10, roundUpTo: null, event: 'other' },
  { days: 60, roundUpTo: null, event: 'visit' },
  // The first day, with whose beginning some of the histories begin.
  { days: 0, roundUpTo: null, event: null, date: '2023-11-20' },
  { days: 0, roundUpTo: null, event: null, date: '2023-11-21' },
  { days: 0, roundUpTo: null, event: null, date: '2023-11-24' },
  { days: 0, roundUpTo: null, event: null, date: '2024-02-29' },
  { days: 0, roundUpTo: null, event: null, date: '2024-12-24' },
);

const returns: fc.Arbitrary<Returns> = fc.record({
  earned: fc.oneof(often(1, 'KEEP'), often(1, 'PENDING_ONLY'), often(2, 'WITHIN_BALANCE'), often(4, 'ALLOW_DEBT')),
  attribution: fc.constantFrom('BY_ITEM', 'PROPORTIONAL'),
  spent: fc.constantFrom('KEEP', 'RESTORE', 'RESTORE', 'RESTORE'),
  grace: fc.constantFrom(null, null, 20),
}) as fc.Arbitrary<Returns>;

const cap = (id: string, code: CurrencyCode, rule: string | null, period: Cap['period'], max: number): Cap => ({
  ...{ id, code, rule, period, max },
});

const caps: fc.Arbitrary<readonly Cap[]> = fc.constantFrom<readonly Cap[]>(
  [],
  [],
  [cap('day', 'POINTS', null, 'DAY', 8), cap('week', 'STARS', null, 'WEEK', 12)],
  [cap('month', 'POINTS', null, 'MONTH', 20), cap('of base', 'POINTS', 'base', 'WEEK', 6), cap('year', 'STARS', null, 'YEAR', 40)],
  [cap('ever', 'POINTS', 'apple', 'EVER', 20), cap('quick', 'POINTS', 'base', 'DAY', 7), cap('narrow', 'POINTS', null, 'DAY', 9)],
  [cap('limit', 'POINTS', null, 'ACTIVITY', 14), cap('of way', 'STARS', 'way', 'MONTH', 15), cap('stars', 'STARS', null, 'YEAR', 60)],
);

const transfers: fc.Arbitrary<Transfers | null> = fc.constantFrom<Transfers | null>(
  null,
  { maxPerTransfer: null, maxPerPeriod: null },
  { maxPerTransfer: 9, maxPerPeriod: { period: 'WEEK', max: 12 } },
  { maxPerTransfer: null, maxPerPeriod: { period: 'DAY', max: 8 } },
  { maxPerTransfer: null, maxPerPeriod: { period: 'YEAR', max: 40 } },
);

const HOUR = DAY / 24;
/**
 * How long after midnight of UTC it is where clocks are turned: midnight; the middle of the time that is left out, by the clock of
 * winter; that of the time that comes twice, by the clock of summer.
 */
const TIMES: Readonly<Record<Zone, readonly number[]>> = {
  UTC: [0],
  'Europe/Berlin': [23 * HOUR, 1.5 * HOUR, 0.5 * HOUR],
  'America/St_Johns': [3.5 * HOUR, 6 * HOUR, 4 * HOUR],
  'Australia/Lord_Howe': [13.5 * HOUR, 15.75 * HOUR, 14.75 * HOUR],
};

/** A zone, and when the first command comes: often some weeks before clocks are turned. */
const begin = fc
  .constantFrom(...ZONES)
  .chain((zone) => fc.record({ zone: fc.constant(zone), days: fc.constantFrom(0, 0, 90, 310), time: fc.constantFrom(...TIMES[zone]) }))
  .map(({ zone, days, time }) => ({ zone, beginsAfter: days * DAY + time }));

export const worlds: fc.Arbitrary<World> = fc
  .record({
    begin,
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
    returns: fc.tuple(returns, returns),
    caps,
    transfers,
  })
  .map(({ begin: { zone, beginsAfter }, ...world }) => ({ ...world, zone, beginsAfter }));
