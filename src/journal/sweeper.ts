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
/** Commands at once, and how long they may take: whoever comes meanwhile waits about this long for them. */
const AMONG_CALLERS = { groupMin: 16, groupMax: 64, ms: 12, restMsMax: 25 };
const ALONE = { groupMin: 64, groupMax: 256, ms: 100, restMsMax: 0 };
/** It is alone when nobody called for so long. */
const ALONE_AFTER_MS = 1_000;
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
  private groupSize = AMONG_CALLERS.groupMin;
  private calledAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly pool: Pool,
    private readonly journal: Journal<P>,
    private readonly report: (error: unknown) => void,
    /** What has to be recorded before what is due is posted, so that it is not late. */
    private readonly before: () => Promise<void> = async () => {},
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

  /** Somebody is here: for a moment it makes itself small. */
  readonly noticeCaller = (): void => {
    this.calledAt = performance.now();
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
        await this.before();
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
    const pace = performance.now() - this.calledAt > ALONE_AFTER_MS ? ALONE : AMONG_CALLERS;
    const wanted = ms > pace.ms ? Math.floor(this.groupSize * 0.75) : this.groupSize + 2;
    this.groupSize = Math.min(pace.groupMax, Math.max(pace.groupMin, wanted));
    // As long as it worked; where all is slow, resting longer would help nobody.
    await sleep(Math.min(pace.restMsMax, ms));
    return group.flatMap(({ streamId }, i) => (isMoved(outcomes[i]) ? [] : [streamId]));
  }
}

const isMoved = (outcome: PromiseSettledResult<Outcome> | undefined): boolean =>
  outcome?.status === 'fulfilled' && 'entries' in outcome.value && outcome.value.entries.length > 0;
