import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Outcome } from './batch.js';
import type { ProgramView } from './core/draft.js';
import { type DueStream, takeDue } from './due-streams.js';
import { inTransaction } from './in-transaction.js';
import type { Journal } from './journal.js';
import { RetryLater } from './lanes.js';
import { isUnavailable } from './unavailable.js';

const INTERVAL_MS = 10_000;
/** Commands at once grow and shrink so that whoever comes meanwhile waits about this long for them. */
const GROUP_MS = 12;
const [GROUP_MIN, GROUP_MAX] = [8, 64];
/** It rests as long as it worked, but no longer: where all is slow, resting longer helps nobody. */
const REST_MS_MAX = 50;
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
  private groupSize = GROUP_MIN;

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
    let unmoved: ReadonlySet<string> = new Set();
    let isMore = true;
    while (isMore && !this.isStopped && stuck.size < STUCK_MAX) {
      const before = unmoved;
      const now = new Set<string>();
      isMore = await inTransaction(this.pool, async (tx) => {
        const due = await takeDue(tx, Date.now(), [...stuck]);
        for (let i = 0; i < due.length && !this.isStopped; ) {
          const group = due.slice(i, i + this.groupSize);
          i += group.length;
          // Once is no fault: what was due may have been posted meanwhile, or the stored instant was too early.
          for (const streamId of await this.settle(group)) (before.has(streamId) ? stuck : now).add(streamId);
        }
        return due.length > 0;
      });
      unmoved = now;
    }
  }

  /** Settles some streams at the same time, then rests. Gives those on which nothing was posted. */
  private async settle(group: readonly DueStream[]): Promise<string[]> {
    const start = performance.now();
    const outcomes = await Promise.allSettled(
      group.map(({ programId, streamId, until: effectiveAt }) =>
        this.journal.submit({ type: 'SETTLE', programId, streamId, by: 'system', input: null, effectiveAt }),
      ),
    );
    const ms = performance.now() - start;
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    for (const failure of failures) {
      if (failure instanceof RetryLater || isUnavailable(failure)) throw failure;
      this.report(failure);
    }
    if (ms > GROUP_MS) this.groupSize = Math.max(GROUP_MIN, Math.floor(this.groupSize * 0.75));
    else if (group.length === this.groupSize) this.groupSize = Math.min(GROUP_MAX, this.groupSize + 2);
    await sleep(Math.min(REST_MS_MAX, ms));
    return group.flatMap(({ streamId }, i) => (isMoved(outcomes[i]) ? [] : [streamId]));
  }
}

const isMoved = (outcome: PromiseSettledResult<Outcome> | undefined): boolean =>
  outcome?.status === 'fulfilled' && 'entries' in outcome.value && outcome.value.entries.length > 0;
