import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import type { Instant } from '../journal/core/entry.js';
import type { Transaction } from '../journal/transaction.js';
import { ProgramRow, ProgramVersion } from './program.entity.js';
import type { Program } from './program.js';
import { type ProgramEvent, programNote } from './program-event.js';
import type { ProgramSettings } from './settings.js';

/** What a change to a programme leads to. */
export interface ProgramChange {
  /** New settings; they become the next version. */
  readonly settings?: ProgramSettings;
  /** The clock from now on; null: the real one. */
  readonly testClock?: Instant | null;
  readonly event: ProgramEvent;
}

/**
 * Changes a programme while nothing is being decided: holds every lane, reads what is in force, writes
 * the change and its entry, commits. `change` may throw Refused.
 */
export async function changeProgram(context: Context, change: (program: Program) => ProgramChange): Promise<Program> {
  const { programs } = context.services;
  const { programId } = context;
  const update = async (em: EntityManager, tx: Transaction) => {
    const row = await em.findOneOrFail(ProgramRow, { id: programId });
    const heads = [{ id: programId, version: row.version, testClock: row.testClock ?? null }];
    const program = (await programs.exactly(heads, tx)).get(programId) as Program;
    const { settings, testClock, event } = change(program);
    if (settings) {
      row.version += 1;
      em.persist(em.create(ProgramVersion, { programId, version: row.version, settings, publishedAt: new Date() }));
    }
    if (testClock !== undefined) row.testClock = testClock;
    return { result: undefined, commands: [programNote(context, event.kind, event.detail)] };
  };
  await unitOfWork(context, update, { holdsLanes: true });
  programs.forget(programId);
  const program = await programs.get(programId);
  if (!program) throw new Error(`programme ${programId} is gone`);
  return program;
}

/** Publishes changed settings as the next version. */
export const publish = (
  context: Context,
  what: string,
  change: (settings: ProgramSettings, program: Program) => ProgramSettings,
): Promise<Program> =>
  changeProgram(context, (program) => ({
    settings: change(program.settings, program),
    event: { kind: 'SETTINGS_PUBLISHED', detail: { what, version: program.version + 1 } },
  }));
