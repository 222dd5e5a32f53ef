import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { publicError } from '../graphql/errors.js';
import { plainArray } from '../journal/arrays.js';
import { inTransaction } from '../journal/in-transaction.js';
import { shardOf } from '../journal/shard.js';
import type { Row, Statement, Transaction } from '../journal/transaction.js';
import { told } from './purchases.js';
import { builder } from './query-builder.js';

/** Of a member that is further behind, entries are taken out; fewer are read where they stand. */
export const BEHIND_MAX = 32;
/** Entries in one transaction, which take about a quarter of a second. */
const ENTRIES_MAX = 10_000;
const STREAMS_MAX = 1_000;
/** Between two looks at all members of a programme. */
const PAUSE_MS = 10_000;
/** How long a caller waits for the first look, and how often it is looked whether that is over. */
const WAIT_MS = 3_000;
const LOOK_MS = 50;

/** One at a time for each programme, over all processes; released with the transaction. */
const LOCK: Statement = {
  name: 'lock_folds',
  text: `select pg_try_advisory_xact_lock(7230312, hashtext($1)) as is_ours`,
};

const FIND_BEHIND: Statement = {
  name: 'find_behind',
  text: `select s.shard, s.stream_id, s.number, coalesce(f.number, 0) as folded
    from streams s left join purchase_folds f using (shard, stream_id)
    where s.program_id = $1 and s.stream_id <> s.program_id and s.number > coalesce(f.number, 0)
    order by s.shard, s.stream_id limit ${STREAMS_MAX}`,
};

const FIND_THESE: Statement = {
  name: 'find_these_behind',
  text: `select s.shard, s.stream_id, s.number, coalesce(f.number, 0) as folded
    from unnest($2::int2[], $3::uuid[]) u(shard, stream_id) join streams s using (shard, stream_id)
    left join purchase_folds f using (shard, stream_id)
    where s.program_id = $1 and s.number > coalesce(f.number, 0)
    order by s.shard, s.stream_id limit ${STREAMS_MAX}`,
};

const PROGRAM = sql.raw('$1::uuid');
const FOLD: Statement = {
  name: 'fold_purchases',
  text: sql`
    with q as materialized (
      select * from unnest(${sql.raw('$2::int2[], $3::uuid[], $4::int8[], $5::int8[]')}) u(shard, stream_id, folded, number)
    ), written as (
      insert into purchases (shard, stream_id, number, program_id, at, amount, points, returned, is_cancelled)
        select q.shard, q.stream_id, t.number, ${PROGRAM},
          -- What came back of a purchase that was taken out before is added to it below.
          coalesce(max(t.at), 0), sum(t.amount), sum(t.points), sum(t.returned), bool_or(t.is_cancelled)
        from q cross join lateral (${told(sql`q.folded`, sql`q.number`)}) t
        group by q.shard, q.stream_id, t.number
      on conflict (shard, stream_id, number) do update
        set returned = purchases.returned + excluded.returned, is_cancelled = purchases.is_cancelled or excluded.is_cancelled
    )
    insert into purchase_folds (shard, stream_id, program_id, number, redeemed_at)
      select q.shard, q.stream_id, ${PROGRAM}, q.number, (
        select max(j.effective_at) from journal j
        where j.shard = q.shard and j.stream_id = q.stream_id and j.number > q.folded and j.number <= q.number and j.kind in ('REWARD_REDEEMED', 'REWARD_GIFTED')
      ) from q
    on conflict (shard, stream_id) do update
      set number = excluded.number, redeemed_at = greatest(purchase_folds.redeemed_at, excluded.redeemed_at)`.compile(builder).sql,
};

/**
 * Takes purchases out of the journal into rows that segments read fast, in the background and only for programmes whose segments
 * ask about them: nothing that records an activity waits for it, and nothing depends on how far it is, since what is missing is read
 * where it stands. Whatever it does twice changes nothing.
 */
export class PurchaseFolds {
  /** By programme: members who are behind, or all. */
  private readonly waiting = new Map<string, Set<string> | 'ALL'>();
  private readonly lookedAt = new Map<string, number>();
  private running: Promise<void> | undefined;
  private isStopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Soon looks at these members. */
  notice(programId: string, memberIds: readonly string[]): void {
    if (memberIds.length === 0) return;
    const waiting = this.waiting.get(programId) ?? new Set<string>();
    if (waiting !== 'ALL') for (const id of memberIds) waiting.add(id);
    this.waiting.set(programId, waiting);
    this.wake();
  }

  /**
   * Looks at all members of a programme, unless that was done a moment ago. Settles when there is little left to read where it stands.
   * @throws GraphQLError RETRY_LATER when that takes longer than a caller waits: the first time, in a programme with a long past
   */
  async ready(programId: string): Promise<void> {
    if (Date.now() - (this.lookedAt.get(programId) ?? 0) >= PAUSE_MS) {
      this.waiting.set(programId, 'ALL');
      this.wake();
    }
    const waited = Date.now() + WAIT_MS;
    while (!this.lookedAt.has(programId) && !this.isStopped) {
      if (Date.now() > waited)
        throw publicError('The purchases of the programme are being read for the first time. Ask again in a moment.', 'RETRY_LATER', {
          retryAfterMs: 1_000,
        });
      await Promise.race([this.running, setTimeout(LOOK_MS)]);
    }
  }

  /** Settles when nothing waits any more. */
  async finished(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Finishes the transaction under way; the rest is done when it is asked for again. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private wake(): void {
    this.running ??= this.run()
      .catch(this.report)
      .finally(() => {
        this.running = undefined;
        if (this.waiting.size > 0 && !this.isStopped) this.wake();
      });
  }

  private async run(): Promise<void> {
    for (const [programId, who] of this.waiting) {
      this.waiting.delete(programId);
      const shards = who === 'ALL' ? null : plainArray([...who].map((id) => shardOf(programId, id)));
      const find = (tx: Transaction) =>
        who === 'ALL' ? tx.query(FIND_BEHIND, [programId]) : tx.query(FIND_THESE, [programId, shards, plainArray([...who])]);
      let isMore = true;
      while (isMore && !this.isStopped) isMore = await inTransaction(this.pool, (tx) => foldSome(tx, programId, find));
      if (who === 'ALL' && !isMore) this.lookedAt.set(programId, Date.now());
    }
  }
}

/** Takes out what fits into one transaction. Gives whether there may be more. */
async function foldSome(tx: Transaction, programId: string, find: (tx: Transaction) => Promise<Row[]>): Promise<boolean> {
  const [lock] = await tx.query(LOCK, [programId]);
  if (!lock?.is_ours) return false;
  const behind = await find(tx);
  let left = ENTRIES_MAX;
  const spans = behind.flatMap(({ shard, stream_id, number, folded }) => {
    const [from, to] = [Number(folded), Math.min(Number(number), Number(folded) + left)];
    left -= to - from;
    return to > from ? [{ shard: Number(shard), streamId: stream_id as string, from, to }] : [];
  });
  if (spans.length === 0) return false;
  await tx.query(FOLD, [
    programId,
    plainArray(spans.map(({ shard }) => shard)),
    plainArray(spans.map(({ streamId }) => streamId)),
    plainArray(spans.map(({ from }) => from)),
    plainArray(spans.map(({ to }) => to)),
  ]);
  return left === 0 || behind.length === STREAMS_MAX;
}
