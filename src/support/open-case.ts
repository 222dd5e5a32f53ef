import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { unitOfWork, type Work } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { newUuid, streamIdOf } from '../graphql/global-id.js';
import { memberNotFound } from '../graphql/user-error.types.js';
import { Member } from '../members/member.entity.js';
import { promisedBy, touch } from './hold-case.js';
import { CaseMessage, SupportCase } from './support-case.entity.js';
import { type CaseAuthor, caseNote } from './support-case.js';
import { startClocks } from './support-clock.js';
import type { Priority } from './support-policy.js';
import { requireSame } from './texts.js';

/** Cases that one member has at the same time, the closed ones left out. */
const CASES_MAX = 50;

/** Names what was sent, so that sending it again does nothing: a key, and a digest of the input. */
export interface Request {
  readonly key: string;
  readonly hash: string;
}

export interface NewCase {
  /** UUID. */
  readonly memberId: string;
  readonly subject: string;
  readonly priority: Priority;
  readonly body: string;
  readonly attachments: readonly string[];
  /** UUID of the thread that it comes from; null: none. */
  readonly threadId: string | null;
  readonly request: Request | null;
  /** For whom the first message speaks; whoever calls when left out. */
  readonly author?: CaseAuthor;
}

export interface Opened {
  /** UUID. */
  readonly id: string;
  readonly replayed: boolean;
}

/**
 * Opens a case with its first message, and begins its clocks. Gives its UUID; of the one that was opened before under the same key,
 * where there is one.
 * @throws Refused when there is no such member, they have too many cases, or the key was used for something else
 */
export const openCase = (context: Context, wanted: NewCase): Promise<Opened> =>
  unitOfWork<Opened>(context, (em) => openCaseIn(em, context, wanted));

/** The same within a unit of work. @throws Refused */
export async function openCaseIn(em: EntityManager, context: Context, wanted: NewCase): Promise<Work<Opened>> {
  const { programId } = context;
  const program = await context.program();
  const { memberId, request, subject, priority, threadId } = wanted;
  // Held, so that nobody is erased meanwhile, and cases of one member are opened one after the other.
  const member = await em.findOne(Member, { id: memberId, programId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!member || member.erasedAt) throw new Refused(memberNotFound());
  const before = request && (await em.findOne(SupportCase, { programId, memberId, requestKey: request.key }));
  if (request && before) {
    requireSame(before.requestHash, request.hash);
    return { result: { id: before.id, replayed: true }, commands: [] };
  }
  await requireRoom(em, programId, memberId);
  const at = program.now();
  const opened = em.create(SupportCase, {
    ...{ id: streamIdOf('supportCase', newUuid()), programId, memberId, subject, status: 'OPEN', priority, threadId, assigneeId: null },
    ...{ messageCount: 0, createdAt: at, updatedAt: at, dueAt: at, ...startClocks(promisedBy(program), at, priority) },
    ...{ requestKey: request?.key ?? null, requestHash: request?.hash ?? null },
  });
  touch(opened, at);
  em.persist(opened);
  // The message refers to it.
  await em.flush();
  const { author } = addMessage(em, context, opened, { ...wanted, isInternal: false, request: null }, at);
  const detail = { member: memberId, author, message: 1, ...(threadId && { thread: threadId }) };
  return { result: { id: opened.id, replayed: false }, commands: [caseNote(context, opened, { kind: 'SUPPORT_CASE_OPENED', detail })] };
}

async function requireRoom(em: EntityManager, programId: string, memberId: string): Promise<void> {
  const count = await em.count(SupportCase, { programId, memberId, status: { $in: ['OPEN', 'PENDING', 'SOLVED'] } });
  if (count < CASES_MAX) return;
  const message = `This member has ${CASES_MAX} cases that are not closed; write in one of them.`;
  throw new Refused({ code: 'SUPPORT_CASES_FULL', message, path: ['member'] });
}

export interface NewMessage {
  readonly body: string;
  readonly attachments: readonly string[];
  readonly isInternal: boolean;
  readonly request: Request | null;
  /** For whom it speaks; whoever calls when left out. */
  readonly author?: CaseAuthor;
}

/** Adds a message behind the last one of a case that is held. */
export function addMessage(em: EntityManager, context: Context, held: SupportCase, message: NewMessage, at: number): CaseMessage {
  held.messageCount += 1;
  const { body, attachments, isInternal, request } = message;
  const added = em.create(CaseMessage, {
    ...{ caseId: held.id, number: held.messageCount, programId: context.programId, createdAt: at },
    ...{ author: message.author ?? authorOf(context), writtenBy: context.by, body, attachments: [...attachments], isInternal },
    ...{ requestKey: request?.key ?? null, requestHash: request?.hash ?? null },
  });
  em.persist(added);
  return added;
}

/** Whoever may work on cases writes for the programme; everybody else for the member. */
export function authorOf({ actor }: Pick<Context, 'actor'>): CaseAuthor {
  if (!actor?.scopes.has('cases:work')) return 'MEMBER';
  return actor.staffId ? 'STAFF' : 'KEY';
}
