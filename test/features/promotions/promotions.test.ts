import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';

describe('promotions', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let rule: string;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  /** A shop in Berlin with a point a euro, on a Monday at noon. */
  const open = async () => {
    shop = await laurel.program('2024-01-01T00:00:00Z', { timeZone: 'Europe/Berlin', currencyCode: 'EUR' });
    await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'STARS', name: 'Stars', isQualifying: true } });
    const { createEarningRule } = await shop.run(api.CreateEarningRuleDocument, {
      input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } },
    });
    rule = createEarningRule?.earningRule?.id as string;
    for (const name of ['ada', 'bob']) await enroll(shop, name);
    await shop.run(api.AdvanceClockDocument, { input: { to: '2024-06-03T10:00:00Z' } });
  };
  const make = async (input: Partial<api.CreatePromotionInput>) => {
    const { createPromotion } = await shop.run(api.CreatePromotionDocument, { input: { name: 'P', ...input } });
    return createPromotion;
  };
  const made = async (input: Partial<api.CreatePromotionInput>) => {
    const payload = await make(input);
    expect(payload?.errors).toEqual([]);
    return payload?.promotion?.id as string;
  };
  const record = async (input: Partial<api.RecordActivityInput>, who = 'ada') => {
    const { recordActivity } = await shop.run(api.RecordPromotedDocument, {
      input: { member: { externalId: who }, idempotencyKey: newKey(), ...input },
    });
    return recordActivity;
  };
  const buy = (amount: string, { at, who }: { at?: string; who?: string } = {}) =>
    record({ purchase: { amount }, ...(at && { effectiveAt: at }) }, who);
  const granted = async (...bought: Parameters<typeof buy>) => (await buy(...bought))?.awards[0]?.granted;

  test.each([
    ['5 + 3 = 8', '5', { bonus: 3 }, 8],
    ['5 x 3 = 15', '5', { multiplier: '3' }, 15],
    ['4 x 1.5 = 6', '4', { multiplier: '1.5' }, 6],
  ])('Points 10: %s', async (_, amount, input, expected) => {
    await open();
    await made(input);
    expect(await granted(amount)).toBe(expected);
  });

  test('double points on Tuesdays from 9 to 11, by the clocks of the zone, in its season, also when sent late', async () => {
    await open();
    const schedule = [{ weekdays: [2], from: '09:00', to: '11:00' }];
    await made({ name: 'Double Tuesday', multiplier: '2', schedule, validFrom: '2024-03-01T00:00:00Z', validTo: '2024-06-04T08:00:00Z' });
    const at = (instant: string) => granted('10', { at: instant });
    // Winter: 8:00 UTC is 9:00. Summer: 7:00 UTC is.
    expect([await at('2024-03-26T07:59:59Z'), await at('2024-03-26T08:00:00Z'), await at('2024-03-26T09:59:59Z')]).toEqual([10, 20, 20]);
    expect([await at('2024-04-02T06:59:59Z'), await at('2024-04-02T07:00:00Z'), await at('2024-04-02T09:00:00Z')]).toEqual([10, 20, 10]);
    expect(await at('2024-02-27T08:30:00Z')).toBe(10);
    await shop.run(api.AdvanceClockDocument, { input: { to: '2024-06-05T00:00:00Z' } });
    expect([await at('2024-06-04T07:59:59Z'), await at('2024-06-04T08:00:00Z')]).toEqual([20, 10]);
  });

  test('of members of a segment, of a tier, of what was bought', async () => {
    await open();
    const { createTierSet } = await shop.run(api.CreateTierSetDocument, {
      input: {
        name: 'Status',
        measure: 'SPEND',
        tiers: [
          { name: 'Blue', threshold: '0' },
          { name: 'Gold', threshold: '100' },
        ],
      },
    });
    const gold = createTierSet?.tierSet?.tiers[1]?.id as string;
    const { createSegment } = await shop.run(api.CreateSegmentDocument, {
      input: { name: 'Lapsed', condition: { lastPurchase: { notWithinDays: 30 } } },
    });
    const lapsed = createSegment?.segment?.id as string;
    await made({ name: 'Gold', bonus: 5, conditions: { tiers: [gold] } });
    await made({ name: 'Come back', bonus: 100, conditions: { segments: [lapsed] } });
    await made({ name: 'Coffee', multiplier: '4', conditions: { categories: ['coffee'] } });
    expect([await granted('10'), await granted('10')]).toEqual([110, 10]);
    expect([await granted('100'), await granted('1')]).toEqual([100, 6]);
    expect([await granted('10', { who: 'bob' }), await granted('10', { who: 'bob' })]).toEqual([110, 10]);
    const items = [
      { sku: 'A', quantity: 1, amount: '3', category: 'coffee' },
      { sku: 'B', quantity: 1, amount: '7', category: 'cake' },
    ];
    expect(await record({ purchase: { amount: '10', items } }, 'bob')).toMatchObject({
      awards: [{ granted: 19, promotions: [{ name: 'Coffee', formula: '× 4', points: 9 }] }],
    });
    expect((await shop.run(api.DeleteSegmentDocument, { input: { id: lapsed } })).deleteSegment).toMatchObject({
      errors: [{ code: 'SEGMENT_IN_USE', usedBy: ['the promotion "Come back"'] }],
    });
  });

  test('Points 11: the entry says what each added and which did not apply and why, in data and in a sentence', async () => {
    await open();
    const double = await made({ name: 'Double', multiplier: '2', group: 'summer' });
    const triple = await made({ name: 'Triple', multiplier: '3', group: 'summer' });
    const gift = await made({ name: 'Gift', bonus: 7 });
    const { setPromotionStacking } = await shop.run(api.SetPromotionStackingDocument, {
      input: { group: 'summer', stacking: 'BEST_FOR_MEMBER' },
    });
    expect(setPromotionStacking?.promotionStacking).toEqual({ stacking: 'ALL', groups: [{ name: 'summer', stacking: 'BEST_FOR_MEMBER' }] });
    expect(await buy('10')).toMatchObject({
      awards: [
        {
          ...{ requested: 37, granted: 37 },
          promotions: [
            { promotionId: triple, version: 1, name: 'Triple', formula: '× 3', points: 20 },
            { promotionId: gift, version: 1, name: 'Gift', formula: '+ 7', points: 7 },
          ],
          declinedPromotions: [{ promotionId: double, version: 1, name: 'Double', reason: 'STACKING', insteadId: triple }],
        },
      ],
      entry: { summary: 'You earned 37 STARS for a purchase. Of them 20 came from "Triple" and 7 from "Gift".' },
    });
    // The next version of one that was changed
    await shop.run(api.UpdatePromotionDocument, { input: { id: triple, multiplier: '4' } });
    expect(await buy('10')).toMatchObject({ awards: [{ promotions: [{ promotionId: triple, version: 2, points: 30 }, {}] }] });
  });

  test('compete as their groups say: all, the best with what is left of its budget, the first by priority', async () => {
    await open();
    const set = (stacking: api.PromotionStacking, group?: string) =>
      shop.run(api.SetPromotionStackingDocument, { input: { stacking, ...(group && { group }) } });
    await made({ name: 'Rich', multiplier: '5', budget: { points: 50 }, priority: 1 });
    await made({ name: 'Double', multiplier: '2', priority: 9 });
    await made({ name: 'Gift', bonus: 15, priority: 2 });
    const names = async (amount: string) => (await buy(amount))?.awards[0]?.promotions.map(({ name, points }) => [name, points]);
    await set('BEST_FOR_MEMBER');
    expect(await names('10')).toEqual([['Rich', 40]]);
    // 10 are left of the richest, so that another one is better
    expect(await names('10')).toEqual([['Gift', 15]]);
    expect(await names('20')).toEqual([['Double', 20]]);
    await set('PRIORITY');
    expect(await names('10')).toEqual([['Double', 10]]);
    // Of half a point it makes one, which is still less than the gift, and goes first all the same
    expect(await names('0.50')).toEqual([['Double', 1]]);
    // Where it would give nothing, the next goes
    expect(await names('0.25')).toEqual([['Gift', 15]]);
    await set('ALL');
    expect(await names('10')).toEqual([
      ['Double', 10],
      ['Rich', 10],
      ['Gift', 15],
    ]);
  });

  test('a return by item takes what the promotion gave for the item', async () => {
    await open();
    await shop.run(api.SetReturnPolicyDocument, {
      input: { earned: 'ALLOW_DEBT', attribution: 'BY_ITEM', spent: 'RESTORE' },
    });
    await made({ multiplier: '3', conditions: { skus: ['A'] } });
    const items = [
      { sku: 'A', quantity: 2, amount: '10' },
      { sku: 'B', quantity: 1, amount: '20' },
    ];
    const bought = await record({ purchase: { amount: '30', items } });
    expect(bought?.awards[0]?.granted).toBe(50);
    const { returnPurchase } = await shop.run(api.ReturnPurchaseDocument, {
      input: { purchase: bought?.activity?.id as string, items: [{ line: 0, quantity: 1 }], idempotencyKey: newKey() },
    });
    expect(returnPurchase).toMatchObject({ errors: [], wallet: { active: 35 } });
  });

  test('are changed in parts, and told as they were given', async () => {
    await open();
    const { createSegment } = await shop.run(api.CreateSegmentDocument, { input: { name: 'S', condition: { purchases: { atLeast: 1 } } } });
    const segments = [createSegment?.segment?.id as string];
    const whole = {
      multiplier: '1.5',
      ruleIds: [rule],
      validFrom: '2024-06-01T00:00:00.000Z',
      validTo: '2024-09-01T00:00:00.000Z',
      schedule: [
        { weekdays: [6, 7], from: '00:00', to: '24:00' },
        { weekdays: [], from: '22:00', to: '02:00' },
      ],
      conditions: { channels: ['app'], segments, minAmount: '20' },
      group: 'g',
      priority: 3,
      budget: { points: 1000, money: '50.00' },
      costPerPoint: '0.0125',
      memberCap: { period: 'DAY' as const, max: 10 },
    };
    const { promotion } = (await make(whole)) ?? {};
    const told = {
      ...whole,
      conditions: { channels: ['app'], segments, minAmount: { amount: '20.00' } },
      budget: { points: 1000, money: { amount: '50.00' } },
      ...{ version: 1, status: 'ACTIVE', currencyCode: 'STARS', bonus: null },
      used: { points: 0, money: { amount: '0.00' } },
      remaining: { points: 1000, money: { amount: '12.50' } },
    };
    expect(promotion).toMatchObject(told);
    const id = promotion?.id as string;
    const update = async (input: Omit<api.UpdatePromotionInput, 'id'>) =>
      (await shop.run(api.UpdatePromotionDocument, { input: { id, ...input } })).updatePromotion;
    expect((await update({ name: 'Q' }))?.promotion).toMatchObject({ ...told, version: 2, name: 'Q' });
    expect(
      (await update({ multiplier: null, ruleIds: null, bonus: 9, schedule: null, memberCap: null, validTo: null }))?.promotion,
    ).toMatchObject({
      ...{ version: 3, multiplier: null, ruleIds: [], bonus: 9, schedule: [], memberCap: null, validTo: null, group: 'g' },
      conditions: { channels: ['app'] },
    });
    expect((await update({ multiplier: '2' }))?.errors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await update({ budget: null, conditions: null, group: null, priority: null }))?.promotion).toMatchObject({
      ...{ version: 4, budget: null, used: null, remaining: null, conditions: null, group: null, priority: 0 },
    });
    expect((await shop.run(api.PromotionsDocument, { status: 'PAUSED' })).promotions).toEqual([]);
  });

  test('are refused where they cannot be meant', async () => {
    await open();
    const path = async (input: Partial<api.CreatePromotionInput>) => {
      const payload = await make(input);
      expect([input, payload?.promotion]).toEqual([input, null]);
      return payload?.errors[0]?.path;
    };
    expect(await path({})).toEqual([]);
    expect(await path({ multiplier: '2', bonus: 1 })).toEqual([]);
    for (const multiplier of ['1', '0.5', '-2', '100.01']) expect(await path({ multiplier })).toEqual(['multiplier']);
    expect(await path({ bonus: 0 })).toEqual(['bonus']);
    expect(await path({ bonus: 1, ruleIds: [rule] })).toEqual(['ruleIds']);
    expect(await path({ multiplier: '2', ruleIds: ['rul_x'] })).toEqual(['ruleIds']);
    expect(await path({ bonus: 1, name: ' ' })).toEqual(['name']);
    expect(await path({ bonus: 1, currencyCode: 'MILES' })).toEqual(['currencyCode']);
    expect(await path({ bonus: 1, validFrom: '2024-01-02T00:00:00Z', validTo: '2024-01-02T00:00:00Z' })).toEqual(['validTo']);
    expect(await path({ bonus: 1, schedule: [{ from: '09:00', to: '09:00' }] })).toEqual(['schedule', '0']);
    expect(await path({ bonus: 1, schedule: [{}, { from: '9:00' }] })).toEqual(['schedule', '1']);
    expect(await path({ bonus: 1, schedule: [{ weekdays: [0] }] })).toEqual(['schedule', '0', 'weekdays']);
    expect(await path({ bonus: 1, group: '' })).toEqual(['group']);
    expect(await path({ bonus: 1, budget: {} })).toEqual(['budget']);
    expect(await path({ bonus: 1, budget: { money: '1' } })).toEqual(['budget', 'money']);
    expect(await path({ bonus: 1, costPerPoint: '0' })).toEqual(['costPerPoint']);
    expect(await path({ bonus: 1, costPerPoint: '1', budget: { money: '0.001' } })).toEqual(['budget', 'money']);
    expect(await path({ bonus: 1, memberCap: { period: 'ACTIVITY', max: 1 } })).toEqual(['memberCap', 'period']);
    expect(await path({ bonus: 1, conditions: { segments: ['seg_x'] } })).toEqual(['conditions', 'segments']);
    expect((await shop.run(api.PromotionsDocument, {})).promotions).toEqual([]);
  });

  test('what is used of ten is read in one statement, and told to no member', async () => {
    await open();
    const ids: string[] = [];
    const ask = () => laurel.countStatements(() => shop.run(api.PromotionsDocument, {}));
    // The programme is read anew once a second, and names of callers.
    const count = async () => Math.min(await ask(), await ask(), await ask());
    ids.push(await made({ name: '0', bonus: 1, budget: { points: 5 } }));
    const one = await count();
    for (let i = 1; i < 10; i += 1) await made({ name: String(i), bonus: 1, budget: { points: 5 } });
    expect(await count()).toBe(one);
    const token = await shop.run(api.CreateMemberTokenDocument, { input: { member: { externalId: 'ada' } } });
    const ada = new Caller(laurel.url, token.createMemberToken?.token as string);
    expect((await ada.ask(api.PromotionsDocument, {})).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ada.ask(`{ node(id: "${ids[0]}") { id } }`)).data).toEqual({ node: null });
    expect((await shop.ask(`{ node(id: "${ids[0]}") { id } }`)).data).toEqual({ node: { id: ids[0] } });
  });
});
