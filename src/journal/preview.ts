import type { Pool } from 'pg';
import { type BatchDependencies, decideReading, NO_PROGRAM, type Outcome, touch } from './batch.js';
import { readCommands } from './batch-read.js';
import type { Command } from './core/decide.js';
import type { ProgramView } from './core/draft.js';
import { onConnection, requireCommit } from './in-transaction.js';
import { BatchCounters } from './shared-counters.js';

/**
 * Decides a command over one stream as the journal would, on what is committed, and keeps nothing of it: the same reads, the same
 * decision, in one snapshot that cannot write. Its key, if it has one, is not looked up. The entries have no place in a lane.
 */
export function preview<P extends ProgramView>(
  pool: Pool,
  { core, programs, wallClock }: BatchDependencies<P>,
  command: Command,
): Promise<Outcome> {
  return onConnection(pool, async (client, tx) => {
    await client.query('begin isolation level repeatable read, read only');
    const context = await readCommands(tx, [command]);
    const program = (await programs(context.programs, tx)).get(command.programId);
    const stream = touch(new Map(), context, command);
    const shared = new BatchCounters(false);
    const decision = program ? await decideReading(core, program, tx, [stream], command, context, shared) : NO_PROGRAM;
    requireCommit(await client.query('commit'));
    if ('refusal' in decision) return { refusal: decision.refusal, replayed: false };
    const { programId, streamId, shard } = command;
    const place = { programId, streamId, shard, lane: 0, position: 0, postedAt: wallClock() };
    return { number: decision.number, entries: decision.entries.map((entry) => ({ ...entry, ...place })), replayed: false };
  });
}
