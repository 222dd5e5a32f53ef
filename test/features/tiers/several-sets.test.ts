import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, TestLaurel } from '../../support/laurel.js';
import { advance, createTierSet, happen, moves, standing } from '../../support/tiers.js';

describe('several tier sets side by side', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('2020-01-01T00:00:00Z');
    await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'MILES', name: 'Miles', isQualifying: true } });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'A mile a dollar', pointsPerSpend: { points: '1', per: '1' } } });
    const up = (threshold: string, multiplier: string) => [
      { name: 'Basic', threshold: '0' },
      { name: 'Top', threshold, multiplier },
    ];
    await createTierSet(shop, { name: 'Spend', tiers: up('100', '3') });
    await createTierSet(shop, { name: 'Miles', measure: 'POINTS', currencyCode: 'MILES', tiers: up('1000', '1.5') });
    await createTierSet(shop, {
      name: 'Friends',
      measures: [
        { measure: 'ACTIVITIES', event: 'referral' },
        { measure: 'ACTIVITIES', countsPurchasesOnly: true },
      ],
      window: { type: 'ROLLING', period: 'P30D' },
      upgrades: 'IMMEDIATE',
      lasts: { mode: 'FOR_PERIOD', period: 'P10D' },
      tiers: [{ name: 'Basic' }, { name: 'Friend', thresholds: ['1', '3'], atLeast: 1 }, { name: 'Host', thresholds: ['3', null] }],
    });
    await createTierSet(shop, { name: 'Life', window: { type: 'LIFETIME' }, lasts: { mode: 'FOREVER' }, tiers: up('5000', '1') });
  });
  afterAll(() => laurel.stop());

  const earned = async (externalId: string, amount: string, at: string) =>
    (await buy(shop, externalId, amount, at)).entry?.changes[0]?.amount;

  test('Tiers 1: each counts what it counts, and shows what it takes', async () => {
    await enroll(shop, 'sam');
    await happen(shop, 'sam', 'referral', '2020-01-05T00:00:00Z');

    expect(await standing(shop, 'sam', 'Friends')).toMatchObject({
      tier: { name: 'Friend' },
      evaluatesAt: '2020-01-15T00:00:00.000Z',
      measures: [{ gathered: '1' }, { gathered: '0' }],
      windowStartsAt: '2019-12-07T00:00:00.000Z',
      windowEndsAt: '2020-01-06T00:00:00.000Z',
      projection: {
        next: { tier: { name: 'Host' }, atLeast: 1, measures: [{ measure: { unit: 'activities' }, threshold: '3', remaining: '2' }] },
        stay: { atLeast: 1, isReached: true, before: '2020-01-15T00:00:00.000Z', measures: [{ remaining: '0' }, { remaining: '3' }] },
      },
    });
    expect(await standing(shop, 'sam', 'Life')).toMatchObject({ tier: { name: 'Basic' }, windowEndsAt: null });
    expect(await standing(shop, 'sam', 'Miles')).toMatchObject({
      projection: { next: { measures: [{ measure: { unit: 'MILES' }, remaining: '1000' }] } },
    });
  });

  test('Points 10: their multipliers multiply each other: 5 x 3 = 15, 4 x 1.5 = 6, both 4.5', async () => {
    // given
    await enroll(shop, 'spender');
    await enroll(shop, 'flyer', '2019-06-01T00:00:00Z');

    // when: by spend, times 3
    expect(await earned('spender', '100', '2020-02-01T00:00:00Z')).toBe(100);
    expect(await earned('spender', '5', '2020-02-02T00:00:00Z')).toBe(15);
    // 304 times 3 are 912: 1027 miles, and so times 3 times 1.5
    expect(await earned('spender', '304', '2020-02-03T00:00:00Z')).toBe(912);
    expect(await earned('spender', '3', '2020-02-04T00:00:00Z')).toBe(13);

    // then
    expect((await moves(shop, 'spender')).filter((line) => !line.includes('Friend'))).toEqual([
      '2020-02-01T00:00:00.000Z Basic > Top UPGRADED',
      '2020-02-03T00:00:00.000Z Basic > Top UPGRADED',
    ]);
  });

  test('each ends by its own clock', async () => {
    await advance(laurel, shop, '2021-01-01T00:00:00Z');

    // The referral of 5 January is in the thirty days that end with 3 February, and not in those of the next evaluation.
    expect(await standing(shop, 'sam', 'Friends')).toMatchObject({ tier: { name: 'Basic' }, since: '2020-02-14T00:00:00.000Z' });
    expect(await standing(shop, 'spender', 'Spend')).toMatchObject({ tier: { name: 'Basic' }, since: '2021-01-01T00:00:00.000Z' });
  });
});
