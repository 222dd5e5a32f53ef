import type { Pool, PoolClient } from 'pg';
import { type Transaction, transactionOn } from './transaction.js';

/** Lends a connection to one transaction, which `work` begins and commits; whatever is thrown rolls it back. */
export async function onConnection<T>(pool: Pool, work: (client: PoolClient, tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    const result = await work(client, transactionOn(client));
    isBroken = false;
    return result;
  } catch (error) {
    isBroken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(isBroken);
  }
}

/** @throws Error unless it was a commit: after a failed statement the server answers one with ROLLBACK */
export function requireCommit({ command }: { readonly command: string }): void {
  if (command !== 'COMMIT') throw new Error(`the transaction was not committed: ${command}`);
}

/** Runs work in one READ COMMITTED transaction and commits it; whatever is thrown rolls it back. */
export const inTransaction = <T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  onConnection(pool, async (client, tx) => {
    await client.query('begin isolation level read committed');
    const result = await work(tx);
    requireCommit(await client.query('commit'));
    return result;
  });
