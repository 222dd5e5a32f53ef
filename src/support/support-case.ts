import type { Refusal } from '../journal/core/decide.js';
import type { Note } from '../journal/core/note.js';
import type { CommandRequest } from '../journal/journal.js';
import type { Priority } from './support-policy.js';

/** The command that tells a case's stream what a unit of work did. */
export const CASE_EVENT = 'CASE_EVENT';

/** OPEN: it is our turn. PENDING: it is the member's. SOLVED: nothing is left to do. CLOSED: for good. */
export const CASE_STATUSES = ['OPEN', 'PENDING', 'SOLVED', 'CLOSED'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** For whom a message speaks. KEY: an API key that works on cases, like a bot. */
export type CaseAuthor = 'MEMBER' | 'STAFF' | 'KEY';

/** An internal note has a kind of its own, so that whoever may not know of it can be passed over by that. */
export const INTERNAL_KIND = 'SUPPORT_CASE_NOTED';

export const CASE_KINDS = [
  'SUPPORT_CASE_OPENED',
  'SUPPORT_CASE_REPLIED',
  INTERNAL_KIND,
  'SUPPORT_CASE_ASSIGNED',
  'SUPPORT_CASE_PRIORITIZED',
  'SUPPORT_CASE_SOLVED',
  'SUPPORT_CASE_REOPENED',
  'SUPPORT_CASE_CLOSED',
  'SUPPORT_CASE_RATED',
  'SUPPORT_CASE_GOODWILL',
  'SUPPORT_CASE_LINKED',
  'SUPPORT_CASE_ERASED',
] as const;
export type CaseEventKind = (typeof CASE_KINDS)[number];

/** How a case stands; every entry of its stream says how it stands after it. */
export interface CaseFacts {
  readonly status: CaseStatus;
  readonly priority: Priority;
  /** UUID of a staff identity; null: nobody. */
  readonly assignee: string | null;
  /** How many there are, internal notes among them. */
  readonly messages: number;
  readonly firstResponseDueAt: number | null;
  readonly resolutionDueAt: number | null;
}

/** What is read of a stored case to say how it stands. */
export interface StoredFacts {
  readonly status: CaseStatus;
  readonly priority: Priority;
  readonly assigneeId?: string | null | undefined;
  readonly messageCount: number;
  readonly firstResponseDueAt?: number | null | undefined;
  readonly resolutionDueAt?: number | null | undefined;
}

export const factsOf = (stored: StoredFacts): CaseFacts => ({
  status: stored.status,
  priority: stored.priority,
  assignee: stored.assigneeId ?? null,
  messages: stored.messageCount,
  firstResponseDueAt: stored.firstResponseDueAt ?? null,
  resolutionDueAt: stored.resolutionDueAt ?? null,
});

/** What happened to a case, in ids and amounts, never in words. */
export interface CaseEvent {
  readonly kind: CaseEventKind;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** When it counts, in milliseconds; now when left out. */
  readonly effectiveAt?: number;
  /** Who did it, where it was not the caller. */
  readonly by?: string;
}

/** The command that tells it, with how the case stands after it. */
export const caseNote = (
  caller: { readonly programId: string; readonly by: string },
  stored: StoredFacts & { readonly id: string },
  { kind, detail = {}, effectiveAt, by = caller.by }: CaseEvent,
): CommandRequest<Note<CaseEventKind>> => ({
  type: CASE_EVENT,
  programId: caller.programId,
  streamId: stored.id,
  by,
  input: { kind, detail: { ...factsOf(stored), ...detail } },
  effectiveAt: effectiveAt ?? null,
});

export const caseClosed: Refusal = {
  code: 'SUPPORT_CASE_CLOSED',
  message: 'This case is closed for good; openSupportCase begins another one.',
  path: ['case'],
};
