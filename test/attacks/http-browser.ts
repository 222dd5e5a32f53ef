import type { Attack } from './support/attack.js';
import { oneOf } from './support/expect.js';
import { exchange, post, type RawAnswer, request, told } from './support/raw-http.js';
import { LISTED_ORIGIN, type World } from './support/world.js';

const VIEWER = JSON.stringify({ query: '{ viewer { name } }' });
const MUTATION = encodeURIComponent('mutation { goLive { errors { code } } }');
const QUERY = encodeURIComponent('{ viewer { name } }');

const get =
  (search: string, headers: Readonly<Record<string, string>> = {}) =>
  async (world: World) =>
    told(
      await exchange(world.open.port, [
        request(`GET /graphql${search} HTTP/1.1`, { host: 'a', authorization: `Bearer ${world.lab.admin.key}`, ...headers }),
      ]),
    );

const cors = (answer: RawAnswer | undefined) => ({
  origin: answer?.headers['access-control-allow-origin'],
  credentials: answer?.headers['access-control-allow-credentials'],
});

/** What the production process tells a page of this origin before it may send anything. */
const preflight = (origin: string) => async (world: World) => {
  const { answers } = await exchange(world.strict.port, [
    request('OPTIONS /graphql HTTP/1.1', {
      host: 'api.example.com',
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    }),
  ]);
  return cors(answers[0]);
};

const FOREIGN = [
  'https://evil.example',
  'null',
  'https://shop.example.com.evil.example',
  'https://evilshop.example.com',
  'http://shop.example.com',
  'https://shop.example.com:8443',
  'https://SHOP.example.com',
  'https://shop.example.com@evil.example',
  `${LISTED_ORIGIN}, https://evil.example`,
  '*',
];

export const BROWSER: readonly Attack[] = [
  ...FOREIGN.map(
    (origin): Attack => ({
      name: `a preflight from ${origin}`,
      run: async (world) => ({ isAllowed: [origin, '*'].includes((await preflight(origin)(world)).origin ?? '') }),
      expect: { isAllowed: false },
    }),
  ),
  {
    name: 'a preflight from the listed origin is the one that is allowed',
    run: preflight(LISTED_ORIGIN),
    expect: { origin: LISTED_ORIGIN, credentials: undefined },
  },
  {
    name: 'a plain request from a foreign page gets an answer that its browser keeps from it',
    run: async (world) => {
      const { answers } = await exchange(world.strict.port, [
        post(VIEWER, { key: world.shop.admin.key, headers: { origin: 'https://evil.example' } }),
      ]);
      return { isAllowed: ['https://evil.example', '*'].includes(cors(answers[0]).origin ?? '') };
    },
    expect: { isAllowed: false },
  },
  { name: 'a query by GET, as an image may be', run: get(`?query=${QUERY}`), expect: { status: 400, code: 'BAD_REQUEST' } },
  {
    name: 'a mutation by GET',
    run: get(`?query=${MUTATION}`, { 'apollo-require-preflight': 'yes' }),
    expect: { status: oneOf(400, 405), code: 'BAD_REQUEST' },
  },
  {
    name: 'a mutation by GET beside a query, named by operationName',
    run: get(`?query=${encodeURIComponent('query A { viewer { name } } mutation B { goLive { errors { code } } }')}&operationName=B`, {
      'apollo-require-preflight': 'yes',
    }),
    expect: { status: oneOf(400, 405), code: 'BAD_REQUEST' },
  },
  {
    name: 'a query by GET given twice, a harmless one for the gate and another behind it',
    run: get(`?query=${QUERY}&query=${MUTATION}`, { 'apollo-require-preflight': 'yes' }),
    expect: { status: 400, code: 'BAD_REQUEST' },
  },
  {
    name: 'a subscription by GET, asking for an event stream',
    run: get(`?query=${encodeURIComponent('subscription { journal { __typename } }')}`, {
      'apollo-require-preflight': 'yes',
      accept: 'text/event-stream',
    }),
    expect: { status: 400, code: 'BAD_REQUEST' },
  },
  {
    name: 'a subscription by POST',
    run: async (world) =>
      told(
        await exchange(world.open.port, [
          post(JSON.stringify({ query: 'subscription { journal { __typename } }' }), { key: world.shop.admin.key }),
        ]),
      ),
    expect: { status: 400, code: 'BAD_REQUEST' },
  },
  {
    name: 'answers are no pages: no sniffing, no frames, nothing of the server',
    run: async (world) => {
      const { answers } = await exchange(world.open.port, [post(VIEWER, { key: world.shop.admin.key })]);
      const headers = answers[0]?.headers ?? {};
      return {
        sniffing: headers['x-content-type-options'],
        policy: headers['content-security-policy']?.includes("frame-ancestors 'none'"),
        server: headers.server,
        poweredBy: headers['x-powered-by'],
      };
    },
    expect: { sniffing: 'nosniff', policy: true, server: undefined, poweredBy: undefined },
  },
  {
    name: 'introspection in production',
    run: async (world) => {
      const { status, text } = await world.shop.admin.at(world.strict.url).ask('{ __schema { types { name } } }');
      return { status, isTold: text.includes('"Mutation"') };
    },
    expect: { status: 400, isTold: false },
  },
  {
    name: 'a type of the schema in production',
    run: async (world) => {
      const { status, text } = await world.shop.admin.at(world.strict.url).ask('{ __type(name: "Member") { fields { name } } }');
      return { status, isTold: text.includes('"givenName"') };
    },
    expect: { status: 400, isTold: false },
  },
  {
    name: 'a misspelt field, to be told the right one',
    run: async (world) => {
      const { status, text } = await world.shop.admin.ask('{ viewe { nam } member(reff: {}) { emai } }');
      return { status, isTold: /did you mean|"viewer"|"email"/i.test(text) };
    },
    expect: { status: 400, isTold: false },
  },
  {
    name: 'a misspelt enum value and input field, to be told the right ones',
    run: async (world) => {
      const { text } = await world.shop.admin.ask(
        'mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) { entry { id } } }',
        { input: { amount: 1, idempotencyKe: 'x', reason: 'GOODWIL', member: { externalI: 'victim' } } },
      );
      return { isTold: /did you mean|"externalId"|"GOODWILL"/i.test(text) };
    },
    expect: { isTold: false },
  },
  {
    name: 'GraphiQL in production',
    run: async (world) => told(await exchange(world.strict.port, [request('GET /graphiql HTTP/1.1', { host: 'a', accept: 'text/html' })])),
    expect: { status: 404, code: 'NOT_FOUND' },
  },
  {
    name: 'a landing page for browsers',
    run: get('', { accept: 'text/html' }),
    expect: { status: 400, code: 'BAD_REQUEST' },
  },
];
