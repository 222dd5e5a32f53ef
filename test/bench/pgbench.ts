import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where pgbench is; null where the machine has none. */
export async function findPgbench(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(':');
  for (let version = 19; version >= 13; version -= 1) folders.push(`/usr/lib/postgresql/${version}/bin`);
  for (const folder of folders) {
    const path = `${folder}/pgbench`;
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return null;
}

/** Fills a database with pgbench's accounts. */
export const fillTpcB = (pgbench: string, url: string, scale: number) => run(pgbench, ['-i', '-q', '-s', String(scale), url]);

/** Transactions per second of TPC-B. */
export async function tpcB(
  pgbench: string,
  url: string,
  clients: number,
  seconds: number,
  protocol: 'simple' | 'prepared' = 'simple',
): Promise<number> {
  const { stdout } = await run(pgbench, ['-n', '-M', protocol, '-c', String(clients), '-j', '1', '-T', String(seconds), url]);
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
}
