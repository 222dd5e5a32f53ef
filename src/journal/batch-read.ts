import { plainArray, textArray } from './arrays.js';
import type { Command } from './core/decide.js';
import type { Entry } from './core/entry.js';
import { type Lot, LotBook } from './core/lots.js';
import { NO_STREAM, type StreamState } from './core/state.js';
import { lanesOf } from './shard.js';
import { ENTRY_COLUMNS, storedEntry } from './stored-entry.js';
import {
  DUE_ORDER,
  LOT_COLUMNS,
  NEVER,
  RECORD_COLUMNS,
  SPEND_ORDER,
  STATE_COLUMNS,
  storedLot,
  storedRecord,
  storedState,
} from './stored-state.js';
import { all, type Row, type Statement, type Transaction } from './transaction.js';

/** Lots read for a command that may take points. Nearly every demand is covered by the first few. */
const PAGE_SIZE = 32;

const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** Takes the heads of lanes, in ascending order like everybody. It returns nothing else: what is read here is older than the locks. */
const LOCK_LANES: Statement = {
  name: 'lock_lanes',
  text: 'select lane, position, hash, posted_at from lanes where lane = any($1::int2[]) order by lane for update',
};

const READ_PROGRAMS: Statement = {
  name: 'read_programs',
  text: 'select id, version, test_clock from programs where id = any($1::uuid[])',
};

const READ_STREAMS: Statement = {
  name: 'read_streams',
  text: `select ${STATE_COLUMNS}
    from unnest($1::int2[], $2::uuid[]) q(shard, stream_id) join streams s using (shard, stream_id)`,
};

const READ_FIRST_LOTS: Statement = {
  name: 'read_first_lots',
  text: `select s.stream_id, ${LOT_COLUMNS}
    from unnest($1::int2[], $2::uuid[], $3::bool[], $4::int8[]) q(shard, stream_id, takes, until)
    join streams s using (shard, stream_id)
    cross join lateral (
      select * from lots l where l.shard = q.shard and l.stream_id = q.stream_id
      order by ${SPEND_ORDER} limit ${PAGE_SIZE}
    ) l
    where q.takes or s.next_due_at <= q.until`,
};

const READ_NEXT_LOTS: Statement = {
  name: 'read_next_lots',
  text: `select ${LOT_COLUMNS} from lots l
    where l.shard = $1 and l.stream_id = $2 and l.expires_at >= $3 and (${SPEND_ORDER}) > ($3, $4, $5, $6)
    order by ${SPEND_ORDER} limit $7`,
};

const READ_RECORDS: Statement = {
  name: 'read_records',
  text: `select q.stream_id, q.number, ${RECORD_COLUMNS}
    from unnest($1::int2[], $2::uuid[], $3::int8[]) q(shard, stream_id, number)
    left join lateral (
      select * from records r where r.shard = q.shard and r.stream_id = q.stream_id and r.number = q.number limit 1
    ) r on true`,
};

const READ_DUE_RECORDS: Statement = {
  name: 'read_due_records',
  text: `select ${RECORD_COLUMNS} from records r
    where r.shard = $1 and r.stream_id = $2 and r.due_at is not null and (${DUE_ORDER}) > ($3, $4)
    order by ${DUE_ORDER} limit ${PAGE_SIZE}`,
};

const READ_ENTRY: Statement = {
  name: 'read_entry',
  text: `select ${ENTRY_COLUMNS} from journal j where j.shard = $1 and j.stream_id = $2 and j.number = $3`,
};

const FIND_ENTRY: Statement = {
  name: 'find_entry',
  text: 'select j.number from journal j where j.shard = $1 and j.stream_id = $2 and j.external_id = $3',
};

/** A lookup for each row: a join could be planned as a scan while the tables are small, and would stay one. */
export const READ_KEYS: Statement = {
  name: 'read_keys',
  text: `select q.stream_id, q.key, j.number, encode(j.input_hash, 'hex') as input_hash, null as refusal
      from unnest($1::int2[], $2::uuid[], $3::text[]) q(shard, stream_id, key)
      cross join lateral (
        select * from journal j where j.shard = q.shard and j.stream_id = q.stream_id and j.idempotency_key = q.key limit 1
      ) j
    union all
    select q.stream_id, q.key, null, encode(r.input_hash, 'hex'), r.refusal::text
      from unnest($1::int2[], $2::uuid[], $3::text[]) q(shard, stream_id, key)
      cross join lateral (
        select * from refusals r where r.shard = q.shard and r.stream_id = q.stream_id and r.idempotency_key = q.key limit 1
      ) r`,
};

export const READ_EXTERNAL_IDS: Statement = {
  name: 'read_external_ids',
  text: `select q.stream_id, q.external_id, j.number
    from unnest($1::int2[], $2::uuid[], $3::text[]) q(shard, stream_id, external_id)
    cross join lateral (
        select * from journal j where j.shard = q.shard and j.stream_id = q.stream_id and j.external_id = q.external_id limit 1
      ) j`,
};

/** The lane's head as it stood when the lock was granted. */
export interface LaneHead {
  readonly lane: number;
  readonly position: number;
  readonly hash: string;
  readonly postedAt: number;
}

export interface ProgramHead {
  readonly id: string;
  readonly version: number;
  readonly testClock: number | null;
}

/** What a key has already led to. */
export interface Settled {
  readonly inputHash: string;
  readonly number: number | null;
  readonly refusal: string | null;
}

/** Everything that a list of commands declared it needs. */
export interface CommandContext {
  readonly programs: readonly ProgramHead[];
  readonly states: Map<string, StreamState>;
  /** By stream and key. */
  readonly keys: Map<string, Settled>;
  /** Entry numbers, by stream and external id. */
  readonly externalIds: Map<string, number>;
}

/** By lane. */
export type LaneHeads = ReadonlyMap<number, LaneHead>;

/** The same, read behind the locks of the lanes. */
export interface BatchContext extends CommandContext {
  readonly heads: LaneHeads;
}

export const within = (streamId: string, name: string): string => `${streamId} ${name}`;

/** Holds lanes to the end of the transaction, which held none before or none that is higher than these. */
export async function lockLanes(tx: Transaction, lanes: readonly number[]): Promise<LaneHeads> {
  const rows = await tx.query(LOCK_LANES, [plainArray(lanes)]);
  const heads = new Map<number, LaneHead>();
  for (const { lane, position, hash, posted_at } of rows)
    heads.set(Number(lane), { lane: Number(lane), position: Number(position), hash: hash as string, postedAt: Number(posted_at) });
  for (const lane of lanes) if (!heads.has(lane)) throw new Error(`lane ${lane} does not exist`);
  return heads;
}

/** Locks the lanes of the commands, then reads. All of it goes out at once: one round trip. */
export async function readBatch(tx: Transaction, laneCount: number, commands: readonly Command[]): Promise<BatchContext> {
  const lanes = lanesOf(commands, laneCount);
  const [heads, context] = await all<[LaneHeads, CommandContext]>([lockLanes(tx, lanes), readCommands(tx, commands)]);
  return { heads, ...context };
}

/** Reads what commands declared they need, in one round trip. */
export async function readCommands(tx: Transaction, commands: readonly Command[]): Promise<CommandContext> {
  const streams = distinctStreams(commands);
  const keyed = commands.filter((command) => command.key !== null);
  const numbered = commands.filter((command) => command.externalId !== null);
  const referring = commands.filter((command) => command.refersTo != null);
  const ids = [...new Set(commands.map((command) => command.programId))];
  const shards = plainArray(streams.map((stream) => stream.shard));
  const streamIds = plainArray(streams.map((stream) => stream.streamId));
  const none: Promise<Row[]> = Promise.resolve([]);

  const [programs, stateRows, lotRows, keyRows, externalRows, recordRows] = await all<[Row[], Row[], Row[], Row[], Row[], Row[]]>([
    tx.query(READ_PROGRAMS, [plainArray(ids)]),
    tx.query(READ_STREAMS, [shards, streamIds]),
    tx.query(READ_FIRST_LOTS, [shards, streamIds, plainArray(streams.map((s) => s.takes)), plainArray(streams.map((s) => s.until))]),
    keyed.length === 0
      ? none
      : tx.query(
          READ_KEYS,
          columns(keyed, (command) => command.key),
        ),
    numbered.length === 0
      ? none
      : tx.query(
          READ_EXTERNAL_IDS,
          columns(numbered, (command) => command.externalId),
        ),
    referring.length === 0
      ? none
      : tx.query(READ_RECORDS, [
          plainArray(referring.map((command) => command.shard)),
          plainArray(referring.map((command) => command.streamId)),
          plainArray(referring.map((command) => command.refersTo ?? null)),
        ]),
  ]);

  const lots = Map.groupBy(lotRows, (row) => row.stream_id as string);
  const rows = new Map(stateRows.map((row) => [row.stream_id as string, row]));
  const states = new Map<string, StreamState>();
  for (const { streamId, programId, takes, until } of streams) {
    const row = rows.get(streamId);
    if (!row || row.program_id !== programId) {
      states.set(streamId, NO_STREAM);
      continue;
    }
    const isRead = takes || (row.next_due_at !== null && Number(row.next_due_at) <= until);
    const page = (lots.get(streamId) ?? []).map(storedLot);
    states.set(streamId, storedState(row, isRead ? LotBook.of(page, page.length < PAGE_SIZE) : LotBook.UNREAD));
  }
  for (const row of recordRows) {
    const streamId = row.stream_id as string;
    const state = states.get(streamId);
    const record = row.record_of === null ? null : storedRecord(row);
    // A stream of another programme was read as none, and has no records either.
    if (state && state.number > 0) states.set(streamId, { ...state, records: state.records.withRead(Number(row.number), record) });
  }
  return {
    programs: programs.map((row) => ({
      id: row.id as string,
      version: Number(row.version),
      testClock: row.test_clock === null ? null : Number(row.test_clock),
    })),
    states,
    keys: new Map(keyRows.map((row) => [within(row.stream_id as string, row.key as string), settledOf(row)])),
    externalIds: new Map(externalRows.map((row) => [within(row.stream_id as string, row.external_id as string), Number(row.number)])),
  };
}

const settledOf = (row: Row): Settled => ({
  inputHash: row.input_hash as string,
  number: row.number === null ? null : Number(row.number),
  refusal: row.refusal as string | null,
});

const columns = (commands: readonly Command[], name: (command: Command) => string | null) => [
  plainArray(commands.map((command) => command.shard)),
  plainArray(commands.map((command) => command.streamId)),
  textArray(commands.map(name)),
];

/** Each stream once, with what the commands on it need to know about its lots. */
function distinctStreams(commands: readonly Command[]) {
  const streams = new Map<string, { programId: string; streamId: string; shard: number; takes: boolean; until: number }>();
  for (const { programId, streamId, shard, readsLots, effectiveAt, admittedAt } of commands) {
    const until = effectiveAt ?? admittedAt;
    const stream = streams.get(streamId);
    if (stream) {
      stream.takes ||= readsLots;
      stream.until = Math.max(stream.until, until);
    } else streams.set(streamId, { programId, streamId, shard, takes: readsLots, until });
  }
  return [...streams.values()];
}

/** The state with one more page of lots; pages double, so that many lots cost few round trips. */
export async function readMoreLots(tx: Transaction, shard: number, streamId: string, state: StreamState): Promise<StreamState> {
  const last: Lot | null = state.lots.lastRead;
  const size = Math.min(PAGE_SIZE * 32, Math.max(PAGE_SIZE, state.lots.known.length * 2));
  const from = last
    ? [Math.min(last.expiresAt, NEVER), last.number, last.currency, last.source]
    : [Number.MIN_SAFE_INTEGER, 0, NIL_UUID, ''];
  const rows = await tx.query(READ_NEXT_LOTS, [shard, streamId, ...from, size]);
  return { ...state, lots: state.lots.extend(rows.map(storedLot), rows.length < size) };
}

/** The state with the record of one entry. */
export async function readRecord(tx: Transaction, shard: number, streamId: string, state: StreamState, of: number): Promise<StreamState> {
  const [row] = await tx.query(READ_RECORDS, [plainArray([shard]), plainArray([streamId]), plainArray([of])]);
  return { ...state, records: state.records.withRead(of, row && row.record_of !== null ? storedRecord(row) : null) };
}

/** The state with the next records that fall due. */
export async function readDueRecords(tx: Transaction, shard: number, streamId: string, state: StreamState): Promise<StreamState> {
  const { dueAt, of } = state.records.lastRead ?? { dueAt: Number.MIN_SAFE_INTEGER, of: 0 };
  const rows = await tx.query(READ_DUE_RECORDS, [shard, streamId, dueAt, of]);
  return { ...state, records: state.records.withDuePage(rows.map(storedRecord), rows.length < PAGE_SIZE) };
}

/** An entry of a stream; null when there is none with that number. */
export async function readEntry(tx: Transaction, shard: number, streamId: string, number: number): Promise<Entry | null> {
  const [row] = await tx.query(READ_ENTRY, [shard, streamId, number]);
  return row ? storedEntry(row) : null;
}

/** Number of the entry of a stream that carries a partner's own number; null when none does. */
export async function findEntry(tx: Transaction, shard: number, streamId: string, externalId: string): Promise<number | null> {
  const [row] = await tx.query(FIND_ENTRY, [shard, streamId, externalId]);
  return row ? Number(row.number) : null;
}
