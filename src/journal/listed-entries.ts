import type { StoredEntry } from './stored-entry.js';
import type { Row } from './transaction.js';

/** The columns that are compared, for a table alias `l`. */
export const LISTING_COLUMNS = 'l.program_id, l.stream_id, l.list, l.key, l.alias, l.number';

const nameOf = (streamId: string, list: string, key: string): string => `stream ${streamId}: ${list} ${key}`;

/** What the entries of some streams list, the last of each key. */
export class ListedEntries {
  private readonly listed = new Map<string, string>();

  add({ programId, streamId, data }: StoredEntry): void {
    for (const { list, key, alias, of } of data.listed ?? []) {
      const name = nameOf(streamId, list, key);
      if (of === null) this.listed.delete(name);
      else this.listed.set(name, `entry ${of} of programme ${programId}, alias ${alias ?? 'none'}`);
    }
  }

  /** What differs in the stored rows of these streams, a line each. */
  differences(rows: readonly Row[]): string[] {
    const stored = new Map(
      rows.map(({ program_id, stream_id, list, key, alias, number }) => [
        nameOf(stream_id as string, list as string, key as string),
        `entry ${number} of programme ${program_id}, alias ${alias ?? 'none'}`,
      ]),
    );
    return [...new Set([...stored.keys(), ...this.listed.keys()])].flatMap((name) => {
      const [is, shall] = [stored.get(name) ?? 'not listed', this.listed.get(name) ?? 'not listed'];
      return is === shall ? [] : [`${name} is ${is}, the journal says ${shall}`];
    });
  }
}
