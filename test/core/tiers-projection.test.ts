import { describe, expect, test } from '@jest/globals';
import { ladderOf, standingOf } from '../../src/tiers/progress.js';
import { type Goal, goalToReach, goalToStay } from '../../src/tiers/projection.js';
import { rankAbove, rankOf, type TierSetSettings } from '../../src/tiers/tier-set.js';
import { instant, iso, LadderMember, ladder } from '../support/ladder-member.js';

const YEAR_START = { month: 1, day: 1 };
const further = (periods: number) => ({ lasts: { mode: 'PERIODS', further: periods } }) as const;

/** A member with these purchases, and what they were told at an instant: missing cents, from when to when. */
function told(changes: Partial<TierSetSettings>, purchases: readonly [cents: number, at: string][], at: string) {
  const set = ladder(changes);
  const member = LadderMember.on('2024-01-10', set);
  for (const [cents, when] of purchases) member.buy(cents, when);
  member.sweep(at);
  const ladderAt = ladderOf(member.state, set, member.program);
  const standing = standingOf(ladderAt, member.state.standings.status, instant(at));
  const above = rankAbove(set, rankOf(set, standing.tier));
  return {
    member,
    next: above === null ? null : tell(goalToReach(ladderAt, standing, above, instant(at))),
    stay: tell(goalToStay(ladderAt, standing, instant(at))),
  };
}

const tell = (goal: Goal | null) =>
  goal && {
    tier: goal.tier.id,
    missing: Math.max(0, (goal.tier.thresholds[0] ?? 0) - (goal.sums[0] ?? 0)),
    isReached: goal.isReached,
    from: iso(goal.countsFrom),
    before: goal.before === Infinity ? null : iso(goal.before),
  };

describe('what is missing', () => {
  test('Tiers 6: to the next tier, by the end of the window', () => {
    const { next, stay } = told({}, [[30, '2024-02-01']], '2024-03-01');

    expect(next).toEqual({ tier: 'bronze', missing: 70, isReached: false, from: '2024-01-01', before: '2025-01-01' });
    expect(stay).toBeNull();
  });

  test('Tiers 6: nothing is missing on the highest', () => {
    expect(told({}, [[300, '2024-02-01']], '2024-03-01').next).toBeNull();
  });

  test('Tiers 6: where a year gives its tier to the end of the next, the next decides', () => {
    const purchases: [number, string][] = [
      [200, '2024-02-01'],
      [150, '2025-02-01'],
    ];

    expect(told(further(1), purchases.slice(0, 1), '2024-03-01').stay).toEqual({
      tier: 'silver',
      missing: 200,
      isReached: false,
      from: '2025-01-01',
      before: '2026-01-01',
    });
    expect(told(further(1), purchases, '2025-03-01').stay).toMatchObject({ missing: 50, isReached: false });
    expect(told(further(1), [...purchases, [50, '2025-02-02']], '2025-03-01').stay).toMatchObject({ missing: 0, isReached: true });
  });

  test('Tiers 6: of several years that may decide, the one in which it is reached, or the next that is not over', () => {
    const first: [number, string] = [200, '2024-02-01'];

    expect(told(further(2), [first], '2025-03-01').stay).toMatchObject({ missing: 200, from: '2025-01-01', before: '2026-01-01' });
    expect(told(further(2), [first], '2026-03-01').stay).toMatchObject({ missing: 200, from: '2026-01-01', before: '2027-01-01' });
    expect(told(further(2), [first, [200, '2025-05-01']], '2026-03-01').stay).toMatchObject({ isReached: true, from: '2025-01-01' });
  });

  test('Tiers 6: where every year begins anew, the tier must be gathered anew', () => {
    const { stay } = told({}, [[200, '2024-02-01']], '2024-03-01');

    expect(stay).toEqual({ tier: 'silver', missing: 200, isReached: false, from: '2025-01-01', before: '2026-01-01' });
  });

  test('Tiers 6: in grace, to its end, with what is gathered since the beginning of the year that ended', () => {
    const purchases: [number, string][] = [
      [200, '2024-02-01'],
      [120, '2025-02-01'],
      [30, '2026-02-01'],
    ];

    const { stay, member } = told({ ...further(1), grace: 'P3M' }, purchases, '2026-03-01');

    expect(stay).toEqual({ tier: 'silver', missing: 50, isReached: false, from: '2025-01-01', before: '2026-04-01' });
    // What was told is what happens.
    member.buy(50, '2026-03-31');
    expect(member.moves().at(-1)).toBe('2026-03-31 silver > silver REQUALIFIED');
  });

  test('Tiers 6: with a rolling window, what will still be in it at the evaluation', () => {
    const rolling = {
      window: { type: 'ROLLING', startsOn: YEAR_START, period: 'P90D' },
      lasts: { mode: 'FOR_PERIOD', period: 'P100D' },
    } as const;

    const purchases: [number, string][] = [
      [200, '2024-03-01'],
      [60, '2024-03-20'],
    ];

    const { stay, next } = told(rolling, purchases, '2024-03-20');

    // The first purchase will be out of the window then, the second in it.
    expect(stay).toEqual({ tier: 'silver', missing: 140, isReached: false, from: '2024-03-11', before: '2024-06-09' });
    expect(next).toMatchObject({ tier: 'gold', missing: 40, from: '2023-12-22', before: '2024-03-21' });
  });

  test('Tiers 6: nothing is evaluated that lasts for good, or was given by hand', () => {
    const { stay, next } = told(
      { window: { type: 'LIFETIME', startsOn: YEAR_START }, lasts: { mode: 'FOREVER' } },
      [[200, '2024-02-01']],
      '2024-03-01',
    );
    expect(stay).toBeNull();
    expect(next).toMatchObject({ missing: 100, before: null });

    const set = ladder();
    const member = LadderMember.on('2024-01-10', set);
    member.setTier('gold', '2025-01-01', '2024-03-01');
    expect(goalToStay(ladderOf(member.state, set, member.program), member.standing, instant('2024-04-01'))).toBeNull();
  });
});
