import { plainArray, textArray } from './arrays.js';
import type { Entry } from './core/entry.js';
import { type SharedChange, SharedCounters, type SharedKey } from './core/shared-counters.js';
import { all, type Row, type Statement, type Transaction } from './transaction.js';

/**
 * The gate of each programme: everybody who needs shared counters of it passes here first, in one order of programmes. It leaves
 * foreign keys alone, and who changes a programme holds all lanes.
 */
const LOCK_GATES: Statement = {
  name: 'lock_gates',
  text: 'select p.id from programs p where p.id = any($1::uuid[]) order by p.id for no key update',
};

/** Behind the gate, in a statement of its own: what stood there when the gate was passed. */
const READ_COUNTERS: Statement = {
  name: 'read_counters',
  text: `select c.program_id, c.counter, c."window", c.used
    from unnest($1::uuid[], $2::text[], $3::int8[]) q(program_id, counter, window_start)
    join shared_counters c on (c.program_id, c.counter, c."window") = (q.program_id, q.counter, q.window_start)`,
};

const SET_COUNTERS: Statement = {
  name: 'set_counters',
  text: `insert into shared_counters (program_id, counter, "window", used)
    select u.* from unnest($1::uuid[], $2::text[], $3::int8[], $4::int8[]) u(program_id, counter, window_start, used)
    on conflict (program_id, counter, "window") do update set used = excluded.used`,
};

/** Shared counters of one of the programmes of a batch; none: the gate alone. */
export interface SharedNeed {
  readonly programId: string;
  readonly keys: readonly SharedKey[];
}

interface ProgramKey extends SharedKey {
  readonly programId: string;
}

const nameOf = ({ programId, counter, window }: ProgramKey): string => `${programId} ${window} ${counter}`;

const columns = (keys: readonly ProgramKey[]) => [
  plainArray(keys.map(({ programId }) => programId)),
  textArray(keys.map(({ counter }) => counter)),
  plainArray(keys.map(({ window }) => window)),
];

/** The shared counters that a batch holds, as its commands left them. */
export class BatchCounters {
  /** By programme; present where its gate was passed. */
  private readonly books = new Map<string, SharedCounters>();
  private readonly changed = new Map<string, ProgramKey & SharedChange>();

  /** @param isHeld false: they are only looked at, and nobody is kept out */
  constructor(private readonly isHeld = true) {}

  /** Those of one programme. */
  of(programId: string): SharedCounters {
    return this.books.get(programId) ?? SharedCounters.UNREAD;
  }

  /** Passes gates, to the end of the transaction, and reads what lies behind them. Nothing is sent for what is there already. */
  async lock(tx: Transaction, needs: readonly SharedNeed[]): Promise<void> {
    const gates = [...new Set(needs.map(({ programId }) => programId))].filter((programId) => !this.books.has(programId));
    const keys = needs.flatMap(({ programId, keys }) => keys.map(({ counter, window }) => ({ programId, counter, window })));
    const missing = [...new Map(keys.map((key) => [nameOf(key), key])).values()].filter((key) => !this.of(key.programId).has(key));
    const none: Promise<Row[]> = Promise.resolve([]);
    const [, rows] = await all([
      gates.length === 0 || !this.isHeld ? none : tx.query(LOCK_GATES, [plainArray(gates)]),
      missing.length === 0 ? none : tx.query(READ_COUNTERS, columns(missing)),
    ]);
    for (const programId of gates) this.books.set(programId, SharedCounters.UNREAD);
    const stored = new Map(rows.map((row) => [nameOf(keyOf(row)), Number(row.used)]));
    for (const [programId, ofProgram] of Map.groupBy(missing, (key) => key.programId)) {
      const read = ofProgram.map((key) => ({ ...key, used: stored.get(nameOf(key)) ?? 0 }));
      this.books.set(programId, this.of(programId).withRead(read));
    }
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

const keyOf = (row: Row): ProgramKey => ({
  programId: row.program_id as string,
  counter: row.counter as string,
  window: Number(row.window),
});
