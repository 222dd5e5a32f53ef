import { access, constants } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const LOCK_TIMEOUT_MS_MAX = 120_000;
const POLL_INTERVAL_MS = 50;
const SQLITE_BUSY = 5;

/**
 * Waits for an exclusive lock on the file and returns its release. The operating system releases it when the holder
 * dies in whatever way, so nothing stale can block a start; Node offers such a lock by way of SQLite only. The file
 * stays empty, and stays.
 */
export async function takeStartLock(path: string): Promise<() => void> {
  const deadline = Date.now() + LOCK_TIMEOUT_MS_MAX;
  const database = await openOrExplain(path);
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      return () => database.close();
    } catch (error) {
      const isHeld = (error as { errcode?: unknown }).errcode === SQLITE_BUSY;
      if (!isHeld || Date.now() > deadline) {
        database.close();
        throw new Error(`Cannot lock ${path}${isHeld ? ': another start holds it' : ''}`, { cause: error });
      }
      await sleep(POLL_INTERVAL_MS);
    }
  }
}

async function openOrExplain(path: string): Promise<DatabaseSync> {
  try {
    const database = new DatabaseSync(path, { timeout: 0 });
    // A file that cannot be written SQLite opens for reading without a word, and then excludes nobody.
    await access(path, constants.W_OK);
    return database;
  } catch (error) {
    throw new Error(`Cannot open ${path}: does its folder belong to another user?`, { cause: error });
  }
}
