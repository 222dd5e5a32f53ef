import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, TestLaurel } from '../../support/laurel.js';
import { advance, BRONZE_TO_GOLD, createTierSet, moves, standing, tierEntries } from '../../support/tiers.js';

describe('editing a tier set', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  beforeEach(async () => {
    shop = await laurel.program('2020-01-01T00:00:00Z');
  });
  afterAll(() => laurel.stop());

  const update = async (input: api.UpdateTierSetInput) => {
    const { updateTierSet } = await shop.run(api.UpdateTierSetDocument, { input });
    if (!updateTierSet) throw new Error('no payload');
    return updateTierSet;
  };
  const kept = (tiers: readonly { id: string; name: string; threshold?: string | null }[]) =>
    tiers.map(({ id, name, threshold }) => ({ id, name, threshold: threshold ?? null }));

  test('Tiers 7: a tier is inserted between two others on a living programme', async () => {
    // given: one member above the new tier, one who has enough for it
    const { id, tiers } = await createTierSet(shop, { lasts: { mode: 'PERIODS', furtherPeriods: 1 } });
    for (const who of ['above', 'between']) await enroll(shop, who);
    await buy(shop, 'above', '250', '2020-02-01T00:00:00Z');
    await buy(shop, 'between', '160', '2020-02-01T00:00:00Z');

    // when
    const [basic, bronze, ...rest] = kept(tiers);
    const { tierSet, errors } = await update({
      id,
      tiers: [basic, bronze, { name: 'Pearl', threshold: '150' }, ...rest] as api.TierInput[],
    });

    // then: nobody moved, and ids are what they were
    expect(errors).toEqual([]);
    expect(tierSet?.tiers.map(({ name }) => name)).toEqual(['Basic', 'Bronze', 'Pearl', 'Silver', 'Gold']);
    expect(tierSet?.tiers.filter(({ name }) => name !== 'Pearl').map((tier) => tier.id)).toEqual(tiers.map((tier) => tier.id));
    expect(await standing(shop, 'above')).toMatchObject({ tier: { name: 'Silver' }, projection: { next: { tier: { name: 'Gold' } } } });
    expect(await standing(shop, 'between')).toMatchObject({ tier: { name: 'Bronze' }, projection: { next: { isReached: true } } });

    await buy(shop, 'between', '1', '2020-03-01T00:00:00Z');
    const entries = await tierEntries(shop, 'between');
    expect(entries.map(({ settingsVersion }) => settingsVersion)).toEqual([2, 3]);
    expect(await moves(shop, 'between')).toEqual([
      '2020-02-01T00:00:00.000Z Basic > Bronze UPGRADED',
      '2020-03-01T00:00:00.000Z Bronze > Pearl UPGRADED',
    ]);
  });

  test('Tiers 7: renamed, with other thresholds and rules; what is left out stays', async () => {
    const { id, tiers, policy } = await createTierSet(shop, { grace: 'P1M' });
    const [basic, bronze, silver] = kept(tiers);

    const { tierSet } = await update({
      id,
      name: 'Circle',
      tiers: [basic, { ...bronze, name: 'Copper', threshold: '50', multiplier: '1.5' }, silver] as api.TierInput[],
      downgrade: 'ONE_DOWN',
    });

    expect(tierSet).toMatchObject({
      name: 'Circle',
      policy: { ...policy, downgrade: 'ONE_DOWN', grace: 'P1M' },
      tiers: [{ name: 'Basic' }, { name: 'Copper', threshold: '50.00', multiplier: '1.5' }, { name: 'Silver' }],
    });
    expect((await update({ id, grace: null })).tierSet?.policy.grace).toBeNull();
    expect((await update({ id })).tierSet?.policy.grace).toBeNull();
  });

  test('Tiers 7: a tier that is left out goes out of use, and is kept to the next evaluation', async () => {
    const { id, tiers } = await createTierSet(shop);
    await enroll(shop, 'last');
    await buy(shop, 'last', '200', '2020-02-01T00:00:00Z');

    await update({ id, tiers: kept(tiers).filter(({ name }) => name !== 'Silver') as api.TierInput[] });

    expect(await standing(shop, 'last')).toMatchObject({
      tier: { name: 'Silver', isRetired: true },
      evaluatesAt: '2021-01-01T00:00:00.000Z',
    });
    await advance(laurel, shop, '2021-01-01T00:00:00Z');
    expect(await standing(shop, 'last')).toMatchObject({ tier: { name: 'Basic' } });
  });

  test.each<[string, (tiers: api.TierInput[]) => api.TierInput[]]>([
    [
      'a ladder that does not rise',
      (tiers) => tiers.map((tier) => ({ ...tier, threshold: tier.name === 'Gold' ? '200' : (tier.threshold ?? null) })),
    ],
    ['another first tier', ([, ...rest]) => [{ name: 'New', threshold: '0' }, ...rest]],
    [
      'tiers in another order',
      ([basic, bronze, silver, gold]) => [basic, { ...silver, threshold: '10' }, { ...bronze, threshold: '20' }, gold] as api.TierInput[],
    ],
    ['a tier of another set', ([basic, ...rest]) => [basic, { ...rest[0], id: 'tir_01h455vb4pex5vsknk084sn02q' }] as api.TierInput[]],
    ['a multiplier of 0', ([basic, bronze]) => [basic, { ...bronze, multiplier: '0' }] as api.TierInput[]],
  ])('Tiers 7: %s is refused, and nothing changes', async (_, change) => {
    const { id, tiers } = await createTierSet(shop);

    const { tierSet, errors } = await update({ id, tiers: change(kept(tiers)) });

    expect(tierSet).toBeNull();
    expect(errors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await update({ id })).tierSet?.tiers.map(({ name }) => name)).toEqual(BRONZE_TO_GOLD.map(({ name }) => name));
  });

  test.each<[string, Partial<api.CreateTierSetInput>]>([
    ['no measure', { measure: null }],
    ['both ways to say what counts', { measure: 'SPEND', measures: [{ measure: 'SPEND' }] }],
    ['a day that no year has', { window: { type: 'CALENDAR_YEAR', startsOn: { month: 2, day: 30 } } }],
    ['a rolling window without a length', { window: { type: 'ROLLING' } }],
    ['a rolling window of two years', { window: { type: 'ROLLING', period: 'P2Y' } }],
    ['a beginning for years of membership', { window: { type: 'ANNIVERSARY', startsOn: { month: 2, day: 1 } } }],
    ['six further periods', { lasts: { mode: 'PERIODS', furtherPeriods: 6 } }],
    ['a term without a length', { lasts: { mode: 'FOR_PERIOD' } }],
    ['a grace of a year', { grace: 'P1Y' }],
    [
      'more thresholds than measures',
      {
        tiers: [
          { name: 'A', threshold: '0' },
          { name: 'B', thresholds: ['1', '2'] },
        ],
      },
    ],
    [
      'more to reach than there is',
      {
        tiers: [
          { name: 'A', threshold: '0' },
          { name: 'B', threshold: '1', atLeast: 2 },
        ],
      },
    ],
  ])('Tiers 2: a new tier set with %s is refused', async (_, input) => {
    const { createTierSet: payload } = await shop.run(api.CreateTierSetDocument, {
      input: { name: 'Wrong', measure: 'SPEND', tiers: BRONZE_TO_GOLD, ...input },
    });

    expect(payload).toMatchObject({ tierSet: null, errors: [{ code: 'INVALID_INPUT' }] });
  });
});
