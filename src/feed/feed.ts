import type { Pool } from 'pg';
import type { StreamState } from '../journal/core/state.js';
import { laneOf } from '../journal/shard.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Cursor, CursorSeal, StreamCursors } from './cursor.js';
import { FeedIterator } from './feed-iterator.js';
import { Past, type StreamKey } from './past.js';
import { ReadAhead } from './read-ahead.js';
import { Snapshots } from './snapshots.js';
import type { Tailer } from './tailer.js';

export type { StreamKey } from './past.js';

export type ResetReason = 'EPOCH_CHANGED' | 'CURSOR_EXPIRED' | 'CURSOR_AHEAD' | 'TOO_FAR_BEHIND';

/** `number` and `follows` count within the stream; both are 0 when a whole programme is followed, except an entry's own number. */
export type FeedItem =
  | { readonly type: 'SNAPSHOT'; readonly cursor: string; readonly number: number; readonly state: StreamState | null }
  | { readonly type: 'ENTRY'; readonly cursor: string; readonly number: number; readonly follows: number; readonly entry: StoredEntry }
  | { readonly type: 'BOOKMARK'; readonly cursor: string; readonly number: number }
  | { readonly type: 'RESET'; readonly cursor: string; readonly reason: ResetReason };

/** The text is no cursor of ours, or of another stream; for a page also: of another epoch, or ahead of the journal. */
export class InvalidCursor extends Error {}

export interface FeedRequest {
  readonly programId: string;
  /** One stream; null: the whole programme. */
  readonly stream: StreamKey | null;
  readonly matches: (entry: StoredEntry) => boolean;
  readonly after: string | null;
}

export interface FeedLimits {
  readonly streamRetentionMs: number;
  readonly programRetentionMs: number;
  /** Entries that a cursor may have missed; programme-wide, positions, which all programmes share. */
  readonly behindMax: number;
  readonly bookmarkIntervalMs: number;
}

const DAY_MS = 86_400_000;
export const LIMITS: FeedLimits = {
  streamRetentionMs: 7 * DAY_MS,
  programRetentionMs: 30 * DAY_MS,
  behindMax: 10_000,
  bookmarkIntervalMs: 10_000,
};

export interface FeedDependencies {
  readonly pool: Pool;
  readonly seal: CursorSeal;
  readonly tailer: Tailer;
  readonly laneCount: number;
  readonly now: () => number;
  readonly limits?: Partial<FeedLimits>;
}

/** The journal as streams: catch up from a cursor, then follow. */
export class Feed {
  readonly limits: FeedLimits;
  readonly past: Past;
  readonly snapshots: Snapshots;
  readonly readAhead = new ReadAhead();

  constructor(private readonly dependencies: FeedDependencies) {
    const { pool, tailer, limits } = dependencies;
    this.limits = { ...LIMITS, ...limits };
    this.past = new Past(pool, (message) => tailer.alarm(message));
    this.snapshots = new Snapshots(pool);
  }

  /** Follows one stream or a programme. The first item is a snapshot, the first missed entry, or a bookmark that nothing was missed. */
  follow(request: FeedRequest): FeedIterator {
    return new FeedIterator(this, request, this.dependencies);
  }

  /**
   * Entries behind a cursor, however old: at most `limit` that match, and the cursor to go on from.
   * @throws InvalidCursor also when the cursor is of another epoch or ahead: a page cannot say so in any other way
   */
  async page({ limit, ...request }: FeedRequest & { readonly limit: number }) {
    const cursor = this.open(request);
    if (cursor && cursor.epoch !== this.dependencies.seal.epoch) throw new InvalidCursor('the cursor is of another epoch');
    return request.stream ? this.pageOfStream(request, request.stream, cursor, limit) : this.pageOfProgram(request, cursor, limit);
  }

  async info(programId: string) {
    const { seal, now } = this.dependencies;
    const [heads, oldest] = await Promise.all([this.past.readHeads(), this.past.readOldest(now() - this.limits.programRetentionMs)]);
    return { epoch: seal.epoch, oldestCursor: this.programCursor(programId, oldest), headCursor: this.programCursor(programId, heads) };
  }

  /** @throws InvalidCursor when it is not a cursor of exactly this stream or programme */
  open({ programId, stream, after }: FeedRequest): Cursor | null {
    if (after === null) return null;
    const cursor = this.dependencies.seal.open(after);
    if (!cursor || cursor.programId !== programId || (cursor.stream?.streamId ?? null) !== (stream?.streamId ?? null))
      throw new InvalidCursor();
    return cursor;
  }

  /** Places in one stream; what they have in common is sealed when it is asked for. */
  streamCursors(programId: string, streamId: string): StreamCursors {
    return this.dependencies.seal.ofStream(programId, streamId);
  }

  programCursor(programId: string, positions: readonly number[]): string {
    const { seal } = this.dependencies;
    return seal.seal({ epoch: seal.epoch, programId, stream: null, positions });
  }

  /** Cursors of another epoch belong to another database or another line of its history. */
  get epoch(): string {
    return this.dependencies.seal.epoch;
  }

  lanes(): number[] {
    return Array.from({ length: this.dependencies.laneCount }, (_, lane) => lane);
  }

  lanesOf(stream: StreamKey | null): number[] {
    return stream ? [laneOf(stream.shard, this.dependencies.laneCount)] : this.lanes();
  }

  private async pageOfStream({ programId, matches }: FeedRequest, stream: StreamKey, cursor: Cursor | null, limit: number) {
    const after = cursor?.stream?.number ?? 0;
    const { entries, head, isCut } = await this.past.readStream(programId, stream, after, limit);
    if (after > head) throw new InvalidCursor('the cursor is ahead');
    const cursors = this.streamCursors(programId, stream.streamId);
    const items: FeedItem[] = [];
    let follows = after;
    for (const entry of entries.filter(matches)) {
      const { number } = entry;
      items.push({ type: 'ENTRY', cursor: cursors.at(number), number, follows, entry });
      follows = number;
    }
    return { items, cursor: cursors.at(entries.at(-1)?.number ?? after), hasMore: isCut };
  }

  /** Lane by lane, up to the head of each. */
  private async pageOfProgram({ programId, matches }: FeedRequest, cursor: Cursor | null, limit: number) {
    const items: FeedItem[] = [];
    const positions = this.lanes().map((lane) => cursor?.positions[lane] ?? 0);
    for (const lane of this.lanes()) {
      if (items.length >= limit) return { items, cursor: this.programCursor(programId, positions), hasMore: true };
      const after = positions[lane] as number;
      const { entries, head, isCut } = await this.past.readLane(programId, lane, after, limit - items.length);
      if (after > head) throw new InvalidCursor('the cursor is ahead');
      for (const entry of entries) {
        positions[lane] = entry.position;
        if (matches(entry))
          items.push({ type: 'ENTRY', cursor: this.programCursor(programId, positions), number: entry.number, follows: 0, entry });
      }
      if (isCut) return { items, cursor: this.programCursor(programId, positions), hasMore: true };
      positions[lane] = head;
    }
    return { items, cursor: this.programCursor(programId, positions), hasMore: false };
  }
}
