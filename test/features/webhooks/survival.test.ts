import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type App, type Parts, startApp } from '../../../src/app.js';
import { readConfig } from '../../../src/config.js';
import { verify } from '../../../src/verify.js';
import * as api from '../../support/generated.js';
import { buy, Caller, createDatabase, dropDatabase, enroll, openShop } from '../../support/laurel.js';
import { eventually, Receiver } from '../../support/receiver.js';

const FAST = { tickMs: 20, retryAfterMs: Array(50).fill(40), jitter: 0, restMs: 5, restMsMax: 20 };

describe('webhooks survive', () => {
  let databaseUrl: string;
  let folder: string;
  let receiver: Receiver;
  let secret: string;
  const alarms: string[] = [];
  beforeEach(async () => {
    databaseUrl = await createDatabase();
    folder = await mkdtemp(join(tmpdir(), 'laurel-app-'));
    receiver = await Receiver.start();
    alarms.length = 0;
  });
  afterEach(async () => {
    await receiver.stop();
    await rm(folder, { recursive: true, force: true });
    await dropDatabase(databaseUrl);
  });

  const start = (webhooks: Parts['webhooks'] = FAST): Promise<App> => {
    const own = { port: 0, databaseUrl, dataDir: folder, isDemoWanted: false, rateLimitPerMinute: null, outboundAllow: ['127.0.0.1'] };
    return startApp({ ...readConfig({}), ...own }, (message) => alarms.push(message), { webhooks });
  };
  const caller = (app: App) => new Caller(app.url, secret);
  const openOn = async (app: App): Promise<Caller> => {
    const operator = new Caller(app.url, app.operatorKey);
    const input = { name: 'Test', currencyCode: 'USD', testClockAt: '2020-01-01T00:00:00Z' };
    secret = (await operator.run(api.CreateProgramDocument, { input })).createProgram?.secret as string;
    await openShop(caller(app));
    for (let i = 0; i < 8; i += 1) await enroll(caller(app), `m${i}`);
    return caller(app);
  };
  const endpointOn = async (shop: Caller, input: Partial<api.CreateWebhookEndpointInput> = {}) =>
    (
      await shop.run(api.CreateWebhookEndpointDocument, {
        input: { url: receiver.url, filter: { kinds: ['ACTIVITY_RECORDED'] }, ...input },
      })
    ).createWebhookEndpoint?.webhookEndpoint?.id as string;
  const buyMany = async (shop: Caller, count: number): Promise<string[]> => {
    const ids: string[] = [];
    await Promise.all(
      Array.from({ length: count }, async (_, i) => {
        const { entry } = await buy(shop, `m${i % 8}`, '1');
        ids.push(entry?.id as string);
      }),
    );
    return ids.sort();
  };
  const pending = async (app: App) => Number((await app.services.reads.query('select count(*) from webhook_deliveries')).rows[0].count);
  const got = () => [...new Set(receiver.entryIds)].sort();
  const close = async (...apps: App[]) => {
    for (const app of apps) expect((await verify(app.services.reads)).differences).toEqual([]);
    for (const app of apps) await app.stop();
    expect(alarms.filter((each) => /ALARM|webhooks failed/.test(each))).toEqual([]);
  };

  test('a restart in the middle: every entry arrives, also what was written just before and after it', async () => {
    let app = await start();
    const shop = await openOn(app);
    await endpointOn(shop);
    receiver.answer = (response) => setTimeout(() => response.writeHead(204).end(), 20);
    const ids: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      ids.push(...(await buyMany(caller(app), 40)));
      await app.stop();
      app = await start();
      ids.push(...(await buyMany(caller(app), 10)));
    }
    await eventually(() => got().length === ids.length, 'all entries');
    expect(got()).toEqual(ids.sort());
    await close(app);
  });

  test('a receiver that is away during a restart gets everything when it is back', async () => {
    let app = await start();
    const shop = await openOn(app);
    await endpointOn(shop);
    receiver.answer = (response) => void response.destroy();
    const ids = await buyMany(shop, 30);
    await eventually(async () => (await pending(app)) === 30, 'all collected');
    await app.stop();
    receiver.answer = (response) => void response.writeHead(204).end();
    receiver.received.length = 0;
    app = await start();
    await eventually(() => got().length === 30, 'all entries');
    expect(got()).toEqual(ids);
    await close(app);
  });

  test('two processes share the work: each delivery once, none at the same time, limits over both', async () => {
    const [one, two] = [await start(), await start()];
    const shop = await openOn(one);
    await endpointOn(shop);
    let count = 0;
    receiver.answer = (response) => setTimeout(() => response.writeHead((count += 1) % 7 === 0 ? 500 : 204).end(), 5);
    const ids = [...(await buyMany(shop, 100)), ...(await buyMany(caller(two), 100))].sort();
    await eventually(async () => got().length === 200 && (await pending(one)) === 0, 'all entries');
    expect(got()).toEqual(ids);
    expect(receiver.sameInFlightMax).toBe(1);
    expect(receiver.inFlightMax).toBeLessThanOrEqual(8);
    // What was answered with success was not sent again.
    expect(receiver.received.length).toBe(200 + Math.floor(receiver.received.length / 7));
    await close(one, two);
  });

  test('a replay sends what lies between two cursors again, in the background and over a restart', async () => {
    let app = await start({ ...FAST, tickMs: 100_000 });
    const shop = await openOn(app);
    const before = await buyMany(shop, 5);
    const { feedInfo } = await shop.run(api.FeedInfoDocument, {});
    const ids = await buyMany(shop, 60);
    const until = (await shop.run(api.FeedInfoDocument, {})).feedInfo?.headCursor as string;
    await buyMany(shop, 5);
    const endpoint = await endpointOn(shop);
    const replay = async (after: string, end?: string) =>
      (await caller(app).run(api.ReplayWebhookDocument, { input: { endpoint, after, ...(end && { until: end }) } })).replayWebhook;
    expect((await replay('nonsense'))?.errors).toMatchObject([{ path: ['after'] }]);
    receiver.answer = (response) => setTimeout(() => response.writeHead(204).end(), 10);
    expect((await replay(feedInfo?.headCursor as string, until))?.errors).toEqual([]);
    await app.stop();
    app = await start();
    await eventually(() => got().length === 60, 'all of the replay');
    expect(got()).toEqual(ids);
    expect(got().some((id) => before.includes(id))).toBe(false);
    const isReplaying = async () => (await caller(app).run(api.WebhookEndpointsDocument, {})).webhookEndpoints?.[0]?.isReplaying;
    await eventually(async () => !(await isReplaying()), 'its end');
    // A cursor from a payload does as well; the same entries come under new ids.
    const last = receiver.received.at(-1)?.body.data.cursor as string;
    const [requests, known] = [receiver.received.length, new Set(receiver.received.map(({ id }) => id))];
    expect((await replay(feedInfo?.headCursor as string))?.errors).toEqual([]);
    await eventually(() => receiver.received.length === requests + 65, 'once more');
    expect(receiver.received.slice(requests).some(({ id }) => known.has(id))).toBe(false);
    expect((await replay(last))?.errors).toEqual([]);
    await eventually(async () => !(await isReplaying()) && (await pending(app)) === 0, 'the third');
    await close(app);
  });

  test('cursors of another programme or stream are refused', async () => {
    const app = await start();
    const other = await openOn(app);
    const theirs = (await other.run(api.FeedInfoDocument, {})).feedInfo?.headCursor as string;
    const shop = await openOn(app);
    const endpoint = await endpointOn(shop);
    const { replayWebhook } = await shop.run(api.ReplayWebhookDocument, { input: { endpoint, after: theirs } });
    expect(replayWebhook?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['after'] }]);
    await close(app);
  });
});
