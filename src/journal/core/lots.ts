import type { Instant, LotChange } from './entry.js';

/** Active points of one currency, expiry instant and source. Never-expiring lots carry Infinity. */
export interface Lot {
  readonly currency: string;
  readonly expiresAt: Instant;
  readonly source: string;
  /** Number of the entry that opened the lot: the last tie-break of the spend order. */
  readonly number: number;
  readonly remaining: number;
}

/**
 * Says that a decision needs lots that were not read yet. The shell reads the next page and decides
 * again; a decision is pure, so nothing is lost by abandoning it.
 */
export class LotsNeeded extends Error {
  constructor() {
    super('more lots are needed to decide');
    this.name = 'LotsNeeded';
  }
}

/**
 * The spend order: earliest expiry, then number. One entry can open several lots, so currency and source
 * make it total; the SQL that reads pages has the same order.
 */
const before = (a: Lot, b: Lot): boolean => {
  if (a.expiresAt !== b.expiresAt) return a.expiresAt < b.expiresAt;
  if (a.number !== b.number) return a.number < b.number;
  return a.currency === b.currency ? a.source < b.source : a.currency < b.currency;
};

type LotIdentity = Pick<Lot, 'currency' | 'expiresAt' | 'source'>;

const isSame = (a: LotIdentity, b: LotIdentity): boolean =>
  a.expiresAt === b.expiresAt && a.currency === b.currency && a.source === b.source;

/** Lots as a list that many books share: one more costs no copy. */
interface Emptied {
  readonly lot: Lot;
  readonly before: Emptied | null;
}

/** Index of the lot of this identity at or behind `start`; -1: there is none. */
const indexFrom = (lots: readonly Lot[], start: number, lot: LotIdentity): number => {
  for (let i = start; i < lots.length; i += 1) if (isSame(lots[i] as Lot, lot)) return i;
  return -1;
};

const insert = (lots: readonly Lot[], lot: Lot): Lot[] => {
  let at = lots.length;
  while (at > 0 && before(lot, lots[at - 1] as Lot)) at -= 1;
  return lots.toSpliced(at, 0, lot);
};

/**
 * The open lots of a member as far as they were read: a prefix of the spend order (earliest expiry
 * first, then by number, all currencies together), and what was added behind that prefix since.
 * So a member's past costs nothing: only the lots that a decision touches are ever read.
 */
export class LotBook {
  private constructor(
    /** The known prefix from `start` on, in spend order. Lots are emptied from the front, and the others are not copied each time. */
    private readonly read: readonly Lot[],
    /** Additions behind the prefix; a stored lot of the same identity may exist. */
    readonly beyond: readonly Lot[],
    /** The last lot that was read: everything up to it is in `known`. */
    private readonly last: Lot | null,
    readonly isComplete: boolean,
    /** Known lots that were emptied since: their stored rows are to be replaced, not added to. */
    private readonly emptied: Emptied | null = null,
    private readonly start = 0,
  ) {}

  static readonly UNREAD = new LotBook([], [], null, false);
  static readonly EMPTY = new LotBook([], [], null, true);

  /** A book in which every open lot that falls due up to some instant is known; enough for settling up to it. */
  static of(lots: readonly Lot[], isComplete = true): LotBook {
    return new LotBook(lots, [], lots.at(-1) ?? null, isComplete);
  }

  /** The known prefix, in spend order. */
  get known(): readonly Lot[] {
    return this.start === 0 ? this.read : this.read.slice(this.start);
  }

  get isUnread(): boolean {
    return this.last === null && !this.isComplete;
  }

  /** The page that follows must start behind this lot; null: at the beginning. */
  get lastRead(): Lot | null {
    return this.last;
  }

  /** Adds the next page, read in spend order from behind `lastRead`. */
  extend(page: readonly Lot[], isComplete: boolean): LotBook {
    const last = page.at(-1) ?? this.last;
    let known = [...this.known, ...page];
    const beyond: Lot[] = [];
    for (const lot of this.beyond) {
      const at = known.findIndex((other) => isSame(other, lot));
      const stored = known[at];
      if (stored) known[at] = { ...stored, remaining: stored.remaining + lot.remaining };
      else if (isComplete || (last && lot.expiresAt < last.expiresAt)) known = insert(known, lot);
      else beyond.push(lot);
    }
    return new LotBook(known, beyond, last, isComplete, this.emptied);
  }

  /** The lots after the changes of entry `number`. An emptied lot is gone; filled again it is a new lot. */
  apply(currency: string, changes: readonly LotChange[], number: number): LotBook {
    let { read, beyond, emptied, start } = this;
    for (const change of changes) {
      const expiresAt = change.expiresAt ?? Number.POSITIVE_INFINITY;
      const lot: Lot = { currency, expiresAt, source: change.source, number, remaining: change.amount };
      const at = indexFrom(read, start, lot);
      const open = read[at];
      if (open) {
        const remaining = open.remaining + change.amount;
        if (remaining !== 0) read = read.with(at, { ...open, remaining });
        else {
          if (at === start) start += 1;
          else read = read.toSpliced(at, 1);
          emptied = { lot: open, before: emptied };
        }
      } else if (this.isComplete || (this.last && expiresAt < this.last.expiresAt)) {
        read = insert(read.slice(start), lot);
        start = 0;
      } else {
        const behind = beyond.findIndex((other) => isSame(other, lot));
        const added = beyond[behind];
        beyond = added ? beyond.with(behind, { ...added, remaining: added.remaining + change.amount }) : [...beyond, lot];
      }
    }
    return new LotBook(read, beyond, this.last, this.isComplete, emptied, start);
  }

  /** Whether a lot of this identity was known and emptied, so that its stored row says nothing any more. */
  wasEmptied(lot: LotIdentity): boolean {
    for (let each = this.emptied; each !== null; each = each.before) if (isSame(each.lot, lot)) return true;
    return false;
  }

  /**
   * Takes `amount` points of a currency in spend order.
   * @throws LotsNeeded while the known lots do not cover the amount and more may be stored
   */
  take(currency: string, amount: number): LotChange[] {
    const taken: LotChange[] = [];
    let missing = amount;
    for (const lot of this.known) {
      if (missing === 0) break;
      if (lot.currency !== currency) continue;
      const part = Math.min(missing, lot.remaining);
      taken.push({ expiresAt: lot.expiresAt === Infinity ? null : lot.expiresAt, source: lot.source, amount: -part });
      missing -= part;
    }
    if (missing > 0) {
      if (!this.isComplete) throw new LotsNeeded();
      throw new Error(`lots do not cover ${amount} points: ${missing} missing`);
    }
    return taken;
  }

  /**
   * Every open lot of a currency, in spend order.
   * @throws LotsNeeded while some may be stored and unread
   */
  all(currency: string): readonly Lot[] {
    if (!this.isComplete) throw new LotsNeeded();
    return this.known.filter((lot) => lot.currency === currency);
  }

  /**
   * The open lots that expire at or before `at`, in spend order.
   * @throws LotsNeeded while such lots may be stored and unread
   */
  dueBy(at: Instant): readonly Lot[] {
    let end = this.start;
    while (end < this.read.length && (this.read[end] as Lot).expiresAt <= at) end += 1;
    if (end === this.read.length && !this.isComplete) throw new LotsNeeded();
    return this.read.slice(this.start, end);
  }

  /**
   * The earliest expiry at or before `until`, or Infinity.
   * @throws LotsNeeded while some lot that expires by then may be stored and unread
   */
  nextExpiryBy(until: Instant): Instant {
    const latest = this.read.at(-1)?.expiresAt ?? Number.NEGATIVE_INFINITY;
    if (!this.isComplete && (this.start === this.read.length || latest <= until)) throw new LotsNeeded();
    const next = this.read[this.start]?.expiresAt ?? Number.POSITIVE_INFINITY;
    return next <= until ? next : Number.POSITIVE_INFINITY;
  }

  /** The earliest expiry of any open lot, or a lower bound where it is not known; `fallback` where nothing was read. */
  nextExpiry(fallback: Instant): Instant {
    let next = this.read[this.start]?.expiresAt ?? (this.isComplete ? Infinity : (this.last?.expiresAt ?? fallback));
    for (const lot of this.beyond) next = Math.min(next, lot.expiresAt);
    return next;
  }
}
