import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { follow } from '../../src/client/follow.js';
import { Numbers } from '../../src/client/numbers.js';
import { resuming } from '../../src/client/resuming.js';
import type { FeedItem, Payload, Sink, Transport } from '../../src/client/transport.js';
import { isFinal, waitMs } from '../../src/client/trouble.js';
import { seed } from '../support/seed.js';

const entry = (number: number): FeedItem => ({ cursor: String(number), number, follows: number - 1, entry: { streamId: 's' } });
const result = (item: FeedItem) => ({ data: { journal: item } });

/** What goes wrong between a server and its reader, after how many items. */
type Fault = 'break' | 'end' | 'again' | 'skip';

/** A server that has all items from the first on, and a network that does to them what it is told. */
class Unreliable implements Transport {
  begun = 0;

  constructor(
    private readonly count: number,
    private readonly faults: { readonly after: number; readonly fault: Fault }[],
  ) {}

  subscribe(payload: Payload, sink: Sink): () => void {
    let isLeft = false;
    this.begun += 1;
    void this.send(payload, sink, () => isLeft);
    return () => {
      isLeft = true;
    };
  }

  private async send(payload: Payload, sink: Sink, isLeft: () => boolean): Promise<void> {
    let next = Number(payload.variables.after ?? 0) + 1;
    const plan = this.faults.shift();
    for (let sent = 0; next <= this.count && !isLeft(); sent += 1, next += 1) {
      if (plan && sent === plan.after) {
        if (plan.fault === 'break') return sink.error({ code: 1006 });
        if (plan.fault === 'end') return sink.complete();
        // As a transport that comes back by itself, and reads the payload again, but late.
        if (plan.fault === 'again') next = Math.max(1, Number(payload.variables.after ?? 0) - 2);
        if (plan.fault === 'skip') next += 1;
      }
      if (next > this.count) return;
      sink.next(result(entry(next)));
      if (sent % 3 === 0) await turn();
    }
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(2);
}

describe('the client', () => {
  test('handles every item once and in order, whatever breaks, repeats or is left out on the way', async () => {
    const fault = fc.record({ after: fc.nat(12), fault: fc.constantFrom<Fault>('break', 'end', 'again', 'skip') });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 4 }), fc.integer({ min: 2, max: 20 }), fc.nat(2), async (faults, queueMax, slow) => {
        const handled: number[] = [];
        const following = follow({
          transport: new Unreliable(40, [...faults]),
          query: '',
          // The numbers of what was skipped at the very end are not missed before the next item.
          after: null,
          queueMax,
          handle: async (item) => {
            handled.push(item.number as number);
            for (let i = 0; i < slow; i += 1) await turn();
          },
        });
        await until(() => handled.at(-1) === 40);
        await following.stop();
        const first = handled[0] as number;
        expect(handled).toEqual(Array.from({ length: 41 - first }, (_, i) => first + i));
        // Where nothing is known yet nothing can be missed.
        expect(first).toBeLessThanOrEqual(faults.some(({ fault, after }) => fault === 'skip' && after === 0) ? 2 : 1);
        expect(following.cursor).toBe('40');
        await following.done;
      }),
      { seed: seed(), numRuns: 60 },
    );
  }, 60_000);

  test('holds no more than it is told, and goes on behind it', async () => {
    const transport = new Unreliable(5_000, []);
    const handled: number[] = [];
    const following = follow({ transport, query: '', queueMax: 100, handle: (item) => void handled.push(item.number as number) });
    await until(() => handled.length === 5_000);
    await following.stop();
    const held = follow({ transport, query: '', queueMax: 100, handle: () => new Promise(() => {}) });
    await sleep(20);
    expect((held as unknown as { queue: unknown[] }).queue).toHaveLength(100);
    expect(handled).toEqual(Array.from({ length: 5_000 }, (_, i) => i + 1));
  });

  test('reports a reset, and takes numbers that begin anew', async () => {
    let sink: Sink | undefined;
    const told: unknown[] = [];
    const following = follow({
      transport: {
        subscribe: (_payload, given) => {
          sink = given;
          return () => {};
        },
      },
      query: '',
      after: 'old',
      handle: (item) => void told.push(item.number ?? item.reason),
      onReset: (reason) => void told.push(`reset: ${reason}`),
    });
    const items: FeedItem[] = [entry(7), { cursor: 'r', reason: 'EPOCH_CHANGED' }, { cursor: '2', number: 2 }, entry(3), entry(3)];
    for (const item of items) sink?.next(result(item));
    await sleep(10);
    expect(told).toEqual([7, 'reset: EPOCH_CHANGED', 'EPOCH_CHANGED', 2, 3]);
    await following.stop();
  });

  test('asks whether an entry is new to what is stored, where a crash may have come in between', async () => {
    const stored = new Set([1, 2, 3]);
    const handled: number[] = [];
    const following = follow({
      transport: new Unreliable(6, []),
      query: '',
      isNew: (_streamId, number) => !stored.has(number),
      handle: (item) => void handled.push(item.number as number),
    });
    await until(() => handled.at(-1) === 6);
    await following.stop();
    expect(handled).toEqual([4, 5, 6]);
  });

  test('ends with what its handler throws, at the item before', async () => {
    const following = follow({
      transport: new Unreliable(6, []),
      query: '',
      handle: (item) => {
        if (item.number === 4) throw new Error('full');
      },
    });
    await expect(following.done).rejects.toThrow('full');
    expect(following.cursor).toBe('3');
  });

  test('gives up only what would be refused again', async () => {
    const errors = (code: string) => [{ message: '', extensions: { code } }];
    for (const final of [errors('FORBIDDEN'), errors('BAD_USER_INPUT'), { code: 4403 }, { code: 4400 }, { response: { status: 401 } }])
      expect([final, isFinal(final)]).toEqual([final, true]);
    for (const passing of [
      null,
      errors('TIMEOUT'),
      { code: 1006 },
      { code: 1012 },
      { code: 1013 },
      new Error(''),
      { response: { status: 503 } },
    ])
      expect([passing, isFinal(passing)]).toEqual([passing, false]);
    for (const tries of [0, 5, 500]) expect([waitMs(tries) >= 50, waitMs(tries) <= 10_000]).toEqual([true, true]);
    const trouble: unknown[] = [];
    const refused = follow({
      transport: {
        subscribe: (_payload, sink) => {
          setTimeout(() => sink.error({ code: 4403 }), 1);
          return () => {};
        },
      },
      query: '',
      handle: () => {},
      onTrouble: (each) => trouble.push(each),
    });
    await expect(refused.done).rejects.toEqual({ code: 4403 });
    expect(trouble).toEqual([]);
  });

  test('knows the last number of as many streams as it is told', () => {
    const numbers = new Numbers(2);
    const take = (...streams: string[]) => streams.map((streamId) => numbers.take(streamId, 1));
    expect(take('a', 'a', 'b', 'a')).toEqual([true, false, true, false]);
    // The third stream takes the place of the one that was heard of longest ago.
    expect(take('c', 'c', 'b', 'a')).toEqual([true, false, false, true]);
    expect(numbers.take('a', 2)).toBe(true);
    numbers.clear();
    expect(take('a')).toEqual([true]);
  });

  test('has a client of graphql-ws go on behind the last item, for other libraries', () => {
    let sent: Payload | undefined;
    let sink: Sink | undefined;
    const client = resuming({
      subscribe: (payload: Payload, given: Sink) => {
        [sent, sink] = [payload, given];
        return () => {};
      },
      dispose: () => 'gone',
    });
    const given = { query: 'q', variables: { after: null, member: 1 } };
    const told: unknown[] = [];
    client.subscribe(given, { next: (each) => told.push(each), error: () => {}, complete: () => {} });
    sink?.next(result(entry(9)));
    sink?.next({ errors: [] });
    expect([sent?.variables, given.variables.after, told.length, client.dispose()]).toEqual([{ after: '9', member: 1 }, null, 2, 'gone']);
  });
});
