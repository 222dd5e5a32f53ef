import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, lengthMs, openStage } from '../case.js';
import type { ChaosProgram } from '../program.js';

const CLIENTS = 14;

/** Two programmes with the same documents, the same external ids and the same commands under the same keys, on the same two processes. */
export const programmes: FeedCase = {
  name: 'programmes',
  async run(run) {
    const stage = await openStage(run, 'programmes', { processes: 2 });
    const random = Random.of(run.seed, -2);
    const programs = [await stage.program(run), await stage.program(run)];
    const devices = programs.flatMap((program) => program.audience(Random.of(run.seed, -1), CLIENTS, () => stage.url(random.int(0, 1))));
    await during(run, programs, devices, async () => {
      for (const endAt = performance.now() + lengthMs(run, 25); performance.now() < endAt; ) {
        await sleep(random.int(1_500, 3_000));
        // So that cursors are given back, to a process that others ask, too.
        const some = devices.filter(() => random.chance(0.3));
        await Promise.all(some.map((device) => device.rest()));
        for (const device of some) device.start();
      }
    });
    const refused = await Promise.all(
      programs.map((program, i) => crossed(program, devices[i === 0 ? CLIENTS : 0]?.evidence[0]?.log ?? [])),
    );
    return judge({ stage, programs, devices, problems: refused.flat() });
  },
};

const PAGE = 'query ($after: String) { journal(first: 1, after: $after) { cursor } }';

/** A cursor of the other programme has to be refused. */
async function crossed({ api }: ChaosProgram, log: readonly object[]): Promise<string[]> {
  const told = log.findLast((each) => 'item' in each) as { item: { cursor: string } } | undefined;
  const reply = await api.ask(PAGE, { after: told?.item.cursor });
  return 'odd' in reply && reply.odd.includes('BAD_USER_INPUT')
    ? []
    : [`a cursor of another programme was answered with ${JSON.stringify(reply)}`];
}
