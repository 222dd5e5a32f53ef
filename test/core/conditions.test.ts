import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Activity, ActivityItem, NamedEvent, Purchase } from '../../src/earning/activity.js';
import { type Conditions, meets } from '../../src/earning/conditions.js';
import { matchingPart } from '../../src/earning/matching-part.js';
import { Program } from '../../src/programs/program.js';
import { check } from '../support/seed.js';

const tier = (id: string) => ({ id, name: id, thresholds: [0], atLeast: null, multiplier: null, isRetired: false });
const program = new Program('program', 1, null, {
  name: 'Program',
  timeZone: 'Europe/Berlin',
  currencyCode: 'EUR',
  pointCurrencies: [],
  tierSets: [
    {
      id: 'status',
      name: 'Status',
      measures: [{ measure: 'SPEND' }],
      window: { type: 'LIFETIME', startsOn: { month: 1, day: 1 } },
      upgrades: 'IMMEDIATE',
      lasts: { mode: 'FOREVER' },
      downgrade: 'ONE_DOWN',
      grace: null,
      tiers: [tier('bronze'), tier('silver'), tier('gold')],
    },
  ],
  earningRules: [],
});
/** A Tuesday, 10:00 in Berlin. */
const TUESDAY = Date.parse('2024-06-04T08:00:00Z');
const item = (sku: string, amount: number, more: Partial<ActivityItem> = {}): ActivityItem => ({
  sku,
  name: null,
  quantity: 1,
  amount,
  category: null,
  ...more,
});
const purchase = (amount: number, items: readonly ActivityItem[] = [], more: Partial<Purchase> = {}): Purchase => ({
  type: 'PURCHASE',
  externalId: null,
  amount,
  currencyCode: 'EUR',
  items,
  ...more,
});
const event = (attributes: Record<string, unknown> | null): NamedEvent => ({ type: 'EVENT', externalId: null, name: 'visit', attributes });

const holds = (
  conditions: Conditions,
  activity: Activity | null = purchase(10_00),
  changes: { at?: number; tier?: string; segments?: string[] } = {},
) => {
  const standing = { tier: changes.tier ?? 'silver', since: 0, until: null, window: 0, progress: 0 };
  const { at = TUESDAY, segments = [] } = changes;
  return meets(conditions, { activity, state: { standings: { status: standing } }, program, at, segments });
};

describe('conditions', () => {
  test.each<[string, Conditions, Activity, boolean]>([
    ['nothing', {}, purchase(1), true],
    ['a channel', { channels: ['app'] }, purchase(1, [], { channel: 'app' }), true],
    ['another channel', { channels: ['app'] }, purchase(1, [], { channel: 'web' }), false],
    ['no channel', { channels: ['app'] }, purchase(1), false],
    ['an excluded channel', { excludedChannels: ['web'] }, purchase(1, [], { channel: 'web' }), false],
    ['no channel, one excluded', { excludedChannels: ['web'] }, purchase(1), true],
    ['a store', { stores: ['7'] }, purchase(1, [], { store: '7' }), true],
    ['an excluded store', { stores: ['7'], excludedStores: ['7'] }, purchase(1, [], { store: '7' }), false],
    ['enough money', { minAmount: 10_00 }, purchase(10_00), true],
    ['too little money', { minAmount: 10_00 }, purchase(9_99), false],
    ['money of an event', { minAmount: 0 }, event(null), false],
    ['enough of a product', { minAmount: 5_00, skus: ['a'] }, purchase(9_00, [item('a', 5_00), item('b', 4_00)]), true],
    ['too little of a product', { minAmount: 6_00, skus: ['a'] }, purchase(9_00, [item('a', 5_00), item('b', 4_00)]), false],
    ['nothing but what is excluded', { excludedSkus: ['a'] }, purchase(5_00, [item('a', 5_00)]), false],
    ['an excluded product, of an event', { excludedSkus: ['a'] }, event(null), true],
  ])('%s', (_, conditions, activity, expected) => {
    expect(holds(conditions, activity)).toBe(expected);
  });

  test.each<[Conditions, string, boolean]>([
    [{ weekdays: [2] }, '2024-06-04T08:00:00Z', true],
    [{ weekdays: [1, 3] }, '2024-06-04T08:00:00Z', false],
    [{ weekdays: [2] }, '2024-06-03T22:00:00Z', true],
    [{ weekdays: [2] }, '2024-06-03T21:59:59Z', false],
    [{ timesOfDay: [{ from: 540, to: 660 }] }, '2024-06-04T07:00:00Z', true],
    [{ timesOfDay: [{ from: 540, to: 660 }] }, '2024-06-04T09:00:00Z', false],
    [{ timesOfDay: [{ from: 540, to: 660 }] }, '2024-06-04T08:59:59.999Z', true],
    [{ timesOfDay: [{ from: 1320, to: 120 }] }, '2024-06-04T23:59:00Z', true],
    [{ timesOfDay: [{ from: 1320, to: 120 }] }, '2024-06-05T00:00:00Z', false],
    [{ timesOfDay: [{ from: 0, to: 1440 }] }, '2024-06-04T21:59:59Z', true],
    // The hour that clocks jump over in spring, and the one that they show twice in autumn.
    [{ timesOfDay: [{ from: 120, to: 180 }] }, '2024-03-31T01:30:00Z', false],
    [{ timesOfDay: [{ from: 120, to: 180 }] }, '2024-10-27T01:30:00Z', true],
  ])('%j at %s: %s', (conditions, at, expected) => {
    expect(holds(conditions, purchase(1), { at: Date.parse(at) })).toBe(expected);
  });

  test('ask for a tier, or a higher one; who has none yet has the first', () => {
    const atLeast = (tier: string): Conditions => ({ tiers: [{ tierSet: 'status', tier }] });
    expect(['bronze', 'silver', 'gold', 'none'].map((tier) => holds(atLeast(tier)))).toEqual([true, true, false, false]);
    expect(meets(atLeast('bronze'), { activity: null, state: { standings: {} }, program, at: 0, segments: [] })).toBe(true);
    expect(meets(atLeast('silver'), { activity: null, state: { standings: {} }, program, at: 0, segments: [] })).toBe(false);
  });

  test('ask for one of several segments', () => {
    expect(holds({ segments: ['a', 'b'] }, null, { segments: ['b'] })).toBe(true);
    expect(holds({ segments: ['a', 'b'] }, null, { segments: ['c'] })).toBe(false);
  });

  test.each<['IS' | 'IS_NOT' | 'AT_LEAST' | 'AT_MOST', string[], unknown, boolean]>([
    ['IS', ['red', 'blue'], 'blue', true],
    ['IS', ['3'], 3, true],
    ['IS', ['true'], true, true],
    ['IS', ['x'], undefined, false],
    ['IS', ['[object Object]'], {}, false],
    ['IS_NOT', ['red'], 'blue', true],
    ['IS_NOT', ['red'], undefined, true],
    ['IS_NOT', ['red'], 'red', false],
    ['AT_LEAST', ['4'], 4, true],
    ['AT_LEAST', ['4'], 3.9, false],
    ['AT_LEAST', ['4'], '5', false],
    ['AT_MOST', ['4'], 4, true],
    ['AT_MOST', ['4'], 4.1, false],
  ])('an attribute that %s %j, and is %j: %s', (operator, values, value, expected) => {
    const attributes = [{ name: 'colour', operator, values }];
    expect(holds({ attributes }, event(value === undefined ? null : { colour: value }))).toBe(expected);
    expect(holds({ attributes })).toBe(false);
  });
});

test('the lines that are named and those that are excluded make up the purchase', () => {
  const line = fc.record({ sku: fc.constantFrom('a', 'b', 'c'), amount: fc.integer({ min: 0, max: 1_000 }) });
  check(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 500 }), (lines, postage) => {
      const items = lines.map(({ sku, amount }) => item(sku, amount));
      const all = items.reduce((sum, { amount }) => sum + (amount ?? 0), postage);
      const named = matchingPart({ skus: ['a'] }, purchase(all, items));
      const rest = matchingPart({ excludedSkus: ['a'] }, purchase(all, items));
      if (named && rest) expect(named.purchase.amount + rest.purchase.amount).toBe(all);
      expect([...(named?.lines ?? []), ...(rest?.lines ?? [])].sort()).toEqual([...items.keys()]);
      for (const part of [named, rest])
        for (const [i, line] of (part?.lines ?? []).entries()) expect(part?.purchase.items[i]).toBe(items[line]);
    }),
    200,
  );
});
