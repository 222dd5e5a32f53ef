import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, TestLaurel } from '../../support/laurel.js';
import { advance, createTierSet, moves, standing } from '../../support/tiers.js';

/** Loyalty years from 1 April in New York, where that is 04:00 UTC. */
const PURCHASES: [amount: string, at: string][] = [
  ['120', '2020-06-01T12:00:00.000Z'],
  ['200', '2020-09-01T12:00:00.000Z'],
  ['300', '2022-04-01T03:59:59.999Z'],
  ['120', '2022-10-01T12:00:00.000Z'],
  ['180', '2023-05-31T12:00:00.000Z'],
  ['150', '2024-10-01T12:00:00.000Z'],
];
const MOVES = [
  '2020-06-01T12:00:00.000Z Basic > Bronze UPGRADED',
  '2020-09-01T12:00:00.000Z Bronze > Gold UPGRADED',
  '2022-04-01T04:00:00.000Z Gold > Gold REQUALIFIED',
  '2023-04-01T04:00:00.000Z Gold > Gold GRACE_BEGAN',
  '2023-05-31T12:00:00.000Z Gold > Gold REQUALIFIED',
  '2024-04-01T04:00:00.000Z Gold > Gold GRACE_BEGAN',
  '2024-06-01T04:00:00.000Z Gold > Silver GRACE_ENDED',
  '2025-04-01T04:00:00.000Z Silver > Silver GRACE_BEGAN',
  '2025-06-01T04:00:00.000Z Silver > Bronze GRACE_ENDED',
  '2026-04-01T04:00:00.000Z Bronze > Bronze GRACE_BEGAN',
  '2026-06-01T04:00:00.000Z Bronze > Basic GRACE_ENDED',
];

describe('six loyalty years', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('2020-04-01T04:00:00Z', { timeZone: 'America/New_York' });
    await createTierSet(shop, {
      window: { type: 'CALENDAR_YEAR', startsOn: { month: 4, day: 1 } },
      lasts: { mode: 'PERIODS', furtherPeriods: 1 },
      downgrade: 'ONE_DOWN',
      grace: 'P2M',
    });
    for (const who of ['swept', 'lazy']) await enroll(shop, who, '2020-04-01T04:00:00Z');
    // The lazy one's whole life is told at once, ahead of the clock.
    for (const [amount, at] of PURCHASES) await buy(shop, 'lazy', amount, at);
  });
  afterAll(() => laurel.stop());

  const now = (instant: string) => advance(laurel, shop, instant);
  const swept = () => standing(shop, 'swept');
  const purchase = async (i: number) => {
    const [amount, at] = PURCHASES[i] as [string, string];
    await now(at);
    expect((await buy(shop, 'swept', amount)).errors).toEqual([]);
  };

  test('Tiers 3: begin on the first tier, which is no entry and is never evaluated', async () => {
    expect(await swept()).toMatchObject({
      tier: { name: 'Basic' },
      since: '2020-04-01T04:00:00.000Z',
      evaluatesAt: null,
      graceUntil: null,
      windowStartsAt: '2020-04-01T04:00:00.000Z',
      windowEndsAt: '2021-04-01T04:00:00.000Z',
      projection: {
        next: { tier: { name: 'Bronze' }, before: '2021-04-01T04:00:00.000Z', measures: [{ remaining: '100.00' }] },
        stay: null,
      },
    });
    expect(await moves(shop, 'swept')).toEqual([]);
  });

  test('Tiers 3: the first year: up to Bronze, and over Silver to Gold, for the rest of the year and the next', async () => {
    await purchase(0);
    await purchase(1);

    expect(await moves(shop, 'swept')).toEqual(MOVES.slice(0, 2));
    expect(await swept()).toMatchObject({
      tier: { name: 'Gold' },
      since: '2020-09-01T12:00:00.000Z',
      evaluatesAt: '2022-04-01T04:00:00.000Z',
      graceUntil: '2022-06-01T04:00:00.000Z',
      isInGrace: false,
      progress: '320.00',
      projection: {
        next: null,
        // It is the next year that decides.
        stay: {
          countsFrom: '2021-04-01T04:00:00.000Z',
          before: '2022-04-01T04:00:00.000Z',
          isReached: false,
          measures: [{ gathered: '0.00', remaining: '300.00' }],
        },
      },
    });
  });

  test('Tiers 4: the second year: requalified in its last millisecond', async () => {
    await purchase(2);
    expect((await swept()).projection.stay).toMatchObject({ isReached: true, measures: [{ gathered: '300.00', remaining: '0.00' }] });
    await now('2022-04-01T04:00:00Z');

    expect(await moves(shop, 'swept')).toEqual(MOVES.slice(0, 3));
    expect(await swept()).toMatchObject({ tier: { name: 'Gold' }, evaluatesAt: '2023-04-01T04:00:00.000Z', progress: '0.00' });
  });

  test('Tiers 4: the third year: 120, a grace from its end, and requalification in the grace', async () => {
    await purchase(3);
    await now('2023-04-01T03:59:59.999Z');
    expect(await swept()).toMatchObject({ isInGrace: false, progress: '120.00' });
    await now('2023-04-01T04:00:00Z');

    expect(await swept()).toMatchObject({
      tier: { name: 'Gold' },
      evaluatesAt: '2023-04-01T04:00:00.000Z',
      graceUntil: '2023-06-01T04:00:00.000Z',
      isInGrace: true,
      progress: '0.00',
      projection: {
        stay: {
          countsFrom: '2022-04-01T04:00:00.000Z',
          before: '2023-06-01T04:00:00.000Z',
          measures: [{ gathered: '120.00', remaining: '180.00' }],
        },
      },
    });
    await purchase(4);
    expect(await moves(shop, 'swept')).toEqual(MOVES.slice(0, 5));
    expect(await swept()).toMatchObject({
      tier: { name: 'Gold' },
      since: '2020-09-01T12:00:00.000Z',
      evaluatesAt: '2024-04-01T04:00:00.000Z',
      isInGrace: false,
      progress: '180.00',
    });
  });

  test('Tiers 4: the fourth year: 180 are too few; Gold to the end of the grace, and then Silver', async () => {
    await now('2024-06-01T03:59:59.999Z');
    expect(await swept()).toMatchObject({ tier: { name: 'Gold' }, isInGrace: true });
    await now('2024-06-01T04:00:00Z');

    expect(await moves(shop, 'swept')).toEqual(MOVES.slice(0, 7));
    expect(await swept()).toMatchObject({
      tier: { name: 'Silver' },
      since: '2024-06-01T04:00:00.000Z',
      evaluatesAt: '2025-04-01T04:00:00.000Z',
      graceUntil: '2025-06-01T04:00:00.000Z',
      isInGrace: false,
    });
  });

  test('Tiers 4: the fifth and the sixth year: down step by step, and no further than the first tier', async () => {
    await purchase(5);
    await now('2025-06-01T04:00:00Z');
    expect(await swept()).toMatchObject({ tier: { name: 'Bronze' }, evaluatesAt: '2026-04-01T04:00:00.000Z' });
    await now('2030-01-01T00:00:00Z');

    expect(await moves(shop, 'swept')).toEqual(MOVES);
    expect(await swept()).toMatchObject({
      tier: { name: 'Basic' },
      since: '2026-06-01T04:00:00.000Z',
      evaluatesAt: null,
      progress: '0.00',
      windowStartsAt: '2029-04-01T04:00:00.000Z',
    });
  });

  test('Points 5: told at once or lived through, the entries are the same', async () => {
    const plain = async (externalId: string) =>
      (await shop.run(api.MemberDocument, { ref: { externalId } })).member?.journal.nodes.map(({ kind, number, effectiveAt, summary }) => ({
        kind,
        number,
        effectiveAt,
        summary,
      }));

    expect(await plain('lazy')).toEqual(await plain('swept'));
    expect(await moves(shop, 'lazy')).toEqual(MOVES);
  });

  test('Points 1: the past is answered for each of its instants', async () => {
    const at = async (asOf: string) => (await shop.run(api.StandingAsOfDocument, { ref: { externalId: 'swept' }, asOf })).member?.standing;

    expect(await at('2020-08-31T00:00:00Z')).toMatchObject({ tier: { name: 'Bronze' }, evaluatesAt: '2022-04-01T04:00:00.000Z' });
    expect(await at('2023-04-02T00:00:00Z')).toMatchObject({ tier: { name: 'Gold' }, isInGrace: true });
    expect(await at('2024-06-01T04:00:00Z')).toMatchObject({ tier: { name: 'Silver' }, isInGrace: false });
  });

  test('Points 11: each entry explains itself', async () => {
    const { member } = await shop.run(api.TierEntriesDocument, { ref: { externalId: 'swept' } });

    expect(member?.journal.nodes.map(({ kind, summary }) => `${kind}: ${summary}`).slice(1, 7)).toEqual([
      'TIER_CHANGED: Your tier changed from Bronze to Gold.',
      'TIER_KEPT: You keep Gold until 2023-04-01 04:00 UTC.',
      'TIER_KEPT: You keep Gold for a grace until 2023-06-01 04:00 UTC.',
      'TIER_KEPT: You keep Gold until 2024-04-01 04:00 UTC.',
      'TIER_KEPT: You keep Gold for a grace until 2024-06-01 04:00 UTC.',
      'TIER_CHANGED: Your tier changed from Gold to Silver.',
    ]);
    expect(member?.journal.nodes[3]?.explanation).toMatchObject({ reason: 'GRACE_BEGAN', gathered: [120_00] });
  });
});
