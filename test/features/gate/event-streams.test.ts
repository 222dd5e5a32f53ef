import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { EventFlow, writeEvents } from '../../../src/server/event-flow.js';
import { StreamCaller } from '../../support/event-stream.js';
import * as api from '../../support/generated.js';
import { type Caller, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';

const JOURNAL = 'subscription { journal { __typename ... on JournalChange { number entry { kind } } } }';
const OF_SLOW = `subscription { balanceChanged(member: { externalId: "slow" }) { ... on BalanceSnapshot { number } ... on BalanceChange { number } } }`;
const STREAM = '/graphql/stream';

describe('event streams', () => {
  let laurel: TestLaurel;
  let there: TestLaurel;
  let shop: Caller;
  let caller: StreamCaller;
  beforeAll(async () => {
    laurel = await TestLaurel.start({ corsOrigins: ['https://shop.example'], metricsPort: 0 });
    there = await TestLaurel.start({ databaseUrl: laurel.databaseUrl });
    shop = await laurel.program();
    await openShop(shop);
    caller = new StreamCaller(`${laurel.url}/stream`, `Bearer ${shop.secret}`);
  });
  afterAll(async () => {
    await there.stop();
    await laurel.stop();
  });
  const metric = async (name: string) => {
    const text = await (await fetch(laurel.app.metricsUrl as string)).text();
    return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
  };
  const codeOf = (payload: { errors?: { extensions: { code: string } }[] } | undefined) => payload?.errors?.[0]?.extensions.code;

  test.each([false, true])('give a stock client what a socket gives (single connection: %s)', async (singleConnection) => {
    const client = createClient({
      url: caller.url,
      headers: { authorization: `Bearer ${shop.secret}` },
      singleConnection,
      retryAttempts: 0,
    });
    const items = client.iterate<{ journal: { number: number; entry?: { kind: string } } }>({ query: JOURNAL });
    await items.next();
    await enroll(shop, `by-sse-${singleConnection}`);
    const { value } = await items.next();
    expect(value?.data).toMatchObject({ journal: { number: 1, entry: { kind: 'MEMBER_ENROLLED' } } });
    expect(await metric('laurel_open_streams')).toBe(1);
    client.dispose();
    for (let i = 0; (await metric('laurel_open_streams')) > 0 && i < 100; i += 1) await sleep(20);
    // Its reader left, as readers do.
    expect(await metric('laurel_request_duration_seconds_count\\{operation="\\w+",status="499"\\}')).toBeNaN();
    expect([await metric('laurel_open_streams'), await metric('laurel_feed_followers')]).toEqual([0, 0]);
  });

  test('refuse what HTTP refuses, with the same codes', async () => {
    const token = await caller.reserve();
    const costly = `subscription { balanceChanged(member: { externalId: "one" }) { ... on BalanceSnapshot { wallets { lots(first: 100000) { remaining } } } } }`;
    for (const [query, code] of [
      [`subscription { journal ${'{ a '.repeat(15)}${'}'.repeat(15)} }`, 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { journal', 'GRAPHQL_PARSE_FAILED'],
      ['{ viewer { name } }', 'BAD_REQUEST'],
      ['mutation { goLive { errors { code } } }', 'BAD_REQUEST'],
      [costly, 'COST_LIMIT_EXCEEDED'],
    ] as const) {
      const reader = await caller.distinct({ query });
      await reader.over;
      const answer = (await (await caller.operate(token, '1', { query })).json()) as Parameters<typeof codeOf>[0];
      expect([codeOf(reader.payloads()[0]), codeOf(answer)]).toEqual([code, code]);
    }
    const forged = await caller.distinct({ query: 'subscription { journal(after: "AAAA") { __typename } }' });
    await forged.over;
    expect(codeOf(forged.payloads()[0])).toBe('BAD_USER_INPUT');
  });

  test('charge every operation to the same bucket', async () => {
    const limited = await TestLaurel.start({ rateLimitPerMinute: 100 });
    const one = await limited.program();
    const streams = new StreamCaller(`${limited.url}/stream`, `Bearer ${one.secret}`);
    const token = await streams.reserve();
    while ((await one.ask('{ viewer { name } }')).data);
    for (const refused of [await streams.operate(token, '1', { query: JOURNAL }), await streams.fetch('', 'PUT')])
      expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    const reader = await streams.distinct({ query: JOURNAL });
    await reader.over;
    expect(codeOf(reader.payloads()[0])).toBe('RATE_LIMITED');
    await limited.stop();
  });

  test('carry 20 subscriptions a connection', async () => {
    const token = await caller.reserve();
    const reader = await caller.open(token);
    const operate = async (i: number) => (await caller.operate(token, `${i}`, { query: JOURNAL })).status;
    const statuses = await Promise.all(Array.from({ length: 25 }, (_, i) => operate(i)));
    expect(statuses.filter((status) => status === 202)).toHaveLength(20);
    expect(statuses.filter((status) => status === 400)).toHaveLength(5);
    await caller.complete(token, `${statuses.indexOf(202)}`);
    // Its place is free when it has ended.
    for (let i = 0; (await operate(99)) !== 202; i += 1) expect(i).toBeLessThan(50);
    reader.leave();
  });

  test('let only pages of their own and listed origins in', async () => {
    const from = (origin: string) => caller.fetch('', 'PUT', { headers: { origin } });
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await from('null')).status).toBe(403);
    expect((await from(new URL(laurel.url).origin)).status).toBe(201);
    const listed = await from('https://shop.example');
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([201, 'https://shop.example']);
    const preflight = await caller.fetch('', 'OPTIONS', {
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'DELETE' },
    });
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-graphql-event-stream-token');
    const reader = await caller.distinct({ query: JOURNAL }, { origin: 'https://shop.example' });
    expect(reader.response.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    reader.leave();
  });

  test('end with the right to them, though nothing happens, and say why', async () => {
    const { createApiKey } = await shop.run(api.CreateApiKeyDocument, { input: { name: 'k', scopes: ['members:read'] } });
    const streams = new StreamCaller(`${there.url}/stream`, `Bearer ${createApiKey?.secret}`);
    const distinct = await streams.distinct({ query: JOURNAL });
    const token = await streams.reserve();
    const single = await streams.open(token);
    await streams.operate(token, '1', { query: JOURNAL });
    await Promise.all([distinct, single].map((reader) => reader.until(({ length }) => length === 1)));
    await shop.run(api.RevokeApiKeyDocument, { input: { id: createApiKey?.apiKey?.id as string } });
    const startedAt = performance.now();
    for (const reader of [distinct, single]) {
      await reader.over;
      expect(reader.events.map(({ event }) => event)).toEqual(['next', 'next', 'complete']);
    }
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect([codeOf(distinct.payloads()[1]), codeOf(single.payloads('1')[1])]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect((await streams.operate(token, '2', { query: JOURNAL })).status).toBe(404);
  });

  test('end at the instant at which their credential does', async () => {
    const expiresAt = Date.now() + 1_000;
    const input = { name: 'k', scopes: ['members:read'], expiresAt: new Date(expiresAt).toISOString() };
    const { createApiKey } = await shop.run(api.CreateApiKeyDocument, { input });
    const streams = new StreamCaller(`${there.url}/stream`, `Bearer ${createApiKey?.secret}`);
    const reader = await streams.distinct({ query: JOURNAL });
    await reader.over;
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt);
    expect(Date.now()).toBeLessThan(expiresAt + 1_000);
    expect(codeOf(reader.payloads()[1])).toBe('UNAUTHENTICATED');
  });

  test('give a reservation away that nobody comes for', async () => {
    const token = await caller.reserve();
    await caller.operate(token, '1', { query: JOURNAL });
    await sleep(10_500);
    expect((await caller.operate(token, '2', { query: JOURNAL })).status).toBe(404);
    expect(await metric('laurel_feed_followers')).toBe(0);
  }, 15_000);

  test('hold nothing for a reader that does not read, and lose nothing', async () => {
    await enroll(shop, 'slow');
    const { hostname, port } = new URL(laurel.url);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ query: OF_SLOW });
    const head = [
      `POST ${STREAM} HTTP/1.1`,
      `host: ${hostname}:${port}`,
      `authorization: Bearer ${shop.secret}`,
      'accept: text/event-stream',
      'content-type: application/json',
      `content-length: ${body.length}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    let text = '';
    socket.on('data', (data) => (text += String(data)));
    while (!text.includes('event: next')) await sleep(10);
    socket.pause();
    for (let round = 0; round < 4; round += 1) {
      const activities = Array.from({ length: 500 }, () => ({
        member: { externalId: 'slow' },
        idempotencyKey: newKey(),
        purchase: { amount: '1' },
      }));
      await shop.run(api.RecordActivitiesDocument, { input: { activities } });
    }
    socket.resume();
    while (!text.includes('"number":2004')) await sleep(20);
    socket.destroy();
    const numbers = [...text.matchAll(/"number":(\d+)/g)].map(([, number]) => Number(number));
    // The three changes of tier on the way moved no points.
    expect([numbers.length, numbers.every((number, i) => i === 0 || number > (numbers[i - 1] as number))]).toEqual([2_001, true]);
  });

  test('have one event on its way, and no more', async () => {
    const flow = new EventFlow();
    let sent = 0;
    const sending = Array.from({ length: 5 }, () => flow.turn().then(() => (sent += 1)));
    await sleep(10);
    expect(sent).toBe(1);
    flow.taken();
    await sleep(10);
    expect(sent).toBe(2);
    flow.end();
    await Promise.all(sending);
    await flow.turn();
  });

  test('are cut off when nothing is taken for 20 seconds', async () => {
    jest.useFakeTimers();
    try {
      let isCut = false;
      let took: (error?: Error) => void = () => {};
      const response = {
        writable: true,
        write: (_text: string, callback: (error?: Error) => void) => (took = callback),
        destroy: () => {
          isCut = true;
          took(new Error('gone'));
        },
      } as unknown as ServerResponse;
      const taken = writeEvents(response, 'a');
      took();
      expect(await taken).toBe(true);
      const stalled = writeEvents(response, 'b');
      jest.advanceTimersByTime(19_000);
      expect(isCut).toBe(false);
      jest.advanceTimersByTime(2_000);
      expect([isCut, await stalled]).toEqual([true, false]);
    } finally {
      jest.useRealTimers();
    }
  });

  test('are cut off when the process goes, so that a client comes back', async () => {
    const going = await TestLaurel.start({ databaseUrl: laurel.databaseUrl });
    const reader = await new StreamCaller(`${going.url}/stream`, `Bearer ${shop.secret}`).distinct({ query: JOURNAL });
    await reader.until(({ length }) => length === 1);
    const cut = expect(reader.over).rejects.toThrow();
    await going.stop();
    await cut;
    expect(reader.events.map(({ event }) => event)).toEqual(['next']);
  });
});
