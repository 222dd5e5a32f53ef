import type { Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import type { EntryRecord } from '../journal/core/records.js';
import type { DueStep } from '../journal/core/settle.js';
import type { Program } from '../programs/program.js';
import { giveBack, type LotParts, sumOf } from './lot-parts.js';

export const HOLD = 'HOLD';
export type HoldStatus = 'OPEN' | 'CAPTURED' | 'RELEASED' | 'TIMED_OUT';

/** What is left of a hold. It is named by the entry that made it. */
export interface Hold {
  readonly type: typeof HOLD;
  readonly currency: string;
  readonly status: HoldStatus;
  /** Number of the entry that ended it; null while it is open. */
  readonly endedBy: number | null;
  /** Points still set aside, with the lots they came from. */
  readonly parts: LotParts;
  readonly captured: number;
  /** When it times out. */
  readonly expiresAt: Instant;
}

export const holdRecord = (of: number, hold: Hold): EntryRecord => ({
  of,
  dueAt: hold.status === 'OPEN' ? hold.expiresAt : null,
  value: hold,
});

export const holdOf = (record: EntryRecord | null): Hold | null => (record?.value.type === HOLD ? (record.value as Hold) : null);

/** The open hold that an entry made, or why there is none. @throws RecordsNeeded */
export function openHold(draft: Draft<Program>, of: number): { hold: Hold } | { refusal: Refusal } {
  const hold = holdOf(draft.state.records.get(of));
  if (!hold) return { refusal: { code: 'HOLD_NOT_FOUND', message: 'There is no such hold.', path: ['hold'] } };
  if (hold.status === 'OPEN') return { hold };
  const { status, endedBy, captured } = hold;
  const ends = { CAPTURED: 'was captured', RELEASED: 'was released', TIMED_OUT: 'timed out' };
  return {
    refusal: { code: 'HOLD_ENDED', message: `This hold ${ends[status]}.`, path: ['hold'], data: { status, endedBy, captured } },
  };
}

/** Ends a hold: what is left of it goes back into its lots. */
export function releaseEffects(draft: Draft<Program>, of: number, hold: Hold, status: 'RELEASED' | 'TIMED_OUT', at: Instant) {
  const amount = sumOf(hold.parts);
  return {
    input: { hold: of, status },
    changes: [giveBack(draft, hold.currency, hold.parts, { held: -amount }, at)],
    records: [holdRecord(of, { ...hold, status, endedBy: draft.nextNumber, parts: [] })],
  };
}

const dueHolds = (draft: Draft<Program>, until: Instant) => draft.state.records.dueBy(until).filter((record) => holdOf(record));

/** Holds that nobody ended in time. */
export const timeOutHolds: DueStep<Program> = {
  next: (draft, until) => dueHolds(draft, until)[0]?.dueAt ?? Infinity,
  post(draft, at) {
    for (const record of dueHolds(draft, at))
      draft.postDue('HOLD_RELEASED', at, releaseEffects(draft, record.of, holdOf(record) as Hold, 'TIMED_OUT', at));
  },
};
