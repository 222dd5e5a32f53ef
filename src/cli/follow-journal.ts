import { follow } from '../client/follow.js';
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
    ... on JournalChange { number entry { kind streamId summary changes { amount balanceAfter currencyCode } ... on TierEntry { fromTierName toTierName } } }
  }
}`;

interface Item {
  readonly cursor: string;
  readonly entry?: FeedEntry;
}

/** Follows the programme's journal from now on. Goes on behind the last entry when the server was away: none is lost or doubled. */
export function followJournal(url: string, key: string, onEntry: (entry: FeedEntry) => void, onTrouble: (text: string) => void): Feed {
  const socket = openSocket(url, key, () => onTrouble('The server went away; coming back with the cursor.'));
  let say = () => {};
  const isThere = new Promise<void>((resolve) => {
    say = resolve;
  });
  const following = follow<Item>({
    transport: socket,
    query: FOLLOW,
    handle: ({ entry }) => {
      if (entry) onEntry(entry);
      say();
    },
  });
  const refused = following.done.catch((error: unknown) => Promise.reject(new Error(sayWhy(error))));
  return {
    ready: Promise.race([isThere, refused]),
    // The following first, or it would come back.
    stop: () => void following.stop().then(() => socket.dispose()),
  };
}
