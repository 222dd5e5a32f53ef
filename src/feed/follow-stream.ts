import type { Context } from '../context.js';
import { badInput } from '../graphql/errors.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import { Deliveries } from './deliveries.js';
import { type FeedItem, InvalidCursor, type StreamKey } from './feed.js';
import { StreamBookmark, StreamReset, type StreamResetReason } from './feed.types.js';

/** Description of the argument that every subscription goes on by. */
export const AFTER = 'Cursor of the last item you handled. Left out: begin with a snapshot.';

/**
 * Follows a stream, or the whole programme where it is null: those of its entries that match. That the caller may have it is for the
 * caller to see.
 * @throws GraphQLError BAD_USER_INPUT when the cursor is none of this stream
 */
export const followStream = (
  { programId, services }: Context,
  stream: StreamKey | null,
  after: string | null | undefined,
  matches: (entry: StoredEntry) => boolean,
): Promise<Deliveries> => refusingCursors(() => Deliveries.begin(services.feed, { programId, stream, matches, after: after ?? null }));

/** @throws GraphQLError BAD_USER_INPUT when `read` finds a cursor that is none */
export async function refusingCursors<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof InvalidCursor ? badInput('This is no cursor of this stream. Pass back one that it gave you, or none.') : error;
  }
}

/** What every item has. */
export const common = (item: FeedItem) => ({ cursor: item.cursor, number: 'number' in item ? item.number : 0 });

/** A reset or a bookmark, as every subscription sends them. */
export const signal = (item: FeedItem): StreamReset | StreamBookmark =>
  item.type === 'RESET'
    ? Object.assign(new StreamReset(), { cursor: item.cursor, reason: item.reason as StreamResetReason })
    : Object.assign(new StreamBookmark(), common(item));
