import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, enroll, openShop, TestLaurel } from '../../support/laurel.js';
import { RawSocket } from '../../support/sockets.js';

const JOURNAL = 'subscription { journal { __typename } }';
const refused = (code: string) => ({ type: 'error', payload: [{ extensions: { code } }] });

describe('the gate by WebSocket', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start({ isIntrospectionOn: false, corsOrigins: ['https://shop.example'] });
    shop = await laurel.program();
    await openShop(shop);
    await enroll(shop, 'one');
  });
  afterAll(() => laurel.stop());

  test('refuses what HTTP refuses, with the same codes', async () => {
    const socket = await RawSocket.known(laurel.url, shop.secret);
    const deep = `subscription { journal ${'{ a '.repeat(15)}${'}'.repeat(15)} }`;
    const aliases = Array.from({ length: 51 }, (_, i) => `a${i}: __typename`).join(' ');
    expect(await socket.subscribe('1', { query: deep })).toMatchObject(refused('GRAPHQL_VALIDATION_FAILED'));
    expect(await socket.subscribe('2', { query: `subscription { journal { ${aliases} } }` })).toMatchObject(
      refused('GRAPHQL_VALIDATION_FAILED'),
    );
    expect(await socket.subscribe('3', { query: 'subscription { jurnal { __typename } }' })).toMatchObject(
      refused('GRAPHQL_VALIDATION_FAILED'),
    );
    expect(await socket.subscribe('4', { query: 'subscription { journal ' })).toMatchObject(refused('GRAPHQL_PARSE_FAILED'));
    expect(await socket.subscribe('5', { query: '{ viewer { name } }' })).toMatchObject(refused('BAD_REQUEST'));
    expect(await socket.subscribe('6', { query: '{ __type(name: "Query") { name } }' })).toMatchObject(
      refused('GRAPHQL_VALIDATION_FAILED'),
    );
    const costly = `subscription { balanceChanged(member: { externalId: "one" }) { ... on BalanceSnapshot { wallets {
      lots(first: 100000) { remaining } } } } }`;
    expect(await socket.subscribe('7', { query: costly })).toMatchObject(refused('COST_LIMIT_EXCEEDED'));
    expect(JSON.stringify(socket.messages)).not.toMatch(/did you mean/i);
    expect(await socket.subscribe('8', { query: JOURNAL })).toMatchObject({ type: 'next' });
    socket.socket.close();
  });

  test('lets only pages of its own and listed origins in', async () => {
    await expect(RawSocket.open(laurel.url, { origin: 'https://evil.example' })).rejects.toThrow('403');
    await expect(RawSocket.open(laurel.url, { origin: 'null' })).rejects.toThrow('403');
    for (const origin of ['https://shop.example', new URL(laurel.url).origin]) {
      const { socket } = await RawSocket.open(laurel.url, { origin });
      socket.terminate();
    }
  });

  test('closes a socket that floods, by messages or pings, but not a lively one', async () => {
    const [flood, pings, lively] = await Promise.all([1, 2, 3].map(() => RawSocket.known(laurel.url, shop.secret)));
    for (let i = 0; i < 1_100; i += 1) {
      flood?.send({ type: 'ping' });
      pings?.socket.ping();
      if (i < 500) lively?.send({ type: 'ping' });
    }
    expect([1008, 1006]).toContain((await flood?.closed)?.code);
    // 1006 when it was cut off before it had read the close.
    expect([1008, 1006]).toContain((await pings?.closed)?.code);
    expect(await lively?.subscribe('1', { query: JOURNAL })).toMatchObject({ type: 'next' });
    lively?.socket.terminate();
  });

  test('closes a socket that sends a message in crumbs', async () => {
    const crumbs = await RawSocket.known(laurel.url, shop.secret);
    for (let i = 0; i < 100; i += 1) crumbs.socket.send('x', { fin: false });
    expect((await crumbs.closed).code).toBe(1008);
  });

  test('closes a socket at the moment when its credential ends', async () => {
    const { authenticator } = laurel.app.services;
    const { authenticate } = authenticator;
    const expiresAt = Date.now() + 400;
    authenticator.authenticate = async (header) => {
      const actor = await authenticate.call(authenticator, header);
      return actor && { ...actor, expiresAt };
    };
    const socket = await RawSocket.known(laurel.url, shop.secret);
    authenticator.authenticate = authenticate;
    await socket.subscribe('1', { query: JOURNAL });
    expect((await socket.closed).code).toBe(4403);
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt);
  });

  test('sends sockets away that never say who they are', async () => {
    const socket = await RawSocket.open(laurel.url);
    expect((await socket.closed).code).toBe(4408);
  });
});
