import { isDeepStrictEqual } from 'node:util';
import { afterAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type ActivityRecord, pendingAmount } from '../../src/earning/activity-record.js';
import { EMPTY_WALLET, type Entry } from '../../src/journal/core/entry.js';
import type { EntryRecord } from '../../src/journal/core/records.js';
import type { Hold } from '../../src/points/hold.js';
import { steps } from '../support/arbitraries.js';
import { decided, PlainMember } from '../support/plain-member.js';
import { check } from '../support/seed.js';
import { worlds } from '../support/world.js';
import { Oracle } from './oracle.js';
import { inWords, type OracleEntry } from './oracle-book.js';
import { CODES } from './oracle-purse.js';

jest.setTimeout(60_000);

const RUNS = 1_000;

test('the core decides as the oracle does', () => {
  check(
    fc.property(worlds, steps, (world, given) => {
      const member = new PlainMember(world);
      const oracle = new Oracle(world);
      for (const step of given) {
        const before = member.entries.length;
        const { decision, deed, now, effectiveAt } = member.give(step);

        const refusal = oracle.give(deed, now, effectiveAt);

        const ours = {
          refusal: 'refusal' in decision ? decision.refusal.code : null,
          entries: member.entries.slice(before).map(told),
          ...holdings(member),
          standings: standings(member, oracle),
          counters: counters(member, oracle),
        };
        const theirs = {
          refusal,
          entries: oracle.entries.slice(before),
          ...holdingsOf(oracle),
          standings: LADDERS.map((ladder) => ({ ...oracle.ladders.tiers[ladder], progress: true })),
          counters: Object.keys(member.state.counters),
        };
        if (!isDeepStrictEqual(ours, theirs, { skipPrototype: true })) expect(ours).toEqual(theirs);
      }
    }),
    RUNS,
  );
});

afterAll(() => {
  expect(decided.commands).toBeGreaterThan(RUNS * 45);
  process.stdout.write(`${decided.commands} commands\n`);
});

const code = (currency: string) => (currency === 'points' ? 'POINTS' : 'STARS');

/** An entry as the oracle tells it. */
function told({ kind, effectiveAt, data }: Entry): OracleEntry {
  const changes = CODES.flatMap((each) =>
    (data.changes ?? []).filter(({ currency }) => code(currency) === each).flatMap(({ delta }) => inWords(each, delta)),
  );
  const tiers = kind.startsWith('TIER_') ? (data.standings ?? []).map(({ tierSet, tier }) => `${tierSet} ${tier}`) : [];
  return { kind, at: effectiveAt, isLate: data.backDated ?? false, what: [...changes, ...tiers].join() };
}

const holdings = ({ state }: PlainMember) => ({
  status: state.status,
  settledAt: state.settledAt,
  lots: state.lots.known.map(({ currency, ...lot }) => ({ code: code(currency), ...lot })),
  wallets: ['points', 'stars'].map((id) => ({ ...EMPTY_WALLET, ...state.wallets[id] })),
  holds: valuesOf<Hold>(state.records.all, 'HOLD').map(({ of, dueAt, value }) => {
    const { currency, status, endedBy, captured, expiresAt: until, parts } = value;
    const lots = parts.map(({ source, expiresAt, amount }) => ({ source, expires: expiresAt ?? Infinity, amount }));
    return { of, dueAt, code: code(currency), status, endedBy, captured, until, lots };
  }),
  slid: Object.fromEntries(['points', 'stars'].map((id) => [code(id), state.slidTo[id] ?? 0])),
  waiting: valuesOf<ActivityRecord>(state.records.all, 'ACTIVITY').flatMap(({ of, dueAt, value: { pending } }) =>
    pending.length === 0 ? [] : [{ of, dueAt, amount: pending.reduce((sum, each) => sum + pendingAmount(each), 0) }],
  ),
});

const valuesOf = <V>(records: readonly EntryRecord[], type: string) =>
  records
    .filter(({ value }) => value.type === type)
    .map(({ of, dueAt, value }) => ({ of, dueAt, value: value as V }))
    .sort((a, b) => a.of - b.of);

function holdingsOf(oracle: Oracle) {
  const { status, purse } = oracle;
  const activities = [...new Set(purse.waiting.map(({ of }) => of))].sort((a, b) => a - b);
  return {
    status,
    settledAt: oracle.settled(),
    lots: purse.lots().map(({ code, expires, source, lot, remaining }) => ({ code, expiresAt: expires, source, number: lot, remaining })),
    wallets: CODES.map((each) => purse.wallet(each)),
    holds: purse.holds.map(({ points, ...hold }) => ({ ...hold, dueAt: hold.status === 'OPEN' ? hold.until : null, lots: lotsOf(points) })),
    slid: purse.slid,
    waiting: activities.map((of) => {
      const waiting = purse.waiting.filter((each) => each.of === of);
      const amount = waiting.reduce((sum, each) => sum + each.amount, 0);
      return { of, dueAt: Math.min(...waiting.map(({ until }) => until)), amount };
    }),
  };
}

/** Points next to each other that came from one lot, counted. */
function lotsOf(points: readonly { source: string; expires: number }[]) {
  const lots: { source: string; expires: number; amount: number }[] = [];
  for (const { source, expires } of points) {
    const last = lots.at(-1);
    if (last?.source === source && last.expires === expires) last.amount += 1;
    else lots.push({ source, expires, amount: 1 });
  }
  return lots;
}

const LADDERS = ['status', 'club'] as const;
const TIERS = ['bronze', 'silver', 'gold'];

/** Who has not qualified for anything yet has no standing to compare. */
const standings = ({ state }: PlainMember, oracle: Oracle) =>
  LADDERS.map((ladder) => {
    const standing = state.standings[ladder];
    if (!standing) return { ...oracle.ladders.tiers[ladder], progress: true };
    const { tier, until, since, window, progress } = standing;
    return { tier: TIERS.indexOf(tier), until: until ?? Infinity, since, progress: progress === oracle.ladders.progress(ladder, window) };
  });

/** The limits of which the same is used. */
const counters = ({ state }: PlainMember, oracle: Oracle): string[] =>
  Object.entries(state.counters).flatMap(([id, { window, used }]) => {
    const [, currency] = id.split('transfer:');
    const theirs = currency ? oracle.given(code(currency), window) : oracle.caps.used(id, window);
    return theirs === used ? [id] : [`${id} ${used}, not ${theirs}`];
  });
