import type { Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import type { EntryRecord } from '../journal/core/records.js';
import type { DueStep } from '../journal/core/settle.js';
import { giveBack, type LotParts, sumOf } from '../points/lot-parts.js';
import type { Program } from '../programs/program.js';
import { USES, VALUE } from './terms.js';

export const RESERVATION = 'RESERVATION';
export type ReservationStatus = 'OPEN' | 'REDEEMED' | 'RELEASED' | 'TIMED_OUT';

/** A part of a voucher that is set aside for a checkout. It is named by the entry that made it. */
export interface Reservation {
  readonly type: typeof RESERVATION;
  readonly currency: string;
  readonly status: ReservationStatus;
  /** Number of the entry that ended it; null while it is open. */
  readonly endedBy: number | null;
  /** What is still set aside. */
  readonly parts: LotParts;
  readonly redeemed: number;
  /** When it is released by itself. */
  readonly expiresAt: Instant;
}

export const reservationRecord = (of: number, value: Reservation): EntryRecord => ({
  of,
  dueAt: value.status === 'OPEN' ? value.expiresAt : null,
  value,
});

export const reservationOf = (record: EntryRecord | null): Reservation | null =>
  record?.value.type === RESERVATION ? (record.value as Reservation) : null;

/** The open reservation that an entry made, or why there is none. @throws RecordsNeeded */
export function openReservation({ state }: Draft<Program>, of: number): Reservation | Refusal {
  const reservation = reservationOf(state.records.get(of));
  const path = ['reservation'];
  if (!reservation) return { code: 'RESERVATION_NOT_FOUND', message: 'There is no such reservation.', path };
  const { status } = reservation;
  if (status === 'OPEN') return reservation;
  const ends = { REDEEMED: 'was redeemed', RELEASED: 'was released', TIMED_OUT: 'timed out' };
  return { code: 'RESERVATION_ENDED', message: `This reservation ${ends[status]}.`, path, data: { status } };
}

/** Ends a reservation: what is left of it goes back. */
export function releaseEffects(draft: Draft<Program>, of: number, reservation: Reservation, status: 'RELEASED' | 'TIMED_OUT', at: Instant) {
  const { currency, parts } = reservation;
  return {
    input: { reservation: of, status },
    changes: [giveBack(draft, currency, parts, { held: -sumOf(parts) }, at)],
    records: [reservationRecord(of, { ...reservation, status, endedBy: draft.nextNumber, parts: [] })],
  };
}

const dueReservations = (draft: Draft<Program>, until: Instant) =>
  draft.state.records.dueBy(until).filter((record) => reservationOf(record));

/** Reservations that nobody ended in time. */
export const timeOutReservations: DueStep<Program> = {
  next: (draft, until) => dueReservations(draft, until)[0]?.dueAt ?? Infinity,
  post(draft, at) {
    for (const record of dueReservations(draft, at))
      draft.postDue('VOUCHER_RELEASED', at, releaseEffects(draft, record.of, reservationOf(record) as Reservation, 'TIMED_OUT', at));
  },
};

const isVoucher = ({ state }: Draft<Program>): boolean => state.wallets[VALUE] !== undefined || state.wallets[USES] !== undefined;

/** What is left of vouchers at their end. Comes before the expiry of points, which then finds nothing here. */
export const expireVouchers: DueStep<Program> = {
  next: (draft, until) => (isVoucher(draft) ? draft.state.lots.nextExpiryBy(until) : Infinity),
  post(draft, at) {
    for (const { currency, expiresAt, source, remaining } of draft.state.lots.dueBy(at))
      draft.postDue('VOUCHER_EXPIRED', at, {
        changes: [draft.change(currency, { active: -remaining, expired: remaining }, [{ expiresAt, source, amount: -remaining }])],
      });
  },
};
