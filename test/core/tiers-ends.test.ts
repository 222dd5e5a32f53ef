import { describe, expect, test } from '@jest/globals';
import type { TierSetSettings } from '../../src/tiers/tier-set.js';
import { iso, LadderMember, ladder } from '../support/ladder-member.js';

const THIS_AND_NEXT = { mode: 'PERIODS', further: 1 } as const;
const YEAR_START = { month: 1, day: 1 };

describe('how a tier begins', () => {
  test('Tiers 3: a jump over a tier is one change, and begins at once', () => {
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT }));

    member.buy(300, '2024-06-01');

    expect(member.moves()).toEqual(['2024-06-01 basic > gold UPGRADED']);
    // The rest of this loyalty year and the next.
    expect(iso(member.standing.until as number)).toBe('2026-01-01');
  });

  test('Tiers 3: an upgrade of the next period begins with it, on what is left by then', () => {
    // given
    const set = ladder({ upgrades: 'NEXT_PERIOD' });
    const [stays, returns] = [LadderMember.on('2024-01-10', set), LadderMember.on('2024-01-10', set)];
    for (const each of [stays, returns]) {
      each.buy(150, '2024-03-01');
      each.buy(150, '2024-06-01');
      expect(each.moves()).toEqual([]);
      expect(iso(each.standing.upgradesAt as number)).toBe('2025-01-01');
    }

    // when
    returns.takeBack(150, '2024-06-01', '2024-07-01');
    for (const each of [stays, returns]) each.sweep('2025-01-01');

    // then
    expect(stays.moves()).toEqual(['2025-01-01 basic > gold UPGRADED']);
    expect(returns.moves()).toEqual(['2025-01-01 basic > bronze UPGRADED']);
    expect(iso(stays.standing.until as number)).toBe('2026-01-01');
  });

  test('Tiers 3: a late activity of the year that gives its tier now begins it now', () => {
    const member = LadderMember.on('2024-01-10', ladder({ upgrades: 'NEXT_PERIOD' }));
    member.buy(100, '2024-03-01');
    member.buy(0, '2025-03-02');

    member.buy(100, '2024-12-31');

    expect(member.moves()).toEqual(['2025-01-01 basic > bronze UPGRADED', '2024-12-31 bronze > silver UPGRADED']);
    expect(iso(member.standing.until as number)).toBe('2026-01-01');
  });

  test('Tiers 3: an upgrade that was taken back wholly leaves nothing waiting', () => {
    const member = LadderMember.on('2024-01-10', ladder({ upgrades: 'NEXT_PERIOD' }));
    member.buy(150, '2024-03-01');

    member.takeBack(150, '2024-03-01', '2024-04-01');
    member.sweep('2026-01-01');

    expect(member.standing.upgradesAt).toBeUndefined();
    expect(member.moves()).toEqual([]);
  });

  test('Tiers 3: with upgrades of the next period, what was reached in a year keeps the tier for the next', () => {
    const member = LadderMember.on('2024-01-10', ladder({ upgrades: 'NEXT_PERIOD' }));

    member.buy(200, '2024-03-01');
    member.buy(200, '2025-03-01');
    member.sweep('2027-01-01');

    expect(member.moves()).toEqual([
      '2025-01-01 basic > silver UPGRADED',
      '2026-01-01 silver > silver REQUALIFIED',
      '2027-01-01 silver > basic PERIOD_ENDED',
    ]);
  });

  test('Tiers 3: a tier may last a period from its beginning', () => {
    const set = ladder({ lasts: { mode: 'FOR_PERIOD', period: 'P6M' }, window: { type: 'ROLLING', startsOn: YEAR_START, period: 'P3M' } });
    const member = LadderMember.on('2024-01-10', set);

    member.buy(200, '2024-08-31T12:00:00Z');
    expect(iso(member.standing.until as number)).toBe('2025-02-28T12:00:00.000Z');
    member.buy(100, '2025-02-01');
    member.sweep('2025-09-01');

    // The last three months held 100.
    expect(member.moves()).toEqual([
      '2024-08-31T12:00:00.000Z basic > silver UPGRADED',
      '2025-02-28T12:00:00.000Z silver > bronze PERIOD_ENDED',
      '2025-08-28T12:00:00.000Z bronze > basic PERIOD_ENDED',
    ]);
  });
});

describe('how a tier ends', () => {
  /** Gold in 2024, with the next year; 120 in 2025. */
  function goldWith120(changes: Partial<TierSetSettings>): LadderMember {
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT, ...changes }));
    member.buy(300, '2024-06-01');
    member.buy(120, '2025-06-01');
    return member;
  }

  test('Tiers 4: Gold with 120 goes to Silver by a soft landing', () => {
    const member = goldWith120({ downgrade: 'ONE_DOWN' });

    member.sweep('2026-01-01');

    expect(member.moves()[1]).toBe('2026-01-01 gold > silver PERIOD_ENDED');
    expect(iso(member.standing.until as number)).toBe('2027-01-01');
  });

  test('Tiers 4: Gold with 120 goes to Bronze by balance', () => {
    const member = goldWith120({ downgrade: 'BY_BALANCE' });

    member.sweep('2026-01-01');

    expect(member.moves()[1]).toBe('2026-01-01 gold > bronze PERIOD_ENDED');
    expect(iso(member.standing.until as number)).toBe('2027-01-01');
  });

  test('Tiers 4: a soft landing goes no lower than what was gathered gives', () => {
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT, downgrade: 'ONE_DOWN' }));
    member.buy(300, '2024-06-01');

    member.sweep('2029-01-01');

    expect(member.moves()).toEqual([
      '2024-06-01 basic > gold UPGRADED',
      '2026-01-01 gold > silver PERIOD_ENDED',
      '2027-01-01 silver > bronze PERIOD_ENDED',
      '2028-01-01 bronze > basic PERIOD_ENDED',
    ]);
    expect(member.standing.until).toBeNull();
  });

  test('Tiers 4: who reached the tier again keeps it, as long as that year gives it', () => {
    const member = goldWith120({});
    member.buy(180, '2025-12-31T23:59:59.999Z');

    member.sweep('2026-01-01');

    expect(member.moves()[1]).toBe('2026-01-01 gold > gold REQUALIFIED');
    expect(iso(member.standing.until as number)).toBe('2027-01-01');
    expect(iso(member.standing.since)).toBe('2024-06-01');
  });

  test('Tiers 4: with two further years, each of them may decide', () => {
    // given: gold in 2024, again in 2025, nothing in 2026
    const member = LadderMember.on('2024-01-10', ladder({ lasts: { mode: 'PERIODS', further: 2 } }));
    member.buy(300, '2024-06-01');
    member.buy(300, '2025-06-01');

    // when
    member.sweep('2030-01-01');

    // then: 2025 gives it to the end of 2027
    expect(member.moves()).toEqual([
      '2024-06-01 basic > gold UPGRADED',
      '2027-01-01 gold > gold REQUALIFIED',
      '2028-01-01 gold > basic PERIOD_ENDED',
    ]);
  });

  test('Tiers 4: the grace counts from the end of the period, and the landing is after it', () => {
    const member = goldWith120({ downgrade: 'ONE_DOWN', grace: 'P3M' });

    member.sweep('2026-01-01');
    expect(member.moves()[1]).toBe('2026-01-01 gold > gold GRACE_BEGAN');
    expect(iso(member.standing.graceUntil as number)).toBe('2026-04-01');
    member.sweep('2026-03-31T23:59:59.999Z');
    expect(member.standing.tier).toBe('gold');
    member.sweep('2026-04-01');

    expect(member.moves()[2]).toBe('2026-04-01 gold > silver GRACE_ENDED');
    // The period of the landing is that of the year, whatever the grace.
    expect(iso(member.standing.until as number)).toBe('2027-01-01');
    expect(member.standing.graceUntil).toBeUndefined();
  });

  test('Tiers 4: in grace what is gathered counts to the year that ended, too', () => {
    // given: 180 are missing
    const member = goldWith120({ grace: 'P3M' });

    // when
    member.buy(179, '2026-02-01');
    expect(member.standing.graceUntil).toBeDefined();
    member.buy(1, '2026-03-31T23:59:59.999Z');

    // then: kept for the year, for which 180 are gathered already
    expect(member.moves()[2]).toBe('2026-03-31T23:59:59.999Z gold > gold REQUALIFIED');
    expect(iso(member.standing.until as number)).toBe('2027-01-01');
    expect(member.standing).toMatchObject({ progress: 180 });
    expect(member.standing.graceUntil).toBeUndefined();
  });

  test('Tiers 4: what comes at the end of the grace comes too late', () => {
    const member = goldWith120({ grace: 'P3M' });

    member.buy(180, '2026-04-01');

    expect(member.moves().slice(1)).toEqual(['2026-01-01 gold > gold GRACE_BEGAN', '2026-04-01 gold > bronze GRACE_ENDED']);
  });

  test('Tiers 4: a tier of this year alone is gathered anew, in the grace, too', () => {
    // given: silver to the end of 2024
    const member = LadderMember.on('2024-01-10', ladder({ grace: 'P3M' }));
    member.buy(200, '2024-06-01');

    // when: nothing in the year that ended helps
    member.buy(199, '2025-02-01');
    member.sweep('2025-04-01');

    // then
    expect(member.moves().slice(1)).toEqual(['2025-01-01 silver > silver GRACE_BEGAN', '2025-04-01 silver > bronze GRACE_ENDED']);
  });

  test('Tiers 4: a higher tier can be reached in grace', () => {
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT, grace: 'P3M' }));
    member.buy(200, '2024-06-01');

    member.buy(300, '2026-02-01');

    expect(member.moves().slice(1)).toEqual(['2026-01-01 silver > silver GRACE_BEGAN', '2026-02-01 silver > gold UPGRADED']);
    expect(iso(member.standing.until as number)).toBe('2028-01-01');
  });
});

describe('returns', () => {
  test('Points 7: a return reduces the window of its purchase; the tier changes at its evaluation, not before', () => {
    // given: gold by two purchases of 2024 and one of 2025 that keeps it
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT }));
    member.buy(300, '2024-06-01');
    member.buy(300, '2025-06-01');

    // when: the purchase of 2024 goes back
    member.takeBack(300, '2024-06-01', '2025-07-01');

    // then
    expect(member.standing).toMatchObject({ tier: 'gold', progress: 300 });
    expect(member.standing.past).toBeUndefined();
    member.takeBack(250, '2025-06-01', '2025-12-01');
    expect(member.standing).toMatchObject({ tier: 'gold', progress: 50 });
    member.sweep('2026-01-01');
    expect(member.moves()).toEqual(['2024-06-01 basic > gold UPGRADED', '2026-01-01 gold > basic PERIOD_ENDED']);
  });

  test('Points 7: a return of a purchase that counts no more changes nothing', () => {
    const member = LadderMember.on('2024-01-10', ladder());
    member.buy(100, '2024-06-01');
    member.buy(100, '2025-06-01');

    member.takeBack(100, '2024-06-01', '2025-07-01');

    expect(member.standing).toMatchObject({ tier: 'bronze', progress: 100 });
  });

  test('Points 7: an entry says what a return took, and in which window', () => {
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT }));
    member.buy(120, '2024-06-01');
    member.takeBack(100, '2024-06-01', '2025-07-01');

    expect(member.entries.at(-1)?.data.standings?.[0]).toMatchObject({
      added: -100,
      progress: 0,
      late: { window: Date.UTC(2024, 0, 1), progress: 20 },
    });
  });
});

describe('at one instant', () => {
  test('Points 5: tiers are evaluated once, whatever ends there', () => {
    // given: a tier given by hand that ends with the period
    const member = LadderMember.on('2024-01-10', ladder({ lasts: THIS_AND_NEXT }));
    member.buy(200, '2024-06-01');
    member.setTier('gold', '2026-01-01', '2024-07-01');

    // when
    member.sweep('2026-01-01');

    // then
    expect(member.moves().slice(2)).toEqual(['2026-01-01 gold > basic MANUAL_TIER_ENDED']);
  });
});
