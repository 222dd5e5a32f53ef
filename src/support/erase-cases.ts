import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { globalId } from '../graphql/global-id.js';
import type { CommandRequest } from '../journal/journal.js';
import type { Row, Transaction } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import { caseRow } from './case-rows.js';
import { closeIfDue, promisedBy, setStatus, touch } from './hold-case.js';
import { SupportCase } from './support-case.entity.js';
import { caseNote } from './support-case.js';

const ERASE_MESSAGES = {
  name: 'erase_case_messages',
  text: `update case_messages set body = null, attachments = '{}', request_key = null, request_hash = null
    where program_id = $1 and case_id = any($2::uuid[])`,
};

/**
 * Erases what a member's cases say, whoever wrote it, and whose they are; what is left of them are ids and instants. Those that are not
 * closed are closed, as nobody is there to answer.
 */
export async function eraseCases(
  em: EntityManager,
  tx: Transaction,
  caller: Pick<Context, 'programId' | 'by'>,
  program: Program,
  memberId: string,
): Promise<CommandRequest[]> {
  const { programId } = caller;
  const cases = await em.find(SupportCase, { programId, memberId }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
  if (cases.length === 0) return [];
  await tx.query(ERASE_MESSAGES, [programId, cases.map(({ id }) => id)]);
  return cases.flatMap((held) => {
    const at = Math.max(program.now(), held.updatedAt);
    const due = closeIfDue(caller, held, at);
    if (held.status !== 'CLOSED') setStatus({ held, promised: promisedBy(program), at, em }, 'CLOSED');
    Object.assign(held, { memberId: null, subject: null, satisfactionComment: null, requestKey: null, requestHash: null });
    touch(held, at);
    return [...due, caseNote(caller, held, { kind: 'SUPPORT_CASE_ERASED' })];
  });
}

const READ_CASES = 'select * from support_cases where program_id = $1 and member_id = $2 order by id';
const READ_MESSAGES = `select m.* from case_messages m join support_cases c on c.id = m.case_id
  where m.program_id = $1 and c.program_id = $1 and c.member_id = $2 and not m.is_internal order by m.case_id, m.number`;

/** A member's cases with all that was said in them; what agents noted for themselves is left out. */
export async function casesOf({ reads, programId }: Context, memberId: string): Promise<readonly Record<string, unknown>[]> {
  const [cases, messages] = await Promise.all([
    reads.query<Row>(READ_CASES, [programId, memberId]),
    reads.query<Row>(READ_MESSAGES, [programId, memberId]),
  ]);
  const said = Map.groupBy(messages.rows, (row) => row.case_id);
  return cases.rows.map(caseRow).map((row) => ({
    ...{ id: globalId('supportCase', row.id), subject: row.subject, status: row.status, createdAt: new Date(row.createdAt) },
    ...{ satisfaction: row.satisfaction, satisfactionComment: row.satisfactionComment },
    messages: (said.get(row.id) ?? []).map(({ number, author, body, attachments, created_at }) => ({
      ...{ number, author, body, attachments, createdAt: new Date(Number(created_at)) },
    })),
  }));
}
