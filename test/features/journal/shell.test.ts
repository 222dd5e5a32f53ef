import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { laneConnections } from '../../../src/database/connections.js';
import { migrate } from '../../../src/database/orm.js';
import { localId } from '../../../src/graphql/global-id.js';
import type { Outcome } from '../../../src/journal/batch.js';
import { READ_EXTERNAL_IDS, READ_KEYS } from '../../../src/journal/batch-read.js';
import { loadHeads } from '../../../src/journal/chain-heads.js';
import type { CommandRequest } from '../../../src/journal/journal.js';
import { RetryLater } from '../../../src/journal/lanes.js';
import { verify } from '../../../src/verify.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, createDatabase, dropDatabase, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';
import { seed } from '../../support/seed.js';

describe('the journal shell', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let programId: string;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
    await openShop(shop);
    const { viewer } = await shop.run(api.ViewerDocument, {});
    programId = localId('program', viewer?.programId as string) as string;
  });
  afterAll(() => laurel.stop());

  const purchase = (streamId: string, amount: number, more: Partial<CommandRequest> = {}): CommandRequest => ({
    type: 'RECORD_ACTIVITY',
    programId,
    streamId,
    by: 'test',
    input: { type: 'PURCHASE', externalId: null, amount, currencyCode: 'USD', items: [] },
    key: newKey(),
    inputHash: Buffer.alloc(32),
    ...more,
  });
  const members = async (prefix: string, count: number): Promise<string[]> => {
    const list = Array.from({ length: count }, (_, i) => ({ externalId: `${prefix}-${i}`, enrolledAt: '2020-01-01T00:00:00Z' }));
    const { enrollMembers } = await shop.run(api.EnrollMembersDocument, { input: { members: list } });
    return (enrollMembers?.outcomes ?? []).map(({ member }) => localId('member', member?.id as string) as string);
  };

  test('500 activities of 500 members cost a fixed number of statements', async () => {
    await members('stat', 500);
    const record = (count: number) =>
      laurel.countStatements(() =>
        shop.run(api.RecordActivitiesDocument, {
          input: {
            activities: Array.from({ length: count }, (_, i) => ({
              member: { externalId: `stat-${i}` },
              idempotencyKey: newKey(),
              externalId: newKey(),
              purchase: { amount: '5' },
            })),
          },
        }),
      );
    await record(500);
    const [hundred, all] = [await record(100), await record(500)];
    // Twelve for each of four lanes, and the doorbell and the tailer of each commit.
    expect(all).toBeLessThanOrEqual(hundred + 4);
    expect(all).toBeLessThanOrEqual(60);
  });

  test('keys are looked up by index, also where the plan was made while the tables were empty', async () => {
    const url = await createDatabase();
    await migrate(url);
    const pool = laneConnections(url, 1);
    const client = await pool.connect();
    await client.query('analyze');
    for (const [{ text }, column] of [
      [READ_KEYS, 'idempotency_key'],
      [READ_EXTERNAL_IDS, 'external_id'],
    ] as const) {
      await client.query(`prepare looked_up as ${text}`);
      const { rows } = await client.query(`explain execute looked_up('{1}', '{00000000-0000-0000-0000-000000000001}', '{k}')`);
      await client.query('deallocate looked_up');
      const plan = rows.map((row) => Object.values(row)[0]).join('\n');
      const scans = plan.match(/Index Scan using|Seq Scan|Index Only Scan using/g) ?? [];
      const lookups = plan.match(new RegExp(`Index Cond: .*${column}`, 'g')) ?? [];
      expect([plan, lookups.length]).toEqual([plan, scans.length]);
    }
    client.release();
    await pool.end();
    await dropDatabase(url);
  });

  test('a command that breaks its batch fails alone', async () => {
    const [good, bad, other] = (await members('poison', 3)) as [string, string, string];
    const { journal } = laurel.app.services;
    const settled = await Promise.allSettled([
      journal.submit(purchase(good, 100)),
      // A zero byte cannot be stored as JSON text; the API refuses it, so only a defect could bring it here.
      journal.submit(purchase(bad, 100, { externalId: 'bad\0byte' })),
      journal.submit({ type: 'NO_SUCH_COMMAND', programId, streamId: other, by: 'test', input: null }),
      journal.submit(purchase(other, 200)),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    const { member } = await shop.run(api.MemberDocument, { ref: { externalId: 'poison-0' } });
    expect(member?.journal.nodes).toHaveLength(2);
  });

  test('beyond its room a lane turns commands away before they are queued', async () => {
    const [one] = (await members('full', 1)) as [string];
    const { journal } = laurel.app.services;
    const results = await Promise.allSettled(Array.from({ length: 9_000 }, () => journal.submit(purchase(one, 100))));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBe(9_000 - 8_192);
    expect(refused.every((result) => result.reason instanceof RetryLater)).toBe(true);
    const { member } = await shop.run(api.MemberDocument, { ref: { externalId: 'full-0' } });
    expect(member?.wallets[0]?.active).toBe(8_192);
  });

  test('the same commands in other batches have the same outcomes', async () => {
    let run = 0;
    const command = fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      day: fc.integer({ min: 0, max: 900 }),
      amount: fc.integer({ min: 0, max: 40_000 }),
      isSpend: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 5, maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 10 }),
        async (list, cuts) => {
          const give = async (sizes: readonly number[]): Promise<string> => {
            const ids = await members(`cut-${(run += 1)}`, 4);
            const start = Date.UTC(2020, 0, 1);
            const requests = list.map(({ who, day, amount, isSpend }, i): CommandRequest => {
              const streamId = ids[who] as string;
              const more = { effectiveAt: start + day * 86_400_000, key: `k${i}` };
              return isSpend
                ? {
                    ...purchase(streamId, 0, more),
                    type: 'SPEND_POINTS',
                    readsLots: true,
                    input: { amount: 1 + (amount % 300), currencyCode: null, reason: null },
                  }
                : purchase(streamId, amount, more);
            });
            const outcomes: Outcome[] = [];
            for (let i = 0, cut = 0; i < requests.length; cut += 1) {
              const size = sizes[cut % sizes.length] as number;
              outcomes.push(
                ...(await Promise.all(requests.slice(i, i + size).map((request) => laurel.app.services.journal.submit(request)))),
              );
              i += size;
            }
            return JSON.stringify(
              outcomes.map((outcome) =>
                'refusal' in outcome
                  ? outcome.refusal
                  : outcome.entries.map(({ kind, number, effectiveAt, data }) => ({ kind, number, effectiveAt, data })),
              ),
            );
          };
          expect(await give(cuts)).toBe(await give([list.length]));
        },
      ),
      { numRuns: 15, seed: seed() },
    );
  }, 60_000);

  test('verify names the first entry that was altered behind the API', async () => {
    await enroll(shop, 'altered');
    await buy(shop, 'altered', '10');
    const { reads } = laurel.app.services;
    const alter = (from: string, to: string) =>
      reads.query(
        `update journal set data = replace(data::text, $1, $2)::json where external_id is null and kind = 'ACTIVITY_RECORDED'
        and stream_id = (select id from members where external_id = 'altered')`,
        [from, to],
      );
    await alter('"amount":1000', '"amount":9000');
    const { differences } = await verify(reads);
    expect(differences[0]).toMatch(/entry 2\): the entry was altered/);
    await alter('"amount":9000', '"amount":1000');
    await reads.query(
      `update streams set state = replace(state::text, '"active":10', '"active":11')::json where stream_id = (select id from members where external_id = 'altered')`,
    );
    expect((await verify(reads)).differences[0]).toMatch(/state is/);
    await reads.query(
      `update streams set state = replace(state::text, '"active":11', '"active":10')::json where stream_id = (select id from members where external_id = 'altered')`,
    );
    expect((await verify(reads)).differences).toEqual([]);
  });

  test('verify sees a chain that was rewritten as a whole, by the heads kept outside', async () => {
    const { reads } = laurel.app.services;
    const { rows } = await reads.query('select lane, position, hash from lanes order by lane');
    const lanes = (rows as { lane: number; position: string; hash: string }[]).map(({ lane, position, hash }) => ({
      lane,
      position: Number(position),
      hash,
    }));
    expect((await verify(reads, { epoch: 'e', lanes })).differences).toEqual([]);
    const other = lanes.map((head, i) => (i === 0 ? { ...head, hash: 'f'.repeat(64) } : head));
    expect((await verify(reads, { epoch: 'e', lanes: other })).differences).toMatchObject([
      expect.stringContaining('kept outside has another hash'),
    ]);
    expect(await loadHeads('/nonexistent/heads.json')).toBeNull();
  });
});
