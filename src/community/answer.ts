import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import { holdPost, holdThread } from './in-thread.js';
import { participantOf } from './participant.js';
import { Post } from './post.entity.js';
import type { AcceptAnswerInput, WithdrawAnswerInput } from './post-input.types.js';
import { sql } from './sql.js';
import type { Thread } from './thread.entity.js';
import { placeOf, type Teller, threadNote } from './thread-event.js';
import { postWork, threadWork } from './thread-work.js';

/** Whoever asked says which post answers the question; another one may have been accepted before. Gives the thread's UUID. @throws Refused */
export async function acceptAnswer(context: Context, sent: AcceptAnswerInput): Promise<string> {
  const by = await participantOf(context, sent.member);
  return postWork(context, sent.post, async (em) => {
    const { post, thread } = await holdPost(em, context, sent.post, by);
    requireAsker(thread, by.memberId);
    if (post.number === 1) throw new Refused(invalid('A question is not its own answer.', 'post'));
    if (thread.acceptedPostId === post.id) return { result: thread.id, commands: [] };
    await holdCounted(em, [post.id, thread.acceptedPostId ?? null]);
    const withdrawn = await withdraw(em, context, thread, by.memberId);
    thread.acceptedPostId = post.id;
    await countAnswers(em, post.authorId ?? null, 1);
    const detail = { ...placeOf(thread, post), member: by.memberId };
    return { result: thread.id, commands: [...withdrawn, threadNote(context, thread.id, 'ANSWER_ACCEPTED', detail)] };
  });
}

/** Whoever asked says that the question is open again. Gives the thread's UUID. @throws Refused */
export async function withdrawAnswer(context: Context, sent: WithdrawAnswerInput): Promise<string> {
  const by = await participantOf(context, sent.member);
  return threadWork(context, localId('thread', sent.thread), async (em) => {
    const thread = await holdThread(em, context, localId('thread', sent.thread), by);
    requireAsker(thread, by.memberId);
    return { result: thread.id, commands: await withdraw(em, context, thread, by.memberId) };
  });
}

/** Takes the answer of a thread that is held away, where it has one: also when that is hidden or deleted. */
export async function withdraw(em: EntityManager, teller: Teller, thread: Thread, member?: string) {
  if (thread.acceptedPostId == null) return [];
  const post = await em.findOneOrFail(Post, { id: thread.acceptedPostId });
  thread.acceptedPostId = null;
  await countAnswers(em, post.authorId ?? null, -1);
  const detail = { ...placeOf(thread, post), ...(member && { member }) };
  return [threadNote(teller, thread.id, 'ANSWER_WITHDRAWN', detail)];
}

/** Holds the authors of posts, in order: elsewhere one answer takes the place of another the other way round. */
const holdCounted = (em: EntityManager, posts: readonly (string | null)[]): Promise<unknown> =>
  sql(
    em,
    `select from community_members where member_id in (select author_id from posts where id = any($1::uuid[])) order by member_id for no key update`,
    [posts],
  );

const countAnswers = async (em: EntityManager, author: string | null, by: 1 | -1): Promise<unknown> =>
  author === null
    ? undefined
    : sql(em, 'update community_members set answers_accepted = answers_accepted + $1 where member_id = $2', [by, author]);

function requireAsker(thread: Thread, memberId: string): void {
  if (!thread.isQuestion) throw new Refused({ code: 'NOT_A_QUESTION', message: 'This thread is no question.', path: ['thread'] });
  if (thread.authorId === memberId) return;
  throw new Refused({ code: 'THREAD_NOT_YOURS', message: 'Only whoever asked accepts an answer.', path: ['thread'] });
}
