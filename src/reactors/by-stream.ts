import type { StoredEntry } from '../journal/stored-entry.js';
import type { PlacedEntry } from './reaction.js';

const STREAMS_AT_ONCE = 16;

/** Handles the entries of each stream one after the other, in their order, and those of several streams at the same time. */
export async function byStream(placed: readonly PlacedEntry[], handle: (entry: StoredEntry) => Promise<unknown>): Promise<void> {
  const streams = [
    ...Map.groupBy(
      placed.map(({ entry }) => entry),
      ({ streamId }) => streamId,
    ).values(),
  ];
  const inOrder = async (entries: readonly StoredEntry[]) => {
    for (const entry of entries) await handle(entry);
  };
  for (let i = 0; i < streams.length; i += STREAMS_AT_ONCE) await Promise.all(streams.slice(i, i + STREAMS_AT_ONCE).map(inOrder));
}
