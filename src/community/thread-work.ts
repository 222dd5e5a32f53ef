import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { unitOfWork, type Work } from '../database/unit-of-work.js';
import { localId } from '../graphql/global-id.js';
import { PostMoved, postNotFound } from './in-thread.js';
import { inTurn } from './turns.js';

/** Changes something in a thread, by UUID, when its turn has come. Several at once make one transaction each, in order. */
export const threadWork = <T>(context: Context, thread: string | null, work: (em: EntityManager) => Promise<Work<T>>): Promise<T> =>
  inTurn(thread ?? '', () => unitOfWork(context, work));

/** Changes something about a post, by global id, when the turn of its thread has come. @throws Refused where there is none */
export async function postWork<T>(context: Context, post: string, work: (em: EntityManager) => Promise<Work<T>>): Promise<T> {
  const uuid = localId('post', post);
  if (!uuid) throw postNotFound();
  for (;;) {
    const row = await context.community.posts.clear(uuid).load(uuid);
    if (!row) throw postNotFound();
    try {
      return await threadWork(context, row.threadId, work);
    } catch (error) {
      if (!(error instanceof PostMoved)) throw error;
    }
  }
}

/** Changes something in several threads, by UUID, when the turn of each has come. They wait in order, so that none waits in a circle. */
export const threadsWork = <T>(context: Context, threads: readonly string[], work: (em: EntityManager) => Promise<Work<T>>): Promise<T> =>
  [...threads].sort().reduceRight<() => Promise<T>>(
    (inner, thread) => () => inTurn(thread, inner),
    () => unitOfWork(context, work),
  )();
