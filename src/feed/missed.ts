import type { Cursor } from './cursor.js';
import type { Feed, FeedRequest, ResetReason } from './feed.js';
import type { PastPage, StreamKey } from './past.js';

/** The first page of what a cursor of this epoch has missed, of each lane that is followed; or why it cannot be gone on from. */
export function readMissed(feed: Feed, request: FeedRequest, cursor: Cursor, now: number): Promise<readonly PastPage[] | ResetReason> {
  const { programId, stream } = request;
  return stream
    ? missedInStream(feed, programId, stream, { after: cursor.stream?.number ?? 0, now })
    : missedInProgram(feed, programId, cursor.positions, now);
}

async function missedInStream(
  { past, limits }: Feed,
  programId: string,
  stream: StreamKey,
  { after, now }: { readonly after: number; readonly now: number },
): Promise<readonly PastPage[] | ResetReason> {
  const page = await past.readStream(programId, stream, after);
  if (after > page.head) return 'CURSOR_AHEAD';
  if (page.head - after > limits.behindMax) return 'TOO_FAR_BEHIND';
  if (isOlderThan(page, now - limits.streamRetentionMs)) return 'CURSOR_EXPIRED';
  return [page];
}

async function missedInProgram(
  { past, limits }: Feed,
  programId: string,
  positions: readonly number[],
  now: number,
): Promise<readonly PastPage[] | ResetReason> {
  const heads = await past.readHeads();
  const missed = heads.map((head, lane) => head - (positions[lane] ?? 0));
  if (missed.some((count) => count < 0)) return 'CURSOR_AHEAD';
  if (missed.reduce((sum, count) => sum + count, 0) > limits.behindMax) return 'TOO_FAR_BEHIND';
  const pages = await Promise.all(heads.map((_, lane) => past.readLane(programId, lane, positions[lane] ?? 0)));
  if (pages.some((page) => isOlderThan(page, now - limits.programRetentionMs))) return 'CURSOR_EXPIRED';
  return pages;
}

const isOlderThan = (page: PastPage, at: number): boolean => (page.entries[0]?.postedAt ?? Infinity) < at;
