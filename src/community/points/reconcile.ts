import type { NamedEvent } from '../../earning/activity.js';
import { CANCEL_ACTIVITY, type CancelActivity } from '../../earning/cancel-activity.js';
import { RECORD_ACTIVITY } from '../../earning/record-activity.js';
import { inputHashOf } from '../../journal/input-hash.js';
import type { CommandRequest, Journal } from '../../journal/journal.js';
import type { StoredEntry } from '../../journal/stored-entry.js';
import type { Transaction } from '../../journal/transaction.js';
import type { Program } from '../../programs/program.js';
import { type Deed, nameOf, readDeeds, type Subject } from './deeds.js';
import { isOfUse } from './events.js';
import { externalIdOf, NEVER_RECORDED, type Recorded, readRecorded } from './recorded.js';

export interface PointsDependencies {
  readonly journal: Pick<Journal<Program>, 'submit'>;
  /** In which segments members are, of those that anything asks about; null: nothing asks. */
  readonly segments: (program: Program, memberIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]> | null>;
  /** The process' own clock; another's may be ahead. */
  readonly now: () => number;
}

/** What an entry asks to be looked at. */
export interface Look {
  readonly entry: StoredEntry;
  readonly program: Program;
  readonly subjects: readonly Subject[];
  /** What may begin to earn by this entry; of the rest, only what earned before, and was taken back, earns again. */
  readonly begins: Subject['what'] | null;
}

/** Whoever hides and shows at the same time is followed so far; the entries of that are still to come. */
const ROUNDS_MAX = 5;

/**
 * Makes what authors earned agree with what is in sight. It goes by what is, not by what entries say, so it may be asked again and in any
 * order: with the last entry about a post that is handled, all is right. What was given is looked at again, because meanwhile it may have been hidden
 * by an entry that was handled elsewhere, before there was anything to take back.
 */
export async function reconcile(dependencies: PointsDependencies, tx: Transaction, look: Look): Promise<void> {
  const { entry, program } = look;
  let { subjects } = look;
  for (let round = 0; round < ROUNDS_MAX && subjects.length > 0; round += 1) {
    const deeds = await readDeeds(tx, program.id, subjects);
    const recorded = await readRecorded(tx, program.id, deeds);
    const changes = deeds.flatMap((deed) => changeOf(deed, recorded.get(deed.name) ?? NEVER_RECORDED, look));
    const gained = changes.flatMap(({ deed, isGained }) => (isGained ? [deed.author] : []));
    const segments = gained.length === 0 ? null : await dependencies.segments(program, [...new Set(gained)]);
    const byAuthor = Map.groupBy(changes, ({ deed }) => deed.author);
    const changed = new Set<string>();
    await Promise.all(
      [...byAuthor].map(async ([author, ofAuthor]) => {
        const asked = segments && (segments.get(author) ?? []);
        for (const change of ofAuthor) {
          const outcome = await dependencies.journal.submit(commandOf(change, entry, asked, dependencies.now()));
          // A refusal is an outcome, too: whoever is suspended earns nothing.
          if (!('refusal' in outcome)) changed.add(change.deed.name);
        }
      }),
    );
    subjects = subjects.filter((subject) => changed.has(nameOf(subject)));
  }
}

interface Change {
  readonly deed: Deed;
  readonly isGained: boolean;
  /** The how manieth time it is recorded, or which is taken back. */
  readonly time: number;
  readonly program: Program;
}

function changeOf(found: Deed, { times, isStanding, isFinal, event }: Recorded, { program, begins }: Look): Change[] {
  const deed = { ...found, event: event ?? found.event };
  if (deed.isDue === isStanding || isFinal) return [];
  if (isStanding) return [{ deed, isGained: false, time: times, program }];
  if (!isOfUse(program, deed.event) || !(begins === deed.what || times > 0)) return [];
  return [{ deed, isGained: true, time: times + 1, program }];
}

/** The key is of the deed and the entry: what was refused under it, because the member is suspended, may be tried by a later entry. */
function commandOf(
  { deed, isGained, time, program }: Change,
  entry: StoredEntry,
  segments: readonly string[] | null,
  now: number,
): CommandRequest<NamedEvent | CancelActivity> {
  const externalId = externalIdOf(deed, time);
  const type = isGained ? RECORD_ACTIVITY : CANCEL_ACTIVITY;
  const key = `${isGained ? externalId : `${externalId}:cancelled`}:${entry.streamId}:${entry.number}`;
  const isToCome = program.testClock === null && entry.effectiveAt > now;
  const base = {
    ...{ type, programId: program.id, streamId: deed.author, by: 'system', key, inputHash: inputHashOf(type, key), readsLots: true },
    // What lies in the future would be refused, for good.
    effectiveAt: isToCome ? null : entry.effectiveAt,
  };
  if (!isGained) return { ...base, input: { externalId } };
  const { event: name, attributes } = deed;
  return { ...base, externalId, input: { type: 'EVENT', externalId, name, attributes, ...(segments && { segments }) } };
}
