import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newKey, TestLaurel } from '../../support/laurel.js';
import { RewardShop } from '../../support/reward-shop.js';

describe('redeeming rewards', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());
  const open = () => RewardShop.open(laurel);

  test('Rewards 2: takes points from the lots that expire first, and hands out a voucher, in one entry', async () => {
    const shop = await open();
    await shop.member('ada', 150);
    await shop.advance('2020-03-01T00:00:00Z');
    await shop.member('bob', 0);
    const reward = await shop.reward({ voucher: { kind: 'GIFT_CARD', value: '10.00' }, kind: 'GIFT_CARD', validity: 'P90D' });
    const bought = await shop.redeem('ada', reward);
    expect(bought).toMatchObject({
      errors: [],
      replayed: false,
      entry: { kind: 'REWARD_REDEEMED', summary: 'You redeemed "Mug" for 100 POINTS.', changes: [{ amount: -100, balanceAfter: 50 }] },
      redemption: { status: 'ISSUED', price: [{ currencyCode: 'POINTS', amount: 100 }], expiresAt: '2020-05-30T00:00:00.000Z' },
    });
    const code = bought.redemption?.voucher?.code ?? '';
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(await shop.voucher(code)).toMatchObject({
      errors: [],
      voucher: { status: 'OPEN', remaining: { amount: '10.00' }, redemptionId: bought.redemption?.id },
    });
    // Nothing but a digest of the code is in the journal.
    const { rows } = await laurel.app.services.reads.query('select data::text from journal');
    expect(rows.filter(({ data }) => data.includes(code))).toEqual([]);
    expect(await shop.redeem('bob', reward)).toMatchObject({
      errors: [{ __typename: 'InsufficientPoints', available: 0, required: 100, path: ['reward'] }],
      redemption: null,
    });
  });

  test('Rewards 2: two buyers, stock one: one RewardSoldOut, no points lost', async () => {
    const shop = await open();
    const reward = await shop.reward({ stock: 1 });
    await shop.member('ada', 100);
    await shop.member('bob', 100);
    const both = await Promise.all([shop.redeem('ada', reward), shop.redeem('bob', reward)]);
    expect(both.map(({ errors }) => errors[0]?.__typename ?? 'none').sort()).toEqual(['RewardSoldOut', 'none']);
    expect(((await shop.points('ada')) ?? 0) + ((await shop.points('bob')) ?? 0)).toBe(100);
  });

  test('the same key gives the first outcome again, refusals included', async () => {
    const shop = await open();
    const reward = await shop.reward({ voucher: { kind: 'ITEM' }, stock: 1 });
    await shop.member('ada', 300);
    const key = newKey();
    const first = await shop.redeem('ada', reward, { idempotencyKey: key });
    expect(await shop.redeem('ada', reward, { idempotencyKey: key })).toEqual({ ...first, replayed: true });
    const refused = newKey();
    expect((await shop.redeem('ada', reward, { idempotencyKey: refused })).errors[0]?.code).toBe('REWARD_SOLD_OUT');
    await shop.cancel(first.redemption?.id as string);
    expect(await shop.redeem('ada', reward, { idempotencyKey: refused })).toMatchObject({
      replayed: true,
      errors: [{ code: 'REWARD_SOLD_OUT' }],
    });
    expect((await shop.redeem('ada', reward)).errors).toEqual([]);
  });
});
