import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type Caller, TestLaurel } from '../support/laurel.js';

/** What is not done, and why. Each id must fail: whoever mends one takes it off the list. */
const NOT_DONE: Readonly<Record<string, string>> = {
  '572B': 'A document that cannot be parsed is a 400 for every Accept: proxies and monitors then see it, and nothing ran.',
  FDE2: 'The same for a document that is not valid.',
  '7B9B': 'The same for variables that do not fit.',
};

describe('GraphQL over HTTP', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
  });
  afterAll(() => laurel.stop());

  test('every MUST holds, and every SHOULD but those listed here', async () => {
    const audits = serverAudits({
      url: () => laurel.url,
      fetchFn: (url: string, init: RequestInit = {}) => {
        const headers = new Headers(init.headers);
        headers.set('authorization', `Bearer ${shop.secret}`);
        // Without it a GET could be one that any page makes its visitor's browser send.
        headers.set('apollo-require-preflight', 'yes');
        return fetch(url, { ...init, headers });
      },
    });
    expect(audits.length).toBeGreaterThan(50);
    const failed: Record<string, string> = {};
    for (const audit of audits) {
      const result = await audit.fn();
      if (result.status !== 'ok') failed[audit.id] = audit.name;
    }
    expect(Object.values(failed).filter((name) => name.startsWith('MUST'))).toEqual([]);
    expect(Object.keys(failed).sort()).toEqual(Object.keys(NOT_DONE).sort());
  });
});
