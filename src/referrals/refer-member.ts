import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { memberNotFound } from '../graphql/user-error.types.js';
import type { Statement, Transaction } from '../journal/transaction.js';
import { codeNotFound, holdParties, holdReferrers, refer } from './refer.js';
import { referralRule } from './rules.js';
import { alreadyReferred, START_REFERRAL } from './start-referral.js';

/** Two at once could close a ring together, so those of one programme that do not come with an enrolment have turns. */
const TAKE_TURN: Statement = {
  name: 'referral_turn',
  text: `select pg_advisory_xact_lock(hashtextextended('referrals ' || $1, 0))`,
};
const READ_OWN: Statement = { name: 'read_own_referral', text: 'select id from referrals where program_id = $1 and referee = $2' };
/** Who referred a member, who referred that one, and so on. It is a path, since nobody is referred twice and no ring was ever closed. */
const IS_ABOVE: Statement = {
  name: 'referral_chain',
  text: `with recursive above as (
      select referrer from referrals where program_id = $1 and referee = $2
      union select r.referrer from above a join referrals r on r.program_id = $1 and r.referee = a.referrer
    ) select 1 from above where referrer = $3`,
};

/** Says of a member who is enrolled already that the one with a code referred them. @throws Refused */
export const referMember = (context: Context, referee: string, code: string): Promise<void> =>
  unitOfWork(context, async (_, tx) => {
    const { programId, by } = context;
    const program = await context.program();
    await tx.query(TAKE_TURN, [programId]);
    const [referrer] = (await holdReferrers(tx, programId, [code])).values();
    if (!referrer) throw new Refused(codeNotFound());
    const member = (await holdParties(tx, programId, [referee])).get(referee);
    if (!member) throw new Refused(memberNotFound());
    if ((await tx.query(READ_OWN, [programId, referee])).length > 0) throw new Refused(alreadyReferred());
    if (await closesRing(tx, programId, referrer.id, referee)) {
      const message = 'This member, or somebody whom they referred, referred the one with this code; a ring earns nothing.';
      throw new Refused({ code: 'REFERRAL_RING', message, path: ['referralCode'] });
    }
    const at = Math.max(program.now(), member.enrolledAt);
    const input = await refer(tx, context, program, referrer, { id: referee, email: member.email, at });
    if ('code' in input) throw new Refused(input);
    const within = referralRule(program, input.rule)?.qualifyWithin;
    if (within != null && program.calendar.add(member.enrolledAt, within, null) <= at) {
      const message = `This member enrolled longer ago than ${within}, within which the rule wants them to qualify.`;
      throw new Refused({ code: 'REFERRAL_TOO_LATE', message, path: ['member'] });
    }
    return { result: undefined, commands: [{ type: START_REFERRAL, programId, streamId: referee, by, input }] };
  });

const closesRing = async (tx: Transaction, programId: string, referrer: string, referee: string): Promise<boolean> =>
  (await tx.query(IS_ABOVE, [programId, referrer, referee])).length > 0;
