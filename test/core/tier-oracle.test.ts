import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { TierDuration, TierSetSettings } from '../../src/tiers/tier-set.js';
import { LadderMember, ladder, settingsWith, tier } from '../support/ladder-member.js';
import { check } from '../support/seed.js';
import { type Rules, STEPS, TierOracle } from './tier-oracle.js';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const ENROLLED = Date.parse('2023-11-20T10:00:00Z');
const RUNS = 600;

const rules: fc.Arbitrary<Rules> = fc.record({
  window: fc.constantFrom('YEAR', 'APRIL_YEAR', 'ANNIVERSARY', 'ROLLING', 'LIFETIME'),
  rollingDays: fc.constantFrom(1, 30, 365),
  upgrades: fc.constantFrom('IMMEDIATE', 'NEXT_PERIOD'),
  lasts: fc.constantFrom<Rules['lasts'][]>({ further: 0 }, { further: 1 }, { further: 2 }, { days: 100 }, { days: 400 }, 'FOREVER'),
  downgrade: fc.constantFrom('ONE_DOWN', 'BY_BALANCE'),
  graceDays: fc.constantFrom(null, 30, 200),
  needed: fc.constantFrom(1, 2),
});

const step = fc.record({
  forward: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 60 }) }, { weight: 1, arbitrary: fc.integer({ min: 60, max: 500 }) }),
  back: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 800 }) }),
  deed: fc.oneof(
    { weight: 8, arbitrary: fc.record({ type: fc.constant('BUY' as const), cents: fc.integer({ min: 0, max: 150 }) }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('TAKE_BACK' as const), which: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('SET' as const), rank: fc.nat(3), days: fc.integer({ min: 0, max: 500 }) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('CLEAR' as const) }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('SWEEP' as const) }) },
  ),
});

test('Tiers 1 to 5: tiers are what the whole history says, whatever the window, the term and the landing', () => {
  let steps = 0;
  check(
    fc.property(rules, fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), (how, given) => {
      const member = new LadderMember(ENROLLED, settingsWith([setOf(how)]));
      const oracle = new TierOracle(how, ENROLLED);
      const bought: { cents: number; at: number }[] = [];
      let now = ENROLLED;
      for (const { forward, back, deed } of given) {
        now += forward * (DAY / 2);
        const at = Math.max(ENROLLED, now - back * (DAY / 2));
        switch (deed.type) {
          case 'BUY':
            member.buy(deed.cents, at);
            oracle.act(deed.cents, at);
            bought.push({ cents: deed.cents, at });
            break;
          case 'TAKE_BACK': {
            const [purchase] = bought.splice(deed.which % Math.max(1, bought.length), 1);
            if (!purchase || purchase.at > at) break;
            member.takeBack(purchase.cents, purchase.at, at);
            oracle.takeBack(purchase.cents, purchase.at, at);
            break;
          }
          case 'SET': {
            const decision = member.setTier(STEPS[deed.rank]?.[0] as string, at + deed.days * DAY, at);
            expect('refusal' in decision).toBe(!oracle.set(deed.rank, at + deed.days * DAY, at));
            break;
          }
          case 'CLEAR':
            expect('refusal' in member.clearTier(at)).toBe(!oracle.clear(at));
            break;
          case 'SWEEP':
            member.sweep(at);
            oracle.sweep(at);
        }
        expect(movesOf(member)).toEqual(oracle.told);
        expect(placeOf(member)).toEqual(oracle.shown());
        steps += 1;
      }
    }),
    RUNS,
  );
  process.stdout.write(`${steps} steps\n`);
  expect(steps).toBeGreaterThan(RUNS * 10);
});

const movesOf = (member: LadderMember): string[] =>
  member.entries
    .filter(({ kind }) => kind.startsWith('TIER_'))
    .map(({ effectiveAt, data }) => {
      const { from, to, reason } = data.because as { from: string; to: string; reason: string };
      return `${new Date(effectiveAt).toISOString()} ${from} > ${to} ${reason}`;
    });

function placeOf({ standing }: LadderMember) {
  if (!standing) return { rank: 0, since: ENROLLED, until: Infinity, graceUntil: null };
  const rank = STEPS.findIndex(([id]) => id === standing.tier);
  return { rank, since: standing.since, until: standing.until ?? Infinity, graceUntil: standing.graceUntil ?? null };
}

function setOf({ window, rollingDays, upgrades, lasts, downgrade, graceDays, needed }: Rules): TierSetSettings {
  const startsOn = window === 'APRIL_YEAR' ? { month: 4, day: 6 } : { month: 1, day: 1 };
  return ladder({
    measures: [{ measure: 'SPEND' }, { measure: 'ACTIVITIES', of: { purchases: true } }],
    window:
      window === 'ANNIVERSARY'
        ? { type: 'ANNIVERSARY' }
        : window === 'ROLLING'
          ? { type: 'ROLLING', startsOn, period: `P${rollingDays}D` }
          : { type: window === 'LIFETIME' ? 'LIFETIME' : 'CALENDAR_YEAR', startsOn },
    upgrades,
    lasts: durationOf(lasts),
    downgrade,
    grace: graceDays === null ? null : `P${graceDays}D`,
    tiers: [tier('basic', 0, 0), ...STEPS.slice(1).map(([id, spend, count]) => ({ ...tier(id, spend, count), atLeast: needed }))],
  });
}

function durationOf(lasts: Rules['lasts']): TierDuration {
  if (lasts === 'FOREVER') return { mode: 'FOREVER' };
  return 'days' in lasts ? { mode: 'FOR_PERIOD', period: `P${lasts.days}D` } : { mode: 'PERIODS', further: lasts.further };
}
