import { plainArray, textArray } from './arrays.js';
import type { Entry } from './core/entry.js';
import { type SharedChange, SharedCounters, type SharedKey } from './core/shared-counters.js';
import { all, type Statement, type Transaction } from './transaction.js';

const KEYS = 'unnest($1::uuid[], $2::text[], $3::int8[]) q(program_id, counter, window_start)';

/** Rows for counters that nobody used yet, so that they can be locked. Whoever is inserting the same one is waited for. */
const OPEN_COUNTERS: Statement = {
  name: 'open_counters',
  text: `insert into shared_counters (program_id, counter, "window", used)
    select q.program_id, q.counter, q.window_start, 0 from ${KEYS}
    order by q.program_id, q.counter collate "C", q.window_start on conflict do nothing`,
};

/** The locked rows are read anew when the lock is granted, so they are the one thing that may be read in this statement. */
const LOCK_COUNTERS: Statement = {
  name: 'lock_counters',
  text: `select c.program_id, c.counter, c."window", c.used
    from shared_counters c join ${KEYS} on (c.program_id, c.counter, c."window") = (q.program_id, q.counter, q.window_start)
    order by c.program_id, c.counter collate "C", c."window" for update of c`,
};

const SET_COUNTERS: Statement = {
  name: 'set_counters',
  text: `update shared_counters c set used = u.used
    from unnest($1::uuid[], $2::text[], $3::int8[], $4::int8[]) u(program_id, counter, window_start, used)
    where c.program_id = u.program_id and c.counter = u.counter and c."window" = u.window_start`,
};

/** A shared counter of one of the programmes of a batch. */
export interface SharedNeed extends SharedKey {
  readonly programId: string;
}

const nameOf = ({ programId, counter, window }: SharedNeed): string => `${programId} ${window} ${counter}`;

const columns = (needs: readonly SharedNeed[]) => [
  plainArray(needs.map(({ programId }) => programId)),
  textArray(needs.map(({ counter }) => counter)),
  plainArray(needs.map(({ window }) => window)),
];

/** The shared counters that a batch locked, as its commands left them. */
export class BatchCounters {
  private readonly books = new Map<string, SharedCounters>();
  private readonly changed = new Map<string, SharedNeed & SharedChange>();

  /** Those of one programme. */
  of(programId: string): SharedCounters {
    return this.books.get(programId) ?? SharedCounters.UNREAD;
  }

  /** Locks counters to the end of the transaction, in one order for everybody, and reads them. Nothing is sent for none. */
  async lock(tx: Transaction, needs: readonly SharedNeed[]): Promise<void> {
    const missing = [...new Map(needs.map((need) => [nameOf(need), need])).values()].filter((need) => !this.of(need.programId).has(need));
    if (missing.length === 0) return;
    const [, rows] = await all([tx.query(OPEN_COUNTERS, columns(missing)), tx.query(LOCK_COUNTERS, columns(missing))]);
    const read = rows.map((row) => ({
      programId: row.program_id as string,
      counter: row.counter as string,
      window: Number(row.window),
      used: Number(row.used),
    }));
    for (const [programId, ofProgram] of Map.groupBy(read, (row) => row.programId))
      this.books.set(programId, this.of(programId).withRead(ofProgram));
  }

  /** Takes what entries changed. */
  keep(programId: string, entries: readonly Entry[]): void {
    for (const { data } of entries) {
      if (!data.shared) continue;
      this.books.set(programId, this.of(programId).apply(data.shared));
      for (const change of data.shared) this.changed.set(nameOf({ programId, ...change }), { programId, ...change });
    }
  }

  /** Writes what was changed. Returns what to await. */
  async write(tx: Transaction): Promise<unknown> {
    const changed = [...this.changed.values()];
    if (changed.length === 0) return;
    return tx.query(SET_COUNTERS, [...columns(changed), plainArray(changed.map(({ used }) => used))]);
  }
}
