import type { ThreadEventDetail, ThreadEventKind } from '../community/thread-event.js';
import { readTowns } from '../community/towns.js';
import type { ProgramHead } from '../journal/batch-read.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Transaction } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import { byStream } from '../reactors/by-stream.js';
import type { Reaction } from '../reactors/reaction.js';
import { type Budget, type NotifyDependencies, notify } from './notify.js';
import { notifyOfAnswer, notifyOfEdit, notifyOfPost } from './notify-of-post.js';

const TIER_CHANGED = 'TIER_CHANGED';
const FOLLOWED: readonly (ThreadEventKind | typeof TIER_CHANGED)[] = [
  ...(['THREAD_OPENED', 'THREAD_SHOWN', 'POST_CREATED', 'POST_SHOWN', 'POST_EDITED', 'ANSWER_ACCEPTED'] as const),
  TIER_CHANGED,
];
const BUDGET = 2_000;

export interface NotifyMembersDependencies extends NotifyDependencies {
  /** Notifications of one pass, so that its transaction stays short: an entry that is begun is finished, and no other is begun. 2,000 when left out. */
  readonly budget?: number;
  readonly programs: (heads: readonly ProgramHead[], tx: Transaction) => Promise<ReadonlyMap<string, Program>>;
}

/** Puts into inboxes what members are to know. Members have inboxes in programmes with a community; others are passed over unread. */
export const notifyMembers = (dependencies: NotifyMembersDependencies): Reaction => ({
  name: 'inbox',
  async prepare(tx) {
    const towns = await readTowns(tx, dependencies.programs);
    if (towns.size === 0) return null;
    return {
      programIds: [...towns.keys()],
      kinds: FOLLOWED,
      handle: (placed, leave) => {
        const budget: Budget = { left: dependencies.budget ?? BUDGET };
        return byStream(placed, async (entry) => {
          if (budget.left > 0) await follow(dependencies, tx, towns.get(entry.programId) as Program, entry, budget);
          else leave(entry);
        });
      },
    };
  },
});

async function follow(
  dependencies: NotifyDependencies,
  tx: Transaction,
  program: Program,
  entry: StoredEntry,
  budget: Budget,
): Promise<void> {
  const { kind, number, streamId } = entry;
  if (kind === TIER_CHANGED) {
    const cause = { program, key: `notify:tier:${number}`, actor: null, category: null };
    return notify(dependencies, tx, cause, [streamId], { type: TIER_CHANGED, entry: number }, budget);
  }
  const { wasHeld } = entry.data.input as ThreadEventDetail;
  // Of what comes back into sight, only what was never seen is news.
  if ((kind === 'THREAD_SHOWN' || kind === 'POST_SHOWN') && wasHeld !== true) return;
  const told = { dependencies, tx, program, entry, budget };
  if (kind === 'ANSWER_ACCEPTED') return notifyOfAnswer(told);
  return kind === 'POST_EDITED' ? notifyOfEdit(told) : notifyOfPost(told);
}
