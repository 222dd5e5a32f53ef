import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { ReaderWatch } from '../../src/server/watch-reader.js';

let watch: ReaderWatch;
beforeEach(() => {
  jest.useFakeTimers();
  watch = new ReaderWatch();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A socket that takes what it is told to. */
class Reader extends EventEmitter {
  readonly closes: number[] = [];
  terminations = 0;
  bufferedAmount = 0;
  readonly _socket = { bytesWritten: 0 };

  write(bytes: number): void {
    this._socket.bytesWritten += bytes;
    this.bufferedAmount += bytes;
  }

  take(bytes: number): void {
    this.bufferedAmount = Math.max(0, this.bufferedAmount - bytes);
  }

  ping(): void {
    this.write(2);
  }

  close(code: number): void {
    this.closes.push(code);
  }

  terminate(): void {
    this.terminations += 1;
  }
}

function watched(): Reader {
  const reader = new Reader();
  watch.add(reader as unknown as WebSocket);
  return reader;
}

test('a reader that takes nothing is sent away, also when it says all the while that it is there', () => {
  const reader = watched();
  reader.write(10_000);
  for (let second = 1; second <= 22; second += 1) {
    reader.emit('pong');
    jest.advanceTimersByTime(1_000);
  }
  expect(reader.closes[0]).toBe(1013);
});

test('a reader that takes a little now and then stays, and so does one that has taken everything', () => {
  const [slow, idle] = [watched(), watched()];
  slow.write(100_000);
  for (let second = 1; second <= 120; second += 1) {
    if (second % 15 === 0) slow.take(10);
    for (const reader of [slow, idle]) reader.emit('pong');
    jest.advanceTimersByTime(1_000);
    idle.take(1_000);
  }
  expect([slow.closes, slow.terminations, idle.closes, idle.terminations]).toEqual([[], 0, [], 0]);
});

test('a reader that answers no ping is cut off', () => {
  const reader = watched();
  jest.advanceTimersByTime(24_000);
  expect(reader.terminations).toBe(1);
});

test('nothing is looked at any more when the last reader has gone', () => {
  const [one, other] = [watched(), watched()];
  watch.drop(one as unknown as WebSocket);
  jest.advanceTimersByTime(24_000);
  expect([one.terminations, other.terminations]).toEqual([0, 1]);
  watch.drop(other as unknown as WebSocket);
  expect(jest.getTimerCount()).toBe(0);
  watch.add(new Reader() as unknown as WebSocket);
  expect(jest.getTimerCount()).toBe(1);
});
