import { describe, expect, test } from '@jest/globals';
import { iso, LadderMember, ladder, settingsWith, tier } from '../support/ladder-member.js';

const YEAR_START = { month: 1, day: 1 };

describe('what counts', () => {
  test('Tiers 1: spend, points of a qualifying currency, or a number of activities', () => {
    // given
    const tiers = [tier('basic', 0), tier('regular', 3)] as const;
    const member = LadderMember.on(
      '2024-01-10',
      ladder({ id: 'spend', tiers }),
      ladder({ id: 'orders', measures: [{ measure: 'ACTIVITIES', of: { purchases: true } }], tiers }),
      ladder({ id: 'visits', measures: [{ measure: 'ACTIVITIES', of: { event: 'visit' } }], tiers }),
      ladder({ id: 'all', measures: [{ measure: 'ACTIVITIES', of: null }], tiers }),
    );

    // when
    member.buy(1, '2024-02-01');
    member.buy(1, '2024-02-02');
    member.happen('visit', '2024-02-03');
    member.happen('review', '2024-02-04');
    member.buy(1, '2024-02-05');
    member.happen('visit', '2024-02-06');
    member.happen('visit', '2024-02-07');

    // then
    expect(member.moves('spend')).toEqual(['2024-02-05 basic > regular UPGRADED']);
    expect(member.moves('orders')).toEqual(['2024-02-05 basic > regular UPGRADED']);
    expect(member.moves('visits')).toEqual(['2024-02-07 basic > regular UPGRADED']);
    expect(member.moves('all')).toEqual(['2024-02-03 basic > regular UPGRADED']);
  });

  const both = [{ measure: 'SPEND' }, { measure: 'ACTIVITIES', of: null }] as const;

  test('Tiers 1: "all of" asks for every threshold', () => {
    const member = LadderMember.on('2024-01-10', ladder({ measures: both, tiers: [tier('basic', 0, 0), tier('silver', 200, 2)] }));

    member.buy(500, '2024-02-01');
    expect(member.moves()).toEqual([]);
    member.buy(0, '2024-02-02');
    expect(member.moves()).toEqual(['2024-02-02 basic > silver UPGRADED']);
  });

  test('Tiers 1: "any N of" asks for as many', () => {
    const silver = { ...tier('silver', 200, 3), atLeast: 1 };
    const member = () => LadderMember.on('2024-01-10', ladder({ measures: both, tiers: [tier('basic', 0, 0), silver] }));
    const [spender, visitor] = [member(), member()];

    spender.buy(200, '2024-02-01');
    for (const day of ['01', '02', '03']) visitor.happen('visit', `2024-03-${day}`);

    expect(spender.moves()).toEqual(['2024-02-01 basic > silver UPGRADED']);
    expect(visitor.moves()).toEqual(['2024-03-03 basic > silver UPGRADED']);
  });

  test('Tiers 1: a measure may count for some tiers only', () => {
    const member = LadderMember.on(
      '2024-01-10',
      ladder({ measures: both, tiers: [tier('basic', 0, 0), tier('silver', 200, null), tier('gold', 300, 2)] }),
    );

    member.buy(400, '2024-02-01');
    member.buy(0, '2024-02-02');

    expect(member.moves()).toEqual(['2024-02-01 basic > silver UPGRADED', '2024-02-02 silver > gold UPGRADED']);
  });
});

describe('windows', () => {
  test('Tiers 2: a loyalty year begins on a day of its own, in the zone of the programme', () => {
    // given: a year from 6 April in New York, where that is 04:00 UTC
    const set = ladder({ window: { type: 'CALENDAR_YEAR', startsOn: { month: 4, day: 6 } } });
    const member = new LadderMember('2024-01-10', settingsWith([set], 'America/New_York'));

    // when: bought in the last millisecond of the year
    member.buy(200, '2024-04-06T03:59:59.999Z');
    expect(iso(member.standing.until as number)).toBe('2024-04-06T04:00:00.000Z');
    member.buy(199, '2024-04-06T04:00:00.000Z');

    // then
    expect(member.moves()).toEqual([
      '2024-04-06T03:59:59.999Z basic > silver UPGRADED',
      '2024-04-06T04:00:00.000Z silver > basic PERIOD_ENDED',
      '2024-04-06T04:00:00.000Z basic > bronze UPGRADED',
    ]);
  });

  test('Tiers 2: a year of membership runs from the day of enrolment to its anniversary', () => {
    const member = LadderMember.on('2024-02-29T15:00:00Z', ladder({ window: { type: 'ANNIVERSARY' } }));

    member.buy(100, '2025-02-27T23:59:59.999Z');
    expect(iso(member.standing.until as number)).toBe('2025-02-28');
    member.buy(100, '2025-02-28');

    expect(member.moves()).toEqual([
      '2025-02-27T23:59:59.999Z basic > bronze UPGRADED',
      '2025-02-28 bronze > basic PERIOD_ENDED',
      '2025-02-28 basic > bronze UPGRADED',
    ]);
    expect(iso(member.standing.until as number)).toBe('2026-02-28');
  });

  test('Tiers 2: a rolling window counts whole days of the zone', () => {
    // given: Kathmandu is 5:45 ahead, so its 1 March begins at 18:15
    const set = ladder({ window: { type: 'ROLLING', startsOn: YEAR_START, period: 'P30D' } });
    const member = (): LadderMember => new LadderMember('2024-01-10', settingsWith([set], 'Asia/Kathmandu'));

    // when: the first day of thirty is still there on the last, and gone the day after
    const [within, beyond] = [member(), member()];
    for (const each of [within, beyond]) each.buy(100, '2024-02-29T18:15:00Z');
    within.buy(100, '2024-03-30T18:14:59.999Z');
    beyond.buy(100, '2024-03-30T18:15:00Z');

    // then
    expect(within.moves()).toEqual([
      '2024-02-29T18:15:00.000Z basic > bronze UPGRADED',
      '2024-03-30T18:14:59.999Z bronze > silver UPGRADED',
    ]);
    expect(beyond.moves()).toEqual(['2024-02-29T18:15:00.000Z basic > bronze UPGRADED']);
  });

  test('Tiers 2: a standing with a rolling window holds a bucket for each day of it, and entries hold none of them', () => {
    // given: a purchase every eight hours for three years
    const set = ladder({ window: { type: 'ROLLING', startsOn: YEAR_START, period: 'P30D' }, tiers: [tier('basic', 0), tier('top', 90)] });
    const member = LadderMember.on('2021-01-01', set);
    const start = Date.parse('2021-01-01');
    for (let i = 0; i < 3_000; i += 1) member.buy(1, start + i * 8 * 3_600_000);

    // then
    expect(member.standing.past).toHaveLength(29);
    expect(Math.max(...member.entries.map((entry) => JSON.stringify(entry.data).length))).toBeLessThan(500);
    expect(member.moves()[0]).toBe('2021-01-30T16:00:00.000Z basic > top UPGRADED');
  });

  test('Tiers 2: a lifetime never ends', () => {
    const set = ladder({ window: { type: 'LIFETIME', startsOn: YEAR_START }, lasts: { mode: 'FOREVER' } });
    const member = LadderMember.on('2010-06-01', set);

    member.buy(150, '2011-01-01');
    member.buy(50, '2023-01-01');

    expect(member.moves()).toEqual(['2011-01-01 basic > bronze UPGRADED', '2023-01-01 bronze > silver UPGRADED']);
    expect(member.standing).toMatchObject({ until: null, progress: 200 });
  });

  test.each([
    ['America/New_York', '2024-03-10T05:00:00.000Z', '2024-03-11T04:00:00.000Z', 23],
    ['America/New_York', '2024-11-03T04:00:00.000Z', '2024-11-04T05:00:00.000Z', 25],
    ['Asia/Kathmandu', '2024-03-09T18:15:00.000Z', '2024-03-10T18:15:00.000Z', 24],
  ])('Tiers 2: a day of %s from %s ends at %s, after %d hours', (zone, start, end, hours) => {
    // given: a window of one day
    const set = ladder({ window: { type: 'ROLLING', startsOn: YEAR_START, period: 'P1D' } });
    const member = (): LadderMember => new LadderMember('2024-01-01', settingsWith([set], zone));
    const [within, after] = [member(), member()];
    for (const each of [within, after]) each.buy(100, start);

    // when
    within.buy(100, Date.parse(end) - 1);
    after.buy(100, end);

    // then
    expect((Date.parse(end) - Date.parse(start)) / 3_600_000).toBe(hours);
    expect([within.moves().length, after.moves().length]).toEqual([2, 1]);
  });
});
