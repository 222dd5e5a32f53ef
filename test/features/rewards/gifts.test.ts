import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { Caller, newKey, TestLaurel } from '../../support/laurel.js';
import { eventually } from '../../support/receiver.js';
import { RewardShop } from '../../support/reward-shop.js';

describe('gifts', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());
  const open = async () => {
    const shop = await RewardShop.open(laurel);
    const reward = await shop.reward({ kind: 'GIFT_CARD', voucher: { kind: 'GIFT_CARD', value: '10' } });
    await shop.member('ada', 300);
    await shop.member('bob');
    return { shop, reward };
  };
  const as = async (shop: RewardShop, externalId: string) => {
    const { createMemberToken } = await shop.caller.run(api.CreateMemberTokenDocument, { input: { member: { externalId } } });
    return new Caller(laurel.url, createMemberToken?.token as string);
  };
  const own = async (caller: Caller, externalId: string) =>
    (await caller.run(api.MemberRedemptionsDocument, { ref: { externalId } })).member;
  const rows = async () => (await laurel.app.services.reads.query('select email, message from gifts order by id')).rows;

  test('to another member: who gets it sees it and its code, who gave it pays and does not; both journals tell it', async () => {
    const { shop, reward } = await open();
    const given = await shop.have('ada', reward, { recipient: { member: { externalId: 'bob' }, message: 'Well done' } });
    expect(await shop.points('ada')).toBe(200);
    const [ada, bob] = [await as(shop, 'ada'), await as(shop, 'bob')];
    expect((await own(ada, 'ada'))?.redemptions.nodes).toMatchObject([
      { id: given.id, gift: { message: 'Well done' }, voucher: { code: null } },
    ]);
    const got = (await own(bob, 'bob'))?.giftsReceived.nodes;
    expect(got).toMatchObject([
      { id: given.id, gift: { message: 'Well done', email: null, claimCode: null }, voucher: { code: given.voucher?.code } },
    ]);
    await eventually(async () => {
      const { member } = await shop.caller.run(api.HoldingsDocument, { ref: { externalId: 'bob' } });
      return member?.journal.nodes.at(-1)?.kind === 'GIFT_RECEIVED';
    }, 'the gift in the journal of its receiver');
    const { rows: journal } = await laurel.app.services.reads.query("select data::text from journal where data::text like '%Well done%'");
    expect(journal).toEqual([]);
  });

  test('to an e-mail address: claimed once, with its claim code', async () => {
    const { shop, reward } = await open();
    const key = newKey();
    const recipient = { email: 'cleo@example.com', message: 'For you' };
    const given = await shop.have('ada', reward, { recipient, idempotencyKey: key });
    expect(given.gift).toMatchObject({ recipientId: null, email: 'cleo@example.com' });
    const claimCode = given.gift?.claimCode as string;
    expect((await shop.have('ada', reward, { recipient, idempotencyKey: key })).gift).toEqual(given.gift);
    expect((await own(await as(shop, 'ada'), 'ada'))?.redemptions.nodes).toMatchObject([
      { gift: { email: 'cleo@example.com', claimCode: null } },
    ]);
    const cleo = await shop.member('cleo');
    const claim = async (externalId: string, code: string, idempotencyKey = newKey()) =>
      (await shop.caller.run(api.ClaimGiftDocument, { input: { member: { externalId }, code, idempotencyKey } })).claimGift;
    expect((await claim('cleo', 'nothing'))?.errors).toMatchObject([{ code: 'GIFT_NOT_FOUND' }]);
    const both = await Promise.all([claim('cleo', claimCode, 'claim'), claim('cleo', claimCode, 'claim')]);
    expect(both.map((each) => each?.errors)).toEqual([[], []]);
    expect(both[0]?.redemption).toMatchObject({ id: given.id, gift: { recipientId: cleo, claimCode: null } });
    expect((await claim('bob', claimCode))?.errors).toMatchObject([{ code: 'GIFT_CLAIMED' }]);
    expect((await own(await as(shop, 'cleo'), 'cleo'))?.giftsReceived.nodes).toMatchObject([{ voucher: { code: given.voucher?.code } }]);
    expect((await own(await as(shop, 'bob'), 'bob'))?.giftsReceived.nodes).toEqual([]);
  });

  test('what was said is erased with the giver, and with whoever got it; a refused gift leaves nothing', async () => {
    const { shop, reward } = await open();
    const before = (await rows()).length;
    const poor = await shop.redeem('bob', reward, { recipient: { email: 'x@example.com', message: 'never sent' } });
    expect(poor.errors).toMatchObject([{ code: 'INSUFFICIENT_POINTS' }]);
    expect(await rows()).toHaveLength(before);
    expect((await shop.redeem('ada', reward, { recipient: { member: { externalId: 'ada' } } })).errors[0]?.path).toEqual([
      'recipient',
      'member',
    ]);
    await shop.have('ada', reward, { recipient: { email: 'x@example.com', message: 'first' } });
    await shop.have('ada', reward, { recipient: { member: { externalId: 'bob' }, message: 'second' } });
    const erase = (externalId: string) =>
      shop.caller.ask(`mutation { eraseMember(input: { member: { externalId: "${externalId}" } }) { errors { code } } }`);
    await erase('bob');
    expect((await rows()).slice(before)).toEqual([
      { email: 'x@example.com', message: 'first' },
      { email: null, message: null },
    ]);
    await erase('ada');
    expect((await rows()).slice(before)).toEqual([
      { email: null, message: null },
      { email: null, message: null },
    ]);
  });
});
