import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';

jest.setTimeout(60_000);

/** Small, so that several servers fit beside whatever else runs. */
const settings = { shared_buffers: '16MB', max_connections: '20' };

let folder: string;
let dataDir: string;
let servers: EmbeddedPostgres[];
let children: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-postgres-'));
  dataDir = join(folder, 'data', 'postgres');
  servers = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const server of servers) await server.stop('immediate');
  await rm(folder, { recursive: true, force: true });
});

describe('embedded PostgreSQL', () => {
  test('starts from nothing, durable and closed to others', async () => {
    const server = await start();

    const [row] = await query(
      server,
      `select current_database() as database, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('full_page_writes') as pages, current_setting('listen_addresses') as addresses,
              current_setting('server_encoding') as encoding, upper('é') as upper`,
    );

    expect(row).toEqual({
      database: 'laurel',
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      addresses: '127.0.0.1',
      encoding: 'UTF8',
      upper: 'É',
    });
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
    const withoutPassword = new URL(server.url);
    withoutPassword.password = 'wrong';
    await expect(new Client({ connectionString: withoutPassword.href }).connect()).rejects.toThrow(/password/);
  });

  test('a stop and a start keep the data, the port and the cluster', async () => {
    const first = await start();
    await query(first, 'create table kept as select 7 as points');
    const madeAt = (await stat(join(dataDir, 'PG_VERSION'))).mtimeMs;
    await first.stop();
    await first.stop();

    const second = await start();

    expect(await query(second, 'select points from kept')).toEqual([{ points: 7 }]);
    expect(second.port).toBe(first.port);
    expect((await stat(join(dataDir, 'PG_VERSION'))).mtimeMs).toBe(madeAt);
  });

  test('a server whose parent was killed is adopted, and stops when told', async () => {
    const parent = startInAnotherProcess();
    const { url } = await firstLine(parent);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const pid = await serverPid();
    expect(isAlive(pid)).toBe(true);

    const adopted = await start();

    expect(adopted.url).toBe(url);
    expect(await serverPid()).toBe(pid);
    await adopted.stop();
    // Nobody may reap an orphan in a container, so a zombie counts as gone.
    expect(await commandLine(pid)).not.toContain(dataDir);
  });

  test('of starts at the same time, in one process and in another, one starts the server', async () => {
    const other = startInAnotherProcess();
    const [{ url }, first, second] = await Promise.all([firstLine(other), start(), start()]);

    expect(new Set([url, first.url, second.url]).size).toBe(1);
    const log = await readFile(`${dataDir}.log`, 'utf8');
    expect(log.match(/ready to accept connections/g)).toHaveLength(1);
  });

  test('what an initdb killed half-way has left is no cluster', async () => {
    const leftover = join(folder, 'data', 'postgres.initdb-abc123', 'data');
    await mkdir(leftover, { recursive: true });
    await writeFile(join(leftover, 'PG_VERSION'), '18\n');

    const server = await start();

    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await readdir(join(folder, 'data'))).not.toContain('postgres.initdb-abc123');
  });

  test('an old pid file that names a live process of another kind does not block a start', async () => {
    const first = await start();
    await query(first, 'create table kept as select 7 as points');
    const pidFile = await readFile(join(dataDir, 'postmaster.pid'), 'utf8');
    await first.stop('immediate');
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    children.push(stranger);
    await writeFile(join(dataDir, 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));

    const second = await start();

    expect(await query(second, 'select points from kept')).toEqual([{ points: 7 }]);
  });

  test('an empty pid file, as a power loss can leave it, does not block a start', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postmaster.pid'), '');

    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a remembered port that is taken is replaced by another', async () => {
    const first = await start();
    await first.stop();
    const taker = createServer().listen(first.port, '127.0.0.1');
    await once(taker, 'listening');

    const second = await start();
    taker.close();

    expect(second.port).not.toBe(first.port);
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test.each<Record<string, string>>([
    { fsync: 'off' },
    { FSYNC: 'off' },
    { 'full-page-writes': 'no' },
    { synchronous_commit: 'off' },
    { listen_addresses: '*' },
    { data_directory: '/elsewhere' },
  ])('refuses %j', async (refused) => {
    await expect(startEmbeddedPostgres({ dataDir, settings: refused })).rejects.toThrow(/refused|not for the caller/);
    await expect(stat(dataDir)).rejects.toThrow(/ENOENT/);
  });

  test('a start that fails shows the end of the log', async () => {
    const failing = startEmbeddedPostgres({ dataDir, settings: { shared_buffers: 'plenty' } });
    await expect(failing).rejects.toThrow(/invalid value for parameter "shared_buffers": "plenty"/);
  });

  test('a cluster of another major version is refused by name', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 15/);
  });

  test('a folder that holds something else is left alone', async () => {
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, 'thesis.txt'), 'all of it');
    await expect(start()).rejects.toThrow(/is no PostgreSQL cluster/);
    expect(await readFile(join(dataDir, 'thesis.txt'), 'utf8')).toBe('all of it');
  });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, settings });
  servers.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Node runs the TypeScript itself; the hook finds the .ts file behind an import that says .js. */
function startInAnotherProcess(): ChildProcess {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) =>
      next(name.startsWith('./') ? name.replace(/\\.js$/, '.ts') : name, context) });`;
  const source = fileURLToPath(new URL('../../src/database/embedded-postgres.ts', import.meta.url));
  const script = `import { startEmbeddedPostgres } from ${JSON.stringify(source)};
    const server = await startEmbeddedPostgres(${JSON.stringify({ dataDir, settings })});
    console.log(JSON.stringify(server));
    setInterval(() => {}, 1000);`;
  const asUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const args = ['--import', asUrl(hook), '--input-type=module', '--eval', script];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  children.push(child);
  return child;
}

async function firstLine(parent: ChildProcess): Promise<{ url: string }> {
  const [chunk] = (await once(parent.stdout!, 'data')) as [Buffer];
  return JSON.parse(chunk.toString()) as { url: string };
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postmaster.pid'), 'utf8'), 10);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function commandLine(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}
