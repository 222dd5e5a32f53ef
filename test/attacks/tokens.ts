import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { Attack, AttackGroup } from './support/attack.js';
import { oneOf } from './support/expect.js';
import { outcome } from './support/graphql.js';
import { AUDIENCE, ISSUER } from './support/oidc-provider.js';
import { enrollMember, mintToken } from './support/program.js';
import { exchange, post, request, told } from './support/raw-http.js';
import type { World } from './support/world.js';

const VIEWER = '{ viewer { name role } }';
const UNAUTHENTICATED = { status: 401, code: 'UNAUTHENTICATED' };
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string | undefined): Record<string, unknown> => JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
const seconds = (from = 0): number => Math.floor(Date.now() / 1_000) + from;

/** How somebody with this bearer text is answered. */
const bearer = (make: (world: World) => string | Promise<string>) => async (world: World) =>
  outcome(await world.nobody.as(await make(world)).ask(VIEWER));
/** The same for a whole header, sent as it is. */
const header = (make: (world: World) => string) => async (world: World) =>
  told(await exchange(world.open.port, [post(JSON.stringify({ query: VIEWER }), { headers: { authorization: make(world) } })]));

const memberToken = ({ shop }: World): string => shop.mallory.key as string;
/** A member token with parts of header or payload changed, and the signature it had. */
const tampered = (change: { header?: object; payload?: object }) =>
  bearer((world) => {
    const [head, body, signature] = memberToken(world).split('.');
    return [encode({ ...decode(head), ...change.header }), encode({ ...decode(body), ...change.payload }), signature].join('.');
  });
const hmac = (secret: string | Buffer, head: object, body: object): string => {
  const text = `${encode(head)}.${encode(body)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};
const claims = (more: object = {}) => ({ iss: ISSUER, aud: AUDIENCE, sub: 'victim', iat: seconds(), exp: seconds(600), ...more });

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** A token signed with a key that the attacker made, and says so. */
const selfSigned = (head: object): string => {
  const text = `${encode({ alg: 'RS256', typ: 'at+jwt', ...head })}.${encode(claims())}`;
  return `${text}.${sign('sha256', Buffer.from(text), own.privateKey).toString('base64url')}`;
};
const ownJwk = { ...own.publicKey.export({ format: 'jwk' }), kid: 'mine', alg: 'RS256', use: 'sig' };

const refused = (name: string, run: Attack['run']): Attack => ({ name, run, expect: UNAUTHENTICATED });

const MEMBER_TOKENS: readonly Attack[] = [
  { name: 'a member token is the one that is taken', run: bearer(memberToken), expect: { status: 200, code: null } },
  refused(
    'alg none',
    bearer((world) => `${encode({ alg: 'none', typ: 'laurel-member+jwt' })}.${memberToken(world).split('.')[1]}.`),
  ),
  refused('alg None with the old signature', tampered({ header: { alg: 'None' } })),
  refused('alg HS512 with the old signature', tampered({ header: { alg: 'HS512' } })),
  refused('alg RS256', tampered({ header: { alg: 'RS256' } })),
  refused('no alg', tampered({ header: { alg: undefined } })),
  refused('another subject', async (world) => tampered({ payload: { sub: world.shop.victimId } })(world)),
  refused('another programme', async (world) => tampered({ payload: { aud: world.rivalHas.program } })(world)),
  refused('a later end', tampered({ payload: { exp: seconds(86_400 * 365) } })),
  refused('another voucher', tampered({ payload: { vouchedBy: 'system' } })),
  refused('another typ', tampered({ header: { typ: 'JWT' } })),
  refused('typ as an object', tampered({ header: { typ: { toString: 'laurel-member+jwt' } } })),
  refused('a crit header', tampered({ header: { crit: ['exp'] } })),
  refused('b64 false', tampered({ header: { b64: false, crit: ['b64'] } })),
  refused('a kid that is a path', tampered({ header: { kid: '../../../../dev/null' } })),
  refused('a kid that is SQL', tampered({ header: { kid: "' UNION SELECT 'x" } })),
  ...['', 'secret', 'laurel', 'laurel member token v1'].map((secret) =>
    refused(
      `signed with the secret "${secret}"`,
      bearer((world) => {
        const [head, body] = memberToken(world).split('.');
        return hmac(secret, decode(head), decode(body));
      }),
    ),
  ),
  refused(
    'garbage behind the signature',
    bearer((world) => `${memberToken(world)}AAAA`),
  ),
  refused(
    'a fourth part',
    bearer((world) => `${memberToken(world)}.AAAA`),
  ),
  refused(
    'only two parts',
    bearer((world) => memberToken(world).split('.').slice(0, 2).join('.')),
  ),
  refused(
    'no signature',
    bearer((world) => `${memberToken(world).split('.').slice(0, 2).join('.')}.`),
  ),
  refused(
    'another last letter of the signature',
    bearer((world) =>
      memberToken(world)
        .replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
        .replace(/.{2}$/, 'xx'),
    ),
  ),
  {
    name: 'a token of an erased member',
    run: async ({ lab }) => {
      const id = await enrollMember(lab.admin, `erased ${Math.random()}`);
      const token = lab.admin.as(await mintToken(lab.admin, id));
      const before = outcome(await token.ask(VIEWER)).code;
      await lab.admin.get('mutation ($input: EraseMemberInput!) { eraseMember(input: $input) { errors { code } } }', {
        input: { member: { id } },
      });
      return { before, after: outcome(await token.ask(VIEWER)).code };
    },
    expect: { before: null, after: 'UNAUTHENTICATED' },
  },
  {
    name: 'a token of a member whose minter was revoked',
    run: async ({ lab }) => {
      const { secret, apiKey } = await lab.admin.get<{ secret: string; apiKey: { id: string } }>(
        'mutation { createApiKey(input: { name: "minter", scopes: ["tokens:create"] }) { secret apiKey { id } } }',
      );
      const token = lab.admin.as(await mintToken(lab.admin.as(secret), lab.malloryId));
      const before = outcome(await token.ask(VIEWER)).code;
      await lab.admin.get('mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { errors { code } } }', {
        input: { id: apiKey.id },
      });
      return { before, after: outcome(await token.ask(VIEWER)).code };
    },
    expect: { before: null, after: 'UNAUTHENTICATED' },
  },
  ...[0, 59, 3_601, -1, 2_147_483_647].map(
    (expiresInSeconds): Attack => ({
      name: `a token for ${expiresInSeconds} seconds`,
      run: async ({ shop }) =>
        outcome(
          await shop.admin.ask(
            'mutation ($input: CreateMemberTokenInput!) { createMemberToken(input: $input) { token errors { code } } }',
            {
              input: { member: { id: shop.victimId }, expiresInSeconds },
            },
          ),
        ),
      expect: { status: 200, code: 'INVALID_INPUT' },
    }),
  ),
];

const OIDC: readonly Attack[] = [
  {
    name: 'OIDC: a genuine token is the one that is taken',
    run: bearer(({ provider }) => provider.token()),
    expect: { status: 200, code: null },
  },
  refused(
    'OIDC: expired',
    bearer(({ provider }) => provider.token({ exp: seconds(-60) })),
  ),
  refused(
    'OIDC: no end',
    bearer(({ provider }) => provider.token({ exp: undefined })),
  ),
  refused(
    'OIDC: an end in a year',
    bearer(({ provider }) => provider.token({ exp: seconds(86_400 * 365) })),
  ),
  refused(
    'OIDC: not before tomorrow',
    bearer(({ provider }) => provider.token({ nbf: seconds(86_400) })),
  ),
  refused(
    'OIDC: another audience',
    bearer(({ provider }) => provider.token({ aud: 'another' })),
  ),
  refused(
    'OIDC: ten thousand audiences, one of them ours',
    bearer(({ provider }) => provider.token({ aud: [...Array(500).fill('x'), AUDIENCE] })),
  ),
  refused(
    'OIDC: another issuer',
    bearer(({ provider }) => provider.token({ iss: 'https://evil.example' })),
  ),
  refused(
    'OIDC: the issuer with a slash',
    bearer(({ provider }) => provider.token({ iss: `${ISSUER}/` })),
  ),
  refused(
    'OIDC: no subject',
    bearer(({ provider }) => provider.token({ sub: undefined })),
  ),
  refused(
    'OIDC: a subject that is no member',
    bearer(({ provider }) => provider.token({ sub: 'nobody' })),
  ),
  refused(
    'OIDC: a subject that is a list',
    bearer(({ provider }) => provider.token({ sub: ['victim'] as unknown as string })),
  ),
  refused(
    'OIDC: a subject with a NUL',
    bearer(({ provider }) => provider.token({ sub: 'victim\0' })),
  ),
  refused(
    'OIDC: an issuer with a NUL',
    bearer(({ provider }) => provider.token({ iss: `${ISSUER}\0` })),
  ),
  refused(
    'OIDC: an audience with half a surrogate pair',
    bearer(({ provider }) => provider.token({ aud: '\ud800' })),
  ),
  refused(
    'OIDC: the typ of an ID token',
    bearer(({ provider }) => provider.token({}, { typ: 'JWT' })),
  ),
  refused(
    'OIDC: the typ of a member token',
    bearer(({ provider }) => provider.token({}, { typ: 'laurel-member+jwt' })),
  ),
  refused(
    'OIDC: a member token presented as one of the provider',
    tampered({ header: { typ: 'at+jwt' }, payload: { iss: ISSUER, aud: AUDIENCE } }),
  ),
  refused(
    'OIDC: HS256 with the public key as the secret',
    bearer(({ provider }) => hmac(provider.publicKey, { alg: 'HS256', typ: 'at+jwt', kid: 'genuine' }, claims())),
  ),
  refused(
    'OIDC: alg none',
    bearer(() => `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(claims())}.`),
  ),
  refused(
    'OIDC: signed with a key of one’s own',
    bearer(() => selfSigned({ kid: 'genuine' })),
  ),
  refused(
    'OIDC: a jwk of one’s own in the header',
    bearer(() => selfSigned({ jwk: ownJwk })),
  ),
  refused(
    'OIDC: a kid that is a path',
    bearer(() => selfSigned({ kid: '/dev/null' })),
  ),
  refused(
    'OIDC: a crit header',
    bearer(({ provider }) => provider.token({}, { crit: ['x'], x: 1 } as object).catch(() => selfSigned({ crit: ['x'], x: 1 }))),
  ),
  {
    name: 'OIDC: jku and x5u that lead to the attacker are not followed',
    run: async (world) => {
      const before = world.provider.jwksRequests;
      const url = world.provider.jwksUrl.replace('/jwks', '/attacker');
      const { code } = await bearer(() => selfSigned({ jku: url, x5u: url, kid: 'genuine' }))(world);
      return { code, requests: world.provider.jwksRequests - before };
    },
    expect: { code: 'UNAUTHENTICATED', requests: oneOf(0, 1) },
  },
  {
    name: 'OIDC: 50 unknown kids do not hammer the provider',
    run: async (world) => {
      const before = world.provider.jwksRequests;
      const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => bearer(() => selfSigned({ kid: `unknown ${i}` }))(world)));
      return { codes: [...new Set(answers.map(({ code }) => code))], isHammered: world.provider.jwksRequests - before > 2 };
    },
    expect: { codes: ['UNAUTHENTICATED'], isHammered: false },
  },
];

const key = ({ shop }: World): string => shop.admin.key as string;
const HEADERS: readonly Attack[] = [
  {
    name: 'the header of a key is the one that is taken, in any case of Bearer',
    run: header((world) => `bEaReR ${key(world)}`),
    expect: { status: 200, code: null },
  },
  refused(
    'a key in capitals',
    header((world) => `Bearer ${key(world).toUpperCase()}`),
  ),
  refused(
    'a key without its last letter',
    header((world) => `Bearer ${key(world).slice(0, -1)}`),
  ),
  refused(
    'a key with one letter more',
    header((world) => `Bearer ${key(world)}x`),
  ),
  refused(
    'Bearer twice',
    header((world) => `Bearer Bearer ${key(world)}`),
  ),
  refused('a key without Bearer', header(key)),
  refused(
    'Basic',
    header((world) => `Basic ${Buffer.from(`x:${key(world)}`).toString('base64')}`),
  ),
  refused(
    'two spaces',
    header((world) => `Bearer  ${key(world)}`),
  ),
  refused(
    'a key and a comma',
    header((world) => `Bearer ${key(world)}, Bearer ${key(world)}`),
  ),
  refused(
    'a key in quotes',
    header((world) => `Bearer "${key(world)}"`),
  ),
  refused(
    'a key with a tab',
    header((world) => `Bearer\t${key(world)}`),
  ),
  refused(
    'an empty bearer',
    header(() => 'Bearer '),
  ),
  refused(
    '% for any key',
    header(() => 'Bearer lrl_%%%%%%%%%%%%%%%%%%%%%%%%%%'),
  ),
  refused('the prefix of a key that everybody may see', async (world) => {
    const keys = await world.shop.admin.get<{ prefix: string }[]>('{ apiKeys { prefix } }');
    return header(() => `Bearer ${keys[0]?.prefix}`)(world);
  }),
  {
    name: 'two Authorization headers: the first a good one, the second not',
    run: async (world) => {
      const body = JSON.stringify({ query: VIEWER });
      const lines: [string, string][] = [
        ['host', 'a'],
        ['content-type', 'application/json'],
        ['authorization', 'Bearer lrl_xxxxxxxxxxxxxxxxxxxxxxxx'],
        ['authorization', `Bearer ${key(world)}`],
        ['content-length', String(body.length)],
      ];
      return told(await exchange(world.open.port, [request('POST /graphql HTTP/1.1', lines, body)]));
    },
    expect: { status: oneOf(400, 401) },
  },
  {
    name: 'a token of 1 MB',
    run: header(() => `Bearer ${encode({ alg: 'HS256', typ: 'laurel-member+jwt' })}.${'x'.repeat(1_000_000)}.x`),
    expect: { status: oneOf(400, 431, null) },
  },
  refused(
    'a token of 12 KB',
    header(() => `Bearer ${encode({ alg: 'RS256', typ: 'at+jwt' })}.${'x'.repeat(12_000)}.x`),
  ),
  refused(
    'a token whose header is nested 500 deep',
    header(() => `Bearer ${Buffer.from('['.repeat(500) + ']'.repeat(500)).toString('base64url')}.e30.x`),
  ),
  refused(
    'a token whose header is null',
    header(() => `Bearer ${encode(null)}.${encode(null)}.x`),
  ),
  refused(
    'a token whose payload is a list',
    header(() => `Bearer ${encode({ alg: 'RS256', typ: 'at+jwt' })}.${encode([claims()])}.x`),
  ),
  {
    name: 'a key in the URL',
    run: async (world) =>
      told(
        await exchange(world.open.port, [
          request(
            `GET /graphql?authorization=Bearer%20${key(world)}&access_token=${key(world)}&query=${encodeURIComponent(VIEWER)} HTTP/1.1`,
            {
              host: 'a',
              'apollo-require-preflight': 'yes',
            },
          ),
        ]),
      ),
    expect: UNAUTHENTICATED,
  },
  refused('a key in a cookie', async (world) =>
    told(
      await exchange(world.open.port, [
        post(JSON.stringify({ query: VIEWER }), { headers: { cookie: `authorization=Bearer ${key(world)}` } }),
      ]),
    ),
  ),
  {
    name: 'unknown, revoked and malformed keys: the same answer',
    run: async ({ lab, nobody }) => {
      const { secret, apiKey } = await lab.admin.get<{ secret: string; apiKey: { id: string } }>(
        'mutation { createApiKey(input: { name: "gone", scopes: ["members:read"] }) { secret apiKey { id } } }',
      );
      await lab.admin.get('mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { errors { code } } }', {
        input: { id: apiKey.id },
      });
      const unknown = `lrl_${'x'.repeat(secret.length - 4)}`;
      const answers = await Promise.all([secret, unknown, 'nonsense', null].map((each) => nobody.as(each).ask(VIEWER)));
      const time = async (each: string) => {
        const times: number[] = [];
        for (let i = 0; i < 100; i += 1) times.push((await nobody.as(each).ask(VIEWER)).ms);
        return times.sort((a, b) => a - b)[50] as number;
      };
      const [ofRevoked, ofUnknown] = [await time(secret), await time(unknown)];
      return {
        different: new Set(answers.map(({ status, text }) => `${status} ${text}`)).size,
        isTimeTelling: Math.max(ofRevoked / ofUnknown, ofUnknown / ofRevoked) > 3,
      };
    },
    expect: { different: 1, isTimeTelling: false },
  },
];

export const TOKENS: AttackGroup = { name: 'tokens', attacks: [...MEMBER_TOKENS, ...OIDC, ...HEADERS] };
