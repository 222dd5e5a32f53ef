import { describe, expect, test } from '@jest/globals';
import { LadderMember, ladder, tier } from '../support/ladder-member.js';

const THIS_AND_NEXT = { mode: 'PERIODS', further: 1 } as const;
const before = ladder({ lasts: THIS_AND_NEXT, downgrade: 'ONE_DOWN' });
const pearl = tier('pearl', 150);
const [basic, bronze, silver, gold] = before.tiers as [typeof pearl, typeof pearl, typeof pearl, typeof pearl];

describe('editing a living ladder', () => {
  test('Tiers 7: an inserted tier leaves those above it where they stand; who qualifies moves at the next evaluation', () => {
    // given: one with silver, one with enough for the new tier, both of version 1
    const [above, between] = [LadderMember.on('2024-01-10', before), LadderMember.on('2024-01-10', before)];
    above.buy(200, '2024-02-01');
    between.buy(160, '2024-02-01');

    // when
    for (const each of [above, between]) {
      each.publish({ ...before, tiers: [basic, bronze, pearl, silver, gold] });
      each.sweep('2024-03-01');
      expect(each.moves()).toHaveLength(1);
      each.buy(0, '2024-03-02');
      each.happen('visit', '2024-03-03');
    }

    // then
    expect(above.standing.tier).toBe('silver');
    expect(between.moves()[1]).toBe('2024-03-02 bronze > pearl UPGRADED');
    expect(between.entries.map(({ data }) => data.settings)).toEqual([1, 1, 1, 2, 2, 2]);
    // The landing is one step of today's ladder.
    above.sweep('2026-01-01');
    expect(above.moves()[1]).toBe('2026-01-01 silver > pearl PERIOD_ENDED');
  });

  test('Tiers 7: a lower threshold counts from the next evaluation, a higher one takes nothing away before it', () => {
    const [lower, higher] = [LadderMember.on('2024-01-10', before), LadderMember.on('2024-01-10', before)];
    lower.buy(190, '2024-02-01');
    higher.buy(200, '2024-02-01');
    higher.buy(200, '2025-02-01');

    lower.publish({ ...before, tiers: [basic, bronze, { ...silver, thresholds: [180] }, gold] });
    higher.publish({ ...before, tiers: [basic, bronze, { ...silver, thresholds: [250] }, gold] });
    for (const each of [lower, higher]) each.sweep('2026-01-01');

    expect(lower.moves()[1]).toBe('2026-01-01 bronze > basic PERIOD_ENDED');
    expect(higher.moves()[1]).toBe('2026-01-01 silver > bronze PERIOD_ENDED');
  });

  test('Tiers 7: a tier out of use is reached by nobody, and kept to the next evaluation', () => {
    // given
    const [has, reaches] = [LadderMember.on('2024-01-10', before), LadderMember.on('2024-01-10', before)];
    has.buy(200, '2024-02-01');
    has.buy(200, '2025-02-01');

    // when
    for (const each of [has, reaches]) each.publish({ ...before, tiers: [basic, bronze, { ...silver, isRetired: true }, gold] });
    reaches.buy(250, '2024-03-01');
    expect(reaches.moves()).toEqual(['2024-03-01 basic > bronze UPGRADED']);
    has.sweep('2025-12-31');
    expect(has.standing.tier).toBe('silver');
    has.sweep('2026-01-01');

    // then: requalified for a tier that is not there
    expect(has.moves()[1]).toBe('2026-01-01 silver > bronze PERIOD_ENDED');
  });

  test('Tiers 7: other rules count from the next evaluation; a grace under way stays as it is', () => {
    const member = LadderMember.on('2024-01-10', { ...before, grace: 'P3M' });
    member.buy(300, '2024-02-01');
    member.sweep('2026-01-01');

    member.publish({ ...before, grace: null, downgrade: 'BY_BALANCE' });
    member.sweep('2026-03-31');
    expect(member.standing.tier).toBe('gold');
    member.sweep('2026-04-01');

    expect(member.moves().at(-1)).toBe('2026-04-01 gold > basic GRACE_ENDED');
  });

  test('Tiers 7: an upgrade that waits for its period lapses where the threshold was raised', () => {
    const waiting = ladder({ upgrades: 'NEXT_PERIOD' });
    const member = LadderMember.on('2024-01-10', waiting);
    member.buy(300, '2024-02-01');

    member.publish({ ...waiting, tiers: [basic, tier('bronze', 400)] });
    member.sweep('2025-01-01');

    expect(member.moves()).toEqual(['2025-01-01 basic > basic UPGRADE_LAPSED']);
  });
});
