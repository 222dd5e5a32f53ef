import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';

export type Row = Record<string, unknown>;

export interface Statement {
  /** Name under which the server keeps the plan. */
  readonly name: string;
  readonly text: string;
}

/**
 * An open READ COMMITTED transaction. Queries may be issued without awaiting the one before: they run
 * in order, each with a snapshot of its own, so a read issued behind a lock sees what the lock waited for.
 */
export interface Transaction {
  query(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
}

/** A transaction on a client of `pg`, with plans kept by name. What is sent in one turn goes out in one write. */
export function transactionOn(client: ClientBase): Transaction {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  let isCorked = false;
  return {
    async query({ name, text }, values) {
      if (!isCorked) {
        isCorked = true;
        stream.cork();
        process.nextTick(() => {
          isCorked = false;
          stream.uncork();
        });
      }
      return (await client.query<Row>({ name, text, values: values as unknown[] })).rows;
    },
  };
}

/** Awaits all of several queries, so that none is left unobserved, then throws the first failure. */
export async function all<T extends readonly unknown[]>(queries: readonly [...{ [K in keyof T]: Promise<T[K]> }]): Promise<T> {
  const settled = await Promise.allSettled(queries);
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
