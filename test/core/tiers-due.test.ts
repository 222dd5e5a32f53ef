import { expect, test } from '@jest/globals';
import { Draft } from '../../src/journal/core/draft.js';
import { endTierPeriods, qualifyDue } from '../../src/tiers/evaluate.js';
import type { TierSetSettings } from '../../src/tiers/tier-set.js';
import { instant, iso, LadderMember, ladder } from '../support/ladder-member.js';

/** Points of `amount` cents' worth become active at an instant, long before the command that makes it post. */
function ripen(member: LadderMember, amount: number, at: string): Draft<LadderMember['program']> {
  const draft = new Draft(member.state, member.program, instant('2029-01-01'), 'key', false);
  const standings = qualifyDue(draft, { spend: amount, points: {} }, instant(at));
  draft.postDue('POINTS_ACTIVATED', instant(at), { standings });
  if (endTierPeriods.next(draft, instant(at)) <= instant(at)) endTierPeriods.post(draft, instant(at));
  return draft;
}

const member = (changes: Partial<TierSetSettings> = {}): LadderMember =>
  LadderMember.on('2024-01-10', ladder({ lasts: { mode: 'PERIODS', further: 1 }, ...changes }));

test('Points 2 and 5: what becomes active by time raises the tier at the same instant, as if it had happened then', () => {
  const draft = ripen(member(), 200, '2024-06-01');

  expect(draft.entries.map(({ kind, effectiveAt }) => [kind, iso(effectiveAt)])).toEqual([
    ['POINTS_ACTIVATED', '2024-06-01'],
    ['TIER_CHANGED', '2024-06-01'],
  ]);
  expect(draft.entries[1]?.data.because).toMatchObject({ from: 'basic', to: 'silver', reason: 'UPGRADED' });
  expect(iso(draft.state.standings.status?.until as number)).toBe('2026-01-01');
  expect(draft.state.standings.status?.upgradesAt).toBeUndefined();
});

test('what raises no tier leaves nothing due', () => {
  const draft = ripen(member(), 99, '2024-06-01');

  expect(draft.entries).toHaveLength(1);
  expect(draft.state.nextDueAt).toBe(Infinity);
});

test('Points 5: at the end of a period the tier is evaluated once, with what became active then', () => {
  // given: gold to the end of 2025
  const gold = member();
  gold.buy(300, '2024-02-01');

  const draft = ripen(gold, 300, '2026-01-01');

  expect(draft.entries.map(({ kind }) => kind)).toEqual(['POINTS_ACTIVATED', 'TIER_KEPT']);
  expect(iso(draft.state.standings.status?.until as number)).toBe('2028-01-01');
});

test('where upgrades wait for the next period, it waits', () => {
  const draft = ripen(member({ upgrades: 'NEXT_PERIOD' }), 200, '2024-06-01');

  expect(draft.entries).toHaveLength(1);
  expect(iso(draft.state.standings.status?.upgradesAt as number)).toBe('2025-01-01');
});
