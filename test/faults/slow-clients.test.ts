import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestLaurel } from '../support/laurel.js';
import { raw } from '../support/raw.js';

describe('clients that are slow or do not go on', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  test('are let go: headers within 5 s, a request within 10 s; others are served meanwhile', async () => {
    const open = connect(Number(new URL(laurel.url).port), '127.0.0.1');
    const [silent, headers, body, drip] = await Promise.all([
      raw(laurel.url, [], 13_000),
      raw(laurel.url, ['POST /graphql HTTP/1.1\r\nhost: x\r\n'], 13_000),
      raw(laurel.url, ['POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"qu'], 13_000),
      new Promise<number>((resolve) => {
        const start = performance.now();
        open.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n{"query":"');
        const timer = setInterval(() => open.write('a'), 200);
        open.on('error', () => {});
        open.on('close', () => {
          clearInterval(timer);
          resolve(performance.now() - start);
        });
        open.resume();
      }),
      (async () => {
        for (let i = 0; i < 20; i += 1) expect((await fetch(new URL('/livez', laurel.url))).status).toBe(200);
      })(),
    ]);
    for (const { closed, ms } of [silent, headers]) expect([closed, ms < 7_000]).toEqual([true, true]);
    expect([body.closed, body.ms < 12_500]).toEqual([true, true]);
    expect(body.text).toMatch(/HTTP\/1.1 (408|503)/);
    expect(drip).toBeLessThan(12_500);
  }, 20_000);
});
