import type { Pool } from 'pg';
import { laneOf, shardOf } from '../../src/journal/shard.js';
import { ENTRY_COLUMNS, type StoredEntry, storedEntry } from '../../src/journal/stored-entry.js';

const STATE = JSON.stringify({ enrolledAt: 0, wallets: {}, standings: {} });

export interface Appending {
  readonly programId: string;
  readonly streamId: string;
  readonly count?: number;
  readonly kind?: string;
  readonly postedAt?: number;
  /** Leaves out as many positions of the lane, or numbers of the stream, as must never be left out. */
  readonly skipPositions?: number;
  readonly skipNumbers?: number;
}

/** Appends to the journal as a batch does (lock the lane's head, number, insert, move the head, commit), without deciding anything. */
export class LaneWriter {
  constructor(
    private readonly pool: Pool,
    private readonly laneCount: number,
  ) {}

  async append(appending: Appending): Promise<void> {
    const { programId, streamId, count = 1, kind = 'NOTED', postedAt = Date.now(), skipPositions = 0, skipNumbers = 0 } = appending;
    const shard = shardOf(programId, streamId);
    const lane = laneOf(shard, this.laneCount);
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const heads = await client.query('select position from lanes where lane = $1 for update', [lane]);
      const streams = await client.query('select number from streams where shard = $1 and stream_id = $2', [shard, streamId]);
      const position = Number(heads.rows[0].position) + skipPositions;
      const number = Number(streams.rows[0]?.number ?? 0) + skipNumbers;
      await client.query(
        `insert into journal (shard, stream_id, number, lane, position, program_id, kind, effective_at, posted_at, data, hash)
          select $1, $2, $3::int8 + i, $4, $5::int8 + i, $6, $7, $8, $8, '{}', '' from generate_series(1, $9::int) i`,
        [shard, streamId, number, lane, position, programId, kind, postedAt, count],
      );
      await client.query('update lanes set position = $2 where lane = $1', [lane, position + count]);
      await client.query(
        `insert into streams (shard, stream_id, program_id, number, settled_at, status, state) values ($1, $2, $3, $4, 0, 'ACTIVE', $5)
          on conflict (shard, stream_id) do update set number = excluded.number`,
        [shard, streamId, programId, number + count, STATE],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
  }

  /** The programme's entries behind each lane's position, in the order of lanes and positions. */
  async read(programId: string, positions: readonly number[]): Promise<StoredEntry[]> {
    const { rows } = await this.pool.query(
      `select ${ENTRY_COLUMNS} from unnest($1::int8[]) with ordinality q(after, nth) join journal j on j.lane = q.nth - 1 and j.position > q.after
        where j.program_id = $2 order by j.lane, j.position`,
      [positions, programId],
    );
    return rows.map(storedEntry);
  }
}
