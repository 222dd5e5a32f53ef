import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, spend, TestLaurel } from '../../support/laurel.js';

const member = { externalId: 'm' };
/** What 15 June puts the expiry off to. */
const SLID = '2020-12-15T10:00:00.000Z';

describe('Points 3: all points of a member expire together where the expiry slides', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const shopWith = async (more: Partial<api.CreatePointCurrencyInput> = {}) => {
    const shop = await laurel.program('2020-01-15T10:00:00Z');
    const expiry = { mode: 'SLIDING' as const, period: 'P6M', extendedBy: ['PURCHASE'] };
    const made = await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', expiry, ...more } });
    expect(made.createPointCurrency?.errors).toEqual([]);
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'A point a dollar', pointsPerSpend: { points: '1', per: '1' } } });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Review', fixedPoints: { points: '25', event: 'review' } } });
    await enroll(shop, 'm');
    return shop;
  };
  const key = () => ({ idempotencyKey: newKey() });
  const move = (shop: Caller, to: string) => shop.run(api.AdvanceClockDocument, { input: { to } });
  const wallet = async (shop: Caller, externalId = 'm') => (await shop.run(api.HoldingsDocument, { ref: { externalId } })).member?.wallet;
  /** The amounts by their expiry, earliest first. */
  const lots = async (shop: Caller, externalId = 'm') => {
    const sums = new Map<string, number>();
    for (const { expiresAt, remaining } of (await wallet(shop, externalId))?.lots ?? []) {
      sums.set(String(expiresAt), (sums.get(String(expiresAt)) ?? 0) + remaining);
    }
    return Object.fromEntries(sums);
  };
  const review = (shop: Caller, effectiveAt: string) =>
    shop.run(api.RecordActivityDocument, { input: { member, ...key(), event: { name: 'review' }, effectiveAt } });
  const adjust = (shop: Caller, amount: number, effectiveAt?: string) =>
    shop.run(api.AdjustPointsDocument, { input: { member, ...key(), amount, reason: 'GOODWILL', ...(effectiveAt && { effectiveAt }) } });
  const hold = async (shop: Caller, amount: number, timeoutSeconds = 2_592_000) => {
    const { holdPoints } = await shop.run(api.HoldPointsDocument, { input: { member, ...key(), amount, timeoutSeconds } });
    return holdPoints?.hold?.id as string;
  };

  test('Points 3: what is written late, behind an activity that extends, expires with the others', async () => {
    const shop = await shopWith();
    await buy(shop, 'm', '10', '2020-06-15T10:00:00Z');
    await buy(shop, 'm', '20', '2020-02-01T10:00:00Z');
    expect(await lots(shop)).toEqual({ [SLID]: 30 });
    await review(shop, '2020-01-20T00:00:00Z');
    await adjust(shop, 40, '2020-01-20T00:00:00Z');
    expect(await lots(shop)).toEqual({ [SLID]: 95 });
    await move(shop, SLID);
    expect(await wallet(shop)).toMatchObject({ active: 0, expired: 95, lots: [] });
  });

  test('Points 3: a late activity puts no expiry back', async () => {
    const shop = await shopWith();
    await buy(shop, 'm', '10', '2020-06-15T10:00:00Z');
    await review(shop, '2020-08-01T00:00:00Z');
    await buy(shop, 'm', '5', '2020-02-01T10:00:00Z');
    // Nor does what it brought go beyond: the review extends nothing.
    expect(await lots(shop)).toEqual({ [SLID]: 15, '2021-02-01T00:00:00.000Z': 25 });
    await buy(shop, 'm', '5', '2020-09-01T00:00:00Z');
    expect(await lots(shop)).toEqual({ '2021-03-01T00:00:00.000Z': 45 });
  });

  test('Points 3: an activity extends also where there were no points yet', async () => {
    const shop = await shopWith();
    await buy(shop, 'm', '0', '2020-06-15T10:00:00Z');
    await adjust(shop, 7, '2020-03-01T00:00:00Z');
    expect(await lots(shop)).toEqual({ [SLID]: 7 });
  });

  test('Points 3: what a hold gives back expires with the others, however it ends', async () => {
    const shop = await shopWith();
    await buy(shop, 'm', '100');
    await move(shop, '2020-06-10T10:00:00Z');
    const [released, captured] = [await hold(shop, 10), await hold(shop, 20)];
    await hold(shop, 30, 8 * 86_400);
    await move(shop, '2020-06-15T10:00:00Z');
    await buy(shop, 'm', '1');
    expect(await lots(shop)).toEqual({ [SLID]: 41 });
    await shop.run(api.ReleaseHoldDocument, { input: { hold: released, ...key() } });
    await shop.run(api.CaptureHoldDocument, { input: { hold: captured, amount: 5, ...key() } });
    expect(await lots(shop)).toEqual({ [SLID]: 66 });
    await move(shop, '2020-06-20T10:00:00Z');
    await laurel.app.sweeper.finished();
    expect(await lots(shop)).toEqual({ [SLID]: 96 });
    await move(shop, '2020-12-15T09:59:59.999Z');
    expect(await wallet(shop)).toMatchObject({ active: 96, held: 0, expired: 0 });
  });

  test('Points 3: what a hold gives back after its own expiry is there as long as the others are', async () => {
    const shop = await shopWith();
    await buy(shop, 'm', '100');
    await move(shop, '2020-07-10T10:00:00Z');
    const id = await hold(shop, 60);
    await buy(shop, 'm', '0');
    await move(shop, '2020-08-01T10:00:00Z');
    await shop.run(api.ReleaseHoldDocument, { input: { hold: id, ...key() } });
    expect(await lots(shop)).toEqual({ '2021-01-10T10:00:00.000Z': 100 });
  });

  test('Points 3: what a return restores, a reversal gives back and a reinstatement expires with the others', async () => {
    const shop = await shopWith();
    await buy(shop, 'm', '100');
    await adjust(shop, 7, '2020-01-15T10:00:00Z');
    const paid = (await spend(shop, 'm', 40)).entry?.id as string;
    const wrong = (await spend(shop, 'm', 30)).entry?.id as string;
    const input = { member, ...key(), purchase: { amount: '40', paidWithPoints: { entry: paid, value: '40' } } };
    const { recordActivity } = await shop.run(api.RecordActivityDocument, { input });
    await buy(shop, 'm', '0', '2020-06-15T10:00:00Z');
    await shop.run(api.CancelPurchaseDocument, { input: { purchase: recordActivity?.activity?.id as string, ...key() } });
    await shop.run(api.ReverseEntryDocument, { input: { entry: wrong, amount: 20, ...key() } });
    expect(await lots(shop)).toEqual({ [SLID]: 97 });

    await move(shop, SLID);
    await laurel.app.sweeper.finished();
    await buy(shop, 'm', '0');
    const journal = (await shop.run(api.HoldingsDocument, { ref: member })).member?.journal.nodes;
    const expiry = journal?.find(({ kind }) => kind === 'POINTS_EXPIRED')?.id as string;
    const reinstate = (amount: number, expiresAt: string) =>
      shop.run(api.ReinstatePointsDocument, { input: { entry: expiry, amount, expiresAt, ...key() } });
    await reinstate(1, '2021-01-01T00:00:00Z');
    await reinstate(2, '2022-01-01T00:00:00Z');
    expect(await lots(shop)).toEqual({ '2021-06-15T10:00:00.000Z': 1, '2022-01-01T00:00:00.000Z': 2 });
  });

  test('Points 3: what becomes active late expires with the others', async () => {
    const shop = await shopWith({ activation: { mode: 'ON_EVENT', event: 'delivered', cancelAfter: 'P1Y' } });
    await buy(shop, 'm', '10', '2020-02-01T10:00:00Z');
    await buy(shop, 'm', '0', '2020-06-15T10:00:00Z');
    const delivered = { member, ...key(), event: { name: 'delivered' }, effectiveAt: '2020-03-01T10:00:00Z' };
    await shop.run(api.RecordActivityDocument, { input: delivered });
    expect(await lots(shop)).toEqual({ [SLID]: 10 });
  });

  test('Points 3: points from another member keep their expiry until an activity of the receiver extends', async () => {
    const shop = await shopWith();
    await shop.run(api.SetTransferPolicyDocument, { input: { isAllowed: true } });
    await enroll(shop, 'giver');
    await buy(shop, 'giver', '50');
    await buy(shop, 'm', '10', '2020-06-15T10:00:00Z');
    const gift = { from: { externalId: 'giver' }, to: member, amount: 50, ...key() };
    expect((await shop.run(api.TransferPointsDocument, { input: gift })).transferPoints?.errors).toEqual([]);
    expect(await lots(shop)).toEqual({ '2020-07-15T10:00:00.000Z': 50, [SLID]: 10 });
    await buy(shop, 'm', '0', '2020-06-15T10:00:00Z');
    expect(await lots(shop)).toEqual({ [SLID]: 60 });
  });

  test('verify sees an extension that does not follow from the journal', async () => {
    const shop = await shopWith();
    await enroll(shop, 'altered');
    await buy(shop, 'altered', '10');
    const { reads } = laurel.app.services;
    const alter = (from: number, to: number) =>
      reads.query(
        `update streams set state = replace(state::text, $1, $2)::json where stream_id = (select id from members where external_id = 'altered')`,
        [`:${from}}`, `:${to}}`],
      );
    const until = Date.parse('2020-07-15T10:00:00Z');
    await alter(until, until + 1);
    expect(await laurel.differences()).toMatchObject([expect.stringMatching(/state is/)]);
    await alter(until + 1, until);
    expect(await laurel.differences()).toEqual([]);
  });
});
