import { NO_RECORD } from '../earning/activity-record.js';
import { activation, cancellation } from '../earning/pending.js';
import type { Draft } from '../journal/core/draft.js';
import type { EntryData, Instant } from '../journal/core/entry.js';
import type { DueStep } from '../journal/core/settle.js';
import type { Program } from '../programs/program.js';
import { progressChange, type Referral, referralOf, referralRecord, type VoidReason } from './referral.js';

/** What ending a referral does to its side's stream; `records` holds the referral as it is then. */
type Effects = Pick<EntryData, 'changes' | 'records' | 'standings' | 'counters' | 'shared'> & { readonly input: object };

/** This side's points become spendable. `dueAt`: through time alone. */
export function approveEffects(draft: Draft<Program>, of: number, value: Referral, dueAt: Instant | null): Effects {
  const { changes, standings } = activation(draft, of, NO_RECORD, value.pending, dueAt);
  const ended = { state: 'APPROVED', at: dueAt ?? draft.at, reason: null } as const;
  return {
    input: { side: value.side, referral: value.referral },
    ...(changes && changes.length > 0 && { changes }),
    ...(standings && { standings }),
    records: [referralRecord(of, { ...value, pending: [], ended })],
  };
}

/** This side's points never become spendable; caps that counted them have room again. @throws CountersNeeded */
export function voidEffects(
  draft: Draft<Program>,
  of: number,
  value: Referral,
  reason: VoidReason,
  at: Instant,
): Effects & { because: object } {
  const { changes, counters, shared } = cancellation(draft, of, NO_RECORD, value.pending);
  return {
    input: { side: value.side, referral: value.referral },
    because: { reason },
    ...(changes && changes.length > 0 && { changes }),
    ...(counters && { counters }),
    ...(shared && { shared }),
    records: [referralRecord(of, { ...value, pending: [], points: 0, ended: { state: 'VOIDED', at, reason } })],
  };
}

const dueReferrals = (draft: Draft<Program>, until: Instant) => draft.state.records.dueBy(until).filter((record) => referralOf(record));

/** Referrals whose return window closed, and those that did not qualify in time. */
export const settleReferrals: DueStep<Program> = {
  next: (draft, until) => dueReferrals(draft, until)[0]?.dueAt ?? Infinity,
  post(draft, at) {
    for (const record of dueReferrals(draft, at)) {
      const value = referralOf(record) as Referral;
      if (value.qualified)
        draft.postDue('REFERRAL_APPROVED', at, { ...approveEffects(draft, record.of, value, at), ...progressChange(null) });
      else draft.postDue('REFERRAL_VOIDED', at, { ...voidEffects(draft, record.of, value, 'NOT_IN_TIME', at), ...progressChange(null) });
    }
  },
};
