import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { inTransaction } from '../../src/journal/in-transaction.js';
import type { Transaction } from '../../src/journal/transaction.js';
import type { Reaction } from '../../src/reactors/reaction.js';
import { Reactor } from '../../src/reactors/reactor.js';
import { LaneWriter } from '../support/lane-writer.js';
import { TestLaurel } from '../support/laurel.js';
import { eventually } from '../support/receiver.js';

const PROGRAM = randomUUID();
const STREAMS = Array.from({ length: 12 }, () => randomUUID());

describe('reactors', () => {
  let laurel: TestLaurel;
  let pool: pg.Pool;
  let writer: LaneWriter;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    pool = new pg.Pool({ connectionString: laurel.databaseUrl, max: 12 });
    writer = new LaneWriter(pool, laurel.app.services.journal.laneCount);
    await pool.query('create table seen (nth bigserial, reactor text, lane int2, position int8, stream_id uuid, number int8)');
  });
  afterAll(async () => {
    // What the writer made has no hashes and no inputs, and is nothing for verify.
    await pool.query('truncate journal, streams; update lanes set position = 0');
    await pool.end();
    await laurel.stop();
  });

  /** Writes down what it is given; fails now and then, after it has written. */
  const recorder = (name: string, isBroken: () => boolean = () => false, isInterested = () => true): Reaction => ({
    name,
    async prepare(tx: Transaction) {
      if (!isInterested()) return null;
      return {
        programIds: [PROGRAM],
        async handle(placed) {
          const entries = placed.map(({ entry }) => entry);
          await tx.query(
            {
              name: 'seen',
              text: 'insert into seen (reactor, lane, position, stream_id, number) select $1, * from unnest($2::int2[], $3::int8[], $4::uuid[], $5::int8[])',
            },
            [
              name,
              ...[entries.map(({ lane }) => lane), entries.map(({ position }) => position)],
              ...[entries.map(({ streamId }) => streamId), entries.map(({ number }) => number)],
            ],
          );
          if (isBroken()) throw new Error('broken on purpose');
        },
      };
    },
  });
  const seen = async (name: string) => (await pool.query('select * from seen where reactor = $1 order by nth', [name])).rows;
  const append = (count: number, programId = PROGRAM) =>
    Promise.all(STREAMS.map((streamId) => writer.append({ programId, streamId, count })));
  const run = (reaction: Reaction, report: (error: unknown) => void = () => {}, alarm: (message: string) => void = () => {}) =>
    new Reactor(reaction, { pool, report, alarm });

  test('three of them, that fail at random, handle every entry once', async () => {
    const isBroken = () => Math.random() < 0.3;
    const reactors = [0, 1, 2].map(() => run(recorder('many', isBroken)));
    for (const each of reactors) await each.start();
    for (let round = 0; round < 10; round += 1) {
      await append(10);
      for (const each of reactors) each.wake();
    }
    await eventually(async () => {
      for (const each of reactors) each.wake();
      return (await seen('many')).length >= 1_200;
    }, 'all entries');
    for (const each of reactors) await each.stop();
    const rows = await seen('many');
    expect(rows).toHaveLength(1_200);
    expect(new Set(rows.map((row) => `${row.lane} ${row.position}`)).size).toBe(1_200);
  });

  test('one that is stopped goes on where it was; entries of other programmes are not read', async () => {
    const first = run(recorder('resumed'));
    await first.start();
    await append(1);
    first.wake();
    await eventually(async () => (await seen('resumed')).length === 12, 'the first');
    await first.stop();
    await append(2);
    const stranger = randomUUID();
    await writer.append({ programId: stranger, streamId: randomUUID(), count: 5 });
    const second = run(recorder('resumed'));
    await second.start();
    await eventually(async () => (await seen('resumed')).length === 36, 'the rest');
    await second.stop();
    const rows = await seen('resumed');
    for (const each of Map.groupBy(rows, (row) => row.stream_id).values()) {
      const numbers = each.map((row) => Number(row.number));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });

  test('while nobody is interested, positions move, nothing is read, and a commit costs no statement', async () => {
    let isInterested = false;
    const reactor = run(recorder('idle', undefined, () => isInterested));
    await reactor.start();
    await append(1);
    reactor.wake();
    const isBehind = async () => {
      const { rows } = await pool.query(
        "select 1 from reactor_positions p join lanes l using (lane) where p.reactor = 'idle' and p.position < l.position",
      );
      return rows.length > 0;
    };
    await eventually(async () => !(await isBehind()), 'it keeps up');
    let statements = 0;
    const counting = async () => {
      for (let i = 0; i < 1_000; i += 1) reactor.noticeCommit();
    };
    statements = await laurel.countStatements(counting);
    expect(statements).toBe(0);
    expect(await seen('idle')).toEqual([]);
    isInterested = true;
    await append(1);
    reactor.wake();
    await eventually(async () => (await seen('idle')).length === 12, 'what came since');
    await reactor.stop();
  });

  test('it stays before a hole, says so, and works on in the other lanes', async () => {
    const alarms: string[] = [];
    const reactor = run(recorder('hole'), undefined, (message) => alarms.push(message));
    await reactor.start();
    const [streamId] = STREAMS as [string];
    await writer.append({ programId: PROGRAM, streamId, skipPositions: 1 });
    await append(1);
    reactor.wake();
    await eventually(() => alarms.length > 0, 'the alarm');
    await reactor.stop();
    const lanes = new Set((await seen('hole')).map((row) => Number(row.lane)));
    const { rows } = await pool.query('select lane from journal where stream_id = $1 limit 1', [streamId]);
    expect(lanes.has(Number(rows[0].lane))).toBe(false);
    expect(lanes.size).toBeGreaterThan(0);
  });

  test('a transaction that fails leaves nothing, and its connection can be used', async () => {
    const failing = inTransaction(pool, async (tx) => {
      await tx.query({ name: 'one', text: "insert into seen (reactor) values ('rolled back')" }, []);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await seen('rolled back')).toEqual([]);
  });
});
