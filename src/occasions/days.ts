import { ANNIVERSARY, BIRTHDAY } from '../earning/occasions.js';
import type { Instant } from '../journal/core/entry.js';
import type { Calendar, YearStart } from '../programs/calendar.js';

/** A day of a member's that comes every year, at the midnight with which it begins. */
export interface Occasion {
  readonly event: typeof BIRTHDAY | typeof ANNIVERSARY;
  readonly at: Instant;
}

export interface Dates {
  /** Like 1990-05-31; null: not known. */
  readonly birthDate: string | null;
  readonly enrolledAt: Instant;
}

/**
 * A member's birthdays and anniversaries of enrolment behind `after`, up to and with `until`, oldest first. Who was born on 29 February
 * has it on the 28th where there is none. Days before the membership do not count.
 */
export function occasionsOf(calendar: Calendar, { birthDate, enrolledAt }: Dates, after: Instant, until: Instant): Occasion[] {
  const occasions: Occasion[] = [];
  const add = (event: Occasion['event'], beginning: (shift: number) => Instant, first: Instant) => {
    for (let shift = 0; ; shift -= 1) {
      const at = beginning(shift);
      if (at <= after || at < first) return;
      occasions.push({ event, at });
    }
  };
  if (birthDate !== null) {
    const startsOn = monthAndDay(birthDate);
    add(BIRTHDAY, (shift) => calendar.loyaltyYear(until, startsOn, shift).start, Math.max(enrolledAt, calendar.startOf(birthDate)));
  }
  add(ANNIVERSARY, (shift) => calendar.anniversaryYear(until, enrolledAt, shift).start, enrolledAt + 1);
  return occasions.sort((a, b) => a.at - b.at);
}

function monthAndDay(date: string): YearStart {
  const [, month = '', day = ''] = date.split('-');
  return { month: Number(month), day: Number(day) };
}
