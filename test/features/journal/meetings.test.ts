import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { core } from '../../../src/core.js';
import { laneConnections } from '../../../src/database/connections.js';
import { localId } from '../../../src/graphql/global-id.js';
import { type CommandRequest, Journal } from '../../../src/journal/journal.js';
import type { BatchRecord } from '../../../src/journal/observer.js';
import { laneOf, shardOf } from '../../../src/journal/shard.js';
import { ProgramDirectory } from '../../../src/programs/directory.js';
import { verify } from '../../../src/verify.js';
import * as api from '../../support/generated.js';
import { type Caller, newKey, openShop, TestLaurel } from '../../support/laurel.js';

const LANES = 4;

describe('lanes that want one gate', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(async () => {
    expect((await verify(laurel.app.services.reads)).differences).toEqual([]);
    await laurel.stop();
  });

  interface Shop {
    readonly shop: Caller;
    readonly programId: string;
    /** By lane. */
    readonly members: readonly (readonly string[])[];
  }

  /** A programme with members in every lane; with a cap, all of them share it. */
  const open = async (max: number | null): Promise<Shop> => {
    const shop = await laurel.program();
    await openShop(shop);
    if (max !== null) {
      const input = { name: 'Cap', currencyCode: 'POINTS', scope: 'PROGRAM' as const, period: 'EVER' as const, max };
      expect((await shop.run(api.CreateEarningCapDocument, { input })).createEarningCap?.errors).toEqual([]);
    }
    const { viewer } = await shop.run(api.ViewerDocument, {});
    const programId = localId('program', viewer?.programId as string) as string;
    const list = Array.from({ length: 60 }, (_, i) => ({ externalId: `m${i}`, enrolledAt: '2020-01-01T00:00:00Z' }));
    const { enrollMembers } = await shop.run(api.EnrollMembersDocument, { input: { members: list } });
    const ids = (enrollMembers?.outcomes ?? []).map(({ member }) => localId('member', member?.id as string) as string);
    const members = Array.from({ length: LANES }, (_, lane) => ids.filter((id) => laneOf(shardOf(programId, id), LANES) === lane));
    for (const ofLane of members) expect(ofLane.length).toBeGreaterThan(2);
    return { shop, programId, members };
  };
  const used = async ({ shop }: Shop) => (await shop.run(api.LimitsDocument, {})).program?.earningCaps.map((cap) => cap.used);

  const buy = ({ programId, members }: Shop, lane: number, who: number, more: Partial<CommandRequest> = {}): CommandRequest => ({
    ...{
      type: 'RECORD_ACTIVITY',
      programId,
      streamId: members[lane]?.[who] as string,
      by: 'test',
      key: newKey(),
      inputHash: Buffer.alloc(32),
    },
    input: { type: 'PURCHASE', externalId: null, amount: 1_000, currencyCode: 'USD', items: [] },
    ...more,
  });

  /** A journal of its own, which says what its batches were, and a transaction beside it. */
  const openJournal = async () => {
    const pool = laneConnections(laurel.databaseUrl, LANES);
    const batches: BatchRecord[] = [];
    const dependencies = { core, programs: new ProgramDirectory(pool).exactly, wallClock: Date.now };
    const journal = new Journal(
      pool,
      dependencies,
      LANES,
      () => {},
      (batch) => batches.push(batch),
    );
    const holder = new pg.Client({ connectionString: laurel.databaseUrl });
    await holder.connect();
    return {
      ...{ journal, batches },
      hold: (programId: string) => holder.query(`begin; select from programs where id = '${programId}' for update`),
      letGo: () => holder.query('rollback'),
      stop: async () => {
        await journal.stop();
        await holder.end();
        await pool.end();
      },
    };
  };
  /** Resolves when a batch waits for a gate. */
  const untilSomebodyWaits = async (): Promise<void> => {
    for (let count = 0; count === 0; ) {
      const { rows } = await laurel.app.services.reads.query<{ count: string }>(
        `select count(*) from pg_stat_activity
          where wait_event_type = 'Lock' and query like '%programs%no key update%' and datname = current_database()`,
      );
      count = Number(rows[0]?.count);
    }
  };

  test('wait before it while a batch passes it, and go as one; whoever wants no gate does not wait', async () => {
    const [capped, free] = [await open(1_000_000), await open(null)];
    const { journal, batches, hold, letGo, stop } = await openJournal();
    // Known from now on: purchases of this programme count to something that is shared.
    await journal.submit(buy(capped, 0, 0));
    await hold(capped.programId);
    const first = journal.submit(buy(capped, 0, 1));
    await untilSomebodyWaits();
    expect(await journal.submit(buy(free, 2, 0))).toMatchObject({ replayed: false });
    const others = [1, 2, 3, 1, 2].map((lane, i) => journal.submit(buy(capped, lane, i % 2)));
    // Two turns of the event loop later they would have begun.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(journal.queueLengths).toEqual([0, 2, 2, 1]);
    await letGo();
    await Promise.all([first, ...others]);
    expect(batches.map(({ lanes, commands }) => [lanes, commands.length])).toEqual([
      [[0], 1],
      [[2], 1],
      [[0], 1],
      [[1, 2, 3], 5],
    ]);
    expect(await used(capped)).toEqual([7 * 10]);
    await stop();
  });

  test('share a limit to the last point, whatever batches they are in', async () => {
    const shop = await open(400);
    const { journal, batches, stop } = await openJournal();
    await journal.submit(buy(shop, 0, 0));
    const points = await Promise.all(
      Array.from({ length: 16 }, async (_, caller) => {
        let sum = 0;
        for (let n = 0; n < 5; n += 1) {
          const outcome = await journal.submit(buy(shop, caller % LANES, n % 3));
          if ('refusal' in outcome) throw new Error(outcome.refusal.message);
          for (const { data } of outcome.entries) for (const { delta } of data.changes ?? []) sum += delta.active ?? 0;
        }
        return sum;
      }),
    );
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(400 - 10);
    expect(await used(shop)).toEqual([400]);
    expect(batches.map(({ lanes, commands }) => [lanes.length, commands.length])).toEqual([[1, 1], ...Array(5).fill([LANES, 16])]);
    await stop();
  });

  test('fail alone: the commands of one lane that break a batch leave those of others', async () => {
    const shop = await open(1_000_000);
    const { journal, batches, hold, letGo, stop } = await openJournal();
    await journal.submit(buy(shop, 0, 0));
    await hold(shop.programId);
    const first = journal.submit(buy(shop, 0, 0));
    await untilSomebodyWaits();
    const again = buy(shop, 3, 1);
    const rest = Promise.allSettled([
      journal.submit(buy(shop, 1, 0)),
      // A zero byte cannot be stored; the API refuses it, so only a defect could bring it here.
      journal.submit(buy(shop, 2, 0, { externalId: 'bad\0byte' })),
      journal.submit(buy(shop, 3, 0)),
      journal.submit(again),
      journal.submit(again),
    ]);
    await letGo();
    await first;
    expect((await rest).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect((await rest)[4]).toMatchObject({ value: { replayed: true } });
    expect(batches.slice(2).map(({ lanes }) => lanes)).toEqual([[1], [3], [3]].slice(0, batches.length - 2));
    expect(await used(shop)).toEqual([5 * 10]);
    await stop();
  });

  test('are decided on what was there when the gate was passed, though it was asked for with the lanes', async () => {
    const shop = await open(30);
    const { journal, hold, letGo, stop } = await openJournal();
    await journal.submit(buy(shop, 0, 0));
    await hold(shop.programId);
    const bought = journal.submit(buy(shop, 1, 0));
    await untilSomebodyWaits();
    // Whoever holds the gate, in another process, uses up all but five while the batch waits.
    const { reads } = laurel.app.services;
    await reads.query('update shared_counters set used = 25 where program_id = $1', [shop.programId]);
    await letGo();
    expect(await bought).toMatchObject({ entries: [{ data: { shared: [{ delta: 5, used: 30 }] } }] });
    await reads.query('update shared_counters set used = 15 where program_id = $1', [shop.programId]);
    await stop();
  });
});
