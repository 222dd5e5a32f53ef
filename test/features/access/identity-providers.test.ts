import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { TestIdentityProvider } from '../../support/identity-provider.js';
import { Caller, enroll, TestLaurel } from '../../support/laurel.js';
import { LOOPBACK_URLS } from '../../support/loopback-urls.js';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('identity providers', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let provider: TestIdentityProvider;
  const add = (input: Partial<api.CreateIdentityProviderInput>, caller = shop) =>
    caller.run(api.CreateIdentityProviderDocument, {
      input: {
        name: 'Test',
        issuer: provider.issuer,
        audience: 'laurel-test',
        jwksUrl: provider.jwksUrl,
        signsIn: 'MEMBER',
        ...input,
      },
    });
  const viewer = async (token: string) => {
    const answer = await new Caller(laurel.url, token).ask(api.ViewerDocument, {});
    return answer.data?.viewer ?? answer.errors?.[0]?.extensions.code;
  };
  beforeAll(async () => {
    provider = await TestIdentityProvider.start();
    laurel = await TestLaurel.start({ outboundAllow: ['127.0.0.0/8'] });
    shop = await laurel.program(null);
    await enroll(shop, 'ada');
    await add({ memberClaim: 'customer' });
    await add({ audience: 'laurel-staff', signsIn: 'STAFF' });
    await shop.run(api.CreateStaffDocument, { input: { name: 'Sam', role: 'STAFF', email: 'sam@example.com' } });
  });
  afterAll(async () => {
    await laurel.stop();
    await provider.stop();
  });

  test('sign in members by a claim, and staff by a verified e-mail address', async () => {
    expect(await viewer(await provider.sign({ customer: 'ada' }))).toMatchObject({ role: 'MEMBER', member: { externalId: 'ada' } });
    const staff = { aud: 'laurel-staff', email: 'Sam@Example.com', email_verified: true };
    expect(await viewer(await provider.sign(staff))).toMatchObject({ role: 'STAFF', name: 'Sam' });
    expect(await viewer(await provider.sign({ ...staff, email_verified: false }))).toBe('UNAUTHENTICATED');
    expect(await viewer(await provider.sign({ ...staff, email: 'nobody@example.com' }))).toBe('UNAUTHENTICATED');
    expect(await viewer(await provider.sign({ customer: 'nobody' }))).toBe('UNAUTHENTICATED');
  });

  test('are believed in nothing that is not exactly so', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const good = { customer: 'ada' };
    const forged = [
      await provider.sign({ ...good, iss: 'https://elsewhere.example' }),
      await provider.sign({ ...good, aud: 'other' }),
      await provider.sign({ ...good, exp: now - 60 }),
      await provider.sign({ ...good, exp: now + 25 * 3_600 }),
      await provider.sign({ ...good, nbf: now + 60 }),
      await provider.sign({ ...good, exp: undefined as unknown as number }),
      await provider.sign({ ...good, sub: undefined as unknown as string }),
      await provider.sign(good, { header: { typ: 'JWT' } }),
      await provider.sign(good, { header: { typ: undefined } }),
      await provider.sign(good, { header: { typ: 'laurel-member+jwt' } }),
      await provider.sign({ customer: ['ada'] }),
    ];
    const [header, payload, signature] = (await provider.sign(good)).split('.') as [string, string, string];
    const body = { iss: provider.issuer, aud: 'laurel-test', sub: 's', exp: now + 300, ...good };
    const confused = `${base64({ alg: 'HS256', typ: 'at+jwt', kid: 'one' })}.${base64(body)}`;
    const shared = createHmac('sha256', JSON.stringify(provider.publicJwk('one')))
      .update(confused)
      .digest('base64url');
    forged.push(
      `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64(body)}.`,
      `${confused}.${shared}`,
      `${header}.${base64({ ...body, customer: 'billie' })}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
    );
    for (const [i, token] of forged.entries()) expect([i, await viewer(token)]).toEqual([i, 'UNAUTHENTICATED']);
  });

  test('may change their keys; an unknown key does not make us ask without end', async () => {
    await provider.addKey('two', 'ES256');
    const before = provider.fetches;
    const unknown = await provider.sign({ customer: 'ada' }, { header: { kid: 'three' } });
    for (let i = 0; i < 20; i += 1) expect(await viewer(unknown)).toBe('UNAUTHENTICATED');
    expect(provider.fetches - before).toBeLessThanOrEqual(1);
  });

  test('of a deleted registration sign in nobody', async () => {
    const { createIdentityProvider } = await add({ audience: 'brief', memberClaim: 'customer' });
    const token = await provider.sign({ aud: 'brief', customer: 'ada' });
    expect(await viewer(token)).toMatchObject({ role: 'MEMBER' });
    await shop.run(api.DeleteIdentityProviderDocument, { input: { id: createIdentityProvider?.identityProvider?.id as string } });
    // At the latest when what was seen of the registration is a second old.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await viewer(token)).toBe('UNAUTHENTICATED');
  });

  test('speak for the programme that registered them alone', async () => {
    const other = await laurel.program(null);
    await enroll(other, 'ada');
    const taken = await add({}, other);
    expect(taken.createIdentityProvider?.errors).toMatchObject([{ path: ['audience'] }]);
    await add({ audience: 'theirs', memberClaim: 'customer' }, other);
    const theirs = await viewer(await provider.sign({ aud: 'theirs', customer: 'ada' }));
    const ours = await viewer(await provider.sign({ customer: 'ada' }));
    expect((theirs as { programId: string }).programId).not.toBe((ours as { programId: string }).programId);
  });

  test('are registered with public keys only, at public addresses only', async () => {
    for (const algorithms of [['HS256'], ['none'], [], ['RS256', 'HS512']]) {
      const { createIdentityProvider } = await add({ audience: 'a', algorithms });
      expect(createIdentityProvider?.errors).toMatchObject([{ path: ['algorithms'] }]);
    }
    const strict = await TestLaurel.start();
    const caller = await strict.program(null);
    for (const jwksUrl of [...LOOPBACK_URLS, 'http://example.com/jwks', 'file:///etc/passwd', 'https://user:pw@example.com/']) {
      const { createIdentityProvider } = await add({ audience: 'b', jwksUrl }, caller);
      expect([jwksUrl, createIdentityProvider?.errors]).toMatchObject([jwksUrl, [{ path: ['jwksUrl'] }]]);
    }
    await strict.stop();
  });
});
