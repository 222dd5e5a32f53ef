import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { type Attachment, Post } from './post.entity.js';
import type { WrittenText } from './post-text.js';
import { sql } from './sql.js';
import type { Thread } from './thread.entity.js';
import { follow } from './visit.js';

/** A post to write, checked. */
export interface NewPost {
  readonly author: string;
  readonly text: WrittenText;
  readonly attachments: readonly Attachment[];
  readonly replyTo: Post | null;
  readonly key: PostKey;
  /** The rule for which it waits for moderators; null: it does not. */
  readonly heldFor: string | null;
}

/** What a post was sent under, so that sending it again finds it. */
export interface PostKey {
  readonly idempotencyKey: string;
  readonly inputHash: Buffer;
}

/** The post that an author sent under a key; null: none yet. @throws Refused when it was another */
export async function sentBefore(em: EntityManager, programId: string, author: string, key: PostKey): Promise<Post | null> {
  const before = await em.findOne(Post, { programId, authorId: author, idempotencyKey: key.idempotencyKey });
  if (!before || Buffer.from(before.inputHash).equals(key.inputHash)) return before;
  const message = 'This idempotencyKey was used before with another input. Use a new key for a new post.';
  throw new Refused({ code: 'IDEMPOTENCY_KEY_REUSED', message, path: ['idempotencyKey'] });
}

/**
 * Adds a post to a thread that is held, as its last one, with all that is counted of it. The author follows the thread from then on. One that waits
 * for moderators has its number, and counts nowhere.
 */
export async function writePost(em: EntityManager, context: Context, thread: Thread, written: NewPost): Promise<Post> {
  const { programId } = context;
  const { author, text, attachments, replyTo, key, heldFor } = written;
  const createdAt = new Date((await context.program()).now());
  const number = thread.lastNumber + 1;
  const post = em.create(Post, {
    id: newUuid(),
    programId,
    threadId: thread.id,
    number,
    authorId: author,
    replyToId: replyTo?.id ?? null,
    heading: number === 1 ? thread.title : null,
    ...{ heldFor, isHidden: heldFor !== null, queuedAt: heldFor === null ? null : createdAt },
    ...{ body: text.body, html: text.html, renderer: text.renderer, attachments, reactions: {}, createdAt, ...key },
  });
  em.persist(post);
  thread.lastNumber = number;
  if (heldFor === null) {
    thread.postCount += 1;
    thread.lastPostAt = createdAt;
  }
  await em.flush();
  if (heldFor === null) await countPosts(em, author, 1);
  await keepMentions(em, programId, post.id, text.mentions);
  await follow(em, programId, thread.id, author, { upTo: number });
  return post;
}

/** Adds to the posts that are counted of an author who is not erased. */
export const countPosts = async (em: EntityManager, author: string | null, by: number): Promise<unknown> =>
  author === null ? undefined : sql(em, 'update community_members set post_count = post_count + $1 where member_id = $2', [by, author]);

/** Keeps whom a post mentions, beside whom it mentioned before an edit: an erasure looks there. Gives those who are new. */
export async function keepMentions(
  em: EntityManager,
  programId: string,
  post: string,
  mentions: readonly string[],
): Promise<readonly string[]> {
  const rows = await sql(
    em,
    'insert into post_mentions (program_id, post_id, member_id) select $1::uuid, $2::uuid, unnest($3::uuid[]) on conflict do nothing returning member_id',
    [programId, post, mentions],
  );
  return rows.map((row) => row.member_id as string);
}
