import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../sql.js';
import type { Thread } from '../thread.entity.js';

/** Where posts of a thread went: they have the numbers from `first` on there, in their old order. */
export interface Moved {
  readonly first: number;
  readonly count: number;
}

/**
 * Moves posts to the end of another thread; both are held. Replies, reactions, mentions and flags are the posts' own, and stay. `posts`: which;
 * all when left out. What is counted of both threads is counted anew.
 */
export async function movePosts(em: EntityManager, from: Thread, to: Thread, posts: readonly string[] | null): Promise<Moved> {
  await em.flush();
  const moved = await sql(
    em,
    `update posts p set thread_id = $2, number = $3::int + q.place, heading = case when $3::int + q.place = 1 then $4 end
      from (select id, row_number() over (order by number)::int as place from posts
        where thread_id = $1 and ($5::uuid[] is null or id = any($5::uuid[]))) q
      where p.id = q.id returning p.id`,
    [from.id, to.id, to.lastNumber, to.title, posts],
  );
  const first = to.lastNumber + 1;
  to.lastNumber += moved.length;
  for (const thread of [from, to]) await recount(em, thread);
  return { first, count: moved.length };
}

async function recount(em: EntityManager, thread: Thread): Promise<void> {
  const [row] = await sql(
    em,
    `select count(*) filter (where not is_hidden and not is_deleted)::int as posts, max(created_at) filter (where held_for is null) as last,
      coalesce(sum((select sum(value::int) from jsonb_each_text(reactions))), 0)::int as reactions from posts where thread_id = $1`,
    [thread.id],
  );
  thread.postCount = Number(row?.posts);
  thread.reactionCount = Number(row?.reactions);
  if (row?.last) thread.lastPostAt = new Date(row.last as string);
}
