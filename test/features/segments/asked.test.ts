import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localId } from '../../../src/graphql/global-id.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';

describe('segments that something asks about', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let idle: Caller;
  let segment: string;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    [shop, idle] = [await laurel.program('2020-03-10T12:00:00Z'), await laurel.program('2020-03-10T12:00:00Z')];
    for (const each of [shop, idle]) {
      await openShop(each);
      for (let i = 0; i < 10; i += 1) await enroll(each, `m${i}`, '2020-01-01T00:00:00Z');
    }
    const condition = { purchases: { atLeast: 1 } };
    for (const each of [idle, shop])
      segment = (await each.run(api.CreateSegmentDocument, { input: { name: 'Regulars', condition } })).createSegment?.segment
        ?.id as string;
    const { createEarningRule } = await shop.run(api.CreateEarningRuleDocument, {
      input: { name: 'For regulars', pointsPerSpend: { points: '1', per: '1' }, conditions: { segments: [segment] } },
    });
    expect(createEarningRule?.errors).toEqual([]);
  });
  afterAll(() => laurel.stop());

  const granted = async (caller: Caller, who: string, amount: string) => (await buy(caller, who, amount)).awards[0]?.granted;
  const inputs = async (who: string) => {
    const { rows } = await laurel.app.services.reads.query(
      `select j.data -> 'input' -> 'segments' as segments from journal j join members m on m.id = j.stream_id
        where m.external_id = $1 and j.kind = 'ACTIVITY_RECORDED' order by m.program_id, j.number`,
      [who],
    );
    return rows.map(({ segments }) => segments);
  };
  const bulk = (caller: Caller, who: readonly string[]) =>
    caller.run(api.RecordActivitiesDocument, {
      input: { activities: who.map((externalId) => ({ member: { externalId }, idempotencyKey: newKey(), purchase: { amount: '10' } })) },
    });

  test('are looked at when an activity is admitted, and stay in its entry', async () => {
    expect(await granted(shop, 'm0', '10')).toBe(10);
    expect(await granted(shop, 'm0', '10')).toBe(20);
    expect(await granted(idle, 'm0', '10')).toBe(10);
    expect((await inputs('m0')).toSorted()).toEqual([[], [localId('segment', segment)], null].toSorted());
  });

  test('cost one statement a request, however many members, and none where nothing asks', async () => {
    const { programReads } = laurel.app.services;
    const original = programReads.of;
    let looks = 0;
    programReads.of = (programId) => {
      const reads = original.call(programReads, programId);
      return {
        query: (query, values) => {
          if (typeof query === 'string' && query.includes('is_0')) looks += 1;
          return reads.query(query, values);
        },
      };
    };
    const looksOf = async (work: () => Promise<unknown>) => {
      looks = 0;
      await work();
      return looks;
    };
    try {
      const ten = Array.from({ length: 10 }, (_, i) => `m${i}`);
      expect(await looksOf(() => buy(shop, 'm1', '10'))).toBe(1);
      expect(await looksOf(() => bulk(shop, [...ten, ...ten]))).toBe(1);
      expect(await looksOf(() => bulk(idle, ten))).toBe(0);
    } finally {
      programReads.of = original;
    }
  });

  test('change nothing about keys: the same key gives the first outcome, also when the member is in others by then', async () => {
    await enroll(shop, 'new');
    const input = { member: { externalId: 'new' }, idempotencyKey: 'first', purchase: { amount: '10' } };
    const first = await shop.run(api.RecordActivityDocument, { input });
    expect(first.recordActivity).toMatchObject({ awards: [{ granted: 10 }], replayed: false });
    await buy(shop, 'new', '10');
    const again = await shop.run(api.RecordActivityDocument, { input });
    expect(again.recordActivity).toMatchObject({ awards: [{ granted: 10 }], replayed: true, errors: [] });
    const other = await shop.run(api.RecordActivityDocument, { input: { ...input, purchase: { amount: '11' } } });
    expect(other.recordActivity?.errors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  test('are looked at for what Laurel records by itself, like birthdays', async () => {
    const party = await laurel.program('2020-03-10T12:00:00Z');
    await openShop(party);
    const members = ['ada', 'bob'].map((externalId) => ({ externalId, birthDate: '1990-03-20' }));
    await party.run(api.EnrollMembersDocument, { input: { members } });
    const condition = { purchases: { atLeast: 1, days: 30 } };
    const { createSegment } = await party.run(api.CreateSegmentDocument, { input: { name: 'Shoppers', condition } });
    const segments = [createSegment?.segment?.id as string];
    await party.run(api.CreateEarningRuleDocument, {
      input: { name: 'Birthday', fixedPoints: { points: '50', event: 'birthday' }, conditions: { segments } },
    });
    await buy(party, 'ada', '10');
    await party.run(api.AdvanceClockDocument, { input: { to: '2020-03-20T12:00:00Z' } });
    await laurel.app.sweeper.finished();
    const active = async (externalId: string) => (await party.run(api.HoldingsDocument, { ref: { externalId } })).member?.wallet?.active;
    expect([await active('ada'), await active('bob')]).toEqual([60, 0]);
  });

  test('cannot be deleted, nor named where there are none', async () => {
    expect((await shop.run(api.DeleteSegmentDocument, { input: { id: segment } })).deleteSegment).toMatchObject({
      id: null,
      errors: [{ code: 'SEGMENT_IN_USE', usedBy: ['the earning rule "For regulars"'] }],
    });
    const { createEarningRule } = await idle.run(api.CreateEarningRuleDocument, {
      input: { name: 'x', pointsPerSpend: { points: '1', per: '1' }, conditions: { segments: [segment] } },
    });
    expect(createEarningRule?.errors).toMatchObject([{ path: expect.arrayContaining(['segments']) }]);
  });
});
