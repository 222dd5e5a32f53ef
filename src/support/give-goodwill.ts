import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { globalId } from '../graphql/global-id.js';
import type { Statement } from '../journal/transaction.js';
import type { Submit } from '../members/give-command.js';
import { movePoints, refuseAmount } from '../points/points-command.js';
import { caseRow, presentCase } from './case-rows.js';
import { GRANT_GOODWILL, type GrantGoodwill } from './goodwill.js';
import { caseNotFound } from './hold-case.js';
import { factsOf } from './support-case.js';

/** Holds the case, so that what its stream says of it is true. It is locked before lanes, like everywhere. */
const HOLD: Statement = { name: 'hold_support_case', text: 'select * from support_cases where program_id = $1 and id = $2 for update' };

export interface Goodwill {
  readonly amount: number;
  readonly currencyCode: string | null;
  readonly idempotencyKey: string;
  /** The arguments as they were sent. */
  readonly sent: unknown;
}

/**
 * Gives points to the member of a case, within the limits of adjustments, and tells both streams of it in one transaction; so there is
 * nothing that a repetition would have to heal, and the key gives the first outcome again whatever became of the case.
 * @throws Refused when there is no such case, or its member is erased
 */
export async function giveGoodwill(context: Context, id: string, { amount, currencyCode, idempotencyKey, sent }: Goodwill) {
  const { programId, services } = context;
  const [row, program] = await Promise.all([context.supportCases.byId.load(id), context.program()]);
  if (!row) throw caseNotFound();
  const { memberId } = row;
  if (memberId === null) throw new Refused({ code: 'MEMBER_NOT_FOUND', message: 'The member of this case was erased.', path: ['case'] });
  const submit: Submit = (request) =>
    services.journal.submitTogether(async (tx) => {
      const [held] = await tx.query(HOLD, [programId, id]);
      if (held?.member_id !== memberId) throw caseNotFound();
      const facts = factsOf(presentCase(caseRow(held), program.now()));
      const input: GrantGoodwill = { amount, currencyCode, reason: 'GOODWILL', note: null, supportCase: id, facts };
      return { ...request, others: [id], input };
    });
  const member = { id: globalId('member', memberId) };
  const command = { type: GRANT_GOODWILL, member, idempotencyKey, input: null, sent };
  return movePoints(context, refuseAmount(amount > 0) ?? command, submit);
}
