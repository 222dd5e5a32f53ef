import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, lengthMs, openStage } from '../case.js';

const CLIENTS = 20;

/** Somebody else's transaction that writes is open all the while: whatever looks at what is still running would stand still. */
export const longTransaction: FeedCase = {
  name: 'long-transaction',
  async run(run) {
    const stage = await openStage(run, 'long_transaction', { processes: 2 });
    const random = Random.of(run.seed, -1);
    const program = await stage.program(run);
    const devices = program.audience(random, CLIENTS, () => stage.url(random.int(0, 1)));
    const late = await stage.sql(async (client) => {
      await client.query('create table somebody_elses (id int)');
      await client.query('begin isolation level repeatable read');
      await client.query('insert into somebody_elses values (1)');
      await during(run, [program], devices, () => sleep(lengthMs(run, 20)));
      // Nothing waits for its end.
      await sleep(2_000);
      const items = devices.flatMap(({ evidence }) => evidence).flatMap(({ log }) => log);
      await client.query('commit');
      return items.length;
    });
    const figures = [`open for all of it; ${late} items before it ended`];
    const verdict = await judge({ stage, programs: [program], devices, figures });
    const all = devices
      .flatMap(({ evidence }) => evidence)
      .flatMap(({ log }) => log.filter((told) => !('item' in told) || told.item.__typename !== 'StreamBookmark'));
    return all.length > late
      ? { ...verdict, problems: [...verdict.problems, `${all.length - late} items came only behind its end`] }
      : verdict;
  },
};
