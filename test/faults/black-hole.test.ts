import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import * as api from '../support/generated.js';
import { buy, type Caller, createDatabase, dropDatabase, enroll, newKey, openShop, TestLaurel } from '../support/laurel.js';
import { RawSocket } from '../support/sockets.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const ANSWERED_MS = 8_000;

describe('a database that accepts connections and answers nothing', () => {
  let direct: string;
  let proxy: TcpProxy;
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    direct = await createDatabase();
    const { hostname, port } = new URL(direct);
    proxy = await TcpProxy.start(() => ({ host: hostname, port: Number(port || 5432) }));
    const through = new URL(direct);
    through.hostname = '127.0.0.1';
    through.port = String(proxy.port);
    laurel = await TestLaurel.start({ databaseUrl: through.toString() });
    shop = await laurel.program();
    await openShop(shop);
    await enroll(shop, 'one');
  });
  afterAll(async () => {
    await laurel.stop();
    await proxy.stop();
    await dropDatabase(direct);
  });

  const timed = async <T>(work: Promise<T>): Promise<{ result: T; ms: number }> => {
    const start = performance.now();
    return { result: await work, ms: performance.now() - start };
  };
  const ready = async () => (await fetch(new URL('/readyz', laurel.url))).status;
  const live = async () => (await fetch(new URL('/livez', laurel.url))).status;

  test('leaves nobody without an answer, and is forgotten when it comes back', async () => {
    const socket = await RawSocket.known(laurel.url, shop.secret);
    const input = { member: { externalId: 'one' }, idempotencyKey: newKey(), purchase: { amount: '5' } };
    await buy(shop, 'one', '1');
    proxy.swallow();
    const [query, mutation, subscription, newcomer, readiness, liveness] = await Promise.all([
      timed(shop.ask(api.MemberDocument, { ref: { externalId: 'one' } })),
      timed(shop.ask(api.RecordActivityDocument, { input })),
      timed(
        Promise.race([
          socket.subscribe('1', { query: print(api.BalanceChangedDocument), variables: { member: { externalId: 'one' } } }),
          socket.closed,
        ]),
      ),
      timed(
        RawSocket.open(laurel.url).then((opened) => {
          opened.send({ type: 'connection_init', payload: { authorization: 'Bearer lrl_not-seen-before-not-seen-before' } });
          return opened.closed;
        }),
      ),
      timed(ready()),
      timed(live()),
    ]);
    for (const { ms } of [query, mutation, subscription, newcomer]) expect(ms).toBeLessThan(ANSWERED_MS);
    expect(mutation.result.errors).toMatchObject([
      { message: expect.stringContaining('same idempotencyKey'), extensions: { code: 'TIMEOUT' } },
    ]);
    expect(query.result.errors?.[0]?.extensions.code).toMatch(/TIMEOUT|INTERNAL_SERVER_ERROR/);
    expect(JSON.stringify(subscription.result)).toMatch(/TIMEOUT|INTERNAL_SERVER_ERROR/);
    expect(newcomer.result.code).toBe(1013);
    expect(readiness).toMatchObject({ result: 503, ms: expect.any(Number) });
    expect(readiness.ms).toBeLessThan(2_000);
    expect(liveness.result).toBe(200);

    proxy.forward();
    const until = Date.now() + 15_000;
    while ((await ready()) !== 200 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await ready()).toBe(200);
    // The outcome was unknown; the same key tells it, and it counted once.
    let again = await shop.ask(api.RecordActivityDocument, { input });
    while (again.errors && Date.now() < until) again = await shop.ask(api.RecordActivityDocument, { input });
    expect(again.data.recordActivity?.errors).toEqual([]);
    const { member } = await shop.run(api.MemberDocument, { ref: { externalId: 'one' } });
    expect(member?.wallets).toMatchObject([{ active: 6 }]);
    expect(
      await socket.subscribe('2', { query: print(api.BalanceChangedDocument), variables: { member: { externalId: 'one' } } }),
    ).toMatchObject({
      type: 'next',
    });
    socket.socket.close();
  }, 45_000);
});
