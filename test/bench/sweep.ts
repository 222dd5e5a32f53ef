import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { Undo } from '../support/undo.js';
import { foreignCpu, untilQuiet } from './machine.js';
import { type Kind, steadily, type Waits } from './steady.js';
import type { SweepOrder } from './sweep-process.js';
import { Worker } from './worker.js';

const USAGE = `npm run bench:sweep -- [options]
  --members N   members whose points fall due (100000)   --lots N     lots of each, at as many instants (10)
  --rate N      requests a second meanwhile (150)        --before S   seconds of them before the sweep (30)
  --deep N      one more member with so many lots (0)
`;
const WARM_UP_SECONDS = 3;
/** Cores that others may take before it begins, and how long it waits for that. */
const FOREIGN_CORES_MAX = 0.15;
const WAIT_SECONDS_MAX = 120;
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '100000' },
    lots: { type: 'string', default: '10' },
    rate: { type: 'string', default: '150' },
    before: { type: 'string', default: '30' },
    deep: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});
const print = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (since: number): number => (performance.now() - since) / 1_000;

/** Undone in reverse, also after a failure and on a signal: PostgreSQL has a process group of its own and would stay. */
const undo = new Undo();

const BUY = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { entry { changes { balanceAfter } } errors { code } } }`;
const GIVE = `mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) { wallet { active } errors { code } } }`;
const LOOK = `query ($ref: MemberRef!) { member(ref: $ref) { wallets { active lots(first: 5) { remaining expiresAt } } } }`;

/** What people do meanwhile, with the same members. */
function kinds(members: number): Kind[] {
  let sent = 0;
  const body = (query: string, variables: object) => JSON.stringify({ query, variables });
  const someone = () => ({ externalId: `due${Math.floor(Math.random() * members)}` });
  const command = () => ({ member: someone(), idempotencyKey: `meanwhile-${(sent += 1)}` });
  return [
    { name: 'purchases', body: () => body(BUY, { input: { ...command(), purchase: { amount: '12.50' } } }) },
    { name: 'adjustments', body: () => body(GIVE, { input: { ...command(), amount: 5, reason: 'GOODWILL' } }) },
    { name: 'queries', body: () => body(LOOK, { ref: someone() }) },
  ];
}

interface Phase {
  readonly waits: readonly Waits[];
  /** Memory of the server process, and the longest time for which nothing else could run in it; both at the most. */
  readonly rssMb: number;
  readonly blockedMs: number;
  readonly foreignCores: number;
}

const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

function printWaits(before: readonly Waits[], during: readonly Waits[]): void {
  const columns = (...texts: string[]) => texts.map((text) => text.padStart(8)).join('');
  const three = ({ p50, p99, max }: Waits) => columns(ms(p50), ms(p99), ms(max));
  print(`${'ms waited'.padEnd(12)}${columns('before:', 'p50', 'p99', 'max', 'during:', 'p50', 'p99', 'max', 'ratio:', 'p50', 'p99')}`);
  for (const [i, quiet] of before.entries()) {
    const swept = during[i] as Waits;
    const ratios = columns((swept.p50 / quiet.p50).toFixed(1), (swept.p99 / quiet.p99).toFixed(1));
    print(`${quiet.name.padEnd(12)}${columns('')}${three(quiet)}${columns('')}${three(swept)}${columns('')}${ratios}`);
  }
}

async function main(): Promise<number> {
  if (values.help) {
    print(USAGE);
    return 0;
  }
  const [members, lots, rate, before, deep] = (['members', 'lots', 'rate', 'before', 'deep'] as const).map((name) =>
    Number(values[name]),
  ) as [number, number, number, number, number];
  const folder = await mkdtemp(join(tmpdir(), 'laurel-sweep-'));
  undo.add(() => rm(folder, { recursive: true, force: true }));
  const cluster = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  undo.add(() => cluster.stop('immediate'));
  const server = new Worker<SweepOrder>('sweep-process.js', [cluster.url, join(folder, 'laurel')]);
  undo.add(() => server.kill());
  const target = await server.answer<{ url: string; secret: string }>();
  const database = new pg.Client({ connectionString: cluster.url });
  database.on('error', () => {}); // The server is stopped beneath it.
  await database.connect();
  undo.add(() => database.end());

  const start = performance.now();
  await server.ask({ do: 'build', members, lots, externalId: 'due' });
  if (deep > 0) await server.ask({ do: 'build', members: 1, lots: deep, externalId: 'deep' });
  // As autovacuum would have done in the year in which these points came about.
  await database.query('vacuum analyze');
  await database.query('checkpoint');
  print(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, node ${process.version}; ${members} members × ${lots} lots${deep > 0 ? ` and one × ${deep}` : ''}, made in ${seconds(start).toFixed(0)} s`,
  );

  const load = kinds(members);
  const foreign = () => foreignCpu([server.pid], join(folder, 'postgres'));
  /** Callers for as long as the work takes, and what it cost. */
  const measure = async (work: () => Promise<unknown>): Promise<Phase> => {
    await server.ask({ do: 'memory' });
    const [cpu, from] = [await foreign(), performance.now()];
    let isOver = false;
    const working = work().finally(() => {
      isOver = true;
    });
    const waits = await steadily(target, rate, load, () => isOver);
    await working;
    const { rssMb, blockedMs } = await server.ask<{ rssMb: number; blockedMs: number }>({ do: 'memory' });
    return { waits, rssMb, blockedMs, foreignCores: ((await foreign()) - cpu) / seconds(from) };
  };
  await measure(() => sleep(WARM_UP_SECONDS * 1_000));
  await untilQuiet(foreign, FOREIGN_CORES_MAX, WAIT_SECONDS_MAX);
  const atRest = await measure(() => sleep(before * 1_000));
  const bytesBefore = await sizeOf(database);
  let took = Number.NaN;
  const meanwhile = await measure(async () => {
    took = await server.ask<number>({ do: 'sweep' });
  });
  const { rows } = await database.query<{ lots: string; entries: string }>(
    `select count(*) as entries, sum((select sum(json_array_length(c->'lots')) from json_array_elements(data->'changes') c)) as lots
      from journal where kind = 'POINTS_EXPIRED'`,
  );
  const expired = Number(rows[0]?.lots);
  print(`${expired} lots expired by ${rows[0]?.entries} entries in ${took.toFixed(1)} s: ${(expired / took).toFixed(0)} lots/s`);
  printWaits(atRest.waits, meanwhile.waits);
  for (const [name, { rssMb, blockedMs, foreignCores }] of Object.entries({ before: atRest, during: meanwhile }))
    print(
      `${name}: the server process took ${rssMb.toFixed(0)} MB at most and did nothing else for ${ms(blockedMs)} ms at most; other programs took ${foreignCores.toFixed(2)} cores`,
    );
  print(`streams and their indexes: ${mb(bytesBefore)} before, ${mb(await sizeOf(database))} after`);
  const verifyStart = performance.now();
  const { entries, differences } = await server.ask<{ entries: number; differences: string[] }>({ do: 'verify' });
  print(`verify: ${entries} entries, ${differences.length} differences, ${seconds(verifyStart).toFixed(0)} s`);
  for (const difference of differences.slice(0, 5)) print(difference);
  await server.ask({ do: 'stop' });
  return differences.length === 0 ? 0 : 1;
}

const sizeOf = async (client: pg.Client): Promise<number> =>
  Number((await client.query("select pg_total_relation_size('streams') as size")).rows[0].size);
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await undo.all();
}
