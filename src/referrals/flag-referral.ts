import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Program } from '../programs/program.js';
import { voidEffects } from './end-referral.js';
import { ENROLMENT, progressChange, type Referral, type ReferralFlag, referralOf, referralRecord } from './referral.js';

export const FLAG_REFERRAL = 'FLAG_REFERRAL';
export const APPROVE_REFERRAL = 'APPROVE_REFERRAL';
export const VOID_REFERRAL = 'VOID_REFERRAL';

/** What staff say of a referral, to the referee's stream. */
export interface JudgeReferral {
  /** UUID of the referral. */
  readonly referral: string;
  readonly reason: string;
}

/** The effects of flags: nothing becomes spendable until they are taken away. */
export const flagEffects = (of: number, value: Referral, flags: readonly ReferralFlag[]) => ({
  input: { side: value.side, referral: value.referral, flags },
  records: [referralRecord(of, { ...value, flags: [...value.flags, ...flags] })],
});

/** The referral that goes on, or why it does not. @throws RecordsNeeded */
function open(draft: Draft<Program>, { referral }: JudgeReferral): Referral | Refusal {
  const value = referralOf(draft.state.records.get(ENROLMENT));
  if (value?.referral !== referral) return { code: 'REFERRAL_NOT_FOUND', message: 'There is no such referral.', path: ['referral'] };
  if (!value.ended) return value;
  const how = value.ended.state === 'APPROVED' ? 'approved; adjustPoints can take its points back' : 'voided';
  return { code: 'REFERRAL_ENDED', message: `This referral was ${how}.`, path: ['referral'] };
}

/** Staff want to look at it. */
export const flagReferral: Handler<Program, JudgeReferral> = (draft, { input }) => {
  const value = open(draft, input);
  return 'code' in value
    ? value
    : draft.post('REFERRAL_FLAGGED', flagEffects(ENROLMENT, value, [{ code: 'BY_STAFF', note: input.reason }]));
};

/** Staff looked at it and found nothing wrong: it goes on, and is approved as soon as its return window has closed. */
export const approveReferral: Handler<Program, JudgeReferral> = (draft, { input }) => {
  const value = open(draft, input);
  if ('code' in value) return value;
  if (value.flags.length === 0) {
    const message = 'This referral is not flagged; it is approved by itself when its return window closes.';
    return { code: 'REFERRAL_NOT_FLAGGED', message, path: ['referral'] };
  }
  const { qualified } = value;
  // Validity counts from when the points become spendable, which is not before they were looked at.
  const next = qualified && { ...qualified, approvesAt: Math.max(qualified.approvesAt, draft.at) };
  return draft.post('REFERRAL_CLEARED', {
    input: { side: value.side, ...input },
    records: [referralRecord(ENROLMENT, { ...value, flags: [], qualified: next })],
  });
};

/** Staff end it: neither side gets anything. */
export const voidReferral: Handler<Program, JudgeReferral> = (draft, { input }) => {
  const value = open(draft, input);
  if ('code' in value) return value;
  const { input: told, ...effects } = voidEffects(draft, ENROLMENT, value, 'BY_STAFF', draft.at);
  return draft.post('REFERRAL_VOIDED', { ...effects, input: { ...told, reason: input.reason }, ...progressChange(null) });
};
