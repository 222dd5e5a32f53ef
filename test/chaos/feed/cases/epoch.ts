import { chown, cp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
  await rm(backupOf(clusterDir), { recursive: true, force: true });
  await cp(clusterDir, backupOf(clusterDir), { recursive: true, preserveTimestamps: true });
  await own(backupOf(clusterDir), clusterDir);
  await stage.startPostgres();
  await sleep(1_500);
}

/** The copy takes the place of what there is, and is recovered as an archive would be, which begins another timeline. */
async function restore(stage: Stage, clusterDir: string): Promise<void> {
  await stage.crashPostgres();
  await rm(clusterDir, { recursive: true });
  await cp(backupOf(clusterDir), clusterDir, { recursive: true, preserveTimestamps: true });
  await writeFile(join(clusterDir, 'recovery.signal'), '');
  await own(clusterDir, backupOf(clusterDir));
  await stage.startPostgres({ restore_command: 'false' });
}

/** As root the server runs as somebody else, and copies are root's. */
async function own(folder: string, like: string): Promise<void> {
  const { uid, gid } = await stat(join(like, 'PG_VERSION'));
  for (const name of [...(await readdir(folder, { recursive: true })), '.']) await chown(join(folder, name), uid, gid);
}
