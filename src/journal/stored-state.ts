import type { Counter } from './core/counters.js';
import { EMPTY_WALLET, type MemberStatus, type Standing, type WalletAmounts } from './core/entry.js';
import { type Lot, LotBook } from './core/lots.js';
import { type EntryRecord, RecordBook } from './core/records.js';
import { compactWallet, type StreamState } from './core/state.js';
import type { Row } from './transaction.js';

/** Stands for "never" where a column cannot hold infinity: the largest exact number. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** The part of a state that is kept as JSON in the stream's one row. */
interface StateJson {
  readonly enrolledAt: number;
  readonly wallets: Record<string, Partial<WalletAmounts>>;
  readonly standings: Record<string, Standing>;
  /** Absent: none were used. */
  readonly counters?: Record<string, Counter>;
  /** Absent: no rule remembers anything. */
  readonly progress?: Record<string, unknown>;
  /** Absent: nothing was put off. */
  readonly slidTo?: Record<string, number>;
  /** No record falls due before this; absent: none will. */
  readonly recordsDueAt?: number;
}

export function stateJson(state: StreamState): string {
  const wallets: StateJson['wallets'] = {};
  for (const id in state.wallets) wallets[id] = compactWallet(state.wallets[id] as WalletAmounts);
  const recordsDueAt = state.records.nextDueAt;
  const json: StateJson = {
    enrolledAt: state.enrolledAt,
    wallets,
    standings: state.standings,
    ...(Object.keys(state.counters).length > 0 && { counters: state.counters }),
    ...(Object.keys(state.progress).length > 0 && { progress: state.progress }),
    ...(Object.keys(state.slidTo).length > 0 && { slidTo: state.slidTo }),
    ...(recordsDueAt !== Infinity && { recordsDueAt }),
  };
  return JSON.stringify(json);
}

/** The columns that `storedState` reads, for a table alias `s`. */
export const STATE_COLUMNS = 's.stream_id, s.shard, s.program_id, s.number, s.settled_at, s.next_due_at, s.status, s.state::text as state';

/** The state in a row of `streams`, with the lots as far as they were read. */
export function storedState(row: Row, lots: LotBook): StreamState {
  const json = JSON.parse(row.state as string) as StateJson;
  const { enrolledAt, wallets, standings, counters = {}, progress = {}, slidTo = {}, recordsDueAt = Infinity } = json;
  for (const id in wallets) wallets[id] = { ...EMPTY_WALLET, ...wallets[id] };
  return {
    number: Number(row.number),
    status: row.status as MemberStatus,
    enrolledAt,
    settledAt: Number(row.settled_at),
    nextDueAt: row.next_due_at === null ? Infinity : Number(row.next_due_at),
    wallets: wallets as Record<string, WalletAmounts>,
    standings,
    lots,
    records: RecordBook.unread(recordsDueAt),
    counters,
    progress,
    slidTo,
  };
}

/** The columns that `storedLot` reads, for a table alias `l`. */
export const LOT_COLUMNS = 'l.currency_id, l.expires_at, l.source, l.number as lot_number, l.remaining';

/** The order in which lots are spent, as in `LotBook`; total, so that a page has one end. */
export const SPEND_ORDER = 'l.expires_at, l.number, l.currency_id, l.source collate "C"';

export const storedLot = (row: Row): Lot => ({
  currency: row.currency_id as string,
  expiresAt: Number(row.expires_at) === NEVER ? Infinity : Number(row.expires_at),
  source: row.source as string,
  number: Number(row.lot_number),
  remaining: Number(row.remaining),
});

/** The columns that `storedRecord` reads, for a table alias `r`. */
export const RECORD_COLUMNS = 'r.number as record_of, r.due_at, r.value::text as value';

/** The order in which records fall due, as in `RecordBook`. */
export const DUE_ORDER = 'r.due_at, r.number';

export const storedRecord = (row: Row): EntryRecord => ({
  of: Number(row.record_of),
  dueAt: row.due_at === null ? null : Number(row.due_at),
  value: JSON.parse(row.value as string),
});
