import type { StoredEntry } from '../journal/stored-entry.js';
import type { FollowReferee } from './follow-referee.js';
import type { ReferralFlag, ReferralSide, VoidReason } from './referral.js';

/** What entries about referrals say, each what belongs to its kind. */
interface EntryInput {
  readonly side: ReferralSide;
  readonly referral: string;
  readonly rule: string;
  readonly referrerPoints: number;
  readonly approvesAt: number;
  readonly flags: readonly ReferralFlag[];
}

export const inputOf = ({ data }: Pick<StoredEntry, 'data'>): EntryInput => data.input as EntryInput;

/** What an entry of the referee's stream says to the referrer. `of`: the entry with which the referral began there. */
export function meaningOf(entry: Pick<StoredEntry, 'data' | 'kind' | 'streamId'>, of: number | null): FollowReferee {
  const { referral, rule, referrerPoints, approvesAt, flags } = inputOf(entry);
  const { qualifyBy, activity, reason } = (entry.data.because ?? {}) as { qualifyBy: number | null; activity: number; reason: VoidReason };
  const kind = entry.kind as FollowReferee['kind'];
  switch (kind) {
    case 'REFERRAL_STARTED':
      return { referral, of: null, kind, referee: entry.streamId, rule, qualifyBy };
    case 'REFERRAL_QUALIFIED':
      return { referral, of, kind, by: activity, referrerPoints, approvesAt };
    case 'REFERRAL_FLAGGED':
      return { referral, of, kind, flags };
    case 'REFERRAL_VOIDED':
      return { referral, of, kind, reason };
    default:
      return { referral, of, kind };
  }
}
