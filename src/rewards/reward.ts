import type { Instant } from '../journal/core/entry.js';
import type { SharedKey } from '../journal/core/shared-counters.js';
import type { CapPeriod } from '../programs/calendar.js';
import type { VoucherTerms } from '../vouchers/terms.js';

export type RewardKind = 'DISCOUNT_CODE' | 'GIFT_CARD' | 'PHYSICAL_GOOD' | 'EXPERIENCE' | 'FREE_PRODUCT' | 'CHARITY' | 'CASHBACK_PAYOUT';

/** From and to an instant, the latter exclusive; null: without end on that side. */
export interface RewardWindow {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** What a reward costs, for whom and when. */
export interface RewardPrice {
  /** All of these together; each currency once. Empty: nothing. */
  readonly parts: readonly { readonly currency: string; readonly amount: number }[];
  /** Id of a tier that has this price, and all above it; null: everybody. */
  readonly tier: string | null;
  /** The season in which it counts. */
  readonly season: RewardWindow;
}

/** Something that points buy. */
export interface RewardSettings {
  readonly id: string;
  /** Raised by each change, from 1. */
  readonly version: number;
  readonly name: string;
  readonly description: string | null;
  readonly kind: RewardKind;
  readonly categories: readonly string[];
  /** URLs. */
  readonly images: readonly string[];
  /** The first that fits counts. */
  readonly prices: readonly RewardPrice[];
  /** When it is shown. */
  readonly visible: RewardWindow;
  /** When it can be redeemed. */
  readonly available: RewardWindow;
  /** Ids of tiers; whoever has one of them, or one above it in its set, may redeem. Empty: everybody. */
  readonly tiers: readonly string[];
  /** Ids of segments; whoever is in one of them may redeem. Empty: everybody. */
  readonly segments: readonly string[];
  /** How many there ever are; null: any number. */
  readonly stock: number | null;
  /** How many one member may redeem in a period; null: any number. */
  readonly limit: { readonly max: number; readonly period: CapPeriod } | null;
  readonly needsApproval: boolean;
  /** `VOUCHER`: a code at once; `BY_HAND`: pending until somebody fulfils it; `NONE`: it is given with the redemption itself. */
  readonly fulfilment: 'VOUCHER' | 'BY_HAND' | 'NONE';
  /** ISO 8601 period after which what was issued ends; null: never. */
  readonly validity: string | null;
  /** The terms of codes that are made for it, or the pool that they come from; null unless fulfilment is VOUCHER. */
  readonly voucher: { readonly terms: VoucherTerms } | { readonly pool: string } | null;
  readonly isArchived: boolean;
}

/** How many of the stock are gone. */
export const stockKey = (reward: string): SharedKey => ({ counter: `stock:${reward}`, window: 0 });

/** The member's own count of a reward. */
export const limitCounter = (reward: string): string => `reward:${reward}`;

/** Whether the instant lies in the window. */
export const isWithin = ({ from, to }: RewardWindow, at: Instant): boolean => (from === null || from <= at) && (to === null || at < to);
