import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';
import { advance, createTierSet, moves, standing } from '../../support/tiers.js';

describe('a tier given by hand', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('2020-01-01T00:00:00Z');
    await createTierSet(shop);
  });
  afterAll(() => laurel.stop());

  const give = async (externalId: string, input: Partial<api.SetTierInput> = {}) => {
    const { setTier } = await shop.run(api.SetTierDocument, {
      input: {
        member: { externalId },
        tierSet: 'Status',
        tier: 'Gold',
        until: '2020-07-01T00:00:00Z',
        reason: 'STATUS_MATCH',
        idempotencyKey: newKey(),
        ...input,
      },
    });
    if (!setTier) throw new Error('no payload');
    return setTier;
  };

  test('Tiers 5: has a reason and an end, is left alone until then, and gives way to what evaluation gives', async () => {
    // given
    await enroll(shop, 'mia');

    // when
    const { entry, standing: shown, errors } = await give('mia', { note: 'Gold elsewhere' });

    // then
    expect(errors).toEqual([]);
    expect(entry).toMatchObject({
      kind: 'TIER_CHANGED',
      tierReason: 'SET_BY_HAND',
      summary: 'Your tier changed from Basic to Gold.',
    });
    expect(shown).toMatchObject({
      tier: { name: 'Gold' },
      evaluatesAt: '2020-07-01T00:00:00.000Z',
      manual: { reason: 'STATUS_MATCH', until: '2020-07-01T00:00:00.000Z' },
      projection: { stay: null },
    });
    await buy(shop, 'mia', '100', '2020-06-30T23:59:59.999Z');
    expect(await standing(shop, 'mia')).toMatchObject({ tier: { name: 'Gold' }, progress: '100.00' });

    await advance(laurel, shop, '2020-07-01T00:00:00Z');
    expect(await moves(shop, 'mia')).toEqual([
      '2020-01-01T00:00:00.000Z Basic > Gold SET_BY_HAND',
      '2020-07-01T00:00:00.000Z Gold > Bronze MANUAL_TIER_ENDED',
    ]);
    expect(await standing(shop, 'mia')).toMatchObject({ manual: null, evaluatesAt: '2021-01-01T00:00:00.000Z' });
  });

  test('Tiers 5: ends before its time with clearTier, and once', async () => {
    await enroll(shop, 'tom');
    await give('tom', { until: '2030-01-01T00:00:00Z', reason: 'GOODWILL' });
    const clear = async () =>
      (
        await shop.run(api.ClearTierDocument, {
          input: { member: { externalId: 'tom' }, reason: 'CORRECTION', idempotencyKey: newKey() },
        })
      ).clearTier;

    expect(await clear()).toMatchObject({ entry: { tierReason: 'CLEARED_BY_HAND' }, standing: { tier: { name: 'Basic' }, manual: null } });
    expect(await clear()).toMatchObject({ entry: null, standing: null, errors: [{ code: 'NO_MANUAL_TIER' }] });
  });

  test('Tiers 5: the same key gives the first outcome again', async () => {
    await enroll(shop, 'key');
    const input = { idempotencyKey: 'by-hand-once', until: '2021-01-01T00:00:00Z' };

    const first = await give('key', input);
    const again = await give('key', input);

    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.entry).toEqual(first.entry);
    expect((await give('key', { ...input, tier: 'Silver' })).errors).toMatchObject([{ __typename: 'IdempotencyKeyReused' }]);
  });

  test.each([
    [{ tier: 'Platinum', until: '2030-01-01T00:00:00Z' }, 'TIER_NOT_FOUND'],
    [{ tierSet: 'Club', until: '2030-01-01T00:00:00Z' }, 'TIER_SET_NOT_FOUND'],
    [{ until: '2019-01-01T00:00:00Z' }, 'INVALID_INPUT'],
    [{ until: '2030-01-01T00:00:00Z', note: 'x'.repeat(256) }, 'INVALID_INPUT'],
  ])('Tiers 5: %j is refused with %s', async (input, code) => {
    await enroll(shop, `wrong-${code}-${Object.keys(input).join()}`);

    const { entry, errors } = await give(`wrong-${code}-${Object.keys(input).join()}`, input);

    expect(entry).toBeNull();
    expect(errors).toMatchObject([{ code }]);
  });
});
