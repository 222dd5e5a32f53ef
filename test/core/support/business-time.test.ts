import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Calendar } from '../../../src/programs/calendar.js';
import {
  addBusinessMinutes,
  addBusinessTime,
  type BusinessHours,
  businessMinutesBetween,
  businessTimeBetween,
  MINUTE_MS,
} from '../../../src/support/business-time.js';
import { DEFAULT_SUPPORT } from '../../../src/support/support-policy.js';
import { check } from '../../support/seed.js';

const utc = new Calendar('UTC');
const berlin = new Calendar('Europe/Berlin');
const nineToFive = DEFAULT_SUPPORT.hours;
const everyDay = (from: number, to: number): BusinessHours => ({
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to })),
  holidays: [],
});
const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();
const add = (hours: BusinessHours, calendar: Calendar, from: string, minutes: number) =>
  iso(addBusinessMinutes(hours, calendar, at(from), minutes));

describe('time in business hours', () => {
  test('created Friday 16:30, 60 minutes, 9 to 17: due Monday 09:30', () => {
    expect(add(nineToFive, berlin, '2026-11-27T16:30:00+01:00', 60)).toBe(iso(at('2026-11-30T09:30:00+01:00')));
  });

  test.each([
    ['within a day', '2026-11-30T09:00:00Z', 60, '2026-11-30T10:00:00.000Z'],
    ['to the very end of a day', '2026-11-30T16:30:00Z', 30, '2026-11-30T17:00:00.000Z'],
    ['from the very end of a day', '2026-11-30T17:00:00Z', 1, '2026-12-01T09:01:00.000Z'],
    ['from the night before', '2026-11-30T03:00:00Z', 15, '2026-11-30T09:15:00.000Z'],
    ['from a weekend', '2026-11-28T12:00:00Z', 15, '2026-11-30T09:15:00.000Z'],
    ['over several days', '2026-11-27T16:00:00Z', 8 * 60 + 60 + 1, '2026-12-01T09:01:00.000Z'],
    ['nothing, outside of hours', '2026-11-28T12:00:00Z', 0, '2026-11-30T09:00:00.000Z'],
    ['nothing, within hours', '2026-11-30T12:00:30Z', 0, '2026-11-30T12:00:30.000Z'],
  ])('%s', (_what, from, minutes, to) => {
    expect(add(nineToFive, utc, from, minutes)).toBe(to);
  });

  test('holidays are days of the programme, and count to nothing', () => {
    const hours = { ...nineToFive, holidays: ['2026-12-25', '2026-12-28'] };
    expect(add(hours, berlin, '2026-12-24T16:30:00+01:00', 60)).toBe(iso(at('2026-12-29T09:30:00+01:00')));
    expect(businessMinutesBetween(hours, berlin, at('2026-12-24T16:30:00+01:00'), at('2026-12-29T09:30:00+01:00'))).toBe(60);
  });

  test('a day with a pause has two stretches, in whatever order they are given', () => {
    const hours: BusinessHours = {
      weekly: [
        { weekday: 1, from: 13 * 60, to: 17 * 60 },
        { weekday: 1, from: 9 * 60, to: 12 * 60 },
      ],
      holidays: [],
    };
    expect(add(hours, utc, '2026-11-30T11:30:00Z', 60)).toBe('2026-11-30T13:30:00.000Z');
    expect(add(hours, utc, '2026-11-30T16:30:00Z', 60)).toBe('2026-12-07T09:30:00.000Z');
  });

  test('where clocks are turned, an hour is an hour, and a day has 23 of them or 25', () => {
    const always = everyDay(0, 1_440);
    expect(businessMinutesBetween(always, berlin, at('2026-03-29T00:00:00+01:00'), at('2026-03-30T00:00:00+02:00'))).toBe(23 * 60);
    expect(businessMinutesBetween(always, berlin, at('2026-10-25T00:00:00+02:00'), at('2026-10-26T00:00:00+01:00'))).toBe(25 * 60);
    // 01:30 to 03:30 is an hour on that day; half past nine stays half past nine.
    expect(add(everyDay(90, 210), berlin, '2026-03-29T00:00:00+01:00', 60)).toBe(iso(at('2026-03-29T03:30:00+02:00')));
    expect(add(nineToFive, berlin, '2026-03-27T16:30:00+01:00', 60)).toBe(iso(at('2026-03-30T09:30:00+02:00')));
  });

  test('without any hours it is said, not searched for ever', () => {
    expect(() => addBusinessMinutes({ weekly: [], holidays: [] }, utc, 0, 1)).toThrow('there are no business hours');
  });
});

const stretch = (weekday: number) =>
  fc
    .uniqueArray(fc.nat({ max: 1_440 / 15 }), { minLength: 2, maxLength: 6 })
    .map((marks) => marks.sort((a, b) => a - b).map((mark) => mark * 15))
    .map((marks) =>
      marks.flatMap((from, i) => (i % 2 === 0 && marks[i + 1] !== undefined ? [{ weekday, from, to: marks[i + 1] as number }] : [])),
    );
const weekly = fc
  .subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
  .chain((days) => fc.tuple(...days.map(stretch)))
  .map((days) => days.flat());
/** Days around which clocks are turned in some of the zones, and others. */
const BEGINNINGS = ['2026-03-06', '2026-03-27', '2026-10-02', '2026-10-23', '2026-11-01', '2026-12-24'].map((day) =>
  at(`${day}T00:00:00Z`),
);
const world = fc.record({
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Cairo'),
  weekly,
  holidays: fc.subarray(['2026-03-28', '2026-03-30', '2026-10-05', '2026-10-26', '2026-12-25', '2026-12-26']),
  from: fc.constantFrom(...BEGINNINGS).chain((begin) => fc.nat({ max: 5 * 86_400_000 }).map((ms) => begin + ms)),
  ms: fc.nat({ max: 40 * 60 * MINUTE_MS }),
});
const calendars = new Map<string, Calendar>();
const calendarOf = (zone: string): Calendar => {
  const calendar = calendars.get(zone) ?? new Calendar(zone);
  calendars.set(zone, calendar);
  return calendar;
};

describe('whatever the hours, the zone and the clocks', () => {
  test('what was added lies between', () => {
    check(
      fc.property(world, ({ zone, from, ms, ...hours }) => {
        const calendar = calendarOf(zone);
        expect(businessTimeBetween(hours, calendar, from, addBusinessTime(hours, calendar, from, ms))).toBe(ms);
      }),
      400,
    );
  });

  test('later or more is never earlier', () => {
    check(
      fc.property(world, fc.nat({ max: 86_400_000 }), ({ zone, from, ms, ...hours }, more) => {
        const calendar = calendarOf(zone);
        const due = addBusinessTime(hours, calendar, from, ms);
        expect(addBusinessTime(hours, calendar, from + more, ms)).toBeGreaterThanOrEqual(due);
        expect(addBusinessTime(hours, calendar, from, ms + more)).toBeGreaterThanOrEqual(due + more);
      }),
      400,
    );
  });

  test('it ends within hours or at their very end, by clocks of the zone, and on no holiday', () => {
    check(
      fc.property(world, ({ zone, from, ms, ...hours }) => {
        const due = addBusinessTime(hours, calendarOf(zone), from, ms);
        // By another calendar than the one it was counted with.
        const zoned = (instant: number) =>
          Object.fromEntries(
            new Intl.DateTimeFormat('en-GB', {
              ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
              ...{ hour: '2-digit', minute: '2-digit' },
            })
              .formatToParts(instant)
              .map(({ type, value }) => [type, value]),
          );
        const isOpen = (instant: number): boolean => {
          const { year, month, day, weekday, hour, minute } = zoned(instant);
          const minutes = Number(hour) * 60 + Number(minute);
          const number = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday ?? '') + 1;
          return (
            !hours.holidays.includes(`${year}-${month}-${day}`) &&
            hours.weekly.some((each) => each.weekday === number && each.from <= minutes && minutes < each.to)
          );
        };
        expect([iso(due), isOpen(due) || isOpen(due - 1)]).toEqual([iso(due), true]);
      }),
      400,
    );
  });
});
