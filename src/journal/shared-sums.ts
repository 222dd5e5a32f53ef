import type { SharedKey } from './core/shared-counters.js';
import type { StoredEntry } from './stored-entry.js';
import type { Row } from './transaction.js';

export const READ_SHARED_COUNTERS =
  'select program_id, counter, "window", used from shared_counters order by program_id, counter, "window"';

const nameOf = (programId: string, { counter, window }: SharedKey): string =>
  `programme ${programId}: shared counter ${counter}, period from ${window},`;

/** What the entries of all streams add up to in shared counters. A sum, so that the order between lanes does not matter. */
export class SharedSums {
  private readonly sums = new Map<string, number>();

  add({ programId, data }: StoredEntry): void {
    for (const change of data.shared ?? []) {
      const name = nameOf(programId, change);
      this.sums.set(name, (this.sums.get(name) ?? 0) + change.delta);
    }
  }

  /** What differs in the stored rows, a line each. A row of 0 says as much as none. */
  differences(rows: readonly Row[]): string[] {
    const stored = new Map(
      rows.map(({ program_id, counter, window, used }) => [
        nameOf(program_id as string, { counter: counter as string, window: Number(window) }),
        Number(used),
      ]),
    );
    return [...new Set([...stored.keys(), ...this.sums.keys()])].flatMap((name) => {
      const [is, shall] = [stored.get(name) ?? 0, this.sums.get(name) ?? 0];
      return [
        ...(is === shall ? [] : [`${name} is ${is}, the journal says ${shall}`]),
        ...(shall < 0 ? [`${name} is below zero in the journal`] : []),
      ];
    });
  }
}
