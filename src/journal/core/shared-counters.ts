import type { Instant } from './entry.js';

/** A counter that all streams of a programme share, in the period that begins at `window`. */
export interface SharedKey {
  readonly counter: string;
  readonly window: Instant;
}

/** What one entry adds to (positive) or takes from (negative) a shared counter, and what it is then. */
export interface SharedChange extends SharedKey {
  readonly delta: number;
  readonly used: number;
}

/** Says that a decision needs shared counters that were not read yet. The shell locks and reads them, and it is decided again. */
export class CountersNeeded extends Error {
  constructor(readonly keys: readonly SharedKey[]) {
    super('shared counters are needed to decide');
    this.name = 'CountersNeeded';
  }
}

const nameOf = ({ counter, window }: SharedKey): string => `${window} ${counter}`;

/** The shared counters of one programme, as far as they were read. Immutable; no stream's state contains them. */
export class SharedCounters {
  private constructor(
    private readonly known: ReadonlyMap<string, number>,
    /** What is not known is taken for unused, because nobody will look at what comes of it. */
    private readonly isPassedOver: boolean,
  ) {}

  static readonly UNREAD = new SharedCounters(new Map(), false);

  /** For looking at what would fall due: nothing is asked for, and what is counted means nothing. */
  static readonly PASSED_OVER = new SharedCounters(new Map(), true);

  has(key: SharedKey): boolean {
    return this.isPassedOver || this.known.has(nameOf(key));
  }

  /**
   * How much is used of each.
   * @throws CountersNeeded naming all that were not read
   */
  used(keys: readonly SharedKey[]): number[] {
    const missing = keys.filter((key) => !this.has(key));
    if (missing.length > 0) throw new CountersNeeded(missing.map(({ counter, window }) => ({ counter, window })));
    return keys.map((key) => this.known.get(nameOf(key)) ?? 0);
  }

  /**
   * What an entry that adds these amounts carries; each key comes once, and nothing of what adds nothing.
   * @throws CountersNeeded
   */
  add(amounts: readonly (SharedKey & { readonly delta: number })[]): SharedChange[] {
    const changing = amounts.filter(({ delta }) => delta !== 0);
    const used = this.used(changing);
    return changing.map(({ counter, window, delta }, i) => ({ counter, window, delta, used: (used[i] as number) + delta }));
  }

  /** The counters after an entry. */
  apply(changes: readonly SharedChange[]): SharedCounters {
    if (changes.length === 0) return this;
    const known = new Map(this.known);
    for (const change of changes) known.set(nameOf(change), change.used);
    return new SharedCounters(known, this.isPassedOver);
  }

  /** Adds what was read. */
  withRead(read: readonly (SharedKey & { readonly used: number })[]): SharedCounters {
    const known = new Map(this.known);
    for (const each of read) known.set(nameOf(each), each.used);
    return new SharedCounters(known, this.isPassedOver);
  }
}
