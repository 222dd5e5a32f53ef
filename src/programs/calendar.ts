import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../journal/core/entry.js';

export const CALENDAR_UNITS = ['DAY', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

export const CAP_PERIODS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER'] as const;
export type CapPeriod = (typeof CAP_PERIODS)[number];

/** A half-open stretch of time: start <= t < end. */
export interface Window {
  readonly start: Instant;
  readonly end: Instant;
}

/** The day of the year on which a loyalty year begins; 29 February is the 28th where there is none. */
export interface YearStart {
  readonly month: number;
  readonly day: number;
}

/** How many results of one kind a calendar remembers; imports ask for the same days again and again. */
const MEMORY_MAX = 4096;
const DAY_MS = 86_400_000;
const NEW_YEAR: YearStart = { month: 1, day: 1 };
const MINUTES_A_DAY = 1_440;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

function remember<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  let value = memory.get(key);
  if (value === undefined) {
    if (memory.size >= MEMORY_MAX) memory.clear();
    value = make();
    memory.set(key, value);
  }
  return value;
}

/**
 * Calendar arithmetic in one IANA zone. Units are added to the local date and time: the day is
 * clamped (31 January + 1 month = 28 February), the local time kept; a local time that does not exist
 * moves forward, one that exists twice is the first (Temporal's `compatible`).
 */
export class Calendar {
  private readonly periods = new Map<string, Instant>();
  private readonly years = new Map<string, Window>();
  private readonly days = new Map<number, Window>();
  private readonly starts = new Map<Instant, YearStart>();
  private readonly stretches = new Map<string, Window>();
  private readonly times = new Map<string, Instant>();

  /** @throws RangeError when the zone is unknown */
  constructor(readonly zone: string) {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  }

  /** Adds an ISO 8601 period, then moves to the end of the unit that the result lies in, where one is given. */
  add(at: Instant, period: string, roundUpTo: CalendarUnit | null): Instant {
    return remember(this.periods, `${at} ${period} ${roundUpTo}`, () => {
      const zoned = this.at(at).add(period);
      return roundUpTo ? this.endOf(zoned, roundUpTo) : zoned.epochMilliseconds;
    });
  }

  /** The beginning of a local day, like 2026-12-24. @throws RangeError when there is no such day */
  startOf(date: string): Instant {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toZonedDateTime(this.zone).epochMilliseconds;
  }

  /** The beginning of the local day, week (ISO 8601: from Monday), month or year that contains the instant; 0 for EVER. */
  periodOf(at: Instant, period: CapPeriod): Instant {
    if (period === 'EVER') return 0;
    const date = this.at(at).toPlainDate();
    const first = {
      DAY: () => date,
      WEEK: () => date.subtract({ days: date.dayOfWeek - 1 }),
      MONTH: () => date.with({ day: 1 }),
      YEAR: () => date.with({ month: 1, day: 1 }),
    }[period]();
    return first.toZonedDateTime(this.zone).epochMilliseconds;
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
    return this.loyaltyYear(at, NEW_YEAR);
  }

  /** The year beginning on a given day that contains the instant, or one `shift` years from it. */
  loyaltyYear(at: Instant, startsOn: YearStart, shift = 0): Window {
    const guess = new Date(at).getUTCFullYear();
    for (const year of [guess, guess - 1, guess + 1]) {
      const window = this.year(year, startsOn);
      if (window.start <= at && at < window.end) return shift === 0 ? window : this.year(year + shift, startsOn);
    }
    throw new RangeError(`no year contains ${at}`);
  }

  /** The year of membership that contains the instant, or one `shift` years from it. Such years begin at the start of a day. */
  anniversaryYear(at: Instant, enrolledAt: Instant, shift = 0): Window {
    const startsOn = remember(this.starts, enrolledAt, () => {
      const { month, day } = this.at(enrolledAt);
      return { month, day };
    });
    return this.loyaltyYear(at, startsOn, shift);
  }

  /** The day that contains the instant. */
  dayOf(at: Instant): Window {
    const guess = Math.floor(at / DAY_MS);
    for (const day of [guess, guess - 1, guess + 1]) {
      const window = this.day(day);
      if (window.start <= at && at < window.end) return window;
    }
    throw new RangeError(`no day contains ${at}`);
  }

  /** The days of a period that ends with the day that contains the instant: of P12M on 15 March those since 16 March of the year before. */
  rolling(at: Instant, period: string): Window {
    const { start, end } = this.dayOf(at);
    return remember(this.stretches, `${start} ${period}`, () => {
      const first = this.at(start).toPlainDate().subtract(period).add({ days: 1 });
      return { start: first.toZonedDateTime(this.zone).epochMilliseconds, end };
    });
  }

  /** The day of the week, from 1, Monday, to 7, and the minute of the day, as clocks in the zone show them. */
  localTime(at: Instant): { readonly weekday: number; readonly minute: number } {
    const { dayOfWeek, hour, minute } = this.at(at);
    return { weekday: dayOfWeek, minute: hour * 60 + minute };
  }

  /** The local day in which the instant lies, as the number of days since 1 January 1970. */
  dayNumberOf(at: Instant): number {
    return EPOCH.until(this.at(at).toPlainDate()).days;
  }

  /** The instant of a minute of a local day, counted from its midnight by clocks in the zone; 1440 is the midnight with which it ends. */
  timeOn(day: number, minute: number): Instant {
    return remember(this.times, `${day} ${minute}`, () => {
      const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60) % 24, minute: minute % 60 });
      const date = EPOCH.add({ days: day + Math.floor(minute / MINUTES_A_DAY) });
      return date.toZonedDateTime({ timeZone: this.zone, plainTime: time }).epochMilliseconds;
    });
  }

  /** The number of the calendar year in which the instant lies. */
  yearNumberOf(at: Instant): number {
    return this.at(at).year;
  }

  private year(year: number, { month, day }: YearStart): Window {
    return remember(this.years, `${year} ${month} ${day}`, () => {
      const start = (y: number) => Temporal.PlainDate.from({ year: y, month, day }).toZonedDateTime(this.zone).epochMilliseconds;
      return { start: start(year), end: start(year + 1) };
    });
  }

  /** @param day number of days since 1 January 1970 */
  private day(day: number): Window {
    return remember(this.days, day, () => {
      const start = (n: number) => EPOCH.add({ days: n }).toZonedDateTime(this.zone).epochMilliseconds;
      return { start: start(day), end: start(day + 1) };
    });
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
