import { Staff } from '../access/staff.entity.js';
import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { invalid } from '../graphql/user-error.types.js';
import { caseNotFound, clocksOf, type HeldCase, requireNotClosed, setStatus, workOnCase } from './hold-case.js';
import type { CaseEvent, CaseStatus } from './support-case.js';
import { changeTargets } from './support-clock.js';
import type { Priority } from './support-policy.js';

/** How long what a member thinks of a case can be changed, from when it was first said. */
const RATING_MS = 7 * 86_400_000;

type Done = { readonly result: undefined; readonly event: CaseEvent | null };
const done = (event: CaseEvent | null): Done => ({ result: undefined, event });

/** Gives a case to somebody, or to nobody. @throws Refused */
export const assignCase = (context: Context, id: string, assignee: string | null, onlyIfUnassigned: boolean): Promise<void> =>
  workOnCase(context, id, async ({ held, em }) => {
    requireNotClosed(held);
    const before = held.assigneeId ?? null;
    if (before === assignee) return done(null);
    if (onlyIfUnassigned && before !== null)
      throw new Refused({ code: 'SUPPORT_CASE_ASSIGNED', message: 'Somebody else works on this case already.', path: ['case'] });
    if (assignee !== null) {
      const staff = await em.findOne(Staff, { id: assignee, programId: context.programId });
      if (!staff || staff.disabledAt) throw new Refused(invalid('There is no such member of staff who can sign in.', 'assignee'));
    }
    held.assigneeId = assignee;
    return done({ kind: 'SUPPORT_CASE_ASSIGNED', detail: { from: before } });
  });

/** @throws Refused */
export const prioritizeCase = (context: Context, id: string, priority: Priority): Promise<void> =>
  workOnCase(context, id, async ({ held, promised, at }) => {
    requireNotClosed(held);
    if (held.priority === priority) return done(null);
    const from = held.priority;
    const isAnswered = held.firstRespondedAt != null;
    Object.assign(held, changeTargets(promised, clocksOf(held), at, priority, { createdAt: held.createdAt, isAnswered }), { priority });
    return done({ kind: 'SUPPORT_CASE_PRIORITIZED', detail: { from } });
  });

/** @throws Refused when it is solved or closed */
export const solveCase = (context: Context, id: string): Promise<void> =>
  move(context, id, 'SOLVED', 'SUPPORT_CASE_SOLVED', ['OPEN', 'PENDING']);

/** Closes a case for good. @throws Refused when it is closed */
export const closeCase = (context: Context, id: string): Promise<void> =>
  move(context, id, 'CLOSED', 'SUPPORT_CASE_CLOSED', ['OPEN', 'PENDING', 'SOLVED']);

/** Opens a case again that waits for the member or is solved. @throws Refused when it is open or closed */
export const reopenCase = (context: Context, id: string): Promise<void> =>
  move(context, id, 'OPEN', 'SUPPORT_CASE_REOPENED', ['PENDING', 'SOLVED']);

const move = (context: Context, id: string, to: CaseStatus, kind: CaseEvent['kind'], from: readonly CaseStatus[]): Promise<void> =>
  workOnCase(context, id, async (held: HeldCase) => {
    const { held: row } = held;
    requireNotClosed(row);
    if (!from.includes(row.status)) {
      const message = `This case is ${row.status.toLowerCase()} already.`;
      throw new Refused({ code: 'SUPPORT_CASE_STATUS', message, path: ['case'] });
    }
    const before = row.status;
    setStatus(held, to);
    return done({ kind, detail: { from: before } });
  });

export interface Rating {
  /** UUID of the member for whom it is said, where the caller says so; the case must be theirs. */
  readonly memberId: string | null;
  /** 1 to 5. */
  readonly rating: number;
  readonly comment: string | null;
}

/** Says what the member thinks of a case that is solved or closed; they may change their mind for a week. @throws Refused */
export const rateCase = (context: Context, id: string, { memberId, rating, comment }: Rating): Promise<void> =>
  workOnCase(context, id, async ({ held, at }) => {
    if (held.memberId == null || (memberId !== null && held.memberId !== memberId)) throw caseNotFound();
    if (held.status !== 'SOLVED' && held.status !== 'CLOSED')
      throw new Refused({ code: 'SUPPORT_CASE_STATUS', message: 'This case is not solved yet; it can be rated then.', path: ['case'] });
    if (held.satisfactionAt != null && at >= held.satisfactionAt + RATING_MS)
      throw new Refused({ code: 'SUPPORT_CASE_RATED', message: 'This case was rated more than 7 days ago.', path: ['case'] });
    Object.assign(held, { satisfaction: rating, satisfactionComment: comment, satisfactionAt: held.satisfactionAt ?? at });
    return done({ kind: 'SUPPORT_CASE_RATED', detail: { rating } });
  });

/** Says which thread of the community a case came from, or went back to; null: none. @throws Refused */
export const linkThread = (context: Context, id: string, threadId: string | null): Promise<void> =>
  workOnCase(context, id, async ({ held }) => {
    if ((held.threadId ?? null) === threadId) return done(null);
    held.threadId = threadId;
    return done({ kind: 'SUPPORT_CASE_LINKED', detail: { thread: threadId } });
  });
