import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { holdThread, postNotFound, requireOpen } from './in-thread.js';
import { admit } from './moderation/admission.js';
import { participantOf } from './participant.js';
import { Post } from './post.entity.js';
import type { CreatePostInput } from './post-input.types.js';
import { attachmentsOf, writtenText } from './post-text.js';
import { threadNote } from './thread-event.js';
import { postKey, type Written, writePost, writing } from './write-post.js';

/** Writes in a thread. @throws Refused */
export async function createPost(context: Context, sent: CreatePostInput): Promise<Written> {
  const by = await participantOf(context, sent.member);
  const program = await context.program();
  const attachments = attachmentsOf(sent.attachments);
  const replyToId = sent.replyTo == null ? null : localId('post', sent.replyTo);
  if (sent.replyTo != null && replyToId === null) throw postNotFound('replyTo');
  const author = by.memberId;
  const id = localId('thread', sent.thread);
  return writing(context, author, id ?? '', postKey('createPost', sent), async (em, key) => {
    const thread = await holdThread(em, context, id, by);
    requireOpen(thread, program);
    const replyTo = replyToId && (await em.findOne(Post, { id: replyToId, threadId: thread.id, isHidden: false, isDeleted: false }));
    if (replyToId && !replyTo) throw postNotFound('replyTo');
    const text = await writtenText(em, context, sent.body);
    const heldFor = await admit(em, context, author, { body: sent.body, attachments }, { isNew: true });
    const post = await writePost(em, context, thread, { author, text, attachments, replyTo: replyTo || null, key, heldFor });
    const detail = {
      ...{ category: thread.categoryId, post: post.id, number: post.number, author, mentions: text.mentions },
      ...(heldFor !== null && ({ isModeration: true } as const)),
      ...(replyTo && { replyTo: replyTo.id, replyToAuthor: replyTo.authorId }),
    };
    return {
      result: { thread: thread.id, post: post.id, replayed: false },
      commands: [threadNote(context, thread.id, heldFor === null ? 'POST_CREATED' : 'POST_HELD', detail)],
    };
  });
}

/** @throws Refused unless the post is the member's own */
export function requireOwn(post: Post, memberId: string): void {
  if (post.authorId === memberId) return;
  throw new Refused({ code: 'POST_NOT_YOURS', message: 'Only its author changes a post; moderators can hide it.', path: ['post'] });
}
