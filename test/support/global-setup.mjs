import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, stat, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../dist/database/embedded-postgres.js';
import { migrate } from '../../dist/database/orm.js';

const GB = 1024 ** 3;
const root = join(import.meta.dirname, '../..');

/**
 * One PostgreSQL for the whole run: the one of DATABASE_URL, else an embedded one in a temporary folder. Each test file makes a database of
 * its own, a copy of one that was migrated here.
 */
export default async function setUp() {
  await requireCurrentBuild();
  const run = { server: process.env.DATABASE_URL ?? null, postgres: null, folder: null };
  globalThis.laurelTestRun = run;
  if (run.server === null) {
    run.folder = await mkdtemp(join(await scratch(), 'laurel-test-'));
    run.postgres = await startEmbeddedPostgres({ dataDir: join(run.folder, 'postgres'), settings: { max_connections: '200' } });
    run.server = run.postgres.url;
    clearWhenInterrupted(run.folder);
  }
  run.template = `laurel_template_${randomBytes(6).toString('hex')}`;
  await onServer(run.server, `create database ${run.template}`);
  const template = new URL(run.server);
  template.pathname = `/${run.template}`;
  await migrate(template.toString());
  await onServer(run.server, `alter database ${run.template} with is_template true allow_connections false`);
  process.env.LAUREL_TEST_SERVER = run.server;
  process.env.LAUREL_TEST_TEMPLATE = run.template;
}

/** Jest does not tear down then, and what is left would go on running in memory. */
function clearWhenInterrupted(folder) {
  const clear = () => {
    const [pid] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, clear);
}

/** Memory, where there is plenty: the disk is waited for at each commit, and longer where a database is dropped. */
async function scratch() {
  const isRoomy = await statfs('/dev/shm').then(
    ({ bavail, bsize }) => bavail * bsize > 6 * GB,
    () => false,
  );
  return isRoomy && freemem() > 10 * GB ? '/dev/shm' : tmpdir();
}

/** Tests run on what was compiled; this refuses to test what is older than its source. */
async function requireCurrentBuild() {
  const sources = (await readdir(join(root, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts'));
  for (const name of sources) {
    const compiled = await stat(join(root, 'dist', name.replace(/\.ts$/, '.js'))).catch(() => null);
    if (!compiled || compiled.mtimeMs < (await stat(join(root, 'src', name))).mtimeMs)
      throw new Error(`src/${name} is newer than what was compiled of it: npm run build`);
  }
}

export async function onServer(url, sql) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
