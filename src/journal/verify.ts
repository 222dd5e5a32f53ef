import type { Pool } from 'pg';
import { chainHash, GENESIS_HASH } from './chain.js';
import { type ChainHead, type ChainHeads, readHeads } from './chain-heads.js';
import { EMPTY_WALLET, type WalletAmounts } from './core/entry.js';
import type { EntryRecord } from './core/records.js';
import { addToWallet, compactWallet, evolve, NO_STREAM, type StreamState } from './core/state.js';
import { LISTING_COLUMNS, ListedEntries } from './listed-entries.js';
import { SHARD_COUNT } from './shard.js';
import { READ_SHARED_COUNTERS, SharedSums } from './shared-sums.js';
import { ENTRY_COLUMNS, type StoredEntry, storedEntry } from './stored-entry.js';
import { LOT_COLUMNS, NEVER, RECORD_COLUMNS, stateJson, storedLot, storedRecord } from './stored-state.js';
import type { Row } from './transaction.js';

const PAGE_SIZE = 5_000;

export interface Verification {
  readonly entries: number;
  readonly streams: number;
  /** Each difference in one line; empty: all is well. */
  readonly differences: readonly string[];
}

/**
 * Recomputes everything that is derived from the journal and compares it with what is stored: the hash
 * chains with the lanes' heads (and those kept outside), each stream's state, lots and records with its entries, what is listed, shared counters with the
 * entries of all streams, and what features keep beside it by their own `audits`.
 */
export async function verify(pool: Pool, outside: ChainHeads | null, audits: readonly Audit[]): Promise<Verification> {
  const differences: string[] = [];
  const client = await pool.connect();
  try {
    // One snapshot for all of it, so that a working system can be verified.
    await client.query('begin isolation level repeatable read, read only; set local statement_timeout = 0');
    const query = async (text: string, values: unknown[]) =>
      (await client.query<Row>({ text, values, query_timeout: 0 } as { text: string })).rows;
    const entries = await verifyChains(query, await readHeads(client), differences, outside);
    let streams = 0;
    const shared = new SharedSums();
    for (let shard = 0; shard < SHARD_COUNT; shard += 1) streams += await verifyShard(query, shard, differences, shared);
    differences.push(...shared.differences(await query(READ_SHARED_COUNTERS, [])));
    for (const audit of audits) differences.push(...(await audit(query)));
    return { entries, streams, differences };
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

type Query = (text: string, values: unknown[]) => Promise<Row[]>;

/** Compares what a feature keeps beside the journal with it, in the same snapshot. Gives a line for each difference. */
export type Audit = (query: Query) => Promise<readonly string[]>;

async function verifyChains(query: Query, heads: readonly ChainHead[], differences: string[], outside: ChainHeads | null): Promise<number> {
  let count = 0;
  for (const head of heads) {
    const kept = outside?.lanes.find((each) => each.lane === head.lane);
    let position = 0;
    let hash = GENESIS_HASH;
    let isWhole = true;
    while (isWhole) {
      const rows = await query(
        `select ${ENTRY_COLUMNS}, j.idempotency_key, encode(j.input_hash, 'hex') as input_hash, j.external_id, encode(j.hash, 'hex') as hash
          from journal j where j.lane = $1 and j.position > $2 order by j.position limit $3`,
        [head.lane, position, PAGE_SIZE],
      );
      for (const row of rows) {
        const at = Number(row.position);
        const where = `lane ${head.lane}, position ${at} (stream ${row.stream_id}, entry ${row.number})`;
        hash = chainHash(hash, {
          lane: head.lane,
          position: at,
          shard: Number(row.shard),
          programId: row.program_id as string,
          streamId: row.stream_id as string,
          number: Number(row.number),
          kind: row.kind as string,
          effectiveAt: Number(row.effective_at),
          postedAt: Number(row.posted_at),
          key: row.idempotency_key as string | null,
          inputHash: row.input_hash as string | null,
          externalId: row.external_id as string | null,
          data: row.data as string,
        });
        if (at !== position + 1) differences.push(`${where}: position ${position + 1} is missing`);
        else if (hash !== row.hash) differences.push(`${where}: the entry was altered; its hash does not follow from the one before`);
        else if (kept?.position === at && kept.hash !== hash) differences.push(`${where}: the head kept outside has another hash`);
        isWhole = at === position + 1 && hash === row.hash;
        if (!isWhole) break;
        position = at;
        count += 1;
      }
      if (rows.length < PAGE_SIZE) break;
    }
    if (isWhole && (position !== head.position || hash !== head.hash))
      differences.push(`lane ${head.lane}: the head is at ${head.position}, the chain ends at ${position}`);
    if (isWhole && kept && kept.position > position)
      differences.push(`lane ${head.lane}: the head kept outside is at ${kept.position}, the chain ends at ${position}`);
  }
  return count;
}

async function verifyShard(query: Query, shard: number, differences: string[], shared: SharedSums): Promise<number> {
  const stored = await query(
    'select stream_id, program_id, number, settled_at, next_due_at, status, state::text as state from streams where shard = $1 order by stream_id',
    [shard],
  );
  const lots = Map.groupBy(
    await query(`select l.stream_id, ${LOT_COLUMNS} from lots l where l.shard = $1`, [shard]),
    (row) => row.stream_id as string,
  );
  const records = Map.groupBy(
    await query(`select r.stream_id, ${RECORD_COLUMNS} from records r where r.shard = $1`, [shard]),
    (row) => row.stream_id as string,
  );
  const listings = await query(`select ${LISTING_COLUMNS} from listings l where l.shard = $1`, [shard]);
  const listed = new ListedEntries();
  const states = new Map<string, StreamState>();
  let after = ['00000000-0000-0000-0000-000000000000', 0] as [string, number];
  for (;;) {
    const rows = await query(
      `select ${ENTRY_COLUMNS} from journal j where j.shard = $1 and (j.stream_id, j.number) > ($2, $3) order by j.stream_id, j.number limit $4`,
      [shard, ...after, PAGE_SIZE],
    );
    for (const entry of rows.map(storedEntry)) {
      const state = states.get(entry.streamId) ?? NO_STREAM;
      checkEntry(state, entry, differences);
      shared.add(entry);
      listed.add(entry);
      states.set(entry.streamId, evolve(state, entry));
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_SIZE) break;
    after = [last.stream_id as string, Number(last.number)];
  }
  differences.push(...listed.differences(listings));
  for (const row of stored) {
    const id = row.stream_id as string;
    const state = states.get(id);
    states.delete(id);
    if (!state) differences.push(`stream ${id}: stored, but the journal has no entry of it`);
    else compare(id, state, row, lots.get(id) ?? [], records.get(id) ?? [], differences);
    lots.delete(id);
    records.delete(id);
  }
  for (const id of states.keys()) differences.push(`stream ${id}: in the journal, but not stored`);
  for (const id of lots.keys()) differences.push(`stream ${id}: has lots, but is not stored`);
  for (const id of records.keys()) differences.push(`stream ${id}: has records, but is not stored`);
  return stored.length;
}

/** An entry's own arithmetic: numbers without gaps, amounts after it equal to those before it and its deltas. */
function checkEntry(state: StreamState, entry: StoredEntry, differences: string[]): void {
  const where = `stream ${entry.streamId}, entry ${entry.number} (${entry.kind})`;
  if (entry.number !== state.number + 1) differences.push(`${where}: follows entry ${state.number}`);
  let wallets = state.wallets;
  for (const { currency, delta, lots, after } of entry.data.changes ?? []) {
    const wallet = addToWallet(wallets[currency] ?? EMPTY_WALLET, delta);
    wallets = { ...wallets, [currency]: wallet };
    if (!isSame(compactWallet(wallet), after)) differences.push(`${where}: the amounts after it do not follow from those before`);
    if (lots.reduce((sum, lot) => sum + lot.amount, 0) !== (delta.active ?? 0))
      differences.push(`${where}: its lots do not add up to its change`);
    if (Object.values(wallet).some((amount: number) => amount < 0)) differences.push(`${where}: an amount is below zero`);
  }
}

const isSame = (a: Partial<WalletAmounts>, b: Partial<WalletAmounts>): boolean =>
  (Object.keys(EMPTY_WALLET) as (keyof WalletAmounts)[]).every((amount) => (a[amount] ?? 0) === (b[amount] ?? 0));

/** Text with its keys in order, for data whose order says nothing. */
const sorted = (data: unknown): string => {
  const order = (value: unknown): unknown =>
    value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, order(v)]),
        )
      : value;
  return JSON.stringify(order(data));
};

function compare(
  id: string,
  state: StreamState,
  row: Row,
  lotRows: readonly Row[],
  recordRows: readonly Row[],
  differences: string[],
): void {
  const say = (what: string, stored: unknown, computed: unknown) =>
    differences.push(`stream ${id}: ${what} is ${stored}, the journal says ${computed}`);
  if (Number(row.number) !== state.number) say('number', row.number, state.number);
  if (Number(row.settled_at) !== state.settledAt) say('settled_at', row.settled_at, state.settledAt);
  if (row.status !== state.status) say('status', row.status, state.status);
  const { recordsDueAt = NEVER, ...kept } = JSON.parse(row.state as string);
  const { recordsDueAt: firstDueAt = NEVER, ...computedState } = JSON.parse(stateJson(state));
  if (sorted(kept) !== sorted(computedState)) say('state', row.state, stateJson(state));
  // Stored bounds may be early, never late: late would leave something unposted.
  if (recordsDueAt > firstDueAt) say('recordsDueAt', recordsDueAt, firstDueAt);
  const due = row.next_due_at === null ? NEVER : Number(row.next_due_at);
  if (due > Math.min(state.nextDueAt, NEVER)) say('next_due_at', due, state.nextDueAt);
  const text = (lot: { currency: string; expiresAt: number; source: string; number: number; remaining: number }) =>
    `${lot.currency} ${lot.expiresAt} ${lot.source} #${lot.number}: ${lot.remaining}`;
  const stored = lotRows.map(storedLot).map(text).sort();
  const computed = state.lots.known.map(text).sort();
  if (stored.join() !== computed.join()) say('lots', stored.join(', '), computed.join(', '));
  const told = ({ of, dueAt, value }: EntryRecord) => `#${of} due ${dueAt}: ${sorted(value)}`;
  const storedRecords = recordRows.map(storedRecord).map(told).sort();
  const computedRecords = state.records.all.map(told).sort();
  if (storedRecords.join() !== computedRecords.join()) say('records', storedRecords.join(', '), computedRecords.join(', '));
}
