import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, TestLaurel } from '../../support/laurel.js';

describe('point currencies', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const make = async (shop: Caller) => {
    const expiry = { mode: 'AFTER_PERIOD', period: 'P1Y' } as const;
    const { createPointCurrency } = await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', expiry } });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
    return createPointCurrency?.pointCurrency?.id as string;
  };
  const update = async (shop: Caller, input: api.UpdatePointCurrencyInput) =>
    (await shop.run(api.UpdatePointCurrencyDocument, { input })).updatePointCurrency;

  test('Points 3: another expiry, or activation, counts for what comes from now on; what is there keeps its instants', async () => {
    const shop = await laurel.program('2020-01-15T10:00:00Z');
    const id = await make(shop);
    await enroll(shop, 'm');
    await buy(shop, 'm', '10');
    expect(await update(shop, { id, name: 'Stars', expiry: { mode: 'AFTER_PERIOD', period: 'P1M' } })).toMatchObject({
      errors: [],
      pointCurrency: { code: 'POINTS', name: 'Stars', expiry: { period: 'P1M' }, activation: { mode: 'IMMEDIATE' } },
    });
    await buy(shop, 'm', '20');
    expect(await update(shop, { id, activation: { mode: 'AFTER_PERIOD', period: 'P7D' } })).toMatchObject({
      errors: [],
      pointCurrency: { name: 'Stars', expiry: { period: 'P1M' }, activation: { mode: 'AFTER_PERIOD', period: 'P7D' } },
    });
    await buy(shop, 'm', '40');
    const { member } = await shop.run(api.HoldingsDocument, { ref: { externalId: 'm' } });
    expect(member?.wallet).toMatchObject({
      active: 30,
      pending: 40,
      lots: [
        { remaining: 20, expiresAt: '2020-02-15T10:00:00.000Z' },
        { remaining: 10, expiresAt: '2021-01-15T10:00:00.000Z' },
      ],
      pendingPoints: [{ amount: 40, activatesAt: '2020-01-22T10:00:00.000Z' }],
    });
  });

  test('a change that cannot be is refused and changes nothing; that of another programme is not there', async () => {
    const shop = await laurel.program();
    const id = await make(shop);
    expect((await update(shop, { id, expiry: { mode: 'AFTER_PERIOD' } }))?.errors).toMatchObject([{ path: ['expiry', 'period'] }]);
    expect((await update(shop, { id, name: ' ' }))?.errors).toMatchObject([{ path: ['name'] }]);
    const rival = await laurel.program();
    expect((await update(rival, { id, name: 'Mine' }))?.errors).toMatchObject([{ path: ['id'] }]);
    const { data } = await shop.ask<{ program: { pointCurrencies: { name: string; expiry: { period: string } }[] } }, never>(
      '{ program { pointCurrencies { name expiry { period } } } }',
    );
    expect(data.program.pointCurrencies).toEqual([{ name: 'Points', expiry: { period: 'P1Y' } }]);
  });
});
