import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, Caller, enroll, newKey, openShop, spend, TestLaurel } from '../../support/laurel.js';

describe('segments', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('2020-03-10T12:00:00Z');
    await openShop(shop);
    for (const name of ['ada', 'bob', 'cyd']) await enroll(shop, name, '2020-01-01T00:00:00Z');
  });
  afterAll(() => laurel.stop());

  const make = async (caller: Caller, name: string, condition: api.SegmentConditionInput) =>
    (await caller.run(api.CreateSegmentDocument, { input: { name, condition } })).createSegment;
  const refused = async (condition: api.SegmentConditionInput) => (await make(shop, 'x', condition))?.errors[0];
  const membersOf = async (caller: Caller, id: string, page = {}) => {
    const { node } = await caller.run(api.SegmentMembersDocument, { id, ...page });
    return node?.__typename === 'Segment' ? node : null;
  };
  const names = async (id: string) =>
    (await membersOf(shop, id, { first: 100 }))?.members?.nodes.map(({ externalId }) => externalId).sort();

  test('follow what happens at once: purchases, returns, spending, time, profiles, status', async () => {
    const big = (await make(shop, 'Big', { spend: { atLeast: '100', days: 30 } }))?.segment?.id as string;
    const rich = (await make(shop, 'Rich', { balance: { atLeast: 120 } }))?.segment?.id as string;
    const lost = (await make(shop, 'Lost', { lastPurchase: { notWithinDays: 30 } }))?.segment?.id as string;
    const named = (await make(shop, 'Named', { profile: { field: 'GIVEN_NAME', isPresent: true } }))?.segment?.id as string;
    expect(await names(lost)).toEqual(['ada', 'bob', 'cyd']);

    const bought = await buy(shop, 'ada', '150');
    await buy(shop, 'bob', '99.99');
    expect([await names(big), await names(rich), await names(lost)]).toEqual([['ada'], ['ada'], ['cyd']]);
    await spend(shop, 'ada', 31);
    expect(await names(rich)).toEqual([]);
    await shop.run(api.ReturnPurchaseDocument, {
      input: { purchase: bought.activity?.id as string, amount: '50.01', idempotencyKey: newKey() },
    });
    expect(await names(big)).toEqual([]);
    await buy(shop, 'bob', '0.01');
    expect(await names(big)).toEqual(['bob']);
    await shop.run(api.UpdateMemberDocument, { input: { member: { externalId: 'cyd' }, givenName: 'Cyd' } });
    expect(await names(named)).toEqual(['cyd']);

    // The last 30 days end with today: the purchases of 10 March are in them to 8 April.
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-04-08T23:59:59Z' } });
    expect([await names(big), await names(lost)]).toEqual([['bob'], ['cyd']]);
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-04-09T00:00:00Z' } });
    expect([await names(big), await names(lost)]).toEqual([[], ['ada', 'bob', 'cyd']]);
    await shop.run(api.SuspendMemberDocument, { input: { member: { externalId: 'cyd' } } });
    expect([await names(named), (await membersOf(shop, named))?.size]).toEqual([[], 0]);
    await shop.run(api.ReactivateMemberDocument, { input: { member: { externalId: 'cyd' } } });
    expect(await names(named)).toEqual(['cyd']);
  });

  test('count what was paid with money, and no part that was paid with points', async () => {
    await enroll(shop, 'dan');
    await buy(shop, 'dan', '100');
    const { entry } = await spend(shop, 'dan', 50);
    const { recordActivity } = await shop.run(api.RecordActivityDocument, {
      input: {
        member: { externalId: 'dan' },
        idempotencyKey: newKey(),
        purchase: { amount: '40', paidWithPoints: { entry: entry?.id as string, value: '10' } },
      },
    });
    const only = { profile: { field: 'EXTERNAL_ID' as const, oneOf: ['dan'] } };
    const isAt = async (amount: string) =>
      (await make(shop, `at ${amount}`, { all: [only, { spend: { atLeast: amount, atMost: amount } }] }))?.segment?.size;
    expect(await isAt('130')).toBe(1);
    await shop.run(api.ReturnPurchaseDocument, {
      input: { purchase: recordActivity?.activity?.id as string, amount: '20', idempotencyKey: newKey() },
    });
    expect(await isAt('115')).toBe(1);
  });

  test('are pages, forwards and backwards', async () => {
    const all = (await make(shop, 'All', { enrolled: { from: '2000-01-01T00:00:00Z' } }))?.segment?.id as string;
    const pagesAfter = async (after: string | null): Promise<(string | null)[]> => {
      const { nodes = [], pageInfo } = (await membersOf(shop, all, { first: 1, after }))?.members ?? {};
      const seen = nodes.map(({ externalId }) => externalId);
      return pageInfo?.hasNextPage ? [...seen, ...(await pagesAfter(pageInfo.endCursor))] : seen;
    };
    expect(await pagesAfter(null)).toEqual(['ada', 'bob', 'cyd', 'dan']);
    expect((await membersOf(shop, all, { last: 2 }))?.members?.nodes).toEqual([{ externalId: 'cyd' }, { externalId: 'dan' }]);
    expect((await shop.ask(api.SegmentMembersDocument, { id: all, first: 101 })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('have names of their own, get versions, and go when nothing asks about them', async () => {
    const { segment } = (await make(shop, 'Early', { enrolled: { before: '2020-01-02T00:00:00Z' } })) ?? {};
    expect(segment).toMatchObject({ version: 1, size: 3, usedBy: [], condition: { enrolled: { before: '2020-01-02T00:00:00.000Z' } } });
    expect((await make(shop, 'Early', { purchases: { atLeast: 1 } }))?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['name'] }]);
    const id = segment?.id as string;
    const update = (input: Omit<api.UpdateSegmentInput, 'id'>) => shop.run(api.UpdateSegmentDocument, { input: { id, ...input } });
    expect((await update({ name: 'Old' })).updateSegment).toMatchObject({ segment: { name: 'Old', version: 2, size: 3 }, errors: [] });
    expect((await update({ name: 'All' })).updateSegment?.errors).toMatchObject([{ path: ['name'] }]);
    expect((await update({ condition: { not: { purchases: { atLeast: 0 } } } })).updateSegment?.segment).toMatchObject({
      version: 3,
      size: 0,
    });
    expect((await shop.run(api.DeleteSegmentDocument, { input: { id } })).deleteSegment).toEqual({ id, errors: [] });
    expect((await shop.run(api.DeleteSegmentDocument, { input: { id } })).deleteSegment?.errors).toMatchObject([{ path: ['id'] }]);
    expect((await update({ name: 'Old' })).updateSegment?.errors).toMatchObject([{ path: ['id'] }]);
    expect(await membersOf(shop, id)).toBeNull();
  });

  test('are refused where they cannot be meant, with the place', async () => {
    const leaf: api.SegmentConditionInput = { purchases: { atLeast: 1 } };
    const deep = (levels: number): api.SegmentConditionInput => (levels === 1 ? leaf : { not: deep(levels - 1) });
    const path = (...names: string[]) => ({ code: 'INVALID_INPUT', path: ['condition', ...names] });
    expect(await refused({})).toMatchObject(path());
    expect(await refused({ ...leaf, not: leaf })).toMatchObject(path());
    expect(await refused({ all: [leaf, { any: [] }] })).toMatchObject(path('all', '1', 'any'));
    expect(await refused(deep(9))).toMatchObject({ message: expect.stringContaining('8 levels') });
    expect(await refused({ any: Array.from({ length: 50 }, () => leaf) })).toMatchObject({
      message: expect.stringContaining('50 conditions'),
    });
    expect(await refused({ spend: {} })).toMatchObject(path('spend'));
    expect(await refused({ spend: { atLeast: '0.001' } })).toMatchObject(path('spend'));
    expect(await refused({ spend: { atLeast: '2', atMost: '1' } })).toMatchObject(path('spend'));
    expect(await refused({ purchases: { atLeast: 1, days: 0 } })).toMatchObject(path('purchases', 'days'));
    expect(await refused({ lastPurchase: {} })).toMatchObject(path('lastPurchase'));
    expect(await refused({ profile: { field: 'EMAIL' } })).toMatchObject(path('profile'));
    expect(await refused({ profile: { field: 'EMAIL', oneOf: [] } })).toMatchObject(path('profile', 'oneOf'));
    expect(await refused({ profile: { field: 'EMAIL', oneOf: ['\u0000'] } })).toMatchObject(path('profile', 'oneOf'));
    expect(await refused({ attribute: { name: '', isTrue: true } })).toMatchObject(path('attribute', 'name'));
    expect(await refused({ attribute: { name: 'x', isTrue: true, atLeast: '1' } })).toMatchObject(path('attribute'));
    expect(await refused({ attribute: { name: 'x', from: '2020-02-30' } })).toMatchObject(path('attribute'));
    expect(await refused({ balance: { currencyCode: 'MILES', atLeast: 1 } })).toMatchObject({ code: 'POINT_CURRENCY_NOT_FOUND' });
    expect(await refused({ tier: { tierSet: 'x', atLeast: 'y' } })).toMatchObject(path('tier', 'tierSet'));
    expect(await make(shop, ' ', leaf)).toMatchObject({ errors: [{ path: ['name'] }] });
    expect((await make(shop, 'Deepest', deep(8)))?.errors).toEqual([]);
  });

  test('of one programme see nobody of another, and members see none of them', async () => {
    const other = await laurel.program('2020-03-10T12:00:00Z');
    const { segment } = (await make(other, 'All', { enrolled: { from: '2000-01-01T00:00:00Z' } })) ?? {};
    expect(segment?.size).toBe(0);
    expect(await membersOf(shop, segment?.id as string)).toBeNull();
    const id = (await shop.run(api.SegmentsDocument, {})).segments?.[0]?.id as string;
    const made = await shop.run(api.CreateMemberTokenDocument, { input: { member: { externalId: 'ada' } } });
    const ada = new Caller(laurel.url, made.createMemberToken?.token as string);
    expect(await membersOf(ada, id)).toBeNull();
    expect((await ada.ask(api.SegmentsDocument, {})).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { member } = await ada.run(api.SegmentsOfMemberDocument, { ref: { externalId: 'ada' } });
    expect(member).toEqual({ externalId: 'ada', segments: null });
  });

  test('cost one statement for one or for ten: their sizes, and those of a list of members', async () => {
    const fresh = await laurel.program('2020-03-10T12:00:00Z');
    await openShop(fresh);
    const count = async (document: typeof api.SegmentsDocument | typeof api.SegmentsOfMembersDocument) => {
      const ask = () => laurel.countStatements(() => fresh.run(document as typeof api.SegmentsDocument, {}));
      // The programme is read anew once a second, and names of callers.
      return Math.min(await ask(), await ask(), await ask());
    };
    await enroll(fresh, 'm0');
    await make(fresh, 's0', { purchases: { atLeast: 1 } });
    const one = [await count(api.SegmentsDocument), await count(api.SegmentsOfMembersDocument)];
    for (let i = 1; i < 10; i += 1) {
      await enroll(fresh, `m${i}`);
      await make(fresh, `s${i}`, { any: [{ spend: { atLeast: '1', days: i } }, { balance: { atLeast: i } }] });
    }
    expect([await count(api.SegmentsDocument), await count(api.SegmentsOfMembersDocument)]).toEqual(one);
  });
});
