import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localId } from '../../../src/graphql/global-id.js';
import * as api from '../../support/generated.js';
import { buy, Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';

describe('households', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const newShop = async () => {
    const shop = await laurel.program('2020-01-15T10:00:00Z');
    const expiry = { mode: 'AFTER_PERIOD' as const, period: 'P1Y' };
    await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', expiry } });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
    return shop;
  };
  /** A household of members with so many points, the first of whom owns it. */
  const family = async (shop: Caller, points: Readonly<Record<string, number>>, spending: api.HouseholdSpending = 'IN_PROPORTION') => {
    const ids: Record<string, string> = {};
    for (const [name, amount] of Object.entries(points)) {
      ids[name] = await enroll(shop, name);
      if (amount > 0) await buy(shop, name, String(amount));
    }
    const [owner = '', ...others] = Object.keys(points);
    const made = await shop.run(api.CreateHouseholdDocument, { input: { name: 'Home', spending, owner: { externalId: owner } } });
    const household = made.createHousehold?.household?.id as string;
    for (const name of others) expect(await join(shop, household, name)).toEqual([]);
    return { household, ids };
  };
  const join = async (shop: Caller, household: string, externalId: string, role: api.HouseholdRole | null = null) =>
    (await shop.run(api.JoinHouseholdDocument, { input: { household, member: { externalId }, role } })).joinHousehold?.errors;
  const leave = async (shop: Caller, externalId: string) =>
    (await shop.run(api.LeaveHouseholdDocument, { input: { member: { externalId } } })).leaveHousehold;
  const spend = async (shop: Caller, externalId: string, amount: number, idempotencyKey = newKey()) =>
    (await shop.run(api.SpendHouseholdPointsDocument, { input: { member: { externalId }, amount, idempotencyKey } })).spendHouseholdPoints;
  const active = async (shop: Caller, externalId: string) =>
    (await shop.run(api.HoldingsDocument, { ref: { externalId } })).member?.wallet?.active;
  const actives = (shop: Caller, ...names: string[]) => Promise.all(names.map((name) => active(shop, name)));
  const householdOf = async (shop: Caller, externalId: string) =>
    (await shop.run(api.HouseholdOfDocument, { ref: { externalId } })).member?.household;

  test('spend in proportion to what each has; the remainders add up, and every journal tells its part', async () => {
    const shop = await newShop();
    const { ids } = await family(shop, { anna: 100, ben: 50, cleo: 50 });
    const spent = await spend(shop, 'anna', 99);
    expect(spent).toMatchObject({
      errors: [],
      replayed: false,
      entry: { kind: 'HOUSEHOLD_POINTS_SPENT', summary: 'You spent 99 POINTS of your household: 49 POINTS of yours.' },
      parts: [
        { memberId: ids.anna, points: 49 },
        { memberId: ids.ben, points: 25 },
        { memberId: ids.cleo, points: 25 },
      ],
      household: { wallets: [{ currencyCode: 'POINTS', active: 101 }] },
    });
    expect(await actives(shop, 'anna', 'ben', 'cleo')).toEqual([51, 25, 25]);
    const ben = (await shop.run(api.HoldingsDocument, { ref: { externalId: 'ben' } })).member;
    expect(ben?.journal.nodes.at(-1)).toMatchObject({
      id: spent?.parts[1]?.entryId,
      kind: 'HOUSEHOLD_POINTS_GIVEN',
      summary: 'Your household spent 25 POINTS of yours.',
    });
  });

  test('spend in an order, which can be changed; who has nothing left gives nothing', async () => {
    const shop = await newShop();
    const { household } = await family(shop, { a: 30, b: 40, c: 50 }, 'IN_ORDER');
    expect((await spend(shop, 'b', 35))?.parts.map(({ points }) => points)).toEqual([30, 5]);
    expect(await actives(shop, 'a', 'b', 'c')).toEqual([0, 35, 50]);
    const order = ['c', 'a', 'b'].map((externalId) => ({ externalId }));
    const { updateHousehold } = await shop.run(api.UpdateHouseholdDocument, { input: { household, order } });
    expect(updateHousehold?.household?.members.map(({ member }) => member?.externalId)).toEqual(['c', 'a', 'b']);
    const all = await spend(shop, 'a', 60);
    expect(all).toMatchObject({ entry: { changes: [], summary: 'You spent 60 POINTS of your household: none of yours.' } });
    expect(await actives(shop, 'a', 'b', 'c')).toEqual([0, 25, 0]);
    const short = await shop.run(api.UpdateHouseholdDocument, { input: { household, order: order.slice(1) } });
    expect(short.updateHousehold?.errors).toMatchObject([{ path: ['order'] }]);
  });

  test('take what expires first of each, after what fell due; the suspended give nothing', async () => {
    const shop = await newShop();
    await family(shop, { a: 10, b: 10, c: 10 });
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-06-15T10:00:00Z' } });
    for (const name of ['a', 'b']) await buy(shop, name, '20');
    await shop.ask('mutation { suspendMember(input: { member: { externalId: "c" } }) { errors { code } } }');
    expect((await householdOf(shop, 'a'))?.wallets).toEqual([{ currencyCode: 'POINTS', active: 60 }]);
    await spend(shop, 'a', 20);
    const lots = (await shop.run(api.HoldingsDocument, { ref: { externalId: 'b' } })).member?.wallet?.lots;
    expect(lots).toMatchObject([{ expiresAt: '2021-06-15T10:00:00.000Z', remaining: 20 }]);
    await shop.run(api.AdvanceClockDocument, { input: { to: '2021-06-15T10:00:00Z' } });
    expect((await spend(shop, 'a', 1))?.errors).toMatchObject([{ __typename: 'InsufficientPoints', available: 0, required: 1 }]);
  });

  test('20 spendings at once of all the points, by different members: exactly one', async () => {
    const shop = await newShop();
    const names = ['a', 'b', 'c', 'd', 'e'];
    await family(shop, Object.fromEntries(names.map((name) => [name, 20])));
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => spend(shop, names[i % 5] as string, 100)));
    expect(all.filter((each) => each?.errors.length === 0)).toHaveLength(1);
    expect(all.filter((each) => each?.errors[0]?.__typename === 'InsufficientPoints')).toHaveLength(19);
    expect(await actives(shop, ...names)).toEqual([0, 0, 0, 0, 0]);
  });

  test('spendings, own and together, while members come and go: no point is lost, and none is taken from who has left', async () => {
    const shop = await newShop();
    const names = ['a', 'b', 'c', 'd'];
    const { household } = await family(shop, Object.fromEntries(names.map((name) => [name, 500])));
    const together: number[] = [];
    const own: number[] = [];
    const work: Promise<unknown>[] = [];
    for (let i = 0; i < 40; i += 1) {
      const name = names[i % 4] as string;
      work.push(spend(shop, name, 7).then((each) => each?.errors.length === 0 && together.push(7)));
      const input = { member: { externalId: name }, amount: 3, idempotencyKey: newKey() };
      work.push(shop.run(api.SpendPointsDocument, { input }).then((each) => each.spendPoints?.errors.length === 0 && own.push(3)));
      if (i % 8 === 0) work.push(leave(shop, 'd').then(() => join(shop, household, 'd')));
    }
    await Promise.all(work);
    const left = (await actives(shop, ...names)).reduce<number>((sum, each) => sum + (each ?? 0), 0);
    expect(left).toBe(2_000 - 7 * together.length - 3 * own.length);
    expect(own).toHaveLength(40);
    // Whoever left gave nothing until they came back: in the journal of each, nothing is given between leaving and joining.
    const kinds = '[HOUSEHOLD_JOINED, HOUSEHOLD_LEFT, HOUSEHOLD_POINTS_GIVEN]';
    const query = `{ member(ref: { externalId: "d" }) { journal(first: 100, kinds: ${kinds}) { nodes { kind } } } }`;
    const journal = (await shop.ask<{ member: { journal: { nodes: { kind: string }[] } } }, never>(query)).data.member.journal.nodes;
    expect(journal.filter(({ kind }) => kind === 'HOUSEHOLD_LEFT').length).toBeGreaterThan(0);
    let isIn = false;
    for (const { kind } of journal) {
      if (kind === 'HOUSEHOLD_JOINED') isIn = true;
      if (kind === 'HOUSEHOLD_LEFT') isIn = false;
      if (kind === 'HOUSEHOLD_POINTS_GIVEN') expect(isIn).toBe(true);
    }
  });

  test('a key names one spending, whatever became of the household; a refusal is remembered', async () => {
    const shop = await newShop();
    await family(shop, { a: 50, b: 50 });
    const [key, refused] = [newKey(), newKey()];
    const first = await spend(shop, 'b', 60, key);
    expect((await spend(shop, 'b', 60, refused))?.errors).toMatchObject([{ __typename: 'InsufficientPoints', available: 40 }]);
    await leave(shop, 'b');
    await buy(shop, 'b', '500');
    expect(await spend(shop, 'b', 60, key)).toMatchObject({ replayed: true, entry: { id: first?.entry?.id }, parts: first?.parts });
    expect(await spend(shop, 'b', 60, refused)).toMatchObject({ replayed: true, errors: [{ available: 40 }] });
    expect((await spend(shop, 'b', 61, key))?.errors).toMatchObject([{ __typename: 'IdempotencyKeyReused' }]);
    expect((await spend(shop, 'b', 1))?.errors).toMatchObject([{ code: 'NO_HOUSEHOLD' }]);
  });

  test("points come back part by part, each into its giver's lots", async () => {
    const shop = await newShop();
    await family(shop, { a: 60, b: 40 });
    const spent = await spend(shop, 'a', 50);
    for (const { entryId, points } of spent?.parts ?? []) {
      const input = { entry: entryId, idempotencyKey: newKey() };
      const { reverseEntry } = await shop.run(api.ReverseEntryDocument, { input });
      expect(reverseEntry).toMatchObject({ errors: [], entry: { changes: [{ amount: points }] } });
      const twice = await shop.run(api.ReverseEntryDocument, { input: { ...input, idempotencyKey: newKey() } });
      expect(twice.reverseEntry?.errors).toMatchObject([{ code: 'REVERSAL_EXCEEDED' }]);
    }
    expect(await actives(shop, 'a', 'b')).toEqual([60, 40]);
  });

  test('roles: a contributor gives and does not spend; there is always an owner', async () => {
    const shop = await newShop();
    const { household } = await family(shop, { a: 10, b: 10 });
    const role = async (externalId: string, to: api.HouseholdRole) =>
      (await shop.run(api.SetHouseholdRoleDocument, { input: { member: { externalId }, role: to } })).setHouseholdRole?.errors;
    expect(await role('b', 'CONTRIBUTOR')).toEqual([]);
    expect((await spend(shop, 'b', 1))?.errors).toMatchObject([{ code: 'HOUSEHOLD_ROLE', path: ['member'] }]);
    expect((await spend(shop, 'a', 20))?.errors).toEqual([]);
    expect(await role('a', 'SPENDER')).toMatchObject([{ code: 'HOUSEHOLD_NEEDS_OWNER' }]);
    expect((await leave(shop, 'a'))?.errors).toMatchObject([{ code: 'HOUSEHOLD_NEEDS_OWNER' }]);
    expect(await role('b', 'OWNER')).toEqual([]);
    expect((await leave(shop, 'a'))?.household?.members).toMatchObject([{ role: 'OWNER', member: { externalId: 'b' } }]);
    expect((await leave(shop, 'b'))?.household).toBeNull();
    expect(await join(shop, household, 'a')).toMatchObject([{ code: 'HOUSEHOLD_NOT_FOUND' }]);
    const kinds = (await shop.run(api.HoldingsDocument, { ref: { externalId: 'b' } })).member?.journal.nodes.map(({ kind }) => kind);
    expect(kinds?.filter((kind) => /^HOUSEHOLD_[CJL]/.test(kind))).toEqual([
      'HOUSEHOLD_JOINED',
      'HOUSEHOLD_CHANGED',
      'HOUSEHOLD_CHANGED',
      'HOUSEHOLD_LEFT',
    ]);
  });

  test('nobody is in two, also not at once; a household has at most 20, all of them active when they join', async () => {
    const shop = await newShop();
    const { household } = await family(shop, { a: 0 });
    const other = await family(shop, { x: 0 });
    await enroll(shop, 'm');
    const both = await Promise.all([join(shop, household, 'm'), join(shop, other.household, 'm')]);
    expect(both.map((errors) => errors?.[0]?.code ?? 'done').sort()).toEqual(['MEMBER_IN_HOUSEHOLD', 'done']);
    await leave(shop, 'm');
    for (let i = 1; i < 20; i += 1) {
      await enroll(shop, `m${i}`);
      expect(await join(shop, household, `m${i}`)).toEqual([]);
    }
    expect(await join(shop, household, 'm')).toMatchObject([{ code: 'HOUSEHOLD_FULL' }]);
    await shop.ask('mutation { suspendMember(input: { member: { externalId: "m" } }) { errors { code } } }');
    expect(await join(shop, other.household, 'm')).toMatchObject([{ __typename: 'MemberNotActive' }]);
    expect(await join(shop, other.household, 'nobody')).toMatchObject([{ __typename: 'MemberNotFound' }]);
  });

  test('status stays individual: who spends together earns, and stands in a tier, alone', async () => {
    const shop = await newShop();
    await shop.run(api.CreateTierSetDocument, {
      input: {
        name: 'Status',
        measure: 'SPEND',
        tiers: [
          { name: 'Basic', threshold: '0' },
          { name: 'Gold', threshold: '100' },
        ],
      },
    });
    await family(shop, { a: 120, b: 20 });
    await spend(shop, 'b', 140);
    const tierOf = async (externalId: string) =>
      (
        await shop.ask<{ member: { standings: { tier: { name: string } }[] } }, { ref: api.MemberRef }>(
          'query ($ref: MemberRef!) { member(ref: $ref) { standings { tier { name } } } }',
          { ref: { externalId } },
        )
      ).data.member.standings[0]?.tier.name;
    expect(await Promise.all([tierOf('a'), tierOf('b')])).toEqual(['Gold', 'Basic']);
  });

  test('erasure takes a member out; where it was the only owner, the next becomes one', async () => {
    const shop = await newShop();
    await family(shop, { a: 10, b: 10, c: 10 });
    await shop.ask('mutation { eraseMember(input: { member: { externalId: "a" } }) { errors { code } } }');
    expect((await householdOf(shop, 'c'))?.members).toMatchObject([
      { role: 'OWNER', member: { externalId: 'b' } },
      { role: 'SPENDER', member: { externalId: 'c' } },
    ]);
    expect((await spend(shop, 'c', 21))?.errors).toMatchObject([{ available: 20 }]);
  });

  test('a member sees their own household and in it nobody else; another programme sees none of it', async () => {
    const shop = await newShop();
    const { household, ids } = await family(shop, { a: 10, b: 20 });
    const { household: theirs } = await family(shop, { x: 1 });
    const token = (await shop.run(api.CreateMemberTokenDocument, { input: { member: { externalId: 'a' } } })).createMemberToken?.token;
    const anna = new Caller(shop.url, token as string);
    const seen = await householdOf(anna, 'a');
    expect(seen).toMatchObject({
      id: household,
      wallets: [{ active: 30 }],
      members: [{ member: { externalId: 'a' } }, { memberId: ids.b, member: null }],
    });
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await anna.ask(node, { id: household })).data).toEqual({ node: { id: household } });
    expect((await anna.ask(node, { id: theirs })).data).toEqual({ node: null });
    const rival = await newShop();
    expect((await rival.ask(node, { id: household })).data).toEqual({ node: null });
    await enroll(rival, 'r');
    expect(await join(rival, household, 'r')).toMatchObject([{ code: 'HOUSEHOLD_NOT_FOUND' }]);
    const stranger = { household: (await family(rival, { s: 1 })).household, member: { id: ids.a as string } };
    expect((await rival.run(api.JoinHouseholdDocument, { input: stranger })).joinHousehold?.errors).toMatchObject([
      { __typename: 'MemberNotFound' },
    ]);
    const page = await shop.run(api.HouseholdsDocument, { first: 1 });
    expect(page.households).toMatchObject({ nodes: [{ id: household }], pageInfo: { hasNextPage: true } });
  });

  test('a page of members with their households costs as many statements as one', async () => {
    const shop = await newShop();
    for (let i = 0; i < 10; i += 1) await family(shop, { [`a${i}`]: 1, [`b${i}`]: 1 });
    const query =
      'query ($n: Int) { households(first: $n) { nodes { wallets { active } members { member { externalId household { id } } } } } }';
    await shop.ask(query, { n: 1 });
    const counts: number[] = [];
    for (const n of [1, 10]) counts.push(await laurel.countStatements(() => shop.ask(query, { n })));
    expect(counts[1]).toBe(counts[0]);
  });

  test('verify names a member who was moved behind the back of the journal', async () => {
    const shop = await newShop();
    const { ids } = await family(shop, { a: 1, b: 1 });
    const change = (sql: string) => laurel.app.services.reads.query(sql, [localId('member', ids.b as string)]);
    expect(await laurel.differences()).toEqual([]);
    await change("update household_members set role = 'OWNER' where member_id = $1");
    expect(await laurel.differences()).toMatchObject([
      expect.stringMatching(/household is .* OWNER 1 IN_PROPORTION, the journal says .* SPENDER 1/),
    ]);
    await change("update household_members set role = 'SPENDER' where member_id = $1");
    expect(await laurel.differences()).toEqual([]);
  });
});
