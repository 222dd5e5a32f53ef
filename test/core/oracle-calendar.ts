import { DAY, type Expiry, type Stretch, type Zone } from '../support/world.js';

const HOUR = DAY / 24;

export type Period = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'EVER';

/** Midnight of the nth Sunday of a month, from 0. */
const sunday = (y: number, month: number, nth: number): number => {
  const first = Date.UTC(y, month, 1);
  return first + (((7 - new Date(first).getUTCDay()) % 7) + 7 * nth) * DAY;
};
const lastSunday = (y: number, month: number): number => sunday(y, month + 1, 0) - 7 * DAY;

interface Law {
  readonly winter: number;
  readonly summer: number;
  /** From when to when it is summer in that year; in the south the first is later than the second. */
  readonly from: (y: number) => number;
  readonly to: (y: number) => number;
}

const never = () => Infinity;
/** The hours ahead of UTC, and when clocks are turned, as the law of each place says. */
const LAWS: Readonly<Record<Zone, Law>> = {
  UTC: { winter: 0, summer: 0, from: never, to: never },
  'Europe/Berlin': { winter: 1, summer: 2, from: (y) => lastSunday(y, 2) + HOUR, to: (y) => lastSunday(y, 9) + HOUR },
  // At two o'clock local time, which is half past in UTC.
  'America/St_Johns': { winter: -3.5, summer: -2.5, from: (y) => sunday(y, 2, 1) + 5.5 * HOUR, to: (y) => sunday(y, 10, 0) + 4.5 * HOUR },
  // By half an hour only.
  'Australia/Lord_Howe': { winter: 10.5, summer: 11, from: (y) => sunday(y, 9, 0) - 8.5 * HOUR, to: (y) => sunday(y, 3, 0) - 9 * HOUR },
};

/** Local time is told in milliseconds, too: those that UTC would have at the same date and time. */
export class OracleCalendar {
  private readonly law: Law;
  /** From when to when it is summer, by year. */
  private readonly summers: Record<number, [from: number, to: number]> = {};

  constructor(zone: Zone) {
    this.law = LAWS[zone];
  }

  private offset(at: number): number {
    const { winter, summer } = this.law;
    if (winter === summer) return winter * HOUR;
    const y = new Date(at).getUTCFullYear();
    this.summers[y] ??= [this.law.from(y), this.law.to(y)];
    const [from, to] = this.summers[y];
    const isSummer = from < to ? at >= from && at < to : at >= from || at < to;
    return (isSummer ? summer : winter) * HOUR;
  }

  private local(at: number): Date {
    return new Date(at + this.offset(at));
  }

  /** The instant of a local time: the first where there are two; moved forward where there is none. */
  private instant(local: number): number {
    const offsets = [this.offset(local - DAY), this.offset(local + DAY)];
    const times = offsets.map((offset) => local - offset).filter((at) => at + this.offset(at) === local);
    return times.length > 0 ? Math.min(...times) : local - this.offset(local - DAY);
  }

  later(at: number, { days, months = 0, roundUpTo }: Stretch): number {
    const l = this.local(at);
    const [y, m, d] = [l.getUTCFullYear(), l.getUTCMonth() + months, l.getUTCDate()];
    const lastDay = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
    const end = Date.UTC(y, m, Math.min(d, lastDay) + days) + (((l.getTime() % DAY) + DAY) % DAY);
    return roundUpTo === null ? this.instant(end) : this.endOf(end, roundUpTo);
  }

  private endOf(local: number, unit: 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR'): number {
    const date = new Date(local);
    const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
    if (unit === 'DAY') return this.instant(Date.UTC(y, m, d + 1));
    if (unit === 'MONTH') return this.instant(Date.UTC(y, m + 1, 1));
    if (unit === 'QUARTER') return this.instant(Date.UTC(y, m < 3 ? 3 : m < 6 ? 6 : m < 9 ? 9 : 12, 1));
    return this.instant(Date.UTC(y + 1, 0, 1));
  }

  year(at: number): number {
    return this.local(at).getUTCFullYear();
  }

  newYear(after: number): number {
    return this.instant(Date.UTC(this.year(after) + 1, 0, 1));
  }

  /** Beginning of a local day, like 2024-02-29. */
  startOf(date: string): number {
    return this.instant(Date.parse(`${date}T00:00:00Z`));
  }

  periodOf(at: number, period: Period): number {
    const l = this.local(at);
    const [y, m, d] = [l.getUTCFullYear(), l.getUTCMonth(), l.getUTCDate()];
    if (period === 'DAY') return this.instant(Date.UTC(y, m, d));
    if (period === 'WEEK') return this.instant(Date.UTC(y, m, d - ((l.getUTCDay() + 6) % 7)));
    if (period === 'MONTH') return this.instant(Date.UTC(y, m, 1));
    return period === 'YEAR' ? this.instant(Date.UTC(y, 0, 1)) : 0;
  }

  expiryOf({ days, months, roundUpTo, dates }: Expiry, at: number): number {
    if (!dates) return days === null ? Infinity : this.later(at, { days, ...(months && { months }), roundUpTo });
    const ends = dates.flatMap((date) => [0, 1, 2].map((years) => this.endOfDay(date, this.year(at) + years)));
    return Math.min(...ends.filter((end) => end > at));
  }

  private endOfDay(date: string, y: number): number {
    const [month, day] = date.split('-').map(Number) as [number, number];
    // Both the 29th and the 28th of February end where March begins.
    return this.instant(date === '02-29' ? Date.UTC(y, 2, 1) : Date.UTC(y, month - 1, day + 1));
  }
}
