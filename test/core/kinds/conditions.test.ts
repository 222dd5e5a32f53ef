import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ActivityItem } from '../../../src/earning/activity.js';
import type { CashbackSettings } from '../../../src/earning/kinds/cashback.js';
import type { PointsPerSpendSettings } from '../../../src/earning/kinds/points-per-spend.js';
import { RuleMember, ruleBase, settingsOf } from '../../support/rule-member.js';
import { check } from '../../support/seed.js';

const BY_ITEM = { earned: 'ALLOW_DEBT', attribution: 'BY_ITEM', spent: 'RESTORE', restoreGrace: null } as const;
const perSpend = (more: Partial<PointsPerSpendSettings> = {}): PointsPerSpendSettings => ({
  ...{ ...ruleBase, kind: 'POINTS_PER_SPEND', points: '1', per: 1_00 },
  ...more,
});
const item = (sku: string, amount: number, more: Partial<ActivityItem> = {}): ActivityItem => ({
  ...{ sku, name: null, quantity: 1, amount, category: null },
  ...more,
});

describe('a rule with conditions', () => {
  test('Points 10: gives points for the lines that count, and 5 and 3 are 8', () => {
    // given: a point for each 1.00, and another for coffee that is not in a sale
    const rules = [perSpend(), perSpend({ id: 'coffee', conditions: { categories: ['coffee'], excludedBrands: ['Sale'] } })];
    const member = new RuleMember(settingsOf(rules));

    // when
    const decision = member.buy(5_00, 0, {
      items: [item('a', 3_00, { category: 'coffee' }), item('b', 1_00, { category: 'coffee', brand: 'Sale' }), item('c', 1_00)],
    });

    // then
    expect(member.earnedBy(decision)).toEqual({ points: 8 });
  });

  test('Points 7: of an order of 40.00 by item, C takes 20 of 70, and the rest ends at 0', () => {
    // given: A has 10 more, B has 20 more, by rules that name them
    const rules = [
      perSpend(),
      perSpend({ id: 'a', conditions: { skus: ['A'] } }),
      perSpend({ id: 'b', points: '2', conditions: { brands: ['B'] } }),
    ];
    const member = new RuleMember(settingsOf(rules, { returns: BY_ITEM }));
    member.buy(40_00, 0, { items: [item('A', 10_00), item('B', 10_00, { brand: 'B' }), item('C', 20_00)] });
    const purchase = member.state.number;
    const giveBack = (line: number) => {
      member.give('RETURN_PURCHASE', { purchase, part: { items: [{ line, quantity: 1 }] } }, 0);
      return member.balance('points');
    };

    // then
    expect([member.balance('points'), giveBack(2), giveBack(0), giveBack(1)]).toEqual([70, 50, 30, 0]);
  });

  test('what each line brought is taken back with it, whatever the conditions', () => {
    const line = fc.record({ sku: fc.constantFrom('a', 'b', 'c'), amount: fc.integer({ min: 0, max: 50_00 }) });
    const conditions = fc.constantFrom(undefined, { skus: ['a'] }, { excludedSkus: ['b'] }, { skus: ['a', 'c'], excludedSkus: ['c'] });
    const rules = fc.array(fc.record({ cents: fc.integer({ min: 1, max: 3_00 }), conditions }), { minLength: 1, maxLength: 3 });
    const counts = (sku: string, wanted: { skus?: readonly string[]; excludedSkus?: readonly string[] } | undefined) =>
      (!wanted?.skus || wanted.skus.includes(sku)) && !wanted?.excludedSkus?.includes(sku);
    check(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), rules, fc.nat(3), (lines, all, first) => {
        // given: rules that give a point for each so many cents, and those alone which count
        const settings = all.map(({ cents, conditions }, i) => perSpend({ id: `${i}`, per: cents, ...(conditions && { conditions }) }));
        const member = new RuleMember(settingsOf(settings, { returns: BY_ITEM }));
        const amount = lines.reduce((sum, each) => sum + each.amount, 0);
        member.buy(amount, 0, { items: lines.map(({ sku, amount }) => item(sku, amount)) });
        const purchase = member.state.number;
        const total = member.balance('points');
        const exact = (of: readonly { sku: string; amount: number }[]) =>
          Math.floor(
            all.reduce((sum, { cents, conditions }) => {
              const money = of.filter(({ sku }) => counts(sku, conditions)).reduce((sum, each) => sum + each.amount, 0);
              return sum + money / cents;
            }, 1e-9),
          );
        expect(total).toBe(exact(lines));

        // when
        const index = first % lines.length;
        member.give('RETURN_PURCHASE', { purchase, part: { items: [{ line: index, quantity: 1 }] } }, 0);

        // then
        const isLast = lines.every((each, i) => i === index || each.amount === 0) && amount > 0;
        expect(total - member.balance('points')).toBe(isLast ? total : exact([lines[index] as { sku: string; amount: number }]));
        member.takeBack(purchase, 0);
        expect(member.balance('points')).toBe(0);
      }),
      300,
    );
  });

  test('tiers multiply what is spent, and leave bonuses alone', () => {
    const cents: CashbackSettings = { ...ruleBase, id: 'cents', currency: 'cents', kind: 'CASHBACK', back: { percent: '5' } };
    const tier = (id: string, multiplier: string | null) => ({
      id,
      name: id,
      thresholds: [0],
      atLeast: null,
      multiplier,
      isRetired: false,
    });
    const settings = settingsOf(
      [perSpend({ per: 1_00 }), { ...ruleBase, id: 'first', kind: 'NTH_TIME', n: 1, isRepeating: false, points: '3', event: null }, cents],
      {
        tierSets: [
          {
            ...{ id: 'set', name: 'Set', measures: [{ measure: 'SPEND' }], window: { type: 'ANNIVERSARY' }, upgrades: 'IMMEDIATE' },
            ...{ lasts: { mode: 'FOREVER' }, downgrade: 'ONE_DOWN', grace: null, tiers: [tier('only', '2')] },
          },
        ],
      },
    );
    const member = new RuleMember(settings);
    expect(member.earnedBy(member.buy(4_00, 0))).toEqual({ points: 4 * 2 + 3, cents: 40 });
  });
});
