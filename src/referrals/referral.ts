import type { PendingPoints } from '../earning/activity-record.js';
import type { ItemConditions } from '../earning/matching-part.js';
import type { Instant } from '../journal/core/entry.js';
import type { EntryRecord } from '../journal/core/records.js';
import type { StreamState } from '../journal/core/state.js';

export const REFERRAL = 'REFERRAL';
/** Number of a member's first entry. Its record says by whom they came, so nobody is referred twice. */
export const ENROLMENT = 1;

export type ReferralState = 'IN_PROGRESS' | 'PENDING' | 'FLAGGED' | 'APPROVED' | 'VOIDED';
export type ReferralSide = 'REFERRER' | 'REFEREE';
/** MANY_IN_A_SHORT_TIME: of one referrer. SAME_MAILBOX: an address that differs from that of another of theirs by what mail ignores. */
export type FlagCode = 'MANY_IN_A_SHORT_TIME' | 'SAME_MAILBOX' | 'BY_STAFF';
export type VoidReason = 'NOT_IN_TIME' | 'RETURNED' | 'BY_STAFF' | 'LEFT';

export interface ReferralFlag {
  readonly code: FlagCode;
  /** What staff said. */
  readonly note: string | null;
}

/** How a referral begins: what is said to the referee's stream. */
export interface ReferralStart {
  /** UUID of the referral. */
  readonly referral: string;
  /** UUID of the member who refers. */
  readonly referrer: string;
  /** UUID of the rule. */
  readonly rule: string;
  readonly flags: readonly ReferralFlag[];
}

/** A referral as one side's stream keeps it; the referee's decides, the referrer's follows. */
export interface Referral {
  readonly type: typeof REFERRAL;
  readonly side: ReferralSide;
  readonly referral: string;
  readonly rule: string;
  /** UUID of the member on the other side. */
  readonly other: string;
  readonly startedAt: Instant;
  /** It is void unless the referee qualified before; null: no limit. */
  readonly qualifyBy: Instant | null;
  /** While there is one, nothing becomes spendable. */
  readonly flags: readonly ReferralFlag[];
  readonly qualified: Qualified | null;
  readonly ended: { readonly state: 'APPROVED' | 'VOIDED'; readonly at: Instant; readonly reason: VoidReason | null } | null;
  /** This side's points, while they wait. */
  readonly pending: readonly PendingPoints[];
  /** This side's points, pending or given; 0 once it is void. */
  readonly points: number;
}

export interface Qualified {
  readonly at: Instant;
  /** Number of the referee's entry that did it. */
  readonly by: number;
  /** When the return window closes. */
  readonly approvesAt: Instant;
  /** What a purchase must still be worth when a part of it was returned; null: an event did it. */
  readonly needs: (ItemConditions & { readonly minAmount: number }) | null;
}

/** The state at an instant, with what was due by then. */
export function stateOf({ ended, flags, qualified, qualifyBy }: Referral, now: Instant): ReferralState {
  if (ended) return ended.state;
  if (!qualified && qualifyBy !== null && qualifyBy <= now) return 'VOIDED';
  if (flags.length > 0) return 'FLAGGED';
  if (!qualified) return 'IN_PROGRESS';
  return qualified.approvesAt <= now ? 'APPROVED' : 'PENDING';
}

/** When time alone moves it on; the referrer's side only follows. */
function dueOf({ side, ended, flags, qualified, qualifyBy }: Referral): Instant | null {
  if (side === 'REFERRER' || ended) return null;
  if (!qualified) return qualifyBy;
  return flags.length > 0 ? null : qualified.approvesAt;
}

export const referralRecord = (of: number, value: Referral): EntryRecord => ({ of, dueAt: dueOf(value), value });

export const referralOf = (record: EntryRecord | null): Referral | null =>
  record?.value.type === REFERRAL ? (record.value as Referral) : null;

/** Where a stream's state tells of the member's own referral, so that activities need not read its record. */
const PROGRESS = 'referral';

/** What the state remembers: the rule to qualify under and since when, or the entry that qualified. Nothing once it ended. */
export type ReferralProgress = { readonly rule: string; readonly since: Instant } | { readonly by: number };

export const progressOf = ({ progress }: Pick<StreamState, 'progress'>): ReferralProgress | null =>
  (progress[PROGRESS] ?? null) as ReferralProgress | null;

export const progressChange = (value: ReferralProgress | null) => ({ progress: [{ of: PROGRESS, value }] });
