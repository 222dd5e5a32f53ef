import type { Pool } from 'pg';
import { inTransaction } from '../journal/in-transaction.js';
import { ENTRY_COLUMNS, type StoredEntry, storedEntry } from '../journal/stored-entry.js';
import type { Row, Transaction } from '../journal/transaction.js';
import type { Attempt } from './attempt.js';

/** Deliveries in one round. */
export const ROUND_MAX = 100;

/** Endpoints with something pending, found by hops over the index: it costs by endpoints, not by deliveries. */
const CLAIM = {
  name: 'webhook_claim',
  text: `with recursive busy(endpoint_id) as (
      (select d.endpoint_id from webhook_deliveries d where not d.is_dead order by d.endpoint_id limit 1)
      union all
      select (select d.endpoint_id from webhook_deliveries d where not d.is_dead and d.endpoint_id > b.endpoint_id order by d.endpoint_id limit 1)
        from busy b where b.endpoint_id is not null
    ), chosen as materialized (
      select e.id from busy b join webhook_endpoints e on e.id = b.endpoint_id
        where e.is_enabled and (e.leased_until is null or e.leased_until <= now()) and (e.resting_until is null or e.resting_until <= now())
          and exists (select from webhook_deliveries d where d.endpoint_id = e.id and not d.is_dead and d.next_attempt_at <= now())
        -- Whoever has waited longest comes first.
        order by e.leased_until nulls first limit $3 for update of e skip locked
    )
    update webhook_endpoints e set lease = $1, leased_until = now() + $2 * interval '1 ms' from chosen where e.id = chosen.id
      returning e.id, e.program_id, e.url, e.secret, e.failed_rounds,
        case when e.previous_secret_until > now() then e.previous_secret end as previous_secret`,
};
const READ_DUE = {
  name: 'webhook_due',
  text: `select d.id, d.attempts, d.positions, ${ENTRY_COLUMNS} from (
      select * from webhook_deliveries where endpoint_id = $1 and not is_dead and next_attempt_at <= now()
        order by next_attempt_at, id limit ${ROUND_MAX}
    ) d cross join lateral (
      select * from journal j where j.shard = d.shard and j.stream_id = d.stream_id and j.number = d.number limit 1
    ) j order by d.next_attempt_at, d.id`,
};
const LOCK_LEASE = {
  name: 'webhook_lease',
  text: 'select failing_since from webhook_endpoints where id = $1 and lease = $2 and is_enabled for no key update',
};
const DELETE_DONE = { name: 'webhook_done', text: 'delete from webhook_deliveries where id = any($1::uuid[])' };
const NOTE_FAILED = {
  name: 'webhook_failed',
  text: `update webhook_deliveries d set attempts = d.attempts + 1, last_attempt_at = now(), last_status = q.status, last_error = q.error,
      is_dead = q.wait is null, next_attempt_at = now() + coalesce(q.wait, 0) * interval '1 ms'
    from unnest($1::uuid[], $2::int2[], $3::text[], $4::int8[]) q(id, status, error, wait) where d.id = q.id`,
};
const RELEASE = {
  name: 'webhook_release',
  text: `update webhook_endpoints set lease = null, leased_until = now(), resting_until = now() + $3::int8 * interval '1 ms',
      last_success_at = case when $4 then now() else last_success_at end,
      failing_since = case when $4 then null when $5 then coalesce(failing_since, now()) else failing_since end,
      failed_rounds = case when $4 then 0 when $5 then failed_rounds + 1 else failed_rounds end
    where id = $1 and lease = $2`,
};

const HAS_BACKLOG = {
  name: 'webhook_backlog',
  text: 'select 1 from webhook_deliveries where endpoint_id = $1 and not is_dead limit 1 offset $2',
};

/** An endpoint that this process alone may send to, until its lease ends. */
export interface Claimed {
  readonly id: string;
  readonly programId: string;
  readonly url: string;
  readonly secret: Buffer;
  readonly previousSecret: Buffer | null;
  readonly failedRounds: number;
  readonly lease: string;
  /** When it was asked for, on this process's steady clock, in ms. */
  readonly askedAt: number;
}

export interface Due {
  readonly id: string;
  readonly attempts: number;
  readonly positions: readonly number[];
  readonly entry: StoredEntry;
}

/** What came of a round. */
export interface Round {
  readonly delivered: readonly string[];
  readonly failed: readonly (Attempt & { readonly waitMs: number | null })[];
  readonly restMs: number;
}

/** Takes endpoints that something is due for, at most `limit`. */
export async function claim(pool: Pool, lease: string, leaseMs: number, limit: number): Promise<Claimed[]> {
  const askedAt = performance.now();
  const { rows } = await pool.query<Row>({ ...CLAIM, values: [lease, leaseMs, limit] });
  return rows.map((row) => ({
    id: row.id as string,
    programId: row.program_id as string,
    url: row.url as string,
    secret: row.secret as Buffer,
    previousSecret: row.previous_secret as Buffer | null,
    failedRounds: Number(row.failed_rounds),
    lease,
    askedAt,
  }));
}

/** What is due for an endpoint, longest waiting first. */
export async function readDue(pool: Pool, endpointId: string): Promise<Due[]> {
  const { rows } = await pool.query<Row>({ ...READ_DUE, values: [endpointId] });
  return rows.map((row) => ({
    id: row.id as string,
    attempts: Number(row.attempts),
    positions: (row.positions as string[]).map(Number),
    entry: storedEntry(row),
  }));
}

/** Whether more than so many deliveries wait for an endpoint. It costs by that number, so ask only where something is wrong. */
export const hasBacklog = async (tx: Transaction, endpointId: string, max: number): Promise<boolean> =>
  (await tx.query(HAS_BACKLOG, [endpointId, max])).length > 0;

/**
 * Writes down a round and gives the endpoint free. Whoever lost the lease meanwhile notes only what was delivered: what
 * failed may be under way elsewhere. `last` runs in the same transaction, given since when the endpoint has only failed.
 */
export function record(
  pool: Pool,
  { id, lease }: Claimed,
  { delivered, failed, restMs }: Round,
  last: (tx: Transaction, failingSince: Date | null) => Promise<void>,
): Promise<void> {
  return inTransaction(pool, async (tx) => {
    const [held] = await tx.query(LOCK_LEASE, [id, lease]);
    if (delivered.length > 0) await tx.query(DELETE_DONE, [delivered]);
    if (held && failed.length > 0) {
      const [ids, statuses] = [failed.map((each) => each.deliveryId), failed.map(({ status }) => status)];
      await tx.query(NOTE_FAILED, [ids, statuses, failed.map(({ error }) => error), failed.map(({ waitMs }) => waitMs)]);
    }
    await tx.query(RELEASE, [id, lease, restMs, delivered.length > 0, failed.length > 0]);
    if (held) await last(tx, delivered.length > 0 ? null : (held.failing_since as Date | null));
  });
}
