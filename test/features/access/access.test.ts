import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, Caller, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';

describe('access', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
    await openShop(shop);
  });
  afterAll(() => laurel.stop());

  test('nothing is answered without a live key', async () => {
    for (const secret of [null, 'lrl_unknown-unknown-unknown-unknown', 'nonsense']) {
      const answer = await new Caller(laurel.url, secret).ask(api.ViewerDocument, {});
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  test('a key may do what its scopes say, and give no more than it has', async () => {
    const { createApiKey } = await shop.run(api.CreateApiKeyDocument, {
      input: { name: 'reader', scopes: ['members:read', 'keys:write'] },
    });
    const reader = new Caller(laurel.url, createApiKey?.secret ?? null);
    expect((await reader.run(api.ViewerDocument, {})).viewer).toMatchObject({ name: 'reader' });
    const denied = await reader.ask(api.EnrollMemberDocument, { input: {} });
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { createApiKey: refused } = await reader.run(api.CreateApiKeyDocument, { input: { name: 'more', scopes: ['points:write'] } });
    expect(refused?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['scopes'] }]);
  });

  test('only keys that may back-date name an instant', async () => {
    const { createApiKey } = await shop.run(api.CreateApiKeyDocument, { input: { name: 'till', scopes: ['activities:write'] } });
    const till = new Caller(laurel.url, createApiKey?.secret ?? null);
    await enroll(shop, 'date');
    const input = { member: { externalId: 'date' }, idempotencyKey: newKey(), purchase: { amount: '1' } };
    const dated = await till.ask(api.RecordActivityDocument, { input: { ...input, effectiveAt: '2020-02-01T00:00:00Z' } });
    expect(dated.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await till.run(api.RecordActivityDocument, { input })).recordActivity?.errors).toEqual([]);
  });

  test('a revoked key is dead', async () => {
    const { createApiKey } = await shop.run(api.CreateApiKeyDocument, { input: { name: 'gone', scopes: ['members:read'] } });
    const gone = new Caller(laurel.url, createApiKey?.secret ?? null);
    await gone.run(api.ViewerDocument, {});
    await shop.run(api.RevokeApiKeyDocument, { input: { id: createApiKey?.apiKey?.id as string } });
    expect((await gone.ask(api.ViewerDocument, {})).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('programmes see nothing of each other', async () => {
    const other = await laurel.program();
    await openShop(other);
    const id = await enroll(shop, 'secret');
    await buy(shop, 'secret', '10');
    const { member } = await shop.run(api.MemberDocument, { ref: { id } });
    const entry = member?.journal.nodes[1]?.id as string;
    expect((await other.run(api.MemberDocument, { ref: { id } })).member).toBeNull();
    for (const each of [id, entry, entry.replace('ent_', 'act_')]) {
      expect((await shop.run(api.NodeByIdDocument, { id: each })).node?.id).toBe(each);
      expect((await other.run(api.NodeByIdDocument, { id: each })).node).toBeNull();
    }
    const spent = await other.run(api.SpendPointsDocument, { input: { member: { id }, idempotencyKey: newKey(), amount: 1 } });
    expect(spent.spendPoints?.errors).toMatchObject([{ __typename: 'MemberNotFound' }]);
    const { journal } = await other.run(api.JournalDocument, { first: 500 });
    expect(journal?.items.every((item) => item.entry.kind !== 'ACTIVITY_RECORDED')).toBe(true);
    // The same externalId is free in the other programme.
    await enroll(other, 'secret');
  });

  test('the operator creates programmes and sees none', async () => {
    const answer = await laurel.operator.ask(api.MemberDocument, { ref: { externalId: 'secret' } });
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('a defect is masked behind an id', async () => {
    const { services } = laurel.app;
    const original = services.lookup.find;
    services.lookup.find = async () => {
      throw new Error('password=hunter2');
    };
    const answer = await shop.ask(api.MemberDocument, { ref: { externalId: 'secret' } });
    services.lookup.find = original;
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.any(String) } });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(laurel.alarms.some((line) => line.includes(answer.errors?.[0]?.extensions.errorId as string))).toBe(true);
  });
});
