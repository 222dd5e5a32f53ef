import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as api from '../../support/generated.js';
import { newKey, TestLaurel } from '../../support/laurel.js';
import { RewardShop } from '../../support/reward-shop.js';
import { seed } from '../../support/seed.js';

const amounts = fc.constantFrom(0, 30, 80, 200);
const rewards = fc.record({
  amount: amounts,
  isSilver: fc.boolean(),
  stock: fc.constantFrom(null, 0, 1, 2),
  limit: fc.constantFrom(null, 1, 2),
  needsApproval: fc.boolean(),
  validity: fc.constantFrom(null, 'P30D'),
  from: fc.constantFrom(null, '2020-01-20T00:00:00Z'),
  fulfilment: fc.constantFrom('VOUCHER', 'POOL', 'BY_HAND', 'NONE'),
});

describe('previews of redemptions', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());
  const positions = async () =>
    (await laurel.app.services.reads.query('select sum(position)::int as sum from lanes')).rows[0].sum as number;

  test('Rewards 2: a preview gives exactly what redeeming gives, refusals included, and writes nothing', async () => {
    const shop = await RewardShop.open(laurel);
    const tiers = [
      { name: 'Bronze', threshold: '0' },
      { name: 'Silver', threshold: '150' },
    ];
    const { createTierSet } = await shop.caller.run(api.CreateTierSetDocument, { input: { name: 'Status', measure: 'SPEND', tiers } });
    const silver = createTierSet?.tierSet?.tiers[1]?.id as string;
    const made = await shop.caller.run(api.CreateVoucherPoolDocument, {
      input: { name: 'Codes', terms: { kind: 'ITEM' }, use: 'REWARDS' },
    });
    const pool = made.createVoucherPool?.voucherPool?.id as string;
    await shop.caller.run(api.GenerateVoucherCodesDocument, { input: { pool, count: 6 } });
    for (const [name, points] of Object.entries({ ada: 120, bob: 900, cleo: 0 })) await shop.member(name, points);
    const codes = new Map<string, number>();
    const wish = fc.record({
      rewards: fc.array(rewards, { minLength: 1, maxLength: 3 }),
      asks: fc.array(fc.tuple(fc.nat(2), fc.constantFrom('ada', 'bob', 'cleo')), { minLength: 2, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(wish, async ({ rewards: wanted, asks }) => {
        const ids: string[] = [];
        for (const { amount, isSilver, stock, limit, needsApproval, validity, from, fulfilment } of wanted) {
          ids.push(
            await shop.reward({
              ...{ stock, needsApproval, validity },
              prices: [{ points: amount === 0 ? [] : [{ amount }], tier: isSilver ? silver : null }],
              limit: limit && { max: limit, period: 'WEEK' },
              available: { from: from && (new Date(from) as never) },
              ...(fulfilment === 'VOUCHER' && { voucher: { kind: 'GIFT_CARD' as const, value: '5' } }),
              ...(fulfilment === 'POOL' && { voucherPool: pool }),
              ...((fulfilment === 'BY_HAND' || fulfilment === 'NONE') && { fulfilment }),
            }),
          );
        }
        for (const [which, externalId] of asks) {
          const reward = ids[which % ids.length] as string;
          const before = await positions();
          const { previewRedemption } = await shop.caller.run(api.PreviewRedemptionDocument, { member: { externalId }, reward });
          expect(await positions()).toBe(before);
          const { redemption, entry, errors } = await shop.redeem(externalId, reward);
          const { status = null, awaits = null, expiresAt = null, price = [] } = redemption ?? {};
          const { changes = [], summary = null } = entry ?? {};
          expect(previewRedemption).toEqual({ status, awaits, expiresAt, price, changes, summary, errors });
          const code = errors[0]?.code ?? (status as string);
          codes.set(code, (codes.get(code) ?? 0) + 1);
        }
      }),
      { numRuns: 25, seed: seed() },
    );
    for (const code of ['ISSUED', 'PENDING', 'INSUFFICIENT_POINTS', 'REWARD_SOLD_OUT', 'REWARD_NOT_AVAILABLE'])
      expect(codes.get(code) ?? 0).toBeGreaterThan(0);
  });

  test('of what is not there it says so', async () => {
    const shop = await RewardShop.open(laurel);
    const reward = await shop.reward();
    const preview = async (externalId: string, id: string) =>
      (await shop.caller.run(api.PreviewRedemptionDocument, { member: { externalId }, reward: id })).previewRedemption?.errors;
    await shop.member('ada');
    expect(await preview('nobody', reward)).toMatchObject([{ code: 'MEMBER_NOT_FOUND' }]);
    expect(await preview('ada', 'rwd_01h455vb4pex5vsknk084sn02q')).toMatchObject([{ code: 'REWARD_NOT_FOUND' }]);
  });

  test('300 in stock, 64 clients until it is gone: exactly 300 redemptions, no points lost', async () => {
    const shop = await RewardShop.open(laurel);
    const reward = await shop.reward({ stock: 300, voucher: { kind: 'ITEM' }, prices: [{ points: [{ amount: 3 }] }] });
    const members = Array.from({ length: 16 }, (_, i) => `m${i}`);
    for (const name of members) await shop.member(name, 100);
    let done = 0;
    const codes = new Set<string>();
    const client = async (i: number) => {
      for (;;) {
        const { errors, redemption } = await shop.redeem(members[i % 16] as string, reward, { idempotencyKey: newKey() });
        const [refusal] = errors;
        if (refusal?.code === 'REWARD_SOLD_OUT') return;
        if (refusal) throw new Error(refusal.code);
        done += 1;
        codes.add(redemption?.voucher?.code as string);
      }
    };
    await Promise.all(Array.from({ length: 64 }, (_, i) => client(i)));
    expect([done, codes.size]).toEqual([300, 300]);
    const left = await Promise.all(members.map((name) => shop.points(name)));
    expect(left.reduce<number>((sum, each) => sum + (each ?? 0), 0)).toBe(1_600 - 900);
    const { rows } = await laurel.app.services.reads.query(
      "select used from shared_counters where counter like 'stock:%' order by used desc limit 1",
    );
    expect(Number(rows[0].used)).toBe(300);
  });
});
