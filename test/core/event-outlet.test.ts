import type { ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { EventFlow } from '../../src/server/event-flow.js';
import { EventOutlet, eventOpening } from '../../src/server/event-outlet.js';

/** A stream whose reader takes what it was sent when the test says so. */
class Held {
  readonly written: string[] = [];
  private readonly taking: (() => void)[] = [];
  readonly response = new Writable({
    highWaterMark: 64,
    write: (chunk: Buffer, _encoding, done) => {
      this.written.push(String(chunk));
      this.taking.push(done);
    },
  }) as unknown as ServerResponse;

  take(): void {
    this.taking.shift()?.();
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Whether it is settled by now. */
async function isDone(work: Promise<unknown>): Promise<boolean> {
  let done = false;
  work.then(() => (done = true));
  await turn();
  await turn();
  return done;
}
const payload = Buffer.from('{"data":1}');

test('events of one turn go out in one write, in the words of a stream of its own and of a shared one', async () => {
  for (const [id, isShared, event] of [
    [null, false, 'event: next\ndata: {"data":1}\n\n'],
    ['"é"', true, 'event: next\ndata: {"id":"\\"é\\"","payload":{"data":1}}\n\n'],
  ] as const) {
    const held = new Held();
    const outlet = new EventOutlet(new EventFlow(), isShared);
    outlet.open(held.response);
    for (let i = 0; i < 3; i += 1) outlet.push(eventOpening(id), payload);
    expect(held.written).toEqual([]);
    await turn();
    expect(held.written).toEqual([event.repeat(3)]);
    outlet.push(eventOpening(id), payload);
    outlet.flush();
    held.take();
    await turn();
    expect(held.written).toEqual([event.repeat(3), event]);
  }
});

test('a group is not joined before the stream is open, what the library was given has gone out, and the reader has taken it', async () => {
  const held = new Held();
  const flow = new EventFlow();
  const outlet = new EventOutlet(flow, false);
  const closed = outlet.drained();
  expect(await isDone(closed)).toBe(false);
  outlet.open(held.response);
  expect(await isDone(closed)).toBe(true);

  // An event of the library is on its way.
  await flow.turn();
  const behind = outlet.drained();
  expect(await isDone(behind)).toBe(false);
  flow.taken();
  expect(await isDone(behind)).toBe(true);

  outlet.push(eventOpening(null), Buffer.alloc(100, 'x'));
  outlet.flush();
  const slow = outlet.drained();
  expect(await isDone(slow)).toBe(false);
  held.take();
  expect(await isDone(slow)).toBe(true);
  // And the way is free for the library again.
  expect(await isDone(flow.turn())).toBe(true);
});

test('a reader that takes nothing makes it full, and one that is gone or never came is not waited for', async () => {
  const held = new Held();
  const outlet = new EventOutlet(new EventFlow(), false);
  outlet.open(held.response);
  const large = Buffer.alloc(100_000, 'x');
  for (let i = 0; i < 2; i += 1) outlet.push(eventOpening(null), large);
  expect(outlet.isFull).toBe(false);
  outlet.push(eventOpening(null), large);
  expect(outlet.isFull).toBe(true);
  const waiting = outlet.drained();
  expect(await isDone(waiting)).toBe(false);
  held.response.destroy();
  expect(await isDone(waiting)).toBe(true);
  outlet.push(eventOpening(null), large);

  const reserved = new EventOutlet(new EventFlow(), true);
  const never = reserved.drained();
  reserved.close();
  expect(await isDone(never)).toBe(true);
});
