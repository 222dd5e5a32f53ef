import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, spend, TestLaurel } from '../../support/laurel.js';

const START = '2020-01-15T10:00:00Z';

describe('Points 2: pending points', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const program = async (activation: api.ActivationPolicyInput, more: Partial<api.CreatePointCurrencyInput> = {}) => {
    const shop = await laurel.program(START);
    const expiry = { mode: 'AFTER_PERIOD' as const, period: 'P1M' };
    const input = { code: 'POINTS', name: 'Points', isQualifying: true, expiry, activation, ...more };
    const made = await shop.run(api.CreatePointCurrencyDocument, { input });
    expect(made.createPointCurrency?.errors).toEqual([]);
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'A point a dollar', pointsPerSpend: { points: '1', per: '1' } } });
    const tiers = [
      { name: 'Bronze', threshold: '0' },
      { name: 'Silver', threshold: '100' },
    ];
    await shop.run(api.CreateTierSetDocument, { input: { name: 'Status', measure: 'POINTS', currencyCode: 'POINTS', tiers } });
    await enroll(shop, 'm');
    return shop;
  };
  const move = (shop: Caller, to: string) => shop.run(api.AdvanceClockDocument, { input: { to } });
  const look = async (shop: Caller) => (await shop.run(api.HoldingsDocument, { ref: { externalId: 'm' } })).member;
  const tier = async (shop: Caller) => (await shop.run(api.MemberDocument, { ref: { externalId: 'm' } })).member?.standings[0]?.tier.name;
  const event = (shop: Caller, name: string, refersTo?: string) =>
    shop.run(api.RecordActivityDocument, {
      input: { member: { externalId: 'm' }, idempotencyKey: newKey(), event: { name, ...(refersTo && { refersTo }) } },
    });
  const order = (shop: Caller, externalId: string, amount: string) =>
    shop.run(api.RecordActivityDocument, {
      input: { member: { externalId: 'm' }, idempotencyKey: newKey(), externalId, purchase: { amount } },
    });

  test('are not spendable, count to no tier, and are valid from their activation', async () => {
    const shop = await program({ mode: 'AFTER_PERIOD', period: 'P14D' });
    await buy(shop, 'm', '120');
    expect((await look(shop))?.wallet).toMatchObject({
      active: 0,
      pending: 120,
      earned: 0,
      lots: [],
      pendingPoints: [{ amount: 120, activatesAt: '2020-01-29T10:00:00.000Z', event: null, cancelsAt: null }],
    });
    expect((await spend(shop, 'm', 1)).errors).toMatchObject([{ __typename: 'InsufficientPoints', available: 0 }]);
    expect(await tier(shop)).toBe('Bronze');
    await move(shop, '2020-01-29T09:59:59.999Z');
    expect((await look(shop))?.wallet).toMatchObject({ active: 0, pending: 120 });
    await move(shop, '2020-01-29T10:00:00Z');
    expect((await look(shop))?.wallet).toMatchObject({
      ...{ active: 120, pending: 0, earned: 120, pendingPoints: [] },
      lots: [{ remaining: 120, expiresAt: '2020-02-29T10:00:00.000Z' }],
    });
    expect(await tier(shop)).toBe('Silver');
    await laurel.app.sweeper.finished();
    const after = await look(shop);
    expect(after?.wallet?.lots).toMatchObject([{ remaining: 120, expiresAt: '2020-02-29T10:00:00.000Z' }]);
    expect(after?.journal.nodes.slice(-2)).toMatchObject([
      { kind: 'POINTS_ACTIVATED', effectiveAt: '2020-01-29T10:00:00.000Z', summary: '120 POINTS can be spent now.' },
      { kind: 'TIER_CHANGED', effectiveAt: '2020-01-29T10:00:00.000Z' },
    ]);
  });

  test('may wait for the end of a unit, in the zone of the programme', async () => {
    const shop = await program({ mode: 'AFTER_PERIOD', period: 'P14D', roundUpTo: 'MONTH' });
    await buy(shop, 'm', '10');
    expect((await look(shop))?.wallet?.pendingPoints).toMatchObject([{ activatesAt: '2020-02-01T00:00:00.000Z' }]);
  });

  test('Points 4: what becomes active at one instant from one rule is one lot', async () => {
    const shop = await program({ mode: 'AFTER_PERIOD', period: 'P14D', roundUpTo: 'MONTH' });
    await buy(shop, 'm', '10');
    await buy(shop, 'm', '20');
    expect((await look(shop))?.wallet?.pendingPoints).toMatchObject([{ amount: 10 }, { amount: 20 }]);
    await move(shop, '2020-02-01T00:00:00Z');
    await laurel.app.sweeper.finished();
    expect((await look(shop))?.wallet?.lots).toMatchObject([{ remaining: 30, expiresAt: '2020-03-01T00:00:00.000Z' }]);
  });

  test('may wait for a fixed day; what is earned later waits for nothing', async () => {
    const shop = await program({ mode: 'ON_DATE', date: '2020-02-14' });
    await buy(shop, 'm', '10');
    await move(shop, '2020-02-14T00:00:00Z');
    expect((await look(shop))?.wallet).toMatchObject({ active: 10, pending: 0 });
    await buy(shop, 'm', '5');
    expect((await look(shop))?.wallet).toMatchObject({ active: 15, pending: 0 });
  });

  test('may wait for an event about their order, and are cancelled if it does not come in time', async () => {
    const shop = await program({ mode: 'ON_EVENT', event: 'delivered', cancelAfter: 'P30D' });
    await order(shop, 'one', '10');
    await order(shop, 'two', '20');
    await event(shop, 'delivered', 'nonsense');
    await event(shop, 'other', 'one');
    expect((await look(shop))?.wallet).toMatchObject({ active: 0, pending: 30 });
    await event(shop, 'delivered', 'one');
    expect((await look(shop))?.wallet).toMatchObject({ active: 10, pending: 20 });
    await move(shop, '2020-02-14T10:00:00Z');
    const member = await look(shop);
    // What was delivered in January is valid for a month, too.
    expect(member?.wallet).toMatchObject({ active: 10, pending: 0, earned: 10 });
    await laurel.app.sweeper.finished();
    expect((await look(shop))?.journal.nodes.at(-1)).toMatchObject({ kind: 'POINTS_CANCELLED', effectiveAt: '2020-02-14T10:00:00.000Z' });
  });

  test('all that wait for an event may be meant', async () => {
    const shop = await program({ mode: 'ON_EVENT', event: 'verified', cancelAfter: 'P1Y' });
    for (const amount of ['1', '2', '3']) await buy(shop, 'm', amount);
    await event(shop, 'verified');
    expect((await look(shop))?.wallet).toMatchObject({ active: 6, pending: 0 });
  });

  test('are activated and cancelled by hand, an activity at a time, once', async () => {
    const shop = await program({ mode: 'AFTER_PERIOD', period: 'P14D' });
    for (const amount of ['10', '20']) await buy(shop, 'm', amount);
    const waiting = (await look(shop))?.wallet?.pendingPoints ?? [];
    const [first, second] = waiting.map(({ activityId }) => activityId) as [string, string];
    const input = (activity: string) => ({ input: { activity, idempotencyKey: newKey() } });
    const activated = await shop.run(api.ActivatePointsDocument, input(first));
    expect(activated.activatePoints).toMatchObject({ errors: [], wallet: { active: 10, pending: 20 } });
    expect((await shop.run(api.ActivatePointsDocument, input(first))).activatePoints?.errors).toMatchObject([{ code: 'NOTHING_PENDING' }]);
    const cancelled = await shop.run(api.CancelPointsDocument, input(second));
    expect(cancelled.cancelPoints).toMatchObject({ errors: [], wallet: { active: 10, pending: 0, earned: 10 } });
    await move(shop, '2020-02-15T00:00:00Z');
    expect((await look(shop))?.wallet).toMatchObject({ pending: 0, earned: 10 });
  });
});

describe('Points 3: expiry', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const shopWith = async (expiry: api.ExpiryPolicyInput, timeZone = 'UTC') => {
    const shop = await laurel.program(START, { timeZone });
    const made = await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', expiry } });
    expect(made.createPointCurrency?.errors).toEqual([]);
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'A point a dollar', pointsPerSpend: { points: '1', per: '1' } } });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Review', fixedPoints: { points: '25', event: 'review' } } });
    await enroll(shop, 'm');
    return shop;
  };
  const lots = async (shop: Caller) => (await shop.run(api.HoldingsDocument, { ref: { externalId: 'm' } })).member?.wallet?.lots;

  test('on calendar dates: the end of the next of them, in the zone of the programme', async () => {
    const shop = await shopWith({ mode: 'ON_DATES', dates: ['03-31', '09-30'] }, 'America/New_York');
    await buy(shop, 'm', '10', '2020-03-31T20:00:00Z');
    await buy(shop, 'm', '20', '2020-04-01T05:00:00Z');
    await buy(shop, 'm', '30', '2020-11-01T05:00:00Z');
    const all = (await shop.run(api.HoldingsDocument, { ref: { externalId: 'm' } })).member?.journal.nodes;
    expect(
      all?.filter(({ kind }) => kind === 'POINTS_EXPIRED').map(({ effectiveAt, changes }) => [effectiveAt, changes[0]?.amount]),
    ).toEqual([
      ['2020-04-01T04:00:00.000Z', -10],
      ['2020-10-01T04:00:00.000Z', -20],
    ]);
    expect(await lots(shop)).toMatchObject([{ remaining: 30, expiresAt: '2021-04-01T04:00:00.000Z' }]);
  });

  test('sliding: activities of the named kinds put the expiry of all points off', async () => {
    const shop = await shopWith({ mode: 'SLIDING', period: 'P6M', extendedBy: ['PURCHASE'] });
    await buy(shop, 'm', '10', '2020-01-15T10:00:00Z');
    await buy(shop, 'm', '20', '2020-06-15T10:00:00Z');
    expect(await lots(shop)).toMatchObject([{ remaining: 30, expiresAt: '2020-12-15T10:00:00.000Z' }]);
    // A review earns, and puts nothing off.
    await shop.run(api.RecordActivityDocument, {
      input: { member: { externalId: 'm' }, idempotencyKey: newKey(), event: { name: 'review' }, effectiveAt: '2020-09-01T00:00:00Z' },
    });
    expect(await lots(shop)).toMatchObject([
      { remaining: 30, expiresAt: '2020-12-15T10:00:00.000Z' },
      { remaining: 25, expiresAt: '2021-03-01T00:00:00.000Z' },
    ]);
    await buy(shop, 'm', '1', '2020-12-15T09:59:59.999Z');
    const after = await lots(shop);
    expect(after?.reduce((sum, { remaining }) => sum + remaining, 0)).toBe(56);
    expect(new Set(after?.map(({ expiresAt }) => expiresAt))).toEqual(new Set(['2021-06-15T09:59:59.999Z']));
    await buy(shop, 'm', '0', '2021-06-15T09:59:59.999Z');
    expect(await lots(shop)).toEqual([]);
  });

  test('what cannot be meant is refused with what is missing', async () => {
    const shop = await laurel.program(START);
    const refused = async (input: Partial<api.CreatePointCurrencyInput>) =>
      (await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'X', name: 'X', ...input } })).createPointCurrency?.errors[0]?.path;
    expect(await refused({ expiry: { mode: 'ON_DATES' } })).toEqual(['expiry', 'dates']);
    expect(await refused({ expiry: { mode: 'ON_DATES', dates: ['02-30'] } })).toEqual(['expiry', 'dates']);
    expect(await refused({ expiry: { mode: 'SLIDING' } })).toEqual(['expiry', 'period']);
    expect(await refused({ activation: { mode: 'AFTER_PERIOD', period: 'P0D' } })).toEqual(['activation', 'period']);
    expect(await refused({ activation: { mode: 'ON_DATE', date: '2020-02-30' } })).toEqual(['activation', 'date']);
    expect(await refused({ activation: { mode: 'ON_EVENT', event: 'x' } })).toEqual(['activation', 'cancelAfter']);
  });
});
