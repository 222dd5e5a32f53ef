import { describe, expect, test } from '@jest/globals';
import { iso, LadderMember, ladder } from '../support/ladder-member.js';

const THIS_AND_NEXT = { mode: 'PERIODS', further: 1 } as const;

describe('a tier given by hand', () => {
  test('Tiers 5: lasts to its end, exclusive, and then what evaluation gives comes back', () => {
    // given
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT }));
    member.buy(100, '2024-02-01');

    // when
    member.setTier('gold', '2024-09-01', '2024-06-01');
    member.sweep('2024-08-31T23:59:59.999Z');
    expect(member.standing).toMatchObject({ tier: 'gold', manual: { reason: 'GOODWILL' } });
    member.sweep('2024-09-01');

    // then: bronze, with the end that it had
    expect(member.moves()).toEqual([
      '2024-02-01 basic > bronze UPGRADED',
      '2024-06-01 bronze > gold SET_BY_HAND',
      '2024-09-01 gold > bronze MANUAL_TIER_ENDED',
    ]);
    expect(iso(member.standing.until as number)).toBe('2026-01-01');
    expect(member.standing.manual).toBeUndefined();
  });

  test('Tiers 5: evaluation leaves it alone: neither an upgrade nor the end of a period moves it', () => {
    // given: bronze of this year alone, silver by hand beyond it
    const member = LadderMember.on('2024-01-10', ladder());
    member.buy(100, '2024-02-01');
    member.setTier('silver', '2025-06-01', '2024-03-01');

    // when: gold is reached, and lost with the year
    member.buy(300, '2024-04-01');
    member.sweep('2025-01-01');
    expect(member.standing.tier).toBe('silver');
    member.buy(100, '2025-02-01');
    member.sweep('2025-06-01');

    // then: what this year gives
    expect(member.moves().slice(1)).toEqual(['2024-03-01 bronze > silver SET_BY_HAND', '2025-06-01 silver > bronze MANUAL_TIER_ENDED']);
    expect(iso(member.standing.until as number)).toBe('2026-01-01');
  });

  test('Tiers 5: what was reached meanwhile begins at its end', () => {
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT }));
    member.setTier('bronze', '2024-09-01', '2024-03-01');

    member.buy(300, '2024-04-01');
    member.sweep('2024-09-01');

    expect(member.moves()).toEqual(['2024-03-01 basic > bronze SET_BY_HAND', '2024-09-01 bronze > gold MANUAL_TIER_ENDED']);
    expect(iso(member.standing.since)).toBe('2024-09-01');
  });

  test('Tiers 5: what waited for the period that began meanwhile begins at its end', () => {
    const member = LadderMember.on('2024-01-10', ladder({ upgrades: 'NEXT_PERIOD' }));
    member.setTier('bronze', '2025-03-01', '2024-03-01');

    member.buy(300, '2024-04-01');
    member.sweep('2025-03-01');

    expect(member.moves().at(-1)).toBe('2025-03-01 bronze > gold MANUAL_TIER_ENDED');
    expect(iso(member.standing.until as number)).toBe('2026-01-01');
  });

  test('Tiers 5: may lie below, be replaced, and be ended before its time', () => {
    // given
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT }));
    member.buy(300, '2024-02-01');

    // when
    member.setTier('basic', '2025-01-01', '2024-03-01');
    member.setTier('bronze', '2026-06-01', '2024-04-01');
    expect(iso(member.standing.until as number)).toBe('2026-06-01');
    member.clearTier('2024-05-01');

    // then
    expect(member.moves().slice(1)).toEqual([
      '2024-03-01 gold > basic SET_BY_HAND',
      '2024-04-01 basic > bronze SET_BY_HAND',
      '2024-05-01 bronze > gold CLEARED_BY_HAND',
    ]);
    expect(iso(member.standing.until as number)).toBe('2026-01-01');
  });

  test('Tiers 5: a grace goes on behind it', () => {
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT, grace: 'P3M' }));
    member.buy(300, '2024-02-01');
    member.setTier('silver', '2026-02-01', '2026-01-15');

    member.sweep('2026-02-01');

    expect(member.moves().slice(1)).toEqual([
      '2026-01-01 gold > gold GRACE_BEGAN',
      '2026-01-15 gold > silver SET_BY_HAND',
      '2026-02-01 silver > gold MANUAL_TIER_ENDED',
    ]);
    expect(iso(member.standing.graceUntil as number)).toBe('2026-04-01');
  });

  test('Tiers 5: the same tier by hand is an entry, and no change', () => {
    const member = LadderMember.on('2024-01-10', ladder());
    member.buy(200, '2024-02-01');

    member.setTier('silver', '2026-01-01', '2024-03-01');

    expect(member.entries.at(-1)).toMatchObject({ kind: 'TIER_KEPT', data: { input: { reason: 'GOODWILL' } } });
    expect(iso(member.standing.since)).toBe('2024-02-01');
  });

  test.each([
    ['a tier that is not there', 'platinum', '2025-01-01', 'TIER_NOT_FOUND'],
    ['an end that has passed', 'gold', '2024-03-01', 'INVALID_INPUT'],
  ])('Tiers 5: %s is refused', (_, tier, until, code) => {
    const member = LadderMember.on('2024-01-10', ladder());

    expect(member.setTier(tier, until, '2024-03-01')).toMatchObject({ refusal: { code } });
  });

  test('Tiers 5: nothing to end, and a set that is not named among several, are refused', () => {
    const member = LadderMember.on('2024-01-10', ladder(), ladder({ id: 'club' }));

    expect(member.clearTier('2024-03-01', 'club')).toMatchObject({ refusal: { code: 'NO_MANUAL_TIER' } });
    expect(member.clearTier('2024-03-01')).toMatchObject({ refusal: { code: 'TIER_SET_NOT_FOUND' } });
  });
});
