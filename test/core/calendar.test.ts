import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Calendar, type CalendarUnit, parsePeriod } from '../../src/programs/calendar.js';
import { check } from '../support/seed.js';

const utc = new Calendar('UTC');
const berlin = new Calendar('Europe/Berlin');
const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();

describe('Points 3: adding a period', () => {
  test.each([
    ['2023-01-31T10:00:00Z', 'P1M', '2023-02-28T10:00:00.000Z'],
    ['2024-01-31T10:00:00Z', 'P1M', '2024-02-29T10:00:00.000Z'],
    ['2024-02-29T10:00:00Z', 'P1Y', '2025-02-28T10:00:00.000Z'],
    ['2024-12-31T23:59:59.999Z', 'P1D', '2025-01-01T23:59:59.999Z'],
    ['2024-02-28T00:00:00Z', 'P2W', '2024-03-13T00:00:00.000Z'],
  ])('%s + %s clamps the day: %s', (from, period, to) => {
    expect(iso(utc.add(at(from), period, null))).toBe(to);
  });

  test('keeps the local time when the offset changes', () => {
    // given: noon in winter
    const noon = at('2024-03-30T12:00:00+01:00');

    // then: noon in summer
    expect(berlin.add(noon, 'P1D', null)).toBe(at('2024-03-31T12:00:00+02:00'));
  });

  test('moves a local time that does not exist forward', () => {
    expect(berlin.add(at('2024-03-30T02:30:00+01:00'), 'P1D', null)).toBe(at('2024-03-31T03:30:00+02:00'));
  });

  test('takes the first of a local time that exists twice', () => {
    expect(berlin.add(at('2024-10-26T02:30:00+02:00'), 'P1D', null)).toBe(at('2024-10-27T02:30:00+02:00'));
  });
});

describe('Points 3: rounding up to the end of a unit', () => {
  test('twelve months, end of month, from 6 July 2020 end on 1 August 2021 in Berlin', () => {
    const end = berlin.add(at('2020-07-06T15:00:00+02:00'), 'P12M', 'MONTH');

    expect(end).toBe(at('2021-08-01T00:00:00+02:00'));
    expect(iso(end - 1000)).toBe('2021-07-31T21:59:59.000Z');
  });

  test.each<[CalendarUnit, string]>([
    ['DAY', '2024-05-16T00:00:00.000Z'],
    ['MONTH', '2024-06-01T00:00:00.000Z'],
    ['QUARTER', '2024-07-01T00:00:00.000Z'],
    ['YEAR', '2025-01-01T00:00:00.000Z'],
  ])('%s of 15 May 2024 ends at %s', (unit, end) => {
    expect(iso(utc.add(at('2024-05-14T09:00:00Z'), 'P1D', unit))).toBe(end);
  });

  test.each(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'])(
    'the quarter of month %s has its own end',
    (month) => {
      const ends = ['2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01'];

      const end = utc.add(at(`2024-${month}-27T12:00:00Z`), 'P1D', 'QUARTER');

      expect(iso(end)).toBe(`${ends[Math.floor((Number(month) - 1) / 3)]}T00:00:00.000Z`);
    },
  );

  test('an instant at which a unit begins lies in that unit', () => {
    expect(iso(utc.add(at('2024-05-31T00:00:00Z'), 'P1D', 'MONTH'))).toBe('2024-07-01T00:00:00.000Z');
  });

  test('a day without midnight begins at its first moment', () => {
    const saoPaulo = new Calendar('America/Sao_Paulo');

    expect(saoPaulo.add(at('2018-11-02T12:00:00-03:00'), 'P1D', 'DAY')).toBe(at('2018-11-04T01:00:00-02:00'));
  });

  test('never ends before the unrounded instant, and less than a unit after it', () => {
    const instants = fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2060-01-01T00:00:00Z') });
    const units = fc.constantFrom<[CalendarUnit, number][]>(['DAY', 1], ['MONTH', 31], ['QUARTER', 92], ['YEAR', 366]);
    check(
      fc.property(instants, units, fc.constantFrom(utc, berlin), (from, [unit, days], calendar) => {
        const exact = calendar.add(from, 'P3M', null);
        const rounded = calendar.add(from, 'P3M', unit);

        expect(rounded).toBeGreaterThan(exact);
        expect(rounded - exact).toBeLessThanOrEqual(days * 86_400_000 + 3_600_000);
      }),
      300,
    );
  });
});

describe('the calendar year', () => {
  test('begins at midnight of the zone', () => {
    expect(berlin.yearOf(at('2024-12-31T22:59:59Z'))).toEqual({
      start: at('2024-01-01T00:00:00+01:00'),
      end: at('2025-01-01T00:00:00+01:00'),
    });
    expect(berlin.yearOf(at('2024-12-31T23:00:00Z')).start).toBe(at('2025-01-01T00:00:00+01:00'));
    expect(new Calendar('Pacific/Kiritimati').yearOf(at('2024-12-31T10:00:00Z')).start).toBe(at('2024-12-31T10:00:00Z'));
    expect(new Calendar('Pacific/Pago_Pago').yearOf(at('2025-01-01T10:59:59Z')).end).toBe(at('2025-01-01T11:00:00Z'));
  });
});

test('an unknown zone is refused', () => {
  expect(() => new Calendar('Europe/Atlantis')).toThrow(RangeError);
});

describe('a period as text', () => {
  test.each(['P12M', 'P1Y', 'P90D', 'P2W', 'P1Y6M'])('%s is one', (text) => {
    expect(parsePeriod(text)).toBe(text);
  });

  test.each(['', 'P0D', '-P1M', '12 months', 'P1.5M', 'PT1H', 'P1DT1H'])('"%s" is none', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});

describe('Tiers 2: years, days and rolling periods', () => {
  test('a loyalty year begins on its day; 29 February is the 28th where there is none', () => {
    const year = (text: string, shift = 0) => Object.values(utc.loyaltyYear(at(text), { month: 2, day: 29 }, shift)).map(iso);

    expect(year('2024-02-28T23:59:59.999Z')).toEqual(['2023-02-28T00:00:00.000Z', '2024-02-29T00:00:00.000Z']);
    expect(year('2024-02-29T00:00:00Z')).toEqual(['2024-02-29T00:00:00.000Z', '2025-02-28T00:00:00.000Z']);
    expect(year('2024-02-29T00:00:00Z', -1)).toEqual(['2023-02-28T00:00:00.000Z', '2024-02-29T00:00:00.000Z']);
  });

  test('a year of membership begins with the day of enrolment in the zone', () => {
    // given: 23:30 UTC is the next day in Berlin
    const { start, end } = berlin.anniversaryYear(at('2024-08-01T00:00:00Z'), at('2024-06-30T23:30:00Z'));

    expect([iso(start), iso(end)]).toEqual(['2024-06-30T22:00:00.000Z', '2025-06-30T22:00:00.000Z']);
  });

  test.each([
    ['P12M', '2024-03-15T10:00:00Z', '2023-03-16'],
    ['P1M', '2024-03-31T10:00:00Z', '2024-03-01'],
    ['P1D', '2024-03-31T10:00:00Z', '2024-03-31'],
    ['P1Y', '2024-02-29T10:00:00Z', '2023-03-01'],
  ])('%s rolling up to %s begins on %s', (period, text, first) => {
    expect(iso(utc.rolling(at(text), period).start)).toBe(`${first}T00:00:00.000Z`);
  });

  test('every instant lies in one day, and the next day begins where it ends', () => {
    check(
      fc.property(
        fc.constantFrom('America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia'),
        fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        (zone, instant) => {
          const calendar = new Calendar(zone);
          const { start, end } = calendar.dayOf(instant);
          expect(start).toBeLessThanOrEqual(instant);
          expect(end).toBeGreaterThan(instant);
          expect(calendar.dayOf(end).start).toBe(end);
          expect(calendar.dayOf(start)).toEqual({ start, end });
        },
      ),
      300,
    );
  });
});
