import type { Pool } from 'pg';
import { ENTRY_COLUMNS, storedEntry } from '../journal/stored-entry.js';
import { DoorbellListener } from './doorbell.js';
import { type Follower, LaneFollowers } from './followers.js';

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

export interface TailerOptions {
  readonly pool: Pool;
  readonly laneCount: number;
  readonly connectionString: string;
  /** Something that must never happen: a hole in a lane or in a stream. */
  readonly onAlarm: (message: string) => void;
  /** Off: the timer alone wakes it. */
  readonly isDoorbellHeard?: boolean;
  readonly tickMs?: number;
}

/**
 * Reads the journal's lanes behind the commits, one for a process. Only lanes that somebody follows are
 * read, all of them in one statement, and positions are checked before anything is filtered: what a
 * follower is given is whole.
 */
export class Tailer {
  private readonly followers = new Map<number, LaneFollowers>();
  /** The last position read of each followed lane. */
  private positions = new Map<number, number>();
  private readonly listener: DoorbellListener | null;
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = false;
  private waiting: (() => void)[] = [];
  private lacks = false;

  constructor(private readonly options: TailerOptions) {
    this.listener = options.isDoorbellHeard === false ? null : new DoorbellListener(options.connectionString, () => this.wake());
  }

  /** Listens first, so that nothing rings unheard before the first read. */
  async start(): Promise<void> {
    await this.listener?.start();
    this.timer = setInterval(() => this.wake(), this.options.tickMs ?? TICK_MS);
    this.timer.unref();
  }

  /** Ends all followers at once; then waits for what is under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    this.letGo();
    await this.listener?.stop();
    await this.reading;
  }

  /** The journal has another history: no place means anything in it. All followers are sent away, and come back with their cursors. */
  startOver(error: Error): void {
    this.letGo(error);
  }

  /**
   * Adds a follower, before it returns. Once resolved, every entry behind the lanes' present positions
   * reaches it; so a snapshot that is read after this leaves no hole.
   */
  async follow(follower: Follower): Promise<void> {
    if (this.isStopped) throw new Error('the feed is stopped');
    for (const lane of follower.lanes) {
      const present = this.followers.get(lane) ?? new LaneFollowers();
      this.followers.set(lane, present);
      present.add(follower);
    }
    const unread = follower.lanes.filter((lane) => !this.positions.has(lane));
    if (unread.length === 0) return;
    const { positions } = this;
    const { rows } = await this.options.pool.query<{ lane: number; position: string }>({ ...READ_HEADS, values: [unread] });
    if (positions !== this.positions) return;
    for (const { lane, position } of rows) {
      // Another follower may have started the lane meanwhile, or all of them may have left it.
      if (this.followers.has(lane) && !this.positions.has(lane)) this.positions.set(lane, Number(position));
    }
  }

  leave(follower: Follower): void {
    for (const lane of follower.lanes) {
      const present = this.followers.get(lane);
      present?.delete(follower);
      if (present?.isEmpty) {
        this.followers.delete(lane);
        this.positions.delete(lane);
      }
    }
    if (this.positions.size === 0) this.release();
  }

  /** Resolves when everything that is committed by now was given to those who follow it, whatever lane it stands in. */
  caughtUp(): Promise<void> {
    if (this.isStopped || this.positions.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      // Those who ask in one turn of the event loop share a look.
      if (this.waiting.push(resolve) === 1) setImmediate(this.wake);
    });
  }

  /** A lane holds something that was not given yet and may be older than what was given of others. */
  get isBehind(): boolean {
    return this.lacks;
  }

  /** Something may have been committed. */
  readonly wake = (): void => {
    if (this.isStopped || this.positions.size === 0) return;
    this.isAskedAgain = true;
    this.reading ??= this.readWhileAsked();
  };

  /** Makes known that what must never happen did, and gives the error to end with. */
  alarm(message: string): Error {
    this.options.onAlarm(message);
    return new Error(message);
  }

  get followerCount(): number {
    return this.all().length;
  }

  /** How many lanes are being read. */
  get lanesRead(): number {
    return this.positions.size;
  }

  private all(): Follower[] {
    return [...new Set([...this.followers.values()].flatMap((followers) => [...followers]))];
  }

  private async readWhileAsked(): Promise<void> {
    while (this.isAskedAgain && !this.isStopped) {
      this.isAskedAgain = false;
      // The database may be away for a moment; the next tick looks again.
      await this.read().catch(() => {});
    }
    // In the same turn as the last look at the flag, so that no call to wake falls in between.
    this.reading = undefined;
  }

  /** All lanes are read in one statement and given in one turn: whoever is given an entry was given all that is older. */
  private async read(): Promise<void> {
    const { positions } = this;
    const asked = new Map(positions);
    const waiting = this.waiting.length;
    const { rows } = await this.options.pool.query({ ...READ_TAIL, values: [[...asked.keys()], [...asked.values()]] });
    // What was read is of a history that is over.
    if (positions !== this.positions) return;
    this.lacks = false;
    const byLane = Map.groupBy(rows.map(storedEntry), (entry) => entry.lane);
    for (const [lane, entries] of byLane) {
      const after = asked.get(lane) as number;
      // Left, and perhaps followed anew, while the statement ran.
      if (this.positions.get(lane) !== after) {
        this.lacks ||= this.positions.has(lane);
        continue;
      }
      const gap = entries.findIndex((entry, i) => entry.position !== after + 1 + i);
      if (gap >= 0) {
        this.giveUp(lane, after + 1 + gap);
        continue;
      }
      const to = after + entries.length;
      this.positions.set(lane, to);
      this.followers.get(lane)?.give({ lane, from: after + 1, to, entries });
      this.lacks ||= entries.length === PAGE_SIZE;
    }
    if (!this.lacks) for (const resolve of this.waiting.splice(0, waiting)) resolve();
    if (this.lacks || this.waiting.length > 0) this.isAskedAgain = true;
  }

  /** Ends all followers. */
  private letGo(error?: Error): void {
    const followers = this.all();
    this.followers.clear();
    this.positions = new Map();
    this.lacks = false;
    for (const follower of followers) follower.end(error);
    this.release();
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Better silent than wrong: whoever follows the lane is sent away and comes back with its cursor. */
  private giveUp(lane: number, missing: number): void {
    const error = this.alarm(`lane ${lane} has no position ${missing}`);
    for (const follower of [...(this.followers.get(lane) ?? [])]) {
      this.leave(follower);
      follower.end(error);
    }
  }
}
