import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import type { Program } from '../programs/program.js';
import { type CategorySettings, categoryOf, isOpenTo } from './category.js';
import type { Participant } from './participant.js';
import { Post } from './post.entity.js';
import { Thread } from './thread.entity.js';

export const threadNotFound = (path = 'thread'): Refused =>
  new Refused({ code: 'THREAD_NOT_FOUND', message: 'There is no such thread, or it is not open to this member.', path: [path] });
export const postNotFound = (path = 'post'): Refused =>
  new Refused({ code: 'POST_NOT_FOUND', message: 'There is no such post, or it is not open to this member.', path: [path] });

/** The post was moved to another thread between the look and the lock: the work begins anew. */
export class PostMoved extends Error {}

const postHeld = (): Refused =>
  new Refused({ code: 'POST_HELD', message: 'This post waits until moderators looked at it.', path: ['post'] });

/** A category that something is written in. @throws Refused where there is none that is open to them */
export function categoryFor(program: Program, id: string, { view }: Participant): CategorySettings {
  const uuid = localId('category', id);
  const category = categoryOf(program.settings, uuid);
  if (category && !category.isArchived && isOpenTo(category, view, program)) return category;
  const message = 'There is no such category, or it is not open to this member.';
  throw new Refused({ code: 'CATEGORY_NOT_FOUND', message, path: ['category'] });
}

/**
 * A thread that somebody acts in, held to the end of the transaction: whatever else is done in it waits. Posts are held after their
 * thread, lanes after both.
 * @throws Refused where there is none that is open to them
 */
export async function holdThread(em: EntityManager, context: Context, uuid: string | null, by: Participant): Promise<Thread> {
  const program = await context.program();
  const thread =
    uuid && (await em.findOne(Thread, { id: uuid, programId: context.programId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }));
  const category = thread && categoryOf(program.settings, thread.categoryId);
  if (!thread || thread.isHidden || thread.isDeleted || !category || !isOpenTo(category, by.view, program)) throw threadNotFound();
  return thread;
}

/** @throws Refused when nothing is written in the thread any more */
export function requireOpen(thread: Thread, { settings }: Program): void {
  const isArchived = categoryOf(settings, thread.categoryId)?.isArchived;
  if (!thread.isClosed && !isArchived) return;
  throw new Refused({ code: 'THREAD_CLOSED', message: 'This thread is closed: it can be read, and nothing is added.', path: ['thread'] });
}

/** A post that somebody acts on, with its thread, both held. @throws Refused where there is none that is open to them */
export async function holdPost(em: EntityManager, context: Context, id: string, by: Participant): Promise<{ post: Post; thread: Thread }> {
  const uuid = localId('post', id);
  const where = { id: uuid ?? '', programId: context.programId };
  const found = uuid === null ? null : await em.findOne(Post, where, { refresh: true });
  if (!found) throw postNotFound();
  const thread = await holdThread(em, context, found.threadId, by).catch((error: unknown) => {
    throw error instanceof Refused ? postNotFound() : error;
  });
  const post = await em.findOne(Post, where, { refresh: true });
  if (!post) throw postNotFound();
  // Another thread is not held behind this one: whoever holds several takes them in order.
  if (post.threadId !== thread.id) throw new PostMoved();
  if (post.heldFor && post.authorId === by.memberId) throw postHeld();
  if (post.isHidden || post.isDeleted) throw postNotFound();
  return { post, thread };
}
