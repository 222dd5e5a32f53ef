import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { readConnections } from '../../src/database/connections.js';
import { readEpoch } from '../../src/database/history.js';
import { migrate } from '../../src/database/orm.js';
import { CursorSeal } from '../../src/feed/cursor.js';
import { Doorbell } from '../../src/feed/doorbell.js';
import { Feed, type FeedItem, type FeedLimits, type FeedRequest, InvalidCursor, type StreamKey } from '../../src/feed/feed.js';
import { Tailer, type TailerOptions } from '../../src/feed/tailer.js';
import { laneOf, shardOf } from '../../src/journal/shard.js';
import type { StoredEntry } from '../../src/journal/stored-entry.js';
import { type Appending, LaneWriter } from '../support/lane-writer.js';
import { createDatabase, dropDatabase } from '../support/laurel.js';
import { seed } from '../support/seed.js';

const LANES = 4;
const NEVER_MS = 2 ** 31 - 1;
const HOUR_MS = 3_600_000;
const secret = randomBytes(32);

/** A migrated database and as many processes that feed from it as a test wants. */
class Database {
  readonly writer: LaneWriter;
  readonly alarms: string[] = [];
  private readonly tailers: Tailer[] = [];

  private constructor(
    readonly url: string,
    readonly pool: Pool,
    readonly epoch: string,
    private readonly doorbell: Doorbell | null,
  ) {
    this.writer = new LaneWriter(pool, LANES);
  }

  /** What is written here is told by the doorbell, or by nothing, and then found by the processes' timers. */
  static async create(waker: 'its timer' | 'the doorbell' = 'its timer'): Promise<Database> {
    const url = await createDatabase();
    await migrate(url);
    const pool = readConnections(url, 12);
    const doorbell = waker === 'the doorbell' ? new Doorbell(url) : null;
    await doorbell?.start();
    return new Database(url, pool, await readEpoch(async (text) => (await pool.query(text)).rows), doorbell);
  }

  async append(member: Member, more: Partial<Appending> = {}): Promise<void> {
    await this.writer.append({ ...member, ...more });
    this.doorbell?.ring();
  }

  async process({
    limits = {},
    epoch = this.epoch,
    now = Date.now,
    ...tail
  }: Partial<TailerOptions> & { limits?: Partial<FeedLimits>; epoch?: string; now?: () => number } = {}) {
    const onAlarm = (message: string) => this.alarms.push(message);
    const tailer = new Tailer({
      pool: this.pool,
      laneCount: LANES,
      connectionString: this.url,
      onAlarm,
      isDoorbellHeard: this.doorbell !== null,
      tickMs: this.doorbell ? NEVER_MS : 10,
      ...tail,
    });
    this.tailers.push(tailer);
    await tailer.start();
    return { tailer, feed: new Feed({ pool: this.pool, seal: new CursorSeal(secret, epoch), tailer, laneCount: LANES, now, limits }) };
  }

  async stopProcesses(): Promise<void> {
    for (const tailer of this.tailers.splice(0)) await tailer.stop();
    this.alarms.length = 0;
  }

  async drop(): Promise<void> {
    await this.stopProcesses();
    await this.doorbell?.stop();
    await this.pool.end();
    await dropDatabase(this.url);
  }
}

interface Member extends StreamKey {
  readonly programId: string;
}
/** A stream that is not there before its first entry. */
const newMember = (programId: string = randomUUID(), lane?: number): Member => {
  for (;;) {
    const streamId = randomUUID();
    const shard = shardOf(programId, streamId);
    if (lane === undefined || laneOf(shard, LANES) === lane) return { programId, streamId, shard };
  }
};

const all = () => true;
const ofMember = (member: Member, after: string | null = null): FeedRequest => ({
  programId: member.programId,
  stream: member,
  matches: all,
  after,
});
const ofProgram = (programId: string, after: string | null = null): FeedRequest => ({ programId, stream: null, matches: all, after });

/** The next items, however long they take: jest's limit is the limit. */
async function take(items: AsyncGenerator<FeedItem, void, void>, count: number): Promise<FeedItem[]> {
  const taken: FeedItem[] = [];
  while (taken.length < count) {
    const { value, done } = await items.next();
    if (done) throw new Error('the feed ended');
    taken.push(value as FeedItem);
  }
  return taken;
}
const numbersOf = (items: readonly FeedItem[]): number[] => items.flatMap((item) => (item.type === 'ENTRY' ? [item.number] : []));
const placesOf = (items: readonly FeedItem[]) =>
  items.flatMap((item) => (item.type === 'ENTRY' ? [`${item.entry.lane}/${item.entry.position}`] : []));
const upTo = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each(['its timer', 'the doorbell'] as const)('the feed, woken by %s alone,', (waker) => {
  let database: Database;
  const append = (member: Member, more?: Partial<Appending>) => database.append(member, more);
  beforeAll(async () => {
    database = await Database.create(waker);
  });
  afterEach(async () => {
    expect(database.alarms).toEqual([]);
    await database.stopProcesses();
  });
  afterAll(() => database.drop());

  test('begins with the stored state, then gives each entry in order with the number it follows', async () => {
    const { feed } = await database.process();
    const member = newMember();
    await append(member, { count: 3 });
    const items = feed.follow(ofMember(member));
    const [snapshot] = await take(items, 1);
    expect(snapshot).toMatchObject({ type: 'SNAPSHOT', number: 3, state: { number: 3, status: 'ACTIVE' } });
    await append(member, { count: 2 });
    await append(member);
    expect(await take(items, 3)).toMatchObject(
      [4, 5, 6].map((number) => ({ type: 'ENTRY', number, follows: number - 1, entry: { number, streamId: member.streamId } })),
    );
  });

  test('goes on behind any item with exactly the rest, in another process, as subscription and as pages', async () => {
    const { feed } = await database.process();
    const { feed: other } = await database.process();
    const programId = randomUUID();
    const members = upTo(1, 6).map(() => newMember(programId));
    for (const member of members) await append(member);
    for (const request of [ofMember(members[0] as Member), ofProgram(programId)]) {
      const following = feed.follow(request);
      const items = await take(following, 1);
      for (const member of members) await append(member, { count: 2 });
      const count = request.stream ? 2 : 12;
      items.push(...(await take(following, count)));
      for (const [i, item] of items.entries()) {
        const rest = other.follow({ ...request, after: item.cursor });
        const expected = i === count ? [] : placesOf(items.slice(i + 1));
        const [first, ...more] = await take(rest, Math.max(1, count - i));
        expect(placesOf([first as FeedItem, ...more]).sort()).toEqual([...expected].sort());
        if (i === count) expect(first?.type).toBe('BOOKMARK');
        await rest.return();

        const paged: FeedItem[] = [];
        let page = await other.page({ ...request, after: item.cursor, limit: 2 });
        for (;;) {
          paged.push(...page.items);
          if (!page.hasMore) break;
          page = await other.page({ ...request, after: page.cursor, limit: 2 });
        }
        expect(placesOf(paged).sort()).toEqual([...expected].sort());
        expect((await other.page({ ...request, after: page.cursor, limit: 2 })).items).toEqual([]);
      }
      await following.return();
    }
  });

  test('has no hole and nothing twice while four writers write, however often it is cut off', async () => {
    const random = fc.sample(fc.infiniteStream(fc.nat()), { seed: seed(), numRuns: 1 })[0] as IterableIterator<number>;
    const below = (limit: number): number => (random.next().value as number) % limit;
    const tickMs = waker === 'the doorbell' ? {} : { tickMs: 40 };
    const processes = [await database.process(), await database.process(), await database.process(tickMs)];
    const programs = [randomUUID(), randomUUID()];
    const members = upTo(0, 7).map((i) => newMember(programs[i % 2]));
    for (const member of members) await append(member);

    let isWriting = true;
    const write = async () => {
      while (isWriting) {
        await append(members[below(members.length)] as Member, { count: below(12) === 0 ? 300 : 1 + below(4) });
        for (const { tailer } of processes) if (below(2) === 0) tailer.wake();
        await sleep(below(8));
      }
    };
    const written = Promise.all([write(), write(), write(), write()]);
    setTimeout(() => {
      isWriting = false;
    }, 2_000);
    const opener = new CursorSeal(secret, '');
    const journals = written.then(
      async () =>
        new Map<string, StoredEntry[]>(
          await Promise.all(programs.map(async (id) => [id, await database.writer.read(id, [0, 0, 0, 0])] as const)),
        ),
    );
    /** The places behind a snapshot, lane by lane, as the journal has them. */
    const writtenBehind = async (
      { programId, stream }: FeedRequest,
      { cursor, number }: FeedItem & { type: 'SNAPSHOT' },
    ): Promise<string[]> => {
      const positions = opener.open(cursor)?.positions ?? [];
      const entries = (await journals).get(programId) as StoredEntry[];
      return entries
        .filter((entry) =>
          stream ? entry.streamId === stream.streamId && entry.number > number : entry.position > (positions[entry.lane] as number),
        )
        .map(({ lane, position }) => `${lane}/${position}`);
    };
    /** Follows through cuts until it has as many entries as were written, and gives what it got behind its first snapshot. */
    const follow = async (request: FeedRequest) => {
      let snapshot: (FeedItem & { type: 'SNAPSHOT' }) | undefined;
      let after: string | null = null;
      let last = 0;
      const entries: FeedItem[] = [];
      let count: Promise<number> | undefined;
      const isWhole = async () => {
        await written;
        if (!snapshot) return false;
        count ??= writtenBehind(request, snapshot).then((places) => places.length);
        return entries.length >= (await count);
      };
      for (;;) {
        const { feed } = processes[below(processes.length)] as (typeof processes)[number];
        const items = feed.follow({ ...request, after });
        for (let left = below(250); left > 0; left -= 1) {
          const next = items.next();
          if (await Promise.race([next.then(() => false), isWhole()])) {
            await items.return();
            return { snapshot: snapshot as FeedItem & { type: 'SNAPSHOT' }, entries };
          }
          const item = (await next).value as FeedItem;
          after = item.cursor;
          if (item.type === 'SNAPSHOT') {
            expect(snapshot).toBeUndefined();
            snapshot = item;
          } else if (item.type === 'ENTRY') {
            expect(item.follows).toBe(request.stream ? last : 0);
            entries.push(item);
          } else expect(item.type).toBe('BOOKMARK');
          last = (item as { number: number }).number;
          if (below(20) === 0) await sleep(below(30));
        }
        await items.return();
      }
    };
    const following = upTo(1, 40).map(async (i) => {
      await sleep(below(1_500));
      const member = members[below(members.length)] as Member;
      const request = i % 2 ? ofMember(member) : ofProgram(member.programId);
      return { request, ...(await follow(request)) };
    });
    for (const { request, snapshot, entries } of await Promise.all(following)) {
      const byLane = [...Map.groupBy(entries, (item) => (item.type === 'ENTRY' ? item.entry.lane : -1))].sort(([a], [b]) => a - b);
      expect(placesOf(byLane.flatMap(([, ofLane]) => ofLane))).toEqual(await writtenBehind(request, snapshot));
    }
    for (const { tailer } of processes) expect([tailer.followerCount, tailer.lanesRead]).toEqual([0, 0]);
  }, 60_000);

  test('gives no programme anything of another', async () => {
    const { feed, tailer } = await database.process();
    const [mine, theirs] = [newMember(randomUUID(), 0), newMember(randomUUID(), 0)];
    await append(mine);
    await append(theirs);
    const items = feed.follow(ofProgram(mine.programId));
    await take(items, 1);
    await append(theirs, { count: 20 });
    await append(mine);
    await append(theirs, { count: 20 });
    await append(mine);
    const given = await take(items, 2);
    expect(given).toMatchObject([mine, mine].map(({ programId, streamId }) => ({ entry: { programId, streamId } })));
    await items.return();
    expect((await feed.page({ ...ofProgram(mine.programId), limit: 500 })).items).toHaveLength(3);

    // Their stream under my name, whatever the shard.
    const request = { programId: mine.programId, stream: theirs, matches: all, after: null };
    expect(await failure(feed.follow(request).next())).toBeInstanceOf(Error);
    expect((await feed.page({ ...request, limit: 10 })).items).toEqual([]);
    expect(tailer.followerCount).toBe(0);
  });

  test('refuses cursors that are forged, or of another stream or programme, before it begins', async () => {
    const { feed, tailer } = await database.process();
    const [mine, sister, theirs] = [newMember(), newMember(), newMember()];
    const sibling: Member = newMember(mine.programId);
    for (const member of [mine, sister, theirs, sibling]) await append(member);
    const first = async (request: FeedRequest) => {
      const items = feed.follow(request);
      const [item] = await take(items, 1);
      await items.return();
      return item?.cursor as string;
    };
    const good = await first(ofMember(mine));
    const forged = `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`;
    const stranger = new CursorSeal(randomBytes(32), database.epoch);
    const cases: [FeedRequest, string][] = [
      ...['', 'AAAA', 'null', forged].map((after): [FeedRequest, string] => [ofMember(mine), after]),
      [
        ofMember(mine),
        stranger.seal({ epoch: database.epoch, programId: mine.programId, stream: { streamId: mine.streamId, number: 0 }, positions: [] }),
      ],
      [ofMember(mine), await first(ofMember(sibling))],
      [ofMember(mine), await first(ofMember(theirs))],
      [ofMember(mine), await first(ofProgram(mine.programId))],
      [ofProgram(mine.programId), await first(ofProgram(theirs.programId))],
      [ofProgram(mine.programId), good],
    ];
    for (const [request, after] of cases) {
      expect(await failure(feed.follow({ ...request, after }).next())).toBeInstanceOf(InvalidCursor);
      expect(await failure(feed.page({ ...request, after, limit: 1 }))).toBeInstanceOf(InvalidCursor);
    }
    expect([tailer.followerCount, tailer.lanesRead]).toEqual([0, 0]);
  });

  test('says why it cannot go on, then begins afresh', async () => {
    const { feed } = await database.process({ limits: { behindMax: 50 } });
    const { feed: restored } = await database.process({ epoch: 'another' });
    const { feed: later } = await database.process({ now: () => Date.now() + 7 * 24 * HOUR_MS + HOUR_MS });
    const { feed: muchLater } = await database.process({ now: () => Date.now() + 30 * 24 * HOUR_MS + HOUR_MS });
    const member = newMember();
    await append(member, { count: 5 });
    const { programId, streamId } = member;
    const positions = new CursorSeal(secret, '').open((await feed.info(programId)).headCursor)?.positions as number[];
    const lane = laneOf(member.shard, LANES);
    const back = (by: number) =>
      feed.programCursor(
        programId,
        positions.map((position, i) => (i === lane ? position - by : position)),
      );
    const number = (value: number) => feed.streamCursors(programId, streamId).at(value);
    const reset = async (from: Feed, request: FeedRequest) => {
      const items = from.follow(request);
      const [first, second] = await take(items, 1);
      if (first?.type !== 'RESET') {
        await items.return();
        return first?.type;
      }
      expect(second).toBeUndefined();
      const [snapshot] = await take(items, 1);
      expect(snapshot).toMatchObject({ type: 'SNAPSHOT', cursor: first.cursor });
      await append(member);
      expect(await take(items, 1)).toMatchObject([
        { type: 'ENTRY', follows: request.stream ? (snapshot as { number: number }).number : 0 },
      ]);
      await items.return();
      return first.reason;
    };
    expect(await reset(restored, ofMember(member, number(5)))).toBe('EPOCH_CHANGED');
    expect(await reset(restored, ofProgram(programId, back(0)))).toBe('EPOCH_CHANGED');
    expect(await reset(feed, ofMember(member, number(1_000)))).toBe('CURSOR_AHEAD');
    expect(await reset(feed, ofProgram(programId, back(-1_000)))).toBe('CURSOR_AHEAD');
    expect(await reset(later, ofMember(member, number(2)))).toBe('CURSOR_EXPIRED');
    // A programme reaches further back, and nothing missed is never too old.
    expect(await reset(later, ofProgram(programId, back(2)))).toBe('ENTRY');
    expect(await reset(muchLater, ofProgram(programId, back(2)))).toBe('CURSOR_EXPIRED');
    const { rows } = await database.pool.query('select number from streams where stream_id = $1', [streamId]);
    expect(await reset(muchLater, ofMember(member, number(Number(rows[0].number))))).toBe('BOOKMARK');
    await append(member, { count: 60 });
    expect(await reset(feed, ofMember(member, number(Number(rows[0].number))))).toBe('TOO_FAR_BEHIND');
    expect(await reset(feed, ofProgram(programId, back(0)))).toBe('TOO_FAR_BEHIND');
    // A page has no other way to say so than to refuse.
    for (const [from, after] of [
      [restored, number(2)],
      [feed, number(1_000)],
    ] as const) {
      expect(await failure(from.page({ ...ofMember(member, after), limit: 5 }))).toBeInstanceOf(InvalidCursor);
    }
    expect(await failure(feed.page({ ...ofProgram(programId, back(-1_000)), limit: 5 }))).toBeInstanceOf(InvalidCursor);
  });

  test('lets a quiet reader know its place, which the next item follows', async () => {
    const { feed } = await database.process({ limits: { bookmarkIntervalMs: 80 } });
    const member = newMember();
    await append(member);
    const matches = ({ kind }: { kind: string }) => kind === 'WANTED';
    const items = feed.follow({ ...ofMember(member), matches });
    await take(items, 1);
    await append(member, { count: 4 });
    const [mark] = await take(items, 1);
    expect(mark).toMatchObject({ type: 'BOOKMARK', number: 5 });
    // One, not one every interval.
    const next = take(items, 1);
    expect(await Promise.race([next, sleep(300, 'silence')])).toBe('silence');
    await append(member, { kind: 'WANTED' });
    expect(await next).toMatchObject([{ type: 'ENTRY', number: 6, follows: 5 }]);
    // Behind the bookmark: the same item, following the same number. Behind what matches nothing: a bookmark at the end.
    expect(await take(feed.follow({ ...ofMember(member, mark?.cursor), matches }), 1)).toMatchObject([
      { type: 'ENTRY', number: 6, follows: 5 },
    ]);
    expect(await take(feed.follow({ ...ofMember(member, mark?.cursor), matches: () => false }), 1)).toMatchObject([
      { type: 'BOOKMARK', number: 6 },
    ]);

    const program = feed.follow({ ...ofProgram(member.programId), matches });
    const [before] = await take(program, 1);
    await append(newMember(), { count: 3 });
    const [after] = await take(program, 1);
    expect(after).toMatchObject({ type: 'BOOKMARK', number: 0 });
    expect(after?.cursor).not.toBe(before?.cursor);
  });
});

describe('what tells the feed, and what it holds and reads:', () => {
  let database: Database;
  const append = (member: Member, more?: Partial<Appending>) => database.append(member, more);
  beforeAll(async () => {
    database = await Database.create();
  });
  afterEach(async () => {
    expect(database.alarms).toEqual([]);
    await database.stopProcesses();
  });
  afterAll(() => database.drop());

  test('needs nothing but its timer', async () => {
    const { feed } = await database.process({ tickMs: 20 });
    const member = newMember();
    await append(member);
    const items = feed.follow(ofMember(member));
    await take(items, 1);
    await append(member);
    expect(numbersOf(await take(items, 1))).toEqual([2]);
  });

  test('is woken by the doorbell alone, also after its connection was cut', async () => {
    const { feed } = await database.process({ tickMs: NEVER_MS, isDoorbellHeard: true });
    const doorbell = new Doorbell(database.url);
    await doorbell.start();
    const member = newMember();
    await append(member);
    const items = feed.follow(ofMember(member));
    await take(items, 1);
    await append(member);
    const next = take(items, 1);
    expect(await Promise.race([next, sleep(200, 'silence')])).toBe('silence');
    for (let i = 0; i < 100; i += 1) doorbell.ring();
    expect(numbersOf(await next)).toEqual([2]);

    await database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'laurel doorbell' and datname = current_database()",
    );
    await append(member);
    // Both connections come back by themselves; whoever listens looks at once.
    expect(numbersOf(await take(items, 1))).toEqual([3]);
    await doorbell.stop();
  });

  test('holds nothing for a reader that does not ask, and loses nothing', async () => {
    const { feed, tailer } = await database.process({ tickMs: 5 });
    const member = newMember();
    await append(member);
    for (const request of [ofMember(member), ofProgram(member.programId)]) {
      const items = feed.follow(request);
      const start = request.stream ? 1 : 2_902;
      await take(items, 1);
      for (let i = 0; i < 29; i += 1) {
        await append(member, { count: 100 });
        tailer.wake();
      }
      await sleep(50);
      const { held } = (items as unknown as { splice: { held: { lagging: Set<number>; size: number } } }).splice;
      expect([held.lagging.size, held.size]).toEqual([1, 0]);
      expect(numbersOf(await take(items, 2_900))).toEqual(upTo(start + 1, start + 2_900));
      await append(member);
      expect(numbersOf(await take(items, 1))).toEqual([start + 2_901]);
      await items.return();
    }
  });

  test('holds no more for a reader whose programme is quiet in a busy lane', async () => {
    const { feed, tailer } = await database.process({ tickMs: NEVER_MS });
    const [mine, theirs] = [newMember(randomUUID(), 1), newMember(randomUUID(), 1)];
    const items = feed.follow(ofProgram(mine.programId));
    await take(items, 1);
    const read = (tailer as unknown as { read: () => Promise<void> }).read.bind(tailer);
    for (let i = 0; i < 300; i += 1) {
      await append(theirs);
      await read();
    }
    const { held } = (items as unknown as { splice: { held: { lagging: Set<number>; size: number } } }).splice;
    expect([held.lagging.size, held.size]).toEqual([1, 0]);
    await append(mine);
    expect(await take(items, 1)).toMatchObject([{ entry: { streamId: mine.streamId } }]);
  });

  test('lets go at once when a reader leaves while it waits, or before it began', async () => {
    const { feed, tailer } = await database.process();
    const member = newMember();
    await append(member);
    const waiting = feed.follow(ofMember(member));
    await take(waiting, 1);
    const pending = waiting.next();
    await sleep(20);
    expect([tailer.followerCount, tailer.lanesRead]).toEqual([1, 1]);
    const returned = waiting.return();
    expect([tailer.followerCount, tailer.lanesRead]).toEqual([0, 0]);
    expect(await Promise.all([pending, returned])).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
    expect(await waiting.next()).toEqual({ done: true, value: undefined });

    // While the lanes' heads, or the snapshot, are being read.
    for (const ticks of upTo(0, 12)) {
      const starting = feed.follow(ofProgram(member.programId));
      const first = starting.next();
      for (let i = 0; i < ticks; i += 1) await new Promise(setImmediate);
      await starting.return();
      await first;
      expect(await starting.next()).toEqual({ done: true, value: undefined });
    }
    const never = feed.follow(ofMember(member));
    await never.return();
    expect(await never.next()).toEqual({ done: true, value: undefined });
    await sleep(50);
    expect([tailer.followerCount, tailer.lanesRead]).toEqual([0, 0]);
  });

  test('ends all readers when it stops, and takes no new one', async () => {
    const { feed, tailer } = await database.process();
    const members = upTo(1, 5).map(() => newMember());
    for (const member of members) await append(member);
    const readers = members.map((member) => feed.follow(ofMember(member)));
    for (const reader of readers) await take(reader, 1);
    const pending = readers.map((reader) => reader.next());
    await tailer.stop();
    for (const each of pending) expect(await each).toEqual({ done: true, value: undefined });
    expect(await failure(feed.follow(ofMember(members[0] as Member)).next())).toBeInstanceOf(Error);
  });

  test('reads the snapshots of those who come together by one statement', async () => {
    const { feed } = await database.process({ tickMs: NEVER_MS });
    const members = upTo(1, 60).map(() => newMember(undefined, 1));
    for (const member of members) await append(member);
    const keeper = feed.follow(ofMember(members[0] as Member));
    await take(keeper, 1);
    const statements: unknown[] = [];
    const { query } = database.pool;
    database.pool.query = ((...args: unknown[]) => {
      statements.push(args[0]);
      return Reflect.apply(query, database.pool, args);
    }) as typeof query;
    try {
      const first = await Promise.all([...members, ...members].map((member) => take(feed.follow(ofMember(member)), 1)));
      expect(first.flat()).toMatchObject([...members, ...members].map(() => ({ type: 'SNAPSHOT', number: 1 })));
    } finally {
      database.pool.query = query;
    }
    // And one look of all of them at what is older.
    expect(statements.map((each) => (each as { name: string }).name)).toEqual(['feed_snapshots', 'tail_lanes']);
  });

  test('gives nothing before everything that is older was given to those who follow it', async () => {
    const member = newMember(randomUUID(), 1);
    const other = newMember(randomUUID(), 2);
    for (const each of [member, other]) await append(each);
    for (const isRead of [true, false]) {
      const { feed, tailer } = await database.process({ tickMs: NEVER_MS });
      const given: number[] = [];
      const watch = {
        lanes: [2],
        streamId: other.streamId,
        take: ({ entries }: { entries: readonly StoredEntry[] }) => given.push(...entries.map(({ number }) => number)),
        end: () => {},
      };
      await tailer.follow(watch);
      const items = feed.follow(ofMember(member));
      const [snapshot] = (await take(items, 1)) as [FeedItem];
      // More than a page of the tailer, and the last of them is older than what the reader waits for.
      await append(other, { count: 1_500 });
      await append(member);
      if (!isRead) tailer.wake();
      await take(isRead ? feed.follow(ofMember(member, snapshot.cursor)) : items, 1);
      expect(given).toHaveLength(1_500);
      await append(other);
      await take(feed.follow(ofMember(member)), 1);
      expect(given).toHaveLength(1_501);
      await tailer.stop();
    }
  });

  test('ends a reader that waits for what is older', async () => {
    const { feed, tailer } = await database.process({ tickMs: NEVER_MS });
    const member = newMember();
    await append(member);
    tailer.caughtUp = () => new Promise(() => {});
    const items = feed.follow(ofMember(member));
    const pending = items.next();
    await sleep(50);
    await items.return();
    expect(await pending).toEqual({ done: true, value: undefined });
  });
});

describe('a journal with a hole', () => {
  let database: Database;
  beforeAll(async () => {
    database = await Database.create();
  });
  afterAll(() => database.drop());

  test('in a lane raises the alarm and sends that lane away, no other', async () => {
    const { feed, tailer } = await database.process();
    const [broken, whole] = [newMember(undefined, 2), newMember(undefined, 3)];
    await database.writer.append(broken);
    await database.writer.append(whole);
    const reader = feed.follow(ofMember(broken));
    const other = feed.follow(ofMember(whole));
    const wide = feed.follow(ofProgram(whole.programId));
    for (const each of [reader, other, wide]) await take(each, 1);
    const ends = [failure(reader.next()), failure(wide.next())];
    await database.writer.append({ ...newMember(undefined, 2), skipPositions: 1 });
    for (const end of ends) expect(await end).toMatchObject({ message: 'lane 2 has no position 2' });
    expect(database.alarms).toEqual(['lane 2 has no position 2']);
    expect(tailer.lanesRead).toBe(1);
    await database.writer.append(whole);
    expect(numbersOf(await take(other, 1))).toEqual([2]);
    database.alarms.length = 0;
  });

  test('in a stream raises the alarm for whoever catches up over it', async () => {
    const { feed, tailer } = await database.process();
    const member = newMember(undefined, 0);
    await database.writer.append({ ...member, count: 2 });
    const after = feed.streamCursors(member.programId, member.streamId).at(1);
    await database.writer.append({ ...member, skipNumbers: 1 });
    expect(await failure(feed.follow(ofMember(member, after)).next())).toMatchObject({ message: expect.stringContaining('has a hole') });
    expect(await failure(feed.page({ ...ofMember(member, after), limit: 10 }))).toMatchObject({
      message: expect.stringContaining('has a hole'),
    });
    expect(database.alarms).toHaveLength(2);
    expect(tailer.followerCount).toBe(0);
  });
});
