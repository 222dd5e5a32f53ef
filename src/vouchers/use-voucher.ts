import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import { withoutZeros } from '../points/credit.js';
import { giveBack, kept, split, sumOf } from '../points/lot-parts.js';
import type { Program } from '../programs/program.js';
import { openReservation, RESERVATION, type Reservation, releaseEffects, reservationRecord } from './reservation.js';
import { type Issued, walletOf } from './terms.js';
import { openVoucher, refuseUnusable } from './voucher.js';

export const RESERVE_VOUCHER = 'RESERVE_VOUCHER';
export const REDEEM_VOUCHER = 'REDEEM_VOUCHER';
export const RELEASE_VOUCHER = 'RELEASE_VOUCHER';

export interface ReserveVoucher {
  readonly issued: Issued;
  /** Minor units, or a number of uses; null: all of a gift card that is left, one use of a code. */
  readonly amount: number | null;
  readonly timeoutSeconds: number;
}

export interface RedeemVoucher {
  readonly issued: Issued;
  /** As above; null with a reservation: all that it set aside. */
  readonly amount: number | null;
  /** Number of the entry that set it aside; null: nothing was. */
  readonly reservation: number | null;
}

/** Sets a part of a voucher aside until it is redeemed or released, or the time is over. */
export const reserveVoucher: Handler<Program, ReserveVoucher> = (draft, { input }) => {
  const taken = takePart(draft, input.issued, input.amount);
  if ('code' in taken) return taken;
  const { currency, amount, lots } = taken;
  const reservation: Reservation = {
    ...{ type: RESERVATION, currency, status: 'OPEN', endedBy: null, parts: kept(lots), redeemed: 0 },
    expiresAt: draft.at + input.timeoutSeconds * 1_000,
  };
  return draft.post('VOUCHER_RESERVED', {
    input: told(input, amount),
    changes: [draft.change(currency, { active: -amount, held: amount }, lots)],
    records: [reservationRecord(draft.nextNumber, reservation)],
  });
};

/** Uses a voucher, all of it or a part, or what was reserved. What the reservation leaves goes back. */
export const redeemVoucher: Handler<Program, RedeemVoucher> = (draft, { input }) => {
  if (input.reservation !== null) return redeemReserved(draft, input, input.reservation);
  const taken = takePart(draft, input.issued, input.amount);
  if ('code' in taken) return taken;
  const { currency, amount, lots } = taken;
  return draft.post('VOUCHER_REDEEMED', {
    input: told(input, amount),
    because: becauseOf(draft, input.issued, { amount, taken: kept(lots) }),
    changes: [draft.change(currency, { active: -amount, spent: amount }, lots)],
  });
};

function redeemReserved(draft: Draft<Program>, input: RedeemVoucher, of: number): number | Refusal {
  const reservation = openReservation(draft, of);
  if ('code' in reservation) return reservation;
  const { currency, parts } = reservation;
  const left = sumOf(parts);
  const amount = input.amount ?? left;
  if (amount > left) return exceeded(left, amount);
  const [redeemed, rest] = split(parts, amount);
  const moved = { held: -left, spent: amount };
  const ended: Reservation = { ...reservation, status: 'REDEEMED', endedBy: draft.nextNumber, parts: [], redeemed: amount };
  return draft.post('VOUCHER_REDEEMED', {
    input: told(input, amount),
    because: becauseOf(draft, input.issued, { amount, taken: redeemed, reservation: of }),
    changes: [rest.length > 0 ? giveBack(draft, currency, rest, moved, draft.at) : draft.change(currency, withoutZeros(moved), [])],
    records: [reservationRecord(of, ended)],
  });
}

/** Gives up what was reserved. */
export const releaseVoucher: Handler<Program, { readonly reservation: number }> = (draft, { input }) => {
  const reservation = openReservation(draft, input.reservation);
  return 'code' in reservation
    ? reservation
    : draft.post('VOUCHER_RELEASED', releaseEffects(draft, input.reservation, reservation, 'RELEASED', draft.at));
};

/** A part out of a voucher's wallet, which is opened where this is its first use. */
function takePart(draft: Draft<Program>, issued: Issued, wanted: number | null) {
  openVoucher(draft, issued);
  const unusable = refuseUnusable(draft, issued);
  if (unusable) return unusable;
  const currency = walletOf(issued.terms);
  const { active } = draft.wallet(currency);
  const amount = wanted ?? (issued.terms.type === 'GIFT_CARD' ? active : 1);
  if (amount > active || amount === 0) return exceeded(active, amount);
  return { currency, amount, lots: draft.state.lots.take(currency, amount) };
}

const exceeded = (remaining: number, required: number): Refusal => ({
  code: 'VOUCHER_EXCEEDED',
  message: `${remaining} of this voucher can be used now, in minor units of money or in uses.`,
  path: ['amount'],
  data: { remaining, required },
});

/** The input without what the stream says already. */
const told = ({ issued: _, ...input }: ReserveVoucher | RedeemVoucher, amount: number) => ({ ...input, amount });

/** Why, and what followers need: whose redemption it was, and whether this was the last of it. */
const becauseOf = (draft: Draft<Program>, { terms, redemption }: Issued, part: { readonly amount: number } & Record<string, unknown>) => {
  const { active, held } = draft.wallet(walletOf(terms));
  const reserved = 'reservation' in part ? 0 : held;
  const left = 'reservation' in part ? active + held - part.amount : active - part.amount + reserved;
  return { ...part, redemption, isUsedUp: left === 0 };
};
