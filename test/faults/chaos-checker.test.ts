import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { Api } from '../chaos/api.js';
import { type Books, readBooks } from '../chaos/books.js';
import { check } from '../chaos/check/check.js';
import { firstMembers } from '../chaos/deeds.js';
import { Recorder } from '../chaos/evidence.js';
import { enrolFirst, runLoad } from '../chaos/load.js';
import { misjudged, plants, restoreBooks, saveBooks } from '../chaos/plants.js';
import { openShop, type Shop } from '../chaos/shop.js';
import { TestLaurel } from '../support/laurel.js';
import { seed } from '../support/seed.js';

const CLIENTS = 16;
const COMMANDS = 700;

let laurel: TestLaurel;
let api: Api;
let client: pg.Client;
let shop: Shop;

beforeAll(async () => {
  laurel = await TestLaurel.start();
  api = new Api(laurel.url, (await laurel.program(null)).secret as string, CLIENTS * 2);
  client = new pg.Client({ connectionString: laurel.databaseUrl });
  await client.connect();
  shop = await openShop(api);
});
afterAll(async () => {
  api.close();
  await client.end();
  await laurel.stop();
});

test('the checker of the chaos run finds nothing in right books, and exactly what was planted in wrong ones', async () => {
  const options = { seed: seed(), commands: COMMANDS, clients: CLIENTS, members: firstMembers(20), shop };
  const recorder = new Recorder();
  await enrolFirst(api, recorder, options);
  await runLoad(api, recorder, options);
  const judge = (books: Books) => check(recorder, books);
  const books = await readBooks(client, api);
  expect(recorder.commands.length).toBeGreaterThanOrEqual(COMMANDS);
  expect(judge(books)).toEqual({ lost: [], doubled: [], mispriced: [], gaps: [], differences: [] });

  await saveBooks(client);
  for (const plant of plants(recorder, books)) {
    await plant.apply(client);
    const findings = judge(await readBooks(client, api));
    await restoreBooks(client);
    expect([plant.name, misjudged(plant, findings)]).toEqual([plant.name, []]);
  }
  expect(judge(await readBooks(client, api)).total).toBe(0);
});
