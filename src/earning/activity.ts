/** One line of a purchase. Money in minor units. */
export interface ActivityItem {
  readonly sku: string | null;
  readonly name: string | null;
  readonly quantity: number;
  readonly amount: number | null;
  readonly category: string | null;
}

/** Something a member did, as it is decided on and stored. */
export type Activity = (
  | {
      readonly type: 'PURCHASE';
      readonly externalId: string | null;
      /** Minor units of `currencyCode`. */
      readonly amount: number;
      readonly currencyCode: string;
      readonly items: readonly ActivityItem[];
      /** Points that a part of it was paid with: the entry that spent them, and the money they stood for in minor units. */
      readonly paidWithPoints?: { readonly entry: number; readonly value: number };
    }
  | {
      readonly type: 'EVENT';
      readonly externalId: string | null;
      readonly name: string;
      /** externalId of the activity that the event is about. */
      readonly refersTo?: string | null;
      readonly attributes: Readonly<Record<string, unknown>> | null;
    }
) & {
  /** Ids of segments that the member was in when it was admitted, of those that anything asked about; left out where nothing did. */
  readonly segments?: readonly string[];
};
