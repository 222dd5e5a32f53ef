import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localId } from '../../../src/graphql/global-id.js';
import * as api from '../../support/generated.js';
import { buy, Caller, enroll, TestLaurel } from '../../support/laurel.js';
import { advance, enrollReferred, openReferralShop, referralsOf, settled } from '../../support/referrals.js';

describe('guards of referrals', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const codeOf = async (shop: Caller, externalId: string) => (await referralsOf(shop, externalId)).referralCode as string;
  const refer = async (shop: Caller, externalId: string, referralCode: string) =>
    (await shop.run(api.ReferMemberDocument, { input: { member: { externalId }, referralCode } })).referMember;
  const referBy = async (shop: Caller, referee: string, referrer: string) =>
    (await refer(shop, referee, await codeOf(shop, referrer)))?.errors.map(({ code }) => code);

  test('every member has a code that is easy to read out, and it is taken in any case, with dashes', async () => {
    const { shop } = await openReferralShop(laurel);
    const names = Array.from({ length: 50 }, (_, i) => `m${i}`);
    for (const name of names) await enroll(shop, name);
    const codes = await Promise.all(names.map((name) => codeOf(shop, name)));
    expect(new Set(codes).size).toBe(50);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    const [code = ''] = codes;
    const spelt = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    const { enrollMember } = await shop.run(api.EnrollMemberDocument, { input: { externalId: 'new', referralCode: spelt } });
    expect(enrollMember?.errors).toEqual([]);
    expect((await referralsOf(shop, 'new')).referredBy?.referrer?.externalId).toBe('m0');
  });

  test('a code that is none, of another programme, or without a rule in force refuses the enrolment and says so', async () => {
    const { shop } = await openReferralShop(laurel, {}, { validTo: '2020-02-01T00:00:00Z' });
    const { shop: rival } = await openReferralShop(laurel);
    await enroll(rival, 'rita');
    await enroll(shop, 'anna');
    const enrolling = async (referralCode: string) =>
      (await shop.run(api.EnrollMemberDocument, { input: { externalId: 'new', referralCode } })).enrollMember?.errors.map(
        ({ code }) => code,
      );
    for (const code of ['', 'ABCDEFGH', '\u0000', await codeOf(rival, 'rita')])
      expect(await enrolling(code)).toEqual(['REFERRAL_CODE_NOT_FOUND']);
    await advance(shop, '2020-02-01T00:00:00Z');
    expect(await enrolling(await codeOf(shop, 'anna'))).toEqual(['NO_REFERRAL_RULE']);
    expect((await shop.run(api.EnrollMemberDocument, { input: { externalId: 'new' } })).enrollMember?.errors).toEqual([]);
  });

  test('oneself: not by the same id, nor by the same mailbox in another spelling', async () => {
    const { shop } = await openReferralShop(laurel);
    await shop.run(api.EnrollMemberDocument, { input: { externalId: 'anna', email: 'Anna+shop@example.com' } });
    expect(await referBy(shop, 'anna', 'anna')).toEqual(['SELF_REFERRAL']);
    for (const email of ['anna@example.com', 'ANNA+2@EXAMPLE.COM'])
      expect(await enrollReferred(shop, 'again', 'anna', { email })).toMatchObject([{ code: 'SELF_REFERRAL' }]);
    expect(await enrollReferred(shop, 'other', 'anna', { email: 'anna@example.org' })).toEqual([]);
  });

  test('repeats: nobody is referred twice, by whomever, and however the first time ended', async () => {
    const { shop } = await openReferralShop(laurel);
    for (const name of ['anna', 'carl']) await enroll(shop, name);
    await enrollReferred(shop, 'ben', 'anna');
    expect(await referBy(shop, 'ben', 'carl')).toEqual(['ALREADY_REFERRED']);
    await advance(shop, '2020-03-01T00:00:00Z');
    expect((await referralsOf(shop, 'ben')).referredBy?.state).toBe('VOIDED');
    expect(await referBy(shop, 'ben', 'anna')).toEqual(['ALREADY_REFERRED']);
    await enroll(shop, 'dora');
    const both = await Promise.all(Array.from({ length: 10 }, (_, i) => referBy(shop, 'dora', i % 2 ? 'anna' : 'carl')));
    expect(both.filter((errors) => errors?.length === 0)).toHaveLength(1);
  });

  test('rings: whoever brought somebody, or brought whom they came by, is not brought by them', async () => {
    const { shop } = await openReferralShop(laurel);
    for (const name of ['a', 'z']) await enroll(shop, name);
    const chain = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const [i, name] of chain.slice(1).entries()) expect(await enrollReferred(shop, name, chain[i] as string)).toEqual([]);
    for (const name of chain.slice(1)) expect(await referBy(shop, 'a', name)).toEqual(['REFERRAL_RING']);
    expect(await referBy(shop, 'a', 'z')).toEqual([]);
    expect(await referBy(shop, 'z', 'f')).toEqual(['REFERRAL_RING']);
  });

  test('rings cannot be closed at once from all sides either', async () => {
    const { shop } = await openReferralShop(laurel);
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const name of names) await enroll(shop, name);
    const codes = await Promise.all(names.map((name) => codeOf(shop, name)));
    const all = await Promise.all(names.map((name, i) => refer(shop, name, codes[(i + 1) % names.length] as string)));
    expect(all.flatMap((each) => each?.errors.map(({ code }) => code) ?? [])).toEqual(['REFERRAL_RING']);
  });

  test('a member who is enrolled already may be referred as long as they can qualify', async () => {
    const { shop } = await openReferralShop(laurel);
    for (const name of ['anna', 'ben', 'carl']) await enroll(shop, name);
    await advance(shop, '2020-01-30T23:59:59Z');
    expect(await referBy(shop, 'ben', 'anna')).toEqual([]);
    await buy(shop, 'ben', '20');
    expect((await referralsOf(shop, 'ben')).referredBy?.state).toBe('PENDING');
    await advance(shop, '2020-01-31T00:00:00Z');
    expect(await referBy(shop, 'carl', 'anna')).toEqual(['REFERRAL_TOO_LATE']);
    expect(await referBy(shop, 'nobody', 'anna').catch(String)).toEqual(['MEMBER_NOT_FOUND']);
    await settled(laurel);
  });

  test('purchases from before the referral do not count', async () => {
    const { shop } = await openReferralShop(laurel);
    for (const name of ['anna', 'ben']) await enroll(shop, name);
    await advance(shop, '2020-01-10T00:00:00Z');
    expect(await referBy(shop, 'ben', 'anna')).toEqual([]);
    await buy(shop, 'ben', '50', '2020-01-09T00:00:00Z');
    expect((await referralsOf(shop, 'ben')).referredBy?.state).toBe('IN_PROGRESS');
  });

  test('many in a short time are flagged: of 20 enrolments at once with one code exactly those above the number', async () => {
    const { shop } = await openReferralShop(laurel, { flagAbove: { count: 5, period: 'P2D' } });
    await enroll(shop, 'anna');
    const referralCode = await codeOf(shop, 'anna');
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => shop.run(api.EnrollMemberDocument, { input: { externalId: `f${i}`, referralCode } })),
    );
    expect(all.flatMap(({ enrollMember }) => enrollMember?.errors ?? [])).toEqual([]);
    const flagged = await shop.run(api.FlaggedReferralsDocument, { first: 10 });
    expect(flagged.flaggedReferrals).toMatchObject({ pageInfo: { hasNextPage: true } });
    const rest = await shop.run(api.FlaggedReferralsDocument, { first: 10, after: flagged.flaggedReferrals?.pageInfo.endCursor ?? null });
    const nodes = [...(flagged.flaggedReferrals?.nodes ?? []), ...(rest.flaggedReferrals?.nodes ?? [])];
    expect(nodes).toHaveLength(15);
    for (const node of nodes) expect(node).toMatchObject({ state: 'FLAGGED', flags: [{ code: 'MANY_IN_A_SHORT_TIME', note: null }] });
    for (let i = 0; i < 20; i += 1) await buy(shop, `f${i}`, '20');
    await advance(shop, '2020-01-15T00:00:00Z');
    await settled(laurel);
    expect((await referralsOf(shop, 'anna')).wallet).toMatchObject({ active: 2500, pending: 7500 });
    expect(await enrollReferred(shop, 'later', 'anna')).toEqual([]);
    expect((await referralsOf(shop, 'later')).referredBy?.state).toBe('IN_PROGRESS');
  });

  test('friends who share a mailbox are flagged', async () => {
    const { shop } = await openReferralShop(laurel);
    await enroll(shop, 'anna');
    for (const i of [1, 2]) expect(await enrollReferred(shop, `f${i}`, 'anna', { email: `friend+${i}@example.com` })).toEqual([]);
    expect((await referralsOf(shop, 'f1')).referredBy).toMatchObject({ state: 'IN_PROGRESS', flags: [] });
    expect((await referralsOf(shop, 'f2')).referredBy).toMatchObject({ state: 'FLAGGED', flags: [{ code: 'SAME_MAILBOX' }] });
  });

  test('a member sees states and dates of those whom they referred, and nobody else, nor why staff look', async () => {
    const { shop } = await openReferralShop(laurel, { flagAbove: { count: 1, period: 'P1D' } });
    await enroll(shop, 'anna');
    await shop.run(api.EnrollMembersDocument, {
      input: { members: ['ben', 'cleo'].map((externalId) => ({ externalId, givenName: externalId })) },
    });
    for (const name of ['ben', 'cleo']) expect(await referBy(shop, name, 'anna')).toEqual([]);
    await settled(laurel);
    const as = async (externalId: string) => {
      const { createMemberToken } = await shop.run(api.CreateMemberTokenDocument, { input: { member: { externalId } } });
      return new Caller(laurel.url, createMemberToken?.token as string);
    };
    const [anna, ben, cleo] = await Promise.all(['anna', 'ben', 'cleo'].map(as));
    const seen = await referralsOf(anna as Caller, 'anna');
    expect(seen.referrals.nodes).toMatchObject([
      { state: 'IN_PROGRESS', referrer: { externalId: 'anna' }, referee: null, flags: null, refereePoints: null, referrerPoints: 0 },
      { state: 'FLAGGED', referrer: { externalId: 'anna' }, referee: null, flags: null, refereePoints: null, referrerPoints: 0 },
    ]);
    expect((await referralsOf(ben as Caller, 'ben')).referredBy).toMatchObject({ referrer: null, referee: { externalId: 'ben' } });
    const told = JSON.stringify(
      await (anna as Caller).ask(
        '{ member(ref: { externalId: "anna" }) { journal { nodes { summary explanation } } referrals { nodes { id } } } }',
      ),
    );
    for (const name of ['ben', 'cleo']) {
      const { id } = await referralsOf(shop, name);
      for (const secret of [`"${name}"`, id, localId('member', id) as string]) expect(told).not.toContain(secret);
    }
    const id = seen.referrals.nodes[0]?.id as string;
    const node = 'query ($id: ID!) { node(id: $id) { id } referral(id: $id) { id } }';
    expect((await (ben as Caller).ask(node, { id })).data).toEqual({ node: { id }, referral: { id } });
    expect((await (cleo as Caller).ask(node, { id })).data).toEqual({ node: null, referral: null });
    const { shop: rival } = await openReferralShop(laurel);
    expect((await rival.ask(node, { id })).data).toEqual({ node: null, referral: null });
  });

  test('erasure: a friend who leaves before qualifying voids it, after that the referrer keeps what is due; of the erased nothing is left', async () => {
    const { shop } = await openReferralShop(laurel);
    await enroll(shop, 'anna');
    for (const name of ['ben', 'cleo']) await enrollReferred(shop, name, 'anna', { email: `${name}@example.com` });
    await buy(shop, 'cleo', '20');
    for (const name of ['ben', 'cleo'])
      await shop.ask(`mutation { eraseMember(input: { member: { externalId: "${name}" } }) { errors { code } } }`);
    await advance(shop, '2020-02-01T00:00:00Z');
    await settled(laurel);
    const anna = await referralsOf(shop, 'anna');
    expect(anna.wallet).toMatchObject({ active: 500, pending: 0 });
    expect(anna.referrals.nodes).toMatchObject([
      { state: 'VOIDED', voidReason: 'LEFT', referee: { externalId: null } },
      { state: 'APPROVED', referee: { externalId: null } },
    ]);
  });

  test('erasure of the referrer: the code is gone, and the friend gets their points', async () => {
    const { shop } = await openReferralShop(laurel);
    const anna = await enroll(shop, 'anna');
    const referralCode = await codeOf(shop, 'anna');
    await enrollReferred(shop, 'ben', 'anna');
    await settled(laurel);
    await shop.ask('mutation { eraseMember(input: { member: { externalId: "anna" } }) { errors { code } } }');
    const { enrollMember } = await shop.run(api.EnrollMemberDocument, { input: { externalId: 'late', referralCode } });
    expect(enrollMember?.errors).toMatchObject([{ code: 'REFERRAL_CODE_NOT_FOUND' }]);
    await buy(shop, 'ben', '20');
    await advance(shop, '2020-02-01T00:00:00Z');
    await settled(laurel);
    expect((await referralsOf(shop, 'ben')).wallet).toMatchObject({ active: 220, pending: 0 });
    const { member } = await shop.run(api.ReferralsOfDocument, { ref: { id: anna } });
    expect(member).toMatchObject({ referralCode: null, wallet: { active: 0, pending: 0 }, referrals: { nodes: [{ state: 'APPROVED' }] } });
  });

  test('a page of referrals costs as many statements as one', async () => {
    const { shop } = await openReferralShop(laurel);
    await enroll(shop, 'anna');
    for (let i = 0; i < 10; i += 1) await enrollReferred(shop, `f${i}`, 'anna');
    await settled(laurel);
    const query = `query ($n: Int) { member(ref: { externalId: "anna" }) { referrals(first: $n) { nodes {
      state referrerPoints refereePoints rule { name } referrer { externalId } referee { externalId referredBy { id } } } } } }`;
    await shop.ask(query, { n: 1 });
    const counts: number[] = [];
    for (const n of [1, 10]) counts.push(await laurel.countStatements(() => shop.ask(query, { n })));
    expect(counts[1]).toBe(counts[0]);
  });

  test('verify names a referral that the journal does not know', async () => {
    const { shop } = await openReferralShop(laurel);
    for (const name of ['anna', 'zoe']) await enroll(shop, name);
    await enrollReferred(shop, 'ben', 'anna');
    await settled(laurel);
    const [ben, zoe, anna] = await Promise.all(
      ['ben', 'zoe', 'anna'].map(async (name) => localId('member', (await referralsOf(shop, name)).id)),
    );
    const change = (sql: string, values: unknown[]) => laurel.app.services.reads.query(sql, values);
    expect(await laurel.differences()).toEqual([]);
    await change('update referrals set referrer = $2 where referee = $1', [ben, zoe]);
    expect(await laurel.differences()).toHaveLength(2);
    await change('update referrals set referrer = $2 where referee = $1', [ben, anna]);
    expect(await laurel.differences()).toEqual([]);
  });
});
