import type { Context } from '../context.js';
import { transactionOf } from '../database/orm.js';
import { PROGRAM_EVENT, type ProgramEvent } from './program-event.js';

/**
 * Changes something that belongs to the programme and notes it on the programme's stream, in one transaction.
 * `change` may throw Refused.
 */
export async function noting<T>(
  context: Context,
  kind: ProgramEvent['kind'],
  change: (em: Context['em']) => Promise<T>,
  detailOf: (changed: T) => ProgramEvent['detail'],
): Promise<T> {
  const { journal } = context.services;
  const { programId } = context;
  const { changed, entries } = await context.em.transactional(async (em) => {
    const changed = await change(em);
    await em.flush();
    const input: ProgramEvent = { kind, detail: detailOf(changed) };
    const command = { type: PROGRAM_EVENT, programId, streamId: programId, by: context.by, input };
    const { entries } = await journal.append(transactionOf(em), [command]);
    return { changed, entries };
  });
  journal.announce(entries);
  return changed;
}
