import { createServer } from 'node:http';
import { LOOPBACK_URLS } from '../support/loopback-urls.js';
import type { Attack, AttackGroup } from './support/attack.js';
import { oneOf } from './support/expect.js';
import { outcome } from './support/graphql.js';
import { freePort } from './support/laurel-process.js';
import { hasField } from './support/schema-walk.js';
import { SECRET, type World } from './support/world.js';

/** Places inside a network, and things that are no places. */
const PRIVATE_URLS = [
  ...[
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
  ],
  ...[
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[ff02::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[2002:a00:1::]/',
    'https://224.0.0.1/',
  ],
  ...['https://255.255.255.255/', 'https://[64:ff9b::a00:1]/', 'https://0300.0250.1.1/', 'https://3232235777/', 'https://[2001::1]/'],
];
const NO_URLS = [
  ...[
    'http://example.com/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://127.0.0.1:6379/_x',
    'data:text/plain,x',
    'javascript:alert(1)',
  ],
  ...[
    'https://',
    '//example.com',
    'example.com',
    '',
    ' ',
    'https://user@example.com/',
    `https://x:${SECRET}@example.com/`,
    'https://exa mple.com/',
  ],
  ...['unix:/var/run/docker.sock', `https://example.com/${'x'.repeat(3_000)}`],
];

const provider =
  (jwksUrl: string) =>
  async ({ lab, strict }: World) =>
    outcome(
      await lab.admin
        .at(strict.url)
        .ask('mutation ($input: CreateIdentityProviderInput!) { createIdentityProvider(input: $input) { errors { code } } }', {
          input: { name: 'x', issuer: `https://${Math.random()}.example`, audience: 'x', signsIn: 'MEMBER', jwksUrl },
        }),
    );
const endpoint =
  (url: string) =>
  async ({ lab, strict }: World) =>
    outcome(
      await lab.admin
        .at(strict.url)
        .ask('mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { errors { code } } }', {
          input: { url },
        }),
    );

const REFUSED = { status: 200, code: 'INVALID_INPUT' };
const URLS = [...LOOPBACK_URLS, ...PRIVATE_URLS, ...NO_URLS];
const show = (url: string): string => JSON.stringify(url.slice(0, 60)).replace(SECRET, '…');
const refuse = (what: string, send: (url: string) => Attack['run']): Attack[] =>
  URLS.map((url): Attack => ({ name: `${what} ${show(url)}`, run: send(url), expect: REFUSED }));

const ALGORITHMS = [['HS256'], ['none'], [], ['RS256', 'HS256'], ['RS1'], Array(11).fill('RS256')];

export const WEBHOOKS: AttackGroup = {
  name: 'webhooks',
  attacks: [
    ...refuse('keys of an identity provider at', provider),
    ...(hasField('mutation', 'createWebhookEndpoint') ? refuse('a webhook to', endpoint) : []),
    ...ALGORITHMS.map(
      (algorithms): Attack => ({
        name: `an identity provider whose tokens are signed by ${JSON.stringify(algorithms).slice(0, 40)}`,
        run: async ({ lab }) =>
          outcome(
            await lab.admin.ask(
              'mutation ($input: CreateIdentityProviderInput!) { createIdentityProvider(input: $input) { errors { code } } }',
              {
                input: { name: 'x', issuer: 'x', audience: 'x', signsIn: 'MEMBER', jwksUrl: 'https://example.com/', algorithms },
              },
            ),
          ),
        expect: REFUSED,
      }),
    ),
    {
      name: 'a process that may not call loopback does not, though another one on the database may',
      run: async ({ nobody, strict, provider: genuine }) => {
        const before = genuine.jwksRequests;
        const { code } = outcome(
          await nobody
            .as(await genuine.token())
            .at(strict.url)
            .ask('{ viewer { name } }'),
        );
        return { code, requests: genuine.jwksRequests - before };
      },
      expect: { code: oneOf('UNAUTHENTICATED', 'RATE_LIMITED'), requests: 0 },
    },
    {
      name: 'the issuer and audience of another programme, taken over',
      run: async ({ rival }) =>
        outcome(
          await rival.admin.ask(
            'mutation ($input: CreateIdentityProviderInput!) { createIdentityProvider(input: $input) { errors { code } } }',
            {
              input: {
                name: 'Mine',
                issuer: 'https://login.example.com',
                audience: 'laurel-attacks',
                signsIn: 'MEMBER',
                jwksUrl: 'https://evil.example/jwks',
              },
            },
          ),
        ),
      expect: REFUSED,
    },
    {
      name: 'keys that lead on, are endless, or never come: a token of theirs is refused in time',
      isSlow: true,
      run: async ({ lab, nobody }) => {
        const port = await freePort();
        const server = createServer((request, response) => {
          if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
          else if (request.url === '/endless') {
            const timer = setInterval(() => response.write('x'.repeat(65_536)), 5);
            response.on('close', () => clearInterval(timer));
          }
        }).listen(port, '127.0.0.1');
        const codes: (string | null)[] = [];
        let slowest = 0;
        for (const path of ['away', 'endless', 'never']) {
          await lab.admin.ask(
            'mutation ($input: CreateIdentityProviderInput!) { createIdentityProvider(input: $input) { errors { code } } }',
            {
              input: { name: path, issuer: path, audience: 'x', signsIn: 'MEMBER', jwksUrl: `http://127.0.0.1:${port}/${path}` },
            },
          );
          const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
          const body = { iss: path, aud: 'x', sub: 'victim', exp: Math.floor(Date.now() / 1_000) + 600 };
          const asked = await nobody.as(`${part({ alg: 'RS256', typ: 'at+jwt', kid: 'x' })}.${part(body)}.AAAA`).ask('{ viewer { name } }');
          codes.push(outcome(asked).code);
          slowest = Math.max(slowest, asked.ms);
        }
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        return { codes, isInTime: slowest < 7_500 };
      },
      expect: { codes: ['UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED'], isInTime: true },
    },
  ],
};
