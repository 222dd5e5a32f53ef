import { expect, test } from '@jest/globals';
import { type Holder, ReadAhead } from '../../src/feed/read-ahead.js';

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
