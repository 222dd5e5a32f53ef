import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { CursorSeal } from '../../src/feed/cursor.js';
import { Feed, type FeedItem } from '../../src/feed/feed.js';
import { Tailer } from '../../src/feed/tailer.js';
import { FOREIGN, PROGRAM, ScheduledLane, STREAM, settled } from '../support/scheduled-lane.js';
import { seed } from '../support/seed.js';

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
    /** After how many items, again and again, nothing is held for the reader any more. */
    fc.integer({ min: 60, max: 300 }),
    async (scheduler, batches, isStream, cuts, heldItems) => {
      const lane = new ScheduledLane(scheduler);
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
            if (items.length % heldItems === 0) iterator.letGo();
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
      const settle = () => settled(scheduler);
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
  await fc.assert(property, { seed: seed(), numRuns: 1_200, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true });
}, 60_000);
