import type { Pool, PoolClient, QueryResult } from 'pg';
import { type BatchDependencies, type BatchOutcome, type Outcome, runBatch } from './batch.js';
import type { Command } from './core/decide.js';
import type { ProgramView } from './core/draft.js';
import { onConnection, requireCommit } from './in-transaction.js';
import type { BatchObserver } from './observer.js';
import { laneOf } from './shard.js';
import type { StoredEntry } from './stored-entry.js';
import { all, type Transaction } from './transaction.js';
import { isUnavailable, retrying } from './unavailable.js';

/** Commands in one transaction. Longer batches gain little and keep the lane's lock too long. */
const BATCH_MAX = 512;
/** Commands that may wait in one lane; beyond it new ones are turned away before they are queued. */
const QUEUE_MAX = 8_192;
/** How often a batch is tried again after the server or the connection failed. */
const TRIES_MAX = 6;

/** Nothing was queued and nothing was done: the same command may be sent again. */
export class RetryLater extends Error {
  constructor(readonly retryAfterMs: number) {
    super('Too many commands are waiting. Nothing was done; send the same command again in a moment.');
    this.name = 'RetryLater';
  }
}

const BEGIN = { name: 'begin', text: 'begin isolation level read committed' };

interface Waiting {
  readonly command: Command;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Called after a commit, with the entries of one lane. */
export type CommitListener = (lane: number, entries: readonly StoredEntry[]) => void;

/**
 * The queues in front of the lanes. An idle lane takes all that waits, at once and without a timer; what
 * arrives while it is at work forms the next batch. So batches grow with the load and a single command
 * waits for nobody.
 */
export class Lanes<P extends ProgramView> {
  private readonly queues: Waiting[][];
  private readonly isBusy: boolean[];
  private idle: (() => void)[] = [];
  private isStopping = false;

  constructor(
    private readonly pool: Pool,
    private readonly dependencies: BatchDependencies<P>,
    readonly laneCount: number,
    private readonly onCommit: CommitListener,
    private readonly observe: BatchObserver = () => {},
  ) {
    this.queues = Array.from({ length: laneCount }, () => []);
    this.isBusy = this.queues.map(() => false);
  }

  /**
   * Queues a command and gives its outcome once it is committed.
   * @throws RetryLater when the lane has no room, before anything was queued
   */
  submit(command: Command): Promise<Outcome> {
    const lane = laneOf(command.shard, this.laneCount);
    const queue = this.queues[lane] as Waiting[];
    if (this.isStopping || queue.length >= QUEUE_MAX) return Promise.reject(new RetryLater(this.isStopping ? 5_000 : 1_000));
    return new Promise((resolve, reject) => {
      queue.push({ command, resolve, reject });
      // Not at once: commands that arrive in the same turn of the event loop belong together.
      if (!this.isBusy[lane]) {
        this.isBusy[lane] = true;
        setImmediate(() => void this.drain(lane));
      }
    });
  }

  /** How many commands wait in each lane, those of the batch under way not counted. */
  get queueLengths(): readonly number[] {
    return this.queues.map((queue) => queue.length);
  }

  /** Lets what waits finish; new commands are turned away. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.isBusy.some(Boolean)) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private async drain(lane: number): Promise<void> {
    const queue = this.queues[lane] as Waiting[];
    while (queue.length > 0) {
      const batch = queue.splice(0, BATCH_MAX);
      await this.settleBatch(lane, batch);
    }
    this.isBusy[lane] = false;
    if (!this.isBusy.some(Boolean)) for (const resolve of this.idle.splice(0)) resolve();
  }

  /** Commits a batch; where one command breaks it, halves it until only that one fails. */
  private async settleBatch(lane: number, batch: readonly Waiting[]): Promise<void> {
    let result: BatchOutcome;
    const commands = batch.map((waiting) => waiting.command);
    const [startedAt, start] = [Date.now(), performance.now()];
    try {
      result = await this.commitWithRetries(lane, commands);
    } catch (error) {
      if (batch.length === 1 || isUnavailable(error)) {
        for (const waiting of batch) waiting.reject(error);
        return;
      }
      const middle = batch.length >> 1;
      await this.settleBatch(lane, batch.slice(0, middle));
      await this.settleBatch(lane, batch.slice(middle));
      return;
    }
    this.observe({ lane, startedAt, ms: performance.now() - start, commands, outcomes: result.outcomes });
    if (result.entries.length > 0) this.onCommit(lane, result.entries);
    batch.forEach((waiting, i) => {
      const outcome = result.outcomes[i] as Outcome | Error;
      if (outcome instanceof Error) waiting.reject(outcome);
      else waiting.resolve(outcome);
    });
  }

  /**
   * A connection that broke around COMMIT leaves the outcome unknown. Trying again is safe: keys that did
   * get committed are found and give their first outcome.
   */
  private commitWithRetries(lane: number, commands: readonly Command[]): Promise<BatchOutcome> {
    return retrying(TRIES_MAX, () => onConnection(this.pool, (client, tx) => this.commit(client, tx, lane, commands)));
  }

  private async commit(client: PoolClient, tx: Transaction, lane: number, commands: readonly Command[]): Promise<BatchOutcome> {
    const begun = tx.query(BEGIN, []);
    const [outcome] = await all<[BatchOutcome, unknown]>([runBatch(this.dependencies, tx, lane, commands), begun]);
    // Sent with the writes, in one round trip: after a failed write the server answers it with ROLLBACK.
    const [, committed] = await all<[unknown, QueryResult]>([outcome.written, client.query('commit')]);
    requireCommit(committed);
    return outcome;
  }
}
