import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StampCardSettings } from '../../../src/earning/kinds/stamp-card.js';
import { RuleMember, ruleBase, settingsOf } from '../../support/rule-member.js';
import { check } from '../../support/seed.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const card = (more: Partial<StampCardSettings> = {}): StampCardSettings => ({
  ...{ ...ruleBase, currency: 'stamps', kind: 'STAMP_CARD', event: null, stamps: 1, perDay: 1, size: 10 },
  ...{ points: { currency: 'points', amount: 50 }, reward: null },
  ...more,
});

describe('a punch card', () => {
  test('takes ten stamps at the tenth visit and gives what is on it, in the same decision', () => {
    // given
    const member = new RuleMember(settingsOf([card({ reward: 'coffee' })]));
    for (let day = 0; day < 9; day += 1) member.buy(3_00, day * DAY);
    expect([member.balance('stamps'), member.balance('points')]).toEqual([9, 0]);

    // when
    const decision = member.buy(3_00, 9 * DAY);

    // then
    expect([member.balance('stamps'), member.balance('points')]).toEqual([0, 50]);
    expect('entries' in decision && decision.entries.map(({ kind, data }) => [kind, data.because])).toEqual([
      ['ACTIVITY_RECORDED', expect.anything()],
      ['CARD_COMPLETED', { rule: 'rule', name: 'Rule', cards: 1, size: 10, grants: [{ reward: 'coffee', count: 1 }] }],
    ]);
  });

  test.each([
    [0, 0],
    [1, 1],
  ])('a purchase of %d cents has %d stamps', (cents, stamps) => {
    const member = new RuleMember(settingsOf([card()]));
    member.buy(cents, 0);
    expect(member.balance('stamps')).toBe(stamps);
  });

  test("the day is one of the programme's zone", () => {
    // given: midnight in New York is five hours later in winter
    const member = new RuleMember(settingsOf([card()], { timeZone: 'America/New_York' }));

    // when
    for (const hour of [4, 5, 28, 29]) member.buy(1_00, DAY + hour * HOUR);

    // then
    expect(member.balance('stamps')).toBe(3);
  });

  test('a purchase that is wholly returned takes its stamp along, and makes room for another on its day', () => {
    // given
    const member = new RuleMember(settingsOf([card()]));
    member.buy(3_00, 0);
    const purchase = member.state.number;
    member.buy(2_00, HOUR);
    expect(member.balance('stamps')).toBe(1);

    // when
    member.takeBack(purchase, 2 * HOUR);
    expect(member.balance('stamps')).toBe(0);
    member.buy(4_00, 3 * HOUR);

    // then
    expect(member.balance('stamps')).toBe(1);
  });

  test('stamps of a full card are used up: a return afterwards leaves a debt of stamps, which the next visit repays', () => {
    // given
    const member = new RuleMember(settingsOf([card({ size: 2 })]));
    member.buy(3_00, 0);
    const purchase = member.state.number;
    member.buy(3_00, DAY);

    // when
    member.takeBack(purchase, DAY);
    expect([member.balance('stamps'), member.balance('points')]).toEqual([-1, 50]);
    member.buy(3_00, 2 * DAY);

    // then
    expect([member.balance('stamps'), member.balance('points')]).toEqual([0, 50]);
  });

  test('every so many stamps of those that days allow are a card, whatever the order of the days', () => {
    const visits = fc.array(fc.record({ day: fc.integer({ min: 0, max: 7 }), cents: fc.integer({ min: 0, max: 3 }) }), { maxLength: 40 });
    check(
      fc.property(
        visits,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (all, stamps, perDay, size) => {
          // given
          const member = new RuleMember(settingsOf([card({ stamps, perDay, size })]));

          // when
          for (const { day, cents } of all) member.buy(cents, day * DAY);

          // then: whatever the order of the days
          const days = Map.groupBy(
            all.filter(({ cents }) => cents > 0),
            ({ day }) => day,
          );
          const total = [...days.values()].reduce((sum, { length }) => sum + Math.min(perDay, stamps * length), 0);
          expect(member.balance('points')).toBe(50 * Math.floor(total / size));
          expect(member.balance('stamps')).toBe(total % size);
        },
      ),
      300,
    );
  });

  test('a day that is long over gets no stamp, for nobody knows how many it had', () => {
    const member = new RuleMember(settingsOf([card({ size: 100 })]));
    for (let day = 1; day <= 8; day += 1) member.buy(1_00, day * DAY);
    member.buy(1_00, 0);
    expect(member.balance('stamps')).toBe(8);
  });
});
