import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type fc from 'fast-check';
import type { Pool } from 'pg';
import { CursorSeal } from '../../src/feed/cursor.js';
import { Feed } from '../../src/feed/feed.js';
import { type Holder, ReadAhead } from '../../src/feed/read-ahead.js';
import { Tailer } from '../../src/feed/tailer.js';
import { PROGRAM, ScheduledLane, STREAM } from '../support/scheduled-lane.js';

const HOLDERS_MAX = 16;

/** A reader that asked long ago, or asks all the while. */
class Reader implements Holder {
  drops = 0;

  constructor(
    private readonly readAhead: ReadAhead,
    readonly askedAt: number | null,
  ) {}

  letGo(): void {
    this.drops += 1;
    this.readAhead.give(this);
  }
}

test('so many hold a page at a time, and the next waits until one gives it back', async () => {
  const readAhead = new ReadAhead();
  const readers = Array.from({ length: HOLDERS_MAX + 1 }, () => new Reader(readAhead, null));
  await Promise.all(readers.slice(0, HOLDERS_MAX).map((reader) => readAhead.take(reader)));
  let isIn = false;
  const waiting = readAhead.take(readers[HOLDERS_MAX] as Reader).then(() => {
    isIn = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 450));
  expect(isIn).toBe(false);
  readAhead.give(readers[3] as Reader);
  await waiting;
  expect(readers.map(({ drops }) => drops)).toEqual(readers.map(() => 0));
});

test('readers that stand still keep nobody waiting', async () => {
  const readAhead = new ReadAhead();
  const silent = Array.from({ length: HOLDERS_MAX }, () => new Reader(readAhead, performance.now() - 10_000));
  await Promise.all(silent.map((reader) => readAhead.take(reader)));
  await readAhead.take(new Reader(readAhead, null));
  expect(silent.map(({ drops }) => drops)).toEqual(silent.map(() => 1));
});

test.each([
  ['that took all of their page', 0, ['ENTRY', 'ENTRY', 'ENTRY']],
  ['that were told that their cursor is ahead, and not yet where the stream stands', 9, ['RESET']],
])('readers %s and ask for nothing keep nobody waiting', async (_who, after, taken) => {
  const lane = new ScheduledLane({ schedule: (work: Promise<unknown>) => work } as unknown as fc.Scheduler);
  lane.commit(3, PROGRAM);
  const pool = lane as unknown as Pool;
  const tailer = new Tailer({ pool, laneCount: 1, connectionString: '', isDoorbellHeard: false, onAlarm: () => {} });
  const feed = new Feed({ pool, tailer, seal: new CursorSeal(randomBytes(32), ''), laneCount: 1, now: () => 0 });
  const read = async (number: number, count: number) => {
    const cursor = feed.streamCursors(PROGRAM, STREAM.streamId).at(number);
    const reader = feed.follow({ programId: PROGRAM, stream: STREAM, matches: () => true, after: cursor });
    const items = [];
    for (let i = 0; i < count; i += 1) items.push((await reader.next()).value?.type);
    return items;
  };
  const silent = Array.from({ length: HOLDERS_MAX }, () => read(after, taken.length));
  expect(await Promise.all(silent)).toEqual(silent.map(() => taken));
  expect(await read(0, 1)).toEqual(['ENTRY']);
  await tailer.stop();
});
