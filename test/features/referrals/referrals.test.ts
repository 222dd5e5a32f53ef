import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';
import { advance, enrollReferred, judge, openReferralShop, referralsOf, settled } from '../../support/referrals.js';

describe('referrals', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  /** Anna referred Ben, and both were told. */
  const annaAndBen = async (referral: Partial<api.ReferralInput> = {}, rule: Partial<api.CreateEarningRuleInput> = {}) => {
    const { shop, ruleId } = await openReferralShop(laurel, referral, rule);
    await enroll(shop, 'anna');
    expect(await enrollReferred(shop, 'ben', 'anna')).toEqual([]);
    return { shop, ruleId };
  };
  const holdings = async (shop: Caller, ...names: string[]) => {
    await settled(laurel);
    return Promise.all(
      names.map(async (name) => {
        const { wallet } = await referralsOf(shop, name);
        return [wallet?.active, wallet?.pending];
      }),
    );
  };
  const kindsOf = async (shop: Caller, externalId: string) =>
    (await shop.run(api.HoldingsDocument, { ref: { externalId } })).member?.journal.nodes
      .filter(({ kind }) => kind.startsWith('REFERRAL_'))
      .map(({ kind, summary }) => [kind.slice('REFERRAL_'.length), summary]);
  const made = async (shop: Caller) => (await referralsOf(shop, 'ben')).referredBy;
  const ruleOf = async (shop: Caller) =>
    (await shop.run(api.ReferralDocument, { id: (await made(shop))?.id as string })).referral?.rule?.id;
  const giveBack = async (shop: Caller, purchase: string, amount: string) =>
    (await shop.run(api.ReturnPurchaseDocument, { input: { purchase, amount, idempotencyKey: newKey() } })).returnPurchase;

  test('begin with an enrolment, wait from the purchase that counts, and are approved when its return window closes', async () => {
    const { shop } = await annaAndBen();
    expect(await made(shop)).toMatchObject({
      ...{ state: 'IN_PROGRESS', startedAt: '2020-01-01T00:00:00.000Z', qualifyBy: '2020-01-31T00:00:00.000Z' },
      ...{ qualifiedAt: null, approvesAt: null, endedAt: null, voidReason: null, flags: [], referrerPoints: 0, refereePoints: 0 },
      ...{ referrer: { externalId: 'anna' }, referee: { externalId: 'ben' } },
    });
    await advance(shop, '2020-01-05T12:00:00Z');
    await buy(shop, 'ben', '19.99');
    expect((await made(shop))?.state).toBe('IN_PROGRESS');
    await buy(shop, 'ben', '20');
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 500],
      [39, 200],
    ]);
    expect(await made(shop)).toMatchObject({
      ...{ state: 'PENDING', qualifiedAt: '2020-01-05T12:00:00.000Z', approvesAt: '2020-01-19T12:00:00.000Z', endedAt: null },
      ...{ referrerPoints: 500, refereePoints: 200 },
    });
    await buy(shop, 'ben', '50');
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 500],
      [89, 200],
    ]);
    await advance(shop, '2020-01-19T11:59:59Z');
    expect((await made(shop))?.state).toBe('PENDING');
    await advance(shop, '2020-01-20T00:00:00Z');
    expect(await made(shop)).toMatchObject({ state: 'APPROVED', endedAt: '2020-01-19T12:00:00.000Z' });
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [500, 0],
      [289, 0],
    ]);
    expect((await referralsOf(shop, 'anna')).referrals.nodes).toMatchObject([{ state: 'APPROVED', referrerPoints: 500 }]);
  });

  test('Points 2: validity counts from the approval, at the instant at which it was due, however late the referrer is told', async () => {
    const { shop } = await annaAndBen();
    await buy(shop, 'ben', '20');
    await advance(shop, '2020-03-01T00:00:00Z');
    await settled(laurel);
    for (const externalId of ['anna', 'ben']) {
      const lots = (await shop.run(api.HoldingsDocument, { ref: { externalId } })).member?.wallet?.lots;
      expect(lots?.at(-1)).toMatchObject({ expiresAt: '2021-01-15T00:00:00.000Z' });
    }
    const anna = (asOf: string) =>
      shop.ask<{ member: { wallet: { active: number; pending: number } } }, unknown>(
        `{ member(ref: { externalId: "anna" }) { wallet(asOf: "${asOf}") { active pending } } }`,
      );
    expect((await anna('2020-01-14T23:59:59Z')).data.member.wallet).toEqual({ active: 0, pending: 500 });
    expect((await anna('2020-01-15T00:00:00Z')).data.member.wallet).toEqual({ active: 500, pending: 0 });
  });

  test('Points 11: both journals tell it, each in a sentence and with the rule', async () => {
    const { shop, ruleId } = await annaAndBen();
    await buy(shop, 'ben', '20');
    await advance(shop, '2020-02-01T00:00:00Z');
    await settled(laurel);
    expect(await kindsOf(shop, 'ben')).toEqual([
      ['STARTED', 'Another member referred you.'],
      ['QUALIFIED', 'A referral counts: 200 POINTS will become spendable later.'],
      ['APPROVED', 'A referral was approved: 200 POINTS can be spent now.'],
    ]);
    expect(await kindsOf(shop, 'anna')).toEqual([
      ['STARTED', 'Somebody whom you referred became a member.'],
      ['QUALIFIED', 'A referral counts: 500 POINTS will become spendable later.'],
      ['APPROVED', 'A referral was approved: 500 POINTS can be spent now.'],
    ]);
    const { data } = await shop.ask<{ member: { journal: { nodes: unknown[] } } }, unknown>(
      `{ member(ref: { externalId: "anna" }) { journal(kinds: [REFERRAL_QUALIFIED]) { nodes { actor explanation ... on ReferralEntry { referralId side } } } } }`,
    );
    expect(data.member.journal.nodes).toMatchObject([
      {
        ...{ actor: 'system', side: 'REFERRER', referralId: (await made(shop))?.id },
        explanation: { name: 'Bring a friend', requested: 500, granted: 500, approvesAt: Date.parse('2020-01-15T00:00:00Z') },
      },
    ]);
    expect((await shop.run(api.ReferralDocument, { id: (await made(shop))?.id as string })).referral).toMatchObject({
      rule: { id: ruleId, name: 'Bring a friend', returnWindow: 'P14D' },
    });
  });

  test('who does not qualify in time never will', async () => {
    const { shop } = await annaAndBen();
    await advance(shop, '2020-01-31T00:00:00Z');
    expect(await made(shop)).toMatchObject({ state: 'VOIDED', voidReason: 'NOT_IN_TIME', endedAt: '2020-01-31T00:00:00.000Z' });
    await buy(shop, 'ben', '100');
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 0],
      [100, 0],
    ]);
    expect(await kindsOf(shop, 'anna')).toEqual([
      ['STARTED', 'Somebody whom you referred became a member.'],
      ['VOIDED', 'A referral does not count.'],
    ]);
  });

  test('Points 7: a return within the window voids it on both sides once the rest would not have counted', async () => {
    const { shop } = await annaAndBen();
    const purchase = (await buy(shop, 'ben', '50')).activity?.id as string;
    expect((await giveBack(shop, purchase, '30'))?.errors).toEqual([]);
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 500],
      [20, 200],
    ]);
    await giveBack(shop, purchase, '0.01');
    expect(await made(shop)).toMatchObject({ state: 'VOIDED', voidReason: 'RETURNED', referrerPoints: 0, refereePoints: 0 });
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 0],
      [20, 0],
    ]);
    await buy(shop, 'ben', '50');
    await advance(shop, '2020-06-01T00:00:00Z');
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 0],
      [70, 0],
    ]);
  });

  test('a purchase that is cancelled within the window voids it; after the window both keep their points', async () => {
    const { shop } = await annaAndBen();
    expect(await enrollReferred(shop, 'cleo', 'anna')).toEqual([]);
    const purchase = async (name: string) => (await buy(shop, name, '20')).activity?.id as string;
    const [bens, cleos] = [await purchase('ben'), await purchase('cleo')];
    const cancel = (id: string) => shop.run(api.CancelPurchaseDocument, { input: { purchase: id, idempotencyKey: newKey() } });
    await cancel(bens);
    await advance(shop, '2020-01-15T00:00:00Z');
    await cancel(cleos);
    expect(await holdings(shop, 'anna', 'ben', 'cleo')).toEqual([
      [500, 0],
      [0, 0],
      [200, 0],
    ]);
  });

  test('only lines that the conditions name count, also for what is left after a return', async () => {
    const { shop } = await annaAndBen({}, { conditions: { categories: ['coffee'], minAmount: '10.00' } });
    const items = [
      { sku: 'A', quantity: 2, amount: '12.00', category: 'coffee' },
      { sku: 'B', quantity: 1, amount: '90.00', category: 'tea' },
    ];
    const { recordActivity } = await shop.run(api.RecordActivityDocument, {
      input: { member: { externalId: 'ben' }, idempotencyKey: newKey(), purchase: { amount: '102', items } },
    });
    const purchase = recordActivity?.activity?.id as string;
    const back = (line: number) =>
      shop.run(api.ReturnPurchaseDocument, { input: { purchase, items: [{ line, quantity: 1 }], idempotencyKey: newKey() } });
    await back(1);
    expect((await made(shop))?.state).toBe('PENDING');
    await back(0);
    expect((await made(shop))?.state).toBe('VOIDED');
  });

  test('an event may qualify; without a return window both have their points at once', async () => {
    const { shop } = await annaAndBen(
      { event: 'verified', returnWindow: null, qualifyWithin: null, refereePoints: 0 },
      { conditions: null },
    );
    const record = (name: string) =>
      shop.run(api.RecordActivityDocument, { input: { member: { externalId: 'ben' }, idempotencyKey: newKey(), event: { name } } });
    await buy(shop, 'ben', '100');
    await record('other');
    expect(await made(shop)).toMatchObject({ state: 'IN_PROGRESS', qualifyBy: null });
    await record('verified');
    expect(await made(shop)).toMatchObject({ state: 'APPROVED', refereePoints: 0 });
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [500, 0],
      [100, 0],
    ]);
  });

  test('where joining is what counts, the friend qualifies by enrolling', async () => {
    const { shop } = await annaAndBen({ event: 'joining' }, { conditions: null });
    expect(await made(shop)).toMatchObject({ state: 'PENDING', qualifiedAt: '2020-01-01T00:00:00.000Z' });
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 500],
      [0, 200],
    ]);
    const { updateEarningRule } = await shop.run(api.UpdateEarningRuleDocument, {
      input: { id: (await ruleOf(shop)) as string, referral: { referrerPoints: 1, refereePoints: 1 } },
    });
    expect(updateEarningRule?.errors).toEqual([]);
    await shop.run(api.DeleteEarningRuleDocument, { input: { id: (await ruleOf(shop)) as string } });
    await advance(shop, '2020-02-01T00:00:00Z');
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [500, 0],
      [200, 0],
    ]);
    expect(await enrollReferred(shop, 'late', 'anna')).toMatchObject([{ code: 'NO_REFERRAL_RULE' }]);
  });

  test('flagged by staff, it waits for them however long; approved, it goes on as its window says', async () => {
    const { shop } = await annaAndBen();
    const id = (await made(shop))?.id as string;
    expect((await shop.run(api.ApproveReferralDocument, judge(id))).approveReferral?.errors).toMatchObject([
      { code: 'REFERRAL_NOT_FLAGGED' },
    ]);
    expect((await shop.run(api.FlagReferralDocument, judge(id, 'call Ben'))).flagReferral).toMatchObject({
      ...{ errors: [], referral: { state: 'FLAGGED', flags: [{ code: 'BY_STAFF', note: 'call Ben' }] } },
      entry: { kind: 'REFERRAL_FLAGGED', summary: 'A referral is being looked at.' },
    });
    expect((await shop.run(api.FlaggedReferralsDocument, {})).flaggedReferrals?.nodes).toMatchObject([{ id }]);
    await buy(shop, 'ben', '20');
    await advance(shop, '2020-03-01T00:00:00Z');
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 500],
      [20, 200],
    ]);
    const sent = judge(id, 'all right');
    for (const replayed of [false, true])
      expect((await shop.run(api.ApproveReferralDocument, sent)).approveReferral).toMatchObject({
        ...{ errors: [], replayed, entry: { kind: 'REFERRAL_CLEARED' } },
        referral: { state: 'APPROVED', flags: [], endedAt: '2020-03-01T00:00:00.000Z' },
      });
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [500, 0],
      [220, 0],
    ]);
    expect((await shop.run(api.FlaggedReferralsDocument, {})).flaggedReferrals?.nodes).toEqual([]);
    expect((await shop.run(api.VoidReferralDocument, judge(id))).voidReferral?.errors).toMatchObject([{ code: 'REFERRAL_ENDED' }]);
  });

  test('voided by staff, with a reason: neither side gets anything', async () => {
    const { shop } = await annaAndBen();
    await buy(shop, 'ben', '20');
    const id = (await made(shop))?.id as string;
    await shop.run(api.FlagReferralDocument, judge(id));
    expect((await shop.run(api.VoidReferralDocument, judge(id, ''))).voidReferral?.errors).toMatchObject([{ path: ['reason'] }]);
    expect((await shop.run(api.VoidReferralDocument, judge(id))).voidReferral?.referral).toMatchObject({
      ...{ state: 'VOIDED', voidReason: 'BY_STAFF', flags: [] },
    });
    await advance(shop, '2020-06-01T00:00:00Z');
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 0],
      [20, 0],
    ]);
    expect((await shop.run(api.FlagReferralDocument, judge('rfl_01h455vb4pex5vsknk084sn02q'))).flagReferral?.errors).toMatchObject([
      { code: 'REFERRAL_NOT_FOUND' },
    ]);
  });

  test('Points 9: a cap of the rule limits the referrer, and has room again for what is voided', async () => {
    const { shop, ruleId } = await annaAndBen();
    await shop.run(api.CreateEarningCapDocument, { input: { name: 'A friend and a half', period: 'EVER', max: 750, ruleId } });
    await shop.run(api.CreateEarningCapDocument, { input: { name: 'All friends', period: 'EVER', max: 1500, ruleId, scope: 'PROGRAM' } });
    const used = async () => {
      const { data } = await shop.ask<{ program: { earningCaps: { used: number | null }[] } }, unknown>(
        '{ program { earningCaps { used } } }',
      );
      return data.program.earningCaps[1]?.used;
    };
    await enrollReferred(shop, 'cleo', 'anna');
    const purchase = (await buy(shop, 'ben', '20')).activity?.id as string;
    await settled(laurel);
    await buy(shop, 'cleo', '20');
    expect(await holdings(shop, 'anna', 'ben', 'cleo')).toEqual([
      [0, 750],
      [20, 200],
      [20, 200],
    ]);
    expect(await used()).toBe(1150);
    await giveBack(shop, purchase, '20');
    expect(await holdings(shop, 'anna')).toEqual([[0, 250]]);
    expect(await used()).toBe(450);
    await enrollReferred(shop, 'dora', 'anna');
    await buy(shop, 'dora', '20');
    expect(await holdings(shop, 'anna', 'dora')).toEqual([
      [0, 750],
      [20, 200],
    ]);
    expect(await used()).toBe(1150);
  });

  test('a suspended referrer gets nothing, and the referred member their points all the same', async () => {
    const { shop } = await annaAndBen();
    await shop.ask('mutation { suspendMember(input: { member: { externalId: "anna" } }) { errors { code } } }');
    await buy(shop, 'ben', '20');
    await advance(shop, '2020-02-01T00:00:00Z');
    expect(await holdings(shop, 'anna', 'ben')).toEqual([
      [0, 0],
      [220, 0],
    ]);
  });
});
