import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { unitOfWork, type Work } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import type { CommandRequest } from '../journal/journal.js';
import type { Program } from '../programs/program.js';
import { SupportCase } from './support-case.entity.js';
import { type CaseEvent, type CaseStatus, caseClosed, caseNote } from './support-case.js';
import { nextDue, type Promised, restClock, resumeClock } from './support-clock.js';
import { DEFAULT_SUPPORT } from './support-policy.js';

/** A case that is held to the end of the transaction; lanes are taken after it. */
export interface HeldCase {
  readonly held: SupportCase;
  readonly promised: Promised;
  /** What counts as now, in milliseconds; never before the case's last change. */
  readonly at: number;
  readonly em: EntityManager;
}

export const promisedBy = ({ settings, calendar }: Program): Promised => ({ policy: settings.support ?? DEFAULT_SUPPORT, calendar });

/**
 * Changes one case while nobody else does, and tells its stream. Where its time to be closed has come, it is closed first.
 * @param change gives what it did; null: nothing
 * @throws Refused when there is no such case for the caller, or `change` refuses; then nothing is changed
 */
export async function workOnCase<T>(
  context: Context,
  id: string,
  change: (held: HeldCase) => Promise<{ readonly result: T; readonly event: CaseEvent | null }>,
): Promise<T> {
  return unitOfWork(context, (em) => changeCase(em, context, id, change));
}

/** The same within a unit of work. @throws Refused */
export async function changeCase<T>(
  em: EntityManager,
  context: Context,
  id: string,
  change: (held: HeldCase) => Promise<{ readonly result: T; readonly event: CaseEvent | null }>,
): Promise<Work<T>> {
  const program = await context.program();
  const held = await em.findOne(SupportCase, seenBy(context, id), { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!held) throw caseNotFound();
  const at = Math.max(program.now(), held.updatedAt);
  const commands: CommandRequest[] = closeIfDue(context, held, at);
  const { result, event } = await change({ held, promised: promisedBy(program), at, em });
  if (event) {
    touch(held, at);
    commands.push(caseNote(context, held, event));
  }
  return { result, commands };
}

/** Which case is meant, as far as the caller may know of it: to a member there are only their own. */
export function seenBy({ programId, actor }: Pick<Context, 'programId' | 'actor'>, id: string) {
  const own = actor?.memberId;
  return { id, programId, ...(own && { memberId: own }) };
}

/** The UUID of a case. @throws Refused unless it is an id of one */
export function caseIdOf(id: string): string {
  const uuid = localId('supportCase', id);
  if (!uuid) throw caseNotFound();
  return uuid;
}

export const caseNotFound = () =>
  new Refused({ code: 'SUPPORT_CASE_NOT_FOUND', message: 'There is no such support case in this programme.', path: ['case'] });

/** @throws Refused when the case is closed */
export function requireNotClosed({ status }: SupportCase): void {
  if (status === 'CLOSED') throw new Refused(caseClosed);
}

/** Writes down that the case changed. */
export function touch(held: SupportCase, at: number): void {
  held.updatedAt = at;
  held.dueAt = nextDue(held.status, clocksOf(held), held.firstRespondedAt != null);
}

export const clocksOf = (held: SupportCase) => ({
  firstResponseDueAt: held.firstResponseDueAt ?? null,
  resolutionDueAt: held.resolutionDueAt ?? null,
  resolutionUsedMs: held.resolutionUsedMs,
  resolutionRunningSince: held.resolutionRunningSince ?? null,
});

/** The case gets another status, and its clocks with it. Behind CLOSED there is none. */
export function setStatus({ held, promised, at }: HeldCase, status: CaseStatus): void {
  const { calendar, policy } = promised;
  held.status = status;
  Object.assign(
    held,
    status === 'OPEN' ? resumeClock(promised, clocksOf(held), at, held.priority) : restClock(promised, clocksOf(held), at),
  );
  held.solvedAt = status === 'SOLVED' ? at : status === 'CLOSED' ? (held.solvedAt ?? null) : null;
  held.closedAt = status === 'CLOSED' ? at : null;
  held.closesAt = status === 'SOLVED' && policy.autoCloseDays !== null ? calendar.add(at, `P${policy.autoCloseDays}D`, null) : null;
}

/** Closes a solved case whose time has come, at the instant when it had. */
export function closeIfDue(caller: Pick<Context, 'programId' | 'by'>, held: SupportCase, now: number): CommandRequest[] {
  const { status, closesAt } = held;
  if (status !== 'SOLVED' || closesAt == null || closesAt > now) return [];
  Object.assign(held, { status: 'CLOSED', closedAt: closesAt, closesAt: null, updatedAt: Math.max(closesAt, held.updatedAt) });
  return [caseNote(caller, held, { kind: 'SUPPORT_CASE_CLOSED', detail: { byTime: true }, effectiveAt: closesAt, by: 'system' })];
}
