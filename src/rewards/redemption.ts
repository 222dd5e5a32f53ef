import type { Instant } from '../journal/core/entry.js';
import type { Listing } from '../journal/core/listings.js';
import type { EntryRecord } from '../journal/core/records.js';
import type { LotParts } from '../points/lot-parts.js';
import type { Issued } from '../vouchers/terms.js';

export const REDEMPTION = 'REDEMPTION';

export type RedemptionStatus = 'PENDING' | 'ISSUED' | 'USED' | 'CANCELLED' | 'EXPIRED' | 'FAILED';

/** What became of one purchase of a reward. It is named by the entry that made it. */
export interface Redemption {
  readonly type: typeof REDEMPTION;
  /** UUID. */
  readonly reward: string;
  readonly status: RedemptionStatus;
  /** What it waits for; null unless it is pending. */
  readonly awaits: 'APPROVAL' | 'FULFILMENT' | null;
  readonly redeemedAt: Instant;
  /** What was paid, out of which lots; empty where it was given. */
  readonly paid: readonly { readonly currency: string; readonly parts: LotParts }[];
  /** When what was issued ends, exclusive; null: never, or not issued yet. */
  readonly expiresAt: Instant | null;
  /** The period in which it counts to the member's limit; null: it does not. */
  readonly counted: Instant | null;
  /** Whether it took one from the stock. */
  readonly isStocked: boolean;
  readonly voucher: HandedOut | null;
  readonly gift: Gift | null;
  /** Number of the entry that ended it; null while it is pending or issued. */
  readonly endedBy: number | null;
}

/** A voucher that a redemption handed out. */
export interface HandedOut extends Omit<Issued, 'redemption'> {
  /** UUID of the voucher. */
  readonly id: string;
}

/** That it is for somebody else. What was said to them lies in a table that can be erased. */
export interface Gift {
  /** UUID of the row. */
  readonly id: string;
  /** UUID of the member who got it; null: it goes to an e-mail address, and nobody claimed it yet. */
  readonly recipient: string | null;
}

export const redemptionRecord = (of: number, value: Redemption): EntryRecord => ({
  of,
  dueAt: value.status === 'ISSUED' ? value.expiresAt : null,
  value,
});

export const redemptionOf = (record: EntryRecord | null): Redemption | null =>
  record?.value.type === REDEMPTION ? (record.value as Redemption) : null;

/** Vouchers that were handed out: by the digest of a code that was made for it, or by the id of a code of a pool. */
export const VOUCHERS = 'vouchers';
export const PENDING_REDEMPTIONS = 'pending-redemptions';
export const giftsOf = (member: string): string => `gifts:${member}`;

/** Sorts by when it was redeemed, then by member and number. */
const place = (stream: string, of: number, { redeemedAt }: Redemption): string => `${String(redeemedAt).padStart(15, '0')} ${stream} ${of}`;

/** Puts a redemption among those that wait for staff, or takes it out. */
export const listedPending = (stream: string, of: number, redemption: Redemption): Listing => ({
  list: PENDING_REDEMPTIONS,
  key: place(stream, of, redemption),
  of: redemption.status === 'PENDING' ? of : null,
});

/** Puts a gift before the member who got it. */
export const listedGift = (stream: string, of: number, redemption: Redemption, recipient: string): Listing => ({
  list: giftsOf(recipient),
  key: place(stream, of, redemption),
  of,
});
