import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { Refused } from '../../graphql/attempt.js';
import { localId } from '../../graphql/global-id.js';
import { invalid } from '../../graphql/user-error.types.js';
import { withdraw } from '../answer.js';
import { threadNotFound } from '../in-thread.js';
import { sql } from '../sql.js';
import type { Thread } from '../thread.entity.js';
import { threadNote } from '../thread-event.js';
import { threadsWork } from '../thread-work.js';
import { noteAction } from './action.js';
import { requireDecided } from './change-thread.js';
import { holdAnyThread, notingOf, reasonOf, requireUnmerged } from './in-moderation.js';
import { movePosts } from './moved-posts.js';

/** So many posts are moved within the time that a request has. */
const POSTS_MAX = 2_000;

/** A thread whose posts go to another. */
export interface Merge {
  readonly from: string;
  readonly into: string;
  readonly reason?: string | null;
}

/**
 * Moves all posts of a thread behind those of another, which it leads to from then on. An accepted answer is withdrawn; followers follow the
 * other thread. A thread with a poll stays: votes are about what it says. Gives the UUID of the other thread, also where somebody did so before.
 * @throws Refused
 */
export async function mergeThreads(context: Context, sent: Merge): Promise<string> {
  const [fromId, intoId] = [localId('thread', sent.from), localId('thread', sent.into)];
  if (!fromId) throw threadNotFound('from');
  if (!intoId) throw threadNotFound('into');
  if (fromId === intoId) throw new Refused(invalid('A thread cannot be merged into itself.', 'into'));
  return threadsWork(context, [fromId, intoId], async (em) => {
    const reason = reasonOf(sent.reason);
    const held = new Map<string, Thread>();
    for (const id of [fromId, intoId].sort()) held.set(id, await holdAnyThread(em, context, id, id === fromId ? 'from' : 'into'));
    const [from, into] = [held.get(fromId) as Thread, held.get(intoId) as Thread];
    if (from.mergedInto === into.id) return { result: into.id, commands: [] };
    await requireMergeable(em, from, into);
    const withdrawn = await withdraw(em, context, from);
    const before = { into: into.lastNumber, from: from.lastNumber };
    const moved = await movePosts(em, from, into, null);
    await takeFollowers(em, context.programId, from, into, before);
    Object.assign(from, { mergedInto: into.id, isDeleted: true, isPinned: false, viewCount: 0 });
    const author = from.authorId ?? null;
    await noteAction(em, await notingOf(context), {
      kind: 'THREAD_MERGED',
      member: author,
      thread: from.id,
      reason,
      detail: { into: into.id },
    });
    const told = { isModeration: true, ...moved } as const;
    return {
      result: into.id,
      commands: [
        ...withdrawn,
        threadNote(context, from.id, 'THREAD_MERGED', { category: from.categoryId, author, into: into.id, ...told }),
        threadNote(context, into.id, 'THREAD_MERGED', { category: into.categoryId, author: into.authorId ?? null, from: from.id, ...told }),
      ],
    };
  });
}

async function requireMergeable(em: EntityManager, from: Thread, into: Thread): Promise<void> {
  requireUnmerged(from, 'from');
  requireUnmerged(into, 'into');
  requireDecided(from, 'from');
  requireDecided(into, 'into');
  if (from.isDeleted) throw threadNotFound('from');
  if (into.isDeleted) throw threadNotFound('into');
  // Else what moderators hid would be seen.
  if (from.isHidden)
    throw new Refused({ code: 'THREAD_HIDDEN', message: 'This thread is hidden; show it first, or leave it.', path: ['from'] });
  const [poll] = await sql(em, 'select thread_id from polls where thread_id = $1', [from.id]);
  if (poll) throw new Refused({ code: 'THREAD_HAS_POLL', message: 'A thread with a poll is not merged into another.', path: ['from'] });
  if (from.lastNumber > POSTS_MAX)
    throw new Refused({ code: 'THREAD_TOO_LONG', message: `At most ${POSTS_MAX} posts are moved at a time.`, path: ['from'] });
}

/** Who followed the thread follows the other; who had read both to their ends has read the whole. */
async function takeFollowers(
  em: EntityManager,
  programId: string,
  from: Thread,
  into: Thread,
  before: { readonly into: number; readonly from: number },
): Promise<void> {
  await sql(
    em,
    `insert into thread_visits (program_id, thread_id, member_id, read_number, is_following)
      select $1::uuid, $2::uuid, member_id, 0, true from thread_visits where thread_id = $3 and is_following
      on conflict (thread_id, member_id) do update set is_following = true`,
    [programId, into.id, from.id],
  );
  await sql(
    em,
    `update thread_visits v set read_number = $3 from thread_visits f
      where v.thread_id = $1 and f.thread_id = $2 and f.member_id = v.member_id and v.read_number >= $4 and f.read_number >= $5`,
    [into.id, from.id, into.lastNumber, before.into, before.from],
  );
  await sql(em, 'delete from thread_visits where thread_id = $1', [from.id]);
}
