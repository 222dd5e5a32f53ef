import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../support/generated.js';
import { buy, Caller, enroll, openShop } from '../support/laurel.js';
import { freePort, ServerProcess } from '../support/server-process.js';

/** From SIGKILL to ready, with the embedded database left behind by the dead process. */
const READY_MS_MAX = 5_000;

describe('a process that is killed', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = new ServerProcess(await mkdtemp(join(tmpdir(), 'laurel-restart-')), await freePort());
    await server.start();
  });
  afterAll(async () => {
    await server.kill('SIGTERM');
    await rm(server.dataDir, { recursive: true, force: true });
  });

  test('is ready again within five seconds, and has lost nothing that it acknowledged', async () => {
    const operator = new Caller(server.url, (await readFile(join(server.dataDir, 'operator-key'), 'utf8')).trim());
    const { createProgram } = await operator.run(api.CreateProgramDocument, { input: { name: 'Kill', currencyCode: 'USD' } });
    const shop = new Caller(server.url, createProgram?.secret ?? null);
    await openShop(shop);
    await enroll(shop, 'ada');
    const waits: number[] = [];
    for (let round = 1; round <= 3; round += 1) {
      await buy(shop, 'ada', '10');
      await server.kill('SIGKILL');
      waits.push(await server.start());
      const { member } = await shop.run(api.MemberDocument, { ref: { externalId: 'ada' } });
      expect(member?.wallets[0]?.active).toBe(10 * round);
    }
    process.stdout.write(`ready after SIGKILL: ${waits.map((ms) => `${Math.round(ms)} ms`).join(', ')}\n`);
    expect(Math.max(...waits)).toBeLessThan(READY_MS_MAX);
    expect((await server.verify()).code).toBe(0);
  });
});
