import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Activity } from '../../src/earning/activity.js';
import { earn } from '../../src/earning/earn.js';
import type { EarningRuleSettings } from '../../src/earning/kinds/kinds.js';
import { parseDecimal, type Rounding, round } from '../../src/earning/rational.js';
import { Program } from '../../src/programs/program.js';
import { check } from '../support/seed.js';

const NOBODY = { standings: {}, progress: {} };
const NOW = Date.UTC(2024, 5, 1);
const base = { name: 'Rule', currency: 'points', rounding: 'DOWN', isActive: true, validFrom: null, validTo: null } as const;

const perSpend = (points: string, per: number, changes: Partial<EarningRuleSettings> = {}) =>
  ({ ...base, id: 'spend', kind: 'POINTS_PER_SPEND', points, per, ...changes }) as EarningRuleSettings;
const fixed = (points: string, event: string, changes: Partial<EarningRuleSettings> = {}) =>
  ({ ...base, id: 'fixed', kind: 'FIXED_POINTS', points, event, ...changes }) as EarningRuleSettings;
const purchase = (amount: number): Activity => ({ type: 'PURCHASE', externalId: null, amount, currencyCode: 'EUR', items: [] });
const event = (name: string): Activity => ({ type: 'EVENT', externalId: null, name, attributes: null });

const program = (...earningRules: EarningRuleSettings[]) =>
  new Program('program', 1, null, {
    name: 'Program',
    timeZone: 'UTC',
    currencyCode: 'EUR',
    pointCurrencies: [
      {
        id: 'points',
        code: 'POINTS',
        name: 'Points',
        isSpendable: true,
        isQualifying: false,
        expiry: { mode: 'AFTER_PERIOD', period: 'P1Y', roundUpTo: null },
      },
      { id: 'miles', code: 'MILES', name: 'Miles', isSpendable: true, isQualifying: true, expiry: { mode: 'NEVER' } },
    ],
    tierSets: [],
    earningRules,
  });
const amounts = (activity: Activity, ...rules: EarningRuleSettings[]) =>
  earn(program(...rules), NOBODY, activity, NOW).awards.map(({ currency, amount }) => [currency.code, amount]);

describe('points per spend', () => {
  test.each([
    [105_00, '1', 10_00, 10],
    [109_99, '1', 10_00, 10],
    [9_99, '1', 10_00, 0],
    [19_99, '1.5', 1_00, 29],
    [0, '1', 1_00, 0],
    [30, '0.1', 3, 1],
  ])('Points 10: %d minor units at %s per %d give %d', (amount, points, per, expected) => {
    expect(amounts(purchase(amount), perSpend(points, per))).toEqual(expected === 0 ? [] : [['POINTS', expected]]);
  });

  test('Points 11: says how, and where the points lie', () => {
    // when
    const [award] = earn(program(perSpend('1', 10_00)), NOBODY, purchase(105_00), NOW).awards;

    // then
    expect(award?.shares).toEqual([{ rule: 'spend', name: 'Rule', formula: '105.00 EUR × 1 per 10.00 EUR', points: 10 }]);
    expect(award?.lots).toEqual([{ expiresAt: Date.UTC(2025, 5, 1), source: 'rule:spend', amount: 10 }]);
  });

  test('give nothing for an event', () => {
    expect(amounts(event('review'), perSpend('1', 1))).toEqual([]);
  });
});

test('fixed points are given for their event only', () => {
  const rules = [fixed('5', 'review'), fixed('7', 'visit', { id: 'other' })];

  expect(amounts(event('review'), ...rules)).toEqual([['POINTS', 5]]);
  expect(amounts(event('birthday'), ...rules)).toEqual([]);
  expect(amounts(purchase(100_00), ...rules)).toEqual([]);
});

describe('Points 10: rounding', () => {
  test.each<[string, Rounding, number]>([
    ['2.5', 'DOWN', 2],
    ['2.5', 'HALF_UP', 3],
    ['2.5', 'HALF_EVEN', 2],
    ['3.5', 'HALF_EVEN', 4],
    ['2.49', 'HALF_UP', 2],
    ['2.51', 'HALF_EVEN', 3],
    ['2.999', 'DOWN', 2],
    ['0.5', 'HALF_EVEN', 0],
    ['0.5', 'HALF_UP', 1],
    ['4', 'HALF_EVEN', 4],
  ])('%s %s is %d', (points, rounding, expected) => {
    expect(round(parseDecimal(points), rounding)).toBe(expected);
  });

  test('happens once for all rules of a currency: 1.5 and 1.5 are 3', () => {
    // when
    const [award] = earn(program(fixed('1.5', 'review'), fixed('1.5', 'review', { id: 'more' })), NOBODY, event('review'), NOW).awards;

    // then
    expect(award?.amount).toBe(3);
    expect(award?.shares.map(({ points }) => points)).toEqual([1, 2]);
  });

  test('happens once for each mode', () => {
    expect(amounts(event('review'), fixed('1.5', 'review'), fixed('1.5', 'review', { id: 'up', rounding: 'HALF_UP' }))).toEqual([
      ['POINTS', 3],
    ]);
  });

  test('the shares of several rules add up to the exact total, rounded once', () => {
    const rule = fc.record({ hundredths: fc.integer({ min: 1, max: 500 }), per: fc.integer({ min: 1, max: 2_000 }) });
    const roundings = fc.constantFrom<Rounding[]>('DOWN', 'HALF_UP', 'HALF_EVEN');
    check(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 100_000 }),
        roundings,
        (rules, amount, rounding) => {
          // given
          const settings = rules.map(({ hundredths, per }, i) => perSpend((hundredths / 100).toFixed(2), per, { id: `${i}`, rounding }));

          // when
          const [award] = earn(program(...settings), NOBODY, purchase(amount), NOW).awards;

          // then
          const scale = rules.reduce((product, { per }) => product * BigInt(per), 100n);
          const exact = rules.reduce((sum, { hundredths, per }) => sum + (BigInt(amount * hundredths) * scale) / BigInt(100 * per), 0n);
          const [whole, rest] = [exact / scale, (exact % scale) * 2n];
          const isUp = rounding !== 'DOWN' && (rest > scale || (rest === scale && (rounding === 'HALF_UP' || whole % 2n === 1n)));
          expect(award?.amount ?? 0).toBe(Number(whole) + (isUp ? 1 : 0));
          expect(award?.lots.reduce((sum, lot) => sum + lot.amount, 0) ?? 0).toBe(award?.amount ?? 0);
          for (const share of award?.shares ?? []) expect(share.points).toBeGreaterThanOrEqual(0);
        },
      ),
      500,
    );
  });
});

describe('a rule', () => {
  test.each([
    [{ isActive: false }, false],
    [{ validFrom: NOW }, true],
    [{ validFrom: NOW + 1 }, false],
    [{ validTo: NOW }, false],
    [{ validTo: NOW + 1 }, true],
  ])('with %j is in force: %s', (changes, isInForce) => {
    expect(amounts(event('review'), fixed('5', 'review', changes))).toEqual(isInForce ? [['POINTS', 5]] : []);
  });

  test('gives its own currency', () => {
    expect(amounts(event('review'), fixed('5', 'review', { currency: 'miles' }), fixed('2', 'review'))).toEqual([
      ['POINTS', 2],
      ['MILES', 5],
    ]);
  });
});
