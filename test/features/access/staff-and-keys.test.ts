import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { Caller, createDatabase, dropDatabase, enroll, TestLaurel } from '../../support/laurel.js';

describe('staff and keys', () => {
  let laurel: TestLaurel;
  let admin: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    admin = await laurel.program(null, { admin: { name: 'Grace', email: 'Grace@Example.com' } });
  });
  afterAll(() => laurel.stop());
  const as = (secret: string | null | undefined) => new Caller(laurel.url, secret ?? null);
  const viewer = async (caller: Caller) => (await caller.ask(api.ViewerDocument, {})).data?.viewer;
  const hire = async (role: api.StaffRole, name: string) => {
    const { createStaff } = await admin.run(api.CreateStaffDocument, { input: { name, role, email: `${name}@example.com` } });
    return { id: createStaff?.staff?.id as string, caller: as(createStaff?.secret) };
  };

  test('a programme begins with its first admin, whom entries name', async () => {
    expect(await viewer(admin)).toMatchObject({ role: 'ADMIN', name: 'Grace', staff: { email: 'grace@example.com', role: 'ADMIN' } });
    const id = await enroll(admin, 'by-grace');
    const { member } = await admin.run(api.MemberDocument, { ref: { id } });
    const { staff } = (await viewer(admin)) as { staff: { id: string } };
    expect(member?.journal.nodes[0]?.actor).toBe(staff.id);
  });

  test('staff do the daily work and no more', async () => {
    const { caller } = await hire('STAFF', 'sam');
    expect(await viewer(caller)).toMatchObject({ role: 'STAFF', name: 'sam' });
    await enroll(caller, 'by-sam');
    for (const query of ['{ staff { id } }', '{ identityProviders { id } }']) {
      expect((await caller.ask(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const denied = await caller.ask(api.CreateApiKeyDocument, { input: { name: 'x', scopes: ['members:read'] } });
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('a changed role counts at once, and who is disabled is out', async () => {
    const { id, caller } = await hire('STAFF', 'tess');
    await admin.run(api.UpdateStaffDocument, { input: { id, role: 'ADMIN' } });
    expect(await viewer(caller)).toMatchObject({ role: 'ADMIN' });
    await admin.run(api.UpdateStaffDocument, { input: { id, isEnabled: false } });
    expect((await caller.ask(api.ViewerDocument, {})).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await admin.run(api.UpdateStaffDocument, { input: { id, isEnabled: true, role: 'STAFF' } });
    expect(await viewer(caller)).toMatchObject({ role: 'STAFF' });
  });

  test('the last admin stays one, also when two admins turn on each other', async () => {
    const shop = await laurel.program(null);
    const { staff } = (await shop.run(api.ViewerDocument, {})).viewer as { staff: { id: string } };
    const alone = await shop.run(api.UpdateStaffDocument, { input: { id: staff.id, role: 'STAFF' } });
    expect(alone.updateStaff?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['id'] }]);
    const second = await shop.run(api.CreateStaffDocument, { input: { name: 'second', role: 'ADMIN' } });
    const ids = [staff.id, second.createStaff?.staff?.id as string];
    const both = await Promise.all(ids.map((id) => shop.ask(api.UpdateStaffDocument, { input: { id, isEnabled: false } })));
    expect(both.filter(({ data }) => data?.updateStaff?.errors.length === 0)).toHaveLength(1);
  });

  test('an e-mail address signs in one person', async () => {
    await hire('STAFF', 'twin');
    const { createStaff } = await admin.run(api.CreateStaffDocument, {
      input: { name: 'other', role: 'STAFF', email: 'TWIN@example.com' },
    });
    expect(createStaff?.errors).toMatchObject([{ code: 'EMAIL_TAKEN', path: ['email'] }]);
  });

  test('a rotated key has two live secrets until the overlap ends, and never three', async () => {
    const { createApiKey } = await admin.run(api.CreateApiKeyDocument, { input: { name: 'till', scopes: ['members:read'] } });
    const id = createApiKey?.apiKey?.id as string;
    const rotate = async (overlapSeconds: number) => {
      const { rotateApiKey } = await admin.run(api.RotateApiKeyDocument, { input: { id, overlapSeconds } });
      return as(rotateApiKey?.secret);
    };
    const isLive = async (caller: Caller) => (await viewer(caller))?.apiKeyId === id;
    const first = as(createApiKey?.secret);
    const second = await rotate(60);
    expect([await isLive(first), await isLive(second)]).toEqual([true, true]);
    const third = await rotate(60);
    expect([await isLive(first), await isLive(second), await isLive(third)]).toEqual([false, true, true]);
    const fourth = await rotate(0);
    expect([await isLive(third), await isLive(fourth)]).toEqual([false, true]);
    const { rotateApiKey } = await admin.run(api.RotateApiKeyDocument, { input: { id, overlapSeconds: 2_592_001 } });
    expect(rotateApiKey?.errors).toMatchObject([{ path: ['overlapSeconds'] }]);
  });

  test('a key ends when it was told to', async () => {
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const { createApiKey } = await admin.run(api.CreateApiKeyDocument, { input: { name: 'brief', scopes: ['members:read'], expiresAt } });
    const brief = as(createApiKey?.secret);
    expect((await viewer(brief))?.expiresAt).toBe(expiresAt);
    await new Promise((resolve) => setTimeout(resolve, Date.parse(expiresAt) - Date.now() + 5));
    expect((await brief.ask(api.ViewerDocument, {})).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const past = await admin.run(api.CreateApiKeyDocument, { input: { name: 'past', scopes: [], expiresAt: '2020-01-01T00:00:00Z' } });
    expect(past.createApiKey?.errors).toMatchObject([{ path: ['expiresAt'] }]);
  });

  test('keys of other programmes can be neither rotated nor revoked', async () => {
    const { createApiKey } = await admin.run(api.CreateApiKeyDocument, { input: { name: 'mine', scopes: ['members:read'] } });
    const id = createApiKey?.apiKey?.id as string;
    const stranger = await laurel.program(null);
    const rotated = await stranger.run(api.RotateApiKeyDocument, { input: { id } });
    const revoked = await stranger.run(api.RevokeApiKeyDocument, { input: { id } });
    for (const errors of [rotated.rotateApiKey?.errors, revoked.revokeApiKey?.errors]) expect(errors).toMatchObject([{ path: ['id'] }]);
    expect(await viewer(as(createApiKey?.secret))).toMatchObject({ name: 'mine', role: 'PARTNER' });
  });

  test('nobody gets more power by making, rotating or revoking than they have', async () => {
    const { createApiKey } = await admin.run(api.CreateApiKeyDocument, {
      input: { name: 'locksmith', scopes: ['keys:write', 'staff:write'] },
    });
    const locksmith = as(createApiKey?.secret);
    const { viewer: boss } = await admin.run(api.ViewerDocument, {});
    const [id, staffId] = [boss?.apiKeyId as string, boss?.staff?.id as string];
    const refusals = [
      (await locksmith.run(api.RotateApiKeyDocument, { input: { id } })).rotateApiKey,
      (await locksmith.run(api.RevokeApiKeyDocument, { input: { id } })).revokeApiKey,
      (await locksmith.run(api.CreateStaffDocument, { input: { name: 'me', role: 'ADMIN' } })).createStaff,
      (await locksmith.run(api.UpdateStaffDocument, { input: { id: staffId, role: 'STAFF' } })).updateStaff,
      (await locksmith.run(api.CreateApiKeyDocument, { input: { name: 'more', scopes: ['points:adjust'] } })).createApiKey,
      (
        await locksmith.run(api.CreateIdentityProviderDocument, {
          input: { name: 'x', issuer: 'https://a.example', audience: 'x', jwksUrl: 'https://a.example/jwks', signsIn: 'STAFF' },
        })
      ).createIdentityProvider,
    ];
    for (const [i, refusal] of refusals.entries()) expect([i, refusal?.errors[0]?.code]).toEqual([i, 'INVALID_INPUT']);
    // Its own key it may rotate.
    const own = await locksmith.run(api.RotateApiKeyDocument, { input: { id: createApiKey?.apiKey?.id as string } });
    expect(own.rotateApiKey?.errors).toEqual([]);
    expect(await viewer(admin)).toMatchObject({ role: 'ADMIN' });
  });

  test('a key tells when it was last used', async () => {
    const database = await createDatabase();
    const first = await TestLaurel.start({ databaseUrl: database });
    const shop = await first.program(null);
    const { apiKeys } = await shop.run(api.ApiKeysDocument, {});
    expect(apiKeys?.[0]?.lastUsedAt).toBeNull();
    // Written down once a minute, and before a process ends.
    await first.stop();
    const second = await TestLaurel.start({ databaseUrl: database });
    const again = await new Caller(second.url, shop.secret).run(api.ApiKeysDocument, {});
    expect(Date.parse(String(again.apiKeys?.[0]?.lastUsedAt))).toBeGreaterThan(Date.now() - 60_000);
    await second.stop();
    await dropDatabase(database);
  });
});
