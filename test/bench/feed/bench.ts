import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Figures } from '../figures.js';
import { untilQuiet } from '../machine.js';
import { AIMS } from './aims.js';
import { COMMANDS, measureCommands } from './commands.js';
import { LATENCIES, measureLatency } from './latency.js';
import { Stage, WHERE } from './stage.js';
import { SHAPES, Throughput } from './throughput.js';

const USAGE = `npm run bench:feed -- [options]
  --rounds N     every shape once in each (5)        --quick   3 rounds of shorter measurements
  --only SHAPE   one shape; may be given repeatedly  --seconds N   of each measurement that lasts for a time (10)
`;
/** Cores that others may take before a shape is waited with, and how long at the most. */
const FOREIGN_CORES_MAX = 0.15;
const WAIT_SECONDS_MAX = 20;
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string', multiple: true },
    help: { type: 'boolean' },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
const seconds = Number(values.seconds ?? (values.quick ? 4 : 10));
const print = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  if (values.help) {
    print(USAGE);
    return;
  }
  const figures = new Figures();
  await Stage.with(async (stage) => {
    const throughput = new Throughput(stage, figures);
    const all = [
      ...SHAPES.map((shape) => ({ name: shape.name, run: () => throughput.run(shape) })),
      ...LATENCIES.map((shape) => ({ name: shape.name, run: () => measureLatency(stage, figures, shape, seconds) })),
      { name: COMMANDS, run: () => measureCommands(stage, figures, seconds) },
    ];
    const chosen = all.filter(({ name }) => !values.only || values.only.includes(name));
    if (chosen.length === 0) throw new Error(`--only takes ${all.map(({ name }) => `"${name}"`).join(', ')}`);
    print(`${availableParallelism()} × ${cpus()[0]?.model.trim()}, node ${process.version}; ${WHERE}`);
    const foreign = () => stage.foreignCpu();
    for (let round = 1; round <= rounds; round += 1) {
      print(`round ${round} of ${rounds}`);
      figures.beginRound();
      for (const { name, run } of chosen) {
        await untilQuiet(foreign, FOREIGN_CORES_MAX, WAIT_SECONDS_MAX);
        const [before, start] = [await foreign(), performance.now()];
        await run();
        figures.note(`${name}: cores that other programs took`, ((await foreign()) - before) / ((performance.now() - start) / 1_000));
      }
    }
  });
  figures.print(AIMS);
}

await main();
