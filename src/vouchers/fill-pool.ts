import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import type { Row, Transaction } from '../journal/transaction.js';
import { codeHash } from './codes.js';
import { IMPORT_CODES, type ImportCodes } from './import-codes.js';
import { poolVoucherId } from './voucher-id.js';

// The pool's row is held before any lane, so that positions have no gaps and no order of locks is broken.
const OPEN_POOL = {
  name: 'open_pool',
  text: 'insert into voucher_pools (id, program_id, size) values ($1, $2, 0) on conflict (id) do nothing',
};
const HOLD_POOL = { name: 'hold_pool', text: 'select size from voucher_pools where id = $1 for update' };
/** A lookup for each code: a join would be planned as a scan of all that there are. */
const FIND_KNOWN = {
  name: 'known_codes',
  text: `select q.hash from unnest($2::text[]) q(hash)
    cross join lateral (select from voucher_codes c where c.program_id = $1 and c.hash = decode(q.hash, 'hex') limit 1) c`,
};
const INSERT_CODES = {
  name: 'insert_codes',
  text: `insert into voucher_codes (program_id, pool_id, position, voucher_id, hash, code)
    select $1, $2, q.position, q.voucher_id, decode(q.hash, 'hex'), q.code
    from unnest($3::int8[], $4::uuid[], $5::text[], $6::text[]) q(position, voucher_id, hash, code)`,
};
const GROW_POOL = { name: 'grow_pool', text: 'update voucher_pools set size = size + $2 where id = $1' };

export interface Filled {
  readonly added: number;
  /** Places in the list of codes that were left out. */
  readonly duplicates: readonly number[];
}

/** Adds imported codes to a pool; those that the programme has are left out, so that a list can be sent twice. */
export const importCodes = (context: Context, pool: string, codes: readonly string[]): Promise<Filled> =>
  filling(context, pool, async (tx, size) => {
    const hashes = codes.map(codeHash);
    const known = new Set((await tx.query(FIND_KNOWN, [context.programId, hashes])).map((row: Row) => row.hash as string));
    const duplicates: number[] = [];
    const added: { hash: string; code: string }[] = [];
    hashes.forEach((hash, i) => {
      if (known.has(hash)) duplicates.push(i);
      else added.push({ hash, code: (codes[i] as string).trim() });
      known.add(hash);
    });
    const rows = added.map((each, i) => ({ ...each, position: size + 1 + i }));
    return { rows, result: { added: added.length, duplicates } };
  });

/** Makes codes for a pool, and gives them. They are derived from their places, and not stored. */
export const generateCodes = (context: Context, pool: string, count: number): Promise<readonly string[]> =>
  filling(context, pool, async (_, size) => {
    const positions = Array.from({ length: count }, (_, i) => size + 1 + i);
    const made = positions.map((position) => context.services.voucherCodes.codeOf(poolVoucherId(pool, position)));
    return { rows: positions.map((position, i) => ({ position, hash: codeHash(made[i] as string), code: null })), result: made };
  });

interface CodeRow {
  readonly position: number;
  readonly hash: string;
  readonly code: string | null;
}

/** Holds the pool, writes rows behind its last position, and notes how many there are now. */
function filling<T>(
  context: Context,
  pool: string,
  fill: (tx: Transaction, size: number) => Promise<{ rows: readonly CodeRow[]; result: T }>,
): Promise<T> {
  const { programId, by } = context;
  return unitOfWork(context, async (_, tx) => {
    await tx.query(OPEN_POOL, [pool, programId]);
    const [row] = await tx.query(HOLD_POOL, [pool]);
    const size = Number(row?.size);
    const { rows, result } = await fill(tx, size);
    if (rows.length === 0) return { result, commands: [] };
    await tx.query(INSERT_CODES, [
      programId,
      pool,
      rows.map(({ position }) => position),
      rows.map(({ position }) => poolVoucherId(pool, position)),
      rows.map(({ hash }) => hash),
      rows.map(({ code }) => code),
    ]);
    await tx.query(GROW_POOL, [pool, rows.length]);
    const input: ImportCodes = { pool, count: rows.length, from: size + 1 };
    return { result, commands: [{ type: IMPORT_CODES, programId, streamId: programId, by, input }] };
  });
}
