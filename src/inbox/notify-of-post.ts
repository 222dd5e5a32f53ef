import { categoryOf } from '../community/category.js';
import type { ThreadEventDetail } from '../community/thread-event.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Row, Statement, Transaction } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import type { NotificationFacts, NotificationKind } from './notification.js';
import { type Budget, type Cause, type NotifyDependencies, notify } from './notify.js';

/** An entry of a thread, and what it takes to notify of it. */
export interface Told {
  readonly dependencies: NotifyDependencies;
  readonly tx: Transaction;
  readonly program: Program;
  readonly entry: StoredEntry;
  readonly budget: Budget;
}

const FOLLOWERS_PER_PAGE = 100;

const READ_POST: Statement = {
  name: 'notify_post',
  text: `select t.id as thread_id, t.category_id, p.number, t.accepted_post_id is not distinct from p.id as is_accepted
    from posts p join threads t on t.id = p.thread_id
    where p.program_id = $1 and p.id = $2 and not p.is_hidden and not p.is_deleted and not t.is_hidden and not t.is_deleted`,
};
const READ_FOLLOWERS: Statement = {
  name: 'notify_followers',
  text: `select member_id, greatest(read_number, since_number) as known from thread_visits where thread_id = $1 and is_following and member_id > $2
    order by member_id limit ${FOLLOWERS_PER_PAGE}`,
};
const NOBODY = '00000000-0000-0000-0000-000000000000';

const detailOf = ({ data }: StoredEntry) =>
  data.input as ThreadEventDetail & { readonly mentions?: readonly string[]; readonly replyToAuthor?: string | null };

/**
 * A new post: whom it replies to, then whom it mentions, then who follows the thread and has not read so far; each is told by the first
 * that fits, and once. The first post of a thread has no followers.
 */
export async function notifyOfPost(told: Told): Promise<void> {
  const { mentions = [], replyToAuthor = null, author = null, post } = detailOf(told.entry);
  const place = await placeOf(told, `notify:post:${post}`, author);
  if (!place) return;
  const done = new Set<string>();
  const tell = (members: readonly string[], type: NotificationKind) => {
    const fresh = members.filter((member) => !done.has(member));
    for (const member of fresh) done.add(member);
    return notify(told.dependencies, told.tx, place.cause, fresh, { type, ...place.facts }, told.budget);
  };
  if (replyToAuthor !== null) await tell([replyToAuthor], 'REPLY');
  await tell(mentions, 'MENTION');
  if (place.number === 1) return;
  for (let after = NOBODY; ; ) {
    const rows = await told.tx.query(READ_FOLLOWERS, [place.facts.thread, after]);
    const unread = rows.filter((row) => Number(row.known) < place.number);
    await tell(
      unread.map((row) => row.member_id as string),
      'THREAD_POST',
    );
    if (rows.length < FOLLOWERS_PER_PAGE) return;
    after = rows.at(-1)?.member_id as string;
  }
}

/** A post that was changed: those whom it mentions now, and did not before. Once a member and post, however often it is changed. */
export async function notifyOfEdit(told: Told): Promise<void> {
  const { mentions = [], author = null, post } = detailOf(told.entry);
  const place = mentions.length === 0 ? null : await placeOf(told, `notify:mention:${post}`, author);
  if (place) await notify(told.dependencies, told.tx, place.cause, mentions, { type: 'MENTION', ...place.facts }, told.budget);
}

/** A post that was accepted, if it still is: its author. Once a post, however often that changes. */
export async function notifyOfAnswer(told: Told): Promise<void> {
  const { author, member = null, post } = detailOf(told.entry);
  const place = author ? await placeOf(told, `notify:answer:${post}`, member) : null;
  if (author && place?.isAccepted)
    await notify(told.dependencies, told.tx, place.cause, [author], { type: 'ANSWER_ACCEPTED', ...place.facts }, told.budget);
}

/** Where the post of an entry is now, and what is told of it; null: it is out of sight. */
async function placeOf(
  { tx, program, entry }: Told,
  key: string,
  actor: string | null,
): Promise<{ cause: Cause; facts: Omit<NotificationFacts, 'type'> & { thread: string }; number: number; isAccepted: boolean } | null> {
  const { post } = detailOf(entry);
  const [row] = post === undefined ? [] : await tx.query(READ_POST, [program.id, post]);
  const { thread_id, category_id, number, is_accepted } = (row ?? {}) as Row;
  const category = categoryOf(program.settings, category_id);
  if (!category) return null;
  const facts = { thread: thread_id as string, post: post as string, actor };
  return { cause: { program, key, actor, category }, facts, number: Number(number), isAccepted: is_accepted === true };
}
