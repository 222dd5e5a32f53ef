import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, startApp } from '../../../src/app.js';
import { randomFrom } from '../../../src/cli/demo-random.js';
import { readConfig } from '../../../src/config.js';
import { localId } from '../../../src/graphql/global-id.js';
import * as api from '../../support/generated.js';
import { Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';
import { seed } from '../../support/seed.js';

describe('Points 9: caps of a whole programme', () => {
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

  const shopWith = async (
    caps: Partial<api.CreateEarningCapInput>[],
    { currency = {}, members = 2 }: { currency?: Partial<api.CreatePointCurrencyInput>; members?: number } = {},
  ) => {
    const shop = await laurel.program('2020-01-01T00:00:00Z', { timeZone: 'Asia/Kathmandu' });
    await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', ...currency } });
    const rules: Record<string, string> = {};
    for (const input of [
      { name: 'Base', pointsPerSpend: { points: '1', per: '1' } },
      { name: 'Bonus', pointsPerItem: { sku: 'A', points: '10' } },
    ])
      rules[input.name] = (await shop.run(api.CreateEarningRuleDocument, { input })).createEarningRule?.earningRule?.id as string;
    for (const { ruleId, ...cap } of caps) {
      const input = { name: 'Budget', scope: 'PROGRAM' as const, period: 'EVER' as const, max: 100, ...cap };
      const { createEarningCap } = await shop.run(api.CreateEarningCapDocument, { input: { ...input, ruleId: ruleId && rules[ruleId] } });
      expect(createEarningCap?.errors).toEqual([]);
    }
    const list = Array.from({ length: members }, (_, i) => ({ externalId: `m${i}` }));
    await shop.run(api.EnrollMembersDocument, { input: { members: list } });
    return shop;
  };
  const buy = async (
    shop: Caller,
    who: number,
    amount: string,
    more: { effectiveAt?: string; quantity?: number; externalId?: string; idempotencyKey?: string } = {},
  ) => {
    const { quantity, idempotencyKey = newKey(), ...rest } = more;
    const items = quantity ? [{ sku: 'A', quantity, amount: '0' }] : undefined;
    const { recordActivity } = await shop.run(api.RecordActivityDocument, {
      input: { member: { externalId: `m${who}` }, idempotencyKey, purchase: { amount, ...(items && { items }) }, ...rest },
    });
    return recordActivity;
  };
  const granted = async (...bought: Parameters<typeof buy>) => (await buy(...bought))?.awards[0]?.granted;
  const caps = async (shop: Caller) => (await shop.run(api.LimitsDocument, {})).program?.earningCaps;
  const activityOf = (bought: Awaited<ReturnType<typeof buy>>) => bought?.activity?.id as string;
  const cancel = (shop: Caller, purchase: string) =>
    shop.run(api.CancelPurchaseDocument, { input: { purchase, idempotencyKey: newKey() } });

  test('64 clients at two processes spend a budget of 10,000 to exactly 10,000, and again what came back', async () => {
    const shop = await shopWith([{ name: 'Summer', max: 10_000 }], { members: 64 });
    const doors = [shop, new Caller(second.url, shop.secret)];

    const each = await Promise.all(
      Array.from({ length: 64 }, async (_, who) => {
        const mine: NonNullable<Awaited<ReturnType<typeof buy>>>[] = [];
        for (let i = 0; i < 12; i += 1) {
          const bought = await buy(doors[(who + i) % 2] as Caller, who, String(1 + ((who * 7 + i) % 17) * 2));
          if (bought) mine.push(bought);
        }
        return mine;
      }),
    );

    const all = each.flat();
    const sum = (what: 'requested' | 'granted') => all.reduce((total, { awards }) => total + (awards[0]?.[what] ?? 0), 0);
    expect(all.flatMap(({ errors }) => errors)).toEqual([]);
    expect(sum('requested')).toBeGreaterThan(12_000);
    expect(sum('granted')).toBe(10_000);
    expect(await caps(shop)).toMatchObject([{ scope: 'PROGRAM', max: 10_000, used: 10_000, remaining: 0 }]);

    // when half of the purchases come back, while others are made
    const back = all.filter((_, i) => i % 2 === 0);
    const room = back.reduce((total, { awards }) => total + (awards[0]?.granted ?? 0), 0);
    const doings = back.map((bought, i) => cancel(doors[i % 2] as Caller, activityOf(bought)));
    const later = await Promise.all(Array.from({ length: 64 }, (_, who) => granted(doors[who % 2] as Caller, who, '30')));
    for (const { cancelPurchase } of await Promise.all(doings)) expect(cancelPurchase?.errors).toEqual([]);
    later.push(await granted(shop, 0, String(room + 1)));

    // then exactly what came back was earned again
    expect(later.reduce((total: number, points) => total + (points ?? 0), 0)).toBe(room);
    expect(await caps(shop)).toMatchObject([{ used: 10_000, remaining: 0 }]);
  }, 120_000);

  test('several caps hold in every period while late purchases, returns and lapses cross each other', async () => {
    const limits = [
      { name: 'Day', period: 'DAY' as const, max: 120 },
      { name: 'Week', period: 'WEEK' as const, max: 300, ruleId: 'Bonus' },
      { name: 'Ever', max: 900 },
    ];
    const currency = { activation: { mode: 'ON_EVENT' as const, event: 'delivered', cancelAfter: 'P3D' } };
    const shop = await shopWith(limits, { members: 16, currency });
    const doors = [shop, new Caller(second.url, shop.secret)];
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-01-20T00:00:00Z' } });
    const random = randomFrom(seed());

    await Promise.all(
      Array.from({ length: 16 }, async (_, who) => {
        const mine: string[] = [];
        for (let i = 0; i < 15; i += 1) {
          const door = doors[(who + i) % 2] as Caller;
          const purchase = random() < 0.35 ? mine.pop() : undefined;
          if (purchase) expect((await cancel(door, purchase)).cancelPurchase?.errors).toEqual([]);
          else {
            // What was bought more than three days ago lapses at once.
            const effectiveAt = new Date(Date.UTC(2020, 0, 12 + Math.floor(random() * 8))).toISOString();
            mine.push(activityOf(await buy(door, who, String(1 + Math.floor(random() * 30)), { effectiveAt, quantity: 1 })));
          }
        }
      }),
    );

    const { rows } = await laurel.app.services.reads.query<{ counter: string; most: string; least: string }>(
      `select c->>'counter' as counter, max((c->>'used')::int8) as most, min((c->>'used')::int8) as least
        from journal j, json_array_elements(j.data->'shared') c where j.program_id = $1 group by 1`,
      [localId('program', (await shop.run(api.ViewerDocument, {})).viewer?.programId as string)],
    );
    const maxOf = new Map((await caps(shop))?.map(({ id, max }) => [`cap:${localId('earningCap', id)}`, max]));
    expect(rows).toHaveLength(3);
    for (const { counter, most, least } of rows) {
      expect(Number(most)).toBeLessThanOrEqual(maxOf.get(counter) as number);
      expect(Number(least)).toBeGreaterThanOrEqual(0);
    }
    expect(await laurel.differences()).toEqual([]);
    const { rows: ends } = await laurel.app.services.reads.query(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    );
    expect(ends).toEqual([{ deadlocks: 0 }]);
  }, 60_000);

  test('Points 11: whom a budget left less is told so, in data and in a sentence', async () => {
    const shop = await shopWith([{ name: 'Summer budget', max: 50 }]);
    expect(await granted(shop, 0, '30')).toBe(30);
    expect(await buy(shop, 1, '50')).toMatchObject({
      errors: [],
      entry: { summary: expect.stringContaining('The limit "Summer budget" allowed 20 of 50 POINTS.') },
      awards: [{ requested: 50, granted: 20, limitedBy: [{ name: 'Summer budget', requested: 50, granted: 20 }] }],
    });
    expect(await granted(shop, 0, '9')).toBe(0);
  });

  test('caps of two rules and of all of them, of the programme and of the member, hold together', async () => {
    const shop = await shopWith(
      [
        { name: 'Bonus', ruleId: 'Bonus', max: 35 },
        { name: 'Base', ruleId: 'Base', max: 100 },
        { name: 'All', max: 120 },
        { name: 'Mine', scope: 'MEMBER', max: 60 },
      ],
      { members: 3 },
    );
    // 40 + 20; the member's own cap bites before any that is shared
    expect(await buy(shop, 0, '50', { quantity: 2 })).toMatchObject({
      awards: [{ requested: 70, granted: 60, limitedBy: [{ name: 'Mine' }] }],
    });
    expect(await caps(shop)).toMatchObject([
      { name: 'Bonus', used: 10 },
      { name: 'Base', used: 50 },
      { name: 'All', used: 60 },
      { name: 'Mine', scope: 'MEMBER', used: null, remaining: null },
    ]);
    // 40 + 30, of which 25 are left of the bonus
    const other = await buy(shop, 1, '40', { quantity: 3 });
    expect(other).toMatchObject({
      awards: [
        {
          requested: 70,
          granted: 60,
          limitedBy: [
            { name: 'Bonus', requested: 30, granted: 25 },
            { name: 'Mine', requested: 65, granted: 60 },
          ],
        },
      ],
    });
    expect(await caps(shop)).toMatchObject([{ used: 30 }, { used: 90 }, { used: 120, remaining: 0 }, {}]);
    expect(await buy(shop, 2, '5', { quantity: 1 })).toMatchObject({
      awards: [{ requested: 15, granted: 0, limitedBy: [{ name: 'Bonus' }, { name: 'All', requested: 10, granted: 0 }] }],
    });
    // what a cap granted and another took away was never counted, and so does not come back
    await cancel(shop, activityOf(other));
    expect(await caps(shop)).toMatchObject([{ used: 10 }, { used: 50 }, { used: 60 }, {}]);
  });

  test('of a week begin anew on Monday in the zone of the programme; a late activity counts in its own', async () => {
    // Kathmandu is 5:45 ahead of UTC. 2020-03-02 is a Monday.
    const [sunday, monday] = ['2020-03-01T18:14:59Z', '2020-03-01T18:15:00Z'];
    const shop = await shopWith([{ period: 'WEEK', max: 50 }]);
    const run = (at: string) => shop.run(api.AdvanceClockDocument, { input: { to: at } });
    await run(sunday);
    expect(await granted(shop, 0, '40')).toBe(40);
    expect(await granted(shop, 1, '40')).toBe(10);
    expect(await caps(shop)).toMatchObject([{ used: 50, remaining: 0 }]);
    await run(monday);
    expect(await caps(shop)).toMatchObject([{ used: 0, remaining: 50 }]);
    expect(await granted(shop, 1, '45')).toBe(45);
    expect(await granted(shop, 0, '9', { effectiveAt: sunday })).toBe(0);
    expect(await granted(shop, 0, '9', { effectiveAt: '2020-02-23T12:00:00Z' })).toBe(9);
    expect(await caps(shop)).toMatchObject([{ used: 45, remaining: 5 }]);
  });

  test('a return gives room back in the week of its purchase, and none for points that were let go', async () => {
    const shop = await shopWith([{ period: 'WEEK', max: 50 }]);
    const first = await buy(shop, 0, '50', { effectiveAt: '2020-03-01T12:00:00Z' });
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-03-05T12:00:00Z' } });
    expect(await granted(shop, 1, '60')).toBe(50);
    await shop.run(api.SpendPointsDocument, { input: { member: { externalId: 'm0' }, amount: 20, idempotencyKey: newKey() } });
    // of 50 that are due, 30 are there
    const returned = await shop.run(api.ReturnPurchaseDocument, {
      input: { purchase: activityOf(first), amount: '25', idempotencyKey: newKey() },
    });
    expect(returned.returnPurchase).toMatchObject({ errors: [], wallet: { active: 5 } });
    await cancel(shop, activityOf(first));
    expect(await caps(shop)).toMatchObject([{ used: 50 }]);
    expect(await granted(shop, 1, '60', { effectiveAt: '2020-03-01T13:00:00Z' })).toBe(30);
    expect(await granted(shop, 1, '60')).toBe(0);
  });

  describe('that count points which wait', () => {
    const currency = { activation: { mode: 'ON_EVENT' as const, event: 'delivered', cancelAfter: 'P30D' } };

    test('have room again when these are cancelled by hand, and give none twice', async () => {
      const shop = await shopWith([{ max: 50 }, { name: 'Mine', scope: 'MEMBER', max: 45 }], { currency });
      const first = await buy(shop, 0, '40');
      expect(await granted(shop, 1, '40')).toBe(10);
      const purchase = activityOf(first);
      // a quarter comes back first
      await shop.run(api.ReturnPurchaseDocument, { input: { purchase, amount: '10', idempotencyKey: newKey() } });
      expect(await caps(shop)).toMatchObject([{ used: 40 }, {}]);
      await shop.run(api.CancelPointsDocument, { input: { activity: purchase, idempotencyKey: newKey() } });
      expect(await caps(shop)).toMatchObject([{ used: 10 }, {}]);
      // and other points of the member have nothing to do with it
      await shop.run(api.AdjustPointsDocument, {
        input: { member: { externalId: 'm0' }, amount: 70, reason: 'GOODWILL', idempotencyKey: newKey() },
      });
      expect((await cancel(shop, purchase)).cancelPurchase).toMatchObject({ errors: [] });
      expect((await shop.run(api.HoldingsDocument, { ref: { externalId: 'm0' } })).member?.wallet?.active).toBe(70);
      expect(await caps(shop)).toMatchObject([{ used: 10 }, {}]);
      expect(await granted(shop, 0, '60')).toBe(40);
    });

    test('have room again when these lapse, however it is found out', async () => {
      const shop = await shopWith([{ max: 50 }], { currency, members: 3 });
      for (const who of [0, 1]) expect(await granted(shop, who, '25')).toBe(25);
      expect(await granted(shop, 2, '25')).toBe(0);
      await shop.run(api.AdvanceClockDocument, { input: { to: '2020-01-31T00:00:00Z' } });
      // a read applies what is due, and counts nothing
      const { member } = await shop.run(api.HoldingsDocument, { ref: { externalId: 'm0' } });
      expect(member?.wallet?.pending).toBe(0);
      // the next command posts it, or the sweeper has done so
      expect(await granted(shop, 0, '20')).toBe(20);
      expect(await granted(shop, 1, '40')).toBe(30);
      await laurel.app.sweeper.finished();
      expect(await caps(shop)).toMatchObject([{ used: 50 }]);
    });
  });

  test('a key that is sent again takes nothing, and a refused activity neither', async () => {
    const shop = await shopWith([{ max: 50 }]);
    const first = await buy(shop, 0, '30', { idempotencyKey: 'k', externalId: 'order-1' });
    expect(await buy(shop, 0, '30', { idempotencyKey: 'k', externalId: 'order-1' })).toMatchObject({
      replayed: true,
      entry: { id: first?.entry?.id },
    });
    expect(await buy(shop, 0, '10', { externalId: 'order-1' })).toMatchObject({ errors: [{ code: 'ACTIVITY_ALREADY_RECORDED' }] });
    expect(await caps(shop)).toMatchObject([{ used: 30 }]);
  });

  test('cannot limit one activity', async () => {
    const shop = await shopWith([]);
    const input = { name: 'x', scope: 'PROGRAM' as const, period: 'ACTIVITY' as const, max: 1 };
    expect((await shop.run(api.CreateEarningCapDocument, { input })).createEarningCap).toMatchObject({
      earningCap: null,
      errors: [{ code: 'INVALID_INPUT', path: ['scope'] }],
    });
  });

  test('what is used of ten is read in one statement, and told to no member', async () => {
    const shop = await shopWith([{ max: 50 }]);
    for (let i = 0; i < 9; i += 1)
      await shop.run(api.CreateEarningCapDocument, { input: { name: `${i}`, scope: 'PROGRAM', period: 'DAY', max: 1 } });
    await caps(shop);
    // And one for the programme, where it was not looked at in the last second.
    expect(await laurel.countStatements(() => caps(shop))).toBeLessThanOrEqual(2);
    await enroll(shop, 'looker');
    const made = await shop.run(api.CreateMemberTokenDocument, { input: { member: { externalId: 'looker' } } });
    const looker = new Caller(laurel.url, made.createMemberToken?.token as string);
    expect((await caps(looker))?.[0]).toMatchObject({ max: 50, used: null, remaining: null });
  });
});
