/**
 * A name under which an entry is found across the streams of a programme: a voucher by its code, what waits for approval by
 * when it began. The entry says what is listed after it, and no stream's state contains it.
 */
export interface Listing {
  /** Which list it is in. */
  readonly list: string;
  /** Unique within the list of the programme, which is in the order of keys; one stream alone writes it. */
  readonly key: string;
  /** Number of the entry that it leads to; null: it is listed no longer. */
  readonly of: number | null;
}
