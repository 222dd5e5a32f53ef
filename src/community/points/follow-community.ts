import type { ProgramHead } from '../../journal/batch-read.js';
import type { StoredEntry } from '../../journal/stored-entry.js';
import type { Statement, Transaction } from '../../journal/transaction.js';
import type { Program } from '../../programs/program.js';
import { byStream } from '../../reactors/by-stream.js';
import type { Reaction } from '../../reactors/reaction.js';
import type { ThreadEventDetail, ThreadEventKind } from '../thread-event.js';
import { readTowns } from '../towns.js';
import { type Subject, subjectsOf } from './deeds.js';
import { type PointsDependencies, reconcile } from './reconcile.js';

/** Entries that may take a post, with its likes, out of sight, or bring it back. */
const OF_POST: readonly ThreadEventKind[] = ['POST_SHOWN', 'POST_HIDDEN', 'POST_DELETED'];
/** The same of all posts of a thread. */
const OF_THREAD: readonly ThreadEventKind[] = ['THREAD_HIDDEN', 'THREAD_SHOWN', 'THREAD_DELETED', 'THREAD_MERGED', 'THREAD_SPLIT'];
const FOLLOWED: readonly ThreadEventKind[] = [
  ...(['THREAD_OPENED', 'POST_CREATED', 'ANSWER_ACCEPTED', 'ANSWER_WITHDRAWN', 'REACTION_ADDED', 'REACTION_REMOVED'] as const),
  ...OF_POST,
  ...OF_THREAD,
];
const POSTS_PER_LOOK = 100;

const READ_POSTS: Statement = {
  name: 'points_posts_of_thread',
  text: `select id, number from posts where thread_id = $1 and number > $2 order by number limit ${POSTS_PER_LOOK}`,
};

export interface FollowCommunityDependencies extends PointsDependencies {
  readonly programs: (heads: readonly ProgramHead[], tx: Transaction) => Promise<ReadonlyMap<string, Program>>;
}

/** Lets members' journals follow what they do in the community, where a programme rewards it. Programmes without a community are passed over unread. */
export const followCommunity = (dependencies: FollowCommunityDependencies): Reaction => ({
  name: 'community-points',
  async prepare(tx) {
    const towns = await readTowns(tx, dependencies.programs);
    if (towns.size === 0) return null;
    return {
      programIds: [...towns.keys()],
      kinds: FOLLOWED,
      // Of one thread one after the other, so that an author's points come and go in the order in which that happened.
      handle: (placed) => byStream(placed, (entry) => follow(dependencies, tx, towns.get(entry.programId) as Program, entry)),
    };
  },
});

async function follow(dependencies: PointsDependencies, tx: Transaction, program: Program, entry: StoredEntry): Promise<void> {
  const kind = entry.kind as ThreadEventKind;
  const { post, member, wasHeld } = entry.data.input as ThreadEventDetail;
  const look = (subjects: readonly Subject[]) =>
    reconcile(dependencies, tx, { entry, program, subjects, begins: beginningOf(kind, wasHeld === true) });
  if (OF_THREAD.includes(kind)) {
    for (let after = 0; ; ) {
      const rows = await tx.query(READ_POSTS, [entry.streamId, after]);
      const posts = rows.map((row) => row.id as string);
      if (posts.length > 0) await look(await subjectsOf(tx, program.id, posts));
      if (rows.length < POSTS_PER_LOOK) return;
      after = Number(rows.at(-1)?.number);
    }
  }
  if (post === undefined) return;
  if (OF_POST.includes(kind)) await look(await subjectsOf(tx, program.id, [post]));
  else if (kind === 'REACTION_ADDED' || kind === 'REACTION_REMOVED') await look([{ what: 'like', post, liker: member as string }]);
  else if (kind === 'ANSWER_ACCEPTED' || kind === 'ANSWER_WITHDRAWN') await look([{ what: 'answer', post }]);
  else await look([{ what: 'post', post }]);
}

/** What begins to earn with an entry. One that is shown, because moderators looked at it before anybody saw it, begins then. */
function beginningOf(kind: ThreadEventKind, wasHeld: boolean): Subject['what'] | null {
  switch (kind) {
    case 'THREAD_OPENED':
    case 'POST_CREATED':
      return 'post';
    case 'POST_SHOWN':
    case 'THREAD_SHOWN':
      return wasHeld ? 'post' : null;
    case 'ANSWER_ACCEPTED':
      return 'answer';
    case 'REACTION_ADDED':
      return 'like';
    default:
      return null;
  }
}
