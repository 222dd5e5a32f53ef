import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { newKey, TestLaurel } from '../../support/laurel.js';
import { eventually } from '../../support/receiver.js';
import { RewardShop } from '../../support/reward-shop.js';

describe('vouchers', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());
  const open = () => RewardShop.open(laurel);
  const pool = async (shop: RewardShop, input: Partial<api.CreateVoucherPoolInput> = {}) => {
    const made = await shop.caller.run(api.CreateVoucherPoolDocument, {
      input: { name: 'Codes', terms: { kind: 'ITEM' }, use: 'OPEN', ...input },
    });
    return made.createVoucherPool?.voucherPool?.id as string;
  };
  const generate = async (shop: RewardShop, id: string, count = 1) =>
    (await shop.caller.run(api.GenerateVoucherCodesDocument, { input: { pool: id, count } })).generateVoucherCodes?.codes as string[];
  const giftCard = async (shop: RewardShop, value = '100.00') => {
    const [code] = await generate(shop, await pool(shop, { terms: { kind: 'GIFT_CARD', value } }));
    return code as string;
  };
  const reserve = async (shop: RewardShop, code: string, more: Partial<api.ReserveVoucherInput> = {}) =>
    (await shop.caller.run(api.ReserveVoucherDocument, { input: { code, idempotencyKey: newKey(), ...more } })).reserveVoucher;

  test('Rewards 4: a gift card is redeemed in parts: 100.00 less 1.68 leaves 98.32', async () => {
    const shop = await open();
    const code = await giftCard(shop);
    const used = await shop.use(code.toLowerCase().replace(/(.{4})/g, '$1-'), '1.68');
    expect(used).toMatchObject({
      errors: [],
      entry: { kind: 'VOUCHER_REDEEMED', number: 2 },
      voucher: { status: 'OPEN', remaining: { amount: '98.32' } },
    });
    expect((await shop.use(code, '98.33'))?.errors).toMatchObject([{ __typename: 'LimitExceeded', remaining: 9_832, required: 9_833 }]);
    expect((await shop.use(code))?.voucher).toMatchObject({ status: 'USED', remaining: { amount: '0.00' } });
    expect((await shop.use(code, '0.01'))?.errors).toMatchObject([{ code: 'VOUCHER_NOT_VALID', message: 'This voucher was used up.' }]);
    expect((await shop.voucher(code))?.voucher?.journal.nodes.map(({ kind }) => kind)).toEqual([
      'VOUCHER_ISSUED',
      'VOUCHER_REDEEMED',
      'VOUCHER_REDEEMED',
    ]);
  });

  test('Rewards 4: a part is reserved with a key, redeemed or released, and times out; nobody else can have it meanwhile', async () => {
    const shop = await open();
    const code = await giftCard(shop);
    const key = newKey();
    const reserved = await reserve(shop, code, { amount: '60', idempotencyKey: key, timeoutSeconds: 60 });
    expect(reserved).toMatchObject({
      errors: [],
      reservation: { status: 'OPEN', value: { amount: '60.00' }, expiresAt: '2020-01-15T10:01:00.000Z' },
      voucher: { remaining: { amount: '40.00' }, reserved: { amount: '60.00' } },
    });
    expect(await reserve(shop, code, { amount: '60', idempotencyKey: key, timeoutSeconds: 60 })).toEqual({ ...reserved, replayed: true });
    expect((await shop.use(code, '40.01'))?.errors).toMatchObject([{ remaining: 4_000, required: 4_001 }]);
    const reservation = reserved?.reservation?.id as string;
    const { redeemVoucher } = await shop.caller.run(api.RedeemVoucherDocument, {
      input: { reservation, amount: '50', idempotencyKey: newKey() },
    });
    expect(redeemVoucher).toMatchObject({
      errors: [],
      reservation: { status: 'REDEEMED', value: { amount: '0.00' } },
      voucher: { remaining: { amount: '50.00' }, reserved: { amount: '0.00' } },
    });
    const second = (await reserve(shop, code, { amount: '50' }))?.reservation?.id as string;
    const { releaseVoucher } = await shop.caller.run(api.ReleaseVoucherDocument, {
      input: { reservation: second, idempotencyKey: newKey() },
    });
    expect(releaseVoucher).toMatchObject({ errors: [], reservation: { status: 'RELEASED' }, voucher: { remaining: { amount: '50.00' } } });
    await reserve(shop, code, { amount: '50', timeoutSeconds: 60 });
    await shop.advance('2020-01-15T10:01:00Z');
    expect((await shop.voucher(code))?.voucher).toMatchObject({ remaining: { amount: '50.00' }, reserved: { amount: '0.00' } });
  });

  test('Rewards 4: what was redeemed is reinstated, all or a part, and never more', async () => {
    const shop = await open();
    const code = await giftCard(shop);
    const entry = (await shop.use(code, '30'))?.entry?.id as string;
    const back = async (amount: string | null = null) =>
      (await shop.caller.run(api.ReinstateVoucherDocument, { input: { entry, amount, idempotencyKey: newKey() } })).reinstateVoucher;
    expect(await back('10')).toMatchObject({
      errors: [],
      entry: { kind: 'VOUCHER_REINSTATED' },
      voucher: { remaining: { amount: '80.00' } },
    });
    expect((await back('20.01'))?.errors).toMatchObject([{ code: 'REVERSAL_EXCEEDED', remaining: 2_000, required: 2_001 }]);
    expect((await back())?.voucher).toMatchObject({ remaining: { amount: '100.00' } });
    expect((await back())?.errors).toMatchObject([{ code: 'REVERSAL_EXCEEDED', remaining: 0 }]);
  });

  test('20 parallel uses of all of a gift card: one; of a code that can be used 7 times: 7', async () => {
    const shop = await open();
    const card = await giftCard(shop);
    const all = await Promise.all(Array.from({ length: 20 }, () => shop.use(card, '100')));
    expect(all.filter((each) => each?.errors.length === 0)).toHaveLength(1);
    const [code = ''] = await generate(shop, await pool(shop, { terms: { kind: 'DISCOUNT', percent: '12.5', uses: 7 } }));
    const uses = await Promise.all(Array.from({ length: 20 }, () => shop.use(code)));
    expect(uses.filter((each) => each?.errors.length === 0)).toHaveLength(7);
    expect((await shop.voucher(code))?.voucher).toMatchObject({ status: 'USED', usesLeft: 0, terms: { percent: '12.5', uses: 7 } });
  });

  test('a void voucher is worth nothing; one that is reserved is not ended', async () => {
    const shop = await open();
    const code = await giftCard(shop);
    const { reservation, voucher } = (await reserve(shop, code, { amount: '1' })) ?? {};
    const end = async () =>
      (await shop.caller.run(api.VoidVoucherDocument, { input: { voucher: voucher?.id as string, idempotencyKey: newKey() } })).voidVoucher;
    expect((await end())?.errors).toMatchObject([{ code: 'VOUCHER_RESERVED' }]);
    await shop.caller.run(api.ReleaseVoucherDocument, { input: { reservation: reservation?.id as string, idempotencyKey: newKey() } });
    expect(await end()).toMatchObject({ errors: [], voucher: { status: 'VOID', remaining: { amount: '0.00' } } });
    expect((await shop.use(code))?.errors).toMatchObject([{ code: 'VOUCHER_NOT_VALID' }]);
    expect((await end())?.errors).toMatchObject([{ code: 'VOUCHER_NOT_VALID' }]);
  });

  test('codes of a pool expire at its end, also those that were never used', async () => {
    const shop = await open();
    const id = await pool(shop, { terms: { kind: 'GIFT_CARD', value: '10' }, expiresAt: new Date('2020-02-01T00:00:00Z') as never });
    const [used = '', unused = ''] = await generate(shop, id, 2);
    await shop.use(used, '1');
    await shop.advance('2020-02-01T00:00:00Z');
    for (const code of [used, unused]) {
      expect((await shop.voucher(code))?.voucher).toMatchObject({ status: 'EXPIRED', remaining: { amount: '0.00' } });
      expect((await shop.use(code))?.errors).toMatchObject([{ code: 'VOUCHER_NOT_VALID' }]);
    }
  });

  test('imported codes are handed out in order, each once; duplicates are told; none is valid before; a warning comes once for each crossing', async () => {
    const shop = await open();
    const id = await pool(shop, { use: 'REWARDS', warnAt: 1 });
    const codes = async (list: string[]) =>
      (await shop.caller.run(api.ImportVoucherCodesDocument, { input: { pool: id, codes: list } })).importVoucherCodes;
    expect(await codes(['FIRST-1', 'second1', 'first 1'])).toMatchObject({
      errors: [],
      added: 2,
      duplicates: [2],
      voucherPool: { size: 2, handedOut: 0 },
    });
    expect(await codes(['FIRST-1', 'third1'])).toMatchObject({ added: 1, duplicates: [0], voucherPool: { size: 3 } });
    expect((await shop.voucher('FIRST-1'))?.errors).toMatchObject([{ code: 'VOUCHER_NOT_FOUND' }]);
    const reward = await shop.reward({ voucherPool: id, prices: [{ points: [] }] });
    await shop.member('ada');
    const low = async () => {
      type Answer = { journal: { items: { entry: { explanation: unknown } }[] } };
      const query = '{ journal(filter: { kinds: [VOUCHER_POOL_LOW] }, first: 100) { items { entry { explanation } } } }';
      return (await shop.caller.ask<Answer, never>(query)).data.journal.items.map(({ entry }) => entry);
    };
    const had = [await shop.have('ada', reward), await shop.have('ada', reward), await shop.have('ada', reward)];
    expect(had.map(({ voucher }) => voucher?.code)).toEqual(['FIRST-1', 'second1', 'third1']);
    expect((await shop.redeem('ada', reward)).errors).toMatchObject([{ __typename: 'RewardSoldOut' }]);
    await eventually(async () => (await low()).length === 1, 'the warning');
    expect(await low()).toMatchObject([{ explanation: { voucherPool: id, left: 1 } }]);
    expect(await shop.use('second1')).toMatchObject({ errors: [], voucher: { status: 'USED' } });
    await codes(['fourth', 'fifth1']);
    await shop.have('ada', reward);
    await eventually(async () => (await low()).length === 2, 'the second warning');
  });

  test('many at once from one pool: every code once, and none twice', async () => {
    const shop = await open();
    const id = await pool(shop, { use: 'REWARDS' });
    expect(await generate(shop, id, 40)).toEqual([]);
    const reward = await shop.reward({ voucherPool: id, prices: [{ points: [] }] });
    const names = ['a', 'b', 'c', 'd'];
    for (const name of names) await shop.member(name);
    const all = await Promise.all(Array.from({ length: 50 }, (_, i) => shop.redeem(names[i % 4] as string, reward)));
    const codes = all.flatMap(({ redemption }) => redemption?.voucher?.code ?? []);
    expect([codes.length, new Set(codes).size]).toEqual([40, 40]);
    expect(all.filter(({ errors }) => errors[0]?.code === 'REWARD_SOLD_OUT')).toHaveLength(10);
  });

  test('verify names what is listed wrongly, and a pool that has other codes than the journal says', async () => {
    const shop = await open();
    await generate(shop, await pool(shop));
    const reward = await shop.reward({ voucher: { kind: 'ITEM' }, needsApproval: true });
    await shop.member('ada', 100);
    await shop.have('ada', reward);
    const { reads } = laurel.app.services;
    const spoiled = async (spoil: string, heal: string) => {
      await reads.query(spoil);
      const differences = await laurel.differences();
      await reads.query(heal);
      return differences;
    };
    const all = "where list = 'pending-redemptions'";
    expect(await spoiled(`update listings set number = number + 1 ${all}`, `update listings set number = number - 1 ${all}`)).toEqual([
      expect.stringContaining('pending-redemptions'),
    ]);
    const size = (by: number) => `update voucher_pools set size = size + ${by} where id = (select max(id::text)::uuid from voucher_pools)`;
    expect(await spoiled(size(1), size(-1))).toEqual([
      expect.stringMatching(/^voucher pool .* has 1 codes up to position 1 and size 2, the journal says 1$/),
    ]);
    expect(await laurel.differences()).toEqual([]);
  });
});
