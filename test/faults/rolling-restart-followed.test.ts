import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient as createEventClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type Following, follow } from '../../src/client/follow.js';
import { itemOf, type Transport } from '../../src/client/transport.js';
import { Balancer } from '../support/balancer.js';
import * as api from '../support/generated.js';
import { Caller, createDatabase, dropDatabase, enroll, newKey, openShop } from '../support/laurel.js';
import { freePort, ServerProcess } from '../support/server-process.js';

const DRAIN_MS = 300;
const ROUNDS = 2;
const MEMBERS = ['ada', 'bob', 'cleo'];
const OPERATOR_KEY = `lrl_${'k'.repeat(40)}`;

interface Item {
  readonly __typename: string;
  readonly cursor: string;
  readonly number?: number;
  readonly follows?: number;
  readonly entry?: { readonly streamId: string };
}
const ITEM = `__typename ... on StreamItem { cursor } ... on StreamBookmark { number } ... on StreamReset { reason }`;
const QUERIES = {
  member: `subscription ($member: MemberRef!, $after: String) { balanceChanged(member: $member, after: $after) {
    ${ITEM} ... on BalanceSnapshot { number } ... on BalanceChange { number follows entry { streamId } } } }`,
  program: `subscription ($after: String) { journal(after: $after, filter: { kinds: [ACTIVITY_RECORDED] }) {
    ${ITEM} ... on JournalSnapshot { number } ... on JournalChange { number follows entry { streamId } } } }`,
};

/** A follower, and all that reached it before it looked for doubles. */
interface Follower {
  readonly member: string | null;
  readonly following: Following;
  readonly handled: Item[];
  readonly arrived: Item[];
}

/** Real processes on one database behind a balancer; each is told to go while commands run and clients follow. */
describe('a rolling restart under running subscriptions', () => {
  let databaseUrl: string;
  let balancer: Balancer;
  let shop: Caller;
  const processes: ServerProcess[] = [];
  const ids = new Map<string, string>();
  beforeAll(async () => {
    databaseUrl = await createDatabase();
    for (const _ of [0, 1]) {
      const env = { DATABASE_URL: databaseUrl, LAUREL_OPERATOR_KEY: OPERATOR_KEY, LAUREL_DRAIN_MS: String(DRAIN_MS) };
      const started = new ServerProcess(await mkdtemp(join(tmpdir(), 'laurel-rolling-')), await freePort(), env);
      await started.start();
      processes.push(started);
    }
    balancer = await Balancer.start(() => processes.map(({ url }) => url));
    const { createProgram } = await new Caller(balancer.url, OPERATOR_KEY).run(api.CreateProgramDocument, {
      input: { name: 'Rolling', currencyCode: 'USD' },
    });
    shop = new Caller(balancer.url, createProgram?.secret ?? null);
    await openShop(shop);
    for (const name of MEMBERS) ids.set(name, await enroll(shop, name));
  }, 60_000);
  afterAll(async () => {
    await balancer.stop();
    for (const each of processes) {
      await each.kill('SIGTERM');
      await rm(each.dataDir, { recursive: true, force: true });
    }
    await dropDatabase(databaseUrl);
  });

  const closes: number[] = [];
  const headers = () => ({ authorization: `Bearer ${shop.secret}` });
  const sockets = (): Transport =>
    createClient({
      url: balancer.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: headers,
      retryAttempts: 0,
      on: { closed: (event) => closes.push((event as { code: number }).code) },
    }) as Transport;
  const events = (): Transport => createEventClient({ url: `${balancer.url}/stream`, headers, retryAttempts: 0 }) as unknown as Transport;

  function begin(transport: Transport, member: string | null): Follower {
    const [arrived, handled]: [Item[], Item[]] = [[], []];
    const recording: Transport = {
      subscribe: (payload, sink) =>
        transport.subscribe(payload, {
          ...sink,
          next: (result) => {
            const item = itemOf(result) as Item | null;
            if (item) arrived.push(item);
            sink.next(result);
          },
        }),
    };
    const following = follow<Item>({
      transport: recording,
      query: member ? QUERIES.member : QUERIES.program,
      variables: member ? { member: { externalId: member } } : {},
      handle: (item) => {
        handled.push(item);
      },
    });
    return { member, following, arrived, handled };
  }

  /** One purchase; sent again with its key until it is answered. */
  async function buyOnce(externalId: string): Promise<void> {
    const input = { member: { externalId }, idempotencyKey: newKey(), purchase: { amount: '1' } };
    for (;;) {
      const answer = await shop.run(api.RecordActivityDocument, { input }).catch(() => null);
      if (answer?.recordActivity?.errors.length === 0) return;
      await sleep(20);
    }
  }

  test('sends sockets away with 1012; every stream goes on without a gap, nothing lost, nothing twice', async () => {
    const followers = [
      ...[...MEMBERS, null].map((member) => begin(sockets(), member)),
      ...[...MEMBERS, null].map((member) => begin(events(), member)),
    ];
    while (followers.some(({ handled }) => handled.length === 0)) await sleep(20);

    let isOver = false;
    let bought = 0;
    const buyers = MEMBERS.map(async (name) => {
      while (!isOver) {
        await buyOnce(name);
        bought += 1;
      }
    });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const each of processes) {
        await each.kill('SIGTERM');
        await each.start();
        await balancer.until(each.url);
        await sleep(200);
      }
    }
    isOver = true;
    await Promise.all(buyers);
    const total = await numbers();
    // What was sent again counted once.
    expect([...total.values()].flat()).toHaveLength(bought);

    for (const { member, handled, arrived, following } of followers) {
      const due = member ? (total.get(ids.get(member) as string) as number[]).length : bought;
      for (const until = Date.now() + 10_000; handled.filter(({ entry }) => entry).length < due && Date.now() < until; ) await sleep(20);
      // What comes after shows that nothing comes twice.
      await sleep(50);
      await following.stop();
      for (const items of [arrived, handled]) {
        expect(items.filter(({ __typename }) => __typename.endsWith('Snapshot'))).toHaveLength(1);
        expect(items.filter(({ __typename }) => __typename === 'StreamReset')).toEqual([]);
        const changes = items.filter(({ entry }) => entry);
        const byStream = Map.groupBy(changes, ({ entry }) => entry?.streamId as string);
        expect([...byStream.keys()].sort()).toEqual((member ? [ids.get(member) as string] : [...total.keys()]).sort());
        for (const [streamId, of] of byStream) expect(of.map(({ number }) => number)).toEqual(total.get(streamId));
        // A member's items name the one before them, also over a break.
        if (member) {
          const placed = items.filter(({ number }) => number !== undefined);
          expect(placed.slice(1).map(({ follows, number }) => follows ?? number)).toEqual(placed.slice(0, -1).map(({ number }) => number));
        }
      }
    }
    // Each socket was on the one or the other process, and each of those went in each round.
    expect(closes.filter((code) => code === 1012).length).toBeGreaterThanOrEqual(MEMBERS.length + 1);
    expect(closes.filter((code) => ![1000, 1012].includes(code))).toEqual([]);
    process.stdout.write(`${bought} purchases over ${ROUNDS * 2} restarts, ${closes.length} closes\n`);
    expect((await (processes[0] as ServerProcess).verify()).code).toBe(0);
  }, 60_000);

  /** Numbers of the purchases of each member, as the journal has them. */
  async function numbers(): Promise<Map<string, number[]>> {
    const found = new Map<string, number[]>();
    for (let after: string | null = null; ; ) {
      const page: { journal: { items: { number: number; entry: { streamId: string } }[]; cursor: string; hasMore: boolean } } = (
        await shop.ask<never, { after: string | null }>(
          `query ($after: String) { journal(after: $after, first: 500, filter: { kinds: [ACTIVITY_RECORDED] }) {
            items { number entry { streamId } } cursor hasMore } }`,
          { after },
        )
      ).data;
      for (const { number, entry } of page.journal.items) found.set(entry.streamId, [...(found.get(entry.streamId) ?? []), number]);
      if (!page.journal.hasMore) return found;
      after = page.journal.cursor;
    }
  }
});
