import { describe, expect, test } from '@jest/globals';
import type { EarningRuleSettings } from '../../src/earning/kinds/kinds.js';
import type { TierSettings } from '../../src/tiers/tier-set.js';
import { LadderMember, ladder, settingsWith, tier } from '../support/ladder-member.js';

const always = { currency: 'coins', rounding: 'DOWN', isActive: true, validFrom: null, validTo: null } as const;
const aCoinAEuro: EarningRuleSettings = { ...always, id: 'coin', name: 'A coin a euro', kind: 'POINTS_PER_SPEND', points: '1', per: 1_00 };
const times = (multiplier: string, step: TierSettings): TierSettings => ({ ...step, multiplier });

/** A member on a tier with each of the multipliers, one a tier set. */
function memberWith(multipliers: readonly string[], ...earningRules: EarningRuleSettings[]): LadderMember {
  const sets = multipliers.map((by, i) =>
    ladder({ id: `set-${i}`, name: `Set ${i}`, tiers: [tier('basic', 0), times(by, tier('top', 1_00))] }),
  );
  const member = new LadderMember('2024-01-10', { ...settingsWith(sets), earningRules });
  member.buy(1_00, '2024-01-11');
  return member;
}
const earned = (member: LadderMember): number | undefined =>
  member.entries.findLast(({ kind }) => kind === 'ACTIVITY_RECORDED')?.data.changes?.[0]?.delta.earned;

describe('multipliers of tiers', () => {
  test.each([
    [5_00, ['3'], 15],
    [4_00, ['1.5'], 6],
    [5_00, ['1.5', '2'], 15],
    [3_00, ['1.5', '1.5'], 6],
  ])('Points 10: %d cents times %j give %d', (cents, multipliers, points) => {
    const member = memberWith(multipliers, aCoinAEuro);

    member.buy(cents, '2024-02-01');

    expect(earned(member)).toBe(points);
  });

  test('Points 10: what is multiplied is the exact number, rounded once at the end', () => {
    // given: 0.3 a euro
    const member = memberWith(['4'], { ...aCoinAEuro, points: '0.3' } as EarningRuleSettings);

    // when: 0.9 times 4 is 3.6, where 0 times 4 would be nothing
    member.buy(3_00, '2024-02-01');

    expect(earned(member)).toBe(3);
  });

  test('Points 10: the tier is the one before the activity, and the entry names it', () => {
    // given
    const member = new LadderMember('2024-01-10', {
      ...settingsWith([ladder({ tiers: [tier('basic', 0), times('2', tier('top', 5_00))] })]),
      earningRules: [aCoinAEuro],
    });

    // when
    member.buy(5_00, '2024-02-01');
    expect(earned(member)).toBe(5);
    expect(member.entries.findLast(({ kind }) => kind === 'ACTIVITY_RECORDED')?.data.because).toEqual([
      { currency: 'coins', shares: [expect.objectContaining({ rule: 'coin', points: 5 })] },
    ]);
    member.buy(5_00, '2024-02-02');

    // then
    expect(earned(member)).toBe(10);
    expect(member.entries.findLast(({ kind }) => kind === 'ACTIVITY_RECORDED')?.data.because).toEqual([
      {
        currency: 'coins',
        shares: [expect.objectContaining({ rule: 'coin', points: 10 })],
        multipliers: [{ source: 'tier:top', name: 'Status: top', by: '2' }],
      },
    ]);
  });
});
