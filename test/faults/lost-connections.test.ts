import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, createDatabase, dropDatabase, enroll, openShop, TestLaurel } from '../support/laurel.js';
import { TcpProxy, targetOf } from '../support/tcp-proxy.js';

/** More than the pool of the object-relational mapper holds. */
const CUTS = 10;

let laurel: TestLaurel;
let shop: Caller;
let database: string;
let proxy: TcpProxy;
/** Text of the statement at which the next connection is cut; empty: none. */
let cutAt = '';

beforeAll(async () => {
  database = await createDatabase();
  proxy = await TcpProxy.start(() => targetOf(database), {
    onClientData: (data, connection) => {
      if (cutAt === '' || !data.includes(cutAt)) return;
      cutAt = '';
      connection.cut();
    },
  });
  laurel = await TestLaurel.start({ databaseUrl: proxy.through(database) });
  shop = await laurel.program(null);
  await openShop(shop);
});
afterAll(async () => {
  await laurel.stop();
  await proxy.stop();
  await dropDatabase(database);
});

test.each([
  ['begins', 'begin\0'],
  ['is under way', 'insert into "members"'],
  ['commits', 'commit\0'],
])('units of work whose connection breaks while it %s do not use the pool up', async (when, statement) => {
  for (let i = 0; i < CUTS; i += 1) {
    cutAt = statement;
    // The next try may find that it was done, and the lanes' connections say begin and commit too.
    await enroll(shop, `${when}-${i}`).catch(() => {});
  }
  cutAt = '';
  await expect(enroll(shop, `${when}-last`)).resolves.toMatch(/^mem_/);
});
