import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, openShop, TestLaurel } from '../../support/laurel.js';
import { type Answer, eventually, Receiver } from '../../support/receiver.js';

const RETRY_AFTER_MS = [30, 60, 90];
const TRIES = RETRY_AFTER_MS.length + 1;

const fail500 = (response: ServerResponse) => void response.writeHead(500).end('no');
const FAILURES: Record<string, { answer: Answer; status: number | null; error: RegExp }> = {
  'answers 500': { answer: fail500, status: 500, error: /answered 500/ },
  'answers with a redirect': {
    answer: (response) => void response.writeHead(302, { location: '/elsewhere' }).end(),
    status: 302,
    error: /answered 302/,
  },
  'never answers': { answer: () => {}, status: null, error: /No whole answer within 300 ms/ },
  'drips its answer': {
    answer: (response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    },
    status: null,
    error: /No whole answer within 300 ms/,
  },
  'resets the connection': { answer: (response) => void response.socket?.resetAndDestroy(), status: null, error: /connection failed/ },
  'answers without end': {
    answer: (response) => void response.writeHead(200).end('x'.repeat(200_000)),
    status: null,
    error: /longer than/,
  },
  'speaks no HTTP': { answer: (response) => void response.socket?.end('nonsense\r\n\r\n'), status: null, error: /connection failed/ },
};

describe('deliveries that fail', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let receiver: Receiver;
  beforeAll(async () => {
    const webhooks = { tickMs: 10, retryAfterMs: RETRY_AFTER_MS, jitter: 0, restMs: 5, restMsMax: 10 };
    laurel = await TestLaurel.start({ outboundAllow: ['127.0.0.0/8'] }, { webhooks, outbound: { timeoutMs: 300 } });
  });
  afterAll(() => laurel.stop());
  beforeEach(async () => {
    receiver = await Receiver.start();
    shop = await laurel.program();
    await openShop(shop);
    await enroll(shop, 'ann');
  });
  afterEach(() => receiver.stop());

  const endpoint = async (url = receiver.url, kinds: api.JournalEntryKind[] = ['ACTIVITY_RECORDED']) => {
    const { createWebhookEndpoint } = await shop.run(api.CreateWebhookEndpointDocument, { input: { url, filter: { kinds } } });
    return createWebhookEndpoint?.webhookEndpoint?.id as string;
  };
  const deliveries = async (status: api.WebhookDeliveryStatus | null = null, first = 100, after: string | null = null) => {
    const { webhookEndpoints } = await shop.run(api.WebhookDeliveriesDocument, { status, first, after });
    return (webhookEndpoints ?? []).flatMap((each) => each.deliveries.nodes);
  };
  const endpoints = async () => (await shop.run(api.WebhookEndpointsDocument, {})).webhookEndpoints ?? [];
  const dead = (count: number) => async () => (await deliveries('DEAD')).length === count;

  test.each(Object.entries(FAILURES))('a receiver that %s, and then recovers', async (_, { answer, status, error }) => {
    receiver.answer = answer;
    await endpoint();
    await buy(shop, 'ann', '1');
    await eventually(async () => ((await deliveries('PENDING'))[0]?.attempts ?? 0) >= 1, 'a failure is listed');
    const [first] = await deliveries();
    expect(first).toMatchObject({ kind: 'ACTIVITY_RECORDED', lastStatusCode: status, lastError: expect.stringMatching(error) });
    expect(await endpoints()).toMatchObject([{ isEnabled: true, failingSince: expect.anything() }]);
    receiver.answer = (response) => void response.writeHead(200).end('ok');
    await eventually(async () => (await deliveries()).length === 0, 'it is delivered');
    expect(new Set(receiver.received.map(({ id, path }) => `${id} ${path}`)).size).toBe(1);
    expect(await endpoints()).toMatchObject([{ failingSince: null }]);
  });

  test('after the last try it is a dead letter, listed, and tried again on request', async () => {
    receiver.answer = fail500;
    const id = await endpoint();
    for (let i = 0; i < 5; i += 1) await buy(shop, 'ann', '1');
    await eventually(dead(5), 'five dead letters');
    const letters = await deliveries('DEAD');
    expect(letters.every(({ attempts, nextAttemptAt }) => attempts === TRIES && nextAttemptAt === null)).toBe(true);
    expect(receiver.received).toHaveLength(5 * TRIES);
    const { webhookEndpoints } = await shop.run(api.WebhookDeliveriesDocument, { first: 2 });
    const page = webhookEndpoints?.[0]?.deliveries;
    expect(page?.pageInfo.hasNextPage).toBe(true);
    expect((await deliveries(null, 100, page?.pageInfo.endCursor)).map((each) => each.id)).toEqual(letters.slice(2).map((each) => each.id));
    receiver.answer = (response) => void response.writeHead(204).end();
    const retry = async (chosen?: string[]) => {
      const input = { endpoint: id, ...(chosen && { deliveries: chosen }) };
      return (await shop.run(api.RetryWebhookDeliveriesDocument, { input })).retryWebhookDeliveries?.count;
    };
    expect(await retry([letters[0]?.id as string])).toBe(1);
    await eventually(dead(4), 'one is delivered');
    expect(await retry()).toBe(4);
    await eventually(dead(0), 'all are delivered');
    // Each kept its id, so that a receiver that had taken it could tell.
    expect(new Set(receiver.received.map((each) => each.id)).size).toBe(5);
  });

  test('410 disables the endpoint, which is told and noted; enabled again, it goes on', async () => {
    receiver.answer = (response) => void response.writeHead(410).end();
    const id = await endpoint();
    await buy(shop, 'ann', '1');
    await eventually(async () => (await endpoints())[0]?.isEnabled === false, 'disabled');
    expect(await endpoints()).toMatchObject([{ disabledReason: 'GONE' }]);
    const { journal } = await shop.run(api.JournalDocument, { first: 500 });
    expect(journal?.items.find(({ entry }) => entry.kind === 'WEBHOOK_ENDPOINT_DISABLED')?.entry.actor).toBe('system');
    const before = receiver.received.length;
    await buy(shop, 'ann', '2');
    const behind = 'select 1 from reactor_positions p join lanes l using (lane) where p.position < l.position';
    await eventually(async () => (await laurel.app.services.reads.query(behind)).rows.length === 0, 'the reactor has passed it over');
    receiver.answer = (response) => void response.writeHead(204).end();
    await shop.run(api.UpdateWebhookEndpointDocument, { input: { id, isEnabled: true } });
    await eventually(async () => (await deliveries()).length === 0, 'what was pending is sent');
    // What was written while it was disabled is for a replay.
    expect(receiver.received.length - before).toBe(1);
  });

  test('Retry-After of 429 and 503 holds everything back', async () => {
    receiver.answer = (response) => void response.writeHead(429, { 'retry-after': '1' }).end();
    await endpoint();
    const start = Date.now();
    await buy(shop, 'ann', '1');
    await buy(shop, 'ann', '1');
    await eventually(() => receiver.received.length === 1, 'one try');
    receiver.answer = (response) => void response.writeHead(204).end();
    await eventually(async () => (await deliveries()).length === 0 && receiver.received.length >= 3, 'both are delivered');
    expect(Date.now() - start).toBeGreaterThan(950);
  });

  test('a dead endpoint does not delay another', async () => {
    const slow = await Receiver.start();
    slow.answer = () => {};
    await endpoint(slow.url);
    await endpoint();
    const start = Date.now();
    for (let i = 0; i < 20; i += 1) await buy(shop, 'ann', '1');
    await eventually(() => receiver.received.length === 20, 'all 20');
    expect(Date.now() - start).toBeLessThan(3_000);
    await slow.stop();
  });

  test('at most eight requests are under way at an endpoint, those of one member one after the other and in order', async () => {
    const members = Array.from({ length: 12 }, (_, i) => `m${i}`);
    for (const each of members) await enroll(shop, each);
    receiver.answer = (response) => setTimeout(() => response.writeHead(204).end(), 15);
    await endpoint();
    for (let i = 0; i < 5; i += 1) await Promise.all(members.map((each) => buy(shop, each, '1')));
    await eventually(() => receiver.received.length === 60, 'all 60');
    expect(receiver.inFlightMax).toBeGreaterThan(1);
    expect(receiver.inFlightMax).toBeLessThanOrEqual(8);
    for (const each of Map.groupBy(receiver.received, ({ body }) => body.data.streamId).values()) {
      const numbers = each.map(({ body }) => body.data.number);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });

  test('a list of deliveries costs as many statements for ten as for one', async () => {
    receiver.answer = fail500;
    await endpoint();
    await buy(shop, 'ann', '1');
    await eventually(dead(1), 'one');
    const count = async () => {
      // What is read afresh once a second is read before.
      await deliveries('DEAD', 10);
      return laurel.countStatements(() => deliveries('DEAD', 10));
    };
    const one = await count();
    for (let i = 0; i < 9; i += 1) await buy(shop, 'ann', '1');
    await eventually(dead(10), 'ten');
    expect(Math.min(await count(), await count())).toBe(one);
  });
});

describe('an endpoint that fails while much waits for it', () => {
  test('is disabled, and loses nothing that was collected', async () => {
    const receiver = await Receiver.start();
    receiver.answer = fail500;
    const webhooks = { tickMs: 10, retryAfterMs: Array(1_000).fill(20), jitter: 0, restMs: 5, restMsMax: 10, backlogMax: 20 };
    const laurel = await TestLaurel.start({ outboundAllow: ['127.0.0.1'] }, { webhooks });
    const shop = await laurel.program();
    await openShop(shop);
    const input = { url: receiver.url, filter: { kinds: ['MEMBER_ENROLLED' as const] } };
    const { createWebhookEndpoint } = await shop.run(api.CreateWebhookEndpointDocument, { input });
    const members = Array.from({ length: 30 }, (_, i) => ({ externalId: `m${i}` }));
    await shop.run(api.EnrollMembersDocument, { input: { members } });
    const endpoints = async () => (await shop.run(api.WebhookEndpointsDocument, {})).webhookEndpoints ?? [];
    await eventually(async () => (await endpoints())[0]?.isEnabled === false, 'disabled');
    expect(await endpoints()).toMatchObject([{ disabledReason: 'BACKLOG' }]);
    receiver.answer = (response) => void response.writeHead(204).end();
    receiver.received.length = 0;
    const id = createWebhookEndpoint?.webhookEndpoint?.id as string;
    await shop.run(api.UpdateWebhookEndpointDocument, { input: { id, isEnabled: true } });
    await eventually(() => new Set(receiver.entryIds).size === 30, 'all 30');
    await laurel.stop();
    await receiver.stop();
  });
});

describe('an endpoint that only fails', () => {
  test('is disabled in the end, with the reason', async () => {
    const receiver = await Receiver.start();
    receiver.answer = fail500;
    const webhooks = { tickMs: 10, retryAfterMs: Array(50).fill(20), jitter: 0, restMs: 5, restMsMax: 10, disableAfterMs: 200 };
    const laurel = await TestLaurel.start({ outboundAllow: ['127.0.0.1'] }, { webhooks });
    const shop = await laurel.program();
    await shop.run(api.CreateWebhookEndpointDocument, { input: { url: receiver.url } });
    await enroll(shop, 'ann');
    const endpoints = async () => (await shop.run(api.WebhookEndpointsDocument, {})).webhookEndpoints ?? [];
    await eventually(async () => (await endpoints())[0]?.isEnabled === false, 'disabled');
    expect(await endpoints()).toMatchObject([{ disabledReason: 'FAILING' }]);
    await laurel.stop();
    await receiver.stop();
  });
});
