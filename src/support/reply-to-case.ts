import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { caseNotFound, type HeldCase, requireNotClosed, setStatus, workOnCase } from './hold-case.js';
import { addMessage, authorOf, type NewMessage } from './open-case.js';
import { CaseMessage } from './support-case.entity.js';
import type { CaseStatus } from './support-case.js';
import { requireSame } from './texts.js';

/** Messages of one case. */
const MESSAGES_MAX = 1_000;

export interface Reply extends NewMessage {
  /** UUID of the member for whom it is written, where the caller says so; the case must be theirs. */
  readonly memberId: string | null;
  /** What an agent's answer leaves the case at; null: as usual. */
  readonly status: Exclude<CaseStatus, 'CLOSED'> | null;
}

export interface Replied {
  /** Of the message, from 1 within the case. */
  readonly number: number;
  readonly replayed: boolean;
}

/**
 * Writes in a case. The member's words open it again; an agent's answer makes it wait for the member, unless it is told otherwise or
 * solved; a note does neither. Gives the message's number.
 * @throws Refused
 */
export const replyToCase = (context: Context, id: string, reply: Reply): Promise<Replied> =>
  workOnCase<Replied>(context, id, async (held) => {
    const { em, held: row, at } = held;
    if (reply.memberId !== null && row.memberId !== reply.memberId) throw caseNotFound();
    const { request, isInternal } = reply;
    const before = request && (await em.findOne(CaseMessage, { caseId: row.id, requestKey: request.key }));
    if (request && before) {
      requireSame(before.requestHash, request.hash);
      return { result: { number: before.number, replayed: true }, event: null };
    }
    requireNotClosed(row);
    if (row.messageCount >= MESSAGES_MAX) {
      const message = `A case has at most ${MESSAGES_MAX} messages; openSupportCase begins another one.`;
      throw new Refused({ code: 'SUPPORT_CASE_FULL', message, path: ['case'] });
    }
    const { number, author } = addMessage(em, context, row, reply, at);
    if (!isInternal) answer(context, held, reply);
    const kind = isInternal ? 'SUPPORT_CASE_NOTED' : 'SUPPORT_CASE_REPLIED';
    return { result: { number, replayed: false }, event: { kind, detail: { author, message: number } } };
  });

function answer(context: Context, held: HeldCase, { status }: Reply): void {
  const { held: row, at } = held;
  const isOurs = authorOf(context) !== 'MEMBER';
  if (isOurs) row.firstRespondedAt ??= at;
  const usual: CaseStatus = !isOurs ? 'OPEN' : row.status === 'SOLVED' ? 'SOLVED' : 'PENDING';
  const next = isOurs ? (status ?? usual) : usual;
  if (next !== row.status) setStatus(held, next);
}
