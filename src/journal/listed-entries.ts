import type { StoredEntry } from './stored-entry.js';
import type { Row } from './transaction.js';

/** The columns that are compared, for a table alias `l`. */
export const LISTING_COLUMNS = 'l.program_id, l.stream_id, l.list, l.key, l.number';

const nameOf = (programId: string, list: string, key: string): string => `programme ${programId}: ${list} ${key}`;
const placeOf = (streamId: string, number: number | string): string => `entry ${number} of stream ${streamId}`;

/** What the entries of some streams list, the last of each key. */
export class ListedEntries {
  private readonly listed = new Map<string, string>();

  add({ programId, streamId, data }: StoredEntry): void {
    for (const { list, key, of } of data.listed ?? []) {
      const name = nameOf(programId, list, key);
      if (of === null) this.listed.delete(name);
      else this.listed.set(name, placeOf(streamId, of));
    }
  }

  /** What differs in the stored rows of these streams, a line each. */
  differences(rows: readonly Row[]): string[] {
    const stored = new Map(
      rows.map((row) => [
        nameOf(row.program_id as string, row.list as string, row.key as string),
        placeOf(row.stream_id as string, row.number as string),
      ]),
    );
    return [...new Set([...stored.keys(), ...this.listed.keys()])].flatMap((name) => {
      const [is, shall] = [stored.get(name) ?? 'not listed', this.listed.get(name) ?? 'not listed'];
      return is === shall ? [] : [`${name} is ${is}, the journal says ${shall}`];
    });
  }
}
