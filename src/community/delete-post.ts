import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { withdraw } from './answer.js';
import { requireOwn } from './create-post.js';
import { holdPost } from './in-thread.js';
import { participantOf } from './participant.js';
import type { Post } from './post.entity.js';
import type { DeletePostInput } from './post-input.types.js';
import type { Thread } from './thread.entity.js';
import { placeOf, type Teller, threadNote } from './thread-event.js';
import { postWork } from './thread-work.js';
import { countPosts } from './write-post.js';

/** An author takes their post away; the first post takes its thread with it where nobody else wrote in it. Gives the thread's UUID. @throws Refused */
export async function deletePost(context: Context, sent: DeletePostInput): Promise<string> {
  const by = await participantOf(context, sent.member);
  return postWork(context, sent.post, async (em) => {
    const { post, thread } = await holdPost(em, context, sent.post, by);
    requireOwn(post, by.memberId);
    post.isDeleted = true;
    const commands = [...(await takeOut(em, context, thread, post)), threadNote(context, thread.id, 'POST_DELETED', placeOf(thread, post))];
    if (post.number !== 1 || thread.postCount > 0) return { result: thread.id, commands };
    thread.isDeleted = true;
    const { categoryId: category, authorId: author = null } = thread;
    return { result: thread.id, commands: [...commands, threadNote(context, thread.id, 'THREAD_DELETED', { category, author })] };
  });
}

/** A post of a thread that is held counts no longer; an accepted answer is withdrawn first. */
export async function takeOut(em: EntityManager, teller: Teller, thread: Thread, post: Post) {
  thread.postCount -= 1;
  await countPosts(em, post.authorId ?? null, -1);
  return thread.acceptedPostId === post.id ? withdraw(em, teller, thread) : [];
}
