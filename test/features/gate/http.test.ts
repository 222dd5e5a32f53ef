import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';
import { raw } from '../../support/raw.js';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly code: string | undefined;
  readonly text: string;
  readonly extensions: Record<string, Record<string, unknown>>;
}

describe('the gate by HTTP', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start({ isIntrospectionOn: false, corsOrigins: ['https://shop.example'] });
    shop = await laurel.program();
    await openShop(shop);
    await enroll(shop, 'one');
  });
  afterAll(() => laurel.stop());

  async function send(
    body: unknown,
    init: { secret?: string | null; path?: string; method?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { secret = shop.secret, path = '/graphql', method = 'POST', headers = {} } = init;
    const response = await fetch(new URL(path, laurel.url), {
      method,
      headers: { 'content-type': 'application/json', ...(secret && { authorization: `Bearer ${secret}` }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    let answer: { errors?: { extensions: { code: string } }[]; extensions?: Answer['extensions'] } = {};
    try {
      answer = JSON.parse(text) as typeof answer;
    } catch {}
    return {
      status: response.status,
      headers: response.headers,
      code: answer.errors?.[0]?.extensions.code,
      text,
      extensions: answer.extensions ?? {},
    };
  }

  test('an operation that costs too much is refused with the figures, before it runs', async () => {
    const query = 'query ($n: Int) { members(first: $n) { nodes { journal(first: 100) { nodes { changes { amount } } } } } }';
    const answer = await shop.ask(query, { n: 100 });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'COST_LIMIT_EXCEEDED', cost: 30_201, maximum: 10_000 } }]);
    expect((await send({ query, variables: { n: 100 } })).status).toBe(400);
    expect(await send({ query, variables: { n: 10 } })).toMatchObject({
      status: 200,
      extensions: { cost: { requested: 3_021, maximum: 10_000 } },
    });
  });

  test('odd variables neither break nor pass the count', async () => {
    const query = 'query ($n: Int) { members(first: $n) { nodes { id } } }';
    for (const n of [{ gt: 1 }, '5', true, [1], 1.5])
      expect(await send({ query, variables: { n } })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await send(`{"query":${JSON.stringify(query)},"variables":{"n":1e999}}`)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await send({ query, variables: { n: null } })).toMatchObject({ status: 200, extensions: { cost: { requested: 21 } } });
    expect(await send({ query, variables: [] })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test('long bodies are for bulk mutations of a known caller', async () => {
    const long = 'x'.repeat(150 * 1024);
    const activities = Array.from({ length: 500 }, () => ({
      member: { externalId: 'one' },
      idempotencyKey: newKey(),
      purchase: { amount: '1', items: [{ name: 'y'.repeat(400), quantity: 1 }] },
    }));
    const bulk = 'mutation ($input: RecordActivitiesInput!) { recordActivities(input: $input) { outcomes { errors { code } } } }';
    const recorded = await send({ query: bulk, variables: { input: { activities } } });
    expect(recorded).toMatchObject({ status: 200, code: undefined });
    for (const [query, secret] of [
      ['{ viewer { name } }', shop.secret],
      [bulk.replace(/}$/, 'goLive { errors { code } } }'), shop.secret],
      [bulk, null],
      [bulk, 'lrl_unknown-unknown-unknown-unknown'],
    ] as const) {
      const answer = await send({ query, variables: { input: { activities } }, extensions: { long } }, { secret }).catch(() => null);
      // A client that is still sending may be cut off before it reads the answer.
      if (answer) expect(answer).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    }
    const { text } = await raw(laurel.url, [
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 200000\r\n\r\n{"query":"',
    ]);
    expect(text).toMatch(/^HTTP\/1.1 413 /);
    expect(text).toContain('PAYLOAD_TOO_LARGE');
  }, 20_000);

  test('what is no GraphQL is answered in its form, and tells nothing', async () => {
    const answers = [
      [await send('{"query":'), 400, 'BAD_REQUEST'],
      [await send([{ query: '{ viewer { name } }' }]), 400, 'BAD_REQUEST'],
      [await send({ query: 'subscription { journal { __typename } }' }), 400, 'BAD_REQUEST'],
      [await send('query=x', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
      [await send('{}', { headers: { 'content-type': 'text/plain' } }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
      [await send({}, { path: '/secret' }), 404, 'NOT_FOUND'],
      [await send({}, { path: '/livez' }), 405, 'METHOD_NOT_ALLOWED'],
      [await send({}, { method: 'DELETE' }), 405, 'METHOD_NOT_ALLOWED'],
      [await send(undefined, { path: '/%zz', method: 'GET' }), 400, 'BAD_REQUEST'],
      [await send({ query: '{ __schema { types { name } } }' }), 400, 'GRAPHQL_VALIDATION_FAILED'],
      [await send({ query: '{ viewer { nam } }' }), 400, 'GRAPHQL_VALIDATION_FAILED'],
      [await send({ query: '{ viewer { name ' }), 400, 'GRAPHQL_PARSE_FAILED'],
      [await send({ query: 'query A { viewer { name } } query B { viewer { name } }' }), 400, 'OPERATION_RESOLUTION_FAILURE'],
      [await send({ documentId: `sha256:${'0'.repeat(64)}` }), 400, 'DOCUMENT_NOT_FOUND'],
    ] as const;
    for (const [answer, status, code] of answers) {
      expect([answer.text, answer.status, answer.code]).toEqual([answer.text, status, code]);
      expect(answer.text).not.toMatch(/did you mean|fastify|apollo|node_modules|\bat \w|v?\d+\.\d+\.\d+/i);
      expect(answer.headers.get('content-type')).toContain('application/json');
      for (const banner of ['x-powered-by', 'server']) expect(answer.headers.get(banner)).toBeNull();
    }
    const persisted = await send({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } });
    expect(persisted.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    const { text } = await raw(laurel.url, ['nonsense\r\n\r\n']);
    expect(text).toMatch(/^HTTP\/1.1 400 [\s\S]*"errors":\[/);
  });

  test('a page of another site gets nothing by the cookies or the network of its visitor', async () => {
    const simple = await send(undefined, {
      path: '/graphql?query={viewer{name}}',
      method: 'GET',
      headers: { 'content-type': 'text/plain' },
    });
    expect(simple.status).toBe(400);
    const landing = await send(undefined, { method: 'GET', headers: { accept: 'text/html' } });
    expect(landing.headers.get('content-type')).not.toContain('html');
    const listed = await send({ query: '{ viewer { name } }' }, { headers: { origin: 'https://shop.example' } });
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    const other = await send({ query: '{ viewer { name } }' }, { headers: { origin: 'https://evil.example' } });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    expect(other.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(other.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('the gate costs the ordinary path little', async () => {
    const start = performance.now();
    for (let i = 0; i < 50; i += 1) await buy(shop, 'one', '1');
    expect((performance.now() - start) / 50).toBeLessThan(200);
    expect((await shop.run(api.RateLimitDocument, {})).rateLimit).toBeNull();
  });
});
