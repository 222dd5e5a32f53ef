import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { freePort } from '../support/server-process.js';
import { Undo } from '../support/undo.js';
import { Api } from './api.js';
import { type Books, readBooks } from './books.js';
import { check } from './check/check.js';
import { firstMembers } from './deeds.js';
import { Recorder } from './evidence.js';
import { enrolFirst, type LoadOptions, runLoad } from './load.js';
import { misjudged, plants, restoreBooks, saveBooks } from './plants.js';
import { figures } from './report.js';
import { ChaosServer } from './server.js';
import { openShop, type Shop } from './shop.js';
import { storm } from './storm.js';

const USAGE = `npm run test:faults -- [options]
  --commands N   commands in all (30000)      --clients N   in flight at the same time (64)
  --kills N      SIGKILLs of the server (24)  --crashes N   crashes of PostgreSQL (12)
  --members N    enrolled at first (300)      --seed N      repeats the load and the order of the blows
  --plant        afterwards, faults put into the books: the checker has to see each
  --keep         leaves the folder with the database and the server's log
`;
const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '30000' },
    clients: { type: 'string', default: '64' },
    kills: { type: 'string', default: '24' },
    crashes: { type: 'string', default: '12' },
    members: { type: 'string', default: '300' },
    seed: { type: 'string', default: process.env.LAUREL_SEED ?? String(Math.floor(Math.random() * 2 ** 31)) },
    plant: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const LINES_SHOWN = 20;
const print = (line: string) => process.stdout.write(`${line}\n`);

const whole = (name: 'commands' | 'clients' | 'kills' | 'crashes' | 'members' | 'seed'): number => {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`);
  return value;
};

const undo = new Undo();

/** A new programme on the running server, and a caller with every right in it. */
async function openProgram(server: ChaosServer, clients: number): Promise<{ api: Api; shop: Shop }> {
  const operator = new Api(server.url, await server.operatorKey(), 1);
  const { createProgram } = await operator.run<{ createProgram: { secret: string } }>(
    'mutation { createProgram(input: { name: "Chaos", currencyCode: "USD" }) { secret } }',
  );
  operator.close();
  // A few more than there are clients, since some send twice at the same time.
  const api = new Api(server.url, createProgram.secret, clients * 2);
  undo.add(() => api.close());
  return { api, shop: await openShop(api) };
}

async function connect(server: ChaosServer): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: await server.startPostgres() });
  client.on('error', () => {}); // The server is stopped beneath it.
  await client.connect();
  undo.add(() => client.end());
  return client;
}

/** Puts faults into the books, one after the other; gives what the checker missed or made up. */
async function plantFaults(client: pg.Client, api: Api, recorder: Recorder, books: Books): Promise<string[]> {
  const problems: string[] = [];
  await saveBooks(client);
  for (const plant of plants(recorder, books)) {
    await plant.apply(client);
    const findings = check(recorder, await readBooks(client, api));
    await restoreBooks(client);
    const wrong = misjudged(plant, findings);
    print(`planted: ${plant.name}: ${wrong.length === 0 ? 'seen' : 'MISJUDGED'}`);
    for (const [kind, lines] of Object.entries(findings.lists)) for (const line of lines) print(`    ${kind}: ${line}`);
    problems.push(...wrong.map((line) => `planted: ${plant.name}: ${line}`));
  }
  const left = check(recorder, await readBooks(client, api)).total;
  if (left > 0) problems.push(`planted: ${left} findings are left after the faults were taken out`);
  return problems;
}

async function main(): Promise<number> {
  if (values.help) {
    print(USAGE);
    return 0;
  }
  const [seed, commands, clients] = [whole('seed'), whole('commands'), whole('clients')];
  const startedAt = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'laurel-chaos-'));
  print(`LAUREL_SEED=${seed}${values.keep ? `, folder ${folder}` : ''}`);
  if (!values.keep) undo.add(() => rm(folder, { recursive: true, force: true }));
  const server = new ChaosServer(join(folder, 'laurel'), await freePort());
  undo.add(() => server.destroy());
  await server.start();
  const { api, shop } = await openProgram(server, clients);
  const options: LoadOptions = { seed, commands, clients, members: firstMembers(whole('members')), shop };

  const recorder = new Recorder();
  await enrolFirst(api, recorder, options);
  let isOver = false;
  const stormOptions = { seed, commands, kills: whole('kills'), crashes: whole('crashes'), settled: () => recorder.settled };
  const loadStartedAt = performance.now();
  const [damage] = await Promise.all([
    storm(server, { ...stormOptions, isOver: () => isOver }),
    runLoad(api, recorder, options).finally(() => {
      isOver = true;
    }),
  ]);
  const loadMs = performance.now() - loadStartedAt;

  const client = await connect(server);
  const books = await readBooks(client, api);
  const findings = check(recorder, books);
  const problems = values.plant ? await plantFaults(client, api, recorder, books) : [];
  if (!(await server.stop())) findings.differences.push('the server did not stop when it was told to');
  const { isClean, output } = await server.verify();
  if (!isClean) findings.differences.push(...output.split('\n').slice(0, -1));

  for (const [kind, lines] of Object.entries(findings.lists)) for (const line of lines.slice(0, LINES_SHOWN)) print(`${kind}: ${line}`);
  for (const problem of problems) print(problem);
  print(`verify: ${output.split('\n').at(-1)}`);
  for (const line of figures({ recorder, books, damage, findings, loadMs, allMs: performance.now() - startedAt })) print(line);
  print(`seed ${seed}`);
  return findings.total + problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await undo.all();
}
