import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import * as api from '../../support/generated.js';
import { buy, Caller, enroll, openShop, TestLaurel } from '../../support/laurel.js';

describe('member tokens', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let ada: Caller;
  let adaId: string;
  let billieId: string;
  const mint = async (caller: Caller, externalId: string, expiresInSeconds?: number) => {
    const { createMemberToken } = await caller.run(api.CreateMemberTokenDocument, {
      input: { member: { externalId }, ...(expiresInSeconds && { expiresInSeconds }) },
    });
    return createMemberToken;
  };
  const as = (token: string | null | undefined) => new Caller(laurel.url, token ?? null);
  const codeOf = (answer: { errors?: readonly { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program(null);
    await openShop(shop);
    adaId = await enroll(shop, 'ada');
    billieId = await enroll(shop, 'billie');
    await buy(shop, 'ada', '120');
    ada = as((await mint(shop, 'ada'))?.token);
  });
  afterAll(() => laurel.stop());

  test('speak for one member', async () => {
    const { viewer } = await ada.run(api.ViewerDocument, {});
    expect(viewer).toMatchObject({
      role: 'MEMBER',
      scopes: ['self:read', 'community:read', 'community:write', 'cases:open'],
      member: { id: adaId, externalId: 'ada' },
      staff: null,
    });
    expect(Date.parse(viewer?.expiresAt as string)).toBeGreaterThan(Date.now() + 890_000);
    for (const ref of [{ id: adaId }, { externalId: 'ada' }]) {
      const { member } = await ada.run(api.MemberDocument, { ref });
      expect(member).toMatchObject({ id: adaId, wallets: [{ active: 120 }] });
    }
  });

  test('see nothing of another member, by the same bytes and the same statements as of nobody', async () => {
    await buy(shop, 'billie', '10');
    const { member } = await shop.run(api.MemberDocument, { ref: { id: billieId } });
    const entryId = member?.journal.nodes[0]?.id as string;
    const ghost = `${billieId.slice(0, -4)}0000`;
    const pairs: [unknown, unknown, TypedDocumentNode<unknown, never>][] = [
      [{ ref: { id: billieId } }, { ref: { id: ghost } }, api.MemberDocument],
      [{ ref: { externalId: 'billie' } }, { ref: { externalId: 'nobody' } }, api.MemberDocument],
      [{ id: billieId }, { id: ghost }, api.NodeByIdDocument],
      [{ id: entryId }, { id: entryId.replace(billieId, ghost) }, api.NodeByIdDocument],
    ];
    for (const [theirs, nobodys, document] of pairs) {
      const answers: unknown[] = [];
      const counts: number[] = [];
      for (const variables of [theirs, nobodys]) {
        counts.push(await laurel.countStatements(async () => answers.push(await ada.ask(print(document), variables))));
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(counts[0]).toBe(counts[1]);
      expect(JSON.stringify(answers[0])).not.toContain(billieId);
    }
  });

  test('may follow and page their own journal, not the programme', async () => {
    const own = await ada.run(api.JournalDocument, { filter: { member: { id: adaId } }, first: 10 });
    expect(own.journal?.items.length).toBeGreaterThan(1);
    expect(codeOf(await ada.ask(api.JournalDocument, { first: 10 }))).toBe('FORBIDDEN');
    expect(codeOf(await ada.ask(api.JournalDocument, { filter: { member: { id: billieId } }, first: 10 }))).toBe('BAD_USER_INPUT');
    const client = ada.live();
    const first = await new Promise((resolve, reject) => {
      client.subscribe(
        { query: print(api.BalanceChangedDocument), variables: { member: { externalId: 'ada' } } },
        { next: resolve, error: reject, complete: () => {} },
      );
    });
    expect(first).toMatchObject({ data: { balanceChanged: { __typename: 'BalanceSnapshot', wallets: [{ active: 120 }] } } });
    const foreign = await new Promise((resolve) => {
      client.subscribe(
        { query: print(api.BalanceChangedDocument), variables: { member: { externalId: 'billie' } } },
        { next: resolve, error: resolve, complete: () => {} },
      );
    });
    expect(foreign).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    await client.dispose();
  });

  test('change nothing', async () => {
    const denied = await ada.ask(api.SpendPointsDocument, { input: { member: { id: adaId }, idempotencyKey: 'own', amount: 1 } });
    expect(codeOf(denied)).toBe('FORBIDDEN');
    expect(codeOf(await ada.ask(api.CreateMemberTokenDocument, { input: { member: { id: adaId } } }))).toBe('FORBIDDEN');
  });

  test('end with the credential that vouched for them', async () => {
    const { createApiKey } = await shop.run(api.CreateApiKeyDocument, { input: { name: 'app', scopes: ['tokens:create'] } });
    const app = as(createApiKey?.secret);
    const token = as((await mint(app, 'billie'))?.token);
    expect((await token.run(api.ViewerDocument, {})).viewer?.member?.id).toBe(billieId);
    await shop.run(api.RevokeApiKeyDocument, { input: { id: createApiKey?.apiKey?.id as string } });
    expect(codeOf(await token.ask(api.ViewerDocument, {}))).toBe('UNAUTHENTICATED');
  });

  test('end with the membership, and are not made for a closed one', async () => {
    await enroll(shop, 'leaving');
    const token = as((await mint(shop, 'leaving'))?.token);
    await token.run(api.ViewerDocument, {});
    await shop.run(api.EraseMemberDocument, { input: { member: { externalId: 'leaving' } } });
    expect(codeOf(await token.ask(api.ViewerDocument, {}))).toBe('UNAUTHENTICATED');
    await enroll(shop, 'closed');
    await shop.ask('mutation { closeMember(input: { member: { externalId: "closed" } }) { errors { code } } }');
    expect((await mint(shop, 'closed'))?.errors).toMatchObject([{ code: 'MEMBER_NOT_ACTIVE' }]);
  });

  test('last between a minute and an hour', async () => {
    for (const seconds of [59, 3_601]) expect((await mint(shop, 'ada', seconds))?.errors).toMatchObject([{ path: ['expiresInSeconds'] }]);
    const made = await mint(shop, 'ada', 60);
    expect(Date.parse(made?.expiresAt as string)).toBeLessThanOrEqual(Date.now() + 60_000);
    expect((await mint(shop, 'nobody'))?.errors).toMatchObject([{ __typename: 'MemberNotFound' }]);
  });

  test('of one programme are worth nothing in another', async () => {
    const other = await laurel.program(null);
    await enroll(other, 'ada');
    const { member } = await ada.run(api.MemberDocument, { ref: { externalId: 'ada' } });
    expect(member?.id).toBe(adaId);
  });
});
