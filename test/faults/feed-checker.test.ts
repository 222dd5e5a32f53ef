import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { untilCaughtUp } from '../chaos/feed/case.js';
import { checkFeed } from '../chaos/feed/check.js';
import type { Device } from '../chaos/feed/device.js';
import { plantAll } from '../chaos/feed/plants.js';
import { ChaosProgram } from '../chaos/feed/program.js';
import { Records } from '../chaos/feed/records.js';
import { Random } from '../chaos/random.js';
import { TestLaurel } from '../support/laurel.js';
import { seed } from '../support/seed.js';
import { TcpProxy, targetOf } from '../support/tcp-proxy.js';

const CLIENTS = 12;
/** Items that are told while connections are cut, and in all. */
const ITEMS = { cut: 1_200, all: 2_500 };
const LOAD_MS_MAX = 45_000;

let laurel: TestLaurel;
let proxy: TcpProxy;
let program: ChaosProgram;
let devices: Device[];

beforeAll(async () => {
  laurel = await TestLaurel.start();
  proxy = await TcpProxy.start(() => targetOf(laurel.url));
});
afterAll(async () => {
  await Promise.all(devices.map((device) => device.stop()));
  program.close();
  await proxy.stop();
  await laurel.stop();
});

test('the checker of the feed finds nothing in what cut clients were told, and every fault that is planted into it', async () => {
  const given = seed();
  const random = Random.of(given, 1);
  program = await ChaosProgram.open(laurel.url, laurel.app.operatorKey, { seed: given, members: 10, callers: 4 });
  devices = program.audience(random, CLIENTS, () => proxy.through(laurel.url));
  const load = program.load();
  const told = () => devices.reduce((sum, { evidence }) => sum + evidence.reduce((all, { log }) => all + log.length, 0), 0);
  for (const endAt = performance.now() + LOAD_MS_MAX; performance.now() < endAt && told() < ITEMS.all; ) {
    await sleep(100);
    const open = [...proxy.connections];
    if (open.length > 0 && told() < ITEMS.cut) random.pick(open).reset();
  }
  await load.stop();
  const client = new pg.Client({ connectionString: laurel.databaseUrl });
  await client.connect();
  const records = await Records.read(client);
  await client.end();
  await untilCaughtUp(devices, records);

  const evidence = devices.flatMap((device) => device.evidence);
  expect(told()).toBeGreaterThanOrEqual(ITEMS.all);
  expect(checkFeed(evidence, [records])).toEqual({ lost: [], doubled: [], reordered: [], leaked: [], altered: [] });
  const plants = plantAll(evidence, [records], random);
  expect(plants.map(({ name, isSeen }) => [name, isSeen])).toEqual(plants.map(({ name }) => [name, true]));
}, 90_000);
