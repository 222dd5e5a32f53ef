import type { Pool } from 'pg';
import { ENTRY_COLUMNS, type StoredEntry, storedEntry } from '../journal/stored-entry.js';
import { DoorbellListener } from './doorbell.js';

/** The promise: whatever is lost, every lane is looked at this often. */
const TICK_MS = 250;
const PAGE_SIZE = 1_000;

const READ_HEADS = { name: 'tail_heads', text: 'select lane, position from lanes where lane = any($1::int2[])' };
const READ_TAIL = {
  name: 'tail_lanes',
  text: `select ${ENTRY_COLUMNS} from unnest($1::int2[], $2::int8[]) q(lane, after)
    cross join lateral (
      select * from journal j where j.lane = q.lane and j.position > q.after order by j.position limit ${PAGE_SIZE}
    ) j order by j.lane, j.position`,
};

/** Entries of one lane that follow each other without a gap, `from` to `to`. */
export interface LaneBatch {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  readonly entries: readonly StoredEntry[];
}

/** Somebody who follows lanes. Both methods return at once. */
export interface Follower {
  readonly lanes: readonly number[];
  take(batch: LaneBatch): void;
  /** No more will come; with an error when the lane could not be read on. */
  end(error?: Error): void;
}

export interface TailerOptions {
  readonly pool: Pool;
  readonly laneCount: number;
  readonly connectionString: string;
  /** Something that must never happen: a hole in a lane. */
  readonly onAlarm: (message: string) => void;
  /** Off: the timer alone wakes it. */
  readonly isDoorbellHeard?: boolean;
}

/**
 * Reads the journal's lanes behind the commits, one for a process. Only lanes that somebody follows are
 * read, all of them in one statement, and positions are checked before anything is filtered: what a
 * follower is given is whole.
 */
export class Tailer {
  private readonly followers = new Map<number, Set<Follower>>();
  /** The last position read of each followed lane. */
  private readonly positions = new Map<number, number>();
  private readonly listener: DoorbellListener | null;
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = false;

  constructor(private readonly options: TailerOptions) {
    this.listener = options.isDoorbellHeard === false ? null : new DoorbellListener(options.connectionString, () => this.wake());
  }

  /** Listens first, so that nothing rings unheard before the first read. */
  async start(): Promise<void> {
    await this.listener?.start();
    this.timer = setInterval(() => this.wake(), TICK_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.listener?.stop();
    await this.reading;
    for (const follower of this.all()) follower.end();
    this.followers.clear();
  }

  /**
   * Adds a follower. Once resolved, every entry behind the lanes' present positions reaches it; so a
   * snapshot that is read after this leaves no hole.
   */
  async follow(follower: Follower): Promise<void> {
    if (this.isStopped) throw new Error('the feed is stopped');
    for (const lane of follower.lanes) {
      const present = this.followers.get(lane);
      if (present) present.add(follower);
      else this.followers.set(lane, new Set([follower]));
    }
    const unread = follower.lanes.filter((lane) => !this.positions.has(lane));
    if (unread.length === 0) return;
    const { rows } = await this.options.pool.query<{ lane: number; position: string }>({ ...READ_HEADS, values: [unread] });
    // Another follower may have started the lane meanwhile; its position is the earlier one.
    for (const { lane, position } of rows) if (!this.positions.has(lane)) this.positions.set(lane, Number(position));
  }

  leave(follower: Follower): void {
    for (const lane of follower.lanes) {
      const present = this.followers.get(lane);
      present?.delete(follower);
      if (present?.size === 0) {
        this.followers.delete(lane);
        this.positions.delete(lane);
      }
    }
  }

  /** Something may have been committed. */
  readonly wake = (): void => {
    if (this.isStopped || this.positions.size === 0) return;
    this.isAskedAgain = true;
    this.reading ??= this.readWhileAsked().finally(() => {
      this.reading = undefined;
    });
  };

  get followerCount(): number {
    return new Set(this.all()).size;
  }

  private all(): Follower[] {
    return [...this.followers.values()].flatMap((set) => [...set]);
  }

  private async readWhileAsked(): Promise<void> {
    while (this.isAskedAgain && !this.isStopped) {
      this.isAskedAgain = false;
      // The database may be away for a moment; the next tick looks again.
      await this.read().catch(() => {});
    }
  }

  private async read(): Promise<void> {
    const asked = new Map(this.positions);
    const { rows } = await this.options.pool.query({ ...READ_TAIL, values: [[...asked.keys()], [...asked.values()]] });
    const byLane = Map.groupBy(rows.map(storedEntry), (entry) => entry.lane);
    for (const [lane, entries] of byLane) {
      const after = asked.get(lane) as number;
      // Left and followed anew while the statement ran: its position was read anew, too.
      if (this.positions.get(lane) !== after) continue;
      const gap = entries.findIndex((entry, i) => entry.position !== after + 1 + i);
      if (gap >= 0) {
        this.alarm(lane, after + 1 + gap);
        continue;
      }
      const to = after + entries.length;
      this.positions.set(lane, to);
      for (const follower of this.followers.get(lane) ?? []) follower.take({ lane, from: after + 1, to, entries });
      if (entries.length === PAGE_SIZE) this.isAskedAgain = true;
    }
  }

  /** Better silent than wrong: whoever follows the lane is sent away and comes back with its cursor. */
  private alarm(lane: number, missing: number): void {
    const error = new Error(`lane ${lane} has no position ${missing}`);
    this.options.onAlarm(error.message);
    for (const follower of [...(this.followers.get(lane) ?? [])]) {
      this.leave(follower);
      follower.end(error);
    }
  }
}
