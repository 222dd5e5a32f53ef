import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { type Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';

describe('Points 9: caps', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const shopWith = async (...caps: Partial<api.CreateEarningCapInput>[]) => {
    const shop = await laurel.program('2020-01-01T00:00:00Z', { timeZone: 'Asia/Kathmandu' });
    await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points' } });
    const rules: (string | undefined)[] = [];
    for (const input of [
      { name: 'Base', pointsPerSpend: { points: '1', per: '1' } },
      { name: 'Bonus', pointsPerItem: { sku: 'A', points: '10' } },
    ])
      rules.push((await shop.run(api.CreateEarningRuleDocument, { input })).createEarningRule?.earningRule?.id);
    const ids: string[] = [];
    for (const cap of caps) {
      const ruleId = cap.ruleId === 'bonus' ? rules[1] : undefined;
      const input = { name: 'Cap', period: 'DAY' as const, max: 50, ...cap, ...(ruleId ? { ruleId } : {}) };
      const { createEarningCap } = await shop.run(api.CreateEarningCapDocument, { input });
      expect(createEarningCap?.errors).toEqual([]);
      ids.push(createEarningCap?.earningCap?.id as string);
    }
    await enroll(shop, 'm');
    return { shop, ids };
  };
  const buy = async (shop: Caller, amount: string, effectiveAt: string, quantity = 0) => {
    const items = quantity ? [{ sku: 'A', quantity, amount: '0' }] : undefined;
    const { recordActivity } = await shop.run(api.RecordActivityDocument, {
      input: { member: { externalId: 'm' }, idempotencyKey: newKey(), effectiveAt, purchase: { amount, ...(items && { items }) } },
    });
    return recordActivity;
  };
  const active = async (shop: Caller) => (await shop.run(api.HoldingsDocument, { ref: { externalId: 'm' } })).member?.wallet?.active;

  test('give what is left, and say so: requested 50, granted 20', async () => {
    const { shop } = await shopWith({ name: 'Fifty a day', max: 50 });
    expect(await buy(shop, '30', '2020-02-01T06:00:00Z')).toMatchObject({ awards: [{ requested: 30, granted: 30, limitedBy: [] }] });
    expect(await buy(shop, '50', '2020-02-01T07:00:00Z')).toMatchObject({
      errors: [],
      awards: [{ currencyCode: 'POINTS', requested: 50, granted: 20, limitedBy: [{ name: 'Fifty a day', requested: 50, granted: 20 }] }],
    });
    expect(await buy(shop, '9', '2020-02-01T08:00:00Z')).toMatchObject({
      errors: [],
      entry: { summary: 'We recorded a purchase; it earned no points. The limit "Fifty a day" allowed 0 of 9 POINTS.' },
      awards: [{ requested: 9, granted: 0 }],
    });
    expect(await active(shop)).toBe(50);
  });

  test.each([
    // Kathmandu is 5:45 ahead of UTC. 2020-03-02 is a Monday.
    ['DAY', '2020-03-04T18:14:59Z', '2020-03-04T18:15:00Z'],
    ['WEEK', '2020-03-01T18:14:59Z', '2020-03-01T18:15:00Z'],
    ['MONTH', '2020-03-31T18:14:59Z', '2020-03-31T18:15:00Z'],
    ['YEAR', '2020-12-31T18:14:59Z', '2020-12-31T18:15:00Z'],
  ] as const)('begin anew with the local %s', async (period, before, after) => {
    const { shop } = await shopWith({ period });
    expect((await buy(shop, '60', before))?.awards[0]?.granted).toBe(50);
    expect((await buy(shop, '60', after))?.awards[0]?.granted).toBe(50);
    expect((await buy(shop, '60', after))?.awards[0]?.granted).toBe(0);
  });

  test('EVER never begins anew', async () => {
    const { shop } = await shopWith({ period: 'EVER' });
    await buy(shop, '60', '2020-02-01T00:00:00Z');
    expect((await buy(shop, '60', '2029-02-01T00:00:00Z'))?.awards[0]?.granted).toBe(0);
  });

  test('of one rule leave the others alone, and stand beside one of all', async () => {
    const { shop } = await shopWith({ name: 'Bonus', ruleId: 'bonus', max: 15 }, { name: 'All', max: 100 });
    expect(await buy(shop, '20', '2020-02-01T06:00:00Z', 2)).toMatchObject({
      awards: [{ requested: 40, granted: 35, limitedBy: [{ name: 'Bonus', requested: 20, granted: 15 }] }],
    });
    expect(await buy(shop, '90', '2020-02-01T07:00:00Z', 1)).toMatchObject({
      awards: [{ requested: 100, granted: 65, limitedBy: [{ name: 'Bonus' }, { name: 'All', requested: 90, granted: 65 }] }],
    });
    expect(await active(shop)).toBe(100);
  });

  test('a limit on one activity refuses the whole', async () => {
    const { shop } = await shopWith({ name: 'Big', period: 'ACTIVITY', max: 500 });
    expect(await buy(shop, '501', '2020-02-01T06:00:00Z')).toMatchObject({
      entry: null,
      errors: [{ __typename: 'LimitExceeded', code: 'ACTIVITY_LIMIT_EXCEEDED', remaining: 500, required: 501 }],
    });
    expect((await buy(shop, '500', '2020-02-01T06:00:00Z'))?.errors).toEqual([]);
  });

  test('a return gives the room back', async () => {
    const { shop } = await shopWith({ max: 50 });
    const first = await buy(shop, '50', '2020-02-01T06:00:00Z');
    await shop.run(api.CancelPurchaseDocument, {
      input: { purchase: first?.activity?.id as string, idempotencyKey: newKey(), effectiveAt: '2020-02-01T07:00:00Z' },
    });
    expect((await buy(shop, '60', '2020-02-01T08:00:00Z'))?.awards[0]?.granted).toBe(50);
  });

  test('a return gives no room back for points that it did not take', async () => {
    const { shop } = await shopWith({ max: 50 });
    const first = await buy(shop, '50', '2020-02-01T06:00:00Z');
    await shop.run(api.SpendPointsDocument, {
      input: { member: { externalId: 'm' }, idempotencyKey: newKey(), amount: 30, effectiveAt: '2020-02-01T06:30:00Z' },
    });
    const purchase = first?.activity?.id as string;
    await shop.run(api.CancelPurchaseDocument, { input: { purchase, idempotencyKey: newKey(), effectiveAt: '2020-02-01T07:00:00Z' } });
    expect(await active(shop)).toBe(0);
    // Of the 50, 30 were let go and count as earned.
    expect((await buy(shop, '60', '2020-02-01T08:00:00Z'))?.awards[0]?.granted).toBe(20);
  });

  test('a return gives back what counted to the cap of a rule, not what another cap cut', async () => {
    const { shop } = await shopWith({ name: 'Bonus', ruleId: 'bonus', max: 20 }, { name: 'All', max: 25, period: 'WEEK' });
    await buy(shop, '0', '2020-02-01T05:00:00Z', 1);
    // 10 more for the bonus are within its own cap; that of all leaves 5 of them.
    const second = await buy(shop, '10', '2020-02-01T06:00:00Z', 1);
    expect(second?.awards).toMatchObject([{ requested: 20, granted: 15 }]);
    const purchase = second?.activity?.id as string;
    await shop.run(api.CancelPurchaseDocument, { input: { purchase, idempotencyKey: newKey(), effectiveAt: '2020-02-01T07:00:00Z' } });
    // 10 are used of the 20, as before it.
    expect((await buy(shop, '0', '2020-02-01T08:00:00Z', 3))?.awards[0]?.granted).toBe(10);
  });

  test('20 parallel purchases of 10 under a cap of 50 earn exactly 50', async () => {
    const { shop } = await shopWith({ max: 50 });
    const all = await Promise.all(Array.from({ length: 20 }, () => buy(shop, '10', '2020-02-01T06:00:00Z')));
    expect(all.reduce((sum, each) => sum + (each?.awards[0]?.granted ?? 0), 0)).toBe(50);
    expect(await active(shop)).toBe(50);
  });

  test('can be taken away, and are refused when they cannot be meant', async () => {
    const { shop, ids } = await shopWith({ max: 5 });
    await shop.run(api.DeleteEarningCapDocument, { input: { id: ids[0] as string } });
    expect((await buy(shop, '60', '2020-02-01T06:00:00Z'))?.awards[0]?.granted).toBe(60);
    const again = await shop.run(api.DeleteEarningCapDocument, { input: { id: ids[0] as string } });
    expect(again.deleteEarningCap?.errors).toMatchObject([{ path: ['id'] }]);
    const input = { name: 'x', period: 'DAY' as const, max: 1, ruleId: 'rul_x' };
    expect((await shop.run(api.CreateEarningCapDocument, { input })).createEarningCap?.errors).toMatchObject([{ path: ['ruleId'] }]);
  });
});
