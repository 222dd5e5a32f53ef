import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StreakSettings } from '../../../src/earning/kinds/streak.js';
import { RuleMember, ruleBase, settingsOf } from '../../support/rule-member.js';
import { check } from '../../support/seed.js';

const DAY = 86_400_000;
const streak = (more: Partial<StreakSettings> = {}): StreakSettings => ({
  ...{ ...ruleBase, kind: 'STREAK', points: '5', unit: 'DAY', length: 3, freezes: 0, event: null },
  ...more,
});
const earned = (member: RuleMember, days: readonly number[]): number[] =>
  days.map((day) => member.earnedBy(member.buy(1_00, day * DAY)).points ?? 0);

describe('a streak', () => {
  test.each([
    ['three in a row, and three more', 0, [0, 1, 2, 3, 4, 5], [0, 0, 5, 0, 0, 5]],
    ['twice on a day is once', 0, [0, 0, 1, 1, 2], [0, 0, 0, 0, 5]],
    ['a day is missing', 0, [0, 1, 3, 4, 5], [0, 0, 0, 0, 5]],
    ['a day is frozen', 1, [0, 1, 3, 4, 6, 7], [0, 0, 5, 0, 0, 5]],
    ['two missed days, one frozen', 1, [0, 2, 4, 5, 6], [0, 0, 0, 0, 5]],
    ['what is late counts to none', 0, [0, 2, 1, 3, 4], [0, 0, 0, 0, 5]],
  ])('%s', (_, freezes, days, expected) => {
    expect(earned(new RuleMember(settingsOf([streak({ freezes })])), days)).toEqual(expected);
  });

  test('of weeks begins on Mondays', () => {
    // given: 1 January 1970 was a Thursday
    const member = new RuleMember(settingsOf([streak({ unit: 'WEEK' })]));

    // then: a Thursday, the Monday after it, the Sunday of that week, the Monday behind it
    expect(earned(member, [0, 4, 10, 11])).toEqual([0, 0, 0, 5]);
  });

  test('counts local days, also where clocks change', () => {
    // given: in Berlin 2024-03-31 has 23 hours, 2024-10-27 has 25
    const member = new RuleMember(settingsOf([streak()], { timeZone: 'Europe/Berlin' }));
    const buy = (text: string) => member.earnedBy(member.buy(1_00, Date.parse(text))).points ?? 0;

    expect(['2024-03-30T22:59Z', '2024-03-30T23:01Z', '2024-03-31T22:01Z'].map(buy)).toEqual([0, 0, 5]);
    expect(['2024-10-26T12:00Z', '2024-10-26T22:30Z', '2024-10-27T23:01Z'].map(buy)).toEqual([0, 0, 5]);
  });

  test('gives a bonus for each so many in a row, of all that missed no more than is frozen', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 });
    check(
      fc.property(gaps, fc.integer({ min: 2, max: 4 }), fc.integer({ min: 0, max: 2 }), (all, length, freezes) => {
        // given: by hand, day after day
        let [bonuses, inRow, missed] = [0, 0, 0];
        const days: number[] = [];
        let day = 10;
        for (const [i, gap] of all.entries()) {
          day += gap;
          days.push(day);
          if (gap === 0 && i > 0) continue;
          missed += i === 0 ? 0 : gap - 1;
          if (missed > freezes) [inRow, missed] = [0, 0];
          inRow += 1;
          if (inRow % length === 0) [bonuses, missed] = [bonuses + 1, 0];
        }

        // then
        const member = new RuleMember(settingsOf([streak({ length, freezes })]));
        expect(earned(member, days).filter((points) => points > 0)).toHaveLength(bonuses);
        expect(member.balance('points')).toBe(5 * bonuses);
      }),
      300,
    );
  });
});
