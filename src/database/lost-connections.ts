import type { Pool, PoolClient } from 'pg';

/** Whoever holds a connection learns at once that it is dead; later than this nobody gives it back. */
const GRACE_MS = 1_000;

/**
 * Takes dead connections back into the pool that nobody releases. Kysely keeps the connection of a transaction whose `begin` or
 * `rollback` fails (ControlledTransaction in 0.29.6), so that each one that broke took a place of the pool for good, and the pool
 * was empty after a few crashes of the database.
 */
export function reclaimLostConnections(pool: Pool): void {
  // A checkout is told apart by its release function, which the pool makes anew each time.
  const held = new Map<PoolClient, PoolClient['release']>();
  pool.on('acquire', (client) => held.set(client, client.release));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    client.on('end', () => {
      const release = held.get(client);
      if (!release) return;
      setTimeout(() => {
        if (held.get(client) === release) client.release(true);
      }, GRACE_MS).unref();
    });
  });
}
