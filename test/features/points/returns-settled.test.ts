import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, spend, TestLaurel } from '../../support/laurel.js';

const member = { externalId: 'm' };
const key = () => ({ idempotencyKey: newKey() });

describe('Points 7: what became of points once, a later return leaves alone', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const shopWith = async (currency: Partial<api.CreatePointCurrencyInput> = {}) => {
    const shop = await laurel.program('2020-01-15T10:00:00Z');
    await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', ...currency } });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
    await enroll(shop, 'm');
    return shop;
  };
  const policy = (shop: Caller, input: Partial<api.SetReturnPolicyInput>) =>
    shop.run(api.SetReturnPolicyDocument, { input: { earned: 'ALLOW_DEBT', attribution: 'PROPORTIONAL', spent: 'RESTORE', ...input } });
  const order = async (shop: Caller, purchase: api.PurchaseInput) => {
    const { recordActivity } = await shop.run(api.RecordActivityDocument, { input: { member, ...key(), purchase } });
    expect(recordActivity?.errors).toEqual([]);
    return recordActivity?.activity?.id as string;
  };
  const giveBack = (shop: Caller, purchase: string, amount: string) =>
    shop.run(api.ReturnPurchaseDocument, { input: { purchase, amount, ...key() } });
  const cancel = (shop: Caller, purchase: string) => shop.run(api.CancelPurchaseDocument, { input: { purchase, ...key() } });
  const wallet = async (shop: Caller) => (await shop.run(api.HoldingsDocument, { ref: member })).member?.wallet;

  test('Points 7: pending points that were cancelled are not taken from others once more', async () => {
    const shop = await shopWith({ activation: { mode: 'AFTER_PERIOD', period: 'P14D' } });
    await policy(shop, {});
    await shop.run(api.AdjustPointsDocument, { input: { member, ...key(), amount: 100, reason: 'GOODWILL' } });
    const id = await order(shop, { amount: '40' });
    await giveBack(shop, id, '10');
    expect(await wallet(shop)).toMatchObject({ active: 100, pending: 30 });
    await shop.run(api.CancelPointsDocument, { input: { activity: id, ...key() } });
    await cancel(shop, id);
    expect(await wallet(shop)).toMatchObject({ active: 100, pending: 0, debt: 0, earned: 100 });
  });

  test('Points 7: nor are those that an event did not come for in time', async () => {
    const shop = await shopWith({ activation: { mode: 'ON_EVENT', event: 'delivered', cancelAfter: 'P30D' } });
    await policy(shop, {});
    const id = await order(shop, { amount: '40' });
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-03-01T00:00:00Z' } });
    await cancel(shop, id);
    expect(await wallet(shop)).toMatchObject({ active: 0, pending: 0, debt: 0, earned: 0 });
  });

  test('Points 7: what one return kept, the next does not take, whatever the policy is by then', async () => {
    const shop = await shopWith();
    await buy(shop, 'm', '100');
    const { entry } = await spend(shop, 'm', 60);
    const paidWithPoints = { entry: entry?.id as string, value: '40' };
    const id = await order(shop, { amount: '80', paidWithPoints });
    expect(await wallet(shop)).toMatchObject({ active: 80, earned: 140, spent: 60 });
    await policy(shop, { earned: 'KEEP', spent: 'KEEP' });
    await giveBack(shop, id, '40');
    expect(await wallet(shop)).toMatchObject({ active: 80, earned: 140, spent: 60 });
    await policy(shop, {});
    await cancel(shop, id);
    // Half of the 40 that it earned are taken, half of the 60 that paid for it come back.
    expect(await wallet(shop)).toMatchObject({ active: 90, earned: 120, spent: 30 });
  });
});
