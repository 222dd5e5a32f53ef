import type { Handler } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { upgrade } from '../tiers/evaluate.js';
import { approveEffects, voidEffects } from './end-referral.js';
import { flagEffects } from './flag-referral.js';
import { type Referral, type ReferralFlag, referralOf, referralRecord, type VoidReason } from './referral.js';
import { refused, reward } from './reward.js';
import { referralRule } from './rules.js';

export const FOLLOW_REFEREE = 'FOLLOW_REFEREE';

/** What an entry of the referee's stream means for the referrer. */
export type FollowReferee = {
  /** UUID of the referral. */
  readonly referral: string;
  /** Number of the referrer's entry that it began with; null: it begins. */
  readonly of: number | null;
} & (
  | { readonly kind: 'REFERRAL_STARTED'; readonly referee: string; readonly rule: string; readonly qualifyBy: Instant | null }
  | { readonly kind: 'REFERRAL_QUALIFIED'; readonly by: number; readonly referrerPoints: number; readonly approvesAt: Instant }
  | { readonly kind: 'REFERRAL_FLAGGED'; readonly flags: readonly ReferralFlag[] }
  | { readonly kind: 'REFERRAL_CLEARED' }
  | { readonly kind: 'REFERRAL_APPROVED' }
  | { readonly kind: 'REFERRAL_VOIDED'; readonly reason: VoidReason }
);

/** Keeps the referrer's side of a referral like the referee's. @throws CountersNeeded */
export const followReferee: Handler<Program, FollowReferee> = (draft, { input }) => {
  const { referral, kind } = input;
  if (kind === 'REFERRAL_STARTED') {
    const { referee, rule, qualifyBy } = input;
    const value: Referral = {
      ...{ type: 'REFERRAL', side: 'REFERRER', referral, rule, other: referee, startedAt: draft.at, qualifyBy },
      ...{ flags: [], qualified: null, ended: null, pending: [], points: 0 },
    };
    return draft.post(kind, {
      input: { side: 'REFERRER', referral, referee, rule },
      because: { rule, name: referralRule(draft.program, rule)?.name, qualifyBy },
      records: [referralRecord(draft.nextNumber, value)],
    });
  }
  const of = input.of ?? 0;
  const value = referralOf(draft.state.records.get(of));
  if (value?.referral !== referral || value.ended) return { code: 'REFERRAL_NOT_FOUND', message: 'There is no such referral.' };
  switch (kind) {
    case 'REFERRAL_QUALIFIED':
      return qualified(draft, of, value, input);
    case 'REFERRAL_FLAGGED':
      return draft.post(kind, flagEffects(of, value, input.flags));
    case 'REFERRAL_CLEARED':
      return draft.post(kind, { input: { side: value.side, referral }, records: [referralRecord(of, { ...value, flags: [] })] });
    case 'REFERRAL_APPROVED': {
      const number = draft.post(kind, approveEffects(draft, of, value, null));
      upgrade(draft);
      return number;
    }
    case 'REFERRAL_VOIDED':
      return draft.post(kind, voidEffects(draft, of, value, input.reason, draft.at));
  }
};

function qualified(
  draft: Draft<Program>,
  of: number,
  value: Referral,
  { by, referrerPoints, approvesAt }: FollowReferee & { kind: 'REFERRAL_QUALIFIED' },
): number {
  const rule = referralRule(draft.program, value.rule);
  const inactive = refuseUnlessActive(draft.state);
  const own =
    rule && !inactive
      ? reward(draft, rule, referrerPoints)
      : refused({ rule: value.rule, name: rule?.name, requested: referrerPoints }, inactive?.code);
  return draft.post('REFERRAL_QUALIFIED', {
    input: { side: 'REFERRER', referral: value.referral },
    because: { ...own.because, approvesAt },
    ...own.effects,
    records: [
      referralRecord(of, { ...value, qualified: { at: draft.at, by, approvesAt, needs: null }, pending: own.pending, points: own.points }),
    ],
  });
}
