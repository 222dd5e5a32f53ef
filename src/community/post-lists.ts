import type { Context } from '../context.js';
import { type Connection, type ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { badInput } from '../graphql/errors.js';
import { isUuid, localId } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';
import type { Row } from '../journal/transaction.js';
import { POST_COLUMNS, postRow } from './community-loaders.js';
import { type PostType, postType } from './post.types.js';
import type { PostFilter } from './thread-input.types.js';

const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);
const PLACE = /^(-?[\d.e+-]{1,30}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** So many of the youngest posts that match are ranked. */
const RANKED_MAX = 200;
const QUERY_MAX = 255;

/** What of posts is shown to the caller; the parameter of that number is the calling member, or null. */
const isSeen = ({ community }: Context, own: number): string =>
  community.isModerator
    ? `$${own}::uuid is null or true`
    : `not p.is_deleted and (not p.is_hidden or (p.held_for is not null and p.author_id = $${own}::uuid))`;

/** Posts of a thread by number. `from`: the first number, in place of a cursor. */
export async function listPosts(
  context: Context,
  thread: string,
  args: ConnectionArgs,
  from: number | null,
): Promise<Connection<PostType>> {
  const page = keysetPage(args, isNumber);
  if (from !== null && (args.after != null || args.last != null)) throw badInput('from begins a page; give it without after and last.');
  const { rows } = await context.reads.query<Row>(
    `select ${POST_COLUMNS} from posts p where p.thread_id = $1 and p.program_id = $2 and (${isSeen(context, 6)})
        and p.number > coalesce($3::int, 0) and ($4::int is null or p.number < $4)
      order by p.number ${page.isForward ? 'asc' : 'desc'} limit $5`,
    [
      thread,
      context.programId,
      from === null ? page.after : Math.max(from, 1) - 1,
      page.before,
      page.limit,
      context.actor?.memberId ?? null,
    ],
  );
  return connection(
    page,
    rows,
    (row) => String(row.number),
    (row) => postType(postRow(row)),
  );
}

/** Replies to a post, the oldest first. */
export async function listReplies(context: Context, post: string, args: ConnectionArgs): Promise<Connection<PostType>> {
  const page = keysetPage(args, isUuid);
  const { rows } = await context.reads.query<Row>(
    `select ${POST_COLUMNS} from posts p join threads t on t.id = p.thread_id
      where p.reply_to_id = $1 and p.program_id = $2 and (${isSeen(context, 6)})
        and t.category_id = any($7::uuid[]) and ($8 or (not t.is_hidden and not t.is_deleted))
        and ($3::uuid is null or p.id > $3) and ($4::uuid is null or p.id < $4)
      order by p.id ${page.isForward ? 'asc' : 'desc'} limit $5`,
    [
      ...[post, context.programId, page.after, page.before, page.limit, context.actor?.memberId ?? null],
      // It may have been moved to a thread that is not open.
      ...[(await context.community.categories()).map(({ id }) => id), context.community.isModerator],
    ],
  );
  return connection(
    page,
    rows,
    (row) => row.id as string,
    (row) => postType(postRow(row)),
  );
}

/**
 * Posts that match a text, the best first, of those that are open to the caller. Ranking everything that matches a common word would cost by
 * the size of the community, so the youngest are ranked.
 */
export async function searchPosts(context: Context, text: string, filter: PostFilter, args: ConnectionArgs): Promise<Connection<PostType>> {
  if (text.trim() === '' || text.length > QUERY_MAX || !isStorable(text)) throw badInput(`text has 1 to ${QUERY_MAX} characters.`);
  const page = keysetPage(args, (cursor) => Number.isFinite(Number(PLACE.exec(cursor)?.[1] ?? Number.NaN)));
  const [afterRank, afterId] = PLACE.exec(page.after ?? '')?.slice(1) ?? [null, null];
  const [beforeRank, beforeId] = PLACE.exec(page.before ?? '')?.slice(1) ?? [null, null];
  const { category = null, thread = null } = filter;
  const [categoryId, threadId] = [
    category === null ? null : localId('category', category),
    thread === null ? null : localId('thread', thread),
  ];
  if ((category !== null && !categoryId) || (thread !== null && !threadId)) return connection(page, [], String, () => ({}) as PostType);
  const open = (await context.community.categories()).filter(({ id }) => !categoryId || id === categoryId).map(({ id }) => id);
  const direction = page.isForward ? 'desc' : 'asc';
  const { rows } = await context.reads.query<Row>(
    `select * from (
        select ${POST_COLUMNS}, ts_rank_cd(p.search, websearch_to_tsquery('simple', $1))::float8 as rank
        from youngest_posts(websearch_to_tsquery('simple', $1), $2, $3, ${RANKED_MAX}) y(id) join posts p using (id)
      ) r where ($5::uuid is null or (r.rank, r.id) < ($4::float8, $5)) and ($7::uuid is null or (r.rank, r.id) > ($6::float8, $7))
      order by r.rank ${direction}, r.id ${direction} limit $8`,
    [text, open, threadId, afterRank, afterId, beforeRank, beforeId, page.limit],
  );
  return connection(
    page,
    rows,
    (row) => `${row.rank} ${row.id}`,
    (row) => postType(postRow(row)),
  );
}
