import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, openShop, spend, TestLaurel } from '../../support/laurel.js';

describe('earning and spending', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
    await openShop(shop);
  });
  afterAll(() => laurel.stop());

  const member = async (externalId: string) => (await shop.run(api.MemberDocument, { ref: { externalId } })).member;

  test('Points 10 and 11: a purchase earns a point for each whole dollar and explains itself', async () => {
    await enroll(shop, 'ada');
    const { entry, errors, replayed } = await buy(shop, 'ada', '12.99');
    expect(errors).toEqual([]);
    expect(replayed).toBe(false);
    expect(entry).toMatchObject({ kind: 'ACTIVITY_RECORDED', number: 2, changes: [{ amount: 12, balanceBefore: 0, balanceAfter: 12 }] });
    expect(entry?.summary).toBe('You earned 12 POINTS for a purchase.');
  });

  test('a named event earns by its rule, another name earns nothing', async () => {
    await enroll(shop, 'ben');
    const record = (name: string) =>
      shop.run(api.RecordActivityDocument, {
        input: { member: { externalId: 'ben' }, idempotencyKey: newKey(), event: { name, attributes: { stars: 5 } } },
      });
    expect((await record('review')).recordActivity?.entry?.changes).toMatchObject([{ amount: 25 }]);
    expect((await record('visit')).recordActivity?.entry?.changes).toEqual([]);
  });

  test('Concurrency: the same key gives the first outcome again, refusals included; another input is told so', async () => {
    await enroll(shop, 'cleo');
    await buy(shop, 'cleo', '100');
    const first = await spend(shop, 'cleo', 30, undefined, 'k1');
    const again = await spend(shop, 'cleo', 30, undefined, 'k1');
    expect(again.entry).toEqual(first.entry);
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect((await spend(shop, 'cleo', 31, undefined, 'k1')).errors).toMatchObject([{ __typename: 'IdempotencyKeyReused' }]);

    const refused = await spend(shop, 'cleo', 500, undefined, 'k2');
    expect(refused.errors).toMatchObject([{ __typename: 'InsufficientPoints', available: 70, required: 500 }]);
    await buy(shop, 'cleo', '1000');
    const later = await spend(shop, 'cleo', 500, undefined, 'k2');
    expect(later).toMatchObject({ replayed: true, entry: null, errors: refused.errors });
    const outcome = await shop.run(api.CommandOutcomeDocument, { member: { externalId: 'cleo' }, idempotencyKey: 'k2' });
    expect(outcome.commandOutcome?.error?.code).toBe('INSUFFICIENT_POINTS');
  });

  test('one order under two keys does not earn twice', async () => {
    await enroll(shop, 'dora');
    const record = () =>
      shop.run(api.RecordActivityDocument, {
        input: { member: { externalId: 'dora' }, idempotencyKey: newKey(), externalId: 'order-1', purchase: { amount: '50' } },
      });
    expect((await record()).recordActivity?.errors).toEqual([]);
    expect((await record()).recordActivity?.errors).toMatchObject([{ __typename: 'ActivityAlreadyRecorded' }]);
    expect((await member('dora'))?.wallets[0]?.active).toBe(50);
  });

  test('another currency is refused, with both codes', async () => {
    await enroll(shop, 'eve');
    const { recordActivity } = await shop.run(api.RecordActivityDocument, {
      input: { member: { externalId: 'eve' }, idempotencyKey: newKey(), purchase: { amount: '5', currencyCode: 'EUR' } },
    });
    expect(recordActivity?.errors).toMatchObject([{ __typename: 'CurrencyMismatch', expected: 'USD', actual: 'EUR' }]);
  });

  test('Points 3 and 5: points expire at their instant, exclusively, lazily and swept alike', async () => {
    for (const who of ['lazy', 'swept']) {
      await enroll(shop, who, '2020-01-01T00:00:00Z');
      await buy(shop, who, '100', '2020-02-01T00:00:00Z');
      await buy(shop, who, '40', '2020-03-01T00:00:00Z');
    }
    // 365 days after 1 February 2020, a leap year: 31 January 2021.
    expect((await spend(shop, 'lazy', 10, '2021-01-30T23:59:59.999Z')).entry?.changes[0]?.balanceAfter).toBe(130);
    expect((await spend(shop, 'swept', 10, '2021-01-30T23:59:59.999Z')).entry?.changes[0]?.balanceAfter).toBe(130);
    expect((await spend(shop, 'lazy', 41, '2021-01-31T00:00:00Z')).errors).toMatchObject([{ available: 40 }]);
    await spend(shop, 'lazy', 5, '2021-01-31T00:00:00Z');
    await shop.run(api.AdvanceClockDocument, { input: { to: '2021-01-31T00:00:00Z' } });
    await laurel.app.sweeper.finished();
    await spend(shop, 'swept', 5, '2021-01-31T00:00:00Z');
    const [lazy, swept] = [await member('lazy'), await member('swept')];
    const plain = (entries: readonly { kind: string; number: number; effectiveAt: unknown; changes: unknown }[] | undefined) =>
      entries?.map(({ kind, number, effectiveAt, changes }) => ({ kind, number, effectiveAt, changes }));
    expect(plain(lazy?.journal.nodes)).toEqual(plain(swept?.journal.nodes));
    expect(lazy?.journal.nodes.map((entry) => entry.kind)).toEqual([
      'MEMBER_ENROLLED',
      'ACTIVITY_RECORDED',
      'TIER_CHANGED',
      'ACTIVITY_RECORDED',
      // 1 January
      'TIER_CHANGED',
      'POINTS_SPENT',
      'POINTS_EXPIRED',
      'POINTS_SPENT',
    ]);
    expect(lazy?.wallets[0]).toMatchObject({ active: 35, earned: 140, spent: 15, expired: 90 });
  });

  test('Points 1: the past is answered for any instant, as it was known at any instant', async () => {
    await enroll(shop, 'past', '2020-01-01T00:00:00Z');
    await buy(shop, 'past', '100', '2020-02-01T00:00:00Z');
    await buy(shop, 'past', '50', '2020-04-01T00:00:00Z');
    const at = async (asOf: string, knownAt?: string) => {
      const { member } = await shop.run(api.MemberAsOfDocument, { ref: { externalId: 'past' }, asOf, ...(knownAt && { knownAt }) });
      return member;
    };
    expect((await at('2020-01-31T23:59:59Z'))?.wallet?.active).toBe(0);
    expect((await at('2020-02-01T00:00:00Z'))?.wallet?.active).toBe(100);
    expect((await at('2020-02-01T00:00:00Z'))?.standing?.tier.name).toBe('Silver');
    expect((await at('2020-05-01T00:00:00Z'))?.wallet?.active).toBe(150);
    expect((await at('2021-03-01T00:00:00Z'))?.wallet).toMatchObject({ active: 50, expired: 100 });
    expect((await at('2021-03-01T00:00:00Z'))?.standing?.tier.name).toBe('Bronze');
    expect((await at('2020-05-01T00:00:00Z', '2019-01-01T00:00:00Z'))?.wallet).toBeNull();
  });

  test('Points 1: a back-dated command is decided on the present state and marked so', async () => {
    await enroll(shop, 'late', '2020-01-01T00:00:00Z');
    await buy(shop, 'late', '10', '2020-06-01T00:00:00Z');
    const { entry } = await buy(shop, 'late', '20', '2020-03-01T00:00:00Z');
    expect(entry).toMatchObject({ isBackDated: true, number: 3, changes: [{ balanceBefore: 10, balanceAfter: 30 }] });
  });

  test('Points 12: points are given and taken by hand, with a reason', async () => {
    await enroll(shop, 'adj');
    const adjust = (amount: number) =>
      shop.run(api.AdjustPointsDocument, {
        input: { member: { externalId: 'adj' }, idempotencyKey: newKey(), amount, reason: 'GOODWILL' },
      });
    expect((await adjust(40)).adjustPoints).toMatchObject({
      entry: { kind: 'POINTS_ADJUSTED', reason: 'GOODWILL' },
      wallet: { active: 40 },
    });
    expect((await adjust(-15)).adjustPoints?.wallet?.active).toBe(25);
    expect((await adjust(-26)).adjustPoints?.errors).toMatchObject([{ __typename: 'InsufficientPoints', available: 25, required: 26 }]);
    expect((await adjust(0)).adjustPoints?.errors).toMatchObject([{ __typename: 'InvalidInput' }]);
  });

  test('Concurrency: twenty parallel spends of 100 from 100 points: exactly one succeeds', async () => {
    await enroll(shop, 'race');
    await buy(shop, 'race', '100');
    const results = await Promise.all(Array.from({ length: 20 }, () => spend(shop, 'race', 100)));
    expect(results.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(results.filter(({ errors }) => errors[0]?.code === 'INSUFFICIENT_POINTS')).toHaveLength(19);
  });

  test('a member with many small lots spends across their pages', async () => {
    await enroll(shop, 'lots', '2020-01-01T00:00:00Z');
    const days = Array.from({ length: 150 }, (_, i) => new Date(Date.UTC(2020, 1, 1 + i)).toISOString());
    await shop.run(api.RecordActivitiesDocument, {
      input: {
        activities: days.map((effectiveAt) => ({
          member: { externalId: 'lots' },
          idempotencyKey: newKey(),
          purchase: { amount: '2' },
          effectiveAt,
        })),
      },
    });
    const { entry } = await spend(shop, 'lots', 211, days.at(-1));
    expect(entry?.changes[0]?.balanceAfter).toBe(89);
    // 105 lots are gone, one is half spent, 44 are whole.
    const lots = (await member('lots'))?.wallets[0]?.lots ?? [];
    expect(lots[0]?.remaining).toBe(1);
  });
});
