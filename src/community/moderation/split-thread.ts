import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { Refused } from '../../graphql/attempt.js';
import { localId, newUuid, streamIdOf } from '../../graphql/global-id.js';
import { requireName } from '../../graphql/require-name.js';
import { invalid } from '../../graphql/user-error.types.js';
import { withdraw } from '../answer.js';
import { categoryOf } from '../category.js';
import { postNotFound } from '../in-thread.js';
import { sql } from '../sql.js';
import { Thread } from '../thread.entity.js';
import { threadNote } from '../thread-event.js';
import { threadWork } from '../thread-work.js';
import { noteAction } from './action.js';
import { requireDecided } from './change-thread.js';
import { holdAnyThread, notingOf, reasonOf, requireUnmerged } from './in-moderation.js';
import { movePosts } from './moved-posts.js';

const POSTS_MAX = 100;

/** Posts that become a thread of their own. */
export interface Split {
  readonly thread: string;
  readonly posts: readonly string[];
  readonly title: string;
  readonly category?: string | null;
  readonly reason?: string | null;
}

interface SplitPost {
  readonly id: string;
  readonly thread_id: string;
  readonly number: number;
  readonly author_id: string | null;
  readonly is_hidden: boolean;
  readonly is_deleted: boolean;
}

/**
 * Makes a thread of posts of another, in their old order, numbered from 1. Its author is who wrote the first of them; whoever follows the old
 * thread follows it, and has read there what they had read. An accepted answer that leaves is withdrawn. Gives its UUID, also where somebody did so
 * before. @throws Refused
 */
export async function splitThread(context: Context, sent: Split): Promise<string> {
  requireName(sent.title, 'title');
  const { settings } = await context.program();
  const ids = [...new Set(sent.posts)].map((id) => localId('post', id));
  if (ids.length === 0 || ids.length > POSTS_MAX) throw new Refused(invalid(`1 to ${POSTS_MAX} posts are split off at a time.`, 'posts'));
  if (ids.includes(null)) throw postNotFound('posts');
  const wanted = sent.category == null ? null : localId('category', sent.category);
  const category = categoryOf(settings, wanted);
  if (sent.category != null && !category)
    throw new Refused({ code: 'CATEGORY_NOT_FOUND', message: 'There is no such category in this programme.', path: ['category'] });
  const fromId = localId('thread', sent.thread);
  return threadWork(context, fromId, async (em) => {
    const reason = reasonOf(sent.reason);
    const from = await holdAnyThread(em, context, fromId);
    requireUnmerged(from);
    requireDecided(from);
    const posts = await postsOf(em, context, ids as string[]);
    if (posts.length < ids.length) throw postNotFound('posts');
    const done = await splitBefore(em, context, posts, sent.title, from.id);
    if (done) return { result: done, commands: [] };
    const first = firstOf(posts, from);
    const noting = await notingOf(context);
    const thread = em.create(Thread, {
      ...{ id: streamIdOf('thread', newUuid()), programId: context.programId, categoryId: category?.id ?? from.categoryId },
      ...{ authorId: first.author_id, title: sent.title, tags: from.tags, isQuestion: false, isHidden: from.isHidden },
      ...{ lastNumber: 0, postCount: 0, createdAt: noting.at, lastPostAt: noting.at },
    });
    em.persist(thread);
    const withdrawn = posts.some(({ id }) => id === from.acceptedPostId) ? await withdraw(em, context, from) : [];
    const moved = await movePosts(em, from, thread, ids as string[]);
    await copyFollowers(em, context.programId, from, thread, posts);
    const author = from.authorId ?? null;
    await noteAction(em, noting, {
      kind: 'THREAD_SPLIT',
      member: author,
      thread: from.id,
      reason,
      detail: { into: thread.id, posts: ids },
    });
    const told = { isModeration: true, count: moved.count } as const;
    return {
      result: thread.id,
      commands: [
        ...withdrawn,
        threadNote(context, from.id, 'THREAD_SPLIT', { category: from.categoryId, author, into: thread.id, posts: ids, ...told }),
        threadNote(context, thread.id, 'THREAD_SPLIT', { category: thread.categoryId, author: first.author_id, from: from.id, ...told }),
      ],
    };
  });
}

const postsOf = async (em: EntityManager, { programId }: Context, ids: readonly string[]): Promise<SplitPost[]> =>
  (await sql(
    em,
    `select id, thread_id, number, author_id, is_hidden, is_deleted from posts where program_id = $1 and id = any($2::uuid[]) order by number`,
    [programId, ids],
  )) as unknown as SplitPost[];

/** The thread that the same posts became under the same title, where they are together in another one. */
async function splitBefore(em: EntityManager, { programId }: Context, posts: readonly SplitPost[], title: string, from: string) {
  const [where] = posts.map((post) => post.thread_id);
  if (!where || where === from || posts.some((post) => post.thread_id !== where)) return null;
  const found = await em.findOne(Thread, { id: where, programId, title, isDeleted: false });
  return found?.id ?? null;
}

/** The post that opens the new thread. @throws Refused where they are not all of the thread, or the thread would lose its own first post */
function firstOf(posts: readonly SplitPost[], from: Thread): SplitPost {
  if (posts.some((post) => post.thread_id !== from.id)) throw postNotFound('posts');
  if (posts.some(({ number }) => number === 1)) throw new Refused(invalid('A thread keeps its first post.', 'posts'));
  const first = posts[0] as SplitPost;
  if (first.is_hidden || first.is_deleted) throw new Refused(invalid('The first of the posts is out of sight; show it first.', 'posts'));
  return first;
}

const copyFollowers = (em: EntityManager, programId: string, from: Thread, to: Thread, posts: readonly SplitPost[]): Promise<unknown> =>
  sql(
    em,
    `insert into thread_visits (program_id, thread_id, member_id, read_number, is_following)
      select $1::uuid, $2::uuid, member_id, (select count(*)::int from unnest($4::int[]) n where n <= read_number), true
        from thread_visits where thread_id = $3 and is_following`,
    [programId, to.id, from.id, posts.map(({ number }) => number)],
  );
