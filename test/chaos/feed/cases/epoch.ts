import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyCluster, recoverFrom } from '../../../support/recovered-cluster.js';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, lengthMs, openStage, untilCaughtUp } from '../case.js';
import type { Device } from '../device.js';
import type { Records } from '../records.js';
import type { Stage } from '../stage.js';

const CLIENTS = 14;

/**
 * A backup is restored, and takes back what clients were told since: once with the process started anew, and once, as in a failover,
 * beneath a process that lives on. Each subscription has to be told so, once each time, and nothing may be taken for what it was before.
 */
export const epoch: FeedCase = {
  name: 'epoch',
  async run(run) {
    const clusterDir = join(run.folder, 'postgres-of-epochs');
    const stage = await openStage(run, 'epoch', { clusterDir });
    run.undo.add(() => stage.destroyPostgres());
    const [process] = stage.processes;
    const program = await stage.program(run);
    const devices = program.audience(Random.of(run.seed, -1), CLIENTS, () => stage.url());
    const before: Records[] = [];
    const load = () => during(run, [program], [], () => sleep(lengthMs(run, 7)));

    for (const isFailover of [false, true]) {
      await load();
      await backUp(stage, clusterDir);
      await load();
      const records = await stage.records();
      await untilCaughtUp(devices, records);
      before.push(records);
      if (!isFailover) await process?.stop();
      await restore(stage, clusterDir);
      if (!isFailover) await process?.start();
      for (const { resets } of evidenceOf(devices)) resets.push('EPOCH_CHANGED');
      await load();
    }
    const lost = before.map((each, i) => `${each.epoch}, ${i === 0 ? 'restored' : 'failed over'}`);
    const verdict = await judge({ stage, programs: [program], devices, before, figures: [`epochs: ${lost.join('; ')}`] });
    await stage.destroyPostgres();
    return verdict;
  },
};

const evidenceOf = (devices: readonly Device[]) => devices.flatMap(({ evidence }) => evidence);
const backupOf = (clusterDir: string) => `${clusterDir}-backup`;

/** A cold copy; the process waits for its database meanwhile. */
async function backUp(stage: Stage, clusterDir: string): Promise<void> {
  await stage.stopPostgres();
  await copyCluster(clusterDir, backupOf(clusterDir));
  await stage.startPostgres();
  await sleep(1_500);
}

async function restore(stage: Stage, clusterDir: string): Promise<void> {
  await stage.crashPostgres();
  await recoverFrom(backupOf(clusterDir), clusterDir);
  await stage.startPostgres({ restore_command: 'false' });
}
