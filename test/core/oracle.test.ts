import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Entry } from '../../src/journal/core/entry.js';
import { steps, worlds } from '../support/arbitraries.js';
import { PlainMember } from '../support/plain-member.js';
import { check } from '../support/seed.js';
import { Oracle, type OracleEntry } from './oracle.js';

jest.setTimeout(60_000);

const CODES = { points: 'POINTS', stars: 'STARS' } as const;
const RUNS = 450;

test('the core decides as the oracle does', () => {
  let commands = 0;
  check(
    fc.property(worlds, steps, (world, given) => {
      const member = new PlainMember(world);
      const oracle = new Oracle(world);
      for (const step of given) {
        const before = member.entries.length;
        const { decision, deed, now, effectiveAt } = member.give(step);

        const refusal = oracle.give(deed, now, effectiveAt);

        expect('refusal' in decision ? decision.refusal.code : null).toBe(refusal);
        expect(member.entries.slice(before).map(told)).toEqual(oracle.entries.slice(before));
        expect(holdings(member)).toEqual(holdingsOf(oracle));
        expect(standings(member, oracle)).toEqual(standingsOf(oracle));
        commands += 1;
      }
    }),
    RUNS,
  );
  expect(commands).toBeGreaterThan(RUNS * 20);
  process.stdout.write(`${commands} commands\n`);
});

/** An entry as the oracle tells it. */
function told({ kind, effectiveAt, data }: Entry): OracleEntry {
  const changes = (data.changes ?? []).map(({ currency, delta }) => `${CODES[currency as keyof typeof CODES]} ${delta.active}`);
  const tiers = kind === 'TIER_CHANGED' ? (data.standings ?? []).map(({ tierSet, tier }) => `${tierSet} ${tier}`) : [];
  return { kind, at: effectiveAt, isLate: data.backDated ?? false, what: [...changes, ...tiers].join() };
}

const holdings = ({ state }: PlainMember) => ({
  status: state.status,
  settledAt: state.settledAt,
  lots: state.lots.known.map(({ currency, ...lot }) => ({ code: CODES[currency as keyof typeof CODES], ...lot })),
  wallets: (['points', 'stars'] as const).map((id) => {
    const { active = 0, earned = 0, spent = 0, expired = 0 } = state.wallets[id] ?? {};
    return { active, earned, spent, expired };
  }),
});

const holdingsOf = (oracle: Oracle) => ({
  status: oracle.status,
  settledAt: oracle.settled(),
  lots: oracle.lots().map(({ code, expires, source, lot, remaining }) => ({ code, expiresAt: expires, source, number: lot, remaining })),
  wallets: (['POINTS', 'STARS'] as const).map((code) => ({
    active: oracle.points.filter((point) => point.code === code).length,
    ...oracle.totals[code],
  })),
});

const LADDERS = ['status', 'club'] as const;
const TIERS = ['bronze', 'silver', 'gold'];

/** Who has not qualified for anything yet has no standing to compare. */
const standings = ({ state }: PlainMember, oracle: Oracle) =>
  LADDERS.map((ladder) => {
    const standing = state.standings[ladder];
    if (!standing) return { ...oracle.tiers[ladder], progress: true };
    const { tier, until, since, window, progress } = standing;
    return { tier: TIERS.indexOf(tier), until: until ?? Infinity, since, progress: progress === oracle.progress(ladder, window) };
  });

const standingsOf = (oracle: Oracle) => LADDERS.map((ladder) => ({ ...oracle.tiers[ladder], progress: true }));
