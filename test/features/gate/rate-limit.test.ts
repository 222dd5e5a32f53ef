import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Buckets } from '../../../src/server/buckets.js';
import * as api from '../../support/generated.js';
import { Caller, openShop, TestLaurel } from '../../support/laurel.js';
import { RawSocket } from '../../support/sockets.js';

const VIEWER = '{ viewer { name } }';

describe('rate limits', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start({ rateLimitPerMinute: 2_000 });
    shop = await laurel.program();
    await openShop(shop);
  });
  afterAll(() => laurel.stop());

  const post = (caller: Caller, query: string) =>
    fetch(laurel.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(caller.secret && { authorization: `Bearer ${caller.secret}` }) },
      body: JSON.stringify({ query }),
    });

  test('are told in every answer and by rateLimit', async () => {
    const { rateLimit } = await shop.run(api.RateLimitDocument, {});
    expect(rateLimit).toMatchObject({ limit: 2_000, remaining: expect.any(Number) });
    expect(Date.parse(rateLimit?.resetAt as string)).toBeGreaterThan(Date.now());
    for (const [query, requested] of [
      [VIEWER, 1],
      ['{ viewer { nam } }', 10],
    ] as const) {
      const { extensions } = (await (await post(shop, query)).json()) as { extensions: { cost: object } };
      expect(extensions.cost).toEqual({ requested, maximum: 10_000, remaining: expect.any(Number), resetAt: expect.any(String) });
    }
  });

  test('hold for one caller, by both transports, and not for another', async () => {
    const other = await laurel.program();
    const socket = await RawSocket.known(laurel.url, shop.secret);
    const big = '{ members(first: 100) { nodes { wallets { active } } } }';
    let last: Response;
    let answered = 0;
    do {
      last = await post(shop, big);
      answered += 1;
    } while (last.status === 200);
    expect(answered).toBeLessThan(9);
    expect(last.status).toBe(429);
    const { errors } = (await last.json()) as { errors: { extensions: { code: string; retryAfterMs: number } }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) });
    expect(Number(last.headers.get('retry-after'))).toBe(Math.ceil((errors[0]?.extensions.retryAfterMs as number) / 1_000));
    // What costs little still passes: nothing was taken for what was refused.
    expect((await post(shop, VIEWER)).status).toBe(200);
    while ((await post(shop, '{ members(first: 20) { nodes { id } } }')).status === 200);
    while ((await post(shop, VIEWER)).status === 200);
    expect(await socket.subscribe('1', { query: 'subscription { journal { __typename } }' })).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) } }],
    });
    socket.socket.close();
    expect((await post(other, VIEWER)).status).toBe(200);
  });

  test('are small without a credential', async () => {
    const nobody = new Caller(laurel.url, null);
    expect((await post(nobody, VIEWER)).status).toBe(401);
    expect((await post(nobody, VIEWER)).status).toBe(401);
    expect((await post(nobody, VIEWER)).status).toBe(429);
  });

  test("are a hundredth for a member's own token, and one for a network of IPv6 addresses", async () => {
    const buckets = new Buckets(100_000);
    const actor = {
      id: 'member:x',
      name: 'x',
      programId: null,
      scopes: new Set<string>(),
      keyId: null,
      staffId: null,
      memberId: null,
      vouchedBy: null,
      expiresAt: null,
    };
    expect(await buckets.charge({ ...actor, role: 'MEMBER' }, '', 1)).toMatchObject({ limit: 1_000, remaining: 999 });
    expect(await buckets.charge({ ...actor, role: 'STAFF' }, '', 1)).toMatchObject({ limit: 100_000, remaining: 99_999 });
    await buckets.charge(null, '2001:db8:1:2:a::1', 60);
    await expect(buckets.charge(null, '2001:db8:1:2:b::9', 60)).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
    await buckets.charge(null, '2001:db8:1:3:a::1', 60);
  });
});
