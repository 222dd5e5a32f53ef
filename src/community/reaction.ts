import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { holdPost, requireOpen } from './in-thread.js';
import { likeEarning } from './like-rules.js';
import { joined, participantOf } from './participant.js';
import type { Post } from './post.entity.js';
import type { ReactionInput } from './post-input.types.js';
import { sql } from './sql.js';
import type { Thread } from './thread.entity.js';
import { placeOf, threadNote } from './thread-event.js';
import { postWork } from './thread-work.js';

/** Adds a reaction, once: who reacted so already changes nothing. Gives the UUID of the post. @throws Refused */
export async function addReaction(context: Context, sent: ReactionInput): Promise<string> {
  const by = await participantOf(context, sent.member);
  const { programId } = context;
  return postWork(context, sent.post, async (em) => {
    const program = await context.program();
    const { post, thread } = await holdPost(em, context, sent.post, by);
    requireOpen(thread, program);
    await joined(em, context, by.memberId);
    const [liker, author, at] = [by.memberId, post.authorId ?? null, new Date(program.now())];
    const before = await sql(em, 'select from reactions where post_id = $1 and member_id = $2 and kind = $3', [post.id, liker, sent.kind]);
    if (before.length > 0) return { result: post.id, commands: [] };
    const earning = await likeEarning(em, { post: post.id, author, liker, at });
    await sql(
      em,
      `insert into reactions (program_id, post_id, member_id, kind, created_at, author_id, earns) values ($1, $2, $3, $4, $5, $6, $7)`,
      [programId, post.id, liker, sent.kind, at, author, earning.earns],
    );
    await count(em, thread, post, sent.kind, liker, 1);
    const detail = { ...detailOf(thread, post, sent, liker), ...earning };
    return { result: post.id, commands: [threadNote(context, thread.id, 'REACTION_ADDED', detail)] };
  });
}

/** Takes a reaction back; where there is none, nothing changes. Gives the UUID of the post. @throws Refused */
export async function removeReaction(context: Context, sent: ReactionInput): Promise<string> {
  const by = await participantOf(context, sent.member);
  return postWork(context, sent.post, async (em) => {
    const { post, thread } = await holdPost(em, context, sent.post, by);
    const [removed] = await sql(em, 'delete from reactions where post_id = $1 and member_id = $2 and kind = $3 returning earns', [
      post.id,
      by.memberId,
      sent.kind,
    ]);
    if (!removed) return { result: post.id, commands: [] };
    await count(em, thread, post, sent.kind, by.memberId, -1);
    // Whether it had earned for the author.
    const detail = { ...detailOf(thread, post, sent, by.memberId), earns: removed.earns };
    return { result: post.id, commands: [threadNote(context, thread.id, 'REACTION_REMOVED', detail)] };
  });
}

const detailOf = (thread: Thread, post: Post, { kind }: ReactionInput, member: string) => ({
  ...placeOf(thread, post),
  ...{ member, reaction: kind },
});

async function count(em: EntityManager, thread: Thread, post: Post, kind: string, member: string, by: 1 | -1): Promise<void> {
  const { [kind]: before = 0, ...others } = post.reactions;
  post.reactions = before + by === 0 ? others : { ...others, [kind]: before + by };
  thread.reactionCount += by;
  if (post.authorId && post.authorId !== member)
    await sql(em, 'update community_members set likes_received = likes_received + $1 where member_id = $2', [by, post.authorId]);
}
