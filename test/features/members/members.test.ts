import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, openShop, spend, TestLaurel } from '../../support/laurel.js';

describe('members', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
    await openShop(shop);
  });
  afterAll(() => laurel.stop());

  test('are found by id, externalId and e-mail address in any case', async () => {
    const { enrollMember } = await shop.run(api.EnrollMemberDocument, {
      input: { externalId: 'm1', email: 'Ada@Example.com', givenName: 'Ada' },
    });
    const id = enrollMember?.member?.id as string;
    for (const ref of [{ id }, { externalId: 'm1' }, { email: 'ada@example.COM' }]) {
      expect((await shop.run(api.MemberDocument, { ref })).member).toMatchObject({ id, givenName: 'Ada', status: 'ACTIVE' });
    }
    expect((await shop.run(api.MemberDocument, { ref: { externalId: 'nobody' } })).member).toBeNull();
  });

  test('are enrolled once per externalId and e-mail address; the refusal names who has it', async () => {
    const { enrollMember: first } = await shop.run(api.EnrollMemberDocument, {
      input: { externalId: 'twice', email: 'twice@example.com' },
    });
    const { enrollMember: again } = await shop.run(api.EnrollMemberDocument, { input: { externalId: 'twice' } });
    expect(again).toMatchObject({ member: { id: first?.member?.id }, errors: [{ code: 'EXTERNAL_ID_TAKEN' }] });
    const { enrollMember: mail } = await shop.run(api.EnrollMemberDocument, { input: { email: 'TWICE@example.com' } });
    expect(mail?.errors).toMatchObject([{ code: 'EMAIL_TAKEN' }]);
  });

  test('are enrolled in bulk, each with an outcome of its own, also in parallel', async () => {
    const members = Array.from({ length: 120 }, (_, i) => ({ externalId: `bulk-${i % 100}` }));
    const runs = await Promise.all([1, 2, 3].map(() => shop.run(api.EnrollMembersDocument, { input: { members } })));
    const outcomes = runs.flatMap(({ enrollMembers }) => enrollMembers?.outcomes ?? []);
    expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(100);
    expect(new Set(outcomes.map(({ member }) => member?.id)).size).toBe(100);
  });

  test('change their profile; what is left out stays, null empties, the externalId is for good', async () => {
    const { enrollMember } = await shop.run(api.EnrollMemberDocument, { input: { email: 'change@example.com', givenName: 'Old' } });
    const member = { id: enrollMember?.member?.id as string };
    const { updateMember } = await shop.run(api.UpdateMemberDocument, { input: { member, externalId: 'given-later', givenName: null } });
    expect(updateMember?.member).toMatchObject({ externalId: 'given-later', email: 'change@example.com', givenName: null });
    const { updateMember: refused } = await shop.run(api.UpdateMemberDocument, { input: { member, externalId: 'other' } });
    expect(refused?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['externalId'] }]);
    const { member: read } = await shop.run(api.MemberDocument, { ref: { externalId: 'given-later' } });
    expect(read?.journal.nodes.map((entry) => entry.kind)).toEqual(['MEMBER_ENROLLED', 'MEMBER_UPDATED']);
  });

  test('neither earn nor spend while suspended; closing is for good', async () => {
    await enroll(shop, 'status');
    await buy(shop, 'status', '10');
    const member = { externalId: 'status' };
    expect((await shop.run(api.SuspendMemberDocument, { input: { member } })).suspendMember?.member?.status).toBe('SUSPENDED');
    expect((await spend(shop, 'status', 5)).errors).toMatchObject([{ __typename: 'MemberNotActive' }]);
    expect((await buy(shop, 'status', '5')).errors).toMatchObject([{ __typename: 'MemberNotActive' }]);
    expect((await shop.run(api.ReactivateMemberDocument, { input: { member } })).reactivateMember?.errors).toEqual([]);
    expect((await spend(shop, 'status', 5)).errors).toEqual([]);
    expect((await shop.run(api.CloseMemberDocument, { input: { member } })).closeMember?.member?.status).toBe('CLOSED');
    expect((await shop.run(api.ReactivateMemberDocument, { input: { member } })).reactivateMember?.errors).toMatchObject([
      { code: 'MEMBER_NOT_ACTIVE' },
    ]);
  });

  test('Tiers 3 and 4: move up at once, in one change over several tiers, and back at the end of the year', async () => {
    await enroll(shop, 'tiers', '2020-01-01T00:00:00Z');
    const { member: before } = await shop.run(api.MemberDocument, { ref: { externalId: 'tiers' } });
    expect(before?.standings[0]).toMatchObject({
      tier: { name: 'Bronze' },
      evaluatesAt: null,
      projection: { nextTier: { name: 'Silver' }, remaining: '100.00' },
    });
    await buy(shop, 'tiers', '500.00', '2020-05-01T00:00:00Z');
    const { member } = await shop.run(api.MemberDocument, { ref: { externalId: 'tiers' } });
    expect(member?.standings[0]).toMatchObject({
      tier: { name: 'Gold' },
      since: '2020-05-01T00:00:00.000Z',
      evaluatesAt: '2021-01-01T00:00:00.000Z',
      progress: '500.00',
      projection: { nextTier: { name: 'Platinum' }, remaining: '500.00', before: '2021-01-01T00:00:00.000Z', toRegain: '500.00' },
    });
    expect(member?.journal.nodes.filter((entry) => entry.kind === 'TIER_CHANGED')).toMatchObject([
      { fromTierName: 'Bronze', toTierName: 'Gold' },
    ]);
    const { member: later } = await shop.run(api.MemberAsOfDocument, { ref: { externalId: 'tiers' }, asOf: '2021-01-01T00:00:00Z' });
    expect(later?.standing).toMatchObject({ tier: { name: 'Bronze' }, progress: '0.00' });
  });

  test('are listed in pages, forward and backward', async () => {
    const page = (variables: api.MembersWithEverythingQueryVariables) =>
      shop.run(api.MembersWithEverythingDocument, variables).then(({ members }) => members);
    const first = await page({ first: 5 });
    const second = await page({ first: 5, after: first?.pageInfo.endCursor ?? null });
    expect(first?.nodes).toHaveLength(5);
    expect(first?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(second?.nodes.map(({ id }) => id)).not.toEqual(first?.nodes.map(({ id }) => id));
    const { members: filtered } = await shop.run(api.MembersWithEverythingDocument, { filter: { status: 'CLOSED' } });
    expect(filtered?.nodes).toMatchObject([{ externalId: 'status' }]);
    const tooMany = await shop.ask(api.MembersWithEverythingDocument, { first: 101 });
    expect(tooMany.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a page of members with wallets, lots and tiers costs a fixed number of statements', async () => {
    const count = (first: number) => laurel.countStatements(() => shop.run(api.MembersWithEverythingDocument, { first }));
    await count(1);
    const [one, ten, hundred] = [await count(1), await count(10), await count(100)];
    expect([ten, hundred]).toEqual([one, one]);
    expect(one).toBeLessThanOrEqual(6);
  });

  test('activities are paged in both directions', async () => {
    await enroll(shop, 'pages');
    for (let i = 1; i <= 5; i += 1) await buy(shop, 'pages', String(i));
    const read = async (args: object) => {
      const { member } = await shop.run(api.ActivitiesDocument, { ref: { externalId: 'pages' }, ...args });
      return member?.activities;
    };
    const first = await read({ first: 2 });
    expect(first?.edges.map(({ node }) => node.amount?.amount)).toEqual(['1.00', '2.00']);
    const next = await read({ first: 2, after: first?.edges[1]?.cursor });
    expect(next?.edges.map(({ node }) => node.amount?.amount)).toEqual(['3.00', '4.00']);
    const last = await read({ last: 2 });
    expect(last?.edges.map(({ node }) => node.amount?.amount)).toEqual(['4.00', '5.00']);
    expect(last?.pageInfo).toMatchObject({ hasPreviousPage: true });
  });
});
