import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Overload } from '../../../src/server/overload.js';
import * as api from '../../support/generated.js';
import { type Caller, type GraphQLAnswer, TestLaurel } from '../../support/laurel.js';

const busyFor = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('more than a process can do', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
  });
  afterAll(() => laurel.stop());

  test('is turned away at once, and what is under way goes on', async () => {
    const { lookup } = laurel.app.services;
    const original = lookup.find;
    let waiting = 0;
    let release: () => void = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    lookup.find = async (_programId, keys) => {
      waiting += 1;
      await released;
      return keys.map(() => null);
    };
    const answers: Promise<GraphQLAnswer<unknown>>[] = [];
    for (let i = 0; i < 1_000; i += 1) answers.push(shop.ask(api.MemberDocument, { ref: { externalId: `m${i}` } }));
    while (waiting < 1_000) await new Promise((resolve) => setTimeout(resolve, 20));
    const shed = await fetch(laurel.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { name } }"}',
    });
    expect([shed.status, shed.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await shed.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
    expect((await fetch(new URL('/livez', laurel.url))).status).toBe(200);
    expect((await fetch(new URL('/readyz', laurel.url))).status).toBe(200);
    release();
    expect((await Promise.all(answers)).every(({ errors }) => errors === undefined)).toBe(true);
    lookup.find = original;
    expect((await shop.run(api.ViewerDocument, {})).viewer).not.toBeNull();
  }, 20_000);

  test('shows in the lag of the event loop, when it lasts', async () => {
    const overload = new Overload({ inFlightMax: 1, lagMsMax: 400 });
    busyFor(550);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(overload.isOver).toBe(false);
    const until = performance.now() + 6_000;
    while (!overload.isOver && performance.now() < until) {
      busyFor(550);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(overload.isOver).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(overload.isOver).toBe(false);
    overload.stop();
  });
});
