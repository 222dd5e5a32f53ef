import type { Pool } from 'pg';
import { LotBook } from '../journal/core/lots.js';
import type { StreamState } from '../journal/core/state.js';
import { laneOf } from '../journal/shard.js';
import { ENTRY_COLUMNS, type StoredEntry, storedEntry } from '../journal/stored-entry.js';
import { STATE_COLUMNS, storedState } from '../journal/stored-state.js';
import type { Row } from '../journal/transaction.js';
import type { Cursor, CursorSeal } from './cursor.js';
import { FeedIterator } from './feed-iterator.js';
import type { Tailer } from './tailer.js';

export type ResetReason = 'EPOCH_CHANGED' | 'CURSOR_EXPIRED' | 'CURSOR_AHEAD' | 'TOO_FAR_BEHIND';

export type FeedItem =
  | { readonly type: 'SNAPSHOT'; readonly cursor: string; readonly number: number; readonly state: StreamState | null }
  | { readonly type: 'ENTRY'; readonly cursor: string; readonly number: number; readonly follows: number; readonly entry: StoredEntry }
  | { readonly type: 'BOOKMARK'; readonly cursor: string; readonly number: number }
  | { readonly type: 'RESET'; readonly cursor: string; readonly reason: ResetReason };

/** The text is no cursor of ours, or of another stream. */
export class InvalidCursor extends Error {}

export interface StreamKey {
  readonly streamId: string;
  readonly shard: number;
}

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
  /** Entries that a cursor may have missed. */
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

/** How many rows one read of the past takes. */
const PAGE_SIZE = 500;

const READ_SNAPSHOT = { name: 'feed_snapshot', text: `select ${STATE_COLUMNS} from streams s where s.shard = $1 and s.stream_id = $2` };
const READ_STREAM = {
  name: 'feed_stream',
  text: `select s.number as head, ${ENTRY_COLUMNS} from streams s left join lateral (
      select * from journal j where j.shard = s.shard and j.stream_id = s.stream_id and j.number > $3 order by j.number limit $4
    ) j on true where s.shard = $1 and s.stream_id = $2 order by j.number`,
};
const READ_LANES = { name: 'feed_lanes', text: 'select lane, position from lanes order by lane' };
const READ_LANE = {
  name: 'feed_lane',
  text: `select l.position as head, ${ENTRY_COLUMNS} from lanes l left join lateral (
      select * from journal j where j.lane = l.lane and j.position > $2 and j.program_id = $3 order by j.position limit $4
    ) j on true where l.lane = $1 order by j.position`,
};
const READ_OLDEST = {
  name: 'feed_oldest',
  text: `select l.lane, coalesce((select j.position - 1 from journal j where j.lane = l.lane and j.posted_at >= $1 order by j.position limit 1), l.position) as position
    from lanes l order by l.lane`,
};

/** What was read of the past, and how far the stream or lane went when it was read. */
export interface PastPage {
  readonly entries: readonly StoredEntry[];
  readonly head: number;
  /** There may be more between the last entry and the head. */
  readonly isCut: boolean;
}

/** The journal as streams: catch up from a cursor, then follow. */
export class Feed {
  readonly limits: FeedLimits;

  constructor(private readonly dependencies: FeedDependencies) {
    this.limits = { ...LIMITS, ...dependencies.limits };
  }

  /** Follows one stream or a programme. The first item is a snapshot, the first missed entry, or a bookmark that nothing was missed. */
  follow(request: FeedRequest): FeedIterator {
    return new FeedIterator(this, request, this.dependencies);
  }

  /** Entries behind a cursor, however old: at most `limit` that match. */
  async page({ programId, stream, matches, after, limit }: FeedRequest & { readonly limit: number }) {
    const start = this.open({ programId, stream, matches, after });
    const known = start && start.epoch === this.dependencies.seal.epoch ? start : null;
    const items: FeedItem[] = [];
    let follows = known?.stream?.number ?? 0;
    let hasMore = false;
    const positions = this.lanes().map((lane) => known?.positions[lane] ?? 0);
    let number = follows;
    const give = (entry: StoredEntry) => {
      number = entry.number;
      positions[entry.lane] = stream ? 0 : entry.position;
      if (!matches(entry)) return;
      const cursor = stream ? this.streamCursor(programId, stream.streamId, number) : this.programCursor(programId, positions);
      items.push({ type: 'ENTRY', cursor, number, follows: stream ? follows : 0, entry });
      follows = number;
    };
    if (stream) {
      const { entries, isCut } = await this.readStream(stream, number, limit);
      entries.forEach(give);
      hasMore = isCut;
    } else {
      for (const lane of this.lanes()) {
        if (items.length >= limit) {
          hasMore = true;
          break;
        }
        const { entries, head, isCut } = await this.readLane(programId, lane, positions[lane] as number, limit - items.length);
        entries.forEach(give);
        if (isCut) {
          hasMore = true;
          break;
        }
        positions[lane] = head;
      }
    }
    const cursor = stream ? this.streamCursor(programId, stream.streamId, number) : this.programCursor(programId, positions);
    return { items, cursor, hasMore };
  }

  async info(programId: string) {
    const { pool, seal, now } = this.dependencies;
    const [heads, oldest] = await Promise.all([
      pool.query({ ...READ_LANES }),
      pool.query({ ...READ_OLDEST, values: [now() - this.limits.programRetentionMs] }),
    ]);
    const positions = (rows: Row[]) => rows.map((row) => Number(row.position));
    return {
      epoch: seal.epoch,
      oldestCursor: this.programCursor(programId, positions(oldest.rows)),
      headCursor: this.programCursor(programId, positions(heads.rows)),
    };
  }

  /** @throws InvalidCursor when it is not a cursor of exactly this stream or programme */
  open({ programId, stream, after }: FeedRequest): Cursor | null {
    if (after === null) return null;
    const cursor = this.dependencies.seal.open(after);
    if (!cursor || cursor.programId !== programId || (cursor.stream?.streamId ?? null) !== (stream?.streamId ?? null))
      throw new InvalidCursor();
    return cursor;
  }

  streamCursor(programId: string, streamId: string, number: number): string {
    const { seal } = this.dependencies;
    return seal.seal({ epoch: seal.epoch, programId, stream: { streamId, number }, positions: [] });
  }

  programCursor(programId: string, positions: readonly number[]): string {
    const { seal } = this.dependencies;
    return seal.seal({ epoch: seal.epoch, programId, stream: null, positions });
  }

  lanes(): number[] {
    return Array.from({ length: this.dependencies.laneCount }, (_, lane) => lane);
  }

  lanesOf(stream: StreamKey | null): number[] {
    return stream ? [laneOf(stream.shard, this.dependencies.laneCount)] : this.lanes();
  }

  async readSnapshot({ shard, streamId }: StreamKey): Promise<StreamState> {
    const { rows } = await this.dependencies.pool.query<Row>({ ...READ_SNAPSHOT, values: [shard, streamId] });
    if (!rows[0]) throw new Error(`stream ${streamId} is not stored`);
    return storedState(rows[0], LotBook.UNREAD);
  }

  async readHeads(): Promise<number[]> {
    const { rows } = await this.dependencies.pool.query<Row>({ ...READ_LANES });
    return rows.map((row) => Number(row.position));
  }

  readStream({ shard, streamId }: StreamKey, after: number, limit = PAGE_SIZE): Promise<PastPage> {
    return this.readPast({ ...READ_STREAM, values: [shard, streamId, after, limit] }, limit);
  }

  readLane(programId: string, lane: number, after: number, limit = PAGE_SIZE): Promise<PastPage> {
    return this.readPast({ ...READ_LANE, values: [lane, after, programId, limit] }, limit);
  }

  private async readPast(query: { name: string; text: string; values: unknown[] }, limit: number): Promise<PastPage> {
    const { rows } = await this.dependencies.pool.query<Row>(query);
    const entries = rows.filter((row) => row.number !== null).map(storedEntry);
    return { entries, head: Number(rows[0]?.head ?? 0), isCut: entries.length === limit };
  }
}
