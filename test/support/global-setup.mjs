import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/database/embedded-postgres.js';

/** One PostgreSQL for the whole run: the one of DATABASE_URL, else an embedded one in a temporary folder. Each test file makes a database of its own. */
export default async function setUp() {
  if (process.env.DATABASE_URL) {
    process.env.LAUREL_TEST_SERVER = process.env.DATABASE_URL;
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'laurel-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings: { max_connections: '200' } });
  process.env.LAUREL_TEST_SERVER = postgres.url;
  globalThis.laurelTestServer = { postgres, folder };
}
