import type { Instant } from './entry.js';

/**
 * What later commands must know of an entry beyond the entry itself: what is left of a hold, what waits of an
 * activity, what was returned of a purchase. Replaced as a whole by the entry that changes it.
 */
export interface EntryRecord {
  /** Number of the entry that it is about. */
  readonly of: number;
  /** When something falls due by time alone; null: nothing does. */
  readonly dueAt: Instant | null;
  /** Plain data. Its `type` says whose it is. */
  readonly value: { readonly type: string };
}

/** Says that a decision needs records that were not read yet; the shell reads them and decides again. */
export class RecordsNeeded extends Error {
  /** @param what the number of one entry, or null: the next ones in the order in which they fall due */
  constructor(readonly what: number | null) {
    super('more records are needed to decide');
    this.name = 'RecordsNeeded';
  }
}

interface DuePlace {
  readonly dueAt: Instant;
  readonly of: number;
}

/** Earliest first, then by number. */
const byDue = (a: DuePlace, b: DuePlace): number => a.dueAt - b.dueAt || a.of - b.of;

const isDue = (record: EntryRecord | null, at: Instant): record is EntryRecord & DuePlace =>
  record !== null && record.dueAt !== null && record.dueAt <= at;

/** The records of a stream as far as they were read: some by the number of their entry, some as they fall due. Immutable. */
export class RecordBook {
  private constructor(
    /** null: there is none. */
    private readonly known: ReadonlyMap<number, EntryRecord | null>,
    /** No record that was not read falls due before this. */
    private readonly unreadDueAt: Instant,
    /** Where reading in due order has come to. */
    readonly lastRead: DuePlace | null,
    /** What is not known does not exist: the stream is new, or was replayed from its first entry. */
    private readonly isWhole: boolean,
  ) {}

  static readonly EMPTY = new RecordBook(new Map(), Infinity, null, true);

  /** Nothing was read; nothing falls due before `dueAt`. */
  static unread(dueAt: Instant): RecordBook {
    return new RecordBook(new Map(), dueAt, null, false);
  }

  /** When the first of them falls due; it may be early, never late. Infinity: nothing will. */
  get nextDueAt(): Instant {
    let next = this.unreadDueAt;
    for (const record of this.known.values()) if (record?.dueAt != null) next = Math.min(next, record.dueAt);
    return next;
  }

  /** All that are known. */
  get all(): readonly EntryRecord[] {
    return [...this.known.values()].filter((record) => record !== null);
  }

  /**
   * The record of an entry; null when it has none.
   * @throws RecordsNeeded while it may be stored and unread
   */
  get(of: number): EntryRecord | null {
    const record = this.known.get(of);
    if (record !== undefined) return record;
    if (this.isWhole) return null;
    throw new RecordsNeeded(of);
  }

  /**
   * Those that fall due at or before `at`, earliest first.
   * @throws RecordsNeeded while such records may be stored and unread
   */
  dueBy(at: Instant): readonly (EntryRecord & DuePlace)[] {
    if (this.unreadDueAt <= at) throw new RecordsNeeded(null);
    return [...this.known.values()].filter((record) => isDue(record, at)).sort(byDue);
  }

  /** The book after an entry wrote a record. */
  put(record: EntryRecord): RecordBook {
    return new RecordBook(new Map(this.known).set(record.of, record), this.unreadDueAt, this.lastRead, this.isWhole);
  }

  /** Adds what was read by number. What was written since stays. */
  withRead(of: number, record: EntryRecord | null): RecordBook {
    if (this.known.has(of)) return this;
    return new RecordBook(new Map(this.known).set(of, record), this.unreadDueAt, this.lastRead, this.isWhole);
  }

  /** Adds the next page in due order, read from behind `lastRead`. */
  withDuePage(page: readonly EntryRecord[], isLast: boolean): RecordBook {
    const known = new Map(this.known);
    for (const record of page) if (!known.has(record.of)) known.set(record.of, record);
    const last = (page.at(-1) as DuePlace | undefined) ?? this.lastRead;
    return new RecordBook(known, isLast ? Infinity : (last?.dueAt ?? this.unreadDueAt), last, this.isWhole);
  }
}
