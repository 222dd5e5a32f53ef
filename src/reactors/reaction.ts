import type { StoredEntry } from '../journal/stored-entry.js';
import type { Transaction } from '../journal/transaction.js';

/** An entry, and how far each lane was handled up to and with it: the programme-wide place to go on from. */
export interface PlacedEntry {
  readonly entry: StoredEntry;
  readonly positions: readonly number[];
}

/** What is done with the entries of one pass. */
export interface Handler {
  /** Only entries of these programmes are read. */
  readonly programIds: readonly string[];
  /** Only entries of these kinds are read; all when left out. */
  readonly kinds?: readonly string[];
  /**
   * Handles entries in the order of their lanes, within the transaction that moves the positions: what it writes there
   * happens once. What it does elsewhere may happen again, so commands it gives need keys made from the entry. Whoever has done
   * enough for one transaction may `leave` an entry: it, and all behind it in its lane, come again with the next pass.
   */
  handle(entries: readonly PlacedEntry[], leave: (entry: StoredEntry) => void): Promise<void>;
}

/** What follows from entries somewhere else. */
export interface Reaction {
  /** Names its positions in the database, so it stays the same for ever. */
  readonly name: string;
  /**
   * Who is interested, as this transaction sees it now; null: nobody, and entries are passed over unread. The entries
   * in question were committed before this is called, so whoever appears later misses nothing that came after.
   */
  prepare(tx: Transaction): Promise<Handler | null>;
  /** Something was handled and is committed. */
  committed?(): void;
}
