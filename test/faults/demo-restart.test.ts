import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type App, startApp } from '../../src/app.js';
import { makeDemo } from '../../src/cli/demo-program.js';
import { runDemo } from '../../src/cli/run-demo.js';
import { readConfig } from '../../src/config.js';
import { buy, Caller, createDatabase, dropDatabase } from '../support/laurel.js';

let databaseUrl: string;
let folder: string;
let app: App;
let shop: Caller;

const start = (port: number) =>
  startApp({ ...readConfig({}), port, databaseUrl, dataDir: folder, isDemoWanted: false, rateLimitPerMinute: null }, () => {});
const until = async (condition: () => boolean) => {
  for (let i = 0; !condition(); i += 1) {
    if (i > 400) throw new Error('it did not happen within 20 s');
    await sleep(50);
  }
};

beforeAll(async () => {
  databaseUrl = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'laurel-demo-'));
  app = await start(0);
  shop = new Caller(app.url, (await makeDemo(app))?.secret ?? null);
});
afterAll(async () => {
  await app.stop();
  await dropDatabase(databaseUrl);
  await rm(folder, { recursive: true, force: true });
});

/** What shoppers did since the cursor, as the journal has it. */
async function journalSince(cursor: string): Promise<number> {
  const query = `{ journal(after: "${cursor}", first: 500, filter: { kinds: [ACTIVITY_RECORDED, POINTS_SPENT] }) { items { number } hasMore } }`;
  const { data } = await shop.ask<{ journal: { items: unknown[]; hasMore: boolean } }, never>(query);
  expect(data.journal.hasMore).toBe(false);
  return data.journal.items.length;
}

test('the shoppers and their feed outlive a restart of the server: every entry is told once', async () => {
  const { data } = await shop.ask<{ feedInfo: { headCursor: string } }, never>('{ feedInfo { headCursor } }');
  const lines: string[] = [];
  const told = () => lines.filter((line) => /You (earned|spent)/.test(line)).length;
  const stop = new AbortController();
  const print = (line: string) => lines.push(line);
  const demo = runDemo({
    url: app.url,
    key: shop.secret ?? '',
    rate: 25,
    members: 5,
    signal: stop.signal,
    print: (line) => void print(line),
  });
  await until(() => told() >= 5);
  const port = Number(new URL(app.url).port);
  await app.stop();
  await until(() => lines.some((line) => line.includes('went away')));
  const before = told();
  app = await start(port);
  await until(() => told() >= before + 5);
  stop.abort();
  await demo;
  expect(told()).toBe(await journalSince(data.feedInfo.headCursor));
  expect(lines.filter((line) => line.includes('went away'))).toHaveLength(1);
});

test('npm run watch shows the snapshot, then what happens, and ends with Ctrl-C', async () => {
  const child = spawn(process.execPath, ['dist/cli/watch.js', '--url', app.url, '--key', shop.secret ?? ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  await until(() => said.includes('"wallets":[{"active":'));
  await buy(shop, 'demo-1', '12.00');
  await until(() => said.includes('You earned 12 BEANS'));
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
});
