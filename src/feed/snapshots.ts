import type { Pool } from 'pg';
import { LotBook } from '../journal/core/lots.js';
import type { StreamState } from '../journal/core/state.js';
import { STATE_COLUMNS, storedState } from '../journal/stored-state.js';
import type { Row } from '../journal/transaction.js';
import type { StreamKey } from './past.js';

/** Streams in one statement, so that one read of many does not hold a connection for long. */
const STREAMS_MAX = 500;

const READ_SNAPSHOTS = {
  name: 'feed_snapshots',
  text: `select ${STATE_COLUMNS} from unnest($1::int2[], $2::uuid[]) q(shard, stream_id) join streams s using (shard, stream_id)`,
};

interface Waiting {
  readonly programId: string;
  readonly stream: StreamKey;
  readonly resolve: (state: StreamState) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads the states that subscriptions begin with. Those that are asked for in one turn of the event loop come by one statement. */
export class Snapshots {
  private waiting: Waiting[] = [];

  constructor(private readonly pool: Pool) {}

  /** The stored state, lots unread, not older than this call. Throws when the programme has no such stream. */
  read(programId: string, stream: StreamKey): Promise<StreamState> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ programId, stream, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.readAll());
    });
  }

  private readAll(): void {
    const waiting = this.waiting;
    this.waiting = [];
    const byStream = [...Map.groupBy(waiting, ({ stream }) => `${stream.shard} ${stream.streamId}`).values()];
    for (let i = 0; i < byStream.length; i += STREAMS_MAX) void this.readSome(byStream.slice(i, i + STREAMS_MAX));
  }

  /** Each group waits for one stream. */
  private async readSome(groups: Waiting[][]): Promise<void> {
    const streams = groups.map(([first]) => (first as Waiting).stream);
    try {
      const values = [streams.map(({ shard }) => shard), streams.map(({ streamId }) => streamId)];
      const { rows } = await this.pool.query<Row>({ ...READ_SNAPSHOTS, values });
      const found = new Map(
        rows.map((row) => [`${row.shard} ${row.stream_id}`, { programId: row.program_id, state: storedState(row, LotBook.UNREAD) }]),
      );
      for (const { programId, stream, resolve, reject } of groups.flat()) {
        const snapshot = found.get(`${stream.shard} ${stream.streamId}`);
        if (snapshot?.programId === programId) resolve(snapshot.state);
        else reject(new Error(`stream ${stream.streamId} is not stored in programme ${programId}`));
      }
    } catch (error) {
      for (const { reject } of groups.flat()) reject(error);
    }
  }
}
