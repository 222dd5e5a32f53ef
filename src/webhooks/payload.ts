import { type EntryNames, journalEntry } from '../journal/entry-view.js';
import type { StoredEntry } from '../journal/stored-entry.js';

/** The type of a webhook about an entry of that kind, like journal.points_spent. Stable, as the kinds are. */
export const webhookType = (kind: string): string => `journal.${kind.toLowerCase()}`;

/** The body of a webhook: the entry with the fields that JournalEntry has in the API, and where it stands in the feed. */
export function entryBody(stored: StoredEntry, names: EntryNames, cursor: string): string {
  const { stored: _, ...entry } = journalEntry(stored, names) as ReturnType<typeof journalEntry> & { stored?: StoredEntry };
  return JSON.stringify({ type: webhookType(stored.kind), timestamp: entry.postedAt, data: { ...entry, cursor } });
}

export const testBody = (endpointId: string, at: number): string =>
  JSON.stringify({ type: 'webhook.test', timestamp: new Date(at), data: { endpointId } });
