import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import type { Pool } from 'pg';
import type { Actor } from '../../src/access/actor.js';
import { Session } from '../../src/access/session.js';
import { Context, type Services } from '../../src/context.js';
import { CursorSeal } from '../../src/feed/cursor.js';
import { Deliveries, type Delivery } from '../../src/feed/deliveries.js';
import { Feed } from '../../src/feed/feed.js';
import { Tailer } from '../../src/feed/tailer.js';
import { Groups } from '../../src/server/groups.js';
import { type DirectOutlet, openingOf } from '../../src/server/outlet.js';
import { shareKey } from '../../src/server/share-key.js';
import { type Results, subscribeFresh } from '../../src/server/subscribe-fresh.js';
import { FOREIGN, PROGRAM, ScheduledLane, STREAM, settled } from '../support/scheduled-lane.js';
import { seed } from '../support/seed.js';

const ACTOR: Actor = {
  id: 'key:1',
  role: 'PARTNER',
  name: 'till',
  programId: PROGRAM,
  scopes: new Set(['members:read']),
  keyId: '1',
  staffId: null,
  memberId: null,
  vouchedBy: null,
  expiresAt: null,
};
const DOCUMENT = parse('subscription { told }');

interface Told {
  readonly type: string;
  /** What the caller was whom it was rendered for. */
  readonly role: string;
  readonly number: number;
  readonly follows?: number;
}

/** What one socket was sent, in order. It is written to directly, at the end of a turn or when that is asked for, and by the protocol at once. */
class FakeOutlet implements DirectOutlet {
  readonly sent: Told[] = [];
  pushed = 0;
  isFull = false;
  session!: Session;
  private waiting: (() => void)[] = [];
  private queue: Told[] = [];

  constructor(private readonly scheduler: fc.Scheduler) {}

  push(_opening: Buffer, payload: Buffer): void {
    const { data } = JSON.parse(payload.toString()) as { data: { told: string } };
    const told = JSON.parse(data.told) as Told;
    // What another role may see is not sent, not even in the turn in which this one changes.
    expect(told.role).toBe(this.session.actor.role);
    this.pushed += 1;
    if (this.queue.push(told) === 1) void this.flushLater();
  }

  private async flushLater(): Promise<void> {
    for (let i = 0; i < 40; i += 1) await this.scheduler.schedule(Promise.resolve(), 'flush');
    this.flush();
  }

  flush(): void {
    this.sent.push(...this.queue);
    this.queue = [];
  }

  async drained(): Promise<void> {
    if (this.isFull) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The reader stops reading, or takes what it was sent. */
  fill(isFull: boolean): void {
    this.isFull = isFull;
    if (!isFull) for (const resolve of this.waiting.splice(0)) resolve();
  }
}

const events = fc.array(
  fc.record({
    pause: fc.oneof(fc.nat({ max: 8 }), fc.constant(30)),
    what: fc.oneof(
      fc.record({
        type: fc.constant('COMMIT' as const),
        count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(260)),
        isOurs: fc.constantFrom(true, true, false),
      }),
      fc.record({ type: fc.constant('JOIN' as const) }),
      fc.record({ type: fc.constantFrom('FILL' as const, 'DRAIN' as const, 'LEAVE' as const), who: fc.nat({ max: 5 }) }),
      fc.record({
        type: fc.constant('DOUBT' as const),
        who: fc.nat({ max: 5 }),
        role: fc.constantFrom('PARTNER' as const, 'STAFF' as const),
      }),
    ),
  }),
  { minLength: 3, maxLength: 14 },
);

test('whoever joins, leaves, stalls or is doubted: every subscription of a group is sent everything once and in order', async () => {
  let inGroups = 0;
  const property = fc.asyncProperty(fc.scheduler(), events, fc.boolean(), fc.boolean(), async (scheduler, steps, isStream, isFiltered) => {
    const lane = new ScheduledLane(scheduler);
    lane.commit(2, PROGRAM);
    const pool = lane as unknown as Pool;
    const alarms: string[] = [];
    const onAlarm = (message: string) => alarms.push(message);
    const tailer = new Tailer({ pool, laneCount: 1, connectionString: '', isDoorbellHeard: false, onAlarm });
    const seal = new CursorSeal(randomBytes(32), '');
    const feed = new Feed({ pool, seal, tailer, laneCount: 1, now: () => 0, limits: { bookmarkIntervalMs: 1_000_000 } });
    const matches = ({ number }: { number: number }) => !isFiltered || number % 3 === 0;
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { one: { type: GraphQLString } } }),
      subscription: new GraphQLObjectType({
        name: 'Subscription',
        fields: {
          told: {
            type: GraphQLString,
            subscribe: () => Deliveries.begin(feed, { programId: PROGRAM, stream: isStream ? STREAM : null, matches, after: null }),
            resolve: async ({ item }: Delivery, _args: unknown, { actor }: Context) => {
              await scheduler.schedule(Promise.resolve(), 'resolve');
              const { type, number, follows } = item as Omit<Told, 'role'>;
              return JSON.stringify({ type, number, follows, role: actor?.role });
            },
          },
        },
      }),
    });
    const groups = new Groups();
    const subscribers: {
      outlet: FakeOutlet;
      session: Session;
      results: Promise<Results>;
      isGone: boolean;
      known: number;
      running: Promise<void>;
    }[] = [];
    const join = () => {
      const outlet = new FakeOutlet(scheduler);
      const session = new Session(ACTOR, undefined, () => {});
      outlet.session = session;
      const direct = { outlet, opening: openingOf(String(subscribers.length)) };
      const args = { schema, document: DOCUMENT, contextValue: new Context({} as Services, ACTOR), session, direct };
      const results = subscribeFresh(args, { groups, keyOf: shareKey, masked: (result) => result }) as Promise<Results>;
      const subscriber = { outlet, session, results, isGone: false, known: 0, running: Promise.resolve() };
      subscriber.running = (async () => {
        for await (const { data } of await results) {
          const told = JSON.parse((data as { told: string }).told) as Told;
          if (told.type === 'SNAPSHOT') subscriber.known = isStream ? told.number : lane.number;
          outlet.sent.push(told);
          // The protocol sends what is not the group's, and asks for more when the kernel took it.
          await scheduler.schedule(Promise.resolve(), 'send');
        }
      })();
      subscribers.push(subscriber);
    };
    join();
    join();
    const acting = (async () => {
      for (const { pause, what } of steps) {
        for (let i = 0; i <= pause; i += 1) {
          await scheduler.schedule(Promise.resolve(), 'pause');
          // Some steps of the others go through the event loop.
          await new Promise(setImmediate);
        }
        if (what.type === 'COMMIT') {
          lane.commit(what.count, what.isOurs ? PROGRAM : FOREIGN);
          tailer.wake();
        } else if (what.type === 'JOIN') join();
        else {
          const who = subscribers[what.who % subscribers.length] as (typeof subscribers)[number];
          if (what.type === 'FILL') who.outlet.fill(true);
          else if (what.type === 'DRAIN') who.outlet.fill(false);
          else if (what.type === 'DOUBT') who.session.doubt(scheduler.schedule(Promise.resolve({ ...ACTOR, role: what.role }), 'look'));
          else if (!who.isGone) {
            who.isGone = true;
            void who.results.then((results) => results.return(undefined));
          }
        }
      }
    })();
    await settled(scheduler);
    await acting;
    for (const { outlet } of subscribers) outlet.fill(false);
    await settled(scheduler);
    tailer.wake();
    await settled(scheduler);
    inGroups += subscribers.reduce((sum, { outlet }) => sum + outlet.pushed, 0);
    // Those of a role that are left stand together, and one follower serves all of them; but filtered, they may wait for different items before.
    const roles = new Set(subscribers.filter(({ isGone }) => !isGone).map(({ session }) => session.actor.role));
    expect(groups.size).toBe(roles.size);
    if (!(isStream && isFiltered)) expect(tailer.followerCount).toBe(groups.size);
    await tailer.stop();
    await Promise.all(subscribers.map(({ running }) => running));
    expect(groups.size).toBe(0);

    expect(alarms).toEqual([]);
    for (const { outlet, isGone } of subscribers) {
      const [first, ...rest] = outlet.sent;
      if (!first) continue;
      expect(first.type).toBe('SNAPSHOT');
      const entries = rest.filter(({ type }) => type === 'ENTRY');
      if (isStream) {
        let last = first.number;
        for (const each of rest) {
          if (each.type === 'ENTRY') expect(each.follows).toBe(last);
          last = each.number;
        }
        const due = Array.from({ length: lane.number - first.number }, (_, i) => first.number + 1 + i).filter((number) =>
          matches({ number }),
        );
        expect(entries.map(({ number }) => number)).toEqual(isGone ? due.slice(0, entries.length) : due);
      } else {
        const numbers = entries.map(({ number }) => number);
        const due = Array.from({ length: lane.number }, (_, i) => 1 + i).filter((number) => matches({ number }));
        // Where it began is not told for a programme: from there on nothing is missing.
        const from = due.indexOf(numbers[0] as number);
        if (numbers.length > 0) expect(numbers).toEqual(due.slice(from, isGone ? from + numbers.length : undefined));
      }
    }
  });
  await fc.assert(property, { seed: seed(), numRuns: 300, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true });
  // Else this shows nothing.
  expect(inGroups).toBeGreaterThan(500);
}, 90_000);
