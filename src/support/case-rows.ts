import type { Reads } from '../database/program-reads.js';
import type { KeysetPage } from '../graphql/connection.js';
import type { Row } from '../journal/transaction.js';
import type { CaseAuthor, CaseStatus } from './support-case.js';
import type { Priority } from './support-policy.js';

/** A case as it is stored. Instants are milliseconds of the programme's clock. */
export interface CaseRow {
  /** UUID. */
  readonly id: string;
  /** UUID; null once the member is erased. */
  readonly memberId: string | null;
  readonly subject: string | null;
  readonly status: CaseStatus;
  readonly priority: Priority;
  readonly assigneeId: string | null;
  readonly threadId: string | null;
  readonly messageCount: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly firstResponseDueAt: number | null;
  readonly firstRespondedAt: number | null;
  readonly resolutionDueAt: number | null;
  readonly resolutionRunningSince: number | null;
  readonly dueAt: number;
  readonly solvedAt: number | null;
  readonly closesAt: number | null;
  readonly closedAt: number | null;
  readonly satisfaction: number | null;
  readonly satisfactionComment: string | null;
  readonly satisfactionAt: number | null;
}

export interface MessageRow {
  readonly caseId: string;
  readonly number: number;
  readonly author: CaseAuthor;
  /** As entries name actors: `staff:…`. */
  readonly writtenBy: string;
  /** null: erased. */
  readonly body: string | null;
  readonly attachments: readonly string[];
  readonly isInternal: boolean;
  readonly createdAt: number;
}

const numberOf = (value: unknown): number | null => (value === null ? null : Number(value));

export const caseRow = (row: Row): CaseRow => ({
  id: row.id as string,
  memberId: row.member_id as string | null,
  subject: row.subject as string | null,
  status: row.status as CaseStatus,
  priority: row.priority as Priority,
  assigneeId: row.assignee_id as string | null,
  threadId: row.thread_id as string | null,
  messageCount: Number(row.message_count),
  createdAt: Number(row.created_at),
  updatedAt: Number(row.updated_at),
  firstResponseDueAt: numberOf(row.first_response_due_at),
  firstRespondedAt: numberOf(row.first_responded_at),
  resolutionDueAt: numberOf(row.resolution_due_at),
  resolutionRunningSince: numberOf(row.resolution_running_since),
  dueAt: Number(row.due_at),
  solvedAt: numberOf(row.solved_at),
  closesAt: numberOf(row.closes_at),
  closedAt: numberOf(row.closed_at),
  satisfaction: numberOf(row.satisfaction),
  satisfactionComment: row.satisfaction_comment as string | null,
  satisfactionAt: numberOf(row.satisfaction_at),
});

export const messageRow = (row: Row): MessageRow => ({
  caseId: row.case_id as string,
  number: Number(row.number),
  author: row.author as CaseAuthor,
  writtenBy: row.written_by as string,
  body: row.body as string | null,
  attachments: row.attachments as string[],
  isInternal: row.is_internal as boolean,
  createdAt: Number(row.created_at),
});

/** The case as it stands now: closed from the instant at which it is to be, whether that was written down or not. */
export const presentCase = (row: CaseRow, now: number): CaseRow =>
  row.status === 'SOLVED' && row.closesAt !== null && row.closesAt <= now
    ? { ...row, status: 'CLOSED', closedAt: row.closesAt, closesAt: null }
    : row;

/** Which cases; null is no condition. */
export interface CaseQuery {
  readonly statuses: readonly CaseStatus[] | null;
  readonly priorities: readonly Priority[] | null;
  /** UUID of a staff identity. */
  readonly assigneeId: string | null;
  readonly isAssigned: boolean | null;
  readonly memberId: string | null;
  readonly isOverdue: boolean | null;
}

// The status is compared as it is stored, so that the statistics of the table tell how many that are. A solved case whose time to be closed
// has come counts as closed.
const READ_CASES = `select c.* from support_cases c where c.program_id = $1
  and ($2::text[] is null or c.status = any($2)) and ($3::bool is null or c.status <> 'SOLVED' or coalesce(c.closes_at <= $4, false) = $3)
  and ($5::text[] is null or c.priority = any($5)) and ($6::uuid is null or c.assignee_id = $6)
  and ($7::bool is null or (c.assignee_id is not null) = $7) and ($8::uuid is null or c.member_id = $8)
  and ($9::bool is distinct from true or c.due_at < $4) and ($9 is distinct from false or c.due_at >= $4)
  and ($10::bool or c.status <> 'CLOSED')`;

/** Cases in the order in which something is due of them; where nothing is, by age. */
export async function readQueue(reads: Reads, { id, now }: QueueOf, which: CaseQuery, page: KeysetPage): Promise<CaseRow[]> {
  const [after, before] = [placeOf(page.after), placeOf(page.before)];
  const direction = page.isForward ? 'asc' : 'desc';
  const { statuses } = which;
  const asks = (status: CaseStatus): boolean => statuses?.includes(status) ?? true;
  const { rows } = await reads.query<Row>(
    `${READ_CASES} and ($11::int8 is null or (c.due_at, c.id) > ($11, $12::uuid)) and ($13::int8 is null or (c.due_at, c.id) < ($13, $14::uuid))
      order by c.due_at ${direction}, c.id ${direction} limit $15`,
    [
      ...[id, statuses && (asks('CLOSED') ? [...statuses, 'SOLVED'] : statuses)],
      ...[asks('SOLVED') === asks('CLOSED') ? null : asks('CLOSED'), now],
      ...[which.priorities, which.assigneeId, which.isAssigned, which.memberId, which.isOverdue],
      // Closed ones are most of all, in the end: where none is asked for, none is looked at.
      asks('CLOSED'),
      ...[...after, ...before, page.limit],
    ],
  );
  return rows.map(caseRow);
}

interface QueueOf {
  /** UUID of the programme. */
  readonly id: string;
  readonly now: number;
}

const PLACE = /^(\d{1,16}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const isPlace = (text: string): boolean => PLACE.test(text);
export const placeInQueue = ({ dueAt, id }: CaseRow): string => `${dueAt} ${id}`;
const placeOf = (text: string | null): [string | null, string | null] => {
  const [, dueAt = null, id = null] = text === null ? [] : (PLACE.exec(text) ?? []);
  return [dueAt, id];
};

/** A member's cases by id, which sorts by age. */
export async function readCasesOf(
  reads: Reads,
  programId: string,
  memberId: string,
  { after, before, isForward, limit }: KeysetPage,
): Promise<CaseRow[]> {
  const { rows } = await reads.query<Row>(
    `select * from support_cases where program_id = $1 and member_id = $2 and ($3::uuid is null or id > $3) and ($4::uuid is null or id < $4)
      order by id ${isForward ? 'asc' : 'desc'} limit $5`,
    [programId, memberId, after, before, limit],
  );
  return rows.map(caseRow);
}
