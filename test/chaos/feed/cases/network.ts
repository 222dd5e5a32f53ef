import { setTimeout as sleep } from 'node:timers/promises';
import { type ProxiedConnection, TcpProxy, targetOf } from '../../../support/tcp-proxy.js';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, lengthMs, openStage, type Run } from '../case.js';

const CLIENTS = 24;
const BLOW_MS = { min: 20, max: 160 };
/** A connection that was swallowed is reset in the end, as a middle box would. */
const SWALLOWED_MS = { min: 200, max: 5_000 };

type Blow = 'resets' | 'half-closes' | 'black holes';

/** Resets, half-closes and black holes between clients and server. */
export const network: FeedCase = {
  name: 'network',
  async run(run: Run) {
    const stage = await openStage(run, 'network');
    const program = await stage.program(run);
    const proxy = await TcpProxy.start(() => targetOf(stage.url()));
    run.undo.add(() => proxy.stop());
    const random = Random.of(run.seed, -1);
    const devices = program.audience(random, CLIENTS, () => proxy.through(stage.url()));
    const counts: Record<Blow, number> = { resets: 0, 'half-closes': 0, 'black holes': 0 };
    const strike = (connection: ProxiedConnection) => {
      const roll = random.next();
      if (roll < 0.4) {
        connection.reset();
        counts.resets += 1;
      } else if (roll < 0.7) {
        connection.halfClose(random.chance(0.5) ? 'client' : 'server');
        counts['half-closes'] += 1;
      } else {
        connection.swallow();
        counts['black holes'] += 1;
        const isReset = random.chance(0.6);
        setTimeout(() => (isReset ? connection.reset() : connection.forward()), random.int(SWALLOWED_MS.min, SWALLOWED_MS.max));
      }
    };
    await during(run, [program], devices, async () => {
      for (const endAt = performance.now() + lengthMs(run, 40); performance.now() < endAt; ) {
        await sleep(random.int(BLOW_MS.min, BLOW_MS.max));
        const open = [...proxy.connections];
        if (open.length > 0) strike(random.pick(open));
      }
    });
    const figures = [
      Object.entries(counts)
        .map(([blow, count]) => `${count} ${blow}`)
        .join(', '),
    ];
    const verdict = await judge({ stage, programs: [program], devices, figures });
    await proxy.stop();
    return verdict;
  },
};
