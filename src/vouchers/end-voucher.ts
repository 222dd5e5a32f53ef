import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import { withoutZeros } from '../points/credit.js';
import { giveBack, type LotParts, split, sumOf } from '../points/lot-parts.js';
import { reversalOf, reversalRecord } from '../points/reversal.js';
import type { Program } from '../programs/program.js';
import { type Issued, walletOf } from './terms.js';
import { OPENING, openVoucher, voucherOf } from './voucher.js';

export const VOID_VOUCHER = 'VOID_VOUCHER';
export const REINSTATE_VOUCHER = 'REINSTATE_VOUCHER';

export interface VoidVoucher {
  readonly issued: Issued;
  readonly reason: string | null;
}

export interface ReinstateVoucher {
  /** Number of the entry that redeemed it. */
  readonly entry: number;
  /** Minor units, or a number of uses; null: all that was not reinstated yet. */
  readonly amount: number | null;
  readonly reason: string | null;
}

/** Ends a voucher: what is left of it is gone. What was used stays used. */
export const voidVoucher: Handler<Program, VoidVoucher> = (draft, { input }) => {
  if (draft.state.status === 'CLOSED')
    return { code: 'VOUCHER_NOT_VALID', message: 'This voucher is void already.', path: ['code'], data: { status: 'VOID' } };
  return endVoucher(draft, input.issued, { isUsedAllowed: true, reason: input.reason }) ?? draft.state.number;
};

/** Posts the end of a voucher, or says what stands against it: a reservation, or that some of it was used. */
export function endVoucher(
  draft: Draft<Program>,
  issued: Issued,
  { isUsedAllowed, reason = null }: { readonly isUsedAllowed: boolean; readonly reason?: string | null },
): Refusal | undefined {
  openVoucher(draft, issued);
  const currency = walletOf(issued.terms);
  const { active, held, spent } = draft.wallet(currency);
  if (held > 0) {
    const message = 'A part of this voucher is reserved by a checkout. Release that, or wait until it times out.';
    return { code: 'VOUCHER_RESERVED', message, path: ['voucher'] };
  }
  if (spent > 0 && !isUsedAllowed)
    return {
      code: 'VOUCHER_USED',
      message: 'Its voucher was used. reinstateVoucher takes that back, reverseRedemption all of it.',
      path: ['voucher'],
    };
  if (draft.state.status === 'CLOSED') return undefined;
  draft.post('VOUCHER_VOIDED', {
    input: { reason },
    status: 'CLOSED',
    changes: active === 0 ? [] : [draft.change(currency, { active: -active, expired: active }, draft.state.lots.take(currency, active))],
  });
  return undefined;
}

/** Gives back what a redemption of the voucher took, all or a part; never more than it took. What is past its expiry by then expires at once. */
export const reinstateVoucher: Handler<Program, ReinstateVoucher> = (draft, { input }, known) => {
  const entry = known.entry(input.entry);
  const because = entry?.kind === 'VOUCHER_REDEEMED' ? (entry.data.because as { amount: number; taken: LotParts }) : undefined;
  const voucher = voucherOf(draft.state.records.get(OPENING));
  if (!because || !voucher)
    return { code: 'ENTRY_NOT_FOUND', message: 'There is no entry that redeemed a voucher with this id.', path: ['entry'] };
  if (draft.state.status === 'CLOSED')
    return { code: 'VOUCHER_NOT_VALID', message: 'This voucher is void.', path: ['entry'], data: { status: 'VOID' } };
  const before = reversalOf(draft.state.records.get(input.entry));
  const left = because.amount - before.reversed;
  const amount = input.amount ?? left;
  if (amount > left || amount === 0) {
    const message = `${left} of this entry can be reinstated, in minor units of money or in uses.`;
    return { code: 'REVERSAL_EXCEEDED', message, path: ['amount'], data: { remaining: left, required: amount } };
  }
  const [, rest] = split(because.taken, before.reversed);
  const [parts] = split(rest, amount);
  return draft.post('VOUCHER_REINSTATED', {
    input: { ...input, amount },
    because: { reinstates: input.entry, amount, left: left - amount, redemption: voucher.redemption },
    changes: [giveBack(draft, walletOf(voucher.terms), parts, withoutZeros({ spent: -sumOf(parts) }), draft.at)],
    records: [reversalRecord(input.entry, { ...before, reversed: before.reversed + amount })],
  });
};
