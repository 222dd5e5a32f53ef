import type { Pool } from 'pg';
import { type BatchDependencies, decideReading, NO_PROGRAM, touch } from './batch.js';
import { readBatch } from './batch-read.js';
import type { Command, Decision } from './core/decide.js';
import type { ProgramView } from './core/draft.js';
import { onConnection } from './in-transaction.js';
import { BatchCounters } from './shared-counters.js';

const NO_HEAD = { lane: 0, position: 0, hash: '', postedAt: 0 };

/**
 * Decides a command on what is stored now, in one snapshot, and throws the decision's entries away. It is the same decision as the
 * command's own would be, made by the same code from the same state; only the keys are not looked at.
 */
export const preview = <P extends ProgramView>(pool: Pool, { core, programs }: BatchDependencies<P>, command: Command): Promise<Decision> =>
  onConnection(pool, async (client, tx) => {
    await client.query('begin isolation level repeatable read, read only');
    const context = await readBatch(tx, 0, [command], async () => NO_HEAD);
    const program = (await programs(context.programs, tx)).get(command.programId);
    const counters = new BatchCounters(false);
    const decision = program
      ? await decideReading(core, program, tx, [touch(new Map(), context, command)], command, context, counters)
      : NO_PROGRAM;
    await client.query('rollback');
    return decision;
  });
