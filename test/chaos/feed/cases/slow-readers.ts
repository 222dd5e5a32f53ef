import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../support/server-process.js';
import { targetOf } from '../../../support/tcp-proxy.js';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, openStage } from '../case.js';
import { Device } from '../device.js';
import { memoryOf } from '../process-memory.js';
import type { ChaosProgram } from '../program.js';
import { type Reading, Valve } from '../valve.js';

const BYSTANDERS = 8;
const OF_EACH_KIND = 2;
const SLOW: readonly Reading[] = ['stops', 'drips', 'pongs'];
const SUBSCRIPTIONS = 4;
/** So that what the kernel takes is soon full. */
const PADDING = 12;
/** Heap that the server may have. */
export const HEAP_MB = 128;
const GROWTH_MB_MAX = 150;
/** One that takes nothing is sent away after 20 s, once the kernel takes nothing more. */
const SENT_AWAY_MS_MAX = 60_000;

/** Readers that stop, that take a byte a second, and that stop but go on saying that they are there. */
export const slowReaders: FeedCase = {
  name: 'slow-readers',
  async run(run) {
    const metricsPort = await freePort();
    const env = { LAUREL_METRICS_PORT: String(metricsPort), NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` };
    const stage = await openStage(run, 'slow_readers', { env });
    const [process] = stage.processes;
    const program = await stage.program({ seed: run.seed, callers: 2, restMs: 40 });
    const bystanders = program.audience(Random.of(run.seed, -1), BYSTANDERS, () => stage.url());
    const valves: { reading: Reading; valve: Valve; devices: Device[] }[] = [];
    for (const reading of SLOW) {
      const valve = await Valve.start(targetOf(stage.url()));
      run.undo.add(() => valve.stop());
      const devices = Array.from({ length: OF_EACH_KIND }, (_, i) => slowDevice(`${reading} ${i}`, valve.through(stage.url()), program));
      valves.push({ reading, valve, devices });
    }
    const slow = valves.flatMap(({ devices }) => devices);
    for (const device of slow) device.start();
    await sleep(1_500);
    const before = await memoryOf(process?.pid as number);
    const sockets = () => openSockets(metricsPort);
    const all = await sockets();
    const problems: string[] = [];
    let awayMs = 0;
    await during(run, [program], [], async () => {
      const startedAt = performance.now();
      for (const { valve, reading } of valves) valve.turn(reading);
      while ((await sockets()) > all - slow.length && performance.now() - startedAt < SENT_AWAY_MS_MAX) await sleep(500);
      awayMs = performance.now() - startedAt;
      const left = (await sockets()) - (all - slow.length);
      if (left > 0) problems.push(`${left} slow readers were not sent away within ${SENT_AWAY_MS_MAX / 1_000} s`);
      for (const { valve } of valves) valve.turn('all');
    });
    const after = await memoryOf(process?.pid as number);
    const growth = before && after ? after.peak - before.now : 0;
    if (growth > GROWTH_MB_MAX) problems.push(`the server grew by ${growth} MB`);
    const figures = [
      `${slow.length} slow readers of ${SUBSCRIPTIONS} subscriptions sent away after ${(awayMs / 1_000).toFixed(0)} s, server ${before?.now} MB, ${after?.peak} MB at most`,
    ];
    const verdict = await judge({ stage, programs: [program], devices: [...bystanders, ...slow], figures, problems });
    for (const { valve } of valves) await valve.stop();
    return verdict;
  },
};

const slowDevice = (name: string, url: string, { secret, uuid }: ChaosProgram): Device =>
  new Device({
    ...{ name, way: 'socket own', url: () => url, secret, programId: uuid },
    subjects: Array.from({ length: SUBSCRIPTIONS }, () => ({ shows: 'journal', member: null, kinds: null, padding: PADDING })),
    // It is the server that has to notice.
    silenceMs: Number.POSITIVE_INFINITY,
  });

async function openSockets(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^laurel_open_sockets (\d+)/m.exec(text)?.[1]);
}
