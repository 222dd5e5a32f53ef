import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../journal/core/entry.js';

export const CALENDAR_UNITS = ['DAY', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** A half-open stretch of time: start <= t < end. */
export interface Window {
  readonly start: Instant;
  readonly end: Instant;
}

/** How many results of one kind a calendar remembers; imports ask for the same days again and again. */
const MEMORY_MAX = 4096;

/**
 * Calendar arithmetic in one IANA zone. Units are added to the local date and time: the day is
 * clamped (31 January + 1 month = 28 February), the local time kept; a local time that does not exist
 * moves forward, one that exists twice is the first (Temporal's `compatible`).
 */
export class Calendar {
  private readonly periods = new Map<string, Instant>();
  private readonly years = new Map<number, Window>();

  /** @throws RangeError when the zone is unknown */
  constructor(readonly zone: string) {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  }

  /** Adds an ISO 8601 period, then moves to the end of the unit that the result lies in, where one is given. */
  add(at: Instant, period: string, roundUpTo: CalendarUnit | null): Instant {
    const key = `${at} ${period} ${roundUpTo}`;
    let sum = this.periods.get(key);
    if (sum === undefined) {
      if (this.periods.size >= MEMORY_MAX) this.periods.clear();
      const zoned = this.at(at).add(period);
      sum = roundUpTo ? this.endOf(zoned, roundUpTo) : zoned.epochMilliseconds;
      this.periods.set(key, sum);
    }
    return sum;
  }

  /** The beginning of a local day, like 2026-12-24. @throws RangeError when there is no such day */
  startOf(date: string): Instant {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toZonedDateTime(this.zone).epochMilliseconds;
  }

  /** The end of the next local day of the year, like 03-31, that is not over at the instant; 29 February is 28 February in most years. */
  endOfNext(at: Instant, monthDay: string): Instant {
    const { year } = this.at(at);
    for (let y = year; ; y += 1) {
      const day = Temporal.PlainMonthDay.from(monthDay).toPlainDate({ year: y });
      const end = day.add({ days: 1 }).toZonedDateTime(this.zone).epochMilliseconds;
      if (end > at) return end;
    }
  }

  /** The calendar year that contains the instant. */
  yearOf(at: Instant): Window {
    const guess = new Date(at).getUTCFullYear();
    for (const year of [guess, guess - 1, guess + 1]) {
      const window = this.year(year);
      if (window.start <= at && at < window.end) return window;
    }
    throw new RangeError(`no calendar year contains ${at}`);
  }

  private year(year: number): Window {
    let window = this.years.get(year);
    if (!window) {
      const start = (y: number) => Temporal.PlainDate.from({ year: y, month: 1, day: 1 }).toZonedDateTime(this.zone).epochMilliseconds;
      window = { start: start(year), end: start(year + 1) };
      this.years.set(year, window);
    }
    return window;
  }

  private at(at: Instant): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.zone);
  }

  private endOf(zoned: Temporal.ZonedDateTime, unit: CalendarUnit): Instant {
    const { year, month } = zoned;
    const date = zoned.toPlainDate();
    const next = {
      DAY: () => date.add({ days: 1 }),
      MONTH: () => date.with({ day: 1 }).add({ months: 1 }),
      QUARTER: () => date.with({ day: 1 }).add({ months: 3 - ((month - 1) % 3) }),
      YEAR: () => Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 }),
    }[unit]();
    return next.toZonedDateTime(this.zone).epochMilliseconds;
  }
}

/** The period when it is a positive ISO 8601 duration of whole days or longer units, else null. */
export function parsePeriod(text: string): string | null {
  try {
    const period = Temporal.Duration.from(text);
    const { hours, minutes, seconds, milliseconds, microseconds, nanoseconds } = period;
    const hasTime = [hours, minutes, seconds, milliseconds, microseconds, nanoseconds].some((part) => part !== 0);
    return period.sign > 0 && !hasTime ? period.toString() : null;
  } catch {
    return null;
  }
}

/** Whether the text is a day of the calendar, like 2026-12-24. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && parses(() => Temporal.PlainDate.from(text, { overflow: 'reject' }));

/** Whether the text is a day of the year, like 03-31. */
export const isMonthDay = (text: string): boolean =>
  /^\d\d-\d\d$/.test(text) && parses(() => Temporal.PlainMonthDay.from(text, { overflow: 'reject' }));

function parses(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}
