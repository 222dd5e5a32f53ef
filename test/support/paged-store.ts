import { BatchResult, type TouchedStream } from '../../src/journal/batch-write.js';
import { type Decision, decide } from '../../src/journal/core/decide.js';
import type { Entry } from '../../src/journal/core/entry.js';
import { EntryNeeded, KnownEntries } from '../../src/journal/core/known.js';
import { type Lot, LotBook, LotsNeeded } from '../../src/journal/core/lots.js';
import { type EntryRecord, RecordsNeeded } from '../../src/journal/core/records.js';
import { NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import { NEVER, storedState } from '../../src/journal/stored-state.js';
import type { Row, Transaction } from '../../src/journal/transaction.js';
import { oneSidedCore } from './one-sided-core.js';
import type { Given } from './plain-member.js';

/**
 * One member's stored row and lots, and batches that read the lots in small pages: what `runBatch` does,
 * with maps for tables. The write-back is the real one, on a transaction that knows its statements.
 */
export class PagedStore {
  private readonly table = new Map<string, Lot>();
  private row: Row | null = null;
  private isNew = true;
  private pages = 0;

  /** @param pageSizes in the order in which pages are read, over and over */
  constructor(private readonly pageSizes: readonly number[]) {}

  /** Decides the commands in one batch and writes what they left. */
  async give(batch: readonly Pick<Given, 'command' | 'program'>[]): Promise<Decision[]> {
    const before = this.read(batch);
    const stream: TouchedStream = {
      programId: 'program',
      streamId: 'member',
      shard: 1,
      before,
      after: before,
      lots: new Map(),
      records: new Map(),
      listings: new Map(),
      entries: new KnownEntries(),
    };
    const result = new BatchResult(new Map([[0, { lane: 0, position: 0, hash: '', postedAt: 0 }]]), 1, 0);
    const decisions: Decision[] = [];
    for (const given of batch) {
      const decision = this.decide(given, stream);
      decisions.push(decision);
      if ('refusal' in decision) continue;
      stream.after = decision.state;
      for (const entry of decision.entries) {
        result.append(stream, entry, given.command, entry.number === decision.number);
        this.entries.set(entry.number, entry);
      }
    }
    await result.write(this.transaction, [stream]);
    return decisions;
  }

  /** The stored state, with every stored lot. */
  get state(): StreamState {
    if (!this.row) return NO_STREAM;
    const state = storedState(this.row, LotBook.of(this.stored(null)));
    const records = [...this.records.values()].reduce((book, record) => book.withRead(record.of, record), state.records);
    return { ...state, records };
  }

  private externalIds = new Map<string, number>();
  private readonly records = new Map<number, EntryRecord>();
  private readonly entries = new Map<number, Entry>();

  private decide({ command, program }: Pick<Given, 'command' | 'program'>, stream: TouchedStream): Decision {
    for (;;) {
      try {
        const sameExternalId = this.externalIds.get(command.externalId ?? '') ?? null;
        const decision = decide(oneSidedCore, program, command, stream.after, stream.entries.knowing(sameExternalId));
        if (!('refusal' in decision) && command.externalId && decision.number) {
          this.externalIds.set(command.externalId, decision.number);
          stream.entries.name(command.externalId, decision.number);
        }
        return decision;
      } catch (error) {
        this.readNeeded(error, stream);
      }
    }
  }

  private readNeeded(error: unknown, stream: TouchedStream): void {
    const { lots, records } = stream.after;
    if (error instanceof LotsNeeded) stream.after = { ...stream.after, lots: lots.extend(...this.page(lots.lastRead)) };
    else if (error instanceof RecordsNeeded) {
      const { what } = error;
      const read =
        what === null ? records.withDuePage(...this.duePage(records.lastRead)) : records.withRead(what, this.records.get(what) ?? null);
      stream.after = { ...stream.after, records: read };
    } else if (error instanceof EntryNeeded) {
      const { what } = error;
      if (typeof what === 'number') stream.entries.keep(what, this.entries.get(what) ?? null);
      else stream.entries.name(what, this.externalIds.get(what) ?? null);
    } else throw error;
  }

  private duePage(last: { dueAt: number; of: number } | null): [records: EntryRecord[], isLast: boolean] {
    const isBehind = ({ dueAt, of }: EntryRecord) =>
      dueAt !== null && (!last || dueAt > last.dueAt || (dueAt === last.dueAt && of > last.of));
    const behind = [...this.records.values()].filter(isBehind).sort((a, b) => Number(a.dueAt) - Number(b.dueAt) || a.of - b.of);
    const size = this.pageSizes[this.pages % this.pageSizes.length] ?? 1;
    return [behind.slice(0, size), behind.length <= size];
  }

  /** Reads the first page only for who may need it. */
  private read(batch: readonly Pick<Given, 'command'>[]): StreamState {
    if (!this.row) return NO_STREAM;
    const until = Math.max(...batch.map(({ command }) => command.effectiveAt ?? command.admittedAt));
    const isDue = this.row.next_due_at !== null && Number(this.row.next_due_at) <= until;
    const isRead = isDue || batch.some(({ command }) => command.readsLots);
    return storedState(this.row, isRead ? LotBook.of(...this.page(null)) : LotBook.UNREAD);
  }

  private page(last: Lot | null): [lots: Lot[], isComplete: boolean] {
    const size = this.pageSizes[this.pages % this.pageSizes.length] ?? 1;
    this.pages += 1;
    const lots = this.stored(last).slice(0, size);
    return [lots, lots.length < size];
  }

  /** Rows behind the last one that was read, as READ_FIRST_LOTS and READ_NEXT_LOTS select them. */
  private stored(last: Lot | null): Lot[] {
    const rows = [...this.table.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lot]) => lot);
    const byOrder = (a: Lot, b: Lot): number => {
      if (a.expiresAt !== b.expiresAt) return a.expiresAt < b.expiresAt ? -1 : 1;
      if (a.number !== b.number) return a.number - b.number;
      if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
      return a.source < b.source ? -1 : a.source > b.source ? 1 : 0;
    };
    return rows.filter((lot) => !last || byOrder(lot, last) > 0).sort(byOrder);
  }

  private readonly transaction: Transaction = {
    query: async ({ name }, values) => {
      // The journal and the lane's head are no business of this store.
      if (typeof values[0] !== 'string') return [];
      const columns = values.map(elements);
      const rows = Array.from({ length: columns[0]?.length ?? 0 }, (_, i) => columns.map((column) => column[i]));
      for (const row of rows) this.write(name, row);
      return [];
    },
  };

  private write(statement: string, row: unknown[]): void {
    if (statement === 'insert_streams' || statement === 'update_streams') {
      if (this.isNew !== (statement === 'insert_streams')) throw new Error(`${statement} on the wrong stream`);
      const [, , program_id, number, settled_at, next_due_at, status, state] = row;
      this.row = { program_id, number, settled_at, next_due_at, status, state };
      this.isNew = false;
      return;
    }
    if (statement === 'insert_records' || statement === 'set_records') {
      const [, , of, dueAt, value] = row as string[];
      this.records.set(Number(of), { of: Number(of), dueAt: dueAt === null ? null : Number(dueAt), value: JSON.parse(value as string) });
      return;
    }
    const [, , expiresText, currency, source, numberText, remainingText] = row as string[] as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const [expires, number, remaining] = [Number(expiresText), Number(numberText), Number(remainingText)];
    const key = `${currency} ${source} ${expires}`;
    const lot: Lot = { currency, expiresAt: expires === NEVER ? Infinity : expires, source, number, remaining };
    const old = this.table.get(key);
    if (statement === 'set_lots') this.table.set(key, lot);
    else if (statement === 'add_to_lots') this.table.set(key, old ? { ...old, remaining: old.remaining + remaining } : lot);
    else if (statement === 'delete_lots') this.table.delete(key);
    else throw new Error(`unknown statement ${statement}`);
  }
}

/** The elements of an array parameter, as text: what PostgreSQL's array_in and array_recv would read. */
function elements(parameter: unknown): (string | null)[] {
  if (typeof parameter === 'string') {
    const inner = parameter.slice(1, -1);
    return inner === '' ? [] : inner.split(',').map((text) => (text === 'null' ? null : text));
  }
  const bytes = parameter as Buffer;
  const texts: (string | null)[] = [];
  for (let at = 20; texts.length < bytes.readInt32BE(12); ) {
    const length = bytes.readInt32BE(at);
    texts.push(length < 0 ? null : bytes.toString('utf8', at + 4, at + 4 + length));
    at += 4 + Math.max(0, length);
  }
  return texts;
}

/** What of a state must not depend on how it was stored: `nextDueAt` may be early, lots read or not. */
export const essence = (state: StreamState) => {
  const { nextDueAt: _, lots, records, ...rest } = state;
  return { ...rest, lots: lots.known, records: [...records.all].sort((a, b) => a.of - b.of) };
};
