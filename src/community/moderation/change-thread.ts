import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { Refused } from '../../graphql/attempt.js';
import { localId } from '../../graphql/global-id.js';
import { categoryOf } from '../category.js';
import type { Thread } from '../thread.entity.js';
import { type ThreadEventKind, threadNote } from '../thread-event.js';
import { threadWork } from '../thread-work.js';
import { type ModerationKind, noteAction } from './action.js';
import { holdAnyThread, notingOf, reasonOf, requireUnmerged } from './in-moderation.js';

/** A thread that moderators change, and why. */
export interface ThreadDecision {
  readonly thread: string;
  readonly reason?: string | null;
}

type Flag = 'isHidden' | 'isPinned' | 'isClosed';
type Kind = ThreadEventKind & ModerationKind;

/** Each gives the UUID of the thread, also where somebody did so before; then nothing is done, and nothing told. @throws Refused */
export const hideThread = (context: Context, sent: ThreadDecision) => turn(context, sent, 'isHidden', true, 'THREAD_HIDDEN');
export const showThread = (context: Context, sent: ThreadDecision) => turn(context, sent, 'isHidden', false, 'THREAD_SHOWN');
export const pinThread = (context: Context, sent: ThreadDecision) => turn(context, sent, 'isPinned', true, 'THREAD_PINNED');
export const unpinThread = (context: Context, sent: ThreadDecision) => turn(context, sent, 'isPinned', false, 'THREAD_UNPINNED');
export const closeThread = (context: Context, sent: ThreadDecision) => turn(context, sent, 'isClosed', true, 'THREAD_CLOSED');
export const reopenThread = (context: Context, sent: ThreadDecision) => turn(context, sent, 'isClosed', false, 'THREAD_REOPENED');

const turn = (context: Context, sent: ThreadDecision, flag: Flag, to: boolean, kind: Kind): Promise<string> =>
  changed(context, sent, kind, (thread) => {
    if (thread[flag] === to) return null;
    thread[flag] = to;
    return {};
  });

/** Moves a thread to another category. Gives its UUID, also where it is there already. @throws Refused */
export async function moveThread(context: Context, sent: ThreadDecision & { readonly category: string }): Promise<string> {
  const { settings } = await context.program();
  const uuid = localId('category', sent.category);
  const category = categoryOf(settings, uuid);
  if (!category)
    throw new Refused({ code: 'CATEGORY_NOT_FOUND', message: 'There is no such category in this programme.', path: ['category'] });
  return changed(context, sent, 'THREAD_MOVED', (thread) => {
    const from = thread.categoryId;
    if (from === category.id) return null;
    thread.categoryId = category.id;
    return { from };
  });
}

/** Changes a thread that is held; `change` gives what there is to tell of it, or null where nothing was to be done. */
const changed = (
  context: Context,
  sent: ThreadDecision,
  kind: Kind,
  change: (thread: Thread) => Readonly<Record<string, unknown>> | null,
): Promise<string> => {
  const uuid = localId('thread', sent.thread);
  return threadWork(context, uuid, async (em) => {
    const reason = reasonOf(sent.reason);
    const thread = await holdAnyThread(em, context, uuid);
    requireUnmerged(thread);
    requireDecided(thread);
    const more = change(thread);
    return { result: thread.id, commands: more === null ? [] : [await noted(em, context, thread, kind, reason, more)] };
  });
};

/** What moderators did to a thread that is held, in their log and for its stream. */
export async function noted(
  em: EntityManager,
  context: Context,
  thread: Thread,
  kind: Kind,
  reason: string | null,
  more: Readonly<Record<string, unknown>> = {},
) {
  const author = thread.authorId ?? null;
  await noteAction(em, await notingOf(context), { kind, member: author, thread: thread.id, reason, detail: more });
  return threadNote(context, thread.id, kind, { category: thread.categoryId, author, isModeration: true, ...more });
}

/** @throws Refused while the thread waits with its first post: that one is decided on first */
export function requireDecided(thread: Thread, path = 'thread'): void {
  if (!thread.isHeld) return;
  const message = 'This thread waits in the queue with its first post: show or hide that.';
  throw new Refused({ code: 'THREAD_HELD', message, path: [path] });
}
