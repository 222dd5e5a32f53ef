import type { Pool } from 'pg';
import { type BatchDependencies, decideReading, keep, NO_PROGRAM, type Outcome, settledBefore, touch } from './batch.js';
import { readBatch } from './batch-read.js';
import { BatchResult, type TouchedStream } from './batch-write.js';
import type { Command, Decision } from './core/decide.js';
import type { ProgramView } from './core/draft.js';
import { inTransaction } from './in-transaction.js';
import { BatchCounters } from './shared-counters.js';
import type { StoredEntry } from './stored-entry.js';
import { all, type Transaction } from './transaction.js';
import { retrying } from './unavailable.js';

const TRIES_MAX = 4;

export interface Together {
  readonly command: Command;
  readonly outcome: Outcome;
  readonly entries: readonly StoredEntry[];
}

/**
 * One command over several streams, committed together or not at all. `prepare` makes it in the same transaction, from what it
 * locks there; what it locks must always be locked before lanes. The lanes are held from the beginning, in ascending order like
 * everywhere, so that none waits in a circle.
 */
export async function submitTogether<P extends ProgramView>(
  pool: Pool,
  dependencies: BatchDependencies<P>,
  laneCount: number,
  prepare: (tx: Transaction) => Promise<Command> | Command,
): Promise<Together> {
  // The key tells what became of a try whose answer was lost.
  return retrying(TRIES_MAX, () => inTransaction(pool, async (tx) => runTogether(dependencies, tx, laneCount, await prepare(tx))));
}

/** Decides and writes a command over several streams; the caller commits. */
async function runTogether<P extends ProgramView>(
  { core, programs, wallClock }: BatchDependencies<P>,
  tx: Transaction,
  laneCount: number,
  command: Command,
): Promise<Together> {
  const parts = [command, ...(command.others ?? []).map((stream): Command => ({ ...command, ...stream, ...NO_NAMES }))];
  const context = await readBatch(tx, laneCount, parts);
  const result = new BatchResult(context.heads, laneCount, wallClock());
  const settled = settledBefore(context, command);
  if (settled) return { command, outcome: settled, entries: [] };

  const streams = new Map<string, TouchedStream>();
  const [own, ...others] = parts.map((part) => touch(streams, context, part)) as [TouchedStream, ...TouchedStream[]];
  const shared = new BatchCounters();
  const program = (await programs(context.programs, tx)).get(command.programId);
  const decision: Decision = program ? await decideReading(core, program, tx, [own, ...others], command, context, shared) : NO_PROGRAM;
  const outcome = keep(result, context, own, command, decision);
  if (!('refusal' in decision)) {
    shared.keep(
      command.programId,
      [decision, ...decision.others].flatMap(({ entries }) => entries),
    );
    decision.others.forEach(({ entries, state }, i) => {
      const stream = others[i] as TouchedStream;
      stream.after = state;
      for (const entry of entries) result.append(stream, entry, command, false);
    });
  }
  await all([shared.write(tx), result.write(tx, [...streams.values()])]);
  return { command, outcome, entries: result.entries };
}

/** The key and what else names a command belong to its own stream. */
const NO_NAMES = { key: null, inputHash: null, externalId: null, refersTo: null, others: [] } as const;
