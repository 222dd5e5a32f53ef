/** An item of a subscription, as far as the documents here select it. */
export interface Item {
  readonly __typename: string;
  readonly cursor: string;
  readonly number?: number;
  readonly follows?: number;
  readonly reason?: string;
  readonly wallets?: readonly { readonly active: number; readonly pointCurrency: { readonly code: string } }[];
  readonly standings?: readonly { readonly tierSet: { readonly id: string }; readonly tier: { readonly name: string } }[];
  readonly changes?: readonly ItemChange[];
  readonly entry?: ItemEntry;
}

export interface ItemChange {
  readonly currencyCode: string;
  readonly amount: number;
  readonly balanceAfter: number;
}

export interface ItemEntry {
  readonly id: string;
  readonly streamId: string;
  readonly number: number;
  readonly kind: string;
  readonly postedAt: string;
  readonly changes?: readonly ItemChange[];
  readonly toTierName?: string;
}

/** In the order in which it happened, at an instant of this machine's clock, in ms. */
export type Told =
  | { readonly at: number; readonly item: Item }
  /** The client began anew by itself, behind this cursor; null: without one. */
  | { readonly at: number; readonly asked: string | null };

export type Shows = 'balance' | 'tier' | 'journal';

/** What one client followed, and everything that it was told. Plain data: it can be judged from this alone, together with the journal. */
export interface Followed {
  readonly name: string;
  /** UUID of the programme of its credential. */
  readonly programId: string;
  /** UUID of the member; null: the whole programme. */
  readonly streamId: string | null;
  readonly shows: Shows;
  /** Only these kinds of entries; null: all that it shows. */
  readonly kinds: readonly string[] | null;
  readonly log: Told[];
  /** Reasons of the resets that it has to be told, in order. */
  readonly resets: string[];
  /** From this instant on nothing that is written may be told; null: it was never locked out. */
  lockedOutAt: number | null;
}
