import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { CursorSeal } from '../../src/feed/cursor.js';
import { Feed, type FeedItem } from '../../src/feed/feed.js';
import { Tailer } from '../../src/feed/tailer.js';
import type { Row } from '../../src/journal/transaction.js';
import { seed } from '../support/seed.js';

const PROGRAM = '00000000-0000-0000-0000-000000000001';
const FOREIGN = '00000000-0000-0000-0000-000000000002';
const STREAM = { streamId: '00000000-0000-0000-0000-00000000000a', shard: 0 };
const STATE = JSON.stringify({ enrolledAt: 0, wallets: {}, standings: {} });

/** A lane with one stream of ours and one of another programme, that answers the feed's statements; when, the scheduler says. */
class Lane {
  readonly rows: (Row & { program_id: string; number: number; position: number })[] = [];
  number = 0;

  constructor(private readonly scheduler: fc.Scheduler) {}

  commit(count: number, programId: string): void {
    for (let i = 0; i < count; i += 1) {
      const isOurs = programId === PROGRAM;
      if (isOurs) this.number += 1;
      const place = { shard: 0, lane: 0, position: this.rows.length + 1, number: isOurs ? this.number : 0 };
      this.rows.push({
        ...place,
        program_id: programId,
        stream_id: isOurs ? STREAM.streamId : FOREIGN,
        kind: 'NOTED',
        effective_at: 0,
        posted_at: 0,
        data: '{}',
      });
    }
  }

  /** Two steps: the statement sees the journal in the first; its answer arrives in the second, after whatever came between. */
  readonly query = async ({ name, values }: { name: string; values: number[] & string[] & number[][] }): Promise<{ rows: Row[] }> => {
    await this.scheduler.schedule(Promise.resolve(), `run ${name}`);
    const rows = this.answer(name, values);
    await this.scheduler.schedule(Promise.resolve(), `answer ${name}`);
    return { rows };
  };

  private answer(name: string, values: readonly unknown[]): Row[] {
    const behind = (of: keyof Row, after: unknown) =>
      this.rows.filter((row) => row.program_id === PROGRAM && Number(row[of]) > Number(after));
    const page = (head: number, rows: Row[], limit: unknown) =>
      rows.length === 0 ? [{ head, number: null }] : rows.slice(0, Number(limit)).map((row) => ({ ...row, head }));
    switch (name) {
      case 'tail_heads':
      case 'feed_lanes':
        return [{ lane: 0, position: this.rows.length }];
      case 'tail_lanes':
        return this.rows.slice((values[1] as number[])[0], ((values[1] as number[])[0] as number) + 1_000);
      case 'feed_snapshots':
        return [
          {
            shard: 0,
            stream_id: STREAM.streamId,
            program_id: PROGRAM,
            number: this.number,
            settled_at: 0,
            next_due_at: null,
            status: 'ACTIVE',
            state: STATE,
          },
        ];
      case 'feed_stream':
        return page(this.number, behind('number', values[3]), values[4]);
      case 'feed_lane':
        return page(this.rows.length, behind('position', values[1]), values[3]);
      default:
        throw new Error(`no such statement: ${name}`);
    }
  }
}

const commits = fc.array(
  fc.record({
    /** Steps of the others before it. */
    pause: fc.nat({ max: 8 }),
    /** A few, or just more than are held; two such are more than one page takes. */
    count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 257, max: 270 })),
    isOurs: fc.constantFrom(true, true, true, false),
  }),
  { minLength: 1, maxLength: 4 },
);

test('past and present join without a hole in whatever order statements see the journal and answers arrive', async () => {
  const property = fc.asyncProperty(
    fc.scheduler(),
    commits,
    fc.boolean(),
    fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 2 }),
    async (scheduler, batches, isStream, cuts) => {
      const lane = new Lane(scheduler);
      lane.commit(2, PROGRAM);
      const pool = lane as unknown as Pool;
      const alarms: string[] = [];
      const tailer = new Tailer({
        pool,
        laneCount: 1,
        connectionString: '',
        isDoorbellHeard: false,
        onAlarm: (message) => alarms.push(message),
      });
      const seal = new CursorSeal(randomBytes(32), '');
      const feed = new Feed({ pool, seal, tailer, laneCount: 1, now: () => 0, limits: { bookmarkIntervalMs: 1_000_000 } });

      const items: FeedItem[] = [];
      /** Asks for item after item, at moments of the scheduler's choice, and comes back behind the last one when it is cut off. */
      const follow = async () => {
        const pending = [...cuts];
        for (;;) {
          const iterator = feed.follow({
            programId: PROGRAM,
            stream: isStream ? STREAM : null,
            matches: () => true,
            after: items.at(-1)?.cursor ?? null,
          });
          const most = items.length + 1 + (pending.shift() ?? Number.POSITIVE_INFINITY);
          while (items.length < most) {
            const { value } = await iterator.next();
            if (!value) return;
            items.push(value);
            if (items.length % 128 === 0 || value.type !== 'ENTRY') await scheduler.schedule(Promise.resolve(), 'read');
          }
          await iterator.return();
        }
      };
      const following = follow();
      // One after the other, so that commits fall between all the steps of the readers.
      const writing = (async () => {
        for (const { pause, count, isOurs } of batches) {
          for (let i = 0; i <= pause; i += 1) await scheduler.schedule(Promise.resolve(), 'pause');
          lane.commit(count, isOurs ? PROGRAM : FOREIGN);
          tailer.wake();
        }
      })();
      /** Until nothing is left to do, also of what goes through the event loop instead of the scheduler. */
      const settle = async () => {
        for (let quiet = 0; quiet < 3; quiet += 1) {
          await new Promise(setImmediate);
          if (scheduler.count() === 0) continue;
          quiet = -1;
          await scheduler.waitIdle();
        }
      };
      await settle();
      // One tick after the last commit has to do.
      tailer.wake();
      await settle();
      await tailer.stop();
      await Promise.all([writing, following]);

      expect(alarms).toEqual([]);
      const [snapshot] = items as [FeedItem & { type: 'SNAPSHOT' }];
      expect(snapshot.type).toBe('SNAPSHOT');
      const position = seal.open(snapshot.cursor)?.positions[0] ?? 0;
      const known = isStream ? snapshot.number : lane.rows.filter((row) => row.program_id === PROGRAM && row.position <= position).length;
      const given = items.flatMap((item) => (item.type === 'ENTRY' ? [item.number] : []));
      expect(given).toEqual(Array.from({ length: lane.number - known }, (_, i) => known + 1 + i));
      expect(items.filter((item) => item.type === 'SNAPSHOT')).toHaveLength(1);
    },
  );
  await fc.assert(property, { seed: seed(), numRuns: 1_500, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true });
}, 60_000);
