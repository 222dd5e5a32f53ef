import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Row } from '../../../src/cli/import-row.js';
import { cdnowImport, END, figuresOf, readJournal, readWallets, withCdnow } from '../../support/cdnow.js';
import * as api from '../../support/generated.js';
import { type Caller, openShop, TestLaurel } from '../../support/laurel.js';
import { buyAndRedeem, enrollAtFirst, purchasesByMember } from '../../support/redemptions.js';

const POINTS = 500;

withCdnow('the purchases of a real shop whose members redeem 500 points whenever they can', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('1997-01-01T00:00:00Z');
    await openShop(shop);
  });
  afterAll(() => laurel.stop(), 60_000);

  test('become exactly the points that were computed independently', async () => {
    const members = await purchasesByMember(cdnowImport(shop.url, shop.secret as string));
    expect(members).toHaveLength(23_570);
    // Whoever never earns 500 points never redeems: what their purchases come to is shown by the import of all, and is arithmetic here.
    const isAble = (rows: readonly Row[]) => figuresOf(rows).earned >= POINTS;
    const able = members.filter(isAble);
    const beside = figuresOf(members.filter((rows) => !isAble(rows)).flat());
    await enrollAtFirst(shop, able);
    expect(await buyAndRedeem(shop, able, POINTS)).toBe(1_011);
    await shop.run(api.AdvanceClockDocument, { input: { to: END } });

    const wallets = await readWallets(shop);
    const sum = (of: 'earned' | 'spent' | 'expired' | 'active') => wallets.reduce((total, wallet) => total + wallet[of], 0);
    expect(wallets).toHaveLength(able.length);
    expect({
      earned: sum('earned') + beside.earned,
      redeemed: sum('spent'),
      expired: sum('expired') + beside.expired,
      active: sum('active') + beside.active,
    }).toEqual({ earned: 2_453_159, redeemed: 505_500, expired: 1_167_520, active: 780_139 });
    expect(wallets.filter(({ spent }) => spent > 0)).toHaveLength(581);
  }, 240_000);

  test('stand in the journal, each redemption of 500 points and at the instant of a purchase', async () => {
    const spent: unknown[] = [];
    for await (const { entry } of readJournal(shop, ['POINTS_SPENT'])) {
      expect(entry.changes.map(({ amount }) => amount)).toEqual([-500]);
      expect(String(entry.effectiveAt)).toContain('T00:00:00');
      spent.push(entry);
    }
    expect(spent).toHaveLength(1_011);
  }, 60_000);
});
