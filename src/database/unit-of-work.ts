import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Refused } from '../graphql/attempt.js';
import type { CommandRequest, Journal } from '../journal/journal.js';
import type { Transaction } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import { transactionOf } from './orm.js';

/** What a unit of work gives back, and the entries that it leads to. */
export interface Work<T> {
  readonly result: T;
  readonly commands: readonly CommandRequest[];
}

interface Caller {
  readonly services: { readonly orm: MikroORM; readonly journal: Journal<Program> };
  readonly programId: string;
}

// The role of the second wall, and whose rows it sees, to the end of the transaction or until it is left.
const ENTER = {
  name: 'enter_program',
  text: `select set_config('laurel.program_id', $1, true), set_config('role', 'laurel_tenant', true)`,
};
const LEAVE = { name: 'leave_program', text: `select set_config('role', 'none', true)` };

/**
 * Changes configuration or profiles of one programme, and appends what it leads to as the last step before the commit.
 * The work itself is done behind the second wall: under row level security, without any right to write balances.
 * `holdsLanes`: nothing is being decided while it is open.
 * @throws Refused when a command is refused; then nothing is changed
 */
export async function unitOfWork<T>(
  { services: { orm, journal }, programId }: Caller,
  work: (em: EntityManager, tx: Transaction) => Promise<Work<T>>,
  { holdsLanes = false } = {},
): Promise<T> {
  const { result, entries } = await orm.em.fork().transactional(async (em) => {
    const tx = transactionOf(em);
    if (holdsLanes) await journal.lockAll(tx);
    await tx.query(ENTER, [programId]);
    const { result, commands } = await work(em, tx);
    await em.flush();
    await tx.query(LEAVE, []);
    const { outcomes, entries } = await journal.append(tx, commands);
    for (const outcome of outcomes) {
      if (outcome instanceof Error) throw outcome;
      if ('refusal' in outcome) throw new Refused(outcome.refusal);
    }
    return { result, entries };
  });
  journal.announce(entries);
  return result;
}

/** Reads entities of one programme behind the second wall. */
export const readWork = <T>(caller: Caller, read: (em: EntityManager) => Promise<T>): Promise<T> =>
  unitOfWork(caller, async (em) => ({ result: await read(em), commands: [] }));
