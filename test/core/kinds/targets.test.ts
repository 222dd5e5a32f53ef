import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AchievementSettings } from '../../../src/earning/kinds/achievement.js';
import type { NthTimeSettings } from '../../../src/earning/kinds/nth-time.js';
import { Program } from '../../../src/programs/program.js';
import { RuleMember, ruleBase, settingsOf } from '../../support/rule-member.js';
import { check } from '../../support/seed.js';

const DAY = 86_400_000;
const nth = (n: number, more: Partial<NthTimeSettings> = {}): NthTimeSettings => ({
  ...{ ...ruleBase, kind: 'NTH_TIME', n, isRepeating: false, points: '7', event: null },
  ...more,
});
const achievement = (more: Partial<AchievementSettings> = {}): AchievementSettings => ({
  ...{ ...ruleBase, kind: 'ACHIEVEMENT', points: '7', measure: 'SPEND', target: 100_00, period: 'EVER', recurrence: 'ALWAYS' },
  ...{ badge: null, event: null },
  ...more,
});

describe('the n-th time', () => {
  test.each([
    [1, false, [7, 0, 0, 0, 0, 0]],
    [3, false, [0, 0, 7, 0, 0, 0]],
    [3, true, [0, 0, 7, 0, 0, 7]],
  ])('of %d, each: %s', (n, isRepeating, expected) => {
    const member = new RuleMember(settingsOf([nth(n, { isRepeating })]));
    const earned = expected.map((_, day) => member.earnedBy(member.buy(1_00, day * DAY)).points ?? 0);
    expect(earned).toEqual(expected);
  });

  test('of an event counts that event', () => {
    const member = new RuleMember(settingsOf([nth(2, { event: 'review' })]));
    for (const name of ['review', 'visit', 'review', 'review']) member.happen(name, 0);
    expect(member.balance('points')).toBe(7);
  });

  test('a purchase that is wholly returned does not count, and its bonus may be had again', () => {
    const member = new RuleMember(settingsOf([nth(2)]));
    member.buy(1_00, 0);
    member.buy(1_00, 1);
    const second = member.state.number;
    member.takeBack(second, 2, 50);
    member.buy(1_00, 3);
    expect(member.balance('points')).toBe(4);
    member.takeBack(second, 4);
    expect(member.balance('points')).toBe(0);
  });

  test('a bonus that stays is not given twice, whatever is returned', () => {
    // given: the bonus comes with the second purchase
    const member = new RuleMember(settingsOf([nth(2)]));
    member.buy(1_00, 0);
    const first = member.state.number;
    member.buy(1_00, 1);

    // when: there are two again
    member.takeBack(first, 2);
    member.buy(1_00, 3);

    // then
    expect(member.balance('points')).toBe(7);
  });

  test('a bonus that the return policy keeps is not given again', () => {
    const keeping = { earned: 'KEEP', attribution: 'PROPORTIONAL', spent: 'KEEP', restoreGrace: null } as const;
    const member = new RuleMember(settingsOf([nth(1)], { returns: keeping }));
    member.buy(1_00, 0);
    member.takeBack(member.state.number, 1);
    member.buy(1_00, 2);
    expect(member.balance('points')).toBe(7);
  });
});

describe('an achievement', () => {
  test('what is over begins the next run: 60, 60, 90 and 200 of 100', () => {
    const member = new RuleMember(settingsOf([achievement()]));
    expect([60_00, 60_00, 90_00, 200_00].map((cents, day) => member.earnedBy(member.buy(cents, day * DAY)).points ?? 0)).toEqual([
      0, 7, 7, 14,
    ]);
    expect(member.state.progress.rule).toMatchObject({ window: 0, total: 410_00, given: 4, times: 4 });
  });

  test.each([
    ['ONCE', [7, 0, 0]],
    ['EACH_PERIOD', [7, 0, 7]],
    ['ALWAYS', [7, 7, 7]],
  ] as const)('in a month, %s', (recurrence, expected) => {
    const member = new RuleMember(settingsOf([achievement({ period: 'MONTH', recurrence })]));
    expect([0, 5, 40].map((day) => member.earnedBy(member.buy(100_00, day * DAY)).points ?? 0)).toEqual(expected);
  });

  test('what is short of the target in one period does not count in the next', () => {
    const member = new RuleMember(settingsOf([achievement({ period: 'MONTH', recurrence: 'EACH_PERIOD' })]));
    expect([25, 32, 33].map((day) => member.earnedBy(member.buy(60_00, day * DAY)).points ?? 0)).toEqual([0, 0, 7]);
  });

  test('a badge alone is remembered', () => {
    const member = new RuleMember(settingsOf([achievement({ points: '0', badge: 'Regular', measure: 'ACTIVITIES', target: 2 })]));
    member.buy(1_00, 0);
    member.buy(1_00, 0);
    expect(member.state.progress.rule).toMatchObject({ times: 1 });
  });

  test('counts what is spent less what is returned, and gives each bonus once while points can be got back', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ cents: fc.integer({ min: 1, max: 250_00 }) }) },
      { weight: 1, arbitrary: fc.record({ which: fc.nat(20), part: fc.double({ min: 0, max: 1, noNaN: true }) }) },
    );
    check(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        // given
        const member = new RuleMember(settingsOf([achievement()]));
        const bought: { number: number; cents: number; left: number }[] = [];
        let highest = 0;

        // when
        for (const each of steps) {
          if ('cents' in each) {
            member.buy(each.cents, 0);
            bought.push({ number: member.state.number, cents: each.cents, left: each.cents });
          } else {
            const purchase = bought[each.which % Math.max(1, bought.length)];
            if (!purchase || purchase.left === 0) continue;
            const amount = Math.max(1, Math.floor(purchase.left * each.part));
            member.takeBack(purchase.number, 0, amount);
            purchase.left -= amount;
          }
          highest = Math.max(highest, Math.floor(bought.reduce((sum, { left }) => sum + left, 0) / 100_00));
        }

        // then
        const { total, given } = (member.state.progress.rule ?? { total: 0, given: 0 }) as { total: number; given: number };
        expect(total).toBe(bought.reduce((sum, { left }) => sum + left, 0));
        expect(given).toBeLessThanOrEqual(highest);
        expect(member.balance('points')).toBeLessThanOrEqual(7 * highest);
        expect(member.balance('points')).toBeGreaterThanOrEqual(0);
      }),
      300,
    );
  });

  test('Points 9: a cap gives what is left of a bonus', () => {
    const cap = { id: 'cap', name: 'Twenty a day', currency: 'points', rule: null, period: 'DAY', max: 20 } as const;
    const member = new RuleMember(settingsOf([achievement({ points: '50' })], { caps: [cap] }));
    const decision = member.buy(100_00, 0);
    expect(member.earnedBy(decision)).toEqual({ points: 20 });
    expect('entries' in decision && decision.entries[0]?.data.because).toEqual([
      expect.objectContaining({ requested: 50, granted: 20, caps: [expect.objectContaining({ cap: 'cap', requested: 50, granted: 20 })] }),
    ]);
  });

  test.each<[string, Partial<AchievementSettings>, number, number]>([
    ['a lower target is reached once by what is over', { target: 10_00 }, 1_00, 7],
    ['a higher one counts it on', { target: 150_00 }, 89_99, 0],
    ['a higher one counts it on, to the cent', { target: 150_00 }, 90_00, 7],
    ['counts of money are none of visits', { measure: 'ACTIVITIES', target: 2 }, 1_00, 0],
    ['another period begins anew', { period: 'MONTH' }, 60_00, 0],
    ['what was given for the period is not given again', { recurrence: 'EACH_PERIOD' }, 300_00, 0],
  ])('that is edited half-way gives no bonus twice: %s', (_, changes, cents, expected) => {
    // given: 360 of 100 each time, so that 60 are over
    const member = new RuleMember(settingsOf([achievement()]));
    member.buy(360_00, 40 * DAY);
    member.program = new Program('program', 2, 0, settingsOf([achievement(changes)]));

    // when
    const decision = member.buy(cents, 40 * DAY);

    // then
    expect(member.earnedBy(decision).points ?? 0).toBe(expected);
  });
});
