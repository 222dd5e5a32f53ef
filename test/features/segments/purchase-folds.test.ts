import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workerConnections } from '../../../src/database/connections.js';
import { localId } from '../../../src/graphql/global-id.js';
import { PurchaseFolds } from '../../../src/segments/purchase-folds.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';

describe('purchases that were taken out of the journal', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let programId: string;
  let ada: string;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('2020-03-10T12:00:00Z');
    await openShop(shop);
    programId = localId('program', (await shop.run(api.ViewerDocument, {})).viewer?.programId as string) as string;
    ada = localId('member', await enroll(shop, 'ada')) as string;
    await enroll(shop, 'bob');
  });
  afterAll(() => laurel.stop());

  const rows = async (text: string) => (await laurel.app.services.reads.query(text)).rows;
  const folded = async () =>
    (await rows('select amount, returned, is_cancelled from purchases order by stream_id, number')).map(Object.values);
  const fold = async () => {
    laurel.app.services.purchaseFolds.notice(programId, [ada]);
    await laurel.app.services.purchaseFolds.finished();
  };
  const sizeOf = async (spend: string, purchases: number) => {
    const condition = { all: [{ spend: { atLeast: spend, atMost: spend } }, { purchases: { atLeast: purchases, atMost: purchases } }] };
    const { createSegment } = await shop.run(api.CreateSegmentDocument, { input: { name: newKey(), condition } });
    return createSegment?.segment?.size;
  };
  const giveBack = (purchase: string | undefined, amount: string) =>
    shop.run(api.ReturnPurchaseDocument, { input: { purchase: purchase as string, amount, idempotencyKey: newKey() } });

  test('say the same wherever the border lies: before a purchase, between it and its return, behind both', async () => {
    const first = (await buy(shop, 'ada', '10')).activity?.id;
    expect(await rows('select * from purchase_folds')).toEqual([]);
    await fold();
    expect(await folded()).toEqual([['1000', '0', false]]);
    const second = (await buy(shop, 'ada', '20')).activity?.id;
    await giveBack(first, '4');
    expect(await sizeOf('26', 2)).toBe(1);
    await fold();
    expect(await folded()).toEqual([
      ['1000', '400', false],
      ['2000', '0', false],
    ]);
    await giveBack(first, '6');
    await shop.run(api.CancelPurchaseDocument, { input: { purchase: second as string, idempotencyKey: newKey() } });
    await buy(shop, 'ada', '7');
    expect(await sizeOf('7', 1)).toBe(1);
    await fold();
    expect(await folded()).toEqual([
      ['1000', '1000', false],
      ['2000', '2000', true],
      ['700', '0', false],
    ]);
    expect(await sizeOf('7', 1)).toBe(1);
    expect(await laurel.differences()).toEqual([]);
  });

  test('are taken out once, however many try at a time', async () => {
    for (let i = 0; i < 40; i += 1) await giveBack((await buy(shop, 'ada', '10')).activity?.id, '3');
    const pool = workerConnections(laurel.databaseUrl);
    const others = Array.from({ length: 3 }, () => new PurchaseFolds(pool, (error) => laurel.alarms.push(String(error))));
    try {
      for (const each of [...others, laurel.app.services.purchaseFolds]) each.notice(programId, [ada]);
      await Promise.all([...others, laurel.app.services.purchaseFolds].map((each) => each.finished()));
    } finally {
      await pool.end();
    }
    expect(laurel.alarms).toEqual([]);
    expect(await sizeOf('287', 41)).toBe(1);
    expect(await laurel.differences()).toEqual([]);
  });

  test('of a member with a long tail are taken out when somebody asks, of one with a short tail not', async () => {
    const { createSegment } = await shop.run(api.CreateSegmentDocument, {
      input: { name: 'Any', condition: { purchases: { atLeast: 1 } } },
    });
    expect(createSegment?.errors).toEqual([]);
    const behind = async () =>
      rows(`select s.number - f.number as behind from streams s join purchase_folds f using (stream_id) where s.stream_id = '${ada}'`);
    const ask = async () => {
      const { member } = await shop.run(api.SegmentsOfMemberDocument, { ref: { externalId: 'ada' } });
      expect(member?.segments?.map(({ name }) => name)).toContain('Any');
      await laurel.app.services.purchaseFolds.finished();
    };
    await ask();
    const [{ behind: before }] = (await behind()) as [{ behind: string }];
    for (let i = Number(before); i <= 32; i += 1) await buy(shop, 'ada', '1');
    await ask();
    expect(await behind()).toEqual([{ behind: '0' }]);
    await buy(shop, 'ada', '1');
    await ask();
    expect(await behind()).toEqual([{ behind: '1' }]);
  });

  test.each([
    ['an amount', 'update purchases set amount = amount + 1 where number = 2', 'update purchases set amount = amount - 1 where number = 2'],
    ['a return', 'update purchases set returned = 0 where number = 2', 'update purchases set returned = 1000 where number = 2'],
    ['a border', 'update purchase_folds set number = number + 1000', 'update purchase_folds set number = number - 1000'],
    ['a redemption', 'update purchase_folds set redeemed_at = 1', 'update purchase_folds set redeemed_at = null'],
  ])('are compared with the journal by verify: %s', async (_, break_, mend) => {
    await laurel.app.services.reads.query(break_);
    expect((await laurel.differences()).join()).toContain(`stream ${ada}`);
    await laurel.app.services.reads.query(mend);
    expect(await laurel.differences()).toEqual([]);
  });
});
