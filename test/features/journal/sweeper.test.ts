import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BatchRecord } from '../../../src/journal/observer.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, openShop, TestLaurel } from '../../support/laurel.js';
import { advance } from '../../support/tiers.js';

const EARNED = Date.UTC(2020, 0, 1);
const DUE = '2021-06-01T00:00:00Z';

describe('the sweeper', () => {
  let laurel: TestLaurel;
  const batches: BatchRecord[] = [];
  beforeAll(async () => {
    laurel = await TestLaurel.start({}, { observers: [{ batch: (record) => batches.push(record) }] });
  });
  afterAll(() => laurel.stop());

  const shopOf = async (): Promise<Caller> => {
    const shop = await laurel.program(new Date(EARNED).toISOString());
    await openShop(shop);
    return shop;
  };
  const expiries = async (externalIds: readonly string[]): Promise<number[]> => {
    const { rows } = await laurel.app.services.reads.query<{ count: string }>(
      `select (select count(*) from journal j where j.stream_id = m.id and j.kind = 'POINTS_EXPIRED') as count
        from members m where m.external_id = any($1) order by m.external_id`,
      [externalIds],
    );
    return rows.map(({ count }) => Number(count));
  };

  test('posts much that is due of one member by several commands, in order', async () => {
    const shop = await shopOf();
    await enroll(shop, 'deep', new Date(EARNED).toISOString());
    for (let i = 0; i < 900; i += 450) {
      const activities = Array.from({ length: 450 }, (_, j) => ({
        member: { externalId: 'deep' },
        idempotencyKey: `lot-${i + j}`,
        effectiveAt: new Date(EARNED + (i + j) * 1_000).toISOString(),
        purchase: { amount: '1' },
      }));
      await shop.run(api.RecordActivitiesDocument, { input: { activities } });
    }

    batches.length = 0;
    await advance(laurel, shop, DUE);

    const posted = batches
      .flatMap(({ outcomes }) => outcomes.map((outcome) => ('entries' in outcome ? outcome.entries : [])))
      .map((entries) => entries.filter(({ kind }) => kind === 'POINTS_EXPIRED'));
    expect(Math.max(...posted.map(({ length }) => length))).toBe(201);
    const numbers = posted.flat().map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 900 }, (_, i) => (numbers[0] as number) + i));
    expect(posted.flat().map(({ effectiveAt }) => effectiveAt)).toEqual(
      Array.from({ length: 900 }, (_, i) => EARNED + i * 1_000 + 365 * 86_400_000),
    );
  });

  test('a member who cannot be settled is reported and holds up nobody', async () => {
    const shop = await shopOf();
    const names = ['broken', 'whole-1', 'whole-2'];
    for (const [i, externalId] of names.entries()) {
      await enroll(shop, externalId, new Date(EARNED).toISOString());
      await buy(shop, externalId, '10', new Date(EARNED + i).toISOString());
    }
    const { reads } = laurel.app.services;
    const isState = "stream_id = (select id from members where external_id = 'broken')";
    const { rows } = await reads.query(`select state::text as state from streams where ${isState}`);
    // Only a defect could leave such a state.
    await reads.query(`update streams set state = '{"wallets":null,"standings":null}' where ${isState}`);

    await advance(laurel, shop, DUE);

    expect(await expiries(names)).toEqual([0, 1, 1]);
    expect(laurel.alarms.filter((line) => line.startsWith('the sweeper failed'))).not.toEqual([]);
    await reads.query(`update streams set state = $1 where ${isState}`, [rows[0].state]);
    laurel.app.sweeper.wake();
    await laurel.app.sweeper.finished();
    expect(await expiries(names)).toEqual([1, 1, 1]);
  });

  test('gives every programme its turn', async () => {
    const [large, small] = [await shopOf(), await shopOf()];
    const names = Array.from({ length: 500 }, (_, i) => `large-${i}`);
    const enrolledAt = new Date(EARNED).toISOString();
    await large.run(api.EnrollMembersDocument, { input: { members: names.map((externalId) => ({ externalId, enrolledAt })) } });
    const activities = names.map((externalId) => ({
      ...{ member: { externalId }, idempotencyKey: 'lot', effectiveAt: enrolledAt },
      purchase: { amount: '1' },
    }));
    await large.run(api.RecordActivitiesDocument, { input: { activities } });
    await enroll(small, 'small', enrolledAt);
    await buy(small, 'small', '10', enrolledAt);

    batches.length = 0;
    await Promise.all([advance(laurel, large, DUE), advance(laurel, small, DUE)]);

    const posted = batches.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => ('entries' in outcome ? outcome.entries : [])));
    const expired = posted.filter(({ kind }) => kind === 'POINTS_EXPIRED');
    expect(expired).toHaveLength(501);
    const [{ id }] = (await laurel.app.services.reads.query("select id from members where external_id = 'small'")).rows;
    // Not behind all of the other's.
    expect(expired.findIndex(({ streamId }) => streamId === id)).toBeLessThan(400);
  });
});
