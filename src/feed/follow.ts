import type { Context } from '../context.js';
import { badInput, publicError } from '../graphql/errors.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import { Deliveries } from './deliveries.js';
import { type FeedItem, InvalidCursor, type StreamKey } from './feed.js';
import { StreamBookmark, StreamReset, type StreamResetReason } from './feed.types.js';

/** What every subscription says of its argument `after`. */
export const AFTER = 'Cursor of the last item you handled. Left out: begin with a snapshot.';

/** Follows a stream, or the whole programme: entries that match, each once and in order. */
export const follow = (
  { programId, services }: Context,
  stream: StreamKey | null,
  after: string | null | undefined,
  matches: (entry: StoredEntry) => boolean,
): Promise<Deliveries> => refusingCursors(() => Deliveries.begin(services.feed, { programId, stream, matches, after: after ?? null }));

/** @throws GraphQLError BAD_USER_INPUT in place of InvalidCursor */
export async function refusingCursors<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof InvalidCursor ? badInput('This is no cursor of this stream. Pass back one that it gave you, or none.') : error;
  }
}

/** What each item has. */
export const common = (item: FeedItem) => ({ cursor: item.cursor, number: 'number' in item ? item.number : 0 });

/** An item that is neither a snapshot nor an entry. */
export const signal = (item: FeedItem): StreamReset | StreamBookmark =>
  item.type === 'RESET'
    ? Object.assign(new StreamReset(), { cursor: item.cursor, reason: item.reason as StreamResetReason })
    : Object.assign(new StreamBookmark(), common(item));

/** The caller may not see any more what they follow: thrown in place of an item, it ends the subscription, and nothing is sent after it. */
export const noLongerOpen = (what: string) => publicError(`${what} is not open to this caller any more.`, 'FORBIDDEN', { isEnd: true });
