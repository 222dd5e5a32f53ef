import type { Entry } from '../journal/core/entry.js';
import type { EntryRecord } from '../journal/core/records.js';
import { kept, type LotParts, split, sumOf } from './lot-parts.js';

export const REVERSAL = 'REVERSAL';

/** How much of an entry was taken back so far; the sum never exceeds it. */
export interface Reversal {
  readonly type: typeof REVERSAL;
  readonly reversed: number;
  /** Number of the purchase that was paid with these points; null while there is none. */
  readonly purchase: number | null;
}

export const NOT_REVERSED: Reversal = { type: REVERSAL, reversed: 0, purchase: null };

export const reversalRecord = (of: number, value: Reversal): EntryRecord => ({ of, dueAt: null, value });

export const reversalOf = (record: EntryRecord | null): Reversal =>
  record?.value.type === REVERSAL ? (record.value as Reversal) : NOT_REVERSED;

const SPENDINGS: ReadonlySet<string> = new Set(['POINTS_SPENT', 'HOUSEHOLD_POINTS_SPENT', 'HOUSEHOLD_POINTS_GIVEN']);

/** What an entry took out of lots for good, in spend order: by spending, capturing a hold or adjusting downwards. */
export function spentParts({ kind, data }: Entry): LotParts {
  const [change] = data.changes ?? [];
  if (!change) return [];
  if (kind === 'HOLD_CAPTURED') return (data.because as { captured?: LotParts } | undefined)?.captured ?? [];
  const isTaken = SPENDINGS.has(kind) || (kind === 'POINTS_ADJUSTED' && (change.delta.spent ?? 0) > 0);
  return isTaken ? kept(change.lots) : [];
}

/** The next `amount` points to give back of those that an entry took: what expires last goes back first. */
export function nextToReturn(entry: Entry, { reversed }: Reversal, amount: number): LotParts {
  const parts = spentParts(entry);
  const [left] = split(parts, sumOf(parts) - reversed);
  return split(left, amount, { fromEnd: true })[0];
}
