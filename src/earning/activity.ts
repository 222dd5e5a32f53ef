/** One line of a purchase. Money in minor units. */
export interface ActivityItem {
  readonly sku: string | null;
  readonly name: string | null;
  readonly quantity: number;
  readonly amount: number | null;
  readonly category: string | null;
  /** Left out where none was sent. */
  readonly brand?: string;
}

interface ActivityBase {
  readonly externalId: string | null;
  /** Where it was done: app, web, till. Left out where it was not said. */
  readonly channel?: string;
  /** The partner's own name of the store. Left out where it was not said. */
  readonly store?: string;
  /** Of the segments that anything asks about, those that the member was in when it was admitted. Left out where nothing asks. */
  readonly segments?: readonly string[];
}

export interface Purchase extends ActivityBase {
  readonly type: 'PURCHASE';
  /** Minor units of `currencyCode`. */
  readonly amount: number;
  readonly currencyCode: string;
  readonly items: readonly ActivityItem[];
  /** Points that a part of it was paid with: the entry that spent them, and the money they stood for in minor units. */
  readonly paidWithPoints?: { readonly entry: number; readonly value: number };
}

export interface NamedEvent extends ActivityBase {
  readonly type: 'EVENT';
  readonly name: string;
  /** externalId of the activity that the event is about. */
  readonly refersTo?: string | null;
  readonly attributes: Readonly<Record<string, unknown>> | null;
}

/** Something a member did, as it is decided on and stored. */
export type Activity = Purchase | NamedEvent;
