import type { Pool, PoolClient } from 'pg';

/** Whoever holds a connection learns at once that it is dead; later than this nobody gives it back. */
const GRACE_MS = 1_000;

/**
 * Takes dead connections back into the pool that nobody releases. Kysely keeps the connection of a transaction whose `begin` or
 * `rollback` fails (ControlledTransaction in 0.29.6), so that each one that broke took a place of the pool for good, and the pool
 * was empty after a few crashes of the database.
 */
export function reclaimLostConnections(pool: Pool): void {
  /** Which checkout of a connection is the present one. */
  const held = new Map<PoolClient, symbol>();
  const watched = new WeakSet<PoolClient>();
  const reclaim = (client: PoolClient) => {
    const checkout = held.get(client);
    if (!checkout) return;
    setTimeout(() => {
      if (held.get(client) === checkout) client.release(true);
    }, GRACE_MS);
  };
  pool.on('acquire', (client) => {
    held.set(client, Symbol());
    // Not when it connects: the first of them may have done that before anybody could watch.
    if (watched.has(client)) return;
    watched.add(client);
    client.on('end', () => reclaim(client));
  });
  pool.on('release', (_error, client) => held.delete(client));
}
