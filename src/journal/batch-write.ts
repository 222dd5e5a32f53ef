import { jsonArray, plainArray, textArray } from './arrays.js';
import type { LaneHead, LaneHeads } from './batch-read.js';
import { chainHash } from './chain.js';
import type { Command, Refusal } from './core/decide.js';
import type { Entry } from './core/entry.js';
import type { KnownEntries } from './core/known.js';
import type { Listing } from './core/listings.js';
import type { Lot } from './core/lots.js';
import type { EntryRecord } from './core/records.js';
import type { StreamState } from './core/state.js';
import { laneOf } from './shard.js';
import type { StoredEntry } from './stored-entry.js';
import { NEVER, stateJson } from './stored-state.js';
import { all, type Statement, type Transaction } from './transaction.js';

const INSERT_JOURNAL: Statement = {
  name: 'insert_journal',
  text: `insert into journal (shard, stream_id, number, lane, position, program_id, kind, effective_at, posted_at,
      idempotency_key, input_hash, external_id, data, hash)
    select u.shard, u.stream_id, u.number, u.lane, u.position, u.program_id, u.kind, u.effective_at, $1,
      u.key, decode(u.input_hash, 'hex'), u.external_id, u.data, decode(u.hash, 'hex')
    from unnest($2::int2[], $3::uuid[], $4::int8[], $5::int2[], $6::int8[], $7::uuid[], $8::text[], $9::int8[], $10::text[], $11::text[],
      $12::text[], $13::json[], $14::text[])
      u(shard, stream_id, number, lane, position, program_id, kind, effective_at, key, input_hash, external_id, data, hash)`,
};

const MOVE_HEADS: Statement = {
  name: 'move_heads',
  text: `update lanes l set posted_at = $1, position = u.position, hash = u.hash
    from unnest($2::int2[], $3::int8[], $4::text[]) u(lane, position, hash) where l.lane = u.lane`,
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

const ADD_RECORDS = `insert into records (shard, stream_id, number, due_at, value)
    select u.* from unnest($1::int2[], $2::uuid[], $3::int8[], $4::int8[], $5::json[]) u(shard, stream_id, number, due_at, value)`;

/** For records of entries of this batch: whether there is one already need not be asked. */
const INSERT_RECORDS: Statement = { name: 'insert_records', text: ADD_RECORDS };

const SET_RECORDS: Statement = {
  name: 'set_records',
  text: `${ADD_RECORDS}
    on conflict (shard, stream_id, number) do update set due_at = excluded.due_at, value = excluded.value`,
};

const SET_LISTINGS: Statement = {
  name: 'set_listings',
  text: `insert into listings (program_id, list, key, shard, stream_id, number)
    select u.* from unnest($1::uuid[], $2::text[], $3::text[], $4::int2[], $5::uuid[], $6::int8[])
      u(program_id, list, key, shard, stream_id, number)
    on conflict (program_id, list, key) do update set shard = excluded.shard, stream_id = excluded.stream_id, number = excluded.number`,
};

const DELETE_LISTINGS: Statement = {
  name: 'delete_listings',
  text: `delete from listings l using unnest($1::uuid[], $2::text[], $3::text[]) u(program_id, list, key)
    where l.program_id = u.program_id and l.list = u.list and l.key = u.key`,
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
  /** The records that entries of this batch wrote, the last of each. */
  readonly records: Map<number, EntryRecord>;
  /** What entries of this batch list, the last of each key. */
  readonly listings: Map<string, Listing>;
  /** Earlier entries that commands of this batch asked for, and the new ones. */
  readonly entries: KnownEntries;
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
  /** The heads of the lanes that got entries, as they will be. */
  private readonly moved = new Map<number, LaneHead>();
  readonly postedAt: number;

  constructor(
    private readonly heads: LaneHeads,
    private readonly laneCount: number,
    now: number,
  ) {
    this.postedAt = Math.max(now, ...[...heads.values()].map(({ postedAt }) => postedAt));
  }

  /** Numbers, chains and keeps an entry. `isOwn`: it carries the command's names. */
  append(stream: TouchedStream, entry: Entry, command: Command, isOwn: boolean): StoredEntry {
    const { programId, streamId, shard } = stream;
    const { postedAt } = this;
    const lane = laneOf(shard, this.laneCount);
    const head = this.moved.get(lane) ?? (this.heads.get(lane) as LaneHead);
    const position = head.position + 1;
    const stored = { ...entry, programId, streamId, shard, lane, position, postedAt };
    const key = isOwn ? command.key : null;
    const inputHash = isOwn ? (command.inputHash?.toString('hex') ?? null) : null;
    const externalId = isOwn ? command.externalId : null;
    const data = JSON.stringify(entry.data);
    const hash = chainHash(head.hash, { ...stored, key, inputHash, externalId, data });
    this.moved.set(lane, { lane, position, hash, postedAt });
    this.entries.push(stored);
    this.columns.keys.push(key);
    this.columns.inputHashes.push(inputHash);
    this.columns.externalIds.push(externalId);
    this.columns.data.push(data);
    this.columns.hashes.push(hash);
    stream.entries.keep(entry.number, entry);
    for (const record of entry.data.records ?? []) stream.records.set(record.of, record);
    for (const listing of entry.data.listed ?? []) stream.listings.set(`${listing.list} ${listing.key}`, listing);
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
    const { entries, columns } = this;
    if (entries.length > 0) {
      const heads = [...this.moved.values()];
      writes.push(
        tx.query(INSERT_JOURNAL, [
          this.postedAt,
          plainArray(entries.map((entry) => entry.shard)),
          plainArray(entries.map((entry) => entry.streamId)),
          plainArray(entries.map((entry) => entry.number)),
          plainArray(entries.map((entry) => entry.lane)),
          plainArray(entries.map((entry) => entry.position)),
          plainArray(entries.map((entry) => entry.programId)),
          plainArray(entries.map((entry) => entry.kind)),
          plainArray(entries.map((entry) => entry.effectiveAt)),
          textArray(columns.keys),
          plainArray(columns.inputHashes),
          textArray(columns.externalIds),
          jsonArray(columns.data),
          plainArray(columns.hashes),
        ]),
        tx.query(MOVE_HEADS, [
          this.postedAt,
          plainArray(heads.map(({ lane }) => lane)),
          plainArray(heads.map(({ position }) => position)),
          plainArray(heads.map(({ hash }) => hash)),
        ]),
      );
    }
    const changed = streams.filter(({ before, after }) => after.number > before.number || after.nextDueAt !== before.nextDueAt);
    const [opened, moved] = [changed.filter((s) => s.before.number === 0), changed.filter((s) => s.before.number > 0)];
    if (opened.length > 0) writes.push(tx.query(INSERT_STREAMS, stateArrays(opened)));
    if (moved.length > 0) writes.push(tx.query(UPDATE_STREAMS, stateArrays(moved)));
    writes.push(...this.writeLots(tx, changed), ...this.writeRecords(tx, changed), ...writeListings(tx, changed));
    if (this.refusals.length > 0) {
      writes.push(
        tx.query(INSERT_REFUSALS, [
          this.postedAt,
          plainArray(this.refusals.map(({ command }) => command.shard)),
          plainArray(this.refusals.map(({ command }) => command.streamId)),
          textArray(this.refusals.map(({ command }) => command.key)),
          plainArray(this.refusals.map(({ command }) => command.inputHash?.toString('hex') ?? null)),
          jsonArray(this.refusals.map(({ refusal }) => JSON.stringify(refusal))),
        ]),
      );
    }
    return all(writes);
  }

  private writeRecords(tx: Transaction, streams: readonly TouchedStream[]): Promise<unknown>[] {
    const written = streams.flatMap(({ shard, streamId, before, records }) =>
      [...records.values()].map((record) => ({ shard, streamId, record, isNew: record.of > before.number })),
    );
    const columns = (list: typeof written) => [
      plainArray(list.map(({ shard }) => shard)),
      plainArray(list.map(({ streamId }) => streamId)),
      plainArray(list.map(({ record }) => record.of)),
      plainArray(list.map(({ record }) => record.dueAt)),
      jsonArray(list.map(({ record }) => JSON.stringify(record.value))),
    ];
    const [added, set] = [written.filter(({ isNew }) => isNew), written.filter(({ isNew }) => !isNew)];
    return [
      ...(added.length > 0 ? [tx.query(INSERT_RECORDS, columns(added))] : []),
      ...(set.length > 0 ? [tx.query(SET_RECORDS, columns(set))] : []),
    ];
  }

  private writeLots(tx: Transaction, streams: readonly TouchedStream[]): Promise<unknown>[] {
    const [added, set, gone] = [new LotColumns(), new LotColumns(), new LotColumns()];
    for (const { shard, streamId, after, lots } of streams) {
      for (const lot of lots.values()) {
        const is = (other: LotIdentity) =>
          other.expiresAt === lot.expiresAt && other.currency === lot.currency && other.source === lot.source;
        const known = after.lots.known.find(is);
        const beyond = known ? undefined : after.lots.beyond.find(is);
        if (known) set.push(shard, streamId, known);
        else if (beyond) (after.lots.wasEmptied(beyond) ? set : added).push(shard, streamId, beyond);
        else gone.push(shard, streamId, { ...lot, number: 0, remaining: 0 });
      }
    }
    return [
      ...(added.isEmpty ? [] : [tx.query(ADD_TO_LOTS, added.whole)]),
      ...(set.isEmpty ? [] : [tx.query(SET_LOTS, set.whole)]),
      ...(gone.isEmpty ? [] : [tx.query(DELETE_LOTS, gone.identity)]),
    ];
  }
}

function writeListings(tx: Transaction, streams: readonly TouchedStream[]): Promise<unknown>[] {
  const written = streams.flatMap(({ shard, streamId, programId, listings }) =>
    [...listings.values()].map((listing) => ({ ...listing, shard, streamId, programId })),
  );
  const [gone, set] = [written.filter(({ of }) => of === null), written.filter(({ of }) => of !== null)];
  const names = (listings: typeof written) => [
    plainArray(listings.map(({ programId }) => programId)),
    textArray(listings.map(({ list }) => list)),
    textArray(listings.map(({ key }) => key)),
  ];
  const place = [
    plainArray(set.map(({ shard }) => shard)),
    plainArray(set.map(({ streamId }) => streamId)),
    plainArray(set.map(({ of }) => of)),
  ];
  return [
    ...(gone.length > 0 ? [tx.query(DELETE_LISTINGS, names(gone))] : []),
    ...(set.length > 0 ? [tx.query(SET_LISTINGS, [...names(set), ...place])] : []),
  ];
}

/** Lots as the arrays of a statement. */
class LotColumns {
  private readonly shards: number[] = [];
  private readonly streamIds: string[] = [];
  private readonly lots: Lot[] = [];

  push(shard: number, streamId: string, lot: Lot): void {
    this.shards.push(shard);
    this.streamIds.push(streamId);
    this.lots.push(lot);
  }

  get isEmpty(): boolean {
    return this.lots.length === 0;
  }

  get identity() {
    return [
      plainArray(this.shards),
      plainArray(this.streamIds),
      plainArray(this.lots.map((lot) => Math.min(lot.expiresAt, NEVER))),
      plainArray(this.lots.map((lot) => lot.currency)),
      textArray(this.lots.map((lot) => lot.source)),
    ];
  }

  get whole() {
    return [...this.identity, plainArray(this.lots.map((lot) => lot.number)), plainArray(this.lots.map((lot) => lot.remaining))];
  }
}

const stateArrays = (streams: readonly TouchedStream[]) => [
  plainArray(streams.map((stream) => stream.shard)),
  plainArray(streams.map((stream) => stream.streamId)),
  plainArray(streams.map((stream) => stream.programId)),
  plainArray(streams.map(({ after }) => after.number)),
  plainArray(streams.map(({ after }) => after.settledAt)),
  plainArray(streams.map(({ after }) => (after.nextDueAt === Infinity ? null : after.nextDueAt))),
  plainArray(streams.map(({ after }) => after.status)),
  jsonArray(streams.map(({ after }) => stateJson(after))),
];
