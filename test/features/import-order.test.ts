import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { caller } from '../../src/cli/import-api.js';
import { type ImportOptions, importCsv } from '../../src/cli/import-csv.js';

interface Sent {
  readonly member: { readonly externalId: string };
  readonly idempotencyKey: string;
  readonly externalId: string;
  readonly effectiveAt: string;
  readonly purchase: { readonly amount: string; readonly items?: readonly { readonly quantity: number }[] };
}
interface Outcome {
  readonly replayed?: boolean;
  readonly errors: readonly { readonly code: string; readonly message: string; readonly retryAfterMs?: number }[];
}

/** Answers like Laurel, and remembers what it was asked. */
class FakeLaurel {
  readonly members = new Map<string, string>();
  readonly recorded: Sent[] = [];
  readonly refused = new Map<string, string>();
  readonly requests: Sent[][] = [];
  readonly overlaps: string[] = [];
  inFlightMax = 0;
  /** Answers a request badly; says whether that was before or after the work was done. Null: it was not disturbed. */
  disturb: (response: ServerResponse, count: number) => 'before' | 'after' | null = () => null;
  /** The refusal of one activity; null: it is recorded. */
  refuse: (sent: Sent) => Outcome['errors'][number] | null = () => null;
  private readonly inFlight = new Set<string>();
  private calls = 0;
  private count = 0;
  private readonly server: Server = createServer(async (request, response) => {
    const { variables } = (await json(request)) as {
      variables: { members?: { externalId: string; enrolledAt: string }[]; activities?: Sent[] };
    };
    this.count += 1;
    const when = this.disturb(response, this.count);
    const data = variables.members ? { enrollMembers: { outcomes: variables.members.map((each) => this.enroll(each)) } } : null;
    const activities = variables.activities ?? [];
    const names = new Set(activities.map((each) => each.member.externalId));
    for (const name of names) if (this.inFlight.has(name)) this.overlaps.push(name);
    for (const name of names) this.inFlight.add(name);
    this.calls += 1;
    this.inFlightMax = Math.max(this.inFlightMax, this.calls);
    await sleep(this.count % 7);
    const work = () => data ?? { recordActivities: { outcomes: activities.map((each) => this.record(each)) } };
    if (activities.length > 0) this.requests.push(activities);
    const answer = when === 'before' ? null : work();
    this.calls -= 1;
    for (const name of names) this.inFlight.delete(name);
    if (when === null) response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: answer }));
    else if (!response.writableEnded) response.destroy();
  });

  async start(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private enroll({ externalId, enrolledAt }: { externalId: string; enrolledAt: string }): Outcome {
    if (this.members.has(externalId)) return { errors: [{ code: 'EXTERNAL_ID_TAKEN', message: 'taken' }] };
    this.members.set(externalId, enrolledAt);
    return { errors: [] };
  }

  private record(sent: Sent): Outcome {
    const { idempotencyKey } = sent;
    if (this.recorded.some((each) => each.idempotencyKey === idempotencyKey)) return { replayed: true, errors: [] };
    const before = this.refused.get(idempotencyKey);
    if (before) return { replayed: true, errors: [{ code: before, message: before }] };
    const error = this.refuse(sent);
    if (error) {
      if (error.code !== 'RETRY_LATER') this.refused.set(idempotencyKey, error.code);
      return { replayed: false, errors: [error] };
    }
    this.recorded.push(sent);
    return { replayed: false, errors: [] };
  }

  keysOf(member: string): string[] {
    return this.recorded.filter((each) => each.member.externalId === member).map(({ externalId }) => externalId);
  }
}

const ROWS = Array.from({ length: 300 }, (_, i) => ({ member: `m${(i * 7) % 23}`, key: String(i), at: `2026-01-${10 + (i % 20)}` }));
const MEMBERS = [...new Set(ROWS.map(({ member }) => member))];
const inOrder = (member: string) => ROWS.filter((row) => row.member === member).map(({ key }) => key);

let folder: string;
let laurel: FakeLaurel;
let options: ImportOptions;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-import-'));
  laurel = new FakeLaurel();
  const url = await laurel.start();
  const columns = { member: 'member', amount: 'cents', at: 'at', key: 'key', quantity: 'units' };
  const file = join(folder, 'purchases.csv');
  options = { file, ...columns, amountUnit: 'minor', currency: 'USD', zone: 'UTC', concurrency: 4, batch: 10, call: caller(url, 'key') };
  await write(ROWS.map(({ member, key, at }) => `${member},1234,${at},${key},2`));
});
afterEach(async () => {
  laurel.stop();
  await rm(folder, { recursive: true, force: true });
});

const write = (rows: readonly string[], header = 'member,cents,at,key,units') =>
  writeFile(options.file, `${[header, ...rows].join('\n')}\n`);

function expectEachOnceInOrder(): void {
  for (const member of MEMBERS) expect(laurel.keysOf(member)).toEqual(inOrder(member));
  expect(laurel.overlaps).toEqual([]);
}

test('keeps the order of each member and has several requests in flight, none with a member of another', async () => {
  expect(await importCsv(options)).toMatchObject({ enrolled: 23, alreadyEnrolled: 0, recorded: 300, known: 0, refused: 0 });
  expectEachOnceInOrder();
  expect(laurel.inFlightMax).toBeGreaterThan(1);
  expect(laurel.requests.every((request) => request.length <= 10)).toBe(true);
  expect(laurel.recorded[0]).toMatchObject({
    idempotencyKey: `import-${laurel.recorded[0]?.externalId}`,
    purchase: { amount: '12.34', currencyCode: 'USD', items: [{ quantity: 2, amount: '12.34' }] },
  });
});

test('enrols a member at the earliest instant, even when it stands later in the file', async () => {
  await write(['a,1,2026-03-01,1,1', 'a,1,2026-02-01 10:00:00+02:00,2,1', 'a,1,2026-02-15,3,1']);
  await importCsv({ ...options, zone: 'America/New_York' });
  expect(laurel.members.get('a')).toBe('2026-02-01T08:00:00.000Z');
  expect(laurel.recorded.map(({ effectiveAt }) => effectiveAt)).toEqual([
    '2026-03-01T05:00:00.000Z',
    '2026-02-01T08:00:00.000Z',
    '2026-02-15T05:00:00.000Z',
  ]);
});

const JSON_TYPE = { 'content-type': 'application/json' };

test.each<[string, 'before' | 'after', (response: ServerResponse) => void]>([
  ['a 503', 'before', (response) => response.writeHead(503).end('busy')],
  ['a 503 in JSON', 'before', (response) => response.writeHead(503, JSON_TYPE).end('{"status":"unavailable"}')],
  ['a broken answer', 'after', (response) => response.writeHead(200, JSON_TYPE).end('{"data":{"rec')],
  ['a connection cut after the work was done', 'after', () => {}],
])('sends again after %s, and nothing is recorded twice', async (_, when, fail) => {
  laurel.disturb = (response, count) => {
    if (count % 5 !== 0) return null;
    fail(response);
    return when;
  };
  const summary = await importCsv(options);
  expect(summary.recorded + summary.known).toBe(300);
  expect(summary.refused).toBe(0);
  expectEachOnceInOrder();
});

test('after RETRY_LATER the item and all later ones of its member go again, in order, each counted once', async () => {
  await write(['a,1,2026-01-01,1,1', 'b,1,2026-01-01,2,1', 'a,1,2026-01-02,3,1', 'a,1,2026-01-03,4,1', 'b,1,2026-01-04,5,1']);
  let isBusy = true;
  laurel.refuse = ({ externalId }) => {
    if (externalId !== '3' || !isBusy) return null;
    isBusy = false;
    return { code: 'RETRY_LATER', message: 'busy', retryAfterMs: 60 };
  };
  const startedAt = Date.now();
  expect(await importCsv({ ...options, concurrency: 1 })).toMatchObject({ recorded: 5, known: 0, refused: 0 });
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(55);
  expect(laurel.requests.map((request) => request.map(({ externalId }) => externalId))).toEqual([
    ['1', '2', '3', '4', '5'],
    ['3', '4'],
  ]);
});

test('run again after it was stopped does the rest', async () => {
  const stop = new AbortController();
  const first = await importCsv({ ...options, signal: stop.signal, onProgress: ({ recorded }) => recorded >= 100 && stop.abort() });
  expect(first.recorded).toBe(laurel.recorded.length);
  expect(first.recorded).toBeLessThan(300);
  const second = await importCsv(options);
  expect(second).toMatchObject({ enrolled: 0, alreadyEnrolled: 23, recorded: 300 - first.recorded, known: first.recorded, refused: 0 });
  expectEachOnceInOrder();
});

test('a refusal is told with its line, also when it is the first outcome again', async () => {
  laurel.refuse = ({ externalId }) => (externalId === '41' ? { code: 'CURRENCY_MISMATCH', message: 'not in USD' } : null);
  expect(await importCsv(options)).toMatchObject({ recorded: 299, known: 0, refused: 1, refusals: ['line 43: not in USD'] });
  expect(await importCsv(options)).toMatchObject({ recorded: 0, known: 299, refused: 1, refusals: ['line 43: CURRENCY_MISMATCH'] });
});

test('bad rows are all named before anything is sent', async () => {
  await write([
    'a,1,2026-01-01,1,1',
    'a,1.5,2026-01-01,2,1',
    'a,1,yesterday,3,1',
    'a,1,2026-01-01,,1',
    'a,1',
    'a,90071992547409931,2026-01-01,6,1',
  ]);
  const error = await importCsv(options).catch((error: unknown) => error as Error);
  expect((error as Error).message.split('\n')).toEqual([
    '5 rows cannot be used, nothing was imported:',
    'line 3: 1.5 is no amount of USD',
    'line 4: yesterday is no date or time',
    'line 5: key is empty',
    'line 6: 2 fields, the header has 5',
    'line 7: 90071992547409931 is no amount of USD',
  ]);
  expect(laurel.members.size).toBe(0);
});

test.each([
  ['an unknown column', { amount: 'price' }, 'there is no column price; there are member, cents, at, key, units'],
  ['an unknown zone', { zone: 'Mars/Olympus' }, 'there is no time zone Mars/Olympus'],
  ['an unknown currency', { currency: 'dollars' }, 'dollars is no ISO 4217 currency code'],
])('%s is one clear error', async (_, wrong, message) => {
  await expect(importCsv({ ...options, ...wrong })).rejects.toThrow(new Error(message));
});

test('a server that does not answer is given up after a while', async () => {
  laurel.stop();
  const call = caller('http://127.0.0.1:9/graphql', 'key', 300);
  await expect(importCsv({ ...options, call })).rejects.toThrow('http://127.0.0.1:9/graphql did not answer for 0.3 s');
});
