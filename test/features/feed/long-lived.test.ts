import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { post } from '../../bench/load.js';
import { FeedWatch, type Held, openFiles } from '../../support/feed-watch.js';
import * as api from '../../support/generated.js';
import { type Caller, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';
import { RawSocket } from '../../support/sockets.js';

const MEMBERS = ['a', 'b', 'c', 'd'];
const STAYING = 20;
const ENTRIES = 2_000;
/** Recorded in one request. */
const TOGETHER = 10;
const VISITS = 500;
/** Visitors who are there at a time. */
const VISITORS = 10;

const once = new Agent({ keepAlive: false });
const NOTHING: Held = { followers: 0, lanesRead: 0, watchedStreams: 0, feedIterators: 0, sessions: 0 };
const isNothing = (held: Held): boolean => Object.values(held).every((count) => count === 0);

interface Change {
  readonly number?: number;
  readonly follows?: number;
}

describe('a server that many come to and leave', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let watch: FeedWatch;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    watch = new FeedWatch(laurel.app);
    shop = await laurel.program();
    await openShop(shop);
    for (const member of MEMBERS) await enroll(shop, member);
  });
  afterAll(() => laurel.stop());

  const journalOf = (externalId: string) => ({
    query: `subscription { journal(filter: { member: { externalId: "${externalId}" } }) { ... on JournalChange { number follows } } }`,
  });
  const changesOf = ({ messages }: RawSocket): Change[] =>
    messages.filter(({ type }) => type === 'next').map(({ payload }) => (payload as { data: { journal: Change } }).data.journal);

  /** On a connection of its own, which is closed after it: those that wait for a next request would be counted. */
  async function buyTogether(member: string): Promise<void> {
    const activities = Array.from({ length: TOGETHER }, () => ({
      ...{ member: { externalId: member }, idempotencyKey: newKey(), purchase: { amount: '0.10' } },
    }));
    const body = JSON.stringify({ query: print(api.RecordActivitiesDocument), variables: { input: { activities } } });
    const { data } = await post(once, laurel.url, shop.secret, body);
    const payload = data?.recordActivities as { outcomes: { errors: unknown[] }[] } | undefined;
    expect(payload?.outcomes.flatMap(({ errors }) => errors)).toEqual([]);
  }

  /** Comes, follows, and leaves, in one of the ways in which that happens. */
  async function visit(i: number): Promise<void> {
    const socket = await RawSocket.known(laurel.url, shop.secret);
    const following = socket.subscribe('1', journalOf(MEMBERS[i % MEMBERS.length] as string));
    // Some leave before anything was sent.
    if (i % 5 !== 0) await following;
    else following.catch(() => {});
    if (i % 3 === 0) socket.send({ id: '1', type: 'complete' });
    if (i % 2 === 0) socket.socket.terminate();
    else socket.socket.close(1000);
    await socket.closed;
  }

  /** What the process holds of subscriptions, and everything that it has open. */
  const held = async () => ({ ...(await watch.held()), files: await openFiles(process.pid, laurel.databaseUrl) });

  async function settled(isSo: () => Promise<boolean>): Promise<void> {
    for (const until = Date.now() + 10_000; !(await isSo()) && Date.now() < until; )
      await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** Subscribers who stay, those who come and go, and purchases, all at once. Gives what those who stay received. */
  async function live(entries: number, visits: number): Promise<Change[][]> {
    const staying = await Promise.all(
      Array.from({ length: STAYING }, async (_, i) => {
        const socket = await RawSocket.known(laurel.url, shop.secret);
        await socket.subscribe('1', journalOf(MEMBERS[i % MEMBERS.length] as string));
        return socket;
      }),
    );
    // Whoever goes on in a group has given its own iterator back.
    const { feedIterators, sessions, watchedStreams } = await watch.held();
    expect({ sessions, watchedStreams }).toEqual({ sessions: STAYING, watchedStreams: 1 });
    expect(feedIterators).toBeGreaterThanOrEqual(MEMBERS.length);
    let visited = 0;
    const visitors = Array.from({ length: VISITORS }, async () => {
      while (visited < visits) await visit((visited += 1));
    });
    const buyers = MEMBERS.map(async (member) => {
      for (let i = 0; i < entries / MEMBERS.length; i += TOGETHER) await buyTogether(member);
    });
    await Promise.all([...visitors, ...buyers]);
    const each = entries / MEMBERS.length;
    await settled(async () => staying.every((socket) => changesOf(socket).length > each));
    const received = staying.map((socket) => changesOf(socket).slice(1));
    for (const { socket } of staying) socket.terminate();
    return received;
  }

  test('2,000 entries beside 500 visits: every stream without a gap, and nothing of them is left, on the heap or open', async () => {
    // For what stays once it was used.
    await live(200, 50);
    await settled(async () => isNothing(await watch.held()));
    const before = await held();
    expect(before).toMatchObject(NOTHING);
    const received = await live(ENTRIES, VISITS);
    for (const changes of received) {
      expect(changes).toHaveLength(ENTRIES / MEMBERS.length);
      const first = changes[0]?.number as number;
      expect(changes).toEqual(changes.map((_, i) => ({ number: first + i, follows: first + i - 1 })));
    }
    await settled(
      async () => isNothing(await watch.held()) && ((await openFiles(process.pid, laurel.databaseUrl)) ?? 0) <= (before.files ?? 0),
    );
    const after = await held();
    expect(after).toMatchObject(NOTHING);
    expect(after.files ?? 0).toBeLessThanOrEqual(before.files ?? 0);
  }, 60_000);
});
