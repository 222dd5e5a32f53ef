import { readFile, rename, writeFile } from 'node:fs/promises';
import type { ClientBase, Pool } from 'pg';

export interface ChainHead {
  readonly lane: number;
  readonly position: number;
  readonly hash: string;
}

export interface ChainHeads {
  /** The database they belong to. */
  readonly epoch: string;
  readonly lanes: readonly ChainHead[];
}

/** The present head of every lane. */
export async function readHeads(client: Pick<ClientBase, 'query'>): Promise<ChainHead[]> {
  const { rows } = await client.query('select lane, position, hash from lanes order by lane');
  return (rows as { lane: number; position: string; hash: string }[]).map(({ lane, position, hash }) => ({
    lane,
    position: Number(position),
    hash,
  }));
}

/** Keeps the heads outside the database, where whoever alters it does not reach them. */
export async function saveHeads(file: string, epoch: string, pool: Pool): Promise<void> {
  const heads: ChainHeads = { epoch, lanes: await readHeads(pool) };
  await writeFile(`${file}.new`, JSON.stringify(heads, null, 2));
  await rename(`${file}.new`, file);
}

export async function loadHeads(file: string): Promise<ChainHeads | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ChainHeads;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
