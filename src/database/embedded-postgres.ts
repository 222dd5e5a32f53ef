import { type FileHandle, mkdir, open, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ensureCluster, readIfPresent, readPassword } from './postgres-cluster.js';
import { forgetStalePid, runningServer, stopServer } from './postgres-pid-file.js';
import { findPostgresPrograms, type PostgresPrograms } from './postgres-programs.js';
import { serverSettings } from './postgres-settings.js';
import { takeStartLock } from './start-lock.js';

const START_ATTEMPTS_MAX = 4;
const READY_TIMEOUT_MS_MAX = 60_000;
const CONNECT_TIMEOUT_MS_MAX = 5_000;
const POLL_INTERVAL_MS = 50;
const WINDOWS_GRACE_MS = 5_000;
const LOG_SIZE_BYTES_MAX = 16 * 1024 * 1024;
const LOG_LINES_IN_ERROR = 20;

/** A PostgreSQL server of our own, which goes on running when this process dies. */
export interface EmbeddedPostgres {
  /** Connects as superuser to the database asked for; holds the password. */
  readonly url: string;
  readonly port: number;
  /** It was running already: an app that was killed left it, or one is using it now. */
  readonly isAdopted: boolean;
  /** `fast` (the default) rolls back what is open and writes a checkpoint; `immediate` leaves the log to be replayed. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Beside it lie the files of the same name that end in .password, .port, .lock and .log. */
  readonly dataDir: string;
  /** Created if missing; `laurel` if not given. */
  readonly database?: string | undefined;
  /** Further settings of the server; one that is already running keeps those it was started with. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  readonly onLog?: ((line: string) => void) | undefined;
  /** If not given, a free one is chosen at the first start and kept while it stays free. An adopted server keeps its own. */
  readonly port?: number | undefined;
}

interface Server {
  readonly pid: number;
  readonly port: number;
  readonly password: string;
}

interface Start {
  readonly dataDir: string;
  readonly programs: PostgresPrograms;
  readonly settings: string[];
  readonly port: number | undefined;
  readonly log: (line: string) => void;
}

/**
 * Starts PostgreSQL on the data directory, or adopts the server that an earlier process left running there, and
 * returns when it answers. Of several starts at the same time one starts the server and the others adopt it.
 * Throws with the last lines of the server's log where it does not come up.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const settings = serverSettings(options.settings ?? {});
  const database = options.database ?? 'laurel';
  const dataDir = await resolveDataDir(options.dataDir);
  const releaseLock = await takeStartLock(`${dataDir}.lock`);
  try {
    const programs = await findPostgresPrograms(dataDir);
    const log = options.onLog ?? (() => undefined);
    const isAdopted = (await runningServer(dataDir)) !== undefined;
    const server = await adoptOrStart({ dataDir, programs, settings, port: options.port, log });
    await ensureDatabase(server, database);
    return {
      url: urlOf(server, database),
      port: server.port,
      isAdopted,
      stop: (mode = 'fast') => stopServer(dataDir, server.pid, programs, mode),
    };
  } finally {
    releaseLock();
  }
}

/** The one path by which every start knows the directory, whatever links lead to it. */
async function resolveDataDir(given: string): Promise<string> {
  const path = resolve(given);
  await mkdir(dirname(path), { recursive: true });
  return realpath(path).catch(async () => join(await realpath(dirname(path)), basename(path)));
}

async function adoptOrStart(start: Start): Promise<Server> {
  for (let attempt = 1; attempt <= START_ATTEMPTS_MAX; attempt++) {
    const running = await runningServer(start.dataDir);
    const server = running ? await adopt(start, running.pid) : await launch(start);
    if (server) return server;
  }
  throw new Error(`PostgreSQL did not stay up in ${start.dataDir}; see ${start.dataDir}.log`);
}

/** Returns nothing where the server was on its way down. */
async function adopt({ dataDir, log }: Start, pid: number): Promise<Server | undefined> {
  const password = await readPassword(dataDir);
  if (password === undefined) {
    throw new Error(`A PostgreSQL (process ${pid}) runs on ${dataDir}, but ${dataDir}.password is missing`);
  }
  const server = await waitUntilReady(dataDir, password, async () => false);
  if (server) log(`adopted the running PostgreSQL, process ${server.pid}, port ${server.port}`);
  return server;
}

/** Returns nothing where another attempt may succeed: the port was taken meanwhile, or an earlier start's orphan came first. */
async function launch(start: Start): Promise<Server | undefined> {
  const { dataDir, programs, settings, log } = start;
  const password = await ensureCluster(dataDir, programs, log);
  await forgetStalePid(dataDir);
  const port = start.port ?? (await choosePort(dataDir));
  const serverLog = await openServerLog(`${dataDir}.log`);
  const isStarting = spawnServer(programs, dataDir, ['-p', String(port), ...settings], serverLog.file.fd);
  await serverLog.file.close();
  const server = await waitUntilReady(dataDir, password, isStarting);
  if (server) {
    log(`started PostgreSQL, process ${server.pid}, port ${server.port}`);
    await writeFile(`${dataDir}.port`, String(server.port));
    return server;
  }
  const lines = await serverLog.linesSince();
  const isPortTaken = start.port === undefined && lines.includes('could not bind');
  if (isPortTaken || (await runningServer(dataDir))) return undefined;
  throw new Error(`PostgreSQL did not start in ${dataDir}. The end of ${dataDir}.log:\n${lines}`);
}

/**
 * In a process group of its own, so that Ctrl-C in a terminal reaches only the application, which then stops it in
 * order; and writing to a file, since a pipe would break when the application dies and the server goes on.
 * Returns whether it may still come up.
 */
function spawnServer(programs: PostgresPrograms, dataDir: string, args: string[], log: number): () => Promise<boolean> {
  if (process.platform === 'win32') {
    // pg_ctl gives up administrator rights, which postgres itself refuses.
    const quoted = args.map((word) => `"${word}"`).join(' ');
    const pgCtlArgs = ['start', '-D', dataDir, '-W', '-l', `${dataDir}.log`, '-o', quoted];
    const pgCtl = programs.spawn('pg_ctl', pgCtlArgs, { stdio: 'ignore', windowsHide: true });
    pgCtl.on('error', () => undefined);
    const graceEndsAt = Date.now() + WINDOWS_GRACE_MS;
    return async () => pgCtl.pid !== undefined && !pgCtl.exitCode && Date.now() < graceEndsAt;
  }
  const server = programs.spawn('postgres', ['-D', dataDir, ...args], { stdio: ['ignore', log, log], detached: true });
  server.on('error', () => undefined);
  server.unref();
  return async () => server.pid !== undefined && server.exitCode === null && server.signalCode === null;
}

/** Returns nothing as soon as the server has gone and `isStarting` no longer promises one. */
async function waitUntilReady(dataDir: string, password: string, isStarting: () => Promise<boolean>): Promise<Server | undefined> {
  const deadline = Date.now() + READY_TIMEOUT_MS_MAX;
  let lastError: unknown;
  while (Date.now() < deadline) {
    const mayComeUp = await isStarting();
    const running = await runningServer(dataDir);
    if (!running && !mayComeUp) return undefined;
    if (running?.port) {
      const server = { pid: running.pid, port: running.port, password };
      try {
        // SCRAM proves both sides: the server that answers knows our password too.
        await withClient(urlOf(server, 'postgres'), async () => undefined);
        return server;
      } catch (error) {
        lastError = error;
        const code = (error as { code?: unknown }).code;
        if (typeof code === 'string' && code.startsWith('28')) {
          throw new Error(`The PostgreSQL on ${dataDir} refuses the password in ${dataDir}.password`, { cause: error });
        }
      }
    }
    await sleep(POLL_INTERVAL_MS);
  }
  throw new Error(
    `PostgreSQL in ${dataDir} did not answer within ${READY_TIMEOUT_MS_MAX / 1_000} s (${String(lastError)}). It is left ` +
      `running, as it may be replaying its log after a crash: start again to wait on, or see ${dataDir}.log.`,
    { cause: lastError },
  );
}

async function ensureDatabase(server: Server, name: string): Promise<void> {
  await withClient(urlOf(server, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS_MAX });
  client.on('error', () => undefined); // A connection cut while idle; what matters fails in the query.
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf({ port, password }: Server, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`;
}

async function choosePort(dataDir: string): Promise<number> {
  const remembered = Number(await readIfPresent(`${dataDir}.port`));
  return (remembered && (await portIfFree(remembered))) || (await portIfFree(0));
}

/** The port, or any free one for 0; 0 where it is taken. */
function portIfFree(port: number): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.on('error', () => done(0));
    server.listen(port, '127.0.0.1', () => {
      const { port: bound } = server.address() as AddressInfo;
      server.close(() => done(bound));
    });
  });
}

/** Opens the log for appending, setting it aside when it has grown; `linesSince` gives the end of what came after. */
async function openServerLog(path: string): Promise<{ file: FileHandle; linesSince: () => Promise<string> }> {
  const size = await stat(path).then(
    (stats) => stats.size,
    () => 0,
  );
  const isFull = size > LOG_SIZE_BYTES_MAX;
  if (isFull) await rename(path, `${path}.1`);
  const offset = isFull ? 0 : size;
  const linesSince = async () => {
    const text = (await readFile(path)).subarray(offset).toString();
    return text.trim().split('\n').slice(-LOG_LINES_IN_ERROR).join('\n');
  };
  return { file: await open(path, 'a', 0o600), linesSince };
}
