import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { Caller, newKey, TestLaurel } from '../../support/laurel.js';
import { RewardShop } from '../../support/reward-shop.js';

describe('wrong codes', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  test('after 20 of them no code of this credential, or this address, is looked at for a while', async () => {
    const shop = await RewardShop.open(laurel);
    const reward = await shop.reward({ voucher: { kind: 'ITEM' } });
    await shop.member('ada', 100);
    const code = (await shop.have('ada', reward)).voucher?.code as string;
    const { createApiKey } = await shop.caller.run(api.CreateApiKeyDocument, { input: { name: 'till', scopes: ['vouchers:use'] } });
    const till = new Caller(laurel.url, createApiKey?.secret as string);
    const look = async (text: string) => (await till.run(api.VoucherByCodeDocument, { code: text })).voucher;
    for (let i = 0; i < 20; i += 1) {
      expect((await look(`wrong${i}`))?.errors).toMatchObject([{ code: 'VOUCHER_NOT_FOUND' }]);
      if (i < 10) expect(await look(code)).toMatchObject({ errors: [] });
    }
    const blocked = await look(code);
    expect(blocked).toMatchObject({ voucher: null, errors: [{ __typename: 'TooManyAttempts', code: 'TOO_MANY_ATTEMPTS' }] });
    const [refusal] = blocked?.errors ?? [];
    expect(refusal && 'retryAfter' in refusal ? refusal.retryAfter : 0).toBeGreaterThan(200);
    // Another credential at the same address is held up as well; claiming gifts, too.
    expect((await shop.use(code))?.errors).toMatchObject([{ code: 'TOO_MANY_ATTEMPTS' }]);
    const input = { member: { externalId: 'ada' }, code, idempotencyKey: newKey() };
    expect((await shop.caller.run(api.ClaimGiftDocument, { input })).claimGift?.errors).toMatchObject([{ code: 'TOO_MANY_ATTEMPTS' }]);
  });
});
