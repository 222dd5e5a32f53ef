import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { Refused } from '../../graphql/attempt.js';
import { localId } from '../../graphql/global-id.js';
import { isStorable } from '../../graphql/stored-text.js';
import { invalid } from '../../graphql/user-error.types.js';
import { PostMoved, postNotFound, threadNotFound } from '../in-thread.js';
import { Post } from '../post.entity.js';
import { Thread } from '../thread.entity.js';
import type { Noting } from './action.js';

const REASON_MAX = 500;

/** Why moderators do something, checked; null: they did not say. @throws Refused */
export function reasonOf(reason: string | null | undefined): string | null {
  if (reason == null || reason.trim() === '') return null;
  if (reason.length > REASON_MAX || !isStorable(reason))
    throw new Refused(invalid(`A reason has at most ${REASON_MAX} characters.`, 'reason'));
  return reason;
}

/** A caller as their actions name them. */
export const notingOf = async (context: Context): Promise<Noting> => ({
  programId: context.programId,
  by: context.by,
  at: new Date((await context.program()).now()),
});

/**
 * A thread that moderators act on, held to the end of the transaction: also one that is hidden or deleted. One that was merged is none any more.
 * @throws Refused where there is none in the programme
 */
export async function holdAnyThread(em: EntityManager, { programId }: Context, uuid: string | null, path = 'thread'): Promise<Thread> {
  const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const thread = uuid && (await em.findOne(Thread, { id: uuid, programId }, options));
  if (!thread) throw threadNotFound(path);
  return thread;
}

/** @throws Refused where the posts of the thread went to another */
export function requireUnmerged(thread: Thread, path = 'thread'): void {
  if (thread.mergedInto == null) return;
  throw new Refused({ code: 'THREAD_MERGED', message: 'The posts of this thread went to another; act on that.', path: [path] });
}

/** A post that moderators act on, with its thread, both held; also what is hidden or deleted. @throws Refused where there is none */
export async function holdAnyPost(em: EntityManager, context: Context, id: string): Promise<{ post: Post; thread: Thread }> {
  const uuid = localId('post', id);
  const where = { id: uuid ?? '', programId: context.programId };
  const found = uuid === null ? null : await em.findOne(Post, where, { refresh: true });
  if (!found) throw postNotFound();
  const thread = await holdAnyThread(em, context, found.threadId);
  const post = await em.findOneOrFail(Post, where, { refresh: true });
  if (post.threadId !== thread.id) throw new PostMoved();
  return { post, thread };
}
