import type { Pool } from 'pg';

const MUST_BE_ON = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * Refuses a server that may lose what it acknowledged.
 * @throws Error naming the setting, or the version when it is older than PostgreSQL 15
 */
export async function requireDurability(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; setting: string }>('select name, setting from pg_settings where name = any($1)', [
    [...MUST_BE_ON, 'server_version_num'],
  ]);
  for (const { name, setting } of rows) {
    if (name === 'server_version_num') {
      if (Number(setting) < 150_000) throw new Error(`PostgreSQL 15 or newer is required; the server's server_version_num is ${setting}.`);
    } else if (setting === 'off') {
      throw new Error(`The server has ${name} = off: it may lose points that were acknowledged. Turn ${name} on and start again.`);
    }
  }
}
