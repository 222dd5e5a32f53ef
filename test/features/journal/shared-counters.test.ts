import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { core } from '../../../src/core.js';
import { laneConnections } from '../../../src/database/connections.js';
import { localId } from '../../../src/graphql/global-id.js';
import type { Outcome } from '../../../src/journal/batch.js';
import { type CommandRequest, Journal } from '../../../src/journal/journal.js';
import { laneOf, shardOf } from '../../../src/journal/shard.js';
import { BatchCounters } from '../../../src/journal/shared-counters.js';
import { transactionOn } from '../../../src/journal/transaction.js';
import { ProgramDirectory } from '../../../src/programs/directory.js';
import { verify } from '../../../src/verify.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';
import { seed } from '../../support/seed.js';

describe('counters that the streams of a programme share', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  interface Shop {
    readonly shop: Caller;
    readonly programId: string;
  }
  const open = async (...caps: Partial<api.CreateEarningCapInput>[]): Promise<Shop> => {
    const shop = await laurel.program();
    for (const code of ['POINTS', 'MILES']) await shop.run(api.CreatePointCurrencyDocument, { input: { code, name: code } });
    const input = { name: 'Base', currencyCode: 'POINTS', pointsPerSpend: { points: '1', per: '1' } };
    await shop.run(api.CreateEarningRuleDocument, { input });
    for (const cap of caps) await addCap(shop, cap);
    const { viewer } = await shop.run(api.ViewerDocument, {});
    return { shop, programId: localId('program', viewer?.programId as string) as string };
  };
  const addCap = async (shop: Caller, cap: Partial<api.CreateEarningCapInput>): Promise<string> => {
    const input = { name: 'Cap', currencyCode: 'POINTS', scope: 'PROGRAM' as const, period: 'EVER' as const, max: 1_000_000, ...cap };
    const { createEarningCap } = await shop.run(api.CreateEarningCapDocument, { input });
    expect(createEarningCap?.errors).toEqual([]);
    return createEarningCap?.earningCap?.id as string;
  };
  const counterOf = (cap: string): string => `cap:${localId('earningCap', cap)}`;
  const members = async (shop: Caller, count: number, prefix = 'm'): Promise<string[]> => {
    const list = Array.from({ length: count }, (_, i) => ({ externalId: `${prefix}${i}`, enrolledAt: '2020-01-01T00:00:00Z' }));
    const { enrollMembers } = await shop.run(api.EnrollMembersDocument, { input: { members: list } });
    return (enrollMembers?.outcomes ?? []).map(({ member }) => localId('member', member?.id as string) as string);
  };
  const used = async (shop: Caller) => (await shop.run(api.LimitsDocument, {})).program?.earningCaps.map((cap) => cap.used);

  test('cost nothing where there is none for the command, and three statements a batch where there is', async () => {
    const { shop } = await open({ name: 'Miles', currencyCode: 'MILES' }, { name: 'Mine', scope: 'MEMBER' });
    await members(shop, 100);
    const record = (count = 100) =>
      laurel.countStatements(() =>
        shop.run(api.RecordActivitiesDocument, {
          input: {
            activities: Array.from({ length: count }, (_, i) => ({
              member: { externalId: `m${i}` },
              idempotencyKey: newKey(),
              externalId: newKey(),
              purchase: { amount: '5' },
            })),
          },
        }),
      );
    await record();
    const without = await record();
    // Twelve for each of four lanes, and the doorbell and the tailer of each commit.
    expect(without).toBeLessThanOrEqual(60);
    await addCap(shop, { name: 'First' });
    await record();
    expect(await record()).toBeLessThanOrEqual(without + 4 * 3 + 4);
    for (let i = 0; i < 5; i += 1) await addCap(shop, { period: 'DAY' });
    await record();
    expect(await record()).toBeLessThanOrEqual(without + 4 * 3 + 4);
    expect(await used(shop)).toEqual([0, null, 2_000, ...Array(5).fill(1_000)]);
  });

  test('the same commands in other batches have the same outcomes', async () => {
    const { shop, programId } = await open();
    await shop.run(api.SetAdjustmentPolicyDocument, { input: { maxPerAgentPerDay: 150 } });
    const { journal } = laurel.app.services;
    const start = Date.UTC(2020, 0, 1);
    let run = 0;
    const command = fc.record({
      who: fc.nat(3),
      day: fc.nat(20),
      amount: fc.integer({ min: 1, max: 90 }),
      deed: fc.constantFrom('BUY', 'BUY', 'BUY', 'RETURN', 'CANCEL', 'ADJUST', 'TAKE', 'AGAIN'),
      earlier: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 5, maxLength: 50 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }),
        async (list, cuts) => {
          const give = async (sizes: readonly number[]): Promise<unknown> => {
            // Caps and an agent of this run alone; members of one lane, so that the order of the commands is theirs.
            const caps = [await addCap(shop, { period: 'WEEK', max: 150 }), await addCap(shop, { max: 300 })];
            const ids = (await members(shop, 90, `run${(run += 1)}-`)).filter((id) => laneOf(shardOf(programId, id), 4) === 0).slice(0, 4);
            expect(ids).toHaveLength(4);
            const bought = new Map<string, number[]>();
            const counts = new Map<string, number>(ids.map((id) => [id, 1]));
            const requests = list.map(({ who, day, amount, deed, earlier }, i): CommandRequest => {
              const streamId = ids[who % ids.length] as string;
              const common = {
                programId,
                streamId,
                by: `run ${run}`,
                key: `k${i}`,
                inputHash: Buffer.alloc(32),
                effectiveAt: start + day * 86_400_000,
              };
              const purchases = bought.get(streamId) ?? [];
              const purchase = purchases.at(-1 - (earlier % Math.max(1, purchases.length)));
              if (deed === 'ADJUST' || deed === 'TAKE') {
                const input = { amount: deed === 'ADJUST' ? amount : -amount, currencyCode: 'POINTS', reason: 'GOODWILL', note: null };
                return { ...common, type: 'ADJUST_POINTS', readsLots: true, input };
              }
              if ((deed === 'RETURN' || deed === 'CANCEL') && purchase) {
                const part = deed === 'CANCEL' ? null : { amount: amount * 50 };
                return { ...common, type: 'RETURN_PURCHASE', readsLots: true, refersTo: purchase, input: { purchase, part } };
              }
              if (deed === 'AGAIN' && i > 0) Object.assign(common, { key: `k${i - 1}` });
              else bought.set(streamId, [...purchases, (counts.get(streamId) ?? 1) + 1]);
              counts.set(streamId, (counts.get(streamId) ?? 1) + 1);
              const input = { type: 'PURCHASE', externalId: null, amount: amount * 100, currencyCode: 'USD', items: [] };
              return { ...common, type: 'RECORD_ACTIVITY', input };
            });
            const outcomes: Outcome[] = [];
            for (let i = 0, cut = 0; i < requests.length; cut += 1) {
              const size = sizes[cut % sizes.length] as number;
              outcomes.push(...(await Promise.all(requests.slice(i, i + size).map((request) => journal.submit(request)))));
              i += size;
            }
            for (const id of caps) await shop.run(api.DeleteEarningCapDocument, { input: { id } });
            const names = new Map(caps.map((id, i): [string, number] => [counterOf(id), i]));
            return outcomes.map((outcome) =>
              'refusal' in outcome
                ? outcome.refusal
                : outcome.entries.map(({ kind, number, effectiveAt, data }) => ({
                    ...{ kind, number, effectiveAt, changes: data.changes?.map(({ delta, after }) => ({ delta, after })) },
                    shared: data.shared?.map(({ counter, ...rest }) => ({ counter: names.get(counter) ?? 'agent', ...rest })),
                  })),
            );
          };
          expect(await give(cuts)).toEqual(await give([list.length]));
        },
      ),
      { numRuns: 25, seed: seed() },
    );
  }, 90_000);

  test('are read as they were left, however many wait for them', async () => {
    const { programId } = await open();
    const pool = laneConnections(laurel.databaseUrl, 8);
    const keys = ['b', 'a', 'c'].map((counter) => ({ counter: `test:${counter}`, window: 0 }));
    const entry = (shared: ReturnType<ReturnType<BatchCounters['of']>['add']>) =>
      ({ number: 1, kind: 'TEST', effectiveAt: 0, data: { by: 'test', settings: 1, shared } }) as const;
    await Promise.all(
      Array.from({ length: 8 }, async (_, who) => {
        const client = await pool.connect();
        for (let i = 0; i < 40; i += 1) {
          await client.query('begin');
          const counters = new BatchCounters();
          const tx = transactionOn(client);
          // Each names them in another order, some twice, and others late.
          await counters.lock(tx, [
            { programId, keys: keys.slice(who % 3) },
            { programId, keys },
          ]);
          await counters.lock(tx, [{ programId, keys: [{ counter: `test:late ${i % 3}`, window: who }] }]);
          const changes = counters.of(programId).add(keys.map(({ counter, window }) => ({ counter, window, delta: 1 })));
          counters.keep(programId, [entry(changes)]);
          await counters.write(tx);
          await client.query('commit');
        }
        client.release();
      }),
    );
    const { rows } = await pool.query(`select used from shared_counters where counter like 'test:%'`);
    expect(rows.map((row) => Number(row.used))).toEqual([320, 320, 320]);
    await pool.query(`delete from shared_counters where counter like 'test:%'`);
    await pool.end();
  });

  test('verify names one that was altered, taken away or put in behind the API', async () => {
    const { shop, programId } = await open({ period: 'DAY' });
    await enroll(shop, 'x');
    await buy(shop, 'x', '30');
    const { reads } = laurel.app.services;
    const differences = async () => (await verify(reads)).differences;
    expect(await differences()).toEqual([]);
    const where = `where program_id = '${programId}'`;
    await reads.query(`update shared_counters set used = used - 7 ${where}`);
    expect(await differences()).toEqual([
      expect.stringMatching(`programme ${programId}: shared counter cap:.* is 23, the journal says 30`),
    ]);
    const { rows } = await reads.query(`delete from shared_counters ${where} returning *`);
    expect(await differences()).toEqual([expect.stringMatching('is 0, the journal says 30')]);
    const [row] = rows as { counter: string; window: string }[];
    const insert = 'insert into shared_counters (program_id, counter, "window", used) values ($1, $2, $3, $4)';
    await reads.query(insert, [programId, row?.counter, row?.window, 30]);
    await reads.query(insert, [programId, row?.counter, '1', 4]);
    expect(await differences()).toEqual([expect.stringMatching(/period from 1, is 4, the journal says 0/)]);
    await reads.query(`delete from shared_counters where "window" = 1`);
    expect(await differences()).toEqual([]);
  });

  describe.each([
    ['before it decides', core],
    ['late', { ...core, sharing: () => null }],
  ])('when a batch that asks for them %s', (_, itsCore) => {
    /** Holds the programme's gate in a transaction of its own while a purchase waits for it. */
    const buyWhileHeld = async (then: (holder: pg.Client, waiting: number, lane: number) => Promise<unknown>) => {
      const { shop, programId } = await open({ max: 100 });
      const [member = ''] = await members(shop, 1);
      await buy(shop, 'm0', '80');
      const pool = laneConnections(laurel.databaseUrl, 4);
      const programs = new ProgramDirectory(pool).exactly;
      const journal = new Journal(pool, { core: itsCore, programs, wallClock: Date.now }, 4, () => {});
      const holder = new pg.Client({ connectionString: laurel.databaseUrl });
      await holder.connect();
      await holder.query(`set deadlock_timeout = '60s'; begin`);
      await holder.query('select from programs where id = $1 for update', [programId]);
      const input = { type: 'PURCHASE', externalId: null, amount: 4_000, currencyCode: 'USD', items: [] };
      const key = { key: newKey(), inputHash: Buffer.alloc(32) };
      const bought = journal.submit({ type: 'RECORD_ACTIVITY', programId, streamId: member, by: 'test', input, ...key });
      let waiting: number | undefined;
      while (waiting === undefined) {
        const { rows } = await laurel.app.services.reads.query(
          `select pid from pg_stat_activity
            where wait_event_type = 'Lock' and query like '%programs%no key update%' and datname = current_database()`,
        );
        waiting = (rows[0] as { pid: number } | undefined)?.pid;
      }
      await then(holder, waiting, laneOf(shardOf(programId, member), 4));
      await holder.query('rollback');
      await holder.end();
      const outcome = await bought;
      await journal.stop();
      await pool.end();
      return { outcome, used: await used(shop) };
    };
    const countedOnce = {
      outcome: { replayed: false, entries: [{ data: { shared: [{ delta: 20, used: 100 }] } }] },
      used: [100],
    };

    test('loses its connection, it is tried again and counts once', async () => {
      const terminated = await buyWhileHeld((_, waiting) => laurel.app.services.reads.query('select pg_terminate_backend($1)', [waiting]));
      expect(terminated).toMatchObject(countedOnce);
    });

    test('is the victim of a deadlock, it is tried again and counts once', async () => {
      // The batch holds its lane and waits for the gate, whose holder then wants the lane.
      const victim = await buyWhileHeld((holder, _, lane) => holder.query('select from lanes where lane = $1 for update', [lane]));
      expect(victim).toMatchObject(countedOnce);
    });
  });
});
