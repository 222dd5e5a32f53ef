import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { Refused } from '../../graphql/attempt.js';
import { isStorable } from '../../graphql/stored-text.js';
import { invalid } from '../../graphql/user-error.types.js';
import type { MemberRef } from '../../members/member.types.js';
import { takeOut } from '../delete-post.js';
import { holdPost } from '../in-thread.js';
import { joined, participantOf } from '../participant.js';
import type { Post } from '../post.entity.js';
import { sql } from '../sql.js';
import type { Thread } from '../thread.entity.js';
import { placeOf, threadNote } from '../thread-event.js';
import { postWork } from '../thread-work.js';
import { noteAction } from './action.js';
import { isTrustedAt } from './admission.js';
import { notingOf } from './in-moderation.js';
import { communityPolicyOf } from './policy.js';

const NOTE_MAX = 500;

/** What a member reports. */
export interface Flag {
  readonly member?: MemberRef | null;
  readonly post: string;
  readonly reason: string;
  readonly note?: string | null;
}

/** A member reports a post, once. Where enough trusted members did, it is hidden until somebody looks. @throws Refused */
export async function flagPost(context: Context, sent: Flag): Promise<void> {
  const by = await participantOf(context, sent.member);
  const note = sent.note?.trim() ? sent.note : null;
  if (note !== null && (note.length > NOTE_MAX || !isStorable(note)))
    throw new Refused(invalid(`note has at most ${NOTE_MAX} characters.`, 'note'));
  await postWork(context, sent.post, async (em) => {
    const program = await context.program();
    const policy = communityPolicyOf(program.settings);
    const { post, thread } = await holdPost(em, context, sent.post, by);
    if (post.authorId === by.memberId)
      throw new Refused({ code: 'OWN_POST', message: 'Nobody flags a post of their own; delete it.', path: ['post'] });
    const isTrusted = isTrustedAt(await joined(em, context, by.memberId), policy, program.now());
    const at = new Date(program.now());
    const [added] = await sql(
      em,
      `insert into post_flags (program_id, post_id, member_id, reason, note, is_trusted, status, created_at)
        values ($1, $2, $3, $4, $5, $6, 'OPEN', $7) on conflict do nothing returning post_id`,
      [context.programId, post.id, by.memberId, sent.reason, note, isTrusted, at],
    );
    if (!added) return { result: undefined, commands: [] };
    post.flagCount += 1;
    post.queuedAt ??= at;
    const isEnough = isTrusted && policy.flagsToHide !== null && (await trustedFlags(em, post)) >= policy.flagsToHide;
    return { result: undefined, commands: isEnough ? await hideFlagged(em, context, thread, post) : [] };
  });
}

async function trustedFlags(em: EntityManager, post: Post): Promise<number> {
  const text = `select count(*)::int as count from post_flags where post_id = $1 and is_trusted and status = 'OPEN'`;
  return Number((await sql(em, text, [post.id]))[0]?.count);
}

/** Nobody decided yet: the post stays in the queue. It happens in nobody's name, least of all in that of the last who flagged it. */
async function hideFlagged(em: EntityManager, context: Context, thread: Thread, post: Post) {
  const system = { programId: context.programId, by: 'system' };
  const withdrawn = await takeOut(em, system, thread, post);
  post.isHidden = true;
  const about = { member: post.authorId ?? null, thread: thread.id, post: post.id };
  await noteAction(
    em,
    { ...(await notingOf(context)), by: 'system' },
    { kind: 'POST_HIDDEN', ...about, reason: null, detail: { flags: post.flagCount } },
  );
  return [...withdrawn, threadNote(system, thread.id, 'POST_HIDDEN', { ...placeOf(thread, post), isModeration: true })];
}
