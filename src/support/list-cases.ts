import type { Context } from '../context.js';
import { type Connection, type ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { localId } from '../graphql/global-id.js';
import { resolveMember } from '../members/member-lookup.js';
import { isPlace, placeInQueue, presentCase, readQueue } from './case-rows.js';
import { type SupportCaseType, supportCaseType } from './support-case.types.js';
import type { SupportCaseFilter } from './support-case-input.types.js';

/** Stands for somebody who is not there: nothing is theirs. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The queue of a programme, as far as the filter lets it through. */
export async function listCases(context: Context, args: ConnectionArgs, filter: SupportCaseFilter): Promise<Connection<SupportCaseType>> {
  const page = keysetPage(args, isPlace);
  const { statuses = null, priorities = null, assignee = null, isAssigned = null, member = null, isOverdue = null } = filter;
  const [program, memberId] = await Promise.all([context.program(), member && resolveMember(context, member)]);
  const now = program.now();
  const which = {
    ...{ statuses, priorities, isAssigned, isOverdue },
    assigneeId: assignee === null ? null : (localId('staff', assignee) ?? NOBODY),
    memberId: member === null ? null : (memberId ?? NOBODY),
  };
  const rows = await readQueue(context.reads, { id: program.id, now }, which, page);
  return connection(page, rows, placeInQueue, (row) => supportCaseType(presentCase(row, now), now));
}
