import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importCsv } from '../../../src/cli/import-csv.js';
import { cdnowImport, END, readJournal, readMembers, withCdnow } from '../../support/cdnow.js';
import * as api from '../../support/generated.js';
import { type Caller, openShop, TestLaurel } from '../../support/laurel.js';

const CASHBACK = { UP: 'HALF_UP', EVEN: 'HALF_EVEN', DOWN: 'DOWN' } as const;

withCdnow('the purchases of a real shop, with rules of several kinds in one pass', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('1997-01-01T00:00:00Z');
    await openShop(shop);
    for (const code of [...Object.keys(CASHBACK), 'STAMPS', 'DRINKS'])
      await shop.run(api.CreatePointCurrencyDocument, { input: { code, name: code, expiry: { mode: 'NEVER' } } });
    for (const [currencyCode, rounding] of Object.entries(CASHBACK))
      await create({ name: `5 % ${rounding}`, currencyCode, rounding, cashback: { percent: '5' } });
    const stampCard = { size: 10, perDay: 1, points: { currencyCode: 'DRINKS', amount: 1 } };
    await create({ name: 'Ten visits, a drink', currencyCode: 'STAMPS', stampCard });
  });
  afterAll(() => laurel.stop());

  const importAll = () => importCsv(cdnowImport(laurel.url, shop.secret as string));

  async function create(input: api.CreateEarningRuleInput): Promise<void> {
    const { createEarningRule } = await shop.run(api.CreateEarningRuleDocument, { input });
    expect(createEarningRule?.errors).toEqual([]);
  }

  test('become exactly the points and tiers that were computed independently', async () => {
    expect(await importAll()).toMatchObject({ enrolled: 23_570, recorded: 69_659, known: 0, refused: 0 });
    await shop.run(api.AdvanceClockDocument, { input: { to: END } });

    const members = await readMembers(shop);
    expect(members).toHaveLength(23_570);
    const sum = (of: (member: (typeof members)[number]) => number) => members.reduce((total, member) => total + of(member), 0);
    expect(sum(({ wallet }) => wallet?.earned ?? 0)).toBe(2_453_159);
    expect(sum(({ wallet }) => wallet?.expired ?? 0)).toBe(1_403_366);
    expect(sum(({ wallet }) => wallet?.active ?? 0)).toBe(1_049_793);
    const tiers = Map.groupBy(members, ({ standing }) => standing?.tier.name);
    expect(['Bronze', 'Silver', 'Gold', 'Platinum'].map((tier) => tiers.get(tier)?.length)).toEqual([18_350, 4_766, 352, 102]);
  }, 240_000);

  /** What all members have of each currency, and how many have earned some. */
  async function readTotals() {
    const sums = new Map<string, { earned: number; spent: number; active: number; members: number }>();
    let after: string | null = null;
    for (;;) {
      const { members }: api.AllWalletsQuery = await shop.run(api.AllWalletsDocument, { first: 100, after });
      for (const {
        pointCurrency: { code },
        earned,
        spent,
        active,
      } of members?.nodes?.flatMap(({ wallets }) => wallets) ?? []) {
        const sum = sums.get(code) ?? { earned: 0, spent: 0, active: 0, members: 0 };
        const more = { earned: sum.earned + earned, spent: sum.spent + spent, active: sum.active + active };
        sums.set(code, { ...more, members: sum.members + (earned > 0 ? 1 : 0) });
      }
      if (!members?.pageInfo.hasNextPage) return sums;
      after = members.pageInfo.endCursor ?? null;
    }
  }

  test('Points 10: 5 % cashback comes to exactly the cents of each rounding, ten stamps to one drink', async () => {
    const totals = await readTotals();
    const [up, even, down] = ['UP', 'EVEN', 'DOWN'].map((code) => totals.get(code)?.active);
    expect({ up, even, down }).toEqual({ up: 12_505_540, even: 12_504_053, down: 12_455_373 });
    // One stamp a day and ten to a card.
    expect(totals.get('STAMPS')).toMatchObject({ earned: 67_511, spent: 14_390, active: 53_121 });
    expect(totals.get('DRINKS')).toMatchObject({ active: 1_439, members: 1_074 });
  }, 120_000);

  test('are all there, with their money and their units', async () => {
    let [purchases, cents, units] = [0, 0n, 0];
    for await (const { entry } of readJournal(shop, ['ACTIVITY_RECORDED'])) {
      if (entry.__typename !== 'ActivityEntry') throw new Error(entry.__typename);
      purchases += 1;
      cents += BigInt((entry.activity.amount?.amount ?? '').replace('.', ''));
      units += entry.activity.items.reduce((total, item) => total + item.quantity, 0);
    }
    expect([purchases, cents, units]).toEqual([69_659, 250_031_563n, 167_881]);
  }, 120_000);

  test('changed tiers 5,765 times in 1997, a jump over a tier once', async () => {
    const steps = new Map<string, number>();
    for await (const { entry } of readJournal(shop, ['TIER_CHANGED'])) {
      if (entry.__typename !== 'TierEntry') throw new Error(entry.__typename);
      if (String(entry.effectiveAt) >= '1998') continue;
      const step = `${entry.fromTierName} to ${entry.toTierName}`;
      steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    expect(Object.fromEntries(steps)).toEqual({
      'Bronze to Silver': 5_213,
      'Silver to Gold': 445,
      'Gold to Platinum': 98,
      'Bronze to Gold': 5,
      'Bronze to Platinum': 2,
      'Silver to Platinum': 2,
    });
  }, 120_000);

  test('imported again add no entry', async () => {
    await laurel.app.sweeper.finished();
    const { feedInfo: before } = await shop.run(api.FeedInfoDocument, {});
    expect(await importAll()).toMatchObject({ enrolled: 0, recorded: 0, known: 69_659, refused: 0 });
    const { journal } = await shop.run(api.JournalDocument, { after: before?.headCursor ?? null, first: 10 });
    expect(journal?.items).toEqual([]);
  }, 240_000);

  test('are swept to the same figures', async () => {
    await laurel.app.sweeper.finished();
    const { rows } = await laurel.app.services.reads.query(`select count(*) from streams where next_due_at <= ${Date.parse(END)}`);
    expect(rows).toEqual([{ count: '0' }]);
    const members = await readMembers(shop);
    expect(members.reduce((total, { wallet }) => total + (wallet?.active ?? 0), 0)).toBe(1_049_793);
  }, 240_000);
});
