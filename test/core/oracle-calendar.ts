import { DAY, type Expiry, type RoundingUnit } from '../support/world.js';

export const year = (at: number) => new Date(at).getUTCFullYear();
export const newYear = (after: number) => Date.UTC(year(after) + 1, 0, 1);

export function later(at: number, days: number, roundUpTo: RoundingUnit | null): number {
  const end = at + days * DAY;
  const [y, m, d] = [new Date(end).getUTCFullYear(), new Date(end).getUTCMonth(), new Date(end).getUTCDate()];
  if (roundUpTo === 'DAY') return Date.UTC(y, m, d + 1);
  if (roundUpTo === 'MONTH') return Date.UTC(y, m + 1, 1);
  if (roundUpTo === 'QUARTER') return Date.UTC(y, m < 3 ? 3 : m < 6 ? 6 : m < 9 ? 9 : 12, 1);
  if (roundUpTo === 'YEAR') return Date.UTC(y + 1, 0, 1);
  return end;
}

export function expiryOf({ days, roundUpTo, dates }: Expiry, at: number): number {
  if (!dates) return days === null ? Infinity : later(at, days, roundUpTo);
  const ends = dates.flatMap((date) => [0, 1, 2].map((years) => endOf(date, year(at) + years)));
  return Math.min(...ends.filter((end) => end > at));
}

function endOf(date: string, y: number): number {
  const [month, day] = date.split('-').map(Number) as [number, number];
  // Both the 29th and the 28th of February end where March begins.
  return date === '02-29' ? Date.UTC(y, 2, 1) : Date.UTC(y, month - 1, day + 1);
}
