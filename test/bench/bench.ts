import { type ChildProcess, fork } from 'node:child_process';
import { fdatasyncSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { load } from './load.js';
import { MEMBERS_OF_BENCH, type Order } from './orders.js';
import { fillTpcB, findPgbench, tpcB } from './pgbench.js';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, rounds: { type: 'string' }, seconds: { type: 'string' }, profile: { type: 'string' } },
});
const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
const seconds = Number(values.seconds ?? (values.quick ? 4 : 10));
const here = dirname(fileURLToPath(import.meta.url));

/** A child process that answers each order with one message. */
class Worker {
  private constructor(private readonly child: ChildProcess) {}

  static async start<T>(file: string, args: string[]): Promise<{ worker: Worker; ready: T }> {
    const worker = new Worker(fork(join(here, file), args));
    return { worker, ready: await worker.answer<T>() };
  }

  ask<T>(order: Order): Promise<T> {
    const answer = this.answer<T>();
    this.child.send(order);
    return answer;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private answer<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      const onExit = (code: number | null) => reject(new Error(`a benchmark process ended with ${code}`));
      this.child.once('exit', onExit);
      this.child.once('message', (message: { result?: T; error?: string }) => {
        this.child.off('exit', onExit);
        if (message.error) reject(new Error(message.error));
        else resolve(message.result as T);
      });
    });
  }
}

const figures = new Map<string, number[]>();
const note = (name: string, value: number) => {
  figures.set(name, [...(figures.get(name) ?? []), value]);
  process.stdout.write(`  ${name}: ${value.toFixed(value < 100 ? 2 : 0)}\n`);
};
const ratio = (name: string, a: string, b: string) => {
  const [x, y] = [figures.get(a)?.at(-1), figures.get(b)?.at(-1)];
  if (x && y) note(name, x / y);
};
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] as number;

/** How many 8 KB writes a second this disk makes durable. */
function syncRate(folder: string): number {
  const file = openSync(join(folder, 'sync'), 'w');
  const block = Buffer.alloc(8192);
  const end = performance.now() + 1000;
  let count = 0;
  for (; performance.now() < end; count += 1) {
    writeSync(file, block, 0, block.length, 0);
    fdatasyncSync(file);
  }
  return count;
}

const pgbench = await findPgbench();
if (!pgbench)
  process.stdout.write('pgbench is not on this machine (Debian: apt-get install postgresql-contrib); TPC-B and its ratios are left out.\n');
const folder = await mkdtemp(join(tmpdir(), 'laurel-bench-'));
const cluster = await startEmbeddedPostgres({
  dataDir: join(folder, 'postgres'),
  settings: { shared_buffers: '1GB', max_wal_size: '8GB' },
});
const urlOf = (database: string) => Object.assign(new URL(cluster.url), { pathname: `/${database}` }).toString();
const workers: Worker[] = [];
let failure: unknown;
try {
  const admin = new pg.Client({ connectionString: cluster.url });
  await admin.connect();
  for (const database of ['tpcb50', 'tpcb1', 'bench', 'usual']) await admin.query(`create database ${database}`);
  if (pgbench) await Promise.all([fillTpcB(pgbench, urlOf('tpcb50'), 50), fillTpcB(pgbench, urlOf('tpcb1'), 1)]);
  const laurel = await Worker.start<{ url: string; secret: string }>('laurel-process.js', [urlOf('bench'), join(folder, 'laurel')]);
  const usual = await Worker.start<{ url: string }>('usual-way.js', [urlOf('usual'), String(MEMBERS_OF_BENCH)]);
  workers.push(laurel.worker, usual.worker);
  const { rows } = await admin.query('show server_version');
  process.stdout.write(
    `${cpus().length} × ${cpus()[0]?.model}, node ${process.version}, PostgreSQL ${rows[0].server_version}, ${syncRate(folder)} durable writes/s; ${rounds} rounds of ${seconds} s a shape\n`,
  );
  await admin.query('vacuum analyze');
  await admin.end();

  let sent = 0;
  const someone = () => `m${Math.floor(Math.random() * MEMBERS_OF_BENCH)}`;
  const activity = () => ({ member: { externalId: someone() }, idempotencyKey: `http-${(sent += 1)}`, purchase: { amount: '12.50' } });
  const single = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { entry { changes { amount balanceAfter } } replayed errors { code } } }`;
  const bulk = `mutation ($activities: [RecordActivityInput!]!) { recordActivities(input: { activities: $activities }) { outcomes { replayed errors { code } } } }`;
  const usualSingle = `mutation ($input: RecordInput!) { recordActivity(input: $input) { entry { points balanceAfter } replayed } }`;
  const body = (query: string, variables: object) => JSON.stringify({ query, variables });
  const { url, secret } = laurel.ready;

  for (let round = 1; round <= rounds; round += 1) {
    process.stdout.write(`round ${round}\n`);
    for (const [scale, database] of [
      [50, 'tpcb50'],
      [1, 'tpcb1'],
    ] as const) {
      if (!pgbench) break;
      let best = 0;
      for (const clients of [4, 8, 16, 32]) best = Math.max(best, await tpcB(pgbench, urlOf(database), clients, Math.max(2, seconds / 2)));
      note(`TPC-B scale ${scale}, best of 4, 8, 16, 32 clients, tps`, best);
    }
    if (pgbench)
      note(
        'TPC-B scale 50, prepared, 16 clients, tps (for information)',
        await tpcB(pgbench, urlOf('tpcb50'), 16, Math.max(2, seconds / 2), 'prepared'),
      );
    const profile = round === 1 ? values.profile : undefined;
    const core = await laurel.worker.ask<{ perSecond: number; cpuUsPerCommand: number }>({
      do: 'core',
      seconds,
      ...(profile && { profile }),
    });
    note('core, 256 callers, commands/s', core.perSecond);
    note('core, CPU of the Node process, us/command', core.cpuUsPerCommand);
    const hot = await laurel.worker.ask<{ perSecond: number }>({ do: 'hot', seconds });
    note('one hot member, 256 callers, commands/s', hot.perSecond);
    note('single mutations, 64 connections, requests/s', await load(url, secret, 64, seconds, () => body(single, { input: activity() })));
    note(
      'the usual way, 64 connections, requests/s',
      await load(usual.ready.url, null, 64, seconds, () =>
        body(usualSingle, { input: { externalId: someone(), idempotencyKey: `http-${(sent += 1)}`, amount: 1250 } }),
      ),
    );
    const calls = await load(url, secret, 4, seconds, () => body(bulk, { activities: Array.from({ length: 500 }, activity) }));
    note('bulk of 500, 4 connections, activities/s', calls * 500);
    note('{ __typename }, 64 connections, requests/s', await load(url, secret, 64, seconds, () => '{"query":"{ __typename }"}'));
    ratio('RATIO core / TPC-B scale 50 (at least 6)', 'core, 256 callers, commands/s', 'TPC-B scale 50, best of 4, 8, 16, 32 clients, tps');
    ratio(
      'RATIO hot member / TPC-B scale 1 (at least 6)',
      'one hot member, 256 callers, commands/s',
      'TPC-B scale 1, best of 4, 8, 16, 32 clients, tps',
    );
    ratio(
      'RATIO single / the usual way (at least 3)',
      'single mutations, 64 connections, requests/s',
      'the usual way, 64 connections, requests/s',
    );
    ratio(
      'RATIO bulk / TPC-B scale 50 (at least 3)',
      'bulk of 500, 4 connections, activities/s',
      'TPC-B scale 50, best of 4, 8, 16, 32 clients, tps',
    );
    const { entries, differences } = await laurel.worker.ask<{ entries: number; differences: string[] }>({ do: 'verify' });
    process.stdout.write(`  verify: ${entries} entries, ${differences.length} differences\n`);
    if (differences.length > 0) throw new Error(differences.slice(0, 5).join('\n'));
  }
  process.stdout.write('\nmedian (minimum to maximum)\n');
  for (const [name, list] of figures) {
    const text = (value: number) => value.toFixed(value < 100 ? 2 : 0);
    process.stdout.write(`${text(median(list)).padStart(10)} (${text(Math.min(...list))} to ${text(Math.max(...list))})  ${name}\n`);
  }
  if (values.profile) await printProfile(values.profile);
  await laurel.worker.ask({ do: 'stop' });
} catch (error) {
  failure = error;
} finally {
  for (const worker of workers) worker.kill();
  await cluster.stop('immediate');
  await rm(folder, { recursive: true, force: true });
}
if (failure) throw failure;

/** The functions in which the core shape spent its time. */
async function printProfile(file: string): Promise<void> {
  interface Node {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(file, 'utf8')) as {
    nodes: Node[];
    samples: number[];
    timeDeltas: number[];
  };
  const frames = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const self = new Map<string, number>();
  let total = 0;
  samples.forEach((id, i) => {
    const frame = frames.get(id);
    const name = `${frame?.functionName || '(anonymous)'} ${frame?.url.split('/').slice(-3).join('/')}:${(frame?.lineNumber ?? 0) + 1}`;
    const delta = timeDeltas[i] ?? 0;
    self.set(name, (self.get(name) ?? 0) + delta);
    total += delta;
  });
  process.stdout.write('\nself time of the core shape\n');
  for (const [name, time] of [...self].sort(([, a], [, b]) => b - a).slice(0, 30))
    process.stdout.write(`${((100 * time) / total).toFixed(1).padStart(6)} %  ${name}\n`);
}
