import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';

describe('transfers', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const shopWith = async (policy: Partial<api.SetTransferPolicyInput> | null = {}) => {
    const shop = await laurel.program('2020-01-15T10:00:00Z');
    const expiry = { mode: 'AFTER_PERIOD' as const, period: 'P1Y' };
    await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', expiry } });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
    if (policy) {
      const made = await shop.run(api.SetTransferPolicyDocument, { input: { isAllowed: true, ...policy } });
      expect(made.setTransferPolicy?.errors).toEqual([]);
    }
    return shop;
  };
  const give = async (shop: Caller, from: string, to: string, amount: number, idempotencyKey = newKey()) => {
    const input = { from: { externalId: from }, to: { externalId: to }, amount, idempotencyKey };
    return (await shop.run(api.TransferPointsDocument, { input })).transferPoints;
  };
  const look = async (shop: Caller, externalId: string) => (await shop.run(api.HoldingsDocument, { ref: { externalId } })).member;

  test('move points with their expiry, and both journals tell it', async () => {
    const shop = await shopWith();
    for (const name of ['a', 'b']) await enroll(shop, name);
    await buy(shop, 'a', '50');
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-06-15T10:00:00Z' } });
    await buy(shop, 'a', '50');
    expect(await give(shop, 'a', 'b', 70)).toMatchObject({
      errors: [],
      entry: { kind: 'POINTS_TRANSFERRED' },
      wallet: { active: 30, spent: 70 },
    });
    const receiver = await look(shop, 'b');
    expect(receiver?.wallet).toMatchObject({
      active: 70,
      lots: [
        { expiresAt: '2021-01-15T10:00:00.000Z', remaining: 50 },
        { expiresAt: '2021-06-15T10:00:00.000Z', remaining: 20 },
      ],
    });
    expect(receiver?.journal.nodes.at(-1)).toMatchObject({ kind: 'POINTS_RECEIVED', summary: 'Another member gave you 70 POINTS.' });
  });

  test('20 at once of 100 from 100 points: exactly one; and across each other none is lost', async () => {
    const shop = await shopWith();
    const names = Array.from({ length: 8 }, (_, i) => `m${i}`);
    for (const name of names) await enroll(shop, name);
    await buy(shop, 'm0', '100');
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => give(shop, 'm0', `m${1 + (i % 7)}`, 100)));
    expect(all.filter((each) => each?.errors.length === 0)).toHaveLength(1);
    expect(all.filter((each) => each?.errors[0]?.__typename === 'InsufficientPoints')).toHaveLength(19);
    for (const name of names) await buy(shop, name, '50');
    await Promise.all(Array.from({ length: 60 }, (_, i) => give(shop, `m${i % 8}`, `m${(i * 3 + 1) % 8}`, 7)));
    const wallets = await Promise.all(names.map((name) => look(shop, name)));
    expect(wallets.reduce((sum, each) => sum + (each?.wallet?.active ?? 0), 0)).toBe(100 + 8 * 50);
  });

  test('a key names one transfer; a refusal by the other stream is remembered and leaves no trace', async () => {
    const shop = await shopWith();
    for (const name of ['a', 'b', 'closed']) await enroll(shop, name);
    await buy(shop, 'a', '50');
    await shop.ask('mutation { suspendMember(input: { member: { externalId: "closed" } }) { errors { code } } }');
    const key = newKey();
    const first = await give(shop, 'a', 'b', 10, key);
    const again = await give(shop, 'a', 'b', 10, key);
    expect(again).toMatchObject({ replayed: true, entry: { id: first?.entry?.id } });
    expect((await look(shop, 'b'))?.wallet?.active).toBe(10);
    const refused = newKey();
    expect((await give(shop, 'a', 'closed', 10, refused))?.errors).toMatchObject([{ __typename: 'MemberNotActive', path: ['to'] }]);
    expect((await look(shop, 'a'))?.wallet?.active).toBe(40);
    await shop.ask('mutation { reactivateMember(input: { member: { externalId: "closed" } }) { errors { code } } }');
    expect(await give(shop, 'a', 'closed', 10, refused)).toMatchObject({ replayed: true, errors: [{ __typename: 'MemberNotActive' }] });
  });

  test('keep to the limits of the policy, a period at a time', async () => {
    const shop = await shopWith({ maxPerTransfer: 30, period: 'MONTH', maxPerPeriod: 50 });
    for (const name of ['a', 'b']) await enroll(shop, name);
    await buy(shop, 'a', '200');
    expect((await give(shop, 'a', 'b', 31))?.errors).toMatchObject([{ __typename: 'LimitExceeded', remaining: 30, required: 31 }]);
    await give(shop, 'a', 'b', 30);
    expect((await give(shop, 'a', 'b', 21))?.errors).toMatchObject([{ code: 'TRANSFER_LIMIT_EXCEEDED', remaining: 20 }]);
    await give(shop, 'a', 'b', 20);
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-02-01T00:00:00Z' } });
    expect((await give(shop, 'a', 'b', 30))?.errors).toEqual([]);
  });

  test('are off until they are allowed, go to somebody else, and never to another programme', async () => {
    const shop = await shopWith(null);
    for (const name of ['a', 'b']) await enroll(shop, name);
    await buy(shop, 'a', '50');
    expect((await give(shop, 'a', 'b', 1))?.errors).toMatchObject([{ code: 'TRANSFERS_NOT_ALLOWED' }]);
    expect((await give(shop, 'a', 'a', 1))?.errors).toMatchObject([{ path: ['to'] }]);
    expect((await give(shop, 'a', 'nobody', 1))?.errors).toMatchObject([{ __typename: 'MemberNotFound', path: ['to'] }]);
    const other = await shopWith();
    const id = await enroll(other, 'theirs');
    await shop.run(api.SetTransferPolicyDocument, { input: { isAllowed: true } });
    const { transferPoints } = await shop.run(api.TransferPointsDocument, {
      input: { from: { externalId: 'a' }, to: { id }, amount: 1, idempotencyKey: newKey() },
    });
    expect(transferPoints?.errors).toMatchObject([{ __typename: 'MemberNotFound' }]);
    expect((await look(shop, 'a'))?.wallet?.active).toBe(50);
  });
});
