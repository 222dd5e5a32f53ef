/**
 * A name under which an entry is found across the streams of a programme: a voucher by its code, what waits for approval by
 * when it began. The entry says what is listed after it, and no stream's state contains it.
 */
export interface Listing {
  /** Which list it is in. */
  readonly list: string;
  /** Unique within the list and the stream. Without an alias, the list is in the order of keys. */
  readonly key: string;
  /** The name that it is found by; left out: it is found in its list. */
  readonly alias?: string;
  /** Number of the entry that it leads to; null: it is listed no longer. */
  readonly of: number | null;
}
