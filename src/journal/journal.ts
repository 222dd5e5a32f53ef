import type { Pool } from 'pg';
import { type BatchDependencies, type Outcome, runBatch } from './batch.js';
import { lockLanes } from './batch-read.js';
import type { Command } from './core/decide.js';
import type { ProgramView } from './core/draft.js';
import { type CommitListener, Lanes } from './lanes.js';
import type { BatchObserver } from './observer.js';
import { Places, TOGETHER_MAX } from './places.js';
import { preview } from './preview.js';
import { lanesOf, shardOf } from './shard.js';
import type { StoredEntry } from './stored-entry.js';
import { submitTogether } from './together.js';
import type { Transaction } from './transaction.js';

/** Commands over several streams that may wait. */
const TOGETHER_WAITING_MAX = 2_048;

/** What a caller says of a command; the journal adds the rest. */
export interface CommandRequest<I = unknown> {
  readonly type: string;
  readonly programId: string;
  readonly streamId: string;
  readonly by: string;
  readonly input: I;
  readonly effectiveAt?: number | null;
  readonly key?: string | null;
  readonly inputHash?: Buffer | null;
  readonly externalId?: string | null;
  readonly readsLots?: boolean;
  readonly refersTo?: number | null;
  /** UUIDs of further streams that it changes, in an order that its handler knows. */
  readonly others?: readonly string[];
}

/** Outcomes of commands given within a unit of work, and the entries to announce once it is committed. */
export interface Appended {
  readonly outcomes: readonly (Outcome | Error)[];
  readonly entries: readonly StoredEntry[];
}

/** The only way to write to the journal, and so the only code that writes balances. */
export class Journal<P extends ProgramView> {
  private readonly lanes: Lanes<P>;
  /** They hold a connection while they wait for what they lock, and the lanes must not run out of them. */
  private readonly together = new Places(TOGETHER_MAX, TOGETHER_WAITING_MAX);

  constructor(
    private readonly pool: Pool,
    private readonly dependencies: BatchDependencies<P>,
    readonly laneCount: number,
    private readonly onCommit: CommitListener,
    private readonly observe: BatchObserver = () => {},
  ) {
    this.lanes = new Lanes(pool, dependencies, laneCount, onCommit, observe);
  }

  /** How many commands wait in each lane. */
  get queueLengths(): readonly number[] {
    return this.lanes.queueLengths;
  }

  /**
   * Decides and commits one command, together with whatever else waits in its lane.
   * @throws RetryLater when the lane is full; nothing was done
   */
  submit(request: CommandRequest): Promise<Outcome> {
    return request.others ? this.submitTogether(() => request) : this.lanes.submit(this.admit(request));
  }

  /** What would become of a command over one stream if it were given now. Nothing is written, and nobody waits for it. */
  preview(request: CommandRequest, reads: Pool): Promise<Outcome> {
    return preview(reads, this.dependencies, this.admit(request));
  }

  /**
   * One command over several streams, committed together or not at all. It holds all their lanes, so it is for what is rare.
   * @param prepare makes it within the transaction, from what it locks there
   */
  async submitTogether(prepare: (tx: Transaction) => Promise<CommandRequest> | CommandRequest): Promise<Outcome> {
    const [startedAt, start] = [Date.now(), performance.now()];
    const { command, outcome, entries } = await this.together.take(() =>
      submitTogether(this.pool, this.dependencies, this.laneCount, async (tx) => this.admit(await prepare(tx))),
    );
    const lanes = lanesOf([command, ...(command.others ?? [])], this.laneCount);
    this.observe({ lanes, startedAt, ms: performance.now() - start, commands: [command], outcomes: [outcome] });
    this.announce(entries);
    return outcome;
  }

  /** Appends within a transaction that its owner commits, as its last step. Call `announce` after the commit. */
  async append(tx: Transaction, requests: readonly CommandRequest[]): Promise<Appended> {
    const commands = requests.map((request) => this.admit(request));
    const { outcomes, entries, written } = await runBatch(this.dependencies, tx, this.laneCount, commands);
    await written;
    return { outcomes, entries };
  }

  /** Holds every lane to the end of the transaction: nothing is being decided while it is open. */
  async lockAll(tx: Transaction): Promise<void> {
    await lockLanes(tx, [...Array(this.laneCount).keys()]);
  }

  /** Wakes whoever follows the journal. */
  announce(entries: readonly StoredEntry[]): void {
    if (entries.length > 0) this.onCommit(entries);
  }

  /** Lets waiting commands finish and turns new ones away. */
  stop(): Promise<void> {
    return this.lanes.stop();
  }

  private admit({
    type,
    programId,
    streamId,
    by,
    input,
    effectiveAt,
    key,
    inputHash,
    externalId,
    readsLots,
    refersTo,
    others,
  }: CommandRequest): Command {
    return {
      type,
      programId,
      streamId,
      shard: shardOf(programId, streamId),
      by,
      input,
      effectiveAt: effectiveAt ?? null,
      admittedAt: this.dependencies.wallClock(),
      key: key ?? null,
      inputHash: inputHash ?? null,
      externalId: externalId ?? null,
      readsLots: readsLots ?? false,
      refersTo: refersTo ?? null,
      ...(others && { others: others.map((other) => ({ streamId: other, shard: shardOf(programId, other) })) }),
    };
  }
}
