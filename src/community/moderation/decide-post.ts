import type { Context } from '../../context.js';
import { Refused } from '../../graphql/attempt.js';
import { postWork } from '../thread-work.js';
import { type ModerationKind, noteAction } from './action.js';
import { hide, remove, show } from './decision.js';
import { holdAnyPost, notingOf, reasonOf } from './in-moderation.js';

/** A post that moderators decide on, and why. */
export interface PostDecision {
  readonly post: string;
  readonly reason?: string | null;
}

/** Takes a post out of sight. Gives its UUID, also where somebody did so before. @throws Refused */
export const hidePost = (context: Context, sent: PostDecision): Promise<string> => decide(context, sent, 'HIDE');
/** Shows a post that is hidden or waits. Gives its UUID, also where somebody did so before. @throws Refused */
export const showPost = (context: Context, sent: PostDecision): Promise<string> => decide(context, sent, 'SHOW');
/** Deletes a post for good. Gives its UUID, also where it was deleted before. @throws Refused */
export const removePost = (context: Context, sent: PostDecision): Promise<string> => decide(context, sent, 'REMOVE');

/**
 * Decides on a post that stands in the queue; on one that stands there no longer somebody else decided, and nothing is done. Gives its
 * UUID. @throws Refused
 */
export const resolveFlags = (context: Context, sent: PostDecision & { readonly decision: 'HIDE' | 'DISMISS' }): Promise<string> =>
  decide(context, sent, sent.decision === 'HIDE' ? 'HIDE' : 'SHOW', { isQueued: true });

type Decision = 'HIDE' | 'SHOW' | 'REMOVE';
const DECISIONS = { HIDE: hide, SHOW: show, REMOVE: remove } as const;

const decide = (context: Context, sent: PostDecision, decision: Decision, { isQueued = false } = {}): Promise<string> =>
  postWork(context, sent.post, async (em) => {
    const reason = reasonOf(sent.reason);
    const { post, thread } = await holdAnyPost(em, context, sent.post);
    const isWaiting = post.queuedAt != null;
    const isDone = { HIDE: post.isHidden, SHOW: !post.isHidden, REMOVE: post.isDeleted }[decision];
    if (!isWaiting && (isQueued || isDone)) return { result: post.id, commands: [] };
    if (decision === 'SHOW' && post.heldFor != null && thread.isHidden && !thread.isHeld) {
      const message = 'This post waits in a thread that is hidden: show that first, so that whom it concerns is told of it.';
      throw new Refused({ code: 'THREAD_HIDDEN', message, path: ['post'] });
    }
    const kind: ModerationKind =
      decision === 'REMOVE' ? 'POST_REMOVED' : decision === 'HIDE' ? 'POST_HIDDEN' : isDone ? 'FLAGS_DISMISSED' : 'POST_SHOWN';
    const detail = { flags: post.flagCount, ...(post.heldFor != null && { heldFor: post.heldFor }) };
    const commands = await DECISIONS[decision](em, context, thread, post);
    const about = { member: post.authorId ?? null, thread: thread.id, post: post.id };
    await noteAction(em, await notingOf(context), { kind, ...about, reason, detail });
    return { result: post.id, commands };
  });
