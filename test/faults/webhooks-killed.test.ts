import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { verify } from '../../src/verify.js';
import * as api from '../support/generated.js';
import { Caller, createDatabase, dropDatabase, enroll, newKey, openShop } from '../support/laurel.js';
import { eventually, Receiver } from '../support/receiver.js';

const OPERATOR = 'lrl_operator-of-the-killed-process';
const KILLS = 4;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('webhooks of a process that is killed again and again: every acknowledged entry arrives', async () => {
  const databaseUrl = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'laurel-killed-'));
  const receiver = await Receiver.start();
  const port = await freePort();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  let child: ChildProcess | undefined;
  const start = async () => {
    const own = { PORT: String(port), DATABASE_URL: databaseUrl, LAUREL_DATA_DIR: folder, LAUREL_DEMO: 'off', LAUREL_RATE_LIMIT: 'off' };
    const env = { ...process.env, ...own, LAUREL_OPERATOR_KEY: OPERATOR, LAUREL_OUTBOUND_ALLOW: '127.0.0.1' };
    child = spawn(process.execPath, ['dist/main.js'], { env, stdio: 'ignore' });
    const isReady = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
    await eventually(isReady, 'the process is ready', 20_000);
  };
  const kill = async () => {
    const gone = once(child as ChildProcess, 'exit');
    child?.kill('SIGKILL');
    await gone;
    // Stands for the minute after which others take over what a dead process had leased.
    await pool.query('update webhook_endpoints set leased_until = now()');
  };
  try {
    await start();
    const url = `http://127.0.0.1:${port}/graphql`;
    const input = { name: 'Test', currencyCode: 'USD', testClockAt: '2020-01-01T00:00:00Z' };
    const { createProgram } = await new Caller(url, OPERATOR).run(api.CreateProgramDocument, { input });
    const shop = new Caller(url, createProgram?.secret as string);
    await openShop(shop);
    for (let i = 0; i < 8; i += 1) await enroll(shop, `m${i}`);
    await shop.run(api.CreateWebhookEndpointDocument, { input: { url: receiver.url, filter: { kinds: ['ACTIVITY_RECORDED'] } } });
    receiver.answer = (response) => setTimeout(() => response.writeHead(204).end(), 3);
    const acknowledged = new Set<string>();
    for (let round = 0; round < KILLS; round += 1) {
      let isOver = false;
      const buyers = Array.from({ length: 8 }, async (_, i) => {
        while (!isOver) {
          const purchase = { member: { externalId: `m${i}` }, idempotencyKey: newKey(), purchase: { amount: '1' } };
          const answer = await shop.run(api.RecordActivityDocument, { input: purchase }).catch(() => null);
          const id = answer?.recordActivity?.entry?.id;
          if (id) acknowledged.add(id);
        }
      });
      const seen = receiver.received.length;
      await eventually(() => receiver.received.length >= seen + 40 + 30 * round, 'some are sent');
      await kill();
      isOver = true;
      await Promise.all(buyers);
      await start();
    }
    const missing = () => {
      const got = new Set(receiver.entryIds);
      return [...acknowledged].filter((id) => !got.has(id));
    };
    await eventually(() => missing().length === 0, 'all that was acknowledged', 15_000);
    const { rows } = await pool.query("select count(*)::int as count from journal where kind = 'ACTIVITY_RECORDED'");
    await eventually(() => new Set(receiver.entryIds).size === rows[0].count, 'all that was committed', 15_000);
    expect(receiver.sameInFlightMax).toBeLessThanOrEqual(2);
    expect((await verify(pool)).differences).toEqual([]);
  } finally {
    child?.kill('SIGKILL');
    await receiver.stop();
    await pool.end();
    await rm(folder, { recursive: true, force: true });
    await dropDatabase(databaseUrl);
  }
}, 90_000);
