import type { Instant } from '../journal/core/entry.js';

/** What a voucher is good for. Amounts in minor units of the programme's money. */
export type VoucherTerms =
  /** Store credit, spent in parts. */
  | { readonly type: 'GIFT_CARD'; readonly value: number }
  /** Off a purchase, so many times. */
  | { readonly type: 'DISCOUNT'; readonly percent: string; readonly amount: null; readonly uses: number }
  | { readonly type: 'DISCOUNT'; readonly percent: null; readonly amount: number; readonly uses: number }
  /** A thing or an entry, so many times. */
  | { readonly type: 'ITEM'; readonly uses: number };

/** What was handed out under which terms: all that a voucher's stream begins with. It never changes. */
export interface Issued {
  readonly terms: VoucherTerms;
  /** Exclusive; null: never. */
  readonly expiresAt: Instant | null;
  /** The pool that the code came from, and its place there; null: it was made for this. */
  readonly pool: { readonly id: string; readonly position: number } | null;
  /** The redemption that handed it out, by the member's UUID and the entry's number; null: nobody redeemed it. */
  readonly redemption: { readonly member: string; readonly number: number } | null;
}

/** Wallets of a voucher's stream: what is left of a gift card in minor units, or how many times a code can still be used. */
export const VALUE = '00000000-0000-8000-8000-000000000001';
export const USES = '00000000-0000-8000-8000-000000000002';

/** Which of the two wallets a voucher has. */
export const walletOf = ({ type }: VoucherTerms): typeof VALUE | typeof USES => (type === 'GIFT_CARD' ? VALUE : USES);

/** How much is in it at the beginning. */
export const amountOf = (terms: VoucherTerms): number => (terms.type === 'GIFT_CARD' ? terms.value : terms.uses);

/** The name of such a wallet; undefined where it is none. */
export const voucherCurrencyCode = (currency: string): 'VALUE' | 'USES' | undefined =>
  currency === VALUE ? 'VALUE' : currency === USES ? 'USES' : undefined;
