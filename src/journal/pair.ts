import type { Pool } from 'pg';
import { type BatchDependencies, type Outcome, runBatch } from './batch.js';
import { lockLane } from './batch-read.js';
import type { Command, Refusal } from './core/decide.js';
import type { ProgramView } from './core/draft.js';
import { inTransaction } from './in-transaction.js';
import { laneOf } from './shard.js';
import type { StoredEntry } from './stored-entry.js';
import type { Transaction } from './transaction.js';
import { isTransient, isUnavailable } from './unavailable.js';

const TRIES_MAX = 4;
const BACKOFF_MS = 50;

/** The second stream said no, so nothing was done to the first either. */
export class PairRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.name = 'PairRefused';
  }
}

export interface PairOutcome {
  readonly outcome: Outcome;
  readonly entries: readonly StoredEntry[];
}

/**
 * One command over two streams, committed together or not at all. What the second stream is told follows from the entries
 * of the first. Both lanes are held from the beginning, in ascending order like everywhere, so that none waits in a circle.
 * @throws PairRefused when the second stream refuses
 */
export async function submitPair<P extends ProgramView>(
  pool: Pool,
  dependencies: BatchDependencies<P>,
  laneCount: number,
  first: Command,
  second: { readonly shard: number; readonly command: (entries: readonly StoredEntry[]) => Command },
): Promise<PairOutcome> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await commitPair(pool, dependencies, [laneOf(first.shard, laneCount), laneOf(second.shard, laneCount)], first, second.command);
    } catch (error) {
      // The key of the first tells what became of a try whose answer was lost.
      if (tries >= TRIES_MAX || !(isUnavailable(error) || isTransient(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * 2 ** tries));
    }
  }
}

const commitPair = <P extends ProgramView>(
  pool: Pool,
  dependencies: BatchDependencies<P>,
  [lane, otherLane]: readonly [number, number],
  first: Command,
  second: (entries: readonly StoredEntry[]) => Command,
): Promise<PairOutcome> =>
  inTransaction(pool, async (tx) => {
    for (const each of [...new Set([lane, otherLane])].sort((a, b) => a - b)) await lockLane(tx, each);
    const one = await decided(dependencies, tx, lane, first);
    const { outcome } = one;
    if ('refusal' in outcome || outcome.replayed) return one;
    const two = await decided(dependencies, tx, otherLane, second(one.entries));
    if ('refusal' in two.outcome) throw new PairRefused(two.outcome.refusal);
    return { outcome, entries: [...one.entries, ...two.entries] };
  });

/** One command as a batch of its own, written but not committed. */
async function decided<P extends ProgramView>(
  dependencies: BatchDependencies<P>,
  tx: Transaction,
  lane: number,
  command: Command,
): Promise<PairOutcome> {
  const { outcomes, entries, written } = await runBatch(dependencies, tx, lane, [command]);
  await written;
  const [outcome] = outcomes;
  if (!outcome || outcome instanceof Error) throw outcome ?? new Error('a command has an outcome');
  return { outcome, entries };
}
