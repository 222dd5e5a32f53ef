import type { ProgramHead } from '../journal/batch-read.js';
import type { Statement, Transaction } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';

const READ: Statement = {
  name: 'community_programs',
  text: `select p.id, p.version, p.test_clock from programs p join program_versions v on v.program_id = p.id and v.version = p.version
    where v.settings -> 'categories' is not null`,
};

/** The programmes that have a community, by id, exactly as they are in this transaction. */
export async function readTowns(
  tx: Transaction,
  exactly: (heads: readonly ProgramHead[], tx: Transaction) => Promise<ReadonlyMap<string, Program>>,
): Promise<ReadonlyMap<string, Program>> {
  const heads = (await tx.query(READ, [])).map((row) => ({
    id: row.id as string,
    version: Number(row.version),
    testClock: row.test_clock === null ? null : Number(row.test_clock),
  }));
  return heads.length === 0 ? new Map() : exactly(heads, tx);
}
