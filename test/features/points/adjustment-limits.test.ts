import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';

describe('Points 12: adjustments by hand are limited per agent and day', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const shopWith = async (policy: api.SetAdjustmentPolicyInput, testClockAt = '2020-03-01T10:00:00Z') => {
    // Kathmandu is 5:45 ahead of UTC.
    const shop = await laurel.program(testClockAt, { timeZone: 'Asia/Kathmandu' });
    const expiry = { mode: 'AFTER_PERIOD' as const, period: 'P30D' };
    for (const code of ['POINTS', 'MILES']) await shop.run(api.CreatePointCurrencyDocument, { input: { code, name: code, expiry } });
    for (const name of ['a', 'b', 'c', 'd']) await enroll(shop, name);
    await limit(shop, policy);
    return shop;
  };
  const limit = async (shop: Caller, input: api.SetAdjustmentPolicyInput) =>
    expect((await shop.run(api.SetAdjustmentPolicyDocument, { input })).setAdjustmentPolicy).toMatchObject({
      errors: [],
      adjustmentPolicy: input,
    });
  const agent = async (shop: Caller, name: string) => {
    const { createStaff } = await shop.run(api.CreateStaffDocument, { input: { name, role: 'STAFF' } });
    return new Caller(laurel.url, createStaff?.secret as string);
  };
  const adjust = async (caller: Caller, externalId: string, amount: number, more: Partial<api.AdjustPointsInput> = {}) => {
    const input = {
      member: { externalId },
      idempotencyKey: newKey(),
      amount,
      currencyCode: 'POINTS',
      reason: 'GOODWILL' as const,
      ...more,
    };
    return (await caller.run(api.AdjustPointsDocument, { input })).adjustPoints;
  };
  const exceeded = (remaining: number, required: number) => ({
    entry: null,
    errors: [{ __typename: 'LimitExceeded', code: 'ADJUSTMENT_LIMIT_EXCEEDED', path: ['amount'], remaining, required }],
  });

  test('all members and both signs together; another agent and another currency have their own', async () => {
    const shop = await shopWith({ maxPerAdjustment: 80, maxPerAgentPerDay: 100 });
    const [ann, bob] = [await agent(shop, 'Ann'), await agent(shop, 'Bob')];
    expect(await adjust(ann, 'a', 81)).toMatchObject(exceeded(80, 81));
    expect(await adjust(ann, 'a', -81)).toMatchObject(exceeded(80, 81));
    expect(await adjust(ann, 'a', 60)).toMatchObject({ errors: [], wallet: { active: 60 } });
    expect(await adjust(ann, 'a', -30)).toMatchObject({ errors: [], wallet: { active: 30 } });
    expect(await adjust(ann, 'b', 11)).toMatchObject(exceeded(10, 11));
    expect(await adjust(ann, 'b', 10)).toMatchObject({ errors: [] });
    expect(await adjust(ann, 'c', 1)).toMatchObject(exceeded(0, 1));
    expect(await adjust(ann, 'c', 50, { currencyCode: 'MILES' })).toMatchObject({ errors: [] });
    expect(await adjust(bob, 'c', 80)).toMatchObject({ errors: [] });
    // the admin's personal key is an agent like any other
    expect(await adjust(shop, 'c', 80)).toMatchObject({ errors: [] });
    expect(await adjust(shop, 'c', 80)).toMatchObject(exceeded(20, 80));
  });

  test('a refusal is kept under its key, and neither it nor what is refused otherwise uses room', async () => {
    const shop = await shopWith({ maxPerAgentPerDay: 100 });
    expect(await adjust(shop, 'a', 150, { idempotencyKey: 'big' })).toMatchObject({ ...exceeded(100, 150), replayed: false });
    expect(await adjust(shop, 'a', -50)).toMatchObject({ errors: [{ code: 'INSUFFICIENT_POINTS' }] });
    expect(await adjust(shop, 'a', 100, { idempotencyKey: 'all' })).toMatchObject({ errors: [] });
    expect(await adjust(shop, 'a', 100, { idempotencyKey: 'all' })).toMatchObject({ errors: [], replayed: true });
    await limit(shop, { maxPerAgentPerDay: 500 });
    expect(await adjust(shop, 'a', 150, { idempotencyKey: 'big' })).toMatchObject({ ...exceeded(100, 150), replayed: true });
    expect(await adjust(shop, 'a', 400)).toMatchObject({ errors: [] });
    expect((await shop.run(api.LimitsDocument, {})).program?.adjustmentPolicy).toEqual({ maxPerAdjustment: null, maxPerAgentPerDay: 500 });
  });

  test('of 20 at once, to members in all lanes, exactly as many pass as there is room for', async () => {
    const shop = await shopWith({ maxPerAgentPerDay: 1_000 });
    const ann = await agent(shop, 'Ann');
    for (let i = 0; i < 20; i += 1) await enroll(shop, `m${i}`);
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => adjust(ann, `m${i}`, 70)));
    expect(all.filter((each) => each?.errors.length === 0)).toHaveLength(14);
    for (const each of all.filter((each) => each?.errors.length)) expect(each).toMatchObject(exceeded(20, 70));
    expect(await adjust(ann, 'a', 20)).toMatchObject({ errors: [] });
    expect(await adjust(ann, 'a', 1)).toMatchObject(exceeded(0, 1));
  });

  test('the day turns in the zone of the programme, and is the day on which the agent acts', async () => {
    const shop = await shopWith({ maxPerAgentPerDay: 100 }, '2020-03-01T18:14:59Z');
    expect(await adjust(shop, 'a', 100)).toMatchObject({ errors: [] });
    expect(await adjust(shop, 'a', 1)).toMatchObject(exceeded(0, 1));
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-03-01T18:15:00Z' } });
    expect(await adjust(shop, 'a', 60)).toMatchObject({ errors: [] });
    // back-dating takes from the room of today, neither from what is left of another day nor from a fresh one
    expect(await adjust(shop, 'a', 60, { effectiveAt: '2020-03-01T18:14:59Z' })).toMatchObject(exceeded(40, 60));
  });

  test('points that expired are given back within the same room; a reversal neither takes room nor gives it', async () => {
    const shop = await shopWith({ maxPerAdjustment: 90, maxPerAgentPerDay: 100 });
    const given = await adjust(shop, 'a', 70);
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-05-01T10:00:00Z' } });
    await laurel.app.sweeper.finished();
    const { member } = await shop.run(api.HoldingsDocument, { ref: { externalId: 'a' } });
    const expiry = member?.journal.nodes.find(({ kind }) => kind === 'POINTS_EXPIRED')?.id as string;
    const reinstate = async (amount: number) =>
      (await shop.run(api.ReinstatePointsDocument, { input: { entry: expiry, amount, idempotencyKey: newKey() } })).reinstatePoints;
    expect(await adjust(shop, 'b', 60)).toMatchObject({ errors: [] });
    expect(await reinstate(41)).toMatchObject(exceeded(40, 41));
    expect(await reinstate(30)).toMatchObject({ errors: [], wallet: { active: 30 } });
    const back = await shop.run(api.ReverseEntryDocument, {
      input: { entry: given?.entry?.id as string, amount: 20, idempotencyKey: newKey() },
    });
    expect(back.reverseEntry).toMatchObject({ errors: [] });
    expect(await adjust(shop, 'c', 11)).toMatchObject(exceeded(10, 11));
    expect(await adjust(shop, 'c', 10)).toMatchObject({ errors: [] });
  });

  test('are limits of 0 or more', async () => {
    const shop = await shopWith({});
    const refused = async (input: api.SetAdjustmentPolicyInput) =>
      (await shop.run(api.SetAdjustmentPolicyDocument, { input })).setAdjustmentPolicy?.errors;
    expect(await refused({ maxPerAgentPerDay: -1 })).toMatchObject([{ path: ['maxPerAgentPerDay'] }]);
    expect(await refused({ maxPerAdjustment: -1 })).toMatchObject([{ path: ['maxPerAdjustment'] }]);
    await limit(shop, { maxPerAdjustment: 0, maxPerAgentPerDay: null });
    expect(await adjust(shop, 'a', 1)).toMatchObject(exceeded(0, 1));
    await limit(shop, { maxPerAdjustment: null, maxPerAgentPerDay: null });
    expect(await adjust(shop, 'a', 1_000_000)).toMatchObject({ errors: [] });
  });
});
