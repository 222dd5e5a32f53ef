import { LockMode } from '@mikro-orm/core';
import { threadNotFound } from '../community/in-thread.js';
import { noted, requireDecided } from '../community/moderation/change-thread.js';
import { holdAnyThread, reasonOf, requireUnmerged } from '../community/moderation/in-moderation.js';
import { Post } from '../community/post.entity.js';
import { threadWork } from '../community/thread-work.js';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import { Member } from '../members/member.entity.js';
import { caseNotFound, changeCase, seenBy, setStatus } from './hold-case.js';
import { openCaseIn } from './open-case.js';
import { SupportCase } from './support-case.entity.js';
import type { Priority } from './support-policy.js';

/** A case and the thread that it came from, by UUID. */
export interface ThreadCase {
  readonly supportCase: string;
  readonly thread: string;
}

/**
 * Takes a thread out of sight, and goes on with it as a case of whoever opened it: its title, and what its first post says. A thread that is
 * a case already stays it.
 * @throws Refused where there is no such thread, or nobody whose case it could be
 */
export async function threadToCase(
  context: Context,
  sent: { readonly thread: string; readonly priority: Priority; readonly reason?: string | null },
): Promise<ThreadCase> {
  const { programId } = context;
  const uuid = localId('thread', sent.thread);
  const asker = uuid && (await context.community.threads.load(uuid))?.authorId;
  return threadWork(context, uuid, async (em) => {
    // Before the thread, as who erases a member holds them.
    if (asker) await em.findOne(Member, { id: asker, programId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const thread = await holdAnyThread(em, context, uuid);
    requireUnmerged(thread);
    requireDecided(thread);
    if (thread.isDeleted) throw threadNotFound();
    const open = await em.findOne(SupportCase, { programId, threadId: thread.id, status: { $ne: 'CLOSED' } });
    const hide = async (supportCase: string) => {
      if (thread.isHidden) return [];
      thread.isHidden = true;
      return [await noted(em, context, thread, 'THREAD_HIDDEN', reasonOf(sent.reason), { supportCase })];
    };
    if (open) return { result: { supportCase: open.id, thread: thread.id }, commands: await hide(open.id) };
    const [first] = await em.find(
      Post,
      { threadId: thread.id, authorId: asker ?? '', isDeleted: false },
      { orderBy: { number: 'asc' }, limit: 1 },
    );
    if (!asker || thread.authorId !== asker || !first) {
      const message = 'Whoever opened this thread is erased, or took what they wrote away: there is nobody whose case it could be.';
      throw new Refused({ code: 'THREAD_OF_NOBODY', message, path: ['thread'] });
    }
    const { result, commands } = await openCaseIn(em, context, {
      ...{ memberId: asker, subject: thread.title, body: first.body, attachments: first.attachments.map(({ url }) => url) },
      ...{ priority: sent.priority, threadId: thread.id, request: null, author: 'MEMBER' },
    });
    return { result: { supportCase: result.id, thread: thread.id }, commands: [...(await hide(result.id)), ...commands] };
  });
}

/**
 * Closes a case that came from a thread, and shows the thread again, for everybody to go on with. What was said in the case stays there.
 * @throws Refused where the case came from none
 */
export async function caseToThread(context: Context, id: string, reason: string | null | undefined): Promise<ThreadCase> {
  const row = await context.supportCases.byId.load(id);
  const from = row?.threadId ?? null;
  return threadWork(context, from, async (em) => {
    const found = await em.findOne(SupportCase, seenBy(context, id));
    if (!found) throw caseNotFound();
    if ((found.threadId ?? null) === null) throw new Refused(invalid('This case came from no thread of the community.', 'case'));
    const thread = await holdAnyThread(em, context, from, 'case');
    const { result: isClosedNow, commands } = await changeCase(em, context, id, async (held) => {
      const before = held.held.status;
      if (before === 'CLOSED') return { result: false, event: null };
      setStatus(held, 'CLOSED');
      return { result: true, event: { kind: 'SUPPORT_CASE_CLOSED', detail: { from: before, thread: thread.id } } };
    });
    // Of a case that was closed before, the thread may be another's by now, or hidden for another reason.
    if (!isClosedNow) return { result: { supportCase: id, thread: thread.id }, commands };
    const shown = thread.isHidden ? [await noted(em, context, thread, 'THREAD_SHOWN', reasonOf(reason), { supportCase: id })] : [];
    thread.isHidden = false;
    return { result: { supportCase: id, thread: thread.id }, commands: [...shown, ...commands] };
  });
}
