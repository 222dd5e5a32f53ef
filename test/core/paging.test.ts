import { afterAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Decision } from '../../src/journal/core/decide.js';
import { type Lot, LotBook, LotsNeeded } from '../../src/journal/core/lots.js';
import { type Step, steps } from '../support/arbitraries.js';
import { command } from '../support/commands.js';
import type { Deed } from '../support/deeds.js';
import { essence, PagedStore } from '../support/paged-store.js';
import { decided, type Given, PlainMember } from '../support/plain-member.js';
import { seed } from '../support/seed.js';
import { DAY, START, type World, worlds } from '../support/world.js';

jest.setTimeout(60_000);

const RUNS = 430;

afterAll(() => {
  expect(decided.commands).toBeGreaterThan(RUNS * 45);
  process.stdout.write(`${decided.commands} commands\n`);
});

const NEVER: World = {
  clock: 'TEST',
  points: { days: null, roundUpTo: null },
  stars: { days: null, roundUpTo: null },
  areStarsSpendable: true,
};

describe('lots read in pages, commands cut into batches', () => {
  test('decide and store the same as one by one with all lots at hand', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(worlds, steps, sizes, cuts, async (world, given, pageSizes, lengths) => {
        const { member, store } = await enrolled(world, pageSizes);
        for (let at = 0, i = 0; at < given.length; i += 1) {
          const length = lengths[i % lengths.length] ?? 1;
          await expectSame(member, store, given.slice(at, at + length));
          at += length;
        }
      }),
      { seed: seed(), numRuns: RUNS },
    );
  });

  test('a page may end between two lots that one entry opened', async () => {
    // given: a purchase that earns points and stars, both for ever
    const { member, store } = await enrolled(NEVER, [1]);
    await expectSame(member, store, [now({ type: 'PURCHASE', cents: 10_00, money: 'EUR', externalId: null })]);

    // then the stars, in the second page, can be spent
    await expectSame(member, store, [now({ type: 'SPEND', amount: 2, code: 'STARS' })]);
  });

  test('the last lot of a page may be emptied and filled again in one batch', async () => {
    // given: two lots, of which a page shows the first
    const { member, store } = await enrolled(NEVER, [1]);
    await expectSame(member, store, [adjust(10, 'GOODWILL'), adjust(1, 'CORRECTION')]);

    // when the first is emptied and filled again
    const batch = [now({ type: 'SPEND', amount: 10, code: 'POINTS' }), adjust(5, 'GOODWILL')];

    // then it holds what it was filled with
    await expectSame(member, store, batch);
  });
});

describe('a book of lots', () => {
  const lot = (day: number, number: number, remaining = 1): Lot => ({
    currency: 'points',
    expiresAt: START + day * DAY,
    source: `rule:${number}`,
    number,
    remaining,
  });

  test('asks for more only when what it knows does not answer', () => {
    // given
    const book = LotBook.of([lot(1, 1, 3), lot(2, 2, 3)], false);

    // then
    expect(book.take('points', 6).map((taken) => taken.amount)).toEqual([-3, -3]);
    expect(() => book.take('points', 7)).toThrow(LotsNeeded);
    expect(book.dueBy(START + DAY)).toEqual([lot(1, 1, 3)]);
    expect(() => book.dueBy(START + 2 * DAY)).toThrow(LotsNeeded);
    expect(LotBook.UNREAD.nextExpiry(START)).toBe(START);
  });

  test('refuses to take what no lot holds', () => {
    expect(() => LotBook.of([lot(1, 1)]).take('points', 2)).toThrow('1 missing');
  });

  test('orders the lots that one entry opened by what is stored of them', () => {
    // given: two currencies, earned by one entry, as the entry lists them and the other way round
    const change = [{ expiresAt: START + DAY, source: 'rule:1', amount: 1 }];
    const listed = LotBook.EMPTY.apply('b', change, 1).apply('a', change, 1);
    const turned = LotBook.EMPTY.apply('a', change, 1).apply('b', change, 1);

    // then a decision cannot depend on whether the lots were read or are still at hand
    expect(listed.known).toEqual(turned.known);
  });

  test('Points 4: merges an addition behind the known lots into the stored one once that is read', () => {
    // given
    const book = LotBook.of([lot(1, 1)], false).apply('points', [{ expiresAt: lot(3, 2).expiresAt, source: 'rule:2', amount: 5 }], 7);
    expect(book.beyond).toHaveLength(1);

    // when
    const read = book.extend([lot(2, 3), lot(3, 2, 4)], true);

    // then it keeps the number of the stored lot
    expect(read.known).toEqual([lot(1, 1), lot(2, 3), lot(3, 2, 9)]);
    expect(read.beyond).toEqual([]);
  });
});

async function enrolled(world: World, pageSizes: readonly number[]) {
  const member = new PlainMember(world);
  const store = new PagedStore(pageSizes);
  const enroll = command('ENROLL_MEMBER', { profile: 'digest' }, START, null);
  await store.give([{ command: enroll, program: member.program }]);
  return { member, store };
}

/** Gives the steps to both; the store takes them as one batch. */
async function expectSame(member: PlainMember, store: PagedStore, batch: readonly Step[]): Promise<void> {
  const given: Given[] = batch.map((step) => member.give(step));

  const decisions = await store.give(given);

  expect(decisions.map(outcome)).toEqual(given.map(({ decision }) => outcome(decision)));
  expect(essence(store.state)).toEqual(essence(member.state));
  expect(store.state.nextDueAt).toBeLessThanOrEqual(member.state.nextDueAt);
}

const outcome = (decision: Decision) => ('refusal' in decision ? decision : { entries: decision.entries, number: decision.number });

const now = (deed: Deed): Step => ({ forward: 0, offset: null, deed, exactly: null });

const adjust = (amount: number, reason: 'GOODWILL' | 'CORRECTION'): Step => now({ type: 'ADJUST', amount, code: 'POINTS', reason });
