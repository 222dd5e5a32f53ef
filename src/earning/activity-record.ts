import type { EntryRecord } from '../journal/core/records.js';
import type { Waiting } from './activation.js';
import type { CapRoom } from './cap-counts.js';

export const ACTIVITY = 'ACTIVITY';

/** Points of an activity that are not spendable yet, by the rules that gave them. */
export interface PendingPoints extends Waiting {
  readonly currency: string;
  readonly parts: readonly { readonly source: string; readonly amount: number }[];
  /** Present where caps counted them: all that the activity earned in this currency, and what the caps counted of it. */
  readonly room?: { readonly earned: number; readonly caps: readonly CapRoom[] };
}

/** What was returned of a purchase so far. */
export interface Returned {
  /** Minor units. */
  readonly amount: number;
  /** Quantities, by the place of the item in the purchase. */
  readonly items: Readonly<Record<number, number>>;
  /** Of the points that the purchase earned, those that later returns leave alone: taken back, kept or let go. By currency. */
  readonly taken: Readonly<Record<string, number>>;
  /** Of them, those that returns got back in fact. Absent in records of older versions: all. */
  readonly recovered?: Readonly<Record<string, number>>;
  /** Points it was paid with that later returns leave alone: given back or kept. */
  readonly restored: number;
}

/** Points that a part of a purchase was paid with. */
export interface PaidWithPoints {
  /** Number of the entry that spent them. */
  readonly entry: number;
  readonly currency: string;
  /** All of them, before any was given back. */
  readonly points: number;
  /** The money that they stood for, in minor units. */
  readonly value: number;
}

/** What later commands must know of an activity. */
export interface ActivityRecord {
  readonly type: typeof ACTIVITY;
  readonly pending: readonly PendingPoints[];
  readonly returned?: Returned;
  readonly paid?: PaidWithPoints;
  /** Points that were cancelled while they waited, by currency. */
  readonly cancelled?: Readonly<Record<string, number>>;
  /** Number of the entry that took it back as a whole. */
  readonly cancelledBy?: number;
}

/** The record; it falls due when the first of its points do. */
export function activityRecord(of: number, value: ActivityRecord): EntryRecord {
  const due = Math.min(...value.pending.map(({ activatesAt, cancelsAt }) => activatesAt ?? cancelsAt ?? Infinity));
  return { of, dueAt: due === Infinity ? null : due, value };
}

export const activityOf = (record: EntryRecord | null): ActivityRecord | null =>
  record?.value.type === ACTIVITY ? (record.value as ActivityRecord) : null;

/** Points of an activity that the member has no more: cancelled, or got back by returns. */
export const undone = ({ cancelled, returned }: ActivityRecord, currency: string): number =>
  (cancelled?.[currency] ?? 0) + ((returned?.recovered ?? returned?.taken)?.[currency] ?? 0);

export const NO_RECORD: ActivityRecord = { type: ACTIVITY, pending: [] };

export const NOTHING_RETURNED: Returned = { amount: 0, items: {}, taken: {}, recovered: {}, restored: 0 };

export const pendingAmount = ({ parts }: PendingPoints): number => parts.reduce((sum, { amount }) => sum + amount, 0);
