import type { Pool } from 'pg';
import { inTransaction } from '../journal/in-transaction.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Transaction } from '../journal/transaction.js';
import { type LaneSpan, readSpans } from './lane-spans.js';
import type { Reaction } from './reaction.js';

/** The promise: whatever wake-up is lost, it looks this often. */
const TICK_MS = 1_000;
/** Between two passes, so that under load a pass handles many commits. */
const PASS_GAP_MS = 20;
/** Positions of a lane in one pass. */
const SPAN_MAX = 500;

const BEGIN_AT_HEADS = `insert into reactor_positions (reactor, lane, position)
  select $1, lane, position from lanes on conflict do nothing`;
const IS_BEHIND = {
  name: 'reactor_behind',
  text: 'select 1 from reactor_positions p join lanes l using (lane) where p.reactor = $1 and p.position < l.position limit 1',
};
const LOCK = { name: 'reactor_lock', text: 'select lane from reactor_positions where reactor = $1 for update skip locked' };
const READ = {
  name: 'reactor_read',
  text: `select p.lane, p.position, l.position as head from reactor_positions p join lanes l using (lane) where p.reactor = $1 order by lane`,
};
const MOVE = {
  name: 'reactor_move',
  text: `update reactor_positions p set position = q.position from unnest($2::int2[], $3::int8[]) q(lane, position)
    where p.reactor = $1 and p.lane = q.lane`,
};

export interface ReactorOptions {
  readonly pool: Pool;
  readonly report: (error: unknown) => void;
  /** Something that must never happen: a hole in a lane. */
  readonly alarm: (message: string) => void;
  /** How long it rests between two passes; 20 ms when left out. */
  readonly passGapMs?: number;
}

/**
 * A consumer of the whole journal with a stored position in each lane. One transaction handles entries and moves the
 * positions, so killed anywhere it loses nothing and handles nothing twice. Any number of processes may run it: a lane
 * that one is at work on is left alone by the others. The first start begins at the present.
 */
export class Reactor {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = false;
  private isAnybodyInterested = true;

  constructor(
    private readonly reaction: Reaction,
    private readonly options: ReactorOptions,
  ) {}

  async start(): Promise<void> {
    await this.options.pool.query(BEGIN_AT_HEADS, [this.reaction.name]);
    this.timer = setInterval(this.wake, TICK_MS);
    this.timer.unref();
    this.wake();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Something was committed here. Costs nothing while nobody is interested: then the timer is soon enough. */
  readonly noticeCommit = (): void => {
    if (this.isAnybodyInterested) this.wake();
  };

  readonly wake = (): void => {
    this.isAskedAgain = true;
    if (!this.isStopped) this.running ??= this.runWhileAsked();
  };

  private async runWhileAsked(): Promise<void> {
    while (this.isAskedAgain && !this.isStopped) {
      this.isAskedAgain = false;
      try {
        if (await this.pass()) this.isAskedAgain = true;
      } catch (error) {
        // Nothing was moved; the next tick begins at the same place.
        this.options.report(error);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, this.options.passGapMs ?? PASS_GAP_MS));
    }
    // In the same turn as the last look at the flag, so that no call to wake falls in between.
    this.running = undefined;
  }

  /** One step in every lane that nobody else is at work on. True: there is more. */
  private async pass(): Promise<boolean> {
    const { pool } = this.options;
    const { rows } = await pool.query({ ...IS_BEHIND, values: [this.reaction.name] });
    if (rows.length === 0) return false;
    const { hasHandled, hasMore } = await inTransaction(pool, (tx) => this.step(tx));
    if (hasHandled) this.reaction.committed?.();
    return hasMore;
  }

  private async step(tx: Transaction): Promise<{ hasHandled: boolean; hasMore: boolean }> {
    const { name } = this.reaction;
    const held = new Set((await tx.query(LOCK, [name])).map((row) => Number(row.lane)));
    // Behind the lock, in a statement of its own: one snapshot of places and heads that the lock has waited for.
    const lanes = (await tx.query(READ, [name])).map((row) => ({
      lane: Number(row.lane),
      after: Number(row.position),
      head: Number(row.head),
    }));
    const behind = lanes.filter(({ lane, after, head }) => held.has(lane) && after < head);
    if (behind.length === 0) return { hasHandled: false, hasMore: false };
    const handler = await this.reaction.prepare(tx);
    this.isAnybodyInterested = handler !== null;
    if (!handler) {
      await this.move(
        tx,
        behind.map(({ lane, head }) => ({ lane, upTo: head })),
      );
      return { hasHandled: false, hasMore: false };
    }
    const spans: LaneSpan[] = behind.map(({ lane, after, head }) => ({ lane, after, upTo: Math.min(head, after + SPAN_MAX) }));
    const { whole, entries } = await readSpans(tx, spans, handler.programIds, handler.kinds ?? null);
    for (const { lane, after, upTo } of spans) {
      if (!whole.has(lane)) this.options.alarm(`lane ${lane} has a hole between ${after} and ${upTo}; reactor ${name} stays before it`);
    }
    const positions = lanes.map(({ after }) => after);
    const placed = entries.map((entry) => {
      positions[entry.lane] = entry.position;
      return { entry, positions: [...positions] };
    });
    const left = new Map<number, number>();
    const leave = ({ lane, position }: StoredEntry) => left.set(lane, Math.min(left.get(lane) ?? position, position));
    if (placed.length > 0) await handler.handle(placed, leave);
    await this.move(
      tx,
      spans.filter(({ lane }) => whole.has(lane)).map(({ lane, upTo }) => ({ lane, upTo: (left.get(lane) ?? upTo + 1) - 1 })),
    );
    const hasMore = left.size > 0 || behind.some(({ lane, after, head }) => whole.has(lane) && head - after > SPAN_MAX);
    return { hasHandled: placed.length > 0, hasMore };
  }

  private async move(tx: Transaction, to: readonly { lane: number; upTo: number }[]): Promise<void> {
    await tx.query(MOVE, [this.reaction.name, to.map(({ lane }) => lane), to.map(({ upTo }) => upTo)]);
  }
}
