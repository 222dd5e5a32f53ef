import { openSocket, sayWhy } from './socket.js';

/** An entry, as far as the demonstration shows it. */
export interface FeedEntry {
  readonly kind: string;
  readonly streamId: string;
  readonly summary: string;
  readonly changes: readonly { readonly amount: number; readonly balanceAfter: number; readonly currencyCode: string }[];
  readonly fromTierName?: string;
  readonly toTierName?: string;
}

export interface Feed {
  /** Settles when the feed has its place: what happens from now on will be seen. Rejects when the server refuses. */
  readonly ready: Promise<void>;
  stop(): void;
}

const FOLLOW = `subscription ($after: String) {
  journal(after: $after, filter: { kinds: [ACTIVITY_RECORDED, POINTS_SPENT, POINTS_EXPIRED, TIER_CHANGED] }) {
    __typename
    ... on StreamItem { cursor }
    ... on JournalChange { entry { kind streamId summary changes { amount balanceAfter currencyCode } ... on TierEntry { fromTierName toTierName } } }
  }
}`;

interface Item {
  readonly cursor: string;
  readonly entry?: FeedEntry;
}

/** Follows the programme's journal from now on. Goes on behind the last entry when the server was away: none is lost or doubled. */
export function followJournal(url: string, key: string, onEntry: (entry: FeedEntry) => void, onTrouble: (text: string) => void): Feed {
  // graphql-ws sends this very object again when it comes back, with the cursor that it then holds.
  const payload = { query: FOLLOW, variables: { after: null as string | null } };
  const socket = openSocket(url, key, () => onTrouble('The server went away; coming back with the cursor.'));
  const ready = new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) => reject(new Error(sayWhy(error)));
    socket.subscribe<{ journal: Item }>(payload, {
      next: ({ data, errors }) => {
        if (!data?.journal) return fail(errors);
        payload.variables.after = data.journal.cursor;
        if (data.journal.entry) onEntry(data.journal.entry);
        resolve();
      },
      error: fail,
      complete: () => {},
    });
  });
  return { ready, stop: () => void socket.dispose() };
}
