import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { Caller, newKey, TestLaurel } from '../../support/laurel.js';
import { eventually } from '../../support/receiver.js';
import { RewardShop } from '../../support/reward-shop.js';

describe('what becomes of a redemption', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());
  const open = () => RewardShop.open(laurel);
  const on = (redemption: string, more: Partial<api.EndRedemptionInput> = {}) => ({
    input: { redemption, idempotencyKey: newKey(), ...more },
  });
  const stockLeft = async (shop: RewardShop) => (await shop.caller.run(api.RewardsDocument, {})).rewards?.nodes[0]?.reward.stockLeft;

  test('Rewards 3: what needs approval waits in a queue of the programme; it is issued, or rejected and the points go back', async () => {
    const shop = await open();
    const reward = await shop.reward({ needsApproval: true, stock: 5, voucher: { kind: 'ITEM' } });
    await shop.member('ada', 300);
    const made = [await shop.have('ada', reward), await shop.have('ada', reward), await shop.have('ada', reward)];
    expect(made[0]).toMatchObject({ status: 'PENDING', awaits: 'APPROVAL', voucher: null });
    const [first, second, third] = made.map(({ id }) => id) as [string, string, string];
    const queue = async (after?: string | null) =>
      (await shop.caller.run(api.PendingRedemptionsDocument, { first: 2, after: after ?? null })).pendingRedemptions;
    const page = await queue();
    expect(page?.nodes.map(({ id }) => id)).toEqual([first, second]);
    expect((await queue(page?.pageInfo.endCursor))?.nodes.map(({ id }) => id)).toEqual([third]);
    const { approveRedemption } = await shop.caller.run(api.ApproveRedemptionDocument, on(first));
    expect(approveRedemption).toMatchObject({
      errors: [],
      entry: { kind: 'REDEMPTION_ISSUED' },
      redemption: { status: 'ISSUED', voucher: { usesLeft: 1 } },
    });
    const { rejectRedemption } = await shop.caller.run(api.RejectRedemptionDocument, on(second, { reason: 'no' }));
    expect(rejectRedemption).toMatchObject({ errors: [], redemption: { status: 'CANCELLED' }, entry: { changes: [{ amount: 100 }] } });
    expect(await stockLeft(shop)).toBe(3);
    const again = await shop.caller.run(api.RejectRedemptionDocument, on(first));
    expect(again.rejectRedemption?.errors).toMatchObject([{ code: 'REDEMPTION_STATUS' }]);
    expect((await queue())?.nodes.map(({ id }) => id)).toEqual([third]);
    await shop.cancel(third);
    expect((await queue())?.nodes).toEqual([]);
  });

  test('Rewards 3: a good is fulfilled by hand, used, and then only reversed by staff', async () => {
    const shop = await open();
    const reward = await shop.reward({ kind: 'PHYSICAL_GOOD', needsApproval: true, stock: 2 });
    await shop.member('ada', 100);
    const { id } = await shop.have('ada', reward);
    const approved = await shop.caller.run(api.ApproveRedemptionDocument, on(id));
    expect(approved.approveRedemption?.redemption).toMatchObject({ status: 'PENDING', awaits: 'FULFILMENT' });
    const sent = await shop.caller.run(api.FulfilRedemptionDocument, on(id));
    expect(sent.fulfilRedemption?.redemption).toMatchObject({ status: 'ISSUED', awaits: null });
    const used = await shop.caller.run(api.UseRedemptionDocument, on(id));
    expect(used.useRedemption).toMatchObject({
      redemption: { status: 'USED', endedBy: used.useRedemption?.entry?.id },
      entry: { kind: 'REDEMPTION_USED' },
    });
    expect((await shop.cancel(id))?.errors).toMatchObject([
      { code: 'REDEMPTION_STATUS', message: expect.stringContaining('reverseRedemption') },
    ]);
    const reversed = await shop.caller.run(api.ReverseRedemptionDocument, on(id, { writeOff: true, reason: 'broken' }));
    expect(reversed.reverseRedemption).toMatchObject({
      errors: [],
      redemption: { status: 'CANCELLED' },
      entry: { kind: 'REDEMPTION_REVERSED' },
    });
    expect(await shop.points('ada')).toBe(100);
    expect(await stockLeft(shop)).toBe(1);
  });

  test('Rewards 3: cancelling gives points back to their lots, what is past its expiry expires at once, and stock to the shelf', async () => {
    const shop = await open();
    const reward = await shop.reward({ stock: 1, prices: [{ points: [{ amount: 150 }] }] });
    await shop.member('ada', 100);
    await shop.advance('2020-06-01T00:00:00Z');
    await shop.caller.run(api.AdjustPointsDocument, {
      input: { member: { externalId: 'ada' }, idempotencyKey: newKey(), amount: 100, reason: 'GOODWILL' },
    });
    const { id } = await shop.have('ada', reward);
    expect(await shop.points('ada')).toBe(50);
    await shop.advance('2021-02-01T00:00:00Z');
    const cancelled = await shop.cancel(id);
    expect(cancelled).toMatchObject({ errors: [], entry: { changes: [{ amount: 50 }] }, redemption: { status: 'CANCELLED' } });
    const lots = (await shop.caller.run(api.HoldingsDocument, { ref: { externalId: 'ada' } })).member?.wallet?.lots;
    expect(lots).toMatchObject([{ expiresAt: '2021-06-01T00:00:00.000Z', remaining: 100 }]);
    expect(await stockLeft(shop)).toBe(1);
    expect((await shop.cancel(id))?.errors).toMatchObject([{ code: 'REDEMPTION_STATUS' }]);
  });

  test('Rewards 3: what is not used in time expires with its voucher, and the points are gone', async () => {
    const shop = await open();
    const reward = await shop.reward({ voucher: { kind: 'GIFT_CARD', value: '5' }, validity: 'P30D' });
    await shop.member('ada', 100);
    const { id, voucher } = await shop.have('ada', reward);
    await shop.advance('2020-02-14T09:59:59.999Z');
    expect(await shop.voucher(voucher?.code as string)).toMatchObject({ voucher: { status: 'OPEN' } });
    await shop.advance('2020-02-14T10:00:00Z');
    expect(await shop.voucher(voucher?.code as string)).toMatchObject({ voucher: { status: 'EXPIRED', remaining: { amount: '0.00' } } });
    expect((await shop.use(voucher?.code as string))?.errors).toMatchObject([{ code: 'VOUCHER_NOT_VALID' }]);
    await eventually(async () => (await shop.redemption(id))?.status === 'EXPIRED', 'the expiry');
    expect(await shop.points('ada')).toBe(0);
  });

  test('a redemption is used when its voucher is used up, and can be used again when that is reinstated', async () => {
    const shop = await open();
    const reward = await shop.reward({ voucher: { kind: 'GIFT_CARD', value: '5' }, validity: 'P30D' });
    await shop.member('ada', 100);
    const { id, voucher } = await shop.have('ada', reward);
    const code = voucher?.code as string;
    await shop.use(code, '4.99');
    const last = await shop.use(code);
    await eventually(async () => (await shop.redemption(id))?.status === 'USED', 'used');
    expect((await shop.cancel(id))?.errors[0]?.code).toBe('REDEMPTION_STATUS');
    await shop.caller.run(api.ReinstateVoucherDocument, { input: { entry: last?.entry?.id as string, idempotencyKey: newKey() } });
    await eventually(async () => (await shop.redemption(id))?.status === 'ISSUED', 'open again');
    // 4.99 of it is still used.
    expect((await shop.cancel(id))?.errors).toMatchObject([{ code: 'VOUCHER_USED' }]);
  });

  test('cancel in parallel with use: one of them, whatever the order', async () => {
    const shop = await open();
    const reward = await shop.reward({ voucher: { kind: 'ITEM' }, prices: [{ points: [{ amount: 10 }] }] });
    await shop.member('ada', 200);
    let cancelled = 0;
    for (let i = 0; i < 10; i += 1) {
      const { id, voucher } = await shop.have('ada', reward);
      const [used, ended] = await Promise.all([shop.use(voucher?.code as string), shop.cancel(id)]);
      const done = [used, ended].filter((each) => each?.errors.length === 0);
      expect([i, done.length]).toEqual([i, 1]);
      if (ended?.errors.length === 0) cancelled += 1;
      else await eventually(async () => (await shop.redemption(id))?.status === 'USED', 'used');
    }
    expect(await shop.points('ada')).toBe(100 + 10 * cancelled);
  });

  test("a member sees their own redemptions and nobody else's, and their codes", async () => {
    const shop = await open();
    const reward = await shop.reward({ voucher: { kind: 'ITEM' } });
    await shop.member('ada', 100);
    await shop.member('bob', 100);
    const [own, other] = [await shop.have('ada', reward), await shop.have('bob', reward)];
    const { createMemberToken } = await shop.caller.run(api.CreateMemberTokenDocument, { input: { member: { externalId: 'ada' } } });
    const ada = new Caller(laurel.url, createMemberToken?.token as string);
    const { member } = await ada.run(api.MemberRedemptionsDocument, { ref: { externalId: 'ada' } });
    expect(member?.redemptions.nodes).toMatchObject([{ id: own.id, voucher: { code: own.voucher?.code } }]);
    expect((await ada.run(api.RedemptionByIdDocument, { id: other.id })).redemption).toBeNull();
    const asked = await ada.ask<{ nodes: unknown[] }, never>(
      `{ nodes(ids: ["${other.voucher?.id}", "${own.voucher?.id}", "${own.id}"]) { id } }`,
    );
    expect(asked.data.nodes).toEqual([null, { id: own.voucher?.id }, { id: own.id }]);
    // Without the scope for codes nobody else sees them.
    const { createApiKey } = await shop.caller.run(api.CreateApiKeyDocument, { input: { name: 'reader', scopes: ['members:read'] } });
    const reader = new Caller(laurel.url, createApiKey?.secret as string);
    expect((await reader.run(api.RedemptionByIdDocument, { id: own.id })).redemption?.voucher?.code).toBeNull();
  });

  test('a list of redemptions takes the same statements for one and for ten', async () => {
    const shop = await open();
    const reward = await shop.reward({ voucher: { kind: 'ITEM' }, prices: [{ points: [{ amount: 1 }] }] });
    await shop.member('ada', 20);
    await shop.have('ada', reward);
    const read = () => shop.caller.run(api.MemberRedemptionsDocument, { ref: { externalId: 'ada' } });
    await read();
    const one = await laurel.countStatements(read);
    for (let i = 0; i < 9; i += 1) await shop.have('ada', reward);
    expect((await read()).member?.redemptions.nodes).toHaveLength(10);
    expect(await laurel.countStatements(read)).toBe(one);
  });
});
