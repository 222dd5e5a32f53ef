import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importCsv } from '../../../src/cli/import-csv.js';
import { cdnowImport, withCdnow } from '../../support/cdnow.js';
import * as api from '../../support/generated.js';
import { type Caller, TestLaurel } from '../../support/laurel.js';

const CASHBACK = { UP: 'HALF_UP', EVEN: 'HALF_EVEN', DOWN: 'DOWN' } as const;

withCdnow('rules on the purchases of a real shop, all in one pass', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let totals: Map<string, { earned: number; spent: number; active: number; members: number }>;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('1997-01-01T00:00:00Z');
    for (const code of [...Object.keys(CASHBACK), 'STAMPS', 'DRINKS'])
      await shop.run(api.CreatePointCurrencyDocument, { input: { code, name: code, expiry: { mode: 'NEVER' } } });
    for (const [currencyCode, rounding] of Object.entries(CASHBACK))
      await create({ name: `5 % ${rounding}`, currencyCode, rounding, cashback: { percent: '5' } });
    const stampCard = { size: 10, perDay: 1, points: { currencyCode: 'DRINKS', amount: 1 } };
    await create({ name: 'Ten visits, a drink', currencyCode: 'STAMPS', stampCard });
    await importCsv(cdnowImport(laurel.url, shop.secret as string));
    totals = await readTotals();
  }, 600_000);
  afterAll(() => laurel.stop());

  async function create(input: api.CreateEarningRuleInput): Promise<void> {
    const { createEarningRule } = await shop.run(api.CreateEarningRuleDocument, { input });
    expect(createEarningRule?.errors).toEqual([]);
  }

  /** What all members have of each currency, and how many have earned some. */
  async function readTotals(): Promise<typeof totals> {
    const sums: typeof totals = new Map();
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

  test.each([
    ['UP', 12_505_540],
    ['EVEN', 12_504_053],
    ['DOWN', 12_455_373],
  ])('Points 10: 5 %% cashback, rounded %s, are %d cents', (code, cents) => {
    expect(totals.get(code)?.active).toBe(cents);
  });

  test('one stamp a day and ten to a card are 67,511 stamps and 1,439 rewards', () => {
    expect(totals.get('STAMPS')).toMatchObject({ earned: 67_511, spent: 14_390, active: 53_121 });
    expect(totals.get('DRINKS')).toMatchObject({ active: 1_439, members: 1_074 });
  });
});
