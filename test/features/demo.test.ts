import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoHistory } from '../../src/cli/demo-history.js';
import { makeDemo } from '../../src/cli/demo-program.js';
import { runDemo } from '../../src/cli/run-demo.js';
import { welcome } from '../../src/cli/welcome.js';
import { Caller, TestLaurel } from '../support/laurel.js';

const NOW = Date.now();
let laurel: TestLaurel;
let shop: Caller;

beforeAll(async () => {
  laurel = await TestLaurel.start();
  shop = new Caller(laurel.url, (await makeDemo(laurel.app, NOW))?.secret ?? null);
});
afterAll(() => laurel.stop());

describe('the demonstration programme', () => {
  test('is worth looking at: people, several tiers, expired points, nothing back-dated', async () => {
    const { data } = await shop.ask<
      {
        members: {
          nodes: {
            givenName: string;
            wallets: { active: number; expired: number; spent: number }[];
            standings: { tier: { name: string } }[];
            journal: { nodes: { isBackDated: boolean }[] };
          }[];
        };
      },
      never
    >(
      `{ members(first: 50) { nodes { givenName wallets { active expired spent } standings { tier { name } }
          journal(first: 100) { nodes { isBackDated } } } } }`,
    );
    const members = data.members.nodes;
    expect(members.length).toBe(24);
    expect(new Set(members.map(({ standings }) => standings[0]?.tier.name)).size).toBeGreaterThanOrEqual(2);
    expect(members.filter(({ wallets }) => (wallets[0]?.expired ?? 0) > 0).length).toBeGreaterThan(5);
    expect(members.filter(({ wallets }) => (wallets[0]?.spent ?? 0) > 0).length).toBeGreaterThan(5);
    expect(members.flatMap(({ journal }) => journal.nodes).some(({ isBackDated }) => isBackDated)).toBe(false);
  });

  test('is made once', async () => {
    expect(await makeDemo(laurel.app)).toBeNull();
  });

  test.each(['2026-01-01T06:00:00Z', '2028-02-29T12:00:00Z'])('its history lies before the present, in order, at %s', (text) => {
    const now = Date.parse(text);
    const last = new Map<string, string>();
    const { members, activities } = demoHistory(now);
    for (const { externalId, enrolledAt } of members) last.set(externalId, enrolledAt as string);
    for (const { member, effectiveAt } of activities as { member: { externalId: string }; effectiveAt: string }[]) {
      expect(effectiveAt >= (last.get(member.externalId) ?? '')).toBe(true);
      last.set(member.externalId, effectiveAt);
    }
    for (const at of last.values()) expect(Date.parse(at)).toBeLessThan(now);
  });
});

test('shoppers shop, and the feed tells of it until they are sent home', async () => {
  const lines: string[] = [];
  const stop = new AbortController();
  const print = (line: string) => {
    lines.push(line);
    if (lines.length > 8) stop.abort();
  };
  await runDemo({ url: laurel.url, key: shop.secret ?? '', rate: 30, members: 3, signal: stop.signal, print });
  expect(lines[0]).toContain('3 shoppers');
  expect(lines.filter((line) => /^(Ada|Billie|Chet) .*→ +\d+ BEANS/.test(line)).length).toBeGreaterThanOrEqual(3);
  expect(lines.at(-1)).toMatch(/\d+ commands done, \d+ entries seen/);
});

test('a key that is not known is said to be so', async () => {
  const options = { url: laurel.url, rate: 1, members: 1, signal: new AbortController().signal, print: () => {} };
  await expect(runDemo({ ...options, key: 'lrl_nobody' })).rejects.toThrow();
});

describe('the welcome', () => {
  const where = { url: 'http://127.0.0.1:4000/graphql', demoKeyFile: '.laurel/demo-key', operatorKeyFile: '.laurel/operator-key' };

  test('has a link that works by itself, with the key behind #', () => {
    const text = welcome({ ...where, demoKey: 'lrl_x', isGraphiqlOn: true });
    expect(text).toContain('http://127.0.0.1:4000/graphiql#key=lrl_x');
    expect(text).toContain('$(cat .laurel/demo-key)');
    expect(text).toMatch(/npm run -s watch\n/);
  });

  test('shows neither link nor key when GraphiQL is off, and no demonstration where there is none', () => {
    expect(welcome({ ...where, demoKey: 'lrl_x', isGraphiqlOn: false })).not.toMatch(/graphiql|lrl_x/);
    expect(welcome({ ...where, demoKey: null, isGraphiqlOn: true })).not.toMatch(/demo|watch/);
  });
});
