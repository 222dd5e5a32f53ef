import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createEmptyDatabase, dropDatabase } from '../../support/laurel.js';

/**
 * The hazard that this project's SQL is built around: under READ COMMITTED the snapshot of a statement is
 * older than the lock that the same statement waits for. Reading a balance in the statement that locks
 * gives the balance of before the wait.
 */
describe('reading in the statement that locks', () => {
  let url: string;
  const clients: pg.Client[] = [];
  beforeAll(async () => {
    url = await createEmptyDatabase();
    for (let i = 0; i < 8; i += 1) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      clients.push(client);
    }
    await clients[0]?.query(
      'create table lanes (lane int primary key); create table balances (id int primary key, active int not null); insert into lanes values (0)',
    );
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await dropDatabase(url);
  });

  /** Eight clients add one, each from what it read, 40 times; gives how much was lost. */
  async function lost(read: (client: pg.Client) => Promise<number>): Promise<number> {
    await clients[0]?.query('truncate balances; insert into balances values (1, 0)');
    await Promise.all(
      clients.map(async (client) => {
        for (let i = 0; i < 40; i += 1) {
          await client.query('begin');
          const active = await read(client);
          await client.query('update balances set active = $1 where id = 1', [active + 1]);
          await client.query('commit');
        }
      }),
    );
    const [first] = clients as [pg.Client];
    const { rows } = await first.query<{ active: number }>('select active from balances');
    return 320 - (rows[0]?.active ?? 0);
  }

  test('loses money, in one clever statement', async () => {
    const clever =
      'with locked as materialized (select lane from lanes where lane = 0 for update) select active from balances, locked where id = 1';
    expect(await lost(async (client) => (await client.query(clever)).rows[0].active)).toBeGreaterThan(0);
  });

  test('loses nothing when the lock comes first and the read next, even if both are sent at once', async () => {
    expect(
      await lost(async (client) => {
        await client.query('select lane from lanes where lane = 0 for update');
        return (await client.query('select active from balances where id = 1')).rows[0].active;
      }),
    ).toBe(0);
  });
});
