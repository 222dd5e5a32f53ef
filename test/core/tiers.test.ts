import { describe, expect, test } from '@jest/globals';
import type { Step } from '../support/arbitraries.js';
import type { Deed } from '../support/deeds.js';
import { PlainMember } from '../support/plain-member.js';
import { DAY, START, type World } from '../support/world.js';

const NEVER = { days: null, roundUpTo: null } as const;
const world: World = { clock: 'TEST', points: NEVER, stars: NEVER, areStarsSpendable: true };
const NEW_YEAR = Date.UTC(2024, 0, 1);

const step = (deed: Deed, forward = 0, offset: number | null = null): Step => ({ forward, offset, deed, exactly: null });
const buy = (cents: number, forward = 0, offset: number | null = null) =>
  step({ type: 'PURCHASE', cents, money: 'EUR', externalId: null }, forward, offset);
const visit = step({ type: 'EVENT', name: 'visit', externalId: null });

/** Silver from 60.00 a year, gold from 180.00; club silver from 10 stars, gold from 25. */
function given(...steps: Step[]): PlainMember {
  const member = new PlainMember(world);
  for (const each of steps) member.give(each);
  return member;
}

const changes = (member: PlainMember, set = 'status') =>
  member.entries
    .filter(({ kind, data }) => kind === 'TIER_CHANGED' && data.standings?.[0]?.tierSet === set)
    .map(({ effectiveAt, data }) => {
      const { from, to, reason } = data.because as { from: string; to: string; reason: string };
      return [new Date(effectiveAt).toISOString().slice(0, 10), from, to, reason];
    });

describe('by spend', () => {
  test('Tiers 3: the first tier begins with enrolment and is no change', () => {
    const member = given(buy(1_00));

    expect(changes(member)).toEqual([]);
    expect(member.state.standings.status).toMatchObject({ tier: 'bronze', since: START, until: null });
  });

  test('Tiers 3: a threshold is inclusive', () => {
    expect(changes(given(buy(59_99)))).toEqual([]);
    expect(changes(given(buy(59_99), buy(1)))).toEqual([['2023-11-20', 'bronze', 'silver', 'UPGRADED']]);
    expect(changes(given(buy(60_00)))).toEqual([['2023-11-20', 'bronze', 'silver', 'UPGRADED']]);
  });

  test('Tiers 3: a jump over a tier is one change', () => {
    expect(changes(given(buy(200_00)))).toEqual([['2023-11-20', 'bronze', 'gold', 'UPGRADED']]);
  });

  test('Tiers 3 and 4: a tier lasts to the end of the year and then is what the new year gives', () => {
    // given
    const member = given(buy(200_00));
    expect(member.state.standings.status).toMatchObject({ tier: 'gold', until: NEW_YEAR, progress: 200_00 });

    // when
    member.sweep(NEW_YEAR - 1);
    expect(changes(member)).toHaveLength(1);
    member.sweep(NEW_YEAR);

    // then
    expect(changes(member)[1]).toEqual(['2024-01-01', 'gold', 'bronze', 'PERIOD_ENDED']);
    expect(member.state.standings.status).toEqual({ tier: 'bronze', since: NEW_YEAR, until: null, window: NEW_YEAR, progress: 0 });
  });

  test('Points 5: what falls due at an instant comes before the command of that instant', () => {
    const member = given(buy(60_00), buy(180_00, NEW_YEAR - START));

    expect(changes(member)).toEqual([
      ['2023-11-20', 'bronze', 'silver', 'UPGRADED'],
      ['2024-01-01', 'silver', 'bronze', 'PERIOD_ENDED'],
      ['2024-01-01', 'bronze', 'gold', 'UPGRADED'],
    ]);
  });

  test('what was spent in one year does not count in the next', () => {
    expect(changes(given(buy(59_00), buy(59_00, 60 * DAY)))).toEqual([]);
  });

  test('a back-dated purchase of an earlier year counts to no standing', () => {
    // given: a member settled in the new year
    const member = given(buy(10_00, 60 * DAY), buy(100_00, 0, -50 * DAY));

    // then
    expect(changes(member)).toEqual([]);
    expect(member.state.standings.status).toMatchObject({ window: NEW_YEAR, progress: 10_00 });
  });
});

describe('by points', () => {
  test('Tiers 1: points that count are those of the qualifying currency', () => {
    // given: 2 stars a visit
    const member = given(visit, visit, visit, visit);
    expect(changes(member, 'club')).toEqual([]);

    // when
    member.give(visit);

    // then
    expect(changes(member, 'club')).toEqual([['2023-11-20', 'bronze', 'silver', 'UPGRADED']]);
  });

  test('spending them never costs status', () => {
    // given
    const member = given(visit, visit, visit, visit, visit);

    // when
    member.give(step({ type: 'SPEND', amount: 10, code: 'STARS' }));
    member.give(visit);

    // then
    expect(member.state.standings.club).toMatchObject({ tier: 'silver', progress: 12 });
    expect(changes(member, 'club')).toHaveLength(1);
  });

  test('points given by hand count to no tier', () => {
    const member = given(step({ type: 'ADJUST', amount: 100, code: 'STARS', reason: 'GOODWILL' }));

    expect(member.state.standings.club).toBeUndefined();
    expect(changes(member, 'club')).toEqual([]);
  });
});

describe('points that become active late', () => {
  const review = { type: 'EVENT', name: 'review', externalId: null } as const;
  const late = (activation: World['activation'] = {}) => {
    const member = new PlainMember({ ...world, activation });
    // A purchase of 10 December comes in on 8 February.
    for (const each of [step(review, 80 * DAY), buy(100_00, 0, -60 * DAY)]) member.give(each);
    return member;
  };

  test('count to no year that is over, as if they had been active at once', () => {
    const member = late({ STARS: { days: 14, roundUpTo: null, event: null } });

    expect(member.entries.find(({ kind }) => kind === 'POINTS_ACTIVATED')?.effectiveAt).toBe(START + 34 * DAY);
    expect(changes(member, 'club')).toEqual(changes(late(), 'club'));
    expect(changes(member, 'club')).toEqual([]);
  });

  test('count to the present year from the instant at which they did', () => {
    const member = late({ STARS: { days: 30, roundUpTo: null, event: null } });

    expect(changes(member, 'club')).toEqual([['2024-01-09', 'bronze', 'silver', 'UPGRADED']]);
  });
});
