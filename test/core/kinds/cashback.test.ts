import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CashbackSettings } from '../../../src/earning/kinds/cashback.js';
import { RuleMember, ruleBase, settingsOf } from '../../support/rule-member.js';
import { check } from '../../support/seed.js';

const rule = (back: CashbackSettings['back'], more: Partial<CashbackSettings> = {}): CashbackSettings => ({
  ...{ ...ruleBase, currency: 'cents', kind: 'CASHBACK', back },
  ...more,
});
const backFor = (amount: number, settings: CashbackSettings): number => {
  const member = new RuleMember(settingsOf([settings]));
  return member.earnedBy(member.buy(amount, 0)).cents ?? 0;
};

describe('cashback', () => {
  test.each([
    ['5', 'DOWN', 11_30, 56],
    ['5', 'HALF_UP', 11_30, 57],
    ['5', 'HALF_EVEN', 11_30, 56],
    ['5', 'HALF_EVEN', 11_50, 58],
    ['2.5', 'DOWN', 100_00, 250],
    ['100', 'DOWN', 7, 7],
  ] as const)('Points 10: %s %% %s of %d cents are %d', (percent, rounding, amount, expected) => {
    expect(backFor(amount, rule({ percent }, { rounding }))).toBe(expected);
  });

  test('of a fixed amount is the same for each purchase, and nothing for one that cost nothing', () => {
    expect([1, 99_00, 0].map((amount) => backFor(amount, rule({ amount: 150 })))).toEqual([150, 150, 0]);
  });

  test('Points 10: is the exact part of the money, rounded once', () => {
    check(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom('DOWN', 'HALF_UP', 'HALF_EVEN'),
        (amount, hundredths, rounding) => {
          // given: parts of a cent are 10,000ths
          const exact = amount * hundredths;
          const [whole, rest] = [Math.floor(exact / 10_000), exact % 10_000];
          const isUp = rounding !== 'DOWN' && (rest > 5_000 || (rest === 5_000 && (rounding === 'HALF_UP' || whole % 2 === 1)));

          // then
          expect(backFor(amount, rule({ percent: (hundredths / 100).toFixed(2) }, { rounding }))).toBe(whole + (isUp ? 1 : 0));
        },
      ),
      500,
    );
  });
});
