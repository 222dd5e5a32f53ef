import { afterAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { activityOf, pendingAmount } from '../../src/earning/activity-record.js';
import type { Entry, WalletChange } from '../../src/journal/core/entry.js';
import { EMPTY_WALLET } from '../../src/journal/core/entry.js';
import { compactWallet, evolve, NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import { holdOf } from '../../src/points/hold.js';
import { sumOf } from '../../src/points/lot-parts.js';
import { presentSteps, type Step, steps } from '../support/arbitraries.js';
import { command } from '../support/commands.js';
import { essence } from '../support/paged-store.js';
import { decided, PlainMember } from '../support/plain-member.js';
import { check } from '../support/seed.js';
import { type World, worlds } from '../support/world.js';

jest.setTimeout(60_000);

const RUNS = 130;

afterAll(() => {
  expect(decided.commands).toBeGreaterThan(RUNS * 10 * 45);
  process.stdout.write(`${decided.commands} commands\n`);
});

test('active and held points less debt are what was earned less what was spent and what expired', () => {
  check(
    fc.property(worlds, steps, (world, given) => {
      const member = new PlainMember(world);
      for (const step of given) {
        member.give(step);
        for (const id of ['points', 'stars']) {
          const wallet = member.state.wallets[id] ?? EMPTY_WALLET;
          expect(wallet.active + wallet.held - wallet.debt).toBe(wallet.earned - wallet.spent - wallet.expired);
          expect(Math.min(...Object.values(wallet))).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    RUNS,
  );
});

test('active points lie in lots, held ones in open holds, pending ones with their activities', () => {
  check(
    fc.property(worlds, steps, (world, given) => {
      const member = new PlainMember(world);
      for (const step of given) {
        member.give(step);
        const { lots, records, wallets } = member.state;
        expect(Math.min(1, ...lots.known.map(({ remaining }) => remaining))).toBe(1);
        for (const id of ['points', 'stars']) {
          const { active, held, pending } = wallets[id] ?? EMPTY_WALLET;
          expect({ active, held, pending }).toEqual({
            active: inLots(member.state, id),
            held: sum(records.all.map((record) => (holdOf(record)?.currency === id ? sumOf(holdOf(record)?.parts ?? []) : 0))),
            pending: sum(
              records.all.flatMap((record) =>
                (activityOf(record)?.pending ?? []).filter(({ currency }) => currency === id).map(pendingAmount),
              ),
            ),
          });
        }
        for (const record of records.all) {
          const hold = holdOf(record);
          if (hold) expect(hold.status === 'OPEN').toBe(sumOf(hold.parts) > 0);
          if (record.dueAt !== null) expect(record.dueAt).toBeGreaterThan(member.state.settledAt);
        }
      }
    }),
    RUNS,
  );
});

test('an entry names the wallet after it, and its lots add up to its change', () => {
  check(
    fc.property(worlds, steps, (world, given) => {
      const { entries } = lived(world, given);
      let state = NO_STREAM;
      for (const entry of entries) {
        state = evolve(state, entry);
        for (const { currency, delta, lots, after } of entry.data.changes ?? []) {
          expect(compactWallet(state.wallets[currency] ?? EMPTY_WALLET)).toEqual(after);
          expect(sum(lots.map(({ amount }) => amount))).toBe(delta.active ?? 0);
        }
      }
    }),
    RUNS,
  );
});

test('what expires first is spent first', () => {
  check(
    fc.property(worlds, steps, (world, given) => {
      const { entries } = lived(world, given);
      let state = NO_STREAM;
      for (const entry of entries) {
        const next = evolve(state, entry);
        for (const change of taken(entry)) {
          const lots = state.lots.known.filter(({ currency }) => currency === change.currency);
          const left = next.lots.known.filter(({ currency }) => currency === change.currency);
          // The lots that were touched head the order, and all of them but the last are empty.
          expect(change.lots.map(name)).toEqual(lots.slice(0, change.lots.length).map(name));
          expect(left.length).toBeGreaterThanOrEqual(lots.length - change.lots.length);
          expect(left.length).toBeLessThanOrEqual(lots.length - change.lots.length + 1);
        }
        state = next;
      }
    }),
    RUNS,
  );
});

test('Points 3: no point outlives its expiry, and none expires before it', () => {
  check(
    fc.property(worlds, steps, (world, given) => {
      const member = new PlainMember(world);
      for (const step of given) {
        const { decision } = member.give(step);
        if ('refusal' in decision) continue;
        for (const lot of member.state.lots.known) expect(lot.expiresAt).toBeGreaterThan(member.state.settledAt);
      }
      for (const { kind, effectiveAt, data } of member.entries) {
        if (kind !== 'POINTS_EXPIRED') continue;
        for (const { lots } of data.changes ?? []) for (const lot of lots) expect(lot.expiresAt).toBe(effectiveAt);
      }
    }),
    RUNS,
  );
});

test('a refusal changes nothing', () => {
  check(
    fc.property(worlds, steps, (world, given) => {
      // given
      const member = new PlainMember(world);
      const accepted = [];
      for (const step of given) {
        const before = JSON.stringify(member.state);
        const state = member.state;

        const one = member.give(step);

        if (!('refusal' in one.decision)) accepted.push(one);
        else {
          expect(member.state).toBe(state);
          expect(JSON.stringify(state)).toBe(before);
        }
      }

      // when only what was accepted is given
      const other = new PlainMember(world);
      for (const { command, now } of accepted) other.decide(command, now);

      // then
      expect(other.entries).toEqual(member.entries);
    }),
    RUNS,
  );
});

test('Points 5: whether time is settled lazily or swept, the entries are the same', () => {
  const quarters = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 });
  check(
    fc.property(worlds, presentSteps, quarters, (world, given, sweeps) => {
      // given
      const lazy = new PlainMember(world);
      const swept = new PlainMember(world);

      // when
      given.forEach((step, i) => {
        const at = lazy.now + (step.forward * (sweeps[i % sweeps.length] ?? 0)) / 4;
        swept.sweep(at);
        swept.sweep(at);
        // What the lazy one has not posted yet, nobody can name.
        const ours = lazy.give(step);
        const theirs = swept.decide(ours.command, ours.now);
        expect(code(ours.decision)).toEqual(code(theirs.decision));
      });
      lazy.sweep(lazy.now);
      swept.sweep(lazy.now);

      // then
      expect(swept.entries).toEqual(lazy.entries);
      expect(essence(swept.state)).toEqual(essence(lazy.state));
    }),
    RUNS,
  );
});

test('Points 5: settling twice posts nothing the second time', () => {
  check(
    fc.property(worlds, steps, fc.integer({ min: 0, max: 800 }), (world, given, days) => {
      const member = lived(world, given);
      const at = member.now + days * 86_400_000;
      member.sweep(at);

      const again = member.sweep(at);

      expect(again).toMatchObject({ entries: [], number: null });
      expect(member.state.nextDueAt).toBeGreaterThan(at);
    }),
    RUNS,
  );
});

test('the entries, read back from JSON, lead to the same state', () => {
  check(
    fc.property(worlds, steps, (world, given) => {
      const { entries, state } = lived(world, given);

      const replayed = (JSON.parse(JSON.stringify(entries)) as Entry[]).reduce(evolve, NO_STREAM);

      expect(essence(replayed)).toEqual(essence(state));
      expect(replayed.nextDueAt).toBe(state.nextDueAt);
      expect(entries.map(({ number }) => number)).toEqual(entries.map((_, i) => i + 1));
    }),
    RUNS,
  );
});

test('who is not enrolled cannot be commanded', () => {
  // given
  const member = new PlainMember({ clock: 'TEST', points: NEVER, stars: NEVER, areStarsSpendable: true });
  member.state = NO_STREAM;

  // when
  const { decision } = member.decide(command('SETTLE', {}, member.now, null));

  // then
  expect(code(decision)).toBe('MEMBER_NOT_FOUND');
});

const NEVER = { days: null, roundUpTo: null } as const;

function lived(world: World, given: readonly Step[]): PlainMember {
  const member = new PlainMember(world);
  for (const step of given) member.give(step);
  return member;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const inLots = ({ lots }: StreamState, id: string): number =>
  sum(lots.known.filter(({ currency }) => currency === id).map(({ remaining }) => remaining));

const taken = ({ kind, data }: Entry): WalletChange[] =>
  kind === 'POINTS_EXPIRED' ? [] : (data.changes ?? []).filter(({ delta }) => (delta.active ?? 0) < 0);

const name = ({ expiresAt, source }: { expiresAt: number | null; source: string }) => `${expiresAt ?? Infinity} ${source}`;

const code = (decision: object): unknown => ('refusal' in decision ? (decision.refusal as { code: string }).code : null);
