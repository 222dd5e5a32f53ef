import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { takeOut } from '../delete-post.js';
import type { Post } from '../post.entity.js';
import { sql } from '../sql.js';
import type { Thread } from '../thread.entity.js';
import { placeOf, threadNote } from '../thread-event.js';
import { countPosts } from '../write-post.js';

type Notes = readonly ReturnType<typeof threadNote>[];
type FlagStatus = 'UPHELD' | 'DISMISSED';

const isCounted = ({ isHidden, isDeleted }: Post): boolean => !isHidden && !isDeleted;

/** Takes a post of a thread that is held out of sight; its flags were right. One that waited for moderators stays where nobody saw it. */
export async function hide(em: EntityManager, context: Context, thread: Thread, post: Post): Promise<Notes> {
  const wasCounted = isCounted(post);
  const notes = wasCounted ? [...(await takeOut(em, context, thread, post)), noteOn(context, thread, post, 'POST_HIDDEN')] : [];
  post.isHidden = true;
  decideHold(thread, post);
  await closeFlags(em, post, 'UPHELD');
  return notes;
}

/** Shows a post of a thread that is held; flags on it were wrong. With the first post of a thread that waited, the thread is shown. */
export async function show(em: EntityManager, context: Context, thread: Thread, post: Post): Promise<Notes> {
  const wasHidden = post.isHidden && !post.isDeleted;
  // One that waits since an edit was told as written before.
  const wasHeld = post.heldFor != null && post.editCount === 0;
  const isOpening = thread.isHeld && post.number === 1;
  post.isHidden = false;
  decideHold(thread, post);
  await closeFlags(em, post, 'DISMISSED');
  if (!wasHidden) return [];
  if (isOpening) thread.isHidden = false;
  thread.postCount += 1;
  if (post.createdAt > thread.lastPostAt) thread.lastPostAt = post.createdAt;
  await countPosts(em, post.authorId ?? null, 1);
  if (!wasHeld) return [noteOn(context, thread, post, 'POST_SHOWN')];
  const told = { ...placeOf(thread, post), isModeration: true, wasHeld: true, mentions: await mentionsOf(em, post) } as const;
  return [
    isOpening
      ? threadNote(context, thread.id, 'THREAD_SHOWN', { ...told, isQuestion: thread.isQuestion })
      : threadNote(context, thread.id, 'POST_SHOWN', { ...told, ...(await replyOf(em, post)) }),
  ];
}

/** Deletes a post of a thread that is held, for good; the first one takes its thread with it where no other can be seen. */
export async function remove(em: EntityManager, context: Context, thread: Thread, post: Post): Promise<Notes> {
  const taken = isCounted(post) ? await takeOut(em, context, thread, post) : [];
  const isTold = !post.isDeleted && (post.heldFor == null || post.editCount > 0);
  post.isDeleted = true;
  decideHold(thread, post);
  await closeFlags(em, post, 'UPHELD');
  const notes = [...taken, ...(isTold ? [noteOn(context, thread, post, 'POST_DELETED')] : [])];
  if (post.number !== 1 || thread.postCount > 0 || thread.isDeleted) return notes;
  thread.isDeleted = true;
  const { categoryId: category, authorId: author = null } = thread;
  return [...notes, threadNote(context, thread.id, 'THREAD_DELETED', { category, author, isModeration: true })];
}

const noteOn = (context: Context, thread: Thread, post: Post, kind: 'POST_HIDDEN' | 'POST_SHOWN' | 'POST_DELETED') =>
  threadNote(context, thread.id, kind, { ...placeOf(thread, post), isModeration: true });

/** The post waits no longer, and nor does the thread that it opens. */
function decideHold(thread: Thread, post: Post): void {
  post.heldFor = null;
  if (post.number === 1) thread.isHeld = false;
}

/** Decides on the flags of a post. That it is shown takes back what was decided before; that it stays hidden does not. */
async function closeFlags(em: EntityManager, post: Post, status: FlagStatus): Promise<void> {
  Object.assign(post, { flagCount: 0, queuedAt: null });
  const [row] = await sql(
    em,
    `with before as (select member_id, status from post_flags where post_id = $1 and (status = 'OPEN' or ($2 = 'DISMISSED' and status = 'UPHELD'))),
      closed as (update post_flags f set status = $2 from before b where f.post_id = $1 and f.member_id = b.member_id)
      select count(*) filter (where status = 'OPEN')::int as open, count(*) filter (where status = 'UPHELD')::int as upheld from before`,
    [post.id, status],
  );
  const by = status === 'UPHELD' ? Number(row?.open) : -Number(row?.upheld);
  if (by !== 0 && post.authorId)
    await sql(em, 'update community_members set upheld_flags = upheld_flags + $1 where member_id = $2', [by, post.authorId]);
}

const mentionsOf = async (em: EntityManager, post: Post): Promise<readonly string[]> =>
  (await sql(em, 'select member_id from post_mentions where post_id = $1 order by 1', [post.id])).map((row) => row.member_id as string);

async function replyOf(em: EntityManager, post: Post): Promise<Record<string, unknown>> {
  if (!post.replyToId) return {};
  const [row] = await sql(em, 'select author_id from posts where id = $1', [post.replyToId]);
  return { replyTo: post.replyToId, replyToAuthor: row?.author_id ?? null };
}
