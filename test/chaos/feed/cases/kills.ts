import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from '../../../support/server-process.js';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, lengthMs, openStage } from '../case.js';

const CLIENTS = 24;

/** Two processes on one database; one of them is killed every few seconds, and clients come back to either. */
export const kills: FeedCase = {
  name: 'kills',
  async run(run) {
    const stage = await openStage(run, 'kills', { processes: 2 });
    const random = Random.of(run.seed, -1);
    const either = () => stage.url(random.int(0, 1));
    const program = await stage.program(run, either);
    const devices = program.audience(random, CLIENTS, either);
    let count = 0;
    await during(run, [program], devices, async () => {
      for (const endAt = performance.now() + lengthMs(run, 45); performance.now() < endAt; count += 1) {
        const process = stage.processes[random.int(0, 1)] as ServerProcess;
        await sleep(random.int(500, 2_500));
        await process.kill('SIGKILL');
        await sleep(random.int(0, 800));
        await process.start();
      }
    });
    return judge({ stage, programs: [program], devices, figures: [`${count} kills`] });
  },
};
