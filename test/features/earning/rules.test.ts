import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';

let laurel: TestLaurel;
let shop: Caller;
beforeAll(async () => {
  laurel = await TestLaurel.start();
  shop = await openShop();
});
afterAll(() => laurel.stop());

async function openShop(): Promise<Caller> {
  const caller = await laurel.program('2024-06-04T08:00:00Z', { timeZone: 'Europe/Berlin' });
  await caller.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points' } });
  return caller;
}

async function create(input: api.CreateEarningRuleInput, caller = shop): Promise<string> {
  const { createEarningRule } = await caller.run(api.CreateEarningRuleDocument, { input });
  expect(createEarningRule?.errors).toEqual([]);
  return createEarningRule?.earningRule?.id as string;
}
const update = async (input: api.UpdateEarningRuleInput, caller = shop) =>
  (await caller.run(api.UpdateEarningRuleDocument, { input })).updateEarningRule;
const rulesOf = async (caller = shop) => (await caller.run(api.EarningRulesDocument, {})).program?.earningRules ?? [];

describe('an earning rule', () => {
  test('shows its conditions as they were given', async () => {
    // given
    const tiers = [
      { name: 'Basic', threshold: '0' },
      { name: 'Gold', threshold: '100' },
    ];
    const { createTierSet } = await shop.run(api.CreateTierSetDocument, { input: { name: 'Status', measure: 'SPEND', tiers } });
    const gold = createTierSet?.tierSet?.tiers[1]?.id as string;
    const texts = {
      ...{ channels: ['app'], excludedChannels: ['web'], stores: ['1'], excludedStores: ['2'], skus: ['a'], excludedSkus: ['b'] },
      ...{ categories: ['tea'], excludedCategories: ['gift'], brands: ['Oak'], excludedBrands: ['Ash'] },
    };
    const conditions: api.ConditionsInput = {
      ...{ ...texts, tiers: [gold], timesOfDay: [{ from: '22:00', to: '02:30' }], weekdays: [2], minAmount: '5' },
      attributes: [{ name: 'colour', values: ['red'] }],
    };

    // when
    const id = await create({ name: 'Much asked', pointsPerSpend: { points: '1', per: '1' }, conditions });

    // then
    expect((await rulesOf()).find((rule) => rule.id === id)?.conditions).toEqual({
      ...{ ...texts, tiers: [gold], segments: [], weekdays: [2], timesOfDay: [{ from: '22:00', to: '02:30' }] },
      minAmount: { amount: '5.00', currencyCode: 'USD' },
      attributes: [{ name: 'colour', operator: 'IS', values: ['red'] }],
    });
    await shop.run(api.DeleteEarningRuleDocument, { input: { id } });
  });

  test.each<[api.ConditionsInput, string]>([
    [{ channels: [''] }, 'channels'],
    [{ skus: Array.from({ length: 501 }, () => 'a') }, 'skus'],
    [{ tiers: ['tir_00000000000000000000000000'] }, 'tiers'],
    [{ segments: ['x'] }, 'segments'],
    [{ timesOfDay: [{ from: '9:00', to: '11:00' }] }, 'timesOfDay'],
    [{ timesOfDay: [{ from: '09:00', to: '09:00' }] }, 'timesOfDay'],
    [{ weekdays: [0] }, 'weekdays'],
    [{ minAmount: '1.001' }, 'minAmount'],
    [{ attributes: [{ name: 'a', operator: 'AT_LEAST', values: ['many'] }] }, 'attributes'],
  ])('is refused with the conditions %#', async (conditions, field) => {
    const input = { name: 'Refused', pointsPerSpend: { points: '1', per: '1' }, conditions };
    const { createEarningRule } = await shop.run(api.CreateEarningRuleDocument, { input });
    expect(createEarningRule?.errors).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path: ['conditions', field] })]);
  });

  test.each<[Omit<api.CreateEarningRuleInput, 'name'>, string[]]>([
    [{}, []],
    [{ fixedPoints: { points: '1', event: 'a' }, nthTime: { points: '1', n: 1 } }, []],
    [{ cashback: {} }, ['cashback']],
    [{ cashback: { percent: '101' } }, ['cashback', 'percent']],
    [{ cashback: { amount: '0.001' } }, ['cashback', 'amount']],
    [{ stampCard: { size: 10 } }, ['stampCard']],
    [{ stampCard: { size: 0, points: { currencyCode: 'OTHER', amount: 1 } } }, ['stampCard', 'size']],
    [{ stampCard: { size: 10, points: { currencyCode: 'POINTS', amount: 1 } } }, ['stampCard', 'points', 'currencyCode']],
    [{ stampCard: { size: 10, reward: 'x' } }, ['stampCard', 'reward']],
    [{ nthTime: { points: '1', n: 0 } }, ['nthTime', 'n']],
    [{ streak: { points: '1', unit: 'DAY', length: 1 } }, ['streak', 'length']],
    [{ achievement: { points: '0', measure: 'ACTIVITIES', target: '3' } }, ['achievement', 'points']],
    [{ achievement: { points: '1', measure: 'ACTIVITIES', target: '1.5' } }, ['achievement', 'target']],
    [{ achievement: { points: '1', measure: 'SPEND', target: '3', event: 'a' } }, ['achievement', 'event']],
  ])('is refused as %j', async (kind, path) => {
    const { createEarningRule } = await shop.run(api.CreateEarningRuleDocument, {
      input: { name: 'Refused', currencyCode: 'POINTS', ...kind },
    });
    expect(createEarningRule?.errors).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path })]);
  });

  test('counts for the lines, channels and times that it names', async () => {
    // given
    const caller = await openShop();
    await enroll(caller, 'ada');
    await create(
      {
        name: 'Double Tuesday',
        pointsPerSpend: { points: '2', per: '1' },
        conditions: { weekdays: [2], timesOfDay: [{ from: '09:00', to: '11:00' }], excludedCategories: ['gift'], channels: ['till'] },
      },
      caller,
    );
    const items = [
      { quantity: 1, amount: '4', category: 'tea', brand: 'Oak' },
      { quantity: 1, amount: '6', category: 'gift' },
    ];
    const earned = async (effectiveAt: string, channel: string | null) => {
      const input = { member: { externalId: 'ada' }, idempotencyKey: newKey(), channel, purchase: { amount: '10', items }, effectiveAt };
      const { recordActivity } = await caller.run(api.RecordActivityDocument, { input });
      return recordActivity?.awards.map(({ granted }) => granted);
    };

    // then: it is Tuesday, 10:00, in Berlin
    expect(await earned('2024-06-04T08:00:00Z', 'till')).toEqual([8]);
    expect(await earned('2024-06-04T08:00:00Z', 'web')).toEqual([]);
    expect(await earned('2024-06-04T09:00:00Z', 'till')).toEqual([]);
    expect(await earned('2024-06-05T08:00:00Z', 'till')).toEqual([]);
  });

  test('Points 11: that is edited is a new version, and entries keep the one they were made under', async () => {
    // given
    const caller = await openShop();
    await enroll(caller, 'ada');
    const id = await create({ name: 'A point', pointsPerSpend: { points: '1', per: '1' } }, caller);
    const first = await buy(caller, 'ada', '10');

    // when
    const changed = await update(
      { id, name: 'Two points', pointsPerSpend: { points: '2', per: '1' }, conditions: { minAmount: '5' } },
      caller,
    );
    const second = await buy(caller, 'ada', '10');
    const third = await buy(caller, 'ada', '4');

    // then
    expect(changed?.earningRule).toMatchObject({ id, name: 'Two points', points: '2', isActive: true });
    expect([first, second, third].map(({ awards }) => awards.map(({ granted }) => granted))).toEqual([[10], [20], []]);
    const { member } = await caller.run(api.ToldSinceDocument, { externalId: 'ada', last: 3 });
    const shares = member?.journal.nodes?.flatMap(
      (entry) => (entry.explanation as { awards: { shares: object[] }[] } | null)?.awards[0]?.shares ?? [],
    );
    expect(shares).toEqual([
      expect.objectContaining({ name: 'A point', points: 10 }),
      expect.objectContaining({ name: 'Two points', version: changed?.earningRule?.version, points: 20 }),
    ]);
    const { program } = await caller.run(api.EarningRuleVersionsDocument, {});
    expect(program?.earningRules[0]?.versions.map(({ rule }) => [rule.name, rule.conditions?.minAmount?.amount])).toEqual([
      ['A point', undefined],
      ['Two points', '5.00'],
    ]);
    expect(program?.earningRules[0]?.versions.at(-1)?.version).toBe(program?.settingsVersion);

    // when: what is null is taken away, what is left out stays
    const bare = await update({ id, conditions: null, validTo: '2030-01-01T00:00:00Z' }, caller);
    expect(bare?.earningRule).toMatchObject({ name: 'Two points', points: '2', conditions: null, validTo: '2030-01-01T00:00:00.000Z' });
    expect((await update({ id, validTo: null }, caller))?.earningRule).toMatchObject({ validTo: null });
  });

  test('stays of its kind, and is gone once it is deleted', async () => {
    // given
    const caller = await openShop();
    const id = await create({ name: 'Visit', fixedPoints: { points: '1', event: 'visit' } }, caller);
    const { createEarningCap } = await caller.run(api.CreateEarningCapDocument, {
      input: { name: 'Cap', ruleId: id, period: 'DAY', max: 5 },
    });

    // then
    expect((await update({ id, nthTime: { points: '1', n: 1 } }, caller))?.errors).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    ]);
    expect((await update({ id: 'x', name: 'Y' }, caller))?.errors).toEqual([expect.objectContaining({ path: ['id'] })]);
    const remove = async () => (await caller.run(api.DeleteEarningRuleDocument, { input: { id } })).deleteEarningRule;
    expect((await remove())?.errors).toEqual([expect.objectContaining({ path: ['id'] })]);
    await caller.run(api.DeleteEarningCapDocument, { input: { id: createEarningCap?.earningCap?.id as string } });
    expect(await remove()).toEqual({ deletedId: id, errors: [] });
    expect(await rulesOf(caller)).toEqual([]);
  });

  test('costs the same statements for the versions of one rule and of ten', async () => {
    // given
    const caller = await openShop();
    // The programme is read anew once a second; what counts is what a call costs without that.
    const count = async () => {
      const counts: number[] = [];
      for (let i = 0; i < 3; i += 1) counts.push(await laurel.countStatements(() => caller.run(api.EarningRuleVersionsDocument, {})));
      return Math.min(...counts);
    };
    await create({ name: 'Rule', fixedPoints: { points: '1', event: 'a' } }, caller);
    const ofOne = await count();
    for (let i = 0; i < 9; i += 1) await create({ name: `Rule ${i}`, fixedPoints: { points: '1', event: `${i}` } }, caller);

    // then
    expect(await count()).toBe(ofOne);
  });
});
