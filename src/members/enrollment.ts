import { JOINED, JOINING, rewards } from '../earning/occasions.js';
import { recordActivity } from '../earning/record-activity.js';
import type { Handler } from '../journal/core/decide.js';
import type { Program } from '../programs/program.js';
import type { ReferralStart } from '../referrals/referral.js';

export const ENROLL_MEMBER = 'ENROLL_MEMBER';
export const UPDATE_MEMBER = 'UPDATE_MEMBER';

/** Digest of a profile: the journal proves what was said without holding it. */
export interface ProfileDigest {
  readonly profile: string;
}

/** What is said of a new member: also who referred them, which begins a referral. */
export interface NewMember extends ProfileDigest {
  readonly referral?: ReferralStart;
}

/** Opens a member's stream; where a rule rewards joining, that is recorded with it. */
export const enrollMember: Handler<Program, NewMember> = (draft, command, known) => {
  const { input } = command;
  if (draft.state.number > 0) throw new Error('a stream is opened once');
  const number = draft.post('MEMBER_ENROLLED', { status: 'ACTIVE', input });
  if (rewards(draft.program, JOINING, draft.at)) {
    // Should a limit on one activity refuse it, the membership stands all the same.
    recordActivity(draft, { ...command, input: JOINED }, known, []);
  }
  return number;
};

/** Notes that a profile was changed, and to what, as a digest. */
export const updateMember: Handler<Program, ProfileDigest> = (draft, { input }) => {
  if (draft.state.status === 'CLOSED') {
    return { code: 'MEMBER_NOT_ACTIVE', message: 'This membership is closed.', path: ['member'], data: { status: 'CLOSED' } };
  }
  return draft.post('MEMBER_UPDATED', { input });
};
