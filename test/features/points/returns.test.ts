import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, spend, TestLaurel } from '../../support/laurel.js';

type Policy = Partial<api.SetReturnPolicyInput>;
const START = '2020-01-15T10:00:00Z';
const NEVER = { code: 'POINTS', name: 'Points', isQualifying: true } as const;

describe('Points 7: returns', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const shopWith = async (policy: Policy, currency: Partial<api.CreatePointCurrencyInput> = {}) => {
    const shop = await laurel.program(START);
    await shop.run(api.CreatePointCurrencyDocument, { input: { ...NEVER, ...currency } });
    const returns = { earned: 'ALLOW_DEBT', attribution: 'PROPORTIONAL', spent: 'RESTORE', ...policy } as const;
    const { setReturnPolicy } = await shop.run(api.SetReturnPolicyDocument, { input: returns });
    expect(setReturnPolicy?.errors).toEqual([]);
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
    for (const [sku, points] of [
      ['A', '10'],
      ['B', '20'],
    ] as const)
      await shop.run(api.CreateEarningRuleDocument, { input: { name: `Bonus ${sku}`, pointsPerItem: { sku, points } } });
    await enroll(shop, 'm');
    return shop;
  };
  /** 40.00: A 10.00 (+10), B 10.00 (+20), C 20.00 (+0). Earns 70. */
  const ITEMS = [
    { sku: 'A', quantity: 1, amount: '10.00' },
    { sku: 'B', quantity: 1, amount: '10.00' },
    { sku: 'C', quantity: 1, amount: '20.00' },
  ];
  const order = async (shop: Caller, purchase: api.PurchaseInput = { amount: '40.00', items: ITEMS }) => {
    const { recordActivity } = await shop.run(api.RecordActivityDocument, {
      input: { member: { externalId: 'm' }, idempotencyKey: newKey(), purchase },
    });
    expect(recordActivity?.errors).toEqual([]);
    return recordActivity?.activity?.id as string;
  };
  const giveBack = async (shop: Caller, purchase: string, what: Partial<api.ReturnPurchaseInput>, idempotencyKey = newKey()) =>
    (await shop.run(api.ReturnPurchaseDocument, { input: { purchase, idempotencyKey, ...what } })).returnPurchase;
  const cancel = async (shop: Caller, purchase: string) =>
    (await shop.run(api.CancelPurchaseDocument, { input: { purchase, idempotencyKey: newKey() } })).cancelPurchase;
  const look = async (shop: Caller) => (await shop.run(api.HoldingsDocument, { ref: { externalId: 'm' } })).member;
  const line = (n: number, quantity = 1) => ({ items: [{ line: n, quantity }] });

  test.each([
    ['BY_ITEM', 20],
    ['PROPORTIONAL', 35],
  ] as const)('%s: of an order that earned 70, returning C takes %i, and the rest ends at exactly 0', async (attribution, taken) => {
    const shop = await shopWith({ attribution });
    const id = await order(shop);
    expect((await look(shop))?.wallet).toMatchObject({ active: 70, earned: 70 });
    expect(await giveBack(shop, id, line(2))).toMatchObject({ errors: [], wallet: { active: 70 - taken, earned: 70 - taken, debt: 0 } });
    await giveBack(shop, id, line(0));
    expect(await giveBack(shop, id, line(1))).toMatchObject({ errors: [], wallet: { active: 0, earned: 0, debt: 0 } });
    expect((await giveBack(shop, id, line(1)))?.errors).toMatchObject([{ code: 'ALREADY_RETURNED' }]);
  });

  test('items and money may come back of one order', async () => {
    const shop = await shopWith({ attribution: 'BY_ITEM' });
    const id = await order(shop);
    await giveBack(shop, id, line(2));
    // A quarter of the money carries a quarter of the 70 points, rounded on the running total: 20 + 17.
    expect(await giveBack(shop, id, { amount: '10' })).toMatchObject({ errors: [], wallet: { active: 33 } });
    expect(await giveBack(shop, id, { amount: '10' })).toMatchObject({ errors: [], wallet: { active: 0 } });
  });

  test.each(['BY_ITEM', 'PROPORTIONAL'] as const)(
    '%s: what cost nothing can come back, item by item or as a whole',
    async (attribution) => {
      const shop = await shopWith({ attribution });
      const gifts = [
        { sku: 'A', quantity: 2, amount: '0' },
        { sku: 'B', quantity: 1, amount: '0' },
      ];
      const id = await order(shop, { amount: '0', items: gifts });
      expect((await look(shop))?.wallet).toMatchObject({ active: 40 });
      expect((await giveBack(shop, id, line(0)))?.errors).toEqual([]);
      expect((await look(shop))?.wallet).toMatchObject({ active: attribution === 'BY_ITEM' ? 30 : 40 });
      await giveBack(shop, id, line(1));
      expect(await giveBack(shop, id, line(0))).toMatchObject({ errors: [], wallet: { active: 0, earned: 0, debt: 0 } });
      expect((await giveBack(shop, id, line(0)))?.errors).toMatchObject([{ code: 'ALREADY_RETURNED' }]);

      const other = await order(shop, { amount: '0', items: gifts });
      expect(await cancel(shop, other)).toMatchObject({ errors: [], wallet: { active: 0, earned: 0, debt: 0 } });
      expect((await cancel(shop, other))?.errors).toMatchObject([{ code: 'ALREADY_RETURNED' }]);
      const empty = await order(shop, { amount: '0' });
      expect((await cancel(shop, empty))?.errors).toEqual([]);
      expect((await cancel(shop, empty))?.errors).toMatchObject([{ code: 'ALREADY_RETURNED' }]);
    },
  );

  test('an item cannot be returned twice, nor more money than was paid', async () => {
    const shop = await shopWith({});
    const id = await order(shop, { amount: '30', items: [{ sku: 'X', quantity: 3, amount: '30' }] });
    await giveBack(shop, id, line(0, 2));
    expect((await giveBack(shop, id, line(0, 2)))?.errors).toMatchObject([{ __typename: 'LimitExceeded', remaining: 1, required: 2 }]);
    expect((await giveBack(shop, id, { amount: '10.01' }))?.errors).toMatchObject([{ code: 'RETURN_EXCEEDED', remaining: 1000 }]);
    expect((await giveBack(shop, id, line(7)))?.errors).toMatchObject([{ code: 'ITEM_NOT_FOUND' }]);
    expect((await look(shop))?.wallet).toMatchObject({ active: 10 });
  });

  test('Concurrency: the same return twice in parallel counts once, under one key or two', async () => {
    const shop = await shopWith({});
    const id = await order(shop);
    const key = newKey();
    const same = await Promise.all(Array.from({ length: 10 }, () => giveBack(shop, id, line(2), key)));
    expect(same.filter((each) => each?.replayed === false)).toHaveLength(1);
    const others = await Promise.all(Array.from({ length: 10 }, () => giveBack(shop, id, line(0))));
    expect(others.filter((each) => each?.errors.length === 0)).toHaveLength(1);
    expect((await look(shop))?.wallet?.active).toBe(70 - 35 - 17);
  });

  test('partial returns round on the running total', async () => {
    const shop = await shopWith({});
    const id = await order(shop, { amount: '10' });
    const balances: (number | undefined)[] = [];
    for (let i = 0; i < 3; i += 1) balances.push((await giveBack(shop, id, { amount: '3.33' }))?.wallet?.active);
    balances.push((await giveBack(shop, id, { amount: '0.01' }))?.wallet?.active);
    // 3.33 takes 3, 6.66 takes 6, 9.99 takes 9, all takes all.
    expect(balances).toEqual([7, 4, 1, 0]);
  });

  test.each([
    ['KEEP', { active: 10, debt: 0, earned: 40, spent: 30 }],
    ['PENDING_ONLY', { active: 10, debt: 0, earned: 40, spent: 30 }],
    ['WITHIN_BALANCE', { active: 0, debt: 0, earned: 30, spent: 30 }],
    ['ALLOW_DEBT', { active: 0, debt: 30, earned: 0, spent: 30 }],
  ] as const)('%s: a cancelled purchase whose points were partly spent', async (earned, after) => {
    const shop = await shopWith({ earned });
    const id = await order(shop, { amount: '40' });
    await spend(shop, 'm', 30);
    expect(await cancel(shop, id)).toMatchObject({ errors: [] });
    expect((await look(shop))?.wallet).toMatchObject(after);
    expect((await cancel(shop, id))?.errors).toMatchObject([{ code: 'ALREADY_RETURNED' }]);
  });

  test('Points 6: debt is repaid by later earnings first, and debt and expiry work together', async () => {
    const shop = await shopWith({ earned: 'ALLOW_DEBT' }, { expiry: { mode: 'AFTER_PERIOD', period: 'P1M' } });
    const id = await order(shop, { amount: '40' });
    await spend(shop, 'm', 30);
    await cancel(shop, id);
    expect((await look(shop))?.wallet).toMatchObject({ active: 0, debt: 30 });
    await buy(shop, 'm', '12');
    expect((await look(shop))?.wallet).toMatchObject({ active: 0, debt: 18, earned: 12, lots: [] });
    await buy(shop, 'm', '20');
    const member = await look(shop);
    expect(member?.wallet).toMatchObject({ active: 2, debt: 0, earned: 32, lots: [{ remaining: 2 }] });
    expect(member?.journal.nodes.at(-1)?.summary).toContain('repaid what you owed');
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-03-01T00:00:00Z' } });
    expect((await look(shop))?.wallet).toMatchObject({ active: 0, debt: 0, expired: 2 });
  });

  test('pending points of the purchase go first', async () => {
    const shop = await shopWith({ earned: 'PENDING_ONLY' }, { activation: { mode: 'AFTER_PERIOD', period: 'P14D' } });
    const id = await order(shop, { amount: '40' });
    expect(await giveBack(shop, id, { amount: '10' })).toMatchObject({ errors: [], wallet: { pending: 30, active: 0 } });
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-02-01T00:00:00Z' } });
    expect((await look(shop))?.wallet).toMatchObject({ pending: 0, active: 30 });
    await cancel(shop, id);
    expect((await look(shop))?.wallet).toMatchObject({ pending: 0, active: 30 });
  });

  test('no points are earned on the part that was paid with points, and those go back, the latest-expiring first', async () => {
    const shop = await shopWith({}, { expiry: { mode: 'AFTER_PERIOD', period: 'P1Y' } });
    await buy(shop, 'm', '50');
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-06-15T10:00:00Z' } });
    await buy(shop, 'm', '30');
    const { entry } = await spend(shop, 'm', 60);
    const id = await order(shop, { amount: '40', paidWithPoints: { entry: entry?.id as string, value: '30' } });
    // 10.00 of money earned 10.
    expect((await look(shop))?.wallet).toMatchObject({ active: 30, earned: 90, spent: 60 });
    await giveBack(shop, id, { amount: '20' });
    // Half of the 60 go back: those of the second purchase first, then of the first; half of the 10 are taken.
    expect((await look(shop))?.wallet).toMatchObject({
      active: 30 + 30 - 5,
      spent: 30,
      earned: 85,
      lots: [
        { expiresAt: '2021-01-15T10:00:00.000Z', remaining: 15 },
        { expiresAt: '2021-06-15T10:00:00.000Z', remaining: 40 },
      ],
    });
    const again = await shop.run(api.RecordActivityDocument, {
      input: {
        member: { externalId: 'm' },
        idempotencyKey: newKey(),
        purchase: { amount: '40', paidWithPoints: { entry: entry?.id as string, value: '1' } },
      },
    });
    expect(again.recordActivity?.errors).toMatchObject([{ code: 'POINTS_ALREADY_USED' }]);
    const reversed = await shop.run(api.ReverseEntryDocument, { input: { entry: entry?.id as string, idempotencyKey: newKey() } });
    expect(reversed.reverseEntry?.errors).toMatchObject([{ code: 'NOT_REVERSIBLE' }]);
    await cancel(shop, id);
    expect((await look(shop))?.wallet).toMatchObject({ active: 80, spent: 0, earned: 80 });
  });

  test('nor are those for items', async () => {
    const shop = await shopWith({ attribution: 'BY_ITEM' });
    await buy(shop, 'm', '50');
    for (const [value, earned] of [
      ['20', 20 + 15],
      ['40', 0],
    ] as const) {
      const { entry } = await spend(shop, 'm', 10);
      const before = (await look(shop))?.wallet?.earned as number;
      const id = await order(shop, { amount: '40', items: ITEMS, paidWithPoints: { entry: entry?.id as string, value } });
      expect((await look(shop))?.wallet?.earned).toBe(before + earned);
      // Half of A's 10.00 was paid with money, and half of its bonus earned.
      await giveBack(shop, id, line(0));
      expect((await look(shop))?.wallet?.earned).toBe(before + earned - (earned ? 5 + 5 : 0));
    }
    expect((await look(shop))?.journal.nodes.map(({ kind }) => kind)).toContain('POINTS_RESTORED');
  });

  test('spent points that are past their expiry expire at once, unless a grace is set', async () => {
    for (const [restoreGrace, active, expired] of [
      [null, 0, 50],
      ['P30D', 50, 0],
    ] as const) {
      const shop = await shopWith({ restoreGrace }, { expiry: { mode: 'AFTER_PERIOD', period: 'P1M' } });
      await buy(shop, 'm', '50');
      const { entry } = await spend(shop, 'm', 50);
      const id = await order(shop, { amount: '50', paidWithPoints: { entry: entry?.id as string, value: '50' } });
      await shop.run(api.AdvanceClockDocument, { input: { to: '2020-06-01T00:00:00Z' } });
      await cancel(shop, id);
      expect((await look(shop))?.wallet).toMatchObject({ active, expired, spent: 0 });
    }
  });

  test('a return reduces the qualification of its purchase; standing does not change before it is evaluated', async () => {
    const shop = await shopWith({});
    const tiers = [
      { name: 'Bronze', threshold: '0' },
      { name: 'Silver', threshold: '100' },
    ];
    await shop.run(api.CreateTierSetDocument, { input: { name: 'Status', measure: 'SPEND', tiers } });
    const id = await order(shop, { amount: '120' });
    await cancel(shop, id);
    const { member } = await shop.run(api.MemberDocument, { ref: { externalId: 'm' } });
    expect(member?.standings).toMatchObject([{ tier: { name: 'Silver' }, progress: '0.00' }]);
  });

  test('under AT_ONCE a return lowers the tier to what is left, and no further', async () => {
    const shop = await shopWith({ tiers: 'AT_ONCE' });
    const tiers = [
      { name: 'Bronze', threshold: '0' },
      { name: 'Silver', threshold: '100' },
      { name: 'Gold', threshold: '200' },
    ];
    await shop.run(api.CreateTierSetDocument, { input: { name: 'Status', measure: 'SPEND', tiers } });
    await shop.run(api.CreateTierSetDocument, {
      input: {
        name: 'Lasting',
        measure: 'SPEND',
        tiers,
        window: { type: 'ROLLING', period: 'P1M' },
        lasts: { mode: 'FOR_PERIOD', period: 'P1Y' },
      },
    });
    const standings = async () => {
      const { member } = await shop.run(api.MemberDocument, { ref: { externalId: 'm' } });
      return member?.standings.map(({ tier }) => tier.name);
    };
    const first = await order(shop, { amount: '150' });
    const second = await order(shop, { amount: '130' });
    expect(await standings()).toEqual(['Gold', 'Gold']);
    await giveBack(shop, second, { amount: '50' });
    expect(await standings()).toEqual(['Gold', 'Gold']);
    await giveBack(shop, second, { amount: '31' });
    expect(await standings()).toEqual(['Silver', 'Silver']);
    const { member } = await shop.run(api.HoldingsDocument, { ref: { externalId: 'm' } });
    expect(member?.journal.nodes.slice(-3)).toMatchObject([
      { kind: 'PURCHASE_RETURNED' },
      { kind: 'TIER_CHANGED', summary: 'Your tier changed from Gold to Silver.' },
      { kind: 'TIER_CHANGED' },
    ]);
    // Months later the rolling window is empty; the tier that lasts a year was not reached by what is returned then.
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-06-15T10:00:00Z' } });
    await cancel(shop, first);
    expect(await standings()).toEqual(['Bronze', 'Silver']);
  });

  test('of others cannot be returned', async () => {
    const shop = await shopWith({});
    const id = await order(shop);
    const stranger = await shopWith({});
    expect((await giveBack(stranger, id, line(0)))?.errors).toMatchObject([{ __typename: 'MemberNotFound' }]);
    expect((await giveBack(shop, id, {}))?.errors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await giveBack(shop, id.replace(/_\d+$/, '_999'), line(0)))?.errors).toMatchObject([{ code: 'PURCHASE_NOT_FOUND' }]);
  });
});

describe('Points 8: reversals', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program(START);
    await shop.run(api.CreatePointCurrencyDocument, { input: { ...NEVER, expiry: { mode: 'AFTER_PERIOD', period: 'P1M' } } });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
  });
  afterAll(() => laurel.stop());
  const reverse = async (entry: string, amount?: number) =>
    (await shop.run(api.ReverseEntryDocument, { input: { entry, idempotencyKey: newKey(), ...(amount && { amount }) } })).reverseEntry;
  const adjust = async (externalId: string, amount: number) =>
    (
      await shop.run(api.AdjustPointsDocument, {
        input: { member: { externalId }, idempotencyKey: newKey(), amount, reason: 'GOODWILL' },
      })
    ).adjustPoints;
  const wallet = async (externalId: string) => (await shop.run(api.HoldingsDocument, { ref: { externalId } })).member?.wallet;

  test('parts of a reversal never exceed what is reversed', async () => {
    await enroll(shop, 'spender');
    await buy(shop, 'spender', '100');
    const { entry } = await spend(shop, 'spender', 60);
    const id = entry?.id as string;
    expect(await reverse(id, 25)).toMatchObject({ errors: [], wallet: { active: 65, spent: 35 } });
    expect((await reverse(id, 36))?.errors).toMatchObject([{ __typename: 'LimitExceeded', remaining: 35, required: 36 }]);
    const race = await Promise.all(Array.from({ length: 10 }, () => reverse(id, 35)));
    expect(race.filter((each) => each?.errors.length === 0)).toHaveLength(1);
    expect(await wallet('spender')).toMatchObject({ active: 100, spent: 0, lots: [{ remaining: 100 }] });
    expect((await reverse(id))?.errors).toMatchObject([{ code: 'REVERSAL_EXCEEDED', remaining: 0 }]);
  });

  test('Points 6: of adjustments go both ways, and a claw-back may leave debt', async () => {
    await enroll(shop, 'adjusted');
    const given = (await adjust('adjusted', 50))?.entry?.id as string;
    await spend(shop, 'adjusted', 20);
    const taken = (await adjust('adjusted', -10))?.entry?.id as string;
    expect(await reverse(taken)).toMatchObject({ errors: [], wallet: { active: 30 } });
    expect(await reverse(given)).toMatchObject({ errors: [], wallet: { active: 0, debt: 20, earned: 0 } });
  });

  test('of captured holds give the points back', async () => {
    await enroll(shop, 'holder');
    await buy(shop, 'holder', '40');
    const { holdPoints } = await shop.run(api.HoldPointsDocument, {
      input: { member: { externalId: 'holder' }, idempotencyKey: newKey(), amount: 40 },
    });
    const { captureHold } = await shop.run(api.CaptureHoldDocument, {
      input: { hold: holdPoints?.hold?.id as string, idempotencyKey: newKey(), amount: 30 },
    });
    expect(await reverse(captureHold?.entry?.id as string, 30)).toMatchObject({ errors: [], wallet: { active: 40, spent: 0 } });
  });

  test('are for what can be reversed, and say what to use instead', async () => {
    await enroll(shop, 'other');
    const { entry } = await buy(shop, 'other', '10');
    const earned = await reverse(entry?.id as string);
    expect(earned?.errors).toMatchObject([{ code: 'NOT_REVERSIBLE', message: expect.stringContaining('returnPurchase') }]);
  });

  test('reinstated points are valid anew, and no more than expired', async () => {
    const own = await laurel.program(START);
    await own.run(api.CreatePointCurrencyDocument, { input: { ...NEVER, expiry: { mode: 'AFTER_PERIOD', period: 'P1M' } } });
    await own.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
    await enroll(own, 'late');
    await buy(own, 'late', '80');
    await own.run(api.AdvanceClockDocument, { input: { to: '2020-03-01T00:00:00Z' } });
    await laurel.app.sweeper.finished();
    const { member } = await own.run(api.HoldingsDocument, { ref: { externalId: 'late' } });
    const id = member?.journal.nodes.find(({ kind }) => kind === 'POINTS_EXPIRED')?.id as string;
    const give = async (input: Partial<api.ReinstatePointsInput>) =>
      (await own.run(api.ReinstatePointsDocument, { input: { entry: id, idempotencyKey: newKey(), ...input } })).reinstatePoints;
    expect(await give({ amount: 30 })).toMatchObject({ errors: [], wallet: { active: 30, expired: 50, earned: 80 } });
    expect(await give({ amount: 20, expiresAt: '2020-03-02T00:00:00Z' })).toMatchObject({ wallet: { active: 50, expired: 30 } });
    expect((await give({ amount: 31 }))?.errors).toMatchObject([{ code: 'REVERSAL_EXCEEDED', remaining: 30 }]);
    expect((await give({ amount: 1, expiresAt: '2020-02-01T00:00:00Z' }))?.errors).toMatchObject([{ path: ['expiresAt'] }]);
    const lots = (await own.run(api.HoldingsDocument, { ref: { externalId: 'late' } })).member?.wallet?.lots;
    expect(lots).toMatchObject([
      { expiresAt: '2020-03-02T00:00:00.000Z', remaining: 20 },
      { expiresAt: '2020-04-01T00:00:00.000Z', remaining: 30 },
    ]);
  });
});
