import type { LaneHead } from './batch-read.js';
import { chainHash } from './chain.js';
import type { Command, Refusal } from './core/decide.js';
import type { Entry } from './core/entry.js';
import type { StreamState } from './core/state.js';
import { NEVER, stateJson } from './stored-state.js';
import type { StoredEntry } from './stored-entry.js';
import { all, type Statement, type Transaction } from './transaction.js';

const INSERT_JOURNAL: Statement = {
  name: 'insert_journal',
  text: `insert into journal (shard, stream_id, number, lane, position, program_id, kind, effective_at, posted_at,
      idempotency_key, input_hash, external_id, data, hash)
    select u.shard, u.stream_id, u.number, $1, u.position, u.program_id, u.kind, u.effective_at, $2,
      u.key, decode(u.input_hash, 'hex'), u.external_id, u.data, decode(u.hash, 'hex')
    from unnest($3::int2[], $4::uuid[], $5::int8[], $6::int8[], $7::uuid[], $8::text[], $9::int8[], $10::text[], $11::text[],
      $12::text[], $13::json[], $14::text[])
      u(shard, stream_id, number, position, program_id, kind, effective_at, key, input_hash, external_id, data, hash)`,
};

const MOVE_HEAD: Statement = {
  name: 'move_head',
  text: 'update lanes set position = $2, hash = $3, posted_at = $4 where lane = $1',
};

const STATE_ARRAYS = `unnest($1::int2[], $2::uuid[], $3::uuid[], $4::int8[], $5::int8[], $6::int8[], $7::text[], $8::json[])
      u(shard, stream_id, program_id, number, settled_at, next_due_at, status, state)`;

const INSERT_STREAMS: Statement = {
  name: 'insert_streams',
  text: `insert into streams (shard, stream_id, program_id, number, settled_at, next_due_at, status, state)
    select u.* from ${STATE_ARRAYS}`,
};

const UPDATE_STREAMS: Statement = {
  name: 'update_streams',
  text: `update streams s set number = u.number, settled_at = u.settled_at, next_due_at = u.next_due_at, status = u.status, state = u.state
    from ${STATE_ARRAYS} where s.shard = u.shard and s.stream_id = u.stream_id`,
};

const LOT_ARRAYS = `unnest($1::int2[], $2::uuid[], $3::int8[], $4::uuid[], $5::text[], $6::int8[], $7::int8[])
      u(shard, stream_id, expires_at, currency_id, source, number, remaining)`;

/** For lots whose stored row was not read: the amounts are added, an existing lot keeps its number. */
const ADD_TO_LOTS: Statement = {
  name: 'add_to_lots',
  text: `insert into lots (shard, stream_id, expires_at, currency_id, source, number, remaining) select u.* from ${LOT_ARRAYS}
    on conflict (shard, stream_id, expires_at, currency_id, source) do update set remaining = lots.remaining + excluded.remaining`,
};

const SET_LOTS: Statement = {
  name: 'set_lots',
  text: `insert into lots (shard, stream_id, expires_at, currency_id, source, number, remaining) select u.* from ${LOT_ARRAYS}
    on conflict (shard, stream_id, expires_at, currency_id, source)
    do update set remaining = excluded.remaining, number = excluded.number`,
};

const DELETE_LOTS: Statement = {
  name: 'delete_lots',
  text: `delete from lots l using unnest($1::int2[], $2::uuid[], $3::int8[], $4::uuid[], $5::text[])
      u(shard, stream_id, expires_at, currency_id, source)
    where l.shard = u.shard and l.stream_id = u.stream_id and l.expires_at = u.expires_at
      and l.currency_id = u.currency_id and l.source = u.source`,
};

const INSERT_REFUSALS: Statement = {
  name: 'insert_refusals',
  text: `insert into refusals (shard, stream_id, idempotency_key, input_hash, refusal, refused_at)
    select u.shard, u.stream_id, u.key, decode(u.input_hash, 'hex'), u.refusal, $1
    from unnest($2::int2[], $3::uuid[], $4::text[], $5::text[], $6::json[]) u(shard, stream_id, key, input_hash, refusal)`,
};

/** A stream that a batch touched: as it was read, and as it shall be. */
export interface TouchedStream {
  readonly programId: string;
  readonly streamId: string;
  readonly shard: number;
  readonly before: StreamState;
  after: StreamState;
  /** Identities of the lots that entries of this batch changed, by lot key. */
  readonly lots: Map<string, LotIdentity>;
}

interface LotIdentity {
  readonly currency: string;
  readonly expiresAt: number;
  readonly source: string;
}

/** Everything a batch decided, in order. */
export class BatchResult {
  readonly entries: StoredEntry[] = [];
  readonly refusals: { command: Command; refusal: Refusal }[] = [];
  private readonly columns = {
    keys: [] as (string | null)[],
    inputHashes: [] as (string | null)[],
    externalIds: [] as (string | null)[],
    data: [] as string[],
    hashes: [] as string[],
  };
  private hash: string;
  readonly postedAt: number;

  constructor(private readonly head: LaneHead, now: number) {
    this.hash = head.hash;
    this.postedAt = Math.max(now, head.postedAt);
  }

  /** Numbers, chains and keeps an entry. `isOwn`: it carries the command's names. */
  append(stream: TouchedStream, entry: Entry, command: Command, isOwn: boolean): StoredEntry {
    const { lane, position } = this.head;
    const { programId, streamId, shard } = stream;
    const stored = { ...entry, programId, streamId, shard, lane, position: position + this.entries.length + 1, postedAt: this.postedAt };
    const key = isOwn ? command.key : null;
    const inputHash = isOwn ? (command.inputHash?.toString('hex') ?? null) : null;
    const externalId = isOwn ? command.externalId : null;
    const data = JSON.stringify(entry.data);
    this.hash = chainHash(this.hash, { ...stored, key, inputHash, externalId, data });
    this.entries.push(stored);
    this.columns.keys.push(key);
    this.columns.inputHashes.push(inputHash);
    this.columns.externalIds.push(externalId);
    this.columns.data.push(data);
    this.columns.hashes.push(this.hash);
    for (const change of entry.data.changes ?? []) {
      for (const lot of change.lots) {
        const expiresAt = lot.expiresAt ?? Infinity;
        stream.lots.set(`${change.currency} ${expiresAt} ${lot.source}`, { currency: change.currency, expiresAt, source: lot.source });
      }
    }
    return stored;
  }

  /** Writes all of it set-based; every statement goes out at once. Returns what to await. */
  write(tx: Transaction, streams: readonly TouchedStream[]): Promise<unknown> {
    const writes: Promise<unknown>[] = [];
    const { entries, columns, head } = this;
    if (entries.length > 0) {
      writes.push(
        tx.query(INSERT_JOURNAL, [
          head.lane,
          this.postedAt,
          entries.map((entry) => entry.shard),
          entries.map((entry) => entry.streamId),
          entries.map((entry) => entry.number),
          entries.map((entry) => entry.position),
          entries.map((entry) => entry.programId),
          entries.map((entry) => entry.kind),
          entries.map((entry) => entry.effectiveAt),
          columns.keys,
          columns.inputHashes,
          columns.externalIds,
          columns.data,
          columns.hashes,
        ]),
        tx.query(MOVE_HEAD, [head.lane, head.position + entries.length, this.hash, this.postedAt]),
      );
    }
    const changed = streams.filter(({ before, after }) => after.number > before.number || after.nextDueAt !== before.nextDueAt);
    const [opened, moved] = [changed.filter((s) => s.before.number === 0), changed.filter((s) => s.before.number > 0)];
    if (opened.length > 0) writes.push(tx.query(INSERT_STREAMS, stateArrays(opened)));
    if (moved.length > 0) writes.push(tx.query(UPDATE_STREAMS, stateArrays(moved)));
    writes.push(...this.writeLots(tx, changed));
    if (this.refusals.length > 0) {
      writes.push(
        tx.query(INSERT_REFUSALS, [
          this.postedAt,
          this.refusals.map(({ command }) => command.shard),
          this.refusals.map(({ command }) => command.streamId),
          this.refusals.map(({ command }) => command.key),
          this.refusals.map(({ command }) => command.inputHash?.toString('hex')),
          this.refusals.map(({ refusal }) => JSON.stringify(refusal)),
        ]),
      );
    }
    return all(writes);
  }

  private writeLots(tx: Transaction, streams: readonly TouchedStream[]): Promise<unknown>[] {
    const added: unknown[][] = [[], [], [], [], [], [], []];
    const set: unknown[][] = [[], [], [], [], [], [], []];
    const gone: unknown[][] = [[], [], [], [], []];
    const push = (target: unknown[][], values: readonly unknown[]) => values.forEach((value, i) => target[i]?.push(value));
    for (const { shard, streamId, after, lots } of streams) {
      for (const { currency, expiresAt, source } of lots.values()) {
        const identity = [shard, streamId, Math.min(expiresAt, NEVER), currency, source];
        const is = (lot: LotIdentity) => lot.expiresAt === expiresAt && lot.currency === currency && lot.source === source;
        const known = after.lots.known.find(is);
        const beyond = known ? undefined : after.lots.beyond.find(is);
        if (known) push(set, [...identity, known.number, known.remaining]);
        else if (beyond && after.lots.wasEmptied(beyond)) push(set, [...identity, beyond.number, beyond.remaining]);
        else if (beyond) push(added, [...identity, beyond.number, beyond.remaining]);
        else push(gone, identity);
      }
    }
    return [
      ...((added[0] as unknown[]).length > 0 ? [tx.query(ADD_TO_LOTS, added)] : []),
      ...((set[0] as unknown[]).length > 0 ? [tx.query(SET_LOTS, set)] : []),
      ...((gone[0] as unknown[]).length > 0 ? [tx.query(DELETE_LOTS, gone)] : []),
    ];
  }
}

const stateArrays = (streams: readonly TouchedStream[]) => [
  streams.map((stream) => stream.shard),
  streams.map((stream) => stream.streamId),
  streams.map((stream) => stream.programId),
  streams.map(({ after }) => after.number),
  streams.map(({ after }) => after.settledAt),
  streams.map(({ after }) => (after.nextDueAt === Infinity ? null : after.nextDueAt)),
  streams.map(({ after }) => after.status),
  streams.map(({ after }) => stateJson(after)),
];
