import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { inputHashOf } from '../journal/input-hash.js';
import { refuseNames } from '../members/give-command.js';
import { type Attachment, Post } from './post.entity.js';
import type { WrittenText } from './post-text.js';
import { sql } from './sql.js';
import type { Thread } from './thread.entity.js';
import { threadNote } from './thread-event.js';
import { threadWork } from './thread-work.js';
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

/** What a thread or a post that was sent became. */
export interface Written {
  /** UUID of the thread. */
  readonly thread: string;
  /** UUID of the post. */
  readonly post: string;
  readonly replayed: boolean;
}

/** What a post is sent under. @throws Refused when the key is none */
export function postKey(mutation: string, sent: { readonly idempotencyKey: string }): PostKey {
  const { idempotencyKey } = sent;
  const refusal = refuseNames({ idempotencyKey });
  if (refusal) throw new Refused(refusal);
  return { idempotencyKey, inputHash: inputHashOf(mutation, sent) };
}

/** Writes a post once: whoever sends the same again gets what became of it, also when both come at the same time. */
export async function writing(
  context: Context,
  author: string,
  thread: string,
  key: PostKey,
  write: (em: EntityManager, key: PostKey) => Promise<{ result: Written; commands: readonly ReturnType<typeof threadNote>[] }>,
): Promise<Written> {
  const once = () =>
    threadWork(context, thread, async (em) => {
      const before = await sentBefore(em, context.programId, author, key);
      return before ? { result: { thread: before.threadId, post: before.id, replayed: true }, commands: [] } : write(em, key);
    });
  try {
    return await once();
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException && error.message.includes('posts_key')) return once();
    throw error;
  }
}

/** The post that an author sent under a key; null: none yet. @throws Refused when it was another */
async function sentBefore(em: EntityManager, programId: string, author: string, key: PostKey): Promise<Post | null> {
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
