import { join } from 'node:path';
import { readConfig } from '../config.js';
import { readConnections } from '../database/connections.js';
import { startEmbeddedPostgres } from '../database/embedded-postgres.js';
import { readEpoch } from '../database/history.js';
import { loadHeads } from '../journal/chain-heads.js';
import { verify } from '../verify.js';

/** Recomputes everything that is derived from the journal and prints every difference. Exit code 1 when there is any. */
const config = readConfig();
const embedded = config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') }) : null;
const pool = readConnections(config.databaseUrl ?? (embedded?.url as string));
try {
  const epoch = await readEpoch(async (text: string) => (await pool.query(text)).rows);
  const heads = await loadHeads(join(config.dataDir, 'chain-heads.json'));
  const outside = heads?.epoch === epoch ? heads : null;
  const { entries, streams, differences } = await verify(pool, outside);
  for (const difference of differences) process.stdout.write(`${difference}\n`);
  const compared = outside ? 'compared with the heads kept outside the database' : 'no heads kept outside the database for this epoch';
  process.stdout.write(`${entries} entries, ${streams} streams, ${differences.length} differences; ${compared}\n`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await pool.end();
  // One that was running belongs to somebody else.
  if (embedded && !embedded.isAdopted) await embedded.stop();
}
