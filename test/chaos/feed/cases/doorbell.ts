import { setTimeout as sleep } from 'node:timers/promises';
import { TcpProxy, targetOf } from '../../../support/tcp-proxy.js';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, lengthMs, openStage } from '../case.js';
import type { Followed } from '../evidence.js';

const CLIENTS = 20;
/** The text that every notification holds, and nothing else that a server sends. */
const NOTIFICATION = 'laurel_doorbell';
const MODES = ['rings', 'lost', 'doubled'] as const;
type Mode = (typeof MODES)[number];

/** What one process commits another one reads, while every NOTIFY on the way is lost, or comes twice. */
export const doorbell: FeedCase = {
  name: 'doorbell',
  async run(run) {
    let mode: Mode = 'rings';
    const counts: Record<Mode, number> = { rings: 0, lost: 0, doubled: 0 };
    let database = '';
    const proxy = await TcpProxy.start(() => targetOf(database), {
      onServerData: (data) => {
        if (!data.includes(NOTIFICATION)) return undefined;
        counts[mode] += 1;
        if (mode === 'doubled') return Buffer.concat([data, data]);
        return mode !== 'lost';
      },
    });
    run.undo.add(() => proxy.stop());
    const databaseOf = (url: string, process: number) => {
      database = url;
      return process === 0 ? url : proxy.through(url);
    };
    const stage = await openStage(run, 'doorbell', { processes: 2, databaseOf });
    const program = await stage.program({ seed: run.seed, callers: 3 });
    const devices = program.audience(Random.of(run.seed, -1), CLIENTS, () => stage.url(1));
    const starts: number[] = [];
    await during(run, [program], devices, async () => {
      for (mode of MODES) {
        starts.push(Date.now());
        await sleep(lengthMs(run, 15));
      }
    });
    starts.push(Date.now());
    const evidence = devices.flatMap((device) => device.evidence);
    const figures = MODES.map((name, i) => {
      const [median, most] = latencies(evidence, starts[i] as number, starts[i + 1] as number);
      return `${name} ${counts[name]}, from posting to client ${median} ms, 99 % within ${most} ms`;
    });
    const problems = MODES.filter((name) => counts[name] === 0).map((name) => `no notification was seen while they were ${name}`);
    const verdict = await judge({ stage, programs: [program], devices, figures, problems });
    await proxy.stop();
    return verdict;
  },
};

/** Median and 99th percentile of the ms from posting to arrival, of what was posted between two instants and followed live. */
function latencies(evidence: readonly Followed[], from: number, to: number): [number, number] {
  const live = evidence.flatMap(({ log }) => {
    const seen = new Set<string>();
    return log.flatMap((told) => {
      const entry = 'item' in told ? told.item.entry : undefined;
      if (!entry || seen.has(entry.id)) return [];
      seen.add(entry.id);
      const postedAt = Date.parse(entry.postedAt);
      return postedAt >= from && postedAt < to ? [told.at - postedAt] : [];
    });
  });
  const sorted = live.toSorted((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted[Math.floor(sorted.length * 0.99)] ?? 0];
}
