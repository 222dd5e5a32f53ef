import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { type ProgramEvent, programNote } from './program-event.js';

/**
 * Changes something that belongs to the programme and notes it on the programme's stream, in one transaction.
 * `change` may throw Refused.
 */
export const noting = <T>(
  context: Context,
  kind: ProgramEvent['kind'],
  change: (em: EntityManager) => Promise<T>,
  detailOf: (changed: T) => ProgramEvent['detail'],
): Promise<T> =>
  unitOfWork(context, async (em) => {
    const result = await change(em);
    return { result, commands: [programNote(context, kind, detailOf(result))] };
  });
