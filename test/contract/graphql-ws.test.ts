import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { type Caller, enroll, TestLaurel } from '../support/laurel.js';
import { WS_CHECKS, wsAudit } from '../support/ws-audit.js';

let laurel: TestLaurel;
let shop: Caller;
let enrolled = 0;
beforeAll(async () => {
  laurel = await TestLaurel.start();
  shop = await laurel.program();
});
afterAll(() => laurel.stop());

const target = (url: string) => ({
  url: url.replace('http', 'ws'),
  init: { authorization: `Bearer ${shop.secret}` },
  subscription: 'subscription { journal { __typename } }',
  invalid: 'subscription { jurnal { __typename } }',
  happen: () => enroll(shop, `audited-${(enrolled += 1)}`),
});

describe('the protocol graphql-transport-ws', () => {
  test('is kept in every message and close code', async () => {
    expect(await wsAudit(target(laurel.url))).toEqual([]);
  });

  test('is found broken where it is: by a server that says yes to everything', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket) => socket.on('message', () => socket.send('{"type":"connection_ack"}')));
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const findings = await wsAudit({ ...target(`http://127.0.0.1:${port}/graphql`), patienceMs: 2_000 });
    for (const socket of server.clients) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
    // It takes whatever comes, and so what is no fault, too; and what is never begun is quiet.
    expect(findings).toHaveLength(WS_CHECKS - 2);
  });
});
