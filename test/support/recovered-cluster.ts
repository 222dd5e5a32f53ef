import { chown, cp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Copies the data directory of a server that is stopped. */
export async function copyCluster(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, preserveTimestamps: true });
  // As root the server runs as somebody else, and copies are root's.
  const { uid, gid } = await stat(join(from, 'PG_VERSION'));
  for (const name of [...(await readdir(to, { recursive: true })), '.']) await chown(join(to, name), uid, gid);
}

/** Puts a copy in the place of a stopped server's directory, to be recovered as from an archive, which begins another timeline. Start it with `restore_command`. */
export async function recoverFrom(backup: string, dataDir: string): Promise<void> {
  await writeFile(join(backup, 'recovery.signal'), '');
  await copyCluster(backup, dataDir);
}
