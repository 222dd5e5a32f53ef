import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, enroll, TestLaurel } from '../support/laurel.js';
import { SSE_CHECKS, sseAudit } from '../support/sse-audit.js';

let laurel: TestLaurel;
let shop: Caller;
let other: Caller;
let enrolled = 0;
beforeAll(async () => {
  laurel = await TestLaurel.start();
  [shop, other] = [await laurel.program(), await laurel.program()];
});
afterAll(() => laurel.stop());

const target = (url: string) => ({
  url: `${url}/stream`,
  authorization: `Bearer ${shop.secret}`,
  other: `Bearer ${other.secret}`,
  subscription: 'subscription { journal { __typename } }',
  invalid: 'subscription { jurnal { __typename } }',
  happen: () => enroll(shop, `audited-${(enrolled += 1)}`),
});

describe('the protocol of graphql-sse', () => {
  test('is kept in every status, header and event, in both modes', async () => {
    expect(await sseAudit(target(laurel.url))).toEqual([]);
  });

  test('is found broken where it is: by a server that says yes to everything', async () => {
    const server = createServer((_request, response) => response.end('yes'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const findings = await sseAudit(target(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(findings).toHaveLength(SSE_CHECKS);
  });
});
