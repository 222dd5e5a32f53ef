import { randomBytes } from 'node:crypto';
import { chown, lchown, mkdtemp, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { collect, type PostgresPrograms } from './postgres-programs.js';

/**
 * Makes the data directory a cluster of the installed major version, owned by the account the server runs as, and
 * returns the superuser's password. Initialises only where no cluster exists yet, and in a temporary sibling folder
 * that takes its name when it is complete, so that an initdb killed half-way leaves nothing that looks like a cluster.
 * Call it under the start lock and with no server running.
 */
export async function ensureCluster(dataDir: string, programs: PostgresPrograms, log: (line: string) => void): Promise<string> {
  await removeLeftovers(dataDir);
  const version = await readIfPresent(join(dataDir, 'PG_VERSION'));
  if (version === undefined) {
    const password = (await readPassword(dataDir)) ?? (await createPassword(dataDir));
    await initialise(dataDir, programs, password, log);
    return password;
  }
  if (Number(version) !== programs.majorVersion) {
    throw new Error(
      `${dataDir} was made by PostgreSQL ${version.trim()}, but the installed one is ${programs.majorVersion}. ` +
        'Dump it with the old version and restore it into a new folder, or install the old version again.',
    );
  }
  const password = await readPassword(dataDir);
  if (password === undefined) {
    throw new Error(`${passwordFile(dataDir)} is missing, without which the cluster in ${dataDir} cannot be entered.`);
  }
  await ensureOwner(dataDir, programs);
  return password;
}

/** The superuser's password, or undefined where none was made yet. */
export async function readPassword(dataDir: string): Promise<string | undefined> {
  return (await readIfPresent(passwordFile(dataDir)))?.trim();
}

/** The file's text, or undefined where there is no such file. */
export async function readIfPresent(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function initialise(dataDir: string, programs: PostgresPrograms, password: string, log: (line: string) => void): Promise<void> {
  // Removes an empty folder only: whatever else is in there is not ours to overwrite.
  await rmdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return;
    throw new Error(`${dataDir} is no PostgreSQL cluster and cannot be made one: ${error.message}`);
  });
  const workDir = await mkdtemp(temporaryPrefix(dataDir));
  const [data, pwfile] = [join(workDir, 'data'), join(workDir, 'password')];
  await writeFile(pwfile, password, { mode: 0o600 });
  if (programs.owner) {
    for (const path of [pwfile, workDir]) await chown(path, programs.owner.uid, programs.owner.gid);
  }
  log(`making a PostgreSQL ${programs.majorVersion} cluster in ${dataDir}`);
  const settings = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${pwfile}`];
  const initdb = programs.spawn('initdb', ['-D', data, ...access, ...settings, '--no-instructions'], { stdio: 'pipe' });
  const { code, output } = await collect(initdb);
  if (code !== 0) {
    await rm(workDir, { recursive: true, force: true });
    throw new Error(`initdb failed for ${dataDir} (exit code ${code}):\n${output.trim()}`);
  }
  for (const line of output.trim().split('\n')) log(line);
  await rename(data, dataDir);
  await syncFolder(dirname(dataDir));
  await rm(workDir, { recursive: true, force: true });
}

/** On disk before the cluster is: after a power loss a cluster without its password would be lost. */
async function createPassword(dataDir: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const temporary = `${passwordFile(dataDir)}.new`;
  await rm(temporary, { force: true });
  const file = await open(temporary, 'wx', 0o600);
  await file.writeFile(password);
  await file.sync();
  await file.close();
  await rename(temporary, passwordFile(dataDir));
  await syncFolder(dirname(dataDir));
  return password;
}

/** For root only: the cluster may have been made under an account that cannot be used any more. */
async function ensureOwner(dataDir: string, { owner }: PostgresPrograms): Promise<void> {
  if (!owner || (await stat(dataDir)).uid === owner.uid) return;
  const inside = await readdir(dataDir, { recursive: true });
  for (const name of inside) await lchown(join(dataDir, name), owner.uid, owner.gid);
  // Last, so that a start killed on the way does this again.
  await chown(dataDir, owner.uid, owner.gid);
}

async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of await readdir(dirname(dataDir))) {
    const path = join(dirname(dataDir), name);
    if (!path.startsWith(temporaryPrefix(dataDir))) continue;
    // An orphaned initdb may still write there; the next start then removes the rest.
    await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync();
  await folder.close();
}

function temporaryPrefix(dataDir: string): string {
  return join(dirname(dataDir), `${basename(dataDir)}.initdb-`);
}

function passwordFile(dataDir: string): string {
  return `${dataDir}.password`;
}
