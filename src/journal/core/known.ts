import type { Entry } from './entry.js';

/** What the shell knows of a stream beyond its state: what a decision may look up, and rarely does. */
export interface Known {
  /** Number of the entry that already carries the command's `externalId`. */
  readonly sameExternalId: number | null;
  /**
   * An earlier entry of the stream; null when there is none with that number.
   * @throws EntryNeeded while it was not read
   */
  entry(number: number): Entry | null;
  /**
   * Number of the entry that carries a partner's own number; null when none does.
   * @throws EntryNeeded while it was not looked up
   */
  numberOf(externalId: string): number | null;
}

/** Says that a decision needs an earlier entry; the shell reads it and decides again. */
export class EntryNeeded extends Error {
  /** @param what its number, or the partner's own number that it carries */
  constructor(readonly what: number | string) {
    super('an earlier entry is needed to decide');
    this.name = 'EntryNeeded';
  }
}

/** What was looked up of one stream so far. */
export class KnownEntries {
  private readonly entries = new Map<number, Entry | null>();
  private readonly numbers = new Map<string, number | null>();

  keep(number: number, entry: Entry | null): void {
    this.entries.set(number, entry);
  }

  name(externalId: string, number: number | null): void {
    this.numbers.set(externalId, number);
  }

  knowing(sameExternalId: number | null): Known {
    const look = <K extends number | string, V>(map: ReadonlyMap<K, V>, key: K): V => {
      if (!map.has(key)) throw new EntryNeeded(key);
      return map.get(key) as V;
    };
    return {
      sameExternalId,
      entry: (number) => look(this.entries, number),
      numberOf: (externalId) => look(this.numbers, externalId),
    };
  }
}
