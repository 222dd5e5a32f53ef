import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buy, type Caller, enroll, TestLaurel } from '../../support/laurel.js';
import { advance, createTierSet, moves, standing } from '../../support/tiers.js';

describe('time zones', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const programme = (timeZone: string): Promise<Caller> => laurel.program('2019-12-01T00:00:00Z', { timeZone });

  test('Tiers 2: in New York a day is 23 hours long when the clocks go forward', async () => {
    // given: a term of a day from 9 March 2024, 12:00 EST
    const shop = await programme('America/New_York');
    await createTierSet(shop, { window: { type: 'ROLLING', period: 'P1D' }, lasts: { mode: 'FOR_PERIOD', period: 'P1D' } });
    await enroll(shop, 'dst');
    await buy(shop, 'dst', '100', '2024-03-09T17:00:00Z');

    expect(await standing(shop, 'dst')).toMatchObject({
      evaluatesAt: '2024-03-10T16:00:00.000Z',
      windowStartsAt: '2024-03-09T05:00:00.000Z',
      windowEndsAt: '2024-03-10T05:00:00.000Z',
    });
    await buy(shop, 'dst', '100', '2024-03-11T03:59:59.999Z');
    expect(await standing(shop, 'dst')).toMatchObject({
      progress: '100.00',
      windowStartsAt: '2024-03-10T05:00:00.000Z',
      windowEndsAt: '2024-03-11T04:00:00.000Z',
    });
  });

  test('Tiers 2: in Kathmandu a year begins at 18:15 UTC of the day before', async () => {
    const shop = await programme('Asia/Kathmandu');
    await createTierSet(shop, { upgrades: 'NEXT_PERIOD', grace: 'P1M' });
    await enroll(shop, 'ktm');
    await buy(shop, 'ktm', '200', '2020-12-31T18:14:59.999Z');
    expect(await standing(shop, 'ktm')).toMatchObject({ tier: { name: 'Basic' }, upgradesAt: '2020-12-31T18:15:00.000Z' });

    await advance(laurel, shop, '2022-02-01T00:00:00Z');

    expect(await moves(shop, 'ktm')).toEqual([
      '2020-12-31T18:15:00.000Z Basic > Silver UPGRADED',
      '2021-12-31T18:15:00.000Z Silver > Silver GRACE_BEGAN',
      '2022-01-31T18:15:00.000Z Silver > Basic GRACE_ENDED',
    ]);
  });

  test('Tiers 2: a year of membership begins on the day of enrolment as it is in the zone', async () => {
    // given: it is 1 June in New York already, and 2 June in Kathmandu
    const enrolledAt = '2020-06-01T19:00:00Z';
    for (const [zone, start] of [
      ['America/New_York', '2021-06-01T04:00:00.000Z'],
      ['Asia/Kathmandu', '2021-06-01T18:15:00.000Z'],
    ] as const) {
      const shop = await programme(zone);
      await createTierSet(shop, { window: { type: 'ANNIVERSARY' } });
      await enroll(shop, 'joined', enrolledAt);

      await buy(shop, 'joined', '100', '2020-08-01T00:00:00Z');

      expect(await standing(shop, 'joined')).toMatchObject({ evaluatesAt: start, windowEndsAt: start });
    }
  });
});
