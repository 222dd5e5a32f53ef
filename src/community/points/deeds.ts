import { globalId } from '../../graphql/global-id.js';
import type { Row, Statement, Transaction } from '../../journal/transaction.js';
import { COMMUNITY_EVENTS, type CommunityEvent } from './events.js';

/** Something of a post that may earn: having written it, its being the answer, a reaction of one member to it. */
export type Subject =
  | { readonly what: 'post' | 'answer'; readonly post: string }
  | { readonly what: 'like'; readonly post: string; readonly liker: string };

/** What a subject stands for as it is now. */
export interface Deed {
  readonly what: Subject['what'];
  /** Names it for ever, whatever becomes of it. */
  readonly name: string;
  /** Who earns by it. */
  readonly author: string;
  readonly event: CommunityEvent;
  /** Ids, as the API shows them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** It is there, and in sight. */
  readonly isDue: boolean;
}

const READ_POSTS: Statement = {
  name: 'deeds_posts',
  text: `select p.id, p.number, p.author_id, p.thread_id, t.category_id, t.author_id as asker_id, t.accepted_post_id is not distinct from p.id as is_accepted,
      not p.is_hidden and not p.is_deleted and not t.is_hidden and not t.is_deleted as is_seen
    from posts p join threads t on t.id = p.thread_id where p.program_id = $1 and p.id = any($2::uuid[])`,
};
const READ_LIKES: Statement = {
  name: 'deeds_likes',
  text: 'select post_id, member_id from reactions where program_id = $1 and post_id = any($2::uuid[]) and member_id = any($3::uuid[]) and earns',
};
const READ_LIKERS: Statement = {
  name: 'deeds_likers',
  text: 'select post_id, member_id from reactions where program_id = $1 and post_id = any($2::uuid[]) and earns order by post_id, member_id',
};

export const nameOf = (subject: Subject): string =>
  subject.what === 'like' ? `like:${subject.post}:${subject.liker}` : `${subject.what}:${subject.post}`;

/** All that posts may earn by. */
export async function subjectsOf(tx: Transaction, programId: string, posts: readonly string[]): Promise<Subject[]> {
  const likes = await tx.query(READ_LIKERS, [programId, posts]);
  return [
    ...posts.flatMap((post): Subject[] => [
      { what: 'post', post },
      { what: 'answer', post },
    ]),
    ...likes.map((row): Subject => ({ what: 'like', post: row.post_id as string, liker: row.member_id as string })),
  ];
}

/** What subjects stand for now. Of somebody who is erased, nothing. */
export async function readDeeds(tx: Transaction, programId: string, subjects: readonly Subject[]): Promise<Deed[]> {
  const posts = [...new Set(subjects.map(({ post }) => post))];
  const likes = subjects.flatMap((each) => (each.what === 'like' ? [each] : []));
  const likers = [...new Set(likes.map(({ liker }) => liker))];
  const rows = new Map((await tx.query(READ_POSTS, [programId, posts])).map((row) => [row.id as string, row]));
  const liked = likers.length === 0 ? [] : await tx.query(READ_LIKES, [programId, posts, likers]);
  const isLiked = new Set(liked.map((row) => `${row.post_id} ${row.member_id}`));
  return subjects.flatMap((subject) => {
    const row = rows.get(subject.post);
    return row && row.author_id !== null ? [deedOf(subject, row, isLiked)] : [];
  });
}

function deedOf(subject: Subject, row: Row, isLiked: ReadonlySet<string>): Deed {
  const { what, post } = subject;
  const author = row.author_id as string;
  const base = { what, name: nameOf(subject), author };
  const isSeen = row.is_seen === true;
  const place = {
    post: globalId('post', post),
    thread: globalId('thread', row.thread_id as string),
    category: globalId('category', row.category_id as string),
  };
  switch (what) {
    case 'post': {
      const event = Number(row.number) === 1 ? COMMUNITY_EVENTS.thread : COMMUNITY_EVENTS.post;
      return { ...base, event, attributes: place, isDue: isSeen };
    }
    case 'answer': {
      // Whoever answers their own question has not helped anybody.
      const isDue = isSeen && row.is_accepted === true && row.asker_id !== author;
      return { ...base, event: COMMUNITY_EVENTS.answer, attributes: place, isDue };
    }
    case 'like': {
      const attributes = { ...place, member: globalId('member', subject.liker) };
      const isDue = isSeen && isLiked.has(`${post} ${subject.liker}`);
      return { ...base, event: COMMUNITY_EVENTS.like, attributes, isDue };
    }
  }
}
