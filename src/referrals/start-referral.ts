import type { Activity } from '../earning/activity.js';
import { ACTIVITY_RECORDED } from '../earning/record-activity.js';
import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Follow } from '../journal/core/follow.js';
import type { NewMember } from '../members/enrollment.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { flagEffects } from './flag-referral.js';
import { qualifyReferral } from './qualify-referral.js';
import { ENROLMENT, progressChange, type Referral, type ReferralStart, referralOf, referralRecord } from './referral.js';
import { referralRule } from './rules.js';

export const START_REFERRAL = 'START_REFERRAL';

/** An enrolment on somebody's recommendation begins a referral; where joining is what counts, it qualifies at once. */
export const startWithEnrolment: Follow<Program, NewMember> = (draft, command, { before, known }) => {
  const { referral } = command.input;
  if (!referral) return;
  const joining = draft.entries.find(({ kind }) => kind === ACTIVITY_RECORDED);
  start(draft, referral);
  if (joining) qualifyReferral(draft, { ...command, input: joining.data.input as Activity }, { number: joining.number, before, known });
};

/** Notes who referred a member, once for ever. */
export const startReferral: Handler<Program, ReferralStart> = (draft, { input }) =>
  refuseUnlessActive(draft.state) ?? refuseReferred(draft) ?? start(draft, input);

function refuseReferred(draft: Draft<Program>): Refusal | undefined {
  const referral = referralOf(draft.state.records.get(ENROLMENT));
  return referral ? alreadyReferred() : undefined;
}

export const alreadyReferred = (): Refusal => ({
  code: 'ALREADY_REFERRED',
  message: 'This member was referred before; nobody is referred twice.',
  path: ['member'],
});

function start(draft: Draft<Program>, { referral, referrer, rule: ruleId, flags }: ReferralStart): number {
  const { program, at } = draft;
  const rule = referralRule(program, ruleId);
  const qualifyBy = rule?.qualifyWithin == null ? null : program.calendar.add(draft.state.enrolledAt, rule.qualifyWithin, null);
  const value: Referral = {
    ...{ type: 'REFERRAL', side: 'REFEREE', referral, rule: ruleId, other: referrer, startedAt: at, qualifyBy },
    ...{ flags: [], qualified: null, ended: null, pending: [], points: 0 },
  };
  const number = draft.post('REFERRAL_STARTED', {
    input: { side: 'REFEREE', referral, referrer, rule: ruleId },
    because: { rule: ruleId, name: rule?.name, qualifyBy },
    records: [referralRecord(ENROLMENT, value)],
    ...progressChange({ rule: ruleId, since: at }),
  });
  if (flags.length > 0) draft.post('REFERRAL_FLAGGED', flagEffects(ENROLMENT, value, flags));
  return number;
}
