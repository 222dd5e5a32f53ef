import type { Pool, PoolClient, QueryResult } from 'pg';
import { type BatchDependencies, type BatchOutcome, type Outcome, runBatch } from './batch.js';
import type { Command } from './core/decide.js';
import type { ProgramView } from './core/draft.js';
import { Expectations } from './expectations.js';
import { onConnection, requireCommit } from './in-transaction.js';
import { gatesOf, LaneQueue, type Waiting } from './lane-queue.js';
import { meetings } from './meetings.js';
import type { BatchObserver } from './observer.js';
import { laneOf, lanesOf } from './shard.js';
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

/** Called after a commit, with its entries. */
export type CommitListener = (entries: readonly StoredEntry[]) => void;
/**
 * The queues in front of the lanes. An idle lane takes all that waits, at once and without a timer; what
 * arrives while it is at work forms the next batch. So batches grow with the load and a single command
 * waits for nobody. Lanes that would wait for one gate go together, in one batch (`meetings`).
 */
export class Lanes<P extends ProgramView> {
  private readonly queues: readonly LaneQueue[];
  private readonly busy = new Set<number>();
  /** The gates that batches under way are likely to pass. */
  private readonly passing = new Set<string>();
  private readonly expectations = new Expectations();
  private idle: (() => void)[] = [];
  private isBeginning = false;
  private isStopping = false;

  constructor(
    private readonly pool: Pool,
    private readonly dependencies: BatchDependencies<P>,
    readonly laneCount: number,
    private readonly onCommit: CommitListener,
    private readonly observe: BatchObserver = () => {},
  ) {
    this.queues = Array.from({ length: laneCount }, (_, lane) => new LaneQueue(lane));
  }

  /**
   * Queues a command and gives its outcome once it is committed.
   * @throws RetryLater when the lane has no room, before anything was queued
   */
  submit(command: Command): Promise<Outcome> {
    const lane = laneOf(command.shard, this.laneCount);
    const queue = this.queues[lane] as LaneQueue;
    if (this.isStopping || queue.length >= QUEUE_MAX) return Promise.reject(new RetryLater(this.isStopping ? 5_000 : 1_000));
    return new Promise((resolve, reject) => {
      const gate = this.expectations.hasAny(command) ? command.programId : null;
      queue.push({ command, gate, resolve, reject });
      if (!this.busy.has(lane)) this.beginSoon();
    });
  }

  /** How many commands wait in each lane, those of the batch under way not counted. */
  get queueLengths(): readonly number[] {
    return this.queues.map((queue) => queue.length);
  }

  /** Lets what waits finish; new commands are turned away. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (!this.isIdle) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private get isIdle(): boolean {
    return this.busy.size === 0 && this.queues.every((queue) => queue.length === 0);
  }

  /** Not at once: commands that arrive in the same turn of the event loop belong together. */
  private beginSoon(): void {
    if (this.isBeginning) return;
    this.isBeginning = true;
    setImmediate(() => {
      this.isBeginning = false;
      const waiting = this.queues.filter(({ lane, length }) => length > 0 && !this.busy.has(lane)).sort((a, b) => a.since - b.since);
      for (const lanes of meetings(waiting, this.passing)) void this.run(lanes);
    });
  }

  /** Settles what waits in lanes as one batch. */
  private async run(lanes: readonly number[]): Promise<void> {
    const batch = lanes.flatMap((lane) => (this.queues[lane] as LaneQueue).take(Math.floor(BATCH_MAX / lanes.length)));
    const gates = gatesOf(batch);
    for (const lane of lanes) this.busy.add(lane);
    for (const gate of gates) this.passing.add(gate);
    await this.settleBatch(batch);
    for (const lane of lanes) this.busy.delete(lane);
    for (const gate of gates) this.passing.delete(gate);
    if (this.isIdle) for (const resolve of this.idle.splice(0)) resolve();
    else this.beginSoon();
  }

  /** Commits a batch; where one command breaks it, halves it until only that one fails. */
  private async settleBatch(batch: readonly Waiting[]): Promise<void> {
    let result: BatchOutcome;
    const commands = batch.map((waiting) => waiting.command);
    const lanes = lanesOf(commands, this.laneCount);
    const [startedAt, start] = [Date.now(), performance.now()];
    try {
      result = await this.commitWithRetries(commands);
    } catch (error) {
      if (batch.length === 1 || isUnavailable(error)) {
        for (const waiting of batch) waiting.reject(error);
        return;
      }
      const middle = batch.length >> 1;
      await this.settleBatch(batch.slice(0, middle));
      await this.settleBatch(batch.slice(middle));
      return;
    }
    this.expectations.learn(commands, result.needs);
    this.observe({ lanes, startedAt, ms: performance.now() - start, commands, outcomes: result.outcomes });
    if (result.entries.length > 0) this.onCommit(result.entries);
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
  private commitWithRetries(commands: readonly Command[]): Promise<BatchOutcome> {
    return retrying(TRIES_MAX, () => onConnection(this.pool, (client, tx) => this.commit(client, tx, commands)));
  }

  private async commit(client: PoolClient, tx: Transaction, commands: readonly Command[]): Promise<BatchOutcome> {
    const begun = tx.query(BEGIN, []);
    const [outcome] = await all<[BatchOutcome, unknown]>([
      runBatch(this.dependencies, tx, this.laneCount, commands, this.expectations.of(commands)),
      begun,
    ]);
    // Sent with the writes, in one round trip: after a failed write the server answers it with ROLLBACK.
    const [, committed] = await all<[unknown, QueryResult]>([outcome.written, client.query('commit')]);
    requireCommit(committed);
    return outcome;
  }
}
