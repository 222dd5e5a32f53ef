import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';

describe('personal data', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  const person = {
    externalId: 'person-77',
    email: 'Hedy@Example.com',
    givenName: 'Hedy',
    familyName: 'Lamarr',
    attributes: { shoe: 'size-38' },
  };
  const WORDS = ['person-77', 'hedy', 'lamarr', 'size-38'];
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program(null);
    await openShop(shop);
  });
  afterAll(() => laurel.stop());

  test('is handed out whole, and that it was is noted', async () => {
    const { enrollMember } = await shop.run(api.EnrollMemberDocument, { input: person });
    const id = enrollMember?.member?.id as string;
    const activities = Array.from({ length: 500 }, () => ({ member: { id }, idempotencyKey: newKey(), purchase: { amount: '1' } }));
    await shop.run(api.RecordActivitiesDocument, { input: { activities } });
    const entries: { number: number; kind: string }[] = [];
    let after: string | undefined;
    for (;;) {
      const { exportMember } = await shop.run(api.ExportMemberDocument, { input: { member: { id }, ...(after && { after }) } });
      expect(exportMember?.profile).toMatchObject(person);
      entries.push(...((exportMember?.entries ?? []) as { number: number; kind: string }[]));
      if (!exportMember?.cursor) break;
      after = exportMember.cursor;
    }
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: entries.length }, (_, i) => i + 1));
    expect(entries.filter(({ kind }) => kind === 'ACTIVITY_RECORDED')).toHaveLength(500);
    expect(entries.filter(({ kind }) => kind === 'MEMBER_EXPORTED')).toHaveLength(1);
  });

  test('is erased for good; what was counted stays', async () => {
    const { eraseMember } = await shop.run(api.EraseMemberDocument, { input: { member: { externalId: person.externalId } } });
    const id = eraseMember?.member?.id as string;
    expect(eraseMember?.member).toEqual({
      id,
      externalId: null,
      email: null,
      givenName: null,
      status: 'CLOSED',
      wallets: [{ active: 500 }],
    });
    expect((await shop.run(api.MemberDocument, { ref: { externalId: person.externalId } })).member).toBeNull();
    const again = await shop.run(api.EraseMemberDocument, { input: { member: { id } } });
    expect(again.eraseMember?.erasedAt).toBe(eraseMember?.erasedAt);
    // Not a word of it is left anywhere in the database.
    const { reads } = laurel.app.services;
    const { rows: tables } = await reads.query(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    for (const { relname } of tables) {
      const { rows } = await reads.query(`select lower(t::text) as line from ${relname} t`);
      for (const { line } of rows as { line: string }[])
        for (const word of WORDS) expect([relname, line.includes(word)]).toEqual([relname, false]);
    }
    expect(await laurel.differences()).toEqual([]);
  });

  test('once erased neither earns nor spends, nor comes back', async () => {
    const { eraseMember } = await (async () => {
      await enroll(shop, 'gone');
      await buy(shop, 'gone', '10');
      return shop.run(api.EraseMemberDocument, { input: { member: { externalId: 'gone' } } });
    })();
    const ref = { id: eraseMember?.member?.id as string };
    const bought = await shop.run(api.RecordActivityDocument, {
      input: { member: ref, idempotencyKey: newKey(), purchase: { amount: '1' } },
    });
    expect(bought.recordActivity?.errors).toMatchObject([{ __typename: 'MemberNotActive' }]);
    const revived = await shop.run(api.UpdateMemberDocument, { input: { member: ref, givenName: 'Again' } });
    expect(revived.updateMember?.errors).toMatchObject([{ __typename: 'MemberNotActive' }]);
    // The keys are free for somebody else, who begins at nothing.
    const id = await enroll(shop, 'gone');
    expect(id).not.toBe(ref.id);
    await buy(shop, 'gone', '3');
    const { member } = await shop.run(api.MemberDocument, { ref: { externalId: 'gone' } });
    expect(member).toMatchObject({ id, wallets: [{ active: 3 }] });
  });

  test('needs the scope members:erase', async () => {
    const { createApiKey } = await shop.run(api.CreateApiKeyDocument, { input: { name: 'w', scopes: ['members:read', 'members:write'] } });
    const writer = Object.assign(Object.create(Object.getPrototypeOf(shop)), { url: shop.url, secret: createApiKey?.secret }) as Caller;
    for (const document of [api.EraseMemberDocument, api.ExportMemberDocument]) {
      const answer = await writer.ask(document as typeof api.EraseMemberDocument, { input: { member: { externalId: 'gone' } } });
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
