import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, startApp } from '../../../src/app.js';
import { readConfig } from '../../../src/config.js';
import * as api from '../../support/generated.js';
import { Caller, newKey, TestLaurel } from '../../support/laurel.js';

describe('Points 9: the budget of a promotion', () => {
  let laurel: TestLaurel;
  let second: App;
  let folder: string;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    folder = await mkdtemp(join(tmpdir(), 'laurel-second-'));
    const own = { port: 0, databaseUrl: laurel.databaseUrl, dataDir: folder, isDemoWanted: false, rateLimitPerMinute: null };
    second = await startApp({ ...readConfig({}), ...own }, () => {});
  });
  afterAll(async () => {
    await second.stop();
    await laurel.stop();
    await rm(folder, { recursive: true });
  });

  const open = async (input: Partial<api.CreatePromotionInput>, { members = 3, currency = {} } = {}) => {
    const shop = await laurel.program('2020-01-01T00:00:00Z');
    await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', ...currency } });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
    await shop.run(api.EnrollMembersDocument, {
      input: { members: Array.from({ length: members }, (_, i) => ({ externalId: `m${i}` })) },
    });
    const { createPromotion } = await shop.run(api.CreatePromotionDocument, { input: { name: 'Summer', ...input } });
    expect(createPromotion?.errors).toEqual([]);
    return { shop, id: createPromotion?.promotion?.id as string };
  };
  const buy = async (caller: Caller, who: number, amount: string, effectiveAt?: string) => {
    const { recordActivity } = await caller.run(api.RecordPromotedDocument, {
      input: { member: { externalId: `m${who}` }, idempotencyKey: newKey(), purchase: { amount }, ...(effectiveAt && { effectiveAt }) },
    });
    if (!recordActivity) throw new Error('no payload');
    return recordActivity;
  };
  type Bought = Awaited<ReturnType<typeof buy>>;
  const extra = ({ awards }: Bought): number => awards[0]?.promotions.reduce((sum, { points }) => sum + points, 0) ?? 0;
  const cancel = (caller: Caller, bought: Bought) =>
    caller.run(api.CancelPurchaseDocument, { input: { purchase: bought.activity?.id as string, idempotencyKey: newKey() } });
  const state = async (shop: Caller) => (await shop.run(api.PromotionsDocument, {})).promotions?.[0];

  test('64 clients at two processes spend one of 10,000 to exactly 10,000, and again what came back', async () => {
    const { shop } = await open({ multiplier: '3', budget: { points: 10_000 } }, { members: 64 });
    const doors = [shop, new Caller(second.url, shop.secret)];
    const each = await Promise.all(
      Array.from({ length: 64 }, async (_, who) => {
        const mine: Bought[] = [];
        for (let i = 0; i < 10; i += 1) mine.push(await buy(doors[(who + i) % 2] as Caller, who, String(1 + ((who * 7 + i) % 17) * 2)));
        return mine;
      }),
    );
    const all = each.flat();
    const sum = (of: (bought: Bought) => number) => all.reduce((total, bought) => total + of(bought), 0);
    expect(all.flatMap(({ errors }) => errors)).toEqual([]);
    expect(sum(({ awards }) => awards[0]?.requested ?? 0)).toBeGreaterThan(20_000);
    expect(sum(extra)).toBe(10_000);
    expect(await state(shop)).toMatchObject({ used: { points: 10_000 }, remaining: { points: 0 } });

    // when half of the purchases come back, while others are made
    const back = all.filter((_, i) => i % 2 === 0);
    const room = back.reduce((total, bought) => total + extra(bought), 0);
    const doings = back.map((bought, i) => cancel(doors[i % 2] as Caller, bought));
    const later = await Promise.all(Array.from({ length: 64 }, (_, who) => buy(doors[who % 2] as Caller, who, '20')));
    for (const { cancelPurchase } of await Promise.all(doings)) expect(cancelPurchase?.errors).toEqual([]);
    later.push(await buy(shop, 0, String(room + 1)));

    // then exactly what came back was given again, and what rules give was never touched
    expect(later.reduce((total, bought) => total + extra(bought), 0)).toBe(room);
    expect(await state(shop)).toMatchObject({ used: { points: 10_000 }, remaining: { points: 0 } });
    for (const bought of later) expect((bought.awards[0]?.granted as number) - extra(bought)).toBeGreaterThanOrEqual(20);
    expect(await laurel.differences()).toEqual([]);
  }, 120_000);

  test('in money ends where its money does, by what a point costs, and comes back', async () => {
    // 10.00 at 0.015 a point: 666 points
    const { shop, id } = await open({ bonus: 400, costPerPoint: '0.015', budget: { points: 5_000, money: '10' } });
    const first = await buy(shop, 0, '1');
    expect(first).toMatchObject({ awards: [{ granted: 401, limitedBy: [] }] });
    expect(await state(shop)).toMatchObject({
      used: { points: 400, money: { amount: '6.00' } },
      remaining: { points: 266, money: { amount: '3.99' } },
    });
    expect(await buy(shop, 1, '1')).toMatchObject({
      awards: [{ requested: 401, granted: 267, limitedBy: [{ capId: id, name: 'Summer', requested: 400, granted: 266 }] }],
      entry: { summary: expect.stringContaining('The limit "Summer" allowed 266 of 400 POINTS.') },
    });
    expect(await buy(shop, 2, '1')).toMatchObject({
      awards: [{ granted: 1, promotions: [], declinedPromotions: [{ promotionId: id, reason: 'BUDGET_USED_UP' }] }],
    });
    await cancel(shop, first);
    expect(await state(shop)).toMatchObject({ used: { points: 266 }, remaining: { points: 400, money: { amount: '6.00' } } });
    // A larger budget counts what was used before.
    await shop.run(api.UpdatePromotionDocument, { input: { id, budget: { points: 1_000 } } });
    expect(await state(shop)).toMatchObject({ version: 2, used: { points: 266 }, remaining: { points: 734 } });
  });

  test('comes back in part with a part of a purchase, and as a whole with the rest', async () => {
    const { shop } = await open({ multiplier: '2', budget: { points: 100 } });
    const bought = await buy(shop, 0, '30');
    const give = (amount: string) =>
      shop.run(api.ReturnPurchaseDocument, { input: { purchase: bought.activity?.id as string, amount, idempotencyKey: newKey() } });
    await give('10');
    expect(await state(shop)).toMatchObject({ used: { points: 20 } });
    await give('10');
    expect(await state(shop)).toMatchObject({ used: { points: 10 } });
    await cancel(shop, bought);
    expect(await state(shop)).toMatchObject({ used: { points: 0 }, remaining: { points: 100 } });
  });

  test('comes back when points that wait are cancelled, or lapse', async () => {
    const currency = { activation: { mode: 'ON_EVENT' as const, event: 'delivered', cancelAfter: 'P30D' } };
    const { shop } = await open({ bonus: 40, budget: { points: 100 } }, { currency });
    const first = await buy(shop, 0, '10');
    await buy(shop, 1, '10');
    expect(await state(shop)).toMatchObject({ used: { points: 80 } });
    await shop.run(api.CancelPointsDocument, { input: { activity: first.activity?.id as string, idempotencyKey: newKey() } });
    expect(await state(shop)).toMatchObject({ used: { points: 40 } });
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-01-31T00:00:00Z' } });
    await laurel.app.sweeper.finished();
    expect(await state(shop)).toMatchObject({ used: { points: 0 } });
  });

  test('counts only what was earned in the end: what another cap took away stays in it', async () => {
    const { shop } = await open({ multiplier: '5', budget: { points: 100 } });
    await shop.run(api.CreateEarningCapDocument, { input: { name: 'Fifteen', period: 'EVER', max: 15 } });
    const bought = await buy(shop, 0, '10');
    // 10 of the rule and 40 of the promotion, of which the cap leaves 5: promotions give way before rules
    expect(bought).toMatchObject({ awards: [{ requested: 50, granted: 15, promotions: [{ points: 5 }] }] });
    expect(await state(shop)).toMatchObject({ used: { points: 5 } });
    await cancel(shop, bought);
    expect(await state(shop)).toMatchObject({ used: { points: 0 } });
  });

  test('a paused or archived promotion gives nothing, and gets back what is returned all the same', async () => {
    const { shop, id } = await open({ bonus: 50, budget: { points: 100 } });
    const bought = await buy(shop, 0, '10');
    await shop.run(api.PausePromotionDocument, { input: { id } });
    expect(extra(await buy(shop, 0, '10'))).toBe(0);
    await shop.run(api.ResumePromotionDocument, { input: { id } });
    const other = await buy(shop, 0, '10');
    expect(extra(other)).toBe(50);
    await shop.run(api.PausePromotionDocument, { input: { id } });
    await cancel(shop, other);
    expect(await state(shop)).toMatchObject({ status: 'PAUSED', used: { points: 50 } });
    const { archivePromotion } = await shop.run(api.ArchivePromotionDocument, { input: { id } });
    expect(archivePromotion).toMatchObject({ promotion: { status: 'ARCHIVED', version: 5 }, errors: [] });
    await cancel(shop, bought);
    const { promotions } = await shop.run(api.PromotionsDocument, { status: 'ARCHIVED' });
    expect(promotions).toMatchObject([{ used: { points: 0 } }]);
    expect((await shop.run(api.PromotionsDocument, {})).promotions).toEqual([]);
    const again = await shop.run(api.ResumePromotionDocument, { input: { id } });
    expect(again.resumePromotion?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['id'] }]);
  });

  test('what each member can get begins anew with each period, and comes back with returns', async () => {
    const { shop, id } = await open({ multiplier: '2', memberCap: { period: 'WEEK', max: 25 } });
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-03-01T12:00:00Z' } });
    expect(extra(await buy(shop, 0, '20'))).toBe(20);
    const second = await buy(shop, 0, '20');
    expect(second).toMatchObject({ awards: [{ requested: 40, granted: 25, limitedBy: [{ capId: id, requested: 20, granted: 5 }] }] });
    expect(await buy(shop, 0, '20')).toMatchObject({
      awards: [{ granted: 20, declinedPromotions: [{ promotionId: id, reason: 'MEMBER_LIMIT_REACHED', insteadId: null }] }],
    });
    expect(extra(await buy(shop, 1, '20'))).toBe(20);
    await cancel(shop, second);
    expect(extra(await buy(shop, 0, '20'))).toBe(5);
    // Monday
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-03-02T00:00:00Z' } });
    expect(extra(await buy(shop, 0, '20'))).toBe(20);
    expect((await state(shop))?.used).toBeNull();
  });
});
