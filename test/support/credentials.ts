import { PROGRAM_SCOPES, STAFF_SCOPES } from '../../src/access/roles.js';
import * as api from './generated.js';
import type { TestIdentityProvider } from './identity-provider.js';
import type { Caller, TestLaurel } from './laurel.js';

/**
 * Credentials of each role and of each kind, a key with each scope alone, and some whose holders may see the same as others; by name.
 * Both programmes have members ada and bob.
 */
export async function everyCredential(
  laurel: TestLaurel,
  { shop, rival, provider }: { readonly shop: Caller; readonly rival: Caller; readonly provider: TestIdentityProvider },
): Promise<ReadonlyMap<string, string>> {
  const secrets: [string, string | null | undefined][] = [
    ['operator', laurel.operator.secret],
    ['admin', shop.secret],
    ['rival admin', rival.secret],
  ];
  const key = async (admin: Caller, scopes: readonly string[]) =>
    (await admin.run(api.CreateApiKeyDocument, { input: { name: 'key', scopes: [...scopes] } })).createApiKey?.secret;
  const token = async (admin: Caller, externalId: string) =>
    (await admin.run(api.CreateMemberTokenDocument, { input: { member: { externalId } } })).createMemberToken?.token;
  const sam = { name: 'Sam', role: 'STAFF' as const, email: 'sam@example.com' };
  secrets.push(['staff', (await shop.run(api.CreateStaffDocument, { input: sam })).createStaff?.secret]);
  for (const signsIn of ['STAFF', 'MEMBER'] as const) {
    await shop.run(api.CreateIdentityProviderDocument, {
      input: { name: signsIn, issuer: provider.issuer, audience: signsIn, jwksUrl: provider.jwksUrl, signsIn },
    });
  }
  secrets.push(['staff by token', await provider.sign({ aud: 'STAFF', email: sam.email, email_verified: true })]);
  secrets.push(['ada by token', await provider.sign({ aud: 'MEMBER', sub: 'ada' })]);
  for (const scope of PROGRAM_SCOPES) secrets.push([scope, await key(shop, [scope])]);
  for (const [name, scopes] of [
    ['members:read again', ['members:read']],
    ['members:read of the rival', null],
    ['reads all', ['members:read', 'program:read']],
    ['all of staff', STAFF_SCOPES.STAFF],
    ['all of an admin', PROGRAM_SCOPES],
  ] as const)
    secrets.push([name, await (scopes ? key(shop, scopes) : key(rival, ['members:read']))]);
  for (const name of ['ada', 'bob']) secrets.push([name, await token(shop, name)], [`${name} again`, await token(shop, name)]);
  secrets.push(['ada of the rival', await token(rival, 'ada')]);
  return new Map(secrets.map(([name, secret]) => [name, secret ?? '']));
}
