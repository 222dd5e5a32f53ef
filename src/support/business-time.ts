import type { Instant } from '../journal/core/entry.js';
import type { Calendar, Window } from '../programs/calendar.js';

/** A stretch of a day of the week in which there is work. */
export interface OpenHours {
  /** From 1, Monday, to 7, Sunday. */
  readonly weekday: number;
  /** Minutes of the day, by clocks in the programme's zone: 540 is 09:00, 1440 the end of the day. */
  readonly from: number;
  readonly to: number;
}

/** When there is work. Stretches of one day do not overlap, and there is one at least. */
export interface BusinessHours {
  readonly weekly: readonly OpenHours[];
  /** Local days without work, like 2026-12-25. */
  readonly holidays: readonly string[];
}

export const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Days without work that may follow each other: with more holidays than that nothing would ever be due. */
const CLOSED_DAYS_MAX = 4_000;

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/**
 * When there is work on a local day, in order. Where clocks are turned in a stretch it is shorter or longer than they say; of a
 * time that comes twice the first is meant.
 */
function openOn(hours: BusinessHours, calendar: Calendar, day: number): Window[] {
  if (hours.holidays.includes(dateOf(day))) return [];
  const weekday = weekdayOf(day);
  const open: Window[] = [];
  for (const { from, to } of hours.weekly.filter((each) => each.weekday === weekday).sort((a, b) => a.from - b.from)) {
    // Times that clocks leave out come later than they say, and may run into the next stretch.
    const start = Math.max(calendar.timeOn(day, from), open.at(-1)?.end ?? Number.NEGATIVE_INFINITY);
    const end = calendar.timeOn(day, to);
    if (end > start) open.push({ start, end });
  }
  return open;
}

/**
 * The instant at which so much time in business hours is over, counted from `at`; one that lies in business hours, or at their
 * very end. No time at all from outside of business hours is over when they begin.
 * @param ms milliseconds, 0 or more
 * @throws RangeError when there is no work for more than ten years
 */
export function addBusinessTime(hours: BusinessHours, calendar: Calendar, at: Instant, ms: number): Instant {
  let left = ms;
  let closed = 0;
  for (let day = calendar.dayNumberOf(at); closed <= CLOSED_DAYS_MAX; day += 1) {
    closed += 1;
    for (const { start, end } of openOn(hours, calendar, day)) {
      if (end < at) continue;
      closed = 0;
      const from = Math.max(start, at);
      if (left <= end - from) return from + left;
      left -= end - from;
    }
  }
  throw new RangeError('there are no business hours');
}

/** A year of business days; more than any target. */
const BETWEEN_MS_MAX = 366 * 24 * 3_600_000;

/** How much time in business hours lies between two instants, in milliseconds, up to about a year of them; 0 when the second is not later. */
export function businessTimeBetween(hours: BusinessHours, calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  let sum = 0;
  const last = calendar.dayNumberOf(to);
  // Beyond every target nothing is compared, and a test clock can be moved by millennia.
  for (let day = calendar.dayNumberOf(from); day <= last && sum <= BETWEEN_MS_MAX; day += 1) {
    for (const { start, end } of openOn(hours, calendar, day)) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return sum;
}

/** The instant at which so many minutes in business hours are over; see `addBusinessTime`. */
export const addBusinessMinutes = (hours: BusinessHours, calendar: Calendar, at: Instant, minutes: number): Instant =>
  addBusinessTime(hours, calendar, at, minutes * MINUTE_MS);

/** Minutes in business hours between two instants, with their fractions. */
export const businessMinutesBetween = (hours: BusinessHours, calendar: Calendar, from: Instant, to: Instant): number =>
  businessTimeBetween(hours, calendar, from, to) / MINUTE_MS;
