import type { Pool } from 'pg';
import { ENTRY_COLUMNS, type StoredEntry, storedEntry } from '../journal/stored-entry.js';
import type { Row } from '../journal/transaction.js';

/** How many entries one read of the past takes. A reader holds one page, of each lane at the beginning. */
export const PAGE_SIZE = 100;

const READ_STREAM = {
  name: 'feed_stream',
  text: `select s.number as head, ${ENTRY_COLUMNS} from streams s left join lateral (
      select * from journal j where j.shard = s.shard and j.stream_id = s.stream_id and j.number > $4 order by j.number limit $5
    ) j on true where s.shard = $1 and s.stream_id = $2 and s.program_id = $3 order by j.number`,
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

/** A stream and where it is stored. */
export interface StreamKey {
  readonly streamId: string;
  readonly shard: number;
}

/** What was read of the past, and how far the stream or lane went when it was read, by one statement. */
export interface PastPage {
  readonly entries: readonly StoredEntry[];
  readonly head: number;
  /** There may be more between the last entry and the head. */
  readonly isCut: boolean;
}

/** The journal as it is stored, read by place. */
export class Past {
  constructor(
    private readonly pool: Pool,
    private readonly alarm: (message: string) => Error,
  ) {}

  /** Entries of one stream behind a number. Empty, with head 0, when the programme has no such stream. */
  async readStream(programId: string, { shard, streamId }: StreamKey, after: number, limit = PAGE_SIZE): Promise<PastPage> {
    const page = await this.read({ ...READ_STREAM, values: [shard, streamId, programId, after, limit] }, limit);
    const { entries, head } = page;
    const isWhole =
      entries.length === Math.min(limit, Math.max(0, head - after)) && entries.every(({ number }, i) => number === after + 1 + i);
    if (!isWhole) throw this.alarm(`stream ${streamId} has a hole behind number ${after}`);
    return page;
  }

  /** Entries of one programme in a lane, behind a position. */
  readLane(programId: string, lane: number, after: number, limit = PAGE_SIZE): Promise<PastPage> {
    return this.read({ ...READ_LANE, values: [lane, after, programId, limit] }, limit);
  }

  /** The last position of each lane. */
  async readHeads(): Promise<number[]> {
    return positionsOf((await this.pool.query<Row>({ ...READ_LANES })).rows);
  }

  /** The position of each lane behind which everything was posted at `since` or later. */
  async readOldest(since: number): Promise<number[]> {
    return positionsOf((await this.pool.query<Row>({ ...READ_OLDEST, values: [since] })).rows);
  }

  private async read(query: { name: string; text: string; values: unknown[] }, limit: number): Promise<PastPage> {
    const { rows } = await this.pool.query<Row>(query);
    const entries = rows.filter((row) => row.number !== null).map(storedEntry);
    return { entries, head: Number(rows[0]?.head ?? 0), isCut: entries.length === limit };
  }
}

const positionsOf = (rows: Row[]): number[] => rows.map((row) => Number(row.position));
