import type { Pool } from 'pg';
import { type BatchDependencies, keep, type Outcome, readNeeded, settledBefore, touch } from './batch.js';
import { type BatchContext, type ProgramHead, readBatch } from './batch-read.js';
import { BatchResult, type TouchedStream } from './batch-write.js';
import { type Command, type Decision, decide } from './core/decide.js';
import type { ProgramView } from './core/draft.js';
import { CountersNeeded } from './core/shared-counters.js';
import { inTransaction } from './in-transaction.js';
import { laneOf } from './shard.js';
import { BatchCounters } from './shared-counters.js';
import type { StoredEntry } from './stored-entry.js';
import { all, type Transaction } from './transaction.js';
import { isTransient, isUnavailable } from './unavailable.js';

const TRIES_MAX = 4;
const BACKOFF_MS = 50;

export interface Together {
  readonly command: Command;
  readonly outcome: Outcome;
  readonly entries: readonly StoredEntry[];
}

/** What is known of one lane while a command over several is decided. */
interface HeldLane {
  readonly context: BatchContext;
  readonly result: BatchResult;
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
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(pool, async (tx) => runTogether(dependencies, tx, laneCount, await prepare(tx)));
    } catch (error) {
      // The key tells what became of a try whose answer was lost.
      if (tries >= TRIES_MAX || !(isUnavailable(error) || isTransient(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * 2 ** tries));
    }
  }
}

/** Decides and writes a command over several streams; the caller commits. */
async function runTogether<P extends ProgramView>(
  { core, programs, wallClock }: BatchDependencies<P>,
  tx: Transaction,
  laneCount: number,
  command: Command,
): Promise<Together> {
  const parts = [command, ...(command.others ?? []).map((stream): Command => ({ ...command, ...stream, ...NO_NAMES }))];
  const byLane = Map.groupBy(parts, ({ shard }) => laneOf(shard, laneCount));
  const lanes = new Map<number, HeldLane>();
  for (const lane of [...byLane.keys()].sort((a, b) => a - b)) {
    const context = await readBatch(tx, lane, byLane.get(lane) as Command[]);
    lanes.set(lane, { context, result: new BatchResult(context.head, wallClock()) });
  }
  const laneFor = ({ shard }: { readonly shard: number }) => lanes.get(laneOf(shard, laneCount)) as HeldLane;
  const { context, result } = laneFor(command);
  const settled = settledBefore(context, command);
  if (settled) return { command, outcome: settled, entries: [] };

  const streams = new Map<string, TouchedStream>();
  const [own, ...others] = parts.map((part) => touch(streams, laneFor(part).context, part)) as [TouchedStream, ...TouchedStream[]];
  const shared = new BatchCounters();
  const program = (await programs(context.programs as readonly ProgramHead[], tx)).get(command.programId);
  const decision: Decision = program
    ? await decideReading(core, program, tx, command, own, others, shared)
    : { refusal: { code: 'PROGRAM_NOT_FOUND', message: 'No such programme.' } };
  const outcome = keep(result, context, own, command, decision);
  if (!('refusal' in decision)) {
    shared.keep(
      command.programId,
      [decision, ...decision.others].flatMap(({ entries }) => entries),
    );
    decision.others.forEach(({ entries, state }, i) => {
      const stream = others[i] as TouchedStream;
      stream.after = state;
      for (const entry of entries) laneFor(stream).result.append(stream, entry, command, false);
    });
  }
  const ofLane = (lane: number) => [...streams.values()].filter(({ shard }) => laneOf(shard, laneCount) === lane);
  await all([shared.write(tx), ...[...lanes].map(([lane, held]) => held.result.write(tx, ofLane(lane)))]);
  return { command, outcome, entries: [...lanes.values()].flatMap((held) => held.result.entries) };
}

/** The key and what else names a command belong to its own stream. */
const NO_NAMES = { key: null, inputHash: null, externalId: null, refersTo: null, others: [] } as const;

/** Decides; what the decision turns out to need of any of the streams is read, and it is decided again. */
async function decideReading<P extends ProgramView>(
  core: BatchDependencies<P>['core'],
  program: P,
  tx: Transaction,
  command: Command,
  own: TouchedStream,
  others: readonly TouchedStream[],
  shared: BatchCounters,
): Promise<Decision> {
  for (;;) {
    try {
      const states = others.map(({ after }) => after);
      return decide(core, program, command, own.after, own.entries.knowing(null), shared.of(command.programId), states);
    } catch (error) {
      if (error instanceof CountersNeeded) {
        await shared.lock(tx, [{ programId: command.programId, keys: error.keys }]);
        continue;
      }
      await readNeeded(tx, own, error);
      // The error does not tell whose lots or records they are.
      for (const other of others) await readNeeded(tx, other, error);
    }
  }
}
