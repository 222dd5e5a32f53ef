import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readIfPresent } from './postgres-cluster.js';
import { collect, type PostgresPrograms } from './postgres-programs.js';

const STOP_TIMEOUT_MS_MAX = 120_000;
const POLL_INTERVAL_MS = 50;

export interface RunningServer {
  readonly pid: number;
  /** Undefined in the first moments of a start. */
  readonly port: number | undefined;
}

/** The live server of this data directory, by its postmaster.pid; a pid that now belongs to another program does not count. */
export async function runningServer(dataDir: string): Promise<RunningServer | undefined> {
  const lines = (await readIfPresent(pidFile(dataDir)))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!(await isServerOf(dataDir, pid))) return undefined;
  return { pid, port: Number(lines[3]) || undefined };
}

/**
 * PostgreSQL will not start while its old pid file names a live process, though after a reboot that may be anything.
 * The file is kept, since its other lines let PostgreSQL find orphaned backends that still use the shared memory; only
 * the pid is replaced, by that of the server's parent-to-be, which PostgreSQL is known to disregard.
 * Call it under the start lock, when `runningServer` has found none.
 */
export async function forgetStalePid(dataDir: string): Promise<void> {
  if (process.platform === 'win32') return; // There PostgreSQL asks for its own signal pipe, which no other program has.
  const text = await readIfPresent(pidFile(dataDir));
  if (text === undefined) return;
  const [first = '', ...rest] = text.split('\n');
  if (Number(first) > 0) {
    if (isAlive(Number(first))) await writeFile(pidFile(dataDir), [process.pid, ...rest].join('\n'));
    return;
  }
  // A power loss can leave it empty, and so does for a moment a server that is just starting.
  await sleep(1_000);
  if ((await readIfPresent(pidFile(dataDir))) === text) await rm(pidFile(dataDir), { force: true });
}

/** Stops the server and returns when its process is gone; at once where it is gone already. */
export async function stopServer(dataDir: string, pid: number, programs: PostgresPrograms, mode: 'fast' | 'immediate'): Promise<void> {
  if (!(await isServerOf(dataDir, pid))) return;
  if (process.platform === 'win32') {
    await collect(programs.spawn('pg_ctl', ['stop', '-D', dataDir, '-m', mode, '-W'], { stdio: 'pipe' }));
  } else {
    signal(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  }
  const deadline = Date.now() + STOP_TIMEOUT_MS_MAX;
  while (await isServerOf(dataDir, pid)) {
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL (process ${pid}) did not stop within ${STOP_TIMEOUT_MS_MAX / 1_000} s of a ${mode} shutdown; ` +
          `see ${dataDir}.log. It goes on shutting down; an immediate stop ends it without a checkpoint.`,
      );
    }
    await sleep(POLL_INTERVAL_MS);
  }
}

/** Asks for the command line, because pids are used again. A zombie has none and so counts as gone, as it should. */
async function isServerOf(dataDir: string, pid: number): Promise<boolean> {
  if (!(pid > 0) || !isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    return basename(words[0] ?? '') === 'postgres' && words.includes(dataDir);
  }
  if (process.platform === 'win32') {
    return (await outputOf('tasklist', ['/FI', `PID eq ${pid}`, '/NH'])).includes('postgres.exe');
  }
  const command = await outputOf('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return command.includes('postgres') && command.includes(dataDir);
}

function outputOf(program: string, args: string[]): Promise<string> {
  return promisify(execFile)(program, args).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function pidFile(dataDir: string): string {
  return join(dataDir, 'postmaster.pid');
}
