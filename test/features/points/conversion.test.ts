import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';

describe('conversion between currencies', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let id: string;
  const convert = async (externalId: string, amount?: number) =>
    (
      await shop.run(api.ConvertPointsDocument, {
        input: { member: { externalId }, conversion: id, idempotencyKey: newKey(), ...(amount && { amount }) },
      })
    ).convertPoints;
  const active = async (externalId: string) =>
    (await shop.run(api.MemberDocument, { ref: { externalId } })).member?.wallets.map((each) => each.active);
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('2020-01-01T00:00:00Z');
    for (const code of ['POINTS', 'MILES']) await shop.run(api.CreatePointCurrencyDocument, { input: { code, name: code } });
    const base = { name: 'Base', currencyCode: 'POINTS', pointsPerSpend: { points: '1', per: '1' } };
    await shop.run(api.CreateEarningRuleDocument, { input: base });
    const input = { name: 'Fly', fromCurrencyCode: 'POINTS', toCurrencyCode: 'MILES', step: 150, gives: 100 };
    id = (await shop.run(api.CreatePointConversionDocument, { input })).createPointConversion?.pointConversion?.id as string;
  });
  afterAll(() => laurel.stop());

  test('keeps the rest: 265 points in steps of 150 leave 115', async () => {
    await enroll(shop, 'm');
    await buy(shop, 'm', '265');
    expect(await convert('m')).toMatchObject({
      errors: [],
      entry: { summary: 'You converted 150 POINTS into 100 MILES.' },
      wallet: { active: 115 },
    });
    expect(await active('m')).toEqual([115, 100]);
    expect((await convert('m'))?.errors).toMatchObject([{ __typename: 'InsufficientPoints', available: 115, required: 150 }]);
  });

  test('converts no more than was asked for, and no more than is there', async () => {
    await enroll(shop, 'n');
    await buy(shop, 'n', '1000');
    await convert('n', 449);
    expect(await active('n')).toEqual([700, 200]);
    expect((await convert('n', 701))?.errors).toMatchObject([{ __typename: 'InsufficientPoints', available: 700, required: 701 }]);
    const race = await Promise.all(Array.from({ length: 10 }, () => convert('n', 300)));
    expect(race.filter((each) => each?.errors.length === 0)).toHaveLength(2);
    expect(await active('n')).toEqual([100, 600]);
  });

  test('is refused where it cannot be meant, and ends when it is taken away', async () => {
    const refused = async (input: Partial<api.CreatePointConversionInput>) => {
      const whole = { name: 'x', fromCurrencyCode: 'POINTS', toCurrencyCode: 'MILES', step: 1, gives: 1, ...input };
      return (await shop.run(api.CreatePointConversionDocument, { input: whole })).createPointConversion?.errors[0]?.path;
    };
    expect(await refused({ toCurrencyCode: 'POINTS' })).toEqual(['toCurrencyCode']);
    expect(await refused({ fromCurrencyCode: 'CASH' })).toEqual(['fromCurrencyCode']);
    expect(await refused({ step: 0 })).toEqual(['step']);
    await shop.run(api.DeletePointConversionDocument, { input: { id } });
    expect((await convert('n', 150))?.errors).toMatchObject([{ code: 'CONVERSION_NOT_FOUND' }]);
  });
});
