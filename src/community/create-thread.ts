import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { newUuid, streamIdOf } from '../graphql/global-id.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import { categoryFor } from './in-thread.js';
import { admit } from './moderation/admission.js';
import { participantOf } from './participant.js';
import { addPoll, parsePoll } from './poll.js';
import { attachmentsOf, writtenText } from './post-text.js';
import { Thread } from './thread.entity.js';
import { threadNote } from './thread-event.js';
import type { CreateThreadInput } from './thread-input.types.js';
import { postKey, type Written, writePost, writing } from './write-post.js';

const TAGS_MAX = 10;
const TAG = /^[\p{Ll}\p{N}][\p{Ll}\p{N}-]{0,39}$/u;

/** Opens a thread with its first post. @throws Refused */
export async function createThread(context: Context, sent: CreateThreadInput): Promise<Written> {
  const by = await participantOf(context, sent.member);
  const program = await context.program();
  requireName(sent.title, 'title');
  const tags = tagsOf(sent.tags);
  const attachments = attachmentsOf(sent.attachments);
  const { programId } = context;
  const author = by.memberId;
  const id = streamIdOf('thread', newUuid());
  return writing(context, author, id, postKey('createThread', sent), async (em, key) => {
    // What may be otherwise by now is looked at behind the key: whoever sends the same again gets what it became then.
    const category = categoryFor(program, sent.category, by);
    if (category.isForAnnouncements && !context.actor?.scopes.has('community:moderate')) {
      const message = 'Only moderators open threads in this category; others can reply.';
      throw new Refused({ code: 'CATEGORY_FOR_ANNOUNCEMENTS', message, path: ['category'] });
    }
    const poll = sent.poll ? parsePoll(sent.poll, program.now()) : null;
    const text = await writtenText(em, context, sent.body);
    const heldFor = await admit(em, context, author, { title: sent.title, body: sent.body, attachments }, { isNew: true });
    const now = new Date(program.now());
    const thread = em.create(Thread, {
      id,
      programId,
      categoryId: category.id,
      authorId: author,
      title: sent.title,
      tags,
      isQuestion: sent.isQuestion ?? false,
      ...{ isHidden: heldFor !== null, isHeld: heldFor !== null },
      ...{ lastNumber: 0, postCount: 0, createdAt: now, lastPostAt: now },
    });
    em.persist(thread);
    await em.flush();
    const post = await writePost(em, context, thread, { author, text, attachments, replyTo: null, key, heldFor });
    if (poll) await addPoll(em, programId, thread.id, poll);
    const detail = {
      category: category.id,
      post: post.id,
      number: post.number,
      author,
      mentions: text.mentions,
      isQuestion: thread.isQuestion,
      // Whoever is told of it is not told by whom.
      ...(heldFor !== null && ({ isModeration: true } as const)),
    };
    return {
      result: { thread: thread.id, post: post.id, replayed: false },
      commands: [threadNote(context, thread.id, heldFor === null ? 'THREAD_OPENED' : 'THREAD_HELD', detail)],
    };
  });
}

/** The names under which a thread is found, checked. @throws Refused */
export function tagsOf(given: readonly string[] | null | undefined): string[] {
  const tags = [...new Set(given ?? [])];
  if (tags.length > TAGS_MAX || !tags.every((tag) => TAG.test(tag)))
    throw new Refused(invalid(`A thread has at most ${TAGS_MAX} tags, each of 1 to 40 lower-case letters, digits and hyphens.`, 'tags'));
  return tags;
}
