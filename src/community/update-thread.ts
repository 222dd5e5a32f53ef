import { LockMode } from '@mikro-orm/core';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { requireName } from '../graphql/require-name.js';
import { tagsOf } from './create-thread.js';
import { holdThread, requireOpen, threadNotFound } from './in-thread.js';
import { communityPolicyOf } from './moderation/policy.js';
import { refuseName } from './moderation/ruling.js';
import { participantOf } from './participant.js';
import { Post } from './post.entity.js';
import { Thread } from './thread.entity.js';
import { threadNote } from './thread-event.js';
import type { UpdateThreadInput } from './thread-input.types.js';
import { threadWork } from './thread-work.js';

/** Changes the title or the tags: whoever opened the thread, while it is open, or a moderator. Gives its UUID. @throws Refused */
export async function updateThread(context: Context, sent: UpdateThreadInput): Promise<string> {
  const { title = null } = sent;
  const tags = sent.tags ? tagsOf(sent.tags) : null;
  if (title !== null) requireName(title, 'title');
  const uuid = localId('thread', sent.thread);
  // A moderator acts in nobody's name.
  const by = context.community.isModerator && !sent.member ? null : await participantOf(context, sent.member);
  return threadWork(context, uuid, async (em) => {
    const program = await context.program();
    const thread = by
      ? await holdThread(em, context, uuid, by)
      : uuid && (await em.findOne(Thread, { id: uuid, programId: context.programId }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
    if (!thread) throw threadNotFound();
    if (by) {
      requireOpen(thread, program);
      if (thread.authorId !== by.memberId)
        throw new Refused({ code: 'THREAD_NOT_YOURS', message: 'Only whoever opened a thread changes it.', path: ['thread'] });
      const refusal = title === null ? null : refuseName(title, communityPolicyOf(program.settings), 'title');
      if (refusal) throw new Refused(refusal);
    }
    const isSame = (title === null || title === thread.title) && (tags === null || tags.join() === thread.tags.join());
    if (isSame) return { result: thread.id, commands: [] };
    if (title !== null) {
      thread.title = title;
      const first = await em.findOne(Post, { threadId: thread.id, number: 1 });
      if (first) first.heading = title;
    }
    if (tags) thread.tags = tags;
    const detail = { category: thread.categoryId, author: thread.authorId ?? null };
    return { result: thread.id, commands: [threadNote(context, thread.id, 'THREAD_EDITED', detail)] };
  });
}
