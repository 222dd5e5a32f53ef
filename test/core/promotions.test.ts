import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Activity } from '../../src/earning/activity.js';
import { earn } from '../../src/earning/earn.js';
import type { EarningRuleSettings } from '../../src/earning/kinds/kinds.js';
import { parseDecimal, ROUNDINGS, type Rounding } from '../../src/earning/rational.js';
import { Calendar } from '../../src/programs/calendar.js';
import { Program } from '../../src/programs/program.js';
import { isEligible } from '../../src/promotions/eligible.js';
import {
  type PromotionSettings,
  type PromotionTime,
  STACK_ALL,
  type Stacking,
  type StackingSettings,
} from '../../src/promotions/promotion.js';
import { type Base, type Candidate, raise } from '../../src/promotions/raise.js';
import { check } from '../support/seed.js';

const NOBODY = { standings: {}, progress: {} };
const NOW = Date.UTC(2024, 5, 1);
const UNLIMITED = { budget: Infinity, member: Infinity };

const promotion = (id: string, changes: Partial<PromotionSettings>): PromotionSettings => ({
  ...{ id, version: 1, name: id, status: 'ACTIVE', currency: 'points', effect: { kind: 'BONUS', points: 1 } },
  ...{ validFrom: null, validTo: null, group: null, priority: 0 },
  ...changes,
});
const multiplier = (by: string, rules: readonly string[] | null = null) => ({ effect: { kind: 'MULTIPLIER', by, rules } }) as const;
const bonus = (points: number) => ({ effect: { kind: 'BONUS', points } }) as const;
const candidate = (each: PromotionSettings, changes: Partial<Candidate> = {}): Candidate => ({
  ...{ promotion: each, room: UNLIMITED, lines: null, hasRest: true },
  ...changes,
});

const spend = (id: string, points: string, rounding: Rounding = 'DOWN'): EarningRuleSettings => ({
  ...{ id, name: id, currency: 'points', rounding, isActive: true, validFrom: null, validTo: null },
  ...{ kind: 'POINTS_PER_SPEND', points, per: 1_00 },
});
const program = (earningRules: readonly EarningRuleSettings[], promotionStacking: StackingSettings = STACK_ALL, timeZone = 'UTC') =>
  new Program('program', 1, null, {
    ...{ name: 'Program', timeZone, currencyCode: 'EUR', tierSets: [], earningRules, promotionStacking },
    pointCurrencies: [{ id: 'points', code: 'POINTS', name: 'Points', isSpendable: true, isQualifying: false, expiry: { mode: 'NEVER' } }],
  });
const purchase = (amount: number, items: readonly [string, number][] = []): Activity => ({
  ...{ type: 'PURCHASE', externalId: null, amount, currencyCode: 'EUR' },
  items: items.map(([sku, each]) => ({ sku, name: null, quantity: 1, amount: each, category: null })),
});
const earned = (activity: Activity, rules: readonly EarningRuleSettings[], ...candidates: readonly Candidate[]) =>
  earn(program(rules), NOBODY, activity, NOW, [], candidates).awards[0];

describe('Points 10: base times all multipliers, plus fixed bonuses', () => {
  const five = [spend('base', '1')];

  test.each([
    ['5 + 3 = 8', 5_00, [bonus(3)], 8],
    ['5 x 3 = 15', 5_00, [multiplier('3')], 15],
    ['4 x 1.5 = 6', 4_00, [multiplier('1.5')], 6],
    ['5 x 1.5 = 7.5, rounded down once', 5_00, [multiplier('1.5')], 7],
    ['5 x 1.5 x 1.5 = 11.25: rounded at the end, not between', 5_00, [multiplier('1.5'), multiplier('1.5')], 11],
    ['5 x 3 x 2 + 3 + 1 = 34', 5_00, [bonus(3), multiplier('3'), bonus(1), multiplier('2')], 34],
    ['0.40 x 3 = 1.2', 40, [multiplier('3')], 1],
  ])('%s', (_, amount, effects, expected) => {
    const award = earned(purchase(amount), five, ...effects.map((each, i) => candidate(promotion(`p${i}`, each))));
    expect(award?.amount).toBe(expected);
    expect(award?.shares.reduce((sum, { points }) => sum + points, 0)).toBe(expected);
    expect(award?.lots.reduce((sum, { amount: points }) => sum + points, 0)).toBe(expected);
  });

  test('each promotion has a lot of its own, and says how it was calculated', () => {
    const award = earned(purchase(5_00), five, candidate(promotion('double', multiplier('2'))), candidate(promotion('more', bonus(3))));
    expect(award?.lots).toEqual([
      { expiresAt: null, source: 'rule:base', amount: 5 },
      { expiresAt: null, source: 'promotion:double', amount: 5 },
      { expiresAt: null, source: 'promotion:more', amount: 3 },
    ]);
    expect(award?.shares.slice(1)).toEqual([
      { promotion: 'double', version: 1, name: 'double', formula: '× 2', points: 5 },
      { promotion: 'more', version: 1, name: 'more', formula: '+ 3', points: 3 },
    ]);
  });

  test('nothing is raised where rules give nothing', () => {
    expect(earned(purchase(0), five, candidate(promotion('more', bonus(3))))).toBeUndefined();
    expect(
      earned({ type: 'EVENT', externalId: null, name: 'x', attributes: null }, five, candidate(promotion('more', bonus(3)))),
    ).toBeUndefined();
  });

  test('of chosen rules alone', () => {
    const rules = [spend('a', '1'), spend('b', '2')];
    expect(earned(purchase(5_00), rules, candidate(promotion('p', multiplier('3', ['a']))))?.amount).toBe(5 * 3 + 10);
  });

  test('of what named lines brought: exactly, also where promotions overlap in part, and a return by item takes it back', () => {
    const items: [string, number][] = [
      ['A', 10_00],
      ['B', 20_00],
    ];
    const onA = { lines: new Set([0]), hasRest: false };
    const tripleA = candidate(promotion('a', multiplier('3')), onA);
    const doubleA = candidate(promotion('b', multiplier('2')), onA);
    const all = candidate(promotion('c', multiplier('1.5')));
    // 10 for A, 20 for B, 5 for postage
    expect(earned(purchase(35_00, items), five, tripleA)?.amount).toBe(10 * 3 + 20 + 5);
    const award = earned(purchase(35_00, items), five, tripleA, doubleA, all);
    expect(award?.amount).toBe(Math.floor((10 * 3 * 2 + 20 + 5) * 1.5));
    expect(award?.byItem.map(({ numerator, denominator }) => Number(numerator) / Number(denominator))).toEqual([90, 30]);
  });
});

describe('stacking', () => {
  const DECIMALS = ['1.1', '1.25', '1.5', '2', '3'];
  /** Cents, so that sums are whole numbers. */
  const arbitrary = fc.record({
    amount: fc.integer({ min: 0, max: 50_00 }),
    rates: fc.array(fc.tuple(fc.constantFrom('0.5', '1', '1.5'), fc.constantFrom(...ROUNDINGS), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
    }),
    promotions: fc.array(
      fc.record({
        effect: fc.oneof(
          fc.constantFrom(...DECIMALS).map((by) => ({ by, points: 0 })),
          fc.integer({ min: 1, max: 30 }).map((points) => ({ by: '1', points })),
        ),
        group: fc.constantFrom(null, 'g', 'h'),
        priority: fc.integer({ min: 0, max: 2 }),
        budget: fc.constantFrom(0, 3, 1_000_000),
        member: fc.constantFrom(0, 5, 1_000_000),
      }),
      { maxLength: 6 },
    ),
    stackings: fc.record({
      none: fc.constantFrom<Stacking>('ALL', 'BEST_FOR_MEMBER', 'PRIORITY'),
      g: fc.constantFrom<Stacking>('ALL', 'BEST_FOR_MEMBER', 'PRIORITY'),
      h: fc.constantFrom<Stacking | undefined>('ALL', 'BEST_FOR_MEMBER', 'PRIORITY', undefined),
    }),
  });

  /** Of a quotient of whole numbers that is not below zero. */
  const rounded = (numerator: bigint, denominator: bigint, rounding: Rounding): number => {
    const [floor, left] = [numerator / denominator, (numerator % denominator) * 2n];
    if (rounding === 'DOWN' || left < denominator) return Number(floor);
    if (left > denominator || rounding === 'HALF_UP') return Number(floor + 1n);
    return Number(floor % 2n === 0n ? floor : floor + 1n);
  };

  test('Points 10: what applies, and what it comes to, is as a simple formula has it', () => {
    check(
      fc.property(arbitrary, ({ amount, rates, promotions, stackings }) => {
        const bases = rates.map(([rate, rounding, isBonus], i): Base => {
          const { numerator, denominator } = parseDecimal(rate);
          const exact = { numerator: numerator * BigInt(amount), denominator: denominator * 100n };
          return { rule: `r${i}`, isBonus, rounding, parts: [{ exact, line: null }] };
        });
        const settings: StackingSettings = { stacking: stackings.none, groups: { g: stackings.g, ...(stackings.h && { h: stackings.h }) } };
        const candidates = promotions.map(({ effect, group, priority, budget, member }, i) =>
          candidate(
            promotion(String(i), {
              ...(effect.points > 0 ? bonus(effect.points) : multiplier(effect.by)),
              ...{ group, priority },
            }),
            { room: { budget, member } },
          ),
        );

        // The formula: of each rounding, the sum of what its rules give, times all multipliers in hundredths but for bonuses; then those of promotions.
        const total = (which: readonly number[]): number => {
          const times = which.map((i) => BigInt(Math.round(Number(promotions[i]?.effect.by) * 100)));
          const product = times.reduce((all, each) => all * each, 1n);
          const scale = 100n ** BigInt(times.length);
          const sum = ROUNDINGS.reduce((points, rounding) => {
            const tenths = (isBonus: boolean) =>
              rates
                .filter((each) => each[1] === rounding && each[2] === isBonus)
                .reduce((all, [rate]) => all + BigInt(Number(rate) * 10), 0n);
            const scaled = tenths(false) * product + tenths(true) * scale;
            return points + rounded(scaled * BigInt(amount), 1_000n * scale, rounding);
          }, 0);
          return sum + which.reduce((points, i) => points + (promotions[i]?.effect.points ?? 0), 0);
        };
        const base = total([]);
        const isEarning = amount > 0;
        const open = promotions.flatMap(({ budget, member }, i) => (isEarning && budget > 0 && member > 0 ? [i] : []));
        const gain = (i: number) => Math.min(total([i]) - base, promotions[i]?.budget as number, promotions[i]?.member as number);
        const priority = (i: number) => promotions[i]?.priority as number;
        const chosen = [null, 'g', 'h'].flatMap((group) => {
          const mine = open.filter((i) => promotions[i]?.group === group);
          const how = group === null ? stackings.none : (stackings[group as 'g' | 'h'] ?? 'ALL');
          if (how === 'ALL' || mine.length === 0) return mine;
          const giving = mine.filter((i) => gain(i) > 0);
          const among = giving.length > 0 ? giving : mine;
          const best = how === 'BEST_FOR_MEMBER' ? among.filter((i) => gain(i) === Math.max(...among.map(gain))) : among;
          const first = best.filter((i) => priority(i) === Math.max(...best.map(priority)));
          return [Math.min(...first)];
        });

        const raised = raise(bases, candidates, settings);
        expect(raised.shares.map((share) => share.promotion).sort()).toEqual(chosen.map(String).sort());
        expect(base + raised.shares.reduce((sum, { points }) => sum + points, 0)).toBe(total(chosen));
        for (const { points } of raised.shares) expect(points).toBeGreaterThanOrEqual(0);
        // Whatever fits either applies, or it is said why not.
        const named = [...raised.shares, ...raised.declined].map((each) => each.promotion).sort();
        expect(named).toEqual(isEarning ? candidates.map((each) => each.promotion.id).sort() : []);
        for (const { promotion: id, reason, instead } of raised.declined) {
          const { budget, member, group } = promotions[Number(id)] as (typeof promotions)[number];
          const why = budget === 0 ? 'BUDGET_USED_UP' : member === 0 ? 'MEMBER_LIMIT_REACHED' : 'STACKING';
          expect(reason).toBe(why);
          if (reason === 'STACKING') expect([chosen.includes(Number(instead)), promotions[Number(instead)]?.group]).toEqual([true, group]);
        }
      }),
      2_000,
    );
  });
});

describe('a schedule goes by what clocks show', () => {
  const TUESDAY: PromotionTime = { weekdays: [2], from: 9 * 60, to: 11 * 60 };
  const isOn = (schedule: readonly PromotionTime[], at: string, timeZone = 'Europe/Berlin') =>
    isEligible(promotion('p', { schedule }), {
      ...{ activity: null, state: NOBODY, program: program([], STACK_ALL, timeZone), at: Date.parse(at), segments: [] },
    });

  test.each([
    ['2024-03-26T07:59:59.999Z', false],
    ['2024-03-26T08:00:00Z', true],
    ['2024-03-26T09:59:59.999Z', true],
    ['2024-03-26T10:00:00Z', false],
    // After clocks were put forward on 31 March, an hour earlier.
    ['2024-04-02T06:59:59.999Z', false],
    ['2024-04-02T07:00:00Z', true],
    ['2024-04-02T08:59:59.999Z', true],
    ['2024-04-02T09:00:00Z', false],
    ['2024-04-03T07:00:00Z', false],
  ])('Tuesdays from 9 to 11 in Berlin: %s %s', (at, expected) => {
    expect(isOn([TUESDAY], at)).toBe(expected);
  });

  const NIGHT: PromotionTime = { weekdays: null, from: 2 * 60, to: 3 * 60 };
  test.each([
    // 31 March 2024: after 01:59:59 comes 03:00:00.
    ['2024-03-31T00:59:59Z', false],
    ['2024-03-31T01:00:00Z', false],
    ['2024-03-30T01:00:00Z', true],
    // 27 October 2024: from 02:00 to 03:00 twice.
    ['2024-10-26T23:59:59Z', false],
    ['2024-10-27T00:00:00Z', true],
    ['2024-10-27T00:59:59Z', true],
    ['2024-10-27T01:00:00Z', true],
    ['2024-10-27T01:59:59Z', true],
    ['2024-10-27T02:00:00Z', false],
  ])('an hour that does not come, and one that comes twice: %s %s', (at, expected) => {
    expect(isOn([NIGHT], at)).toBe(expected);
  });

  const SATURDAY_NIGHT: PromotionTime = { weekdays: [6], from: 22 * 60, to: 2 * 60 };
  test.each([
    ['2024-06-01T21:59:00Z', false],
    ['2024-06-01T22:00:00Z', true],
    ['2024-06-02T01:59:00Z', true],
    ['2024-06-02T02:00:00Z', false],
    ['2024-06-01T01:00:00Z', false],
    ['2024-06-02T22:00:00Z', false],
  ])('over midnight, it belongs to the day on which it begins: %s %s', (at, expected) => {
    expect(isOn([SATURDAY_NIGHT], at, 'UTC')).toBe(expected);
  });

  test('in any zone and at any instant it agrees with what the zone writes', () => {
    const zones = ['America/St_Johns', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Havana'];
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    check(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2008, 0), max: Date.UTC(2026, 0) }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        minutes,
        minutes,
        (timeZone, at, weekdays, from, to) => {
          fc.pre(from !== to);
          const parts = new Intl.DateTimeFormat('en-US', {
            timeZone,
            weekday: 'short',
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
          });
          const text = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
          const [day, minute] = [days.indexOf(text.weekday as string), Number(text.hour) * 60 + Number(text.minute)];
          // Minutes of the week since the beginning of each day on which it may begin.
          const length = (to - from + 24 * 60) % (24 * 60);
          const expected = weekdays.some((begins) => {
            const since = (((day - (begins - 1) + 7) % 7) * 24 * 60 + minute - from + 7 * 24 * 60) % (7 * 24 * 60);
            return since < length;
          });
          const { weekday } = new Calendar(timeZone).localTime(at);
          expect(weekday).toBe(day + 1);
          expect(isOn([{ weekdays, from, to }], new Date(at).toISOString(), timeZone)).toBe(expected);
        },
      ),
      1_000,
    );
  });
});

test('a season begins at its first instant, and is over at its last', () => {
  const each = promotion('p', { validFrom: NOW, validTo: NOW + 10 });
  const isOn = (at: number, changes: Partial<PromotionSettings> = {}) =>
    isEligible({ ...each, ...changes }, { activity: null, state: NOBODY, program: program([]), at, segments: [] });
  expect([NOW - 1, NOW, NOW + 9, NOW + 10].map((at) => isOn(at))).toEqual([false, true, true, false]);
  expect(isOn(NOW, { status: 'PAUSED' })).toBe(false);
  expect(isOn(NOW, { status: 'ARCHIVED' })).toBe(false);
});
