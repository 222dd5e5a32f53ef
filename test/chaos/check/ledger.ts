import type { Books, JournalRow } from '../books.js';

export interface LedgerChange {
  /** Its id, which the journal uses. */
  readonly currency: string;
  readonly currencyCode: string;
  readonly amount: number;
  readonly after: number;
  /** What it adds to what is owed. */
  readonly owed: number;
  readonly parts: readonly { readonly expiresAt: number; readonly amount: number }[];
}

/** A journal row with its JSON read. */
export interface LedgerEntry {
  readonly row: JournalRow;
  readonly changes: readonly LedgerChange[];
  /** The order's number, as the decision saw it. */
  readonly inputOrder: string | null;
  /** The key of the transfer that it is the second half of; null for everything else. */
  readonly gift: string | null;
}

interface Data {
  readonly input?: { readonly externalId?: string | null; readonly reason?: string | null };
  readonly changes?: readonly {
    readonly currency: string;
    readonly delta: { readonly active?: number; readonly debt?: number };
    readonly after: { readonly active?: number };
    readonly lots: readonly { readonly expiresAt: number | null; readonly amount: number }[];
  }[];
}

/** The journal as SQL gives it, by stream, and what wallets held after each number. */
export class Ledger {
  /** Each stream's entries, by number. */
  readonly streams = new Map<string, LedgerEntry[]>();
  private readonly ids = new Map<string, string>();
  private readonly missing = new Map<string, number[]>();

  constructor(readonly books: Books) {
    for (const row of books.journal) {
      const { changes = [], input } = JSON.parse(row.data) as Data;
      const entry: LedgerEntry = {
        row,
        changes: changes.map(({ currency, delta, after, lots }) => ({
          currency,
          currencyCode: books.currencies[currency] ?? currency,
          amount: delta.active ?? 0,
          after: after.active ?? 0,
          owed: delta.debt ?? 0,
          parts: lots.map(({ expiresAt, amount }) => ({ expiresAt: expiresAt ?? Number.POSITIVE_INFINITY, amount })),
        })),
        inputOrder: row.kind === 'ACTIVITY_RECORDED' ? (input?.externalId ?? null) : null,
        gift: row.kind === 'POINTS_RECEIVED' ? (input?.reason ?? null) : null,
      };
      const stream = this.streams.get(row.stream);
      if (stream) stream.push(entry);
      else this.streams.set(row.stream, [entry]);
    }
    for (const entries of this.streams.values()) entries.sort((a, b) => a.row.number - b.row.number);
    for (const { stream, externalId } of books.members) this.ids.set(externalId, stream);
  }

  /** The stream of a member, by their externalId. */
  streamOf(member: string): string | undefined {
    return this.ids.get(member);
  }

  entriesOf(member: string): readonly LedgerEntry[] {
    return this.streams.get(this.ids.get(member) ?? '') ?? [];
  }

  /** Numbers up to the stored one that have no entry. */
  missingOf(member: string): readonly number[] {
    const stream = this.ids.get(member) ?? '';
    let missing = this.missing.get(stream);
    if (!missing) {
      const there = new Set(this.streams.get(stream)?.map(({ row }) => row.number));
      const last = this.books.streams.find((stored) => stored.stream === stream)?.number ?? 0;
      missing = Array.from({ length: last }, (_, i) => i + 1).filter((number) => !there.has(number));
      this.missing.set(stream, missing);
    }
    return missing;
  }

  /** The wallet held this much after one of the entries from `low` to `high`. Where one of them is missing, which is reported, it may have. */
  held(member: string, currencyCode: string, amount: number, low: number, high: number): boolean {
    if (this.missingOf(member).some((number) => number >= low && number <= high)) return true;
    let balance = 0;
    let isReached = false;
    for (const { row, changes } of this.entriesOf(member)) {
      if (row.number > high) break;
      if (row.number > low && !isReached) {
        isReached = true;
        if (balance === amount) return true;
      }
      balance = changes.find((change) => change.currencyCode === currencyCode)?.after ?? balance;
      if (row.number >= low) {
        isReached = true;
        if (balance === amount) return true;
      }
    }
    return !isReached && balance === amount;
  }
}
