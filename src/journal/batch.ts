import {
  type BatchContext,
  type CommandContext,
  findEntry,
  type ProgramHead,
  readBatch,
  readDueRecords,
  readEntry,
  readMoreLots,
  readRecord,
  within,
} from './batch-read.js';
import { BatchResult, type TouchedStream } from './batch-write.js';
import { type Command, type Core, type Decision, decide, type Refusal } from './core/decide.js';
import type { ProgramView } from './core/draft.js';
import { EntryNeeded, KnownEntries } from './core/known.js';
import { LotsNeeded } from './core/lots.js';
import { RecordsNeeded } from './core/records.js';
import { CountersNeeded } from './core/shared-counters.js';
import { NO_STREAM } from './core/state.js';
import { BatchCounters, type SharedNeed } from './shared-counters.js';
import type { StoredEntry } from './stored-entry.js';
import { all, type Transaction } from './transaction.js';
import { isTransient, isUnavailable } from './unavailable.js';

/** What became of one command. `number` is its own entry; null where it posted none of its own. */
export type Outcome =
  | { readonly number: number | null; readonly entries: readonly StoredEntry[]; readonly replayed: boolean }
  | { readonly refusal: Refusal; readonly replayed: boolean };

export interface BatchDependencies<P extends ProgramView> {
  readonly core: Core<P>;
  /** The programmes at exactly these versions and clocks. */
  readonly programs: (heads: readonly ProgramHead[], tx: Transaction) => Promise<ReadonlyMap<string, P>>;
  readonly wallClock: () => number;
}

/** A decided batch: an outcome or a defect for each command, in order, and the entries it appends. */
export interface BatchOutcome {
  readonly outcomes: readonly (Outcome | Error)[];
  readonly entries: readonly StoredEntry[];
  /** The shared counters that each command was likely to need; null: none, or it was settled before. */
  readonly needs: readonly (SharedNeed | null)[];
  /** Settles when everything is written. The commit may be sent without waiting for it; it must be awaited all the same. */
  readonly written: Promise<unknown>;
}

/**
 * Decides a list of commands inside an open transaction: locks the heads of their lanes, only then
 * reads, decides in order, writes set-based. Two round trips, the commit included; the caller sends it. Twelve statements at the most, whatever
 * the length of the list and the number of lanes, unless a command takes more lots than the first page holds. Where the programme has limits that its members share,
 * the counters are held behind the lanes: three statements more, and one round trip where nobody expected it.
 * @param expected shared counters to hold from the beginning; only where all commands are of that programme, since whoever holds a gate
 * must not come to need that of an earlier programme
 */
export async function runBatch<P extends ProgramView>(
  { core, programs, wallClock }: BatchDependencies<P>,
  tx: Transaction,
  laneCount: number,
  commands: readonly Command[],
  expected: SharedNeed | null = null,
): Promise<BatchOutcome> {
  const shared = new BatchCounters();
  const [context] = await all<[BatchContext, unknown]>([readBatch(tx, laneCount, commands), shared.lock(tx, expected ? [expected] : [])]);
  const views = await programs(context.programs, tx);
  const result = new BatchResult(context.heads, laneCount, wallClock());
  const streams = new Map<string, TouchedStream>();
  const outcomes: (Outcome | Error)[] = [];
  const needs = sharedNeeds(core, views, context, commands);
  await shared.lock(
    tx,
    needs.filter((need) => need !== null),
  );

  for (const command of commands) {
    const settled = settledBefore(context, command);
    if (settled) {
      outcomes.push(settled);
      continue;
    }
    const program = views.get(command.programId);
    const stream = touch(streams, context, command);
    let decision: Decision;
    try {
      decision = program ? await decideReading(core, program, tx, [stream], command, context, shared) : NO_PROGRAM;
    } catch (error) {
      // A read that the server broke off took the transaction with it: not this command's fault, and all of it may succeed now.
      if (isTransient(error) || isUnavailable(error)) throw error;
      outcomes.push(error instanceof Error ? error : new Error(String(error)));
      continue;
    }
    if (!('refusal' in decision)) shared.keep(command.programId, decision.entries);
    outcomes.push(keep(result, context, stream, command, decision));
  }
  return { outcomes, entries: result.entries, needs, written: all([result.write(tx, [...streams.values()]), shared.write(tx)]) };
}

export const NO_PROGRAM: Decision = { refusal: { code: 'PROGRAM_NOT_FOUND', message: 'No such programme.' } };

/** The shared counters that each of the commands is likely to need; null: none, also where it is settled. */
const sharedNeeds = <P extends ProgramView>(
  { sharing }: Core<P>,
  views: ReadonlyMap<string, P>,
  context: BatchContext,
  commands: readonly Command[],
): (SharedNeed | null)[] =>
  commands.map((command) => {
    const { programId, streamId } = command;
    const program = views.get(programId);
    const state = context.states.get(streamId);
    const keys = program && state ? sharing(program, command, state) : null;
    return !keys || settledBefore(context, command) ? null : { programId, keys };
  });

/** The first outcome of the command's key, when it has one. */
export function settledBefore({ keys }: BatchContext, command: Command): Outcome | undefined {
  if (command.key === null) return undefined;
  const settled = keys.get(within(command.streamId, command.key));
  if (!settled) return undefined;
  if (settled.inputHash !== command.inputHash?.toString('hex')) {
    return {
      refusal: {
        code: 'IDEMPOTENCY_KEY_REUSED',
        message: 'This idempotencyKey was used before with another input. Nothing was done; use a new key for a new command.',
        path: ['idempotencyKey'],
      },
      replayed: false,
    };
  }
  if (settled.refusal !== null) return { refusal: JSON.parse(settled.refusal) as Refusal, replayed: true };
  return { number: settled.number, entries: [], replayed: true };
}

export function touch(
  streams: Map<string, TouchedStream>,
  { states }: Pick<CommandContext, 'states'>,
  { programId, streamId, shard }: Command,
): TouchedStream {
  let stream = streams.get(streamId);
  if (!stream) {
    const before = states.get(streamId) ?? NO_STREAM;
    stream = {
      ...{ programId, streamId, shard, before, after: before },
      ...{ lots: new Map(), records: new Map(), listings: new Map(), entries: new KnownEntries() },
    };
    streams.set(streamId, stream);
  }
  return stream;
}

/** Decides a command over streams, its own first; what the decision turns out to need is read, and it is decided again. */
export async function decideReading<P extends ProgramView>(
  core: Core<P>,
  program: P,
  tx: Transaction,
  streams: readonly [TouchedStream, ...TouchedStream[]],
  command: Command,
  { externalIds }: Pick<CommandContext, 'externalIds'>,
  shared: BatchCounters,
): Promise<Decision> {
  const [own, ...others] = streams;
  const sameExternalId = command.externalId === null ? null : (externalIds.get(within(own.streamId, command.externalId)) ?? null);
  for (;;) {
    try {
      const states = others.map(({ after }) => after);
      return decide(core, program, command, own.after, own.entries.knowing(sameExternalId), shared.of(own.programId), states);
    } catch (error) {
      if (error instanceof CountersNeeded) await shared.lock(tx, [{ programId: own.programId, keys: error.keys }]);
      // The error does not tell whose lots or records they are.
      else for (const stream of streams) await readNeeded(tx, stream, error);
    }
  }
}

/** @throws the error itself unless it names something to read */
async function readNeeded(tx: Transaction, stream: TouchedStream, error: unknown): Promise<void> {
  const { shard, streamId, after } = stream;
  if (error instanceof LotsNeeded) stream.after = await readMoreLots(tx, shard, streamId, after);
  else if (error instanceof RecordsNeeded) {
    const { what } = error;
    stream.after = what === null ? await readDueRecords(tx, shard, streamId, after) : await readRecord(tx, shard, streamId, after, what);
  } else if (error instanceof EntryNeeded) {
    const { what } = error;
    if (typeof what === 'number') stream.entries.keep(what, await readEntry(tx, shard, streamId, what));
    else stream.entries.name(what, await findEntry(tx, shard, streamId, what));
  } else throw error;
}

/** Takes a decision into the batch: its entries, its state, its names. */
export function keep(result: BatchResult, context: BatchContext, stream: TouchedStream, command: Command, decision: Decision): Outcome {
  const name = command.key === null ? null : within(stream.streamId, command.key);
  const inputHash = command.inputHash?.toString('hex') ?? '';
  if ('refusal' in decision) {
    const { refusal } = decision;
    // A stream that does not exist keeps no refusals: the member may be enrolled later under the same key.
    if (name !== null && stream.after.number > 0) {
      result.refusals.push({ command, refusal });
      context.keys.set(name, { inputHash, number: null, refusal: JSON.stringify(refusal) });
    }
    return { refusal, replayed: false };
  }
  stream.after = decision.state;
  const entries = decision.entries.map((entry) => result.append(stream, entry, command, entry.number === decision.number));
  if (name !== null) context.keys.set(name, { inputHash, number: decision.number, refusal: null });
  if (command.externalId !== null && decision.number !== null) {
    context.externalIds.set(within(stream.streamId, command.externalId), decision.number);
    stream.entries.name(command.externalId, decision.number);
  }
  return { number: decision.number, entries, replayed: false };
}
