import { expect, test } from '@jest/globals';
import { evolve, NO_STREAM } from '../../src/journal/core/state.js';
import { stateJson, storedState } from '../../src/journal/stored-state.js';
import type { Deed } from '../support/deeds.js';
import { PlainMember } from '../support/plain-member.js';
import { DAY, START } from '../support/world.js';

const MONTH = 30 * DAY;

const slidingMember = () =>
  new PlainMember({
    clock: 'TEST',
    points: { days: 30, roundUpTo: null, extendedBy: ['PURCHASE'] },
    stars: { days: null, roundUpTo: null },
    areStarsSpendable: true,
  });

const adjust = { type: 'ADJUST', amount: 1, code: 'POINTS', reason: 'GOODWILL' } as const;
const purchase = { type: 'PURCHASE', cents: 10_00, money: 'EUR', externalId: null } as const;
const give = (member: PlainMember, deed: Deed, day: number) =>
  member.give({ forward: 0, offset: START + day * DAY - member.now, deed, exactly: null });
const expiries = ({ state }: PlainMember) => state.lots.known.filter(({ currency }) => currency === 'points').map((lot) => lot.expiresAt);

test('Points 3: a stream that was written before extensions were remembered keeps its lots, and is extended by the next activity', () => {
  // given: what an older version would have left of a purchase on the twentieth day
  const member = slidingMember();
  give(member, purchase, 20);
  member.state = member.entries.map(({ data: { slides: _, ...data }, ...entry }) => ({ ...entry, data })).reduce(evolve, NO_STREAM);
  const stored = JSON.parse(stateJson(member.state));
  expect(stored).not.toHaveProperty('slidTo');
  const row = { state: JSON.stringify(stored), number: 1, settled_at: 0, next_due_at: null, status: 'ACTIVE' };
  expect(storedState(row, member.state.lots).slidTo).toEqual({});

  // when something is written late
  give(member, adjust, 5);

  // then the older lot is as it was
  expect(new Set(expiries(member))).toEqual(new Set([START + 5 * DAY + MONTH, START + 20 * DAY + MONTH]));

  // and from the next extension on all is one
  give(member, purchase, 22);
  give(member, adjust, 6);
  expect(new Set(expiries(member))).toEqual(new Set([START + 22 * DAY + MONTH]));
});

test('Points 3: an entry tells an extension only where it is later than the one before', () => {
  const member = slidingMember();
  for (const day of [20, 20, 10, 21]) give(member, purchase, day);
  const told = member.entries.filter(({ kind }) => kind === 'ACTIVITY_RECORDED').map(({ data }) => data.slides);
  const slide = (day: number) => [{ currency: 'points', expiresAt: START + day * DAY + MONTH }];
  expect(told).toEqual([slide(20), undefined, undefined, slide(21)]);
});
