import { Pool, type PoolConfig } from 'pg';
import { TOGETHER_MAX } from '../journal/places.js';

/**
 * By default `pg` waits for ever; each of these five ends a wait of another kind. A caller is answered within seven
 * seconds whatever happens here; these give the connections back soon after, so that nothing has to be restarted when a
 * database that fell silent comes back.
 */
export const TIMEOUTS = {
  /** For a connection, and for a free one in the pool. */
  connectionTimeoutMillis: 3_000,
  /** In the client: for any answer, also from a server that is a black hole. */
  query_timeout: 7_500,
  /** In the server. */
  statement_timeout: 5_000,
  lock_timeout: 4_000,
  idle_in_transaction_session_timeout: 15_000,
} as const;

/** A batch may be long, and whoever waits for it holds a lane. */
const LANE_TIMEOUTS = { query_timeout: 10_000, statement_timeout: 9_000, lock_timeout: 8_000 } as const;
/** For checks and tools, which read everything. */
const PATIENT_TIMEOUTS = { query_timeout: 30_000, statement_timeout: 20_000 } as const;

const COMMON: PoolConfig = { ...TIMEOUTS, keepAlive: true, application_name: 'laurel' };

/**
 * Connections for the lanes' batches. Queries are pipelined. The plans must stay lookups by key even
 * where they were made while the tables were still empty, so scans and hash joins are priced out.
 */
export function laneConnections(url: string, laneCount: number): Pool {
  const options = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_bitmapscan'].map((setting) => `-c ${setting}=off`);
  return quiet(
    new Pool({
      ...COMMON,
      ...LANE_TIMEOUTS,
      connectionString: url,
      // One for each lane, and for each command over several streams.
      max: laneCount + TOGETHER_MAX,
      pipeline: true,
      options: [...options, '-c plan_cache_mode=force_generic_plan'].join(' '),
    } as PoolConfig),
  );
}

/** Connections for callers' reads. Queries are pipelined, as a preview reads what a batch would. */
export const callerConnections = (url: string, max = 8): Pool =>
  quiet(new Pool({ ...COMMON, connectionString: url, max, pipeline: true } as PoolConfig));

/** Connections for everything else that only reads. */
export const readConnections = (url: string, max = 8): Pool =>
  quiet(new Pool({ ...COMMON, ...PATIENT_TIMEOUTS, connectionString: url, max }));

/** Connections of the second wall: row level security shows them one programme at a time. Queries are pipelined. */
export const programConnections = (url: string, max = 8): Pool =>
  quiet(new Pool({ ...COMMON, connectionString: url, max, pipeline: true, options: '-c role=laurel_tenant' } as PoolConfig));

/**
 * Connections for work in the background. Its tables swing between empty and full, so each statement is
 * planned for what it is given. Queries are pipelined, as whoever appends to the journal issues several at once.
 */
export const workerConnections = (url: string, max = 6): Pool =>
  quiet(
    new Pool({
      ...COMMON,
      connectionString: url,
      max,
      pipeline: true,
      application_name: 'laurel worker',
      options: '-c plan_cache_mode=force_custom_plan',
    } as PoolConfig),
  );

/** A dropped idle connection is replaced by the pool; without a listener it would end the process. */
function quiet(pool: Pool): Pool {
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
