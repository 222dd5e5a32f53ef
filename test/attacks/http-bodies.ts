import { gzipSync } from 'node:zlib';
import type { Attack } from './support/attack.js';
import { oneOf } from './support/expect.js';
import { exchange, type Part, post, type RawOptions, request, told } from './support/raw-http.js';
import type { World } from './support/world.js';

const VIEWER = JSON.stringify({ query: '{ viewer { name } }' });
const KB = 1024;

/** What the developer's process answers to these bytes. */
const send = (parts: (world: World) => readonly Part[], options?: RawOptions) => async (world: World) =>
  told(await exchange(world.open.port, parts(world), options));
/** A POST of this body with a key. */
const sendBody = (body: string | Buffer, headers: Readonly<Record<string, string | number | null>> = {}, options?: RawOptions) =>
  send(({ shop }) => [post(body, { key: shop.admin.key, headers })], options);

const TOO_LARGE = { status: 413, code: 'PAYLOAD_TOO_LARGE' };
const BAD = { status: 400, code: 'BAD_REQUEST' };
const WRONG_TYPE = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' };
const padded = (bytes: number): string => `{"query":"{ viewer { name } }","padding":"${'x'.repeat(bytes)}"}`;
const members = (count: number) => Array.from({ length: count }, () => ({ givenName: 'x'.repeat(250) }));

export const BODIES: readonly Attack[] = [
  {
    name: 'a body of 101 KB without a credential',
    run: send(() => [post(padded(101 * KB))]),
    expect: TOO_LARGE,
  },
  { name: 'a query of 101 KB with a key', run: sendBody(padded(101 * KB)), expect: TOO_LARGE },
  { name: 'a query of 4 MB with a key', run: sendBody(padded(4 * KB * KB)), expect: TOO_LARGE },
  { name: 'a body that says it has 6 MB, with a key', run: sendBody('{', { 'content-length': 6 * KB * KB }), expect: TOO_LARGE },
  {
    name: 'a body of 6 MB that is sent whatever the answer',
    run: sendBody(padded(6 * KB * KB), {}, { untilClosed: true }),
    expect: { status: oneOf(413, null), isClosed: true },
  },
  {
    name: 'a single mutation of 200 KB that is no bulk',
    run: sendBody(
      JSON.stringify({
        query: 'mutation ($input: EnrollMemberInput!) { enrollMember(input: $input) { errors { code } } }',
        variables: { input: { givenName: 'x'.repeat(200 * KB) } },
      }),
    ),
    expect: TOO_LARGE,
  },
  {
    name: 'a small mutation hidden beside a bulk one, to be let through as bulk',
    run: sendBody(
      JSON.stringify({
        query:
          'mutation ($input: EnrollMembersInput!) { enrollMembers(input: $input) { outcomes { errors { code } } } goLive { errors { code } } }',
        variables: { input: { members: members(500) } },
      }),
    ),
    expect: TOO_LARGE,
  },
  {
    name: 'the right to 5 MB without a credential',
    run: send(() => [
      post(
        JSON.stringify({
          query: 'mutation ($input: EnrollMembersInput!) { enrollMembers(input: $input) { outcomes { errors { code } } } }',
          variables: { input: { members: members(500) } },
        }),
      ),
    ]),
    expect: TOO_LARGE,
  },
  {
    name: 'a chunked body that never says how long it is, of 200 KB without a credential',
    run: send(() => [
      request('POST /graphql HTTP/1.1', { host: 'a', 'content-type': 'application/json', 'transfer-encoding': 'chunked' }),
      ...Array.from({ length: 200 }, () => `400\r\n${'x'.repeat(KB)}\r\n`),
      '0\r\n\r\n',
    ]),
    expect: TOO_LARGE,
  },
  {
    name: 'a gzip bomb in the body',
    run: sendBody(gzipSync(padded(10 * KB * KB)), { 'content-encoding': 'gzip' }),
    expect: { status: oneOf(400, 415) },
  },
  { name: 'no body at all', run: sendBody(''), expect: { status: 400 } },
  { name: 'an empty object', run: sendBody('{}'), expect: { status: 400 } },
  { name: 'a body that is null', run: sendBody('null'), expect: { status: 400 } },
  { name: 'a body that is a number', run: sendBody('7'), expect: { status: 400 } },
  { name: 'a body that is a string', run: sendBody('"{ viewer { name } }"'), expect: { status: 400 } },
  { name: 'a body that is cut off in the middle of JSON', run: sendBody(VIEWER.slice(0, 20)), expect: BAD },
  { name: 'bytes that are no UTF-8 as a body', run: sendBody(Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80])), expect: BAD },
  { name: 'a query in UTF-16', run: sendBody(Buffer.from(VIEWER, 'utf16le')), expect: BAD },
  {
    name: 'a byte order mark before the JSON',
    run: sendBody(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(VIEWER)])),
    expect: BAD,
  },
  { name: 'a million opening brackets of JSON', run: sendBody('['.repeat(100_000)), expect: BAD },
  {
    name: 'JSON nested 40,000 deep in the variables',
    run: sendBody(`{"query":"{ viewer { name } }","variables":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`),
    expect: { status: 200, code: null },
  },
  {
    name: 'a batch of two operations in an array',
    run: sendBody(`[${VIEWER},${VIEWER}]`),
    expect: { status: 400 },
  },
  { name: 'a batch of 10,000 operations', run: sendBody(`[${Array(3_000).fill(VIEWER).join()}]`), expect: { status: 400 } },
  { name: 'the query as an array', run: sendBody('{"query":["{ viewer { name } }"]}'), expect: { status: 400 } },
  { name: 'the query as an object', run: sendBody('{"query":{"$gt":""}}'), expect: { status: 400 } },
  { name: 'the variables as an array', run: sendBody('{"query":"{ viewer { name } }","variables":[1]}'), expect: { status: 400 } },
  { name: 'the variables as a string', run: sendBody('{"query":"{ viewer { name } }","variables":"{}"}'), expect: { status: 400 } },
  {
    name: 'the operation name as an object',
    run: sendBody('{"query":"{ viewer { name } }","operationName":{"a":1}}'),
    expect: { status: 400 },
  },
  { name: 'the extensions as a string', run: sendBody('{"query":"{ viewer { name } }","extensions":"x"}'), expect: { status: 400 } },
  {
    name: 'a persisted query of an attacker',
    run: sendBody(
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ec'.repeat(32) } }, query: '{ viewer { name } }' }),
    ),
    expect: { status: oneOf(200, 400), code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
  },
  { name: 'a document by an id that nobody knows', run: sendBody(`{"documentId":"sha256:${'0'.repeat(64)}"}`), expect: { status: 400 } },
  {
    name: 'the query twice in the JSON: the last one counts, here and behind',
    run: sendBody('{"query":"{ broken","query":"{ viewer { name } }"}'),
    expect: { status: 200, code: null },
  },
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/graphql', 'text/html', 'x'].map(
    (type): Attack => ({
      name: `a body of the type ${type}, which a foreign page may send`,
      run: sendBody(VIEWER, { 'content-type': type }),
      expect: WRONG_TYPE,
    }),
  ),
  { name: 'a body without a type', run: sendBody(VIEWER, { 'content-type': null }), expect: WRONG_TYPE },
  {
    name: 'a type that looks like JSON to a browser only',
    run: sendBody(VIEWER, { 'content-type': 'text/plain; application/json' }),
    expect: WRONG_TYPE,
  },
  {
    name: 'a request that says it is cut off: half a body, then the end',
    run: send(({ shop }) => [post(VIEWER, { key: shop.admin.key, headers: { 'content-length': VIEWER.length + 50 } }), 'FIN'], {
      untilClosed: true,
    }),
    expect: { isClosed: true },
  },
];
