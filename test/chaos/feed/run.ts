import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../../src/database/embedded-postgres.js';
import { runningServer } from '../../../src/database/postgres-pid-file.js';
import { Undo } from '../../support/undo.js';
import { Random } from '../random.js';
import type { FeedCase, Run, Verdict } from './case.js';
import { CASES } from './cases.js';
import { plantAll } from './plants.js';

const USAGE = `npm run test:faults:feed -- [options]
  --seed N      repeats what is followed, the load and the order of the blows
  --only NAME   this case alone; may be given again. One of ${CASES.map(({ name }) => name).join(', ')}
  --quick       each case for a quarter of its time
  --plant       afterwards, faults put into what clients were told: the checker has to see each
  --keep        leaves the folder with the database
`;
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: process.env.LAUREL_SEED ?? String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    plant: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const LINES_SHOWN = 12;
const print = (line: string) => process.stdout.write(`${line}\n`);
const undo = new Undo();

/** Runs a case and tells of it; gives how much was found. */
async function tell(run: Run, { name, run: work }: FeedCase): Promise<number> {
  const startedAt = performance.now();
  let verdict: Verdict;
  try {
    verdict = await work(run);
  } catch (error) {
    print(`${name}: FAILED, ${inspect(error)}`);
    return 1;
  }
  const { findings, problems, figures } = verdict;
  for (const [kind, lines] of Object.entries({ ...findings.lists, problem: problems })) {
    for (const line of lines.slice(0, LINES_SHOWN)) print(`    ${kind}: ${line}`);
    if (lines.length > LINES_SHOWN) print(`    and ${lines.length - LINES_SHOWN} more`);
  }
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  print(`${name}: ${findings.summary}, problems ${problems.length}; ${figures.join('; ')}; ${seconds} s`);
  const missed = values.plant && verdict.evidence.length > 0 ? plant(run, verdict) : 0;
  return findings.total + problems.length + missed;
}

/** Puts faults into what was told; gives how many were not seen. */
function plant({ seed }: Run, { evidence, records }: Verdict): number {
  const plants = plantAll(evidence, records, Random.of(seed, -9));
  for (const { name, isSeen, seen } of plants) print(`    planted: ${name}: ${isSeen ? 'seen' : 'MISSED'} (${seen})`);
  return plants.filter(({ isSeen }) => !isSeen).length;
}

async function main(): Promise<number> {
  if (values.help) {
    print(USAGE);
    return 0;
  }
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed takes a whole number');
  const unknown = values.only?.filter((name) => CASES.every((each) => each.name !== name)) ?? [];
  if (unknown.length > 0) throw new Error(`--only takes one of ${CASES.map(({ name }) => name).join(', ')}`);
  const startedAt = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'laurel-feed-faults-'));
  print(`LAUREL_SEED=${seed}${values.keep ? `, folder ${folder}` : ''}`);
  if (!values.keep) undo.add(() => rm(folder, { recursive: true, force: true }));
  const cluster = { dataDir: join(folder, 'postgres') };
  undo.add(async () => {
    if (await runningServer(cluster.dataDir)) await (await startEmbeddedPostgres(cluster)).stop('immediate');
  });
  let found = 0;
  for (const each of CASES.filter(({ name }) => values.only?.includes(name) ?? true)) {
    found += await tell({ seed, folder, undo, isQuick: values.quick, print }, each);
  }
  print(
    `${found === 0 ? 'nothing found' : `${found} FINDINGS`}; all ${((performance.now() - startedAt) / 1_000).toFixed(0)} s; seed ${seed}`,
  );
  return found === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await undo.all();
}
