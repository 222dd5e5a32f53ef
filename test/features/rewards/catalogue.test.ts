import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, Caller, newKey, TestLaurel } from '../../support/laurel.js';
import { RewardShop } from '../../support/reward-shop.js';

describe('the catalogue of rewards', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());
  const open = () => RewardShop.open(laurel);
  const offers = async (shop: RewardShop, externalId: string, more: Partial<api.RewardsQueryVariables> = {}) =>
    (await shop.caller.run(api.RewardsDocument, { forMember: { externalId }, ...more })).rewards?.nodes ?? [];
  const code = async (shop: RewardShop, externalId: string, reward: string) =>
    (await shop.redeem(externalId, reward)).errors[0]?.code ?? 'none';
  /** Bronze, Silver from 100, Gold from 500, by spend; gives the ids. */
  const ladder = async (shop: RewardShop) => {
    const tiers = [
      { name: 'Bronze', threshold: '0' },
      { name: 'Silver', threshold: '100' },
      { name: 'Gold', threshold: '500' },
    ];
    const { createTierSet } = await shop.caller.run(api.CreateTierSetDocument, { input: { name: 'Status', measure: 'SPEND', tiers } });
    return createTierSet?.tierSet?.tiers.map(({ id }) => id) as [string, string, string];
  };

  /** Whoever spent that much. */
  const segment = async (shop: RewardShop, atLeast: string) => {
    const input = { name: 'Spenders', condition: { spend: { atLeast } } };
    const { createSegment } = await shop.caller.run(api.CreateSegmentDocument, { input });
    if (!createSegment?.segment) throw new Error(JSON.stringify(createSegment?.errors));
    return createSegment.segment.id;
  };

  test('Rewards 1: every kind, with the fulfilment that fits it', async () => {
    const shop = await open();
    const make = async (input: Partial<api.CreateRewardInput>) =>
      (await shop.caller.run(api.CreateRewardDocument, { input: { name: 'R', kind: 'EXPERIENCE', prices: [{ points: [] }], ...input } }))
        .createReward;
    expect(await make({ kind: 'DISCOUNT_CODE', voucher: { kind: 'DISCOUNT', percent: '10' } })).toMatchObject({
      reward: { fulfilment: 'VOUCHER' },
    });
    expect(await make({ kind: 'GIFT_CARD', voucher: { kind: 'GIFT_CARD', value: '25' } })).toMatchObject({
      reward: { fulfilment: 'VOUCHER' },
    });
    for (const kind of ['PHYSICAL_GOOD', 'CASHBACK_PAYOUT'] as const)
      expect(await make({ kind })).toMatchObject({ reward: { fulfilment: 'BY_HAND' } });
    for (const kind of ['EXPERIENCE', 'FREE_PRODUCT', 'CHARITY'] as const)
      expect(await make({ kind })).toMatchObject({ reward: { fulfilment: 'NONE' } });
    const wrong: [Partial<api.CreateRewardInput>, string][] = [
      [{ prices: [] }, 'prices'],
      [{ prices: [{ points: [{ amount: 0 }] }] }, 'prices'],
      [{ prices: [{ points: [{ amount: 1 }, { amount: 2 }] }] }, 'prices'],
      [{ images: ['http://example.com/a.png'] }, 'images'],
      [{ tiers: ['tir_00000000000000000000000000'] }, 'tiers'],
      [{ voucherPool: 'vpl_00000000000000000000000000' }, 'voucherPool'],
      [{ validity: 'tomorrow' }, 'validity'],
      [{ limit: { max: 0, period: 'DAY' } }, 'limit'],
      [{ voucher: { kind: 'DISCOUNT' } }, 'voucher'],
      [{ voucher: { kind: 'GIFT_CARD', value: '1.234' } }, 'voucher'],
      [{ fulfilment: 'VOUCHER' }, 'fulfilment'],
      [{ available: { from: new Date('2021-01-01') as never, to: new Date('2020-01-01') as never } }, 'available'],
    ];
    for (const [input, path] of wrong) expect([input, (await make(input))?.errors[0]?.path?.[0]]).toEqual([input, path]);
  });

  test('Rewards 1: a price of several currencies together, lower for a tier, other in a season', async () => {
    const shop = await open();
    await shop.caller.run(api.CreatePointCurrencyDocument, { input: { code: 'STARS', name: 'Stars' } });
    const [, silver] = await ladder(shop);
    const points = (amount: number, stars: number) => [
      { currencyCode: 'POINTS', amount },
      { currencyCode: 'STARS', amount: stars },
    ];
    const reward = await shop.reward({
      prices: [
        {
          points: points(10, 1),
          season: { from: new Date('2020-06-01T00:00:00Z') as never, to: new Date('2020-07-01T00:00:00Z') as never },
        },
        { points: points(50, 2), tier: silver },
        { points: points(100, 3) },
      ],
    });
    const give = (externalId: string, currencyCode: string, amount: number) =>
      shop.caller.run(api.AdjustPointsDocument, {
        input: { member: { externalId }, idempotencyKey: newKey(), amount, currencyCode, reason: 'GOODWILL' },
      });
    await shop.member('ada');
    await give('ada', 'POINTS', 110);
    expect(await shop.redeem('ada', reward)).toMatchObject({ errors: [{ code: 'INSUFFICIENT_POINTS', available: 0, required: 3 }] });
    expect(await offers(shop, 'ada')).toMatchObject([
      { canRedeem: false, missing: [{ currencyCode: 'STARS', amount: 3 }], price: [{ amount: 100 }, { amount: 3 }] },
    ]);
    await give('ada', 'STARS', 9);
    expect((await shop.have('ada', reward)).price).toEqual([
      { currencyCode: 'POINTS', amount: 100 },
      { currencyCode: 'STARS', amount: 3 },
    ]);
    await shop.caller.run(api.RecordActivityDocument, {
      input: { member: { externalId: 'ada' }, idempotencyKey: newKey(), purchase: { amount: '100' } },
    });
    expect((await shop.have('ada', reward)).price.map(({ amount }) => amount)).toEqual([50, 2]);
    await shop.advance('2020-06-01T00:00:00Z');
    expect((await shop.have('ada', reward)).price.map(({ amount }) => amount)).toEqual([10, 1]);
  });

  test('Rewards 1: for a segment alone; offered, previewed and redeemed by whoever is in it', async () => {
    const shop = await open();
    await shop.member('ada', 99);
    const spenders = await segment(shop, '100.00');
    const reward = await shop.reward({ prices: [{ points: [] }], segments: [spenders] });
    const preview = async () =>
      (await shop.caller.run(api.PreviewRedemptionDocument, { member: { externalId: 'ada' }, reward })).previewRedemption?.errors;
    const canRedeem = async () => (await offers(shop, 'ada')).map((offer) => offer.canRedeem);
    expect([await canRedeem(), await preview(), await code(shop, 'ada', reward)]).toMatchObject([
      [false],
      [{ reason: 'SEGMENT' }],
      'REWARD_NOT_AVAILABLE',
    ]);
    await buy(shop.caller, 'ada', '1');
    expect([await canRedeem(), await preview(), await code(shop, 'ada', reward)]).toEqual([[true], [], 'none']);
    expect((await shop.caller.run(api.DeleteSegmentDocument, { input: { id: spenders } })).deleteSegment?.errors).toMatchObject([
      { code: 'SEGMENT_IN_USE' },
    ]);
    const none = { name: 'R', kind: 'EXPERIENCE' as const, prices: [{ points: [] }], segments: ['seg_01h455vb4pex5vsknk084sn02q'] };
    expect((await shop.caller.run(api.CreateRewardDocument, { input: none })).createReward?.errors[0]?.path).toEqual(['segments']);
  });

  test('Rewards 1: windows to see and to redeem, tiers, segments, archived: each says why', async () => {
    const shop = await open();
    const [, silver] = await ladder(shop);
    await shop.member('ada', 99);
    const free = { prices: [{ points: [] }] };
    const at = (text: string) => new Date(text) as never;
    const later = await shop.reward({
      ...free,
      name: 'later',
      available: { from: at('2020-03-01T00:00:00Z'), to: at('2020-04-01T00:00:00Z') },
    });
    const hidden = await shop.reward({ ...free, name: 'hidden', visible: { from: at('2020-02-01T00:00:00Z') } });
    const gated = await shop.reward({ ...free, name: 'gated', tiers: [silver] });
    const grand = await segment(shop, '100.00');
    const chosen = await shop.reward({ ...free, name: 'chosen', segments: [grand] });
    const gone = await shop.reward({ ...free, name: 'gone' });
    expect((await shop.caller.run(api.ArchiveRewardDocument, { reward: gone })).archiveReward).toMatchObject({
      reward: { isArchived: true, version: 2 },
    });
    expect(await shop.redeem('ada', later)).toMatchObject({
      errors: [{ __typename: 'RewardNotAvailable', reason: 'NOT_YET', availableFrom: '2020-03-01T00:00:00.000Z' }],
    });
    expect(await shop.redeem('ada', gated)).toMatchObject({ errors: [{ reason: 'TIER', availableFrom: null }] });
    expect(await shop.redeem('ada', chosen)).toMatchObject({ errors: [{ reason: 'SEGMENT' }] });
    expect(await shop.redeem('ada', gone)).toMatchObject({ errors: [{ reason: 'ARCHIVED' }] });
    // What is not shown can be redeemed all the same, by whoever knows of it.
    expect(await code(shop, 'ada', hidden)).toBe('none');
    expect(
      (await offers(shop, 'ada')).map(({ reward, obstacles }) => [
        reward.name,
        ...obstacles.map((each) => ('reason' in each ? each.reason : each.code)),
      ]),
    ).toEqual([
      ['later', 'NOT_YET'],
      ['gated', 'TIER'],
      ['chosen', 'SEGMENT'],
    ]);
    await buy(shop.caller, 'ada', '1');
    expect(await code(shop, 'ada', gated)).toBe('none');
    await shop.advance('2020-04-01T00:00:00Z');
    expect(await shop.redeem('ada', later)).toMatchObject({ errors: [{ reason: 'NO_LONGER' }] });
  });

  test('Rewards 1: a limit of each member for a period, with room again after cancelling; editing makes a version', async () => {
    const shop = await open();
    const reward = await shop.reward({ prices: [{ points: [] }], limit: { max: 2, period: 'MONTH' } });
    await shop.member('ada');
    await shop.member('bob');
    const first = await shop.have('ada', reward);
    await shop.have('ada', reward);
    expect(await shop.redeem('ada', reward)).toMatchObject({ errors: [{ __typename: 'RewardLimitReached', max: 2, period: 'MONTH' }] });
    expect(await code(shop, 'bob', reward)).toBe('none');
    await shop.cancel(first.id);
    expect(await code(shop, 'ada', reward)).toBe('none');
    expect(await code(shop, 'ada', reward)).toBe('REWARD_LIMIT_REACHED');
    await shop.advance('2020-02-01T00:00:00Z');
    expect(await code(shop, 'ada', reward)).toBe('none');
    const input = { reward, name: 'Mug', kind: 'EXPERIENCE' as const, prices: [{ points: [] }], stock: 4 };
    expect((await shop.caller.run(api.UpdateRewardDocument, { input })).updateReward?.reward).toMatchObject({ version: 2, stock: 4 });
  });

  test('of each reward it says whether it can be had, if not why and what is missing; what fits earlier purchases comes first', async () => {
    const shop = await open();
    await shop.reward({ name: 'Mug', categories: ['kitchen'], stock: 0 });
    await shop.reward({ name: 'Beans', categories: ['coffee', 'food'], prices: [{ points: [{ amount: 1_000 }] }] });
    await shop.reward({ name: 'Filter', categories: ['paper'], prices: [{ points: [{ amount: 5 }] }] });
    await shop.member('ada');
    const buyItems = (items: api.ActivityItemInput[]) =>
      shop.caller.run(api.RecordActivityDocument, {
        input: { member: { externalId: 'ada' }, idempotencyKey: newKey(), purchase: { amount: '20', items } },
      });
    for (const category of ['coffee', 'coffee', 'paper'])
      await buyItems([
        { quantity: 1, category },
        { quantity: 1, category },
      ]);
    const told = await offers(shop, 'ada');
    expect(told).toMatchObject([
      {
        reward: { name: 'Beans' },
        affinity: 2,
        canRedeem: false,
        missing: [{ currencyCode: 'POINTS', amount: 940 }],
        obstacles: [{ code: 'INSUFFICIENT_POINTS' }],
      },
      { reward: { name: 'Filter' }, affinity: 1, canRedeem: true, missing: [], obstacles: [] },
      {
        reward: { name: 'Mug', stockLeft: 0 },
        affinity: 0,
        canRedeem: false,
        obstacles: [{ code: 'REWARD_SOLD_OUT' }, { code: 'INSUFFICIENT_POINTS' }],
      },
    ]);
    expect(await offers(shop, 'ada', { category: 'food' })).toMatchObject([{ reward: { name: 'Beans' } }]);
    const page = await shop.caller.run(api.RewardsDocument, { forMember: { externalId: 'ada' }, first: 2 });
    const rest = await offers(shop, 'ada', { first: 2, after: page.rewards?.pageInfo.endCursor ?? null });
    expect([page.rewards?.pageInfo.hasNextPage, rest.map(({ reward }) => reward.name)]).toEqual([true, ['Mug']]);
    // Each says what redeemReward would.
    for (const { reward, obstacles } of told) expect((await shop.redeem('ada', reward.id)).errors[0]).toEqual(obstacles[0]);
  });

  test('the catalogue takes the same statements for one reward and for ten; members see their own alone', async () => {
    const shop = await open();
    await shop.reward({ stock: 3 });
    await shop.member('ada', 10);
    await shop.member('bob', 10);
    const read = () => offers(shop, 'ada');
    await read();
    const one = await laurel.countStatements(read);
    for (let i = 0; i < 9; i += 1) await shop.reward({ stock: i, categories: [`c${i}`] });
    await read();
    expect(await laurel.countStatements(read)).toBe(one);
    const { createMemberToken } = await shop.caller.run(api.CreateMemberTokenDocument, { input: { member: { externalId: 'ada' } } });
    const ada = new Caller(laurel.url, createMemberToken?.token as string);
    const see = async (externalId: string) => (await ada.run(api.RewardsDocument, { forMember: { externalId } })).rewards?.nodes.length;
    expect([await see('ada'), await see('bob')]).toEqual([10, 0]);
  });
});
