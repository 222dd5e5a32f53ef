import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, lengthMs, openStage } from '../case.js';

const CLIENTS = 24;

/** PostgreSQL ends at once and comes back, beneath two processes that live on. */
export const crash: FeedCase = {
  name: 'crash',
  async run(run) {
    const stage = await openStage(run, 'crash', { processes: 2 });
    const random = Random.of(run.seed, -1);
    const program = await stage.program(run);
    const devices = program.audience(random, CLIENTS, () => stage.url(random.int(0, 1)));
    let count = 0;
    await during(run, [program], devices, async () => {
      for (const endAt = performance.now() + lengthMs(run, 35); performance.now() < endAt; count += 1) {
        await sleep(random.int(1_500, 4_000));
        await stage.crashPostgres();
        await sleep(random.int(0, 1_500));
        await stage.startPostgres();
      }
      await sleep(1_000);
    });
    return judge({ stage, programs: [program], devices, figures: [`${count} crashes of PostgreSQL`] });
  },
};
