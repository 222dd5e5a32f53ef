import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { Undo } from '../support/undo.js';
import { Figures } from './figures.js';
import { foreignCpu, postgresCpu, processCpu, syncRate, untilQuiet } from './machine.js';
import { MEMBERS_OF_BENCH } from './orders.js';
import { fillTpcB, findPgbench } from './pgbench.js';
import { printProfile } from './profile.js';
import { RATIOS, shapes, type Targets } from './shapes.js';
import { Worker } from './worker.js';

const WARM_UP_SECONDS = 2;
/** Cores that others may take before a shape is waited with, and how long at the most. */
const FOREIGN_CORES_MAX = 0.15;
const WAIT_SECONDS_MAX = 20;
const EXIT_NO_PGBENCH = 3;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string', multiple: true },
    profile: { type: 'string' },
    'deep-entries': { type: 'string' },
    'deep-lots': { type: 'string' },
    json: { type: 'string' },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
const seconds = Number(values.seconds ?? (values.quick ? 4 : 10));
/** The past of the members of the shape `deep`: entries and open lots of each. */
const entries = Number(values['deep-entries'] ?? (values.quick ? 10_000 : 100_000));
const lots = Number(values['deep-lots'] ?? 2_000);
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Undone in reverse, also after a failure and on a signal: PostgreSQL has a process group of its own and would stay. */
const undo = new Undo();

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // The server is stopped beneath it.
  await client.connect();
  undo.add(() => client.end());
  return client;
}

async function prepare(folder: string): Promise<{ targets: Targets; machine: string; dataDir: string }> {
  const pgbench = await findPgbench();
  if (!pgbench) print('pgbench is not on this machine (Debian: apt-get install postgresql-contrib); TPC-B and its ratios are left out.');
  const dataDir = join(folder, 'postgres');
  const cluster = await startEmbeddedPostgres({ dataDir, settings: { shared_buffers: '1GB', max_wal_size: '8GB' } });
  undo.add(() => cluster.stop('immediate'));
  const urlOf = (database: string) => Object.assign(new URL(cluster.url), { pathname: `/${database}` }).toString();
  const admin = await connect(cluster.url);
  for (const database of ['tpcb50', 'tpcb1', 'bench', 'usual']) await admin.query(`create database ${database}`);
  if (pgbench) await Promise.all([fillTpcB(pgbench, urlOf('tpcb50'), 50), fillTpcB(pgbench, urlOf('tpcb1'), 1)]);
  const laurel = new Worker('laurel-process.js', [urlOf('bench'), join(folder, 'laurel')]);
  undo.add(() => laurel.kill());
  const laurelReady = await laurel.answer<{ url: string; secret: string }>();
  const usual = new Worker('usual-way.js', [urlOf('usual'), String(MEMBERS_OF_BENCH)]);
  undo.add(() => usual.kill());
  const usualReady = await usual.answer<{ url: string }>();
  for (const database of ['bench', 'usual']) await (await connect(urlOf(database))).query('vacuum analyze');
  const { rows } = await admin.query<{ server_version: string }>('show server_version');
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, node ${process.version}, PostgreSQL ${rows[0]?.server_version} (shared_buffers 1GB, max_wal_size 8GB), ${syncRate(folder)} durable 8 KB writes/s`;
  return {
    dataDir,
    machine,
    targets: {
      pgbench,
      urlOf,
      tpcB: { tpcb50: await connect(urlOf('tpcb50')), tpcb1: await connect(urlOf('tpcb1')) },
      laurel: { worker: laurel, ...laurelReady },
      usual: { worker: usual, ...usualReady },
    },
  };
}

/** Measures all shapes, interleaved, and verifies the journal after each round. Gives the exit code. */
async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'laurel-bench-'));
  undo.add(() => rm(folder, { recursive: true, force: true }));
  const { targets, machine, dataDir } = await prepare(folder);
  const { laurel, usual } = targets;
  const all = shapes(targets);
  const chosen = all.filter(({ key }) => !values.only || values.only.includes(key));
  if (chosen.length === 0) throw new Error(`--only takes ${all.map(({ key }) => key).join(', ')}`);
  print(`${machine}; ${rounds} rounds of ${seconds} s a shape; pgbench -M simple over TCP`);
  if (chosen.some(({ key }) => key === 'deep' || key === 'new')) {
    const start = performance.now();
    await laurel.worker.ask({ do: 'live', entries, lots });
    const built = (performance.now() - start) / 1000;
    const database = await connect(targets.urlOf('bench'));
    // As autovacuum would have done in the years in which such a past comes about.
    await database.query('vacuum analyze');
    const {
      rows: [found],
    } = await database.query<{ members: string; entries: string; lots: string }>(
      `select count(*) as members, min(s.number) as entries,
        min((select count(*) from lots l where l.shard = s.shard and l.stream_id = s.stream_id)) as lots from streams s where s.number >= $1`,
      [entries],
    );
    print(`${found?.members} members with a past of ${found?.entries} entries and ${found?.lots} open lots, made in ${built.toFixed(0)} s`);
  }
  const profiledKey = chosen.find(({ server }) => server === 'laurel')?.key;
  for (const shape of chosen) await shape.run(WARM_UP_SECONDS);

  const figures = new Figures();
  const nameOf = (key: string) => all.find((shape) => shape.key === key)?.name ?? key;
  const cpuNow = async () => ({
    laurel: await processCpu(laurel.worker.pid),
    usual: await processCpu(usual.worker.pid),
    postgres: await postgresCpu(dataDir),
  });
  const foreign = () => foreignCpu([laurel.worker.pid, usual.worker.pid], dataDir);
  for (let round = 1; round <= rounds; round += 1) {
    print(`round ${round}`);
    figures.beginRound();
    for (const { key, name, server, run } of chosen) {
      await untilQuiet(foreign, FOREIGN_CORES_MAX, WAIT_SECONDS_MAX);
      const foreignBefore = await foreign();
      const before = await cpuNow();
      const start = performance.now();
      const isProfiled = values.profile && round === 1 && key === profiledKey;
      if (isProfiled) await laurel.worker.ask({ do: 'profile' });
      const rate = await run(seconds);
      const elapsed = (performance.now() - start) / 1000;
      const units = rate * elapsed;
      const after = await cpuNow();
      if (isProfiled) await laurel.worker.ask({ do: 'profiled', file: values.profile as string });
      figures.note(name, rate);
      // Above about 0.2 the machine was not ours, and neither is the figure.
      figures.note(`  ${key}: cores that other programs took`, ((await foreign()) - foreignBefore) / elapsed);
      if (server === null) continue;
      const perUnit = (who: keyof typeof after) => ((after[who] - before[who]) * 1e6) / units;
      figures.note(`  ${key}: CPU of the server process, us each`, perUnit(server));
      figures.note(`  ${key}: CPU of PostgreSQL, us each`, perUnit('postgres'));
    }
    for (const { name, above, below } of RATIOS) figures.ratio(name, nameOf(above), nameOf(below));
    const { entries, differences } = await laurel.worker.ask<{ entries: number; differences: string[] }>({ do: 'verify' });
    print(`  verify: ${entries} entries, ${differences.length} differences`);
    if (differences.length > 0) throw new Error(`verify found differences:\n${differences.slice(0, 5).join('\n')}`);
  }
  print(`\n${machine}`);
  figures.print(RATIOS.filter(({ least }) => least !== undefined));
  if (values.profile) await printProfile(values.profile, profiledKey);
  if (values.json) await writeFile(values.json, JSON.stringify({ machine, rounds, seconds, figures: figures.summaries }, null, 2));
  await laurel.worker.ask({ do: 'stop' });
  return targets.pgbench ? 0 : EXIT_NO_PGBENCH;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await undo.all();
}
