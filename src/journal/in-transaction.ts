import type { Pool } from 'pg';
import { type Transaction, transactionOn } from './transaction.js';

/** Runs work in one READ COMMITTED transaction and commits it; whatever is thrown rolls it back. */
export async function inTransaction<T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query('begin isolation level read committed');
    const result = await work(transactionOn(client));
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error(`the transaction was not committed: ${command}`);
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
