import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { unitOfWork, type Work } from '../database/unit-of-work.js';
import { localId } from '../graphql/global-id.js';
import { postNotFound } from './in-thread.js';
import { inTurn } from './turns.js';

/** Changes something in a thread, by UUID, when its turn has come. Several at once make one transaction each, in order. */
export const threadWork = <T>(context: Context, thread: string | null, work: (em: EntityManager) => Promise<Work<T>>): Promise<T> =>
  inTurn(thread ?? '', () => unitOfWork(context, work));

/** Changes something about a post, by global id, when the turn of its thread has come. @throws Refused where there is none */
export async function postWork<T>(context: Context, post: string, work: (em: EntityManager) => Promise<Work<T>>): Promise<T> {
  const uuid = localId('post', post);
  const row = uuid && (await context.community.posts.load(uuid));
  if (!row) throw postNotFound();
  return threadWork(context, row.threadId, work);
}
