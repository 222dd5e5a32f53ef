import type { Attack, AttackGroup } from './support/attack.js';
import { enrollMember } from './support/program.js';
import { exchange, post, request } from './support/raw-http.js';
import { message, RawWebSocket } from './support/raw-websocket.js';
import { SECRET, type World } from './support/world.js';

/** Answers that tell what runs here, or how. */
const INNARDS: readonly RegExp[] = [
  /^\s+at .+:\d+:\d+/m,
  /\\n\s+at /,
  /node_modules/,
  /\/dist\/|\/src\/|file:\/\//,
  /\.(ts|js):\d+/,
  /syntax error at or near|relation \\?"|violates .* constraint|invalid byte sequence|duplicate key/,
  /\bselect [\w., ]+ from (members|journal|streams|api_keys)\b/i,
  /PostgreSQL \d|fastify|apollo|undici|mikro-?orm|node\.js/i,
  /ECONNREFUSED|ECONNRESET|EPIPE|\b127\.0\.0\.1:\d+/,
  /stacktrace/,
  /\bDid you mean\b/,
];
const ENROLL = 'mutation ($input: EnrollMemberInput!) { enrollMember(input: $input) { member { id } errors { message code path } } }';

/** Answers that quote the secret, of requests that are wrong in some way. */
const quoting = (send: (world: World) => Promise<string>) => async (world: World) => ({ isQuoted: (await send(world)).includes(SECRET) });
const NOT_QUOTED = { isQuoted: false };
const text = (answers: Awaited<ReturnType<typeof exchange>>): string => JSON.stringify(answers.answers);

export const LEAKS: AttackGroup = {
  name: 'leaks',
  attacks: [
    {
      name: 'a secret in headers',
      run: quoting(async ({ open }) =>
        text(
          await exchange(open.port, [
            post('{', {
              headers: {
                authorization: `Bearer ${SECRET}`,
                cookie: SECRET,
                'x-api-key': SECRET,
                traceparent: SECRET,
                'user-agent': SECRET,
              },
            }),
          ]),
        ),
      ),
      expect: NOT_QUOTED,
    },
    {
      name: 'a secret in the URL',
      run: quoting(async ({ open }) =>
        text(await exchange(open.port, [request(`GET /${SECRET}?key=${SECRET} HTTP/1.1`, { host: 'a', referer: `http://a/${SECRET}` })])),
      ),
      expect: NOT_QUOTED,
    },
    {
      name: 'a secret in a body that is no JSON',
      run: quoting(async ({ shop }) => (await shop.admin.post(`{"query": ${SECRET}`)).text),
      expect: NOT_QUOTED,
    },
    {
      name: 'a secret in a variable of the wrong type',
      run: quoting(async ({ shop }) => (await shop.admin.ask(ENROLL, { input: { givenName: { secret: SECRET } } })).text),
      expect: NOT_QUOTED,
    },
    {
      name: 'a secret in an enum and a number',
      run: quoting(
        async ({ shop }) =>
          (
            await shop.admin.ask('mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) { errors { message } } }', {
              input: { amount: SECRET, reason: SECRET, idempotencyKey: 'x', member: { externalId: 'victim' } },
            })
          ).text,
      ),
      expect: NOT_QUOTED,
    },
    {
      name: 'a secret in a profile that is refused',
      run: quoting(async ({ lab }) => (await lab.admin.ask(ENROLL, { input: { email: SECRET } })).text),
      expect: NOT_QUOTED,
    },
    {
      name: 'a password in the URL of an identity provider',
      run: quoting(
        async ({ lab }) =>
          (
            await lab.admin.ask(
              'mutation ($input: CreateIdentityProviderInput!) { createIdentityProvider(input: $input) { errors { message code path } } }',
              { input: { name: 'x', issuer: 'x', audience: 'x', signsIn: 'MEMBER', jwksUrl: `https://user:${SECRET}@127.0.0.1/` } },
            )
          ).text,
      ),
      expect: NOT_QUOTED,
    },
    {
      name: 'a secret in a document that does not parse',
      run: async ({ shop }) => {
        const { status } = await shop.admin.ask(`{ member(ref: { externalId: "${SECRET}" }) { id } `);
        return { status };
      },
      expect: { status: 400 },
    },
    {
      name: 'a secret in aliases, comments and strings of a document',
      run: async ({ shop }) => {
        const { status } = await shop.admin.ask(
          `query named { # ${SECRET}\n a${SECRET}: member(ref: { externalId: "${SECRET}" }) { id } }`,
        );
        return { status };
      },
      expect: { status: 200 },
    },
    {
      name: 'a secret over WebSocket: greeting, document, variables',
      run: async ({ open, shop }) => {
        const bad = await RawWebSocket.open(open.port);
        await bad.say({ type: 'connection_init', payload: { authorization: `Bearer ${SECRET}`, more: SECRET } });
        await bad.ending();
        const client = await RawWebSocket.greeted(open.port, shop.admin.key as string);
        await client.send(
          message({ id: SECRET, type: 'subscribe', payload: { query: `subscription { ${SECRET} }`, variables: { a: SECRET } } }),
        );
        const isAnswered = await client.until(() => client.messages.length > 1 || client.closeCode !== null);
        client.drop();
        return { isAnswered };
      },
      expect: { isAnswered: true },
    },
    {
      name: 'a secret as a member’s whole profile, command and event',
      run: async ({ lab }) => {
        const id = await enrollMember(lab.admin, `x${SECRET}`, {
          email: `${SECRET}@example.com`,
          givenName: SECRET,
          familyName: SECRET,
          attributes: { [SECRET]: SECRET },
        });
        await lab.admin.ask(ENROLL, { input: { externalId: `x${SECRET}` } });
        const { status } = await lab.admin.ask(
          'mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { errors { message } } }',
          {
            input: {
              member: { id },
              idempotencyKey: SECRET,
              externalId: SECRET,
              event: { name: SECRET, attributes: { [SECRET]: SECRET } },
            },
          },
        );
        return { status };
      },
      expect: { status: 200 },
    },
    {
      name: 'other callers are told nothing of it',
      run: async ({ shop, rival }) => {
        const everything =
          '{ members(first: 100) { nodes { externalId email } } journal(first: 200) { items { entry { summary explanation } } } }';
        const answers = await Promise.all([shop.admin, rival.admin, shop.clerk].map((each) => each.ask(everything)));
        return { isTold: answers.some(({ text }) => text.includes(SECRET)), statuses: answers.map(({ status }) => status) };
      },
      expect: { isTold: false, statuses: [200, 200, 200] },
    },
  ],
};

/** Asked at the very end, about everything that was answered and written. */
export const LEAKS_AFTERWARDS: readonly Attack[] = [
  { name: 'no answer told what runs here', run: async ({ witness }) => [...new Set(witness.findings(INNARDS))].slice(0, 5), expect: [] },
  {
    name: 'the logs hold no secret that was sent',
    run: async ({ open, strict }) => lines(open.output + strict.output, [SECRET]),
    expect: [],
  },
  {
    name: 'the logs hold no credential',
    run: async ({ open, strict, shop, rival, lab, operator }) =>
      lines(
        open.output + strict.output,
        [shop, rival, lab]
          .flatMap(({ admin, clerk, partner, mallory }) => [admin, clerk, partner, mallory].map(({ key }) => key as string))
          .concat(operator.key as string),
      ),
    expect: [],
  },
  {
    name: 'the logs hold no names and addresses of members',
    run: async ({ open, strict }) => lines(open.output + strict.output, ['victim@example.com', 'Vera', 'mallory@example.com']),
    expect: [],
  },
  {
    name: 'the logs hold no documents',
    run: async ({ open, strict }) =>
      lines(open.output + strict.output, ['members(first', 'mutation {', '__schema', 'DROP TABLE', 'pg_sleep']),
    expect: [],
  },
];

const lines = (output: string, texts: readonly string[]): string[] =>
  output
    .split('\n')
    .filter((line) => texts.some((each) => line.includes(each)))
    .slice(0, 3);
