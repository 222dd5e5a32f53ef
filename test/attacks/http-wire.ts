import type { Attack } from './support/attack.js';
import { ending, noSuccess, oneOf } from './support/expect.js';
import { exchange, type Part, post, type RawOptions, request, told } from './support/raw-http.js';
import type { World } from './support/world.js';

const VIEWER = JSON.stringify({ query: '{ viewer { name } }' });
const CRLF = '\r\n';

const send = (parts: (world: World) => readonly Part[], options?: RawOptions) => async (world: World) =>
  told(await exchange(world.open.port, parts(world), options));
/** The same, and waits for the server to end the connection. */
const sendToEnd = (parts: (world: World) => readonly Part[]) => send(parts, { untilClosed: true });
/** Statuses of everything that came back. */
const statuses = (parts: (world: World) => readonly Part[], options?: RawOptions) => async (world: World) => {
  const { answers, isClosed } = await exchange(world.open.port, parts(world), options);
  return { statuses: answers.map(({ status }) => status), isClosed };
};

const json = { host: 'a', 'content-type': 'application/json' };
const REFUSED = { status: 400, code: 'BAD_REQUEST', isClosed: true };
/** A second request in what a careless reader takes for the body of the first. */
const HIDDEN = `GET /livez HTTP/1.1${CRLF}host: a${CRLF}${CRLF}`;

export const WIRE: readonly Attack[] = [
  {
    name: 'smuggling: Content-Length and Transfer-Encoding',
    run: statuses(
      () => [
        request('POST /graphql HTTP/1.1', { ...json, 'content-length': 6, 'transfer-encoding': 'chunked' }, `0${CRLF}${CRLF}${HIDDEN}`),
      ],
      { untilClosed: true },
    ),
    expect: { statuses: [400], isClosed: true },
  },
  {
    name: 'smuggling: Transfer-Encoding and Content-Length the other way round',
    run: statuses(
      () => [request('POST /graphql HTTP/1.1', { ...json, 'transfer-encoding': 'chunked', 'content-length': 4 }, `5c${CRLF}${HIDDEN}`)],
      {
        untilClosed: true,
      },
    ),
    expect: { statuses: [400], isClosed: true },
  },
  {
    name: 'smuggling: two different Content-Lengths',
    run: statuses(
      () => [request('POST /graphql HTTP/1.1', [...Object.entries(json), ['content-length', '0'], ['content-length', '44']], HIDDEN)],
      { untilClosed: true },
    ),
    expect: { statuses: [400], isClosed: true },
  },
  ...['xchunked', 'chunked, identity', 'identity', 'chunked\t;x', ' \x0bchunked', 'gzip, chunked, chunked'].map(
    (encoding): Attack => ({
      name: `smuggling: Transfer-Encoding: ${JSON.stringify(encoding)}`,
      run: statuses(() => [request('POST /graphql HTTP/1.1', { ...json, 'transfer-encoding': encoding }, `0${CRLF}${CRLF}${HIDDEN}`)], {
        untilClosed: true,
        patience: 1_500,
      }),
      expect: { statuses: [400], isClosed: true },
    }),
  ),
  ...['-1', '+2', '0x10', '1e3', '44 44', '99999999999999999999'].map(
    (length): Attack => ({
      name: `smuggling: Content-Length: ${length}`,
      run: statuses(() => [request('POST /graphql HTTP/1.1', { ...json, 'content-length': length }, HIDDEN)], {
        untilClosed: true,
        patience: 1_500,
      }),
      expect: { statuses: [oneOf(400, 413)], isClosed: true },
    }),
  ),
  {
    name: 'smuggling: a chunk size that overflows',
    run: sendToEnd(() => [
      request('POST /graphql HTTP/1.1', { ...json, 'transfer-encoding': 'chunked' }, `fffffffffffffffff${CRLF}x${CRLF}`),
    ]),
    expect: REFUSED,
  },
  {
    name: 'a chunk extension of 100 KB',
    run: sendToEnd(() => [
      request(
        'POST /graphql HTTP/1.1',
        { ...json, 'transfer-encoding': 'chunked' },
        `1;${'a'.repeat(100_000)}${CRLF}x${CRLF}0${CRLF}${CRLF}`,
      ),
    ]),
    expect: { status: oneOf(400, 413), isClosed: true },
  },
  {
    name: 'a line folded into the next header',
    run: sendToEnd(() => [`GET /livez HTTP/1.1${CRLF}host: a${CRLF}x: a${CRLF} b: c${CRLF}${CRLF}`]),
    expect: REFUSED,
  },
  {
    name: 'a bare line feed between headers',
    run: sendToEnd(() => [`GET /livez HTTP/1.1${CRLF}host: a\nx-evil: 1${CRLF}${CRLF}`]),
    expect: REFUSED,
  },
  { name: 'a space before the colon', run: sendToEnd(() => [`GET /livez HTTP/1.1${CRLF}host : a${CRLF}${CRLF}`]), expect: REFUSED },
  { name: 'a NUL in a header', run: sendToEnd(() => [`GET /livez HTTP/1.1${CRLF}host: a${CRLF}x: a\0b${CRLF}${CRLF}`]), expect: REFUSED },
  { name: 'no Host', run: sendToEnd(() => [`GET /livez HTTP/1.1${CRLF}${CRLF}`]), expect: { status: 400, isClosed: true } },
  {
    name: 'two Hosts',
    run: send(() => [`GET /livez HTTP/1.1${CRLF}host: a${CRLF}host: b${CRLF}${CRLF}`]),
    expect: { status: oneOf(200, 400) },
  },
  { name: 'HTTP/0.9', run: send(() => [`GET /livez${CRLF}${CRLF}`]), expect: { status: oneOf(200, 400) } },
  { name: 'HTTP/9.9', run: sendToEnd(() => [`GET /livez HTTP/9.9${CRLF}host: a${CRLF}${CRLF}`]), expect: REFUSED },
  { name: 'the preface of HTTP/2', run: sendToEnd(() => [`PRI * HTTP/2.0${CRLF}${CRLF}SM${CRLF}${CRLF}`]), expect: REFUSED },
  {
    name: 'a TLS hello on the plain port',
    run: sendToEnd(() => [Buffer.from('16030100a5010000a10303', 'hex'), Buffer.alloc(160)]),
    expect: REFUSED,
  },
  {
    name: 'random bytes',
    run: sendToEnd(() => [Buffer.from(Array.from({ length: 512 }, (_, i) => (i * 73 + 11) % 256))]),
    expect: REFUSED,
  },
  {
    name: 'a header of 64 KB',
    run: sendToEnd(() => [request('GET /livez HTTP/1.1', { host: 'a', x: 'y'.repeat(65_536) })]),
    expect: { status: oneOf(400, 431), isClosed: true },
  },
  {
    name: '10,000 headers',
    run: sendToEnd(() => [
      request('GET /livez HTTP/1.1', [['host', 'a'], ...Array.from({ length: 10_000 }, (_, i) => [`x${i}`, ''] as const)]),
    ]),
    expect: { status: oneOf(400, 431), isClosed: true },
  },
  {
    name: 'a URL of 64 KB',
    run: sendToEnd(() => [request(`GET /graphql?query=${'x'.repeat(65_536)} HTTP/1.1`, { host: 'a' })]),
    expect: { status: oneOf(400, 414, 431), isClosed: true },
  },
  {
    name: 'a header name of __proto__',
    run: send(() => [request('GET /livez HTTP/1.1', { host: 'a', ['__proto__']: 'x', constructor: 'y' })]),
    expect: { status: 200 },
  },
  {
    name: 'a line break in a parameter that might come back as a header',
    run: async (world) => {
      const { answers } = await exchange(world.open.port, [
        request('GET /%0d%0aset-cookie:%20a=b?x=%0d%0aset-cookie:%20a=b HTTP/1.1', { host: 'a', 'x-request-id': 'evil%0d%0a' }),
      ]);
      const [answer] = answers;
      return { status: answer?.status, cookie: answer?.headers['set-cookie'], isOwnId: answer?.headers['x-request-id']?.includes('evil') };
    },
    expect: { status: 404, cookie: undefined, isOwnId: false },
  },
  ...[
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/graphql/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/graphql/%00',
    '/.laurel/operator-key',
    '/.git/config',
    '/graphql%2f',
    '//graphql',
    '/GRAPHQL',
    '/metrics',
    '/graphql;x=y',
  ].map(
    (path): Attack => ({
      name: `the path ${path}`,
      run: send(() => [request(`GET ${path} HTTP/1.1`, { host: 'a' })]),
      expect: { status: 404, code: 'NOT_FOUND' },
    }),
  ),
  {
    name: 'a path that cannot be decoded',
    run: send(() => [request('GET /%zz%ff HTTP/1.1', { host: 'a' })]),
    expect: { status: 400, code: 'BAD_REQUEST' },
  },
  {
    name: 'an absolute URL of another host',
    run: send(() => [request('GET http://169.254.169.254/latest/meta-data HTTP/1.1', { host: 'a' })]),
    expect: { status: 404, code: 'NOT_FOUND' },
  },
  {
    name: 'CONNECT to another host',
    run: statuses(() => [request('CONNECT 169.254.169.254:80 HTTP/1.1', { host: 'a' })], { untilClosed: true, patience: 1_500 }),
    expect: { isClosed: true, statuses: noSuccess },
  },
  ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'QUERY'].map(
    (method): Attack => ({
      name: `the method ${method}`,
      run: send(() => [request(`${method} /graphql HTTP/1.1`, { host: 'a', 'content-length': 0 })]),
      expect: { status: oneOf(400, 405), code: oneOf('METHOD_NOT_ALLOWED', 'BAD_REQUEST') },
    }),
  ),
  {
    name: 'the method TRACE, which would give back the headers',
    run: async (world) => {
      const { answers } = await exchange(world.open.port, [
        request('TRACE /graphql HTTP/1.1', { host: 'a', authorization: 'Bearer echo-me' }),
      ]);
      return { status: answers[0]?.status, isEchoed: answers[0]?.body.includes('echo-me') };
    },
    expect: { status: oneOf(400, 404, 405), isEchoed: false },
  },
  {
    name: 'a method that does not exist',
    run: sendToEnd(() => [request('HACK /graphql HTTP/1.1', { host: 'a' })]),
    expect: REFUSED,
  },
  {
    name: 'a method in another method’s clothes',
    run: send(() => [request('GET /graphql HTTP/1.1', { host: 'a', 'x-http-method-override': 'POST' })]),
    expect: { status: 400 },
  },
  {
    name: '200 requests in one go on one connection',
    run: async (world) => {
      const one = post(VIEWER, { key: world.shop.admin.key });
      const { answers } = await exchange(world.open.port, [Buffer.concat(Array(200).fill(one))], { answers: 200, patience: 10_000 });
      return { count: answers.length, statuses: [...new Set(answers.map(({ status }) => status))] };
    },
    expect: { count: 200, statuses: [200] },
  },
  {
    name: 'pipelined: a bad request behind a good one ends the connection',
    run: statuses(({ shop }) => [Buffer.concat([post(VIEWER, { key: shop.admin.key }), Buffer.from(`GARBAGE${CRLF}${CRLF}${HIDDEN}`)])], {
      untilClosed: true,
    }),
    expect: { statuses: ending(400), isClosed: true },
  },
  {
    name: 'Expect: 100-continue with a body that is too large',
    run: send(() => [request('POST /graphql HTTP/1.1', { ...json, expect: '100-continue', 'content-length': 50_000_000 })], { answers: 2 }),
    expect: { status: 413, code: 'PAYLOAD_TOO_LARGE' },
  },
  {
    name: 'an expectation that nobody can meet',
    run: statuses(() => [request('POST /graphql HTTP/1.1', { ...json, expect: 'the-impossible', 'content-length': 2 }, '{}')], {
      patience: 1_500,
    }),
    expect: { statuses: [oneOf(400, 401, 417)] },
  },
  {
    name: 'an upgrade to something else',
    run: send(() => [request('GET /livez HTTP/1.1', { host: 'a', connection: 'Upgrade', upgrade: 'h2c' })], { patience: 1_500 }),
    expect: { status: oneOf(200, 400, 426) },
  },
  {
    name: 'a Host of an attacker does not come back in an answer',
    run: async (world) => {
      const { answers } = await exchange(world.open.port, [
        request('GET /nothing HTTP/1.1', { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }),
      ]);
      return { status: answers[0]?.status, isEchoed: JSON.stringify(answers).includes('evil.example') };
    },
    expect: { status: 404, isEchoed: false },
  },
  {
    name: 'slow headers: a byte a second',
    isSlow: true,
    run: async (world) => {
      const parts: Part[] = ['GET /livez HTTP/1.1\r\nx: '];
      for (let i = 0; i < 20; i += 1) parts.push(1_000, 'a');
      const { ms, isClosed } = await exchange(world.open.port, parts, { untilClosed: true, patience: 1_000 });
      return { isClosed, isInTime: ms < 9_000 };
    },
    expect: { isClosed: true, isInTime: true },
  },
  {
    name: 'a slow body: a byte a second',
    isSlow: true,
    run: async (world) => {
      const parts: Part[] = [post(VIEWER, { key: world.shop.admin.key, headers: { 'content-length': 1_000 } }).subarray(0, -20)];
      for (let i = 0; i < 25; i += 1) parts.push(1_000, 'a');
      const { ms, isClosed } = await exchange(world.open.port, parts, { untilClosed: true, patience: 1_000 });
      return { isClosed, isInTime: ms < 18_000 };
    },
    expect: { isClosed: true, isInTime: true },
  },
  {
    name: 'a connection that says nothing',
    isSlow: true,
    run: async (world) => {
      const { ms, isClosed } = await exchange(world.open.port, [], { untilClosed: true, patience: 30_000 });
      return { isClosed, isInTime: ms < 20_000 };
    },
    expect: { isClosed: true, isInTime: true },
  },
  {
    name: 'a half-open socket after half a request',
    isSlow: true,
    run: async (world) => {
      const { ms, isClosed } = await exchange(world.open.port, ['POST /graphql HTTP/1.1\r\nhost: a\r\n', 'FIN'], {
        untilClosed: true,
        patience: 30_000,
      });
      return { isClosed, isInTime: ms < 20_000 };
    },
    expect: { isClosed: true, isInTime: true },
  },
  {
    name: '300 slow connections at once take nothing from others',
    isSlow: true,
    run: async (world) => {
      const slow = () => exchange(world.open.port, ['POST /graphql HTTP/1.1\r\nhost: a\r\nx: '], { untilClosed: true, patience: 15_000 });
      const ends = Promise.all(Array.from({ length: 300 }, slow));
      const { status } = told(await exchange(world.open.port, [post(VIEWER, { key: world.shop.admin.key })]));
      return { status, areAllClosed: (await ends).every(({ isClosed }) => isClosed) };
    },
    expect: { status: 200, areAllClosed: true },
  },
];
