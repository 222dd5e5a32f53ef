import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { ProgramView } from './core/draft.js';
import { type DueStream, takeDue } from './due-streams.js';
import { inTransaction } from './in-transaction.js';
import type { Journal } from './journal.js';
import { RetryLater } from './lanes.js';
import { isUnavailable } from './unavailable.js';

const INTERVAL_MS = 10_000;
/** Commands at once grow and shrink so that whoever comes meanwhile waits about this long for them. */
const GROUP_MS = 12;
const GROUP_MAX = 64;
/** It rests that many times as long as it worked: the greater part of the time belongs to callers. */
const REST = 1;
/** Streams that cannot be settled, beyond which it gives up until the next time. */
const STUCK_MAX = 1_000;

/**
 * Posts what fell due on streams that nobody touches. It gives ordinary commands, a few at a time, through
 * the same lanes as everybody else; stopped half-way it goes on at the next start. Any number of processes may sweep:
 * they take turns.
 */
export class Sweeper<P extends ProgramView> {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = false;
  private groupSize = 1;

  constructor(
    private readonly pool: Pool,
    private readonly journal: Journal<P>,
    private readonly report: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), INTERVAL_MS);
    this.timer.unref();
    this.wake();
  }

  /** Sweeps now, or once more when a sweep is under way. */
  readonly wake = (): void => {
    this.isAskedAgain = true;
    if (this.isStopped) return;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  };

  /** Resolves once nothing is due. */
  async finished(): Promise<void> {
    while (this.running) await this.running;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isAskedAgain && !this.isStopped) {
      this.isAskedAgain = false;
      try {
        await this.sweep();
      } catch (error) {
        if (!(error instanceof RetryLater)) this.report(error);
      }
    }
  }

  private async sweep(): Promise<void> {
    const stuck = new Set<string>();
    let isMore = true;
    while (isMore && !this.isStopped && stuck.size < STUCK_MAX) {
      isMore = await inTransaction(this.pool, async (tx) => {
        const due = await takeDue(tx, Date.now(), [...stuck]);
        for (let i = 0; i < due.length && !this.isStopped; ) {
          const group = due.slice(i, i + this.groupSize);
          i += group.length;
          await this.settle(group, stuck);
        }
        return due.length > 0;
      });
    }
  }

  /** Settles some streams at the same time, then rests. Those that do not move are added to `stuck`. */
  private async settle(group: readonly DueStream[], stuck: Set<string>): Promise<void> {
    const start = performance.now();
    const outcomes = await Promise.allSettled(
      group.map(({ programId, streamId, until: effectiveAt }) =>
        this.journal.submit({ type: 'SETTLE', programId, streamId, by: 'system', input: null, effectiveAt }),
      ),
    );
    const ms = performance.now() - start;
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled' && 'entries' in outcome.value && outcome.value.entries.length > 0) continue;
      stuck.add((group[i] as DueStream).streamId);
      if (outcome.status === 'fulfilled') continue;
      if (outcome.reason instanceof RetryLater || isUnavailable(outcome.reason)) throw outcome.reason;
      this.report(outcome.reason);
    }
    if (ms > GROUP_MS) this.groupSize = Math.max(1, this.groupSize >> 1);
    else if (group.length === this.groupSize) this.groupSize = Math.min(GROUP_MAX, this.groupSize + 1);
    await sleep(ms * REST);
  }
}
