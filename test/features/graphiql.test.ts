import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { TestLaurel } from '../support/laurel.js';

let laurel: TestLaurel;
const at = (path: string): string => new URL(path, laurel.url).href;

beforeAll(async () => {
  laurel = await TestLaurel.start();
});
afterAll(() => laurel.stop());

describe('GraphiQL', () => {
  test('answers with a page that allows no script but its own', async () => {
    const response = await fetch(at('/graphiql'));
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    // No inline script, and nothing from another server.
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test('every file that the page and its modules name is answered, with a type and a cache rule', async () => {
    const page = await (await fetch(at('/graphiql'))).text();
    const waiting = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => at(path as string));
    const seen = new Set<string>();
    for (let url = waiting.pop(); url; url = waiting.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const response = await fetch(url);
      const text = await response.text();
      expect([url, response.status]).toEqual([url, 200]);
      expect(response.headers.get('cache-control')).toMatch(/no-cache|max-age/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      if (!/\.min\.js$/.test(url) && url.endsWith('.js')) {
        for (const [, path] of text.matchAll(/from '(\.[^']+)'/g)) waiting.push(new URL(path as string, url).href);
        for (const [path] of text.matchAll(/first-[a-z]+\.graphql/g)) waiting.push(new URL(path, url).href);
      }
    }
    expect([...seen].filter((url) => url.includes('/graphql-ws/')).length).toBeGreaterThan(1);
    expect([...seen].filter((url) => url.endsWith('.graphql'))).toHaveLength(3);
  });

  test('a file that did not change is not sent twice', async () => {
    const first = await fetch(at('/graphiql/page.js'));
    const etag = first.headers.get('etag') as string;
    // fetch would add its own no-cache here, so it is asked by hand.
    const status = await new Promise((resolve, reject) =>
      get(at('/graphiql/page.js'), { headers: { 'if-none-match': etag } }, (answer) => resolve(answer.resume().statusCode)).on(
        'error',
        reject,
      ),
    );
    expect(status).toBe(304);
  });

  test.each([
    '/graphiql/graphql-ws/',
    '/graphiql/..%2f..%2fpackage.json',
    '/graphiql/%2e%2e/package.json',
    '/graphiql/graphql-ws/..%2f..%2fpackage.json',
    '/graphiql/index.html',
    '/graphiql/graphiql.min.js.map',
  ])('%s is not there', async (path) => {
    expect((await fetch(at(path))).status).toBe(404);
  });
});

describe('in production', () => {
  test('it is off unless asked for', () => {
    expect(readConfig({ NODE_ENV: 'production' }).isGraphiqlOn).toBe(false);
    expect(readConfig({ NODE_ENV: 'production', LAUREL_GRAPHIQL: 'on' }).isGraphiqlOn).toBe(true);
    expect(readConfig({}).isGraphiqlOn).toBe(true);
  });

  test('then neither the page nor its files are there', async () => {
    const quiet = await TestLaurel.start({ isGraphiqlOn: false });
    try {
      for (const path of ['/graphiql', '/graphiql/page.js']) expect((await fetch(new URL(path, quiet.url))).status).toBe(404);
    } finally {
      await quiet.stop();
    }
  });
});
