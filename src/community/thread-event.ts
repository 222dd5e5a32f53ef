import type { Note } from '../journal/core/note.js';
import type { CommandRequest } from '../journal/journal.js';
import type { Post } from './post.entity.js';
import type { Thread } from './thread.entity.js';

export const THREAD_EVENT = 'THREAD_EVENT';

export type ThreadEventKind =
  | 'THREAD_OPENED'
  | 'THREAD_HELD'
  | 'THREAD_EDITED'
  | 'THREAD_PINNED'
  | 'THREAD_UNPINNED'
  | 'THREAD_CLOSED'
  | 'THREAD_REOPENED'
  | 'THREAD_HIDDEN'
  | 'THREAD_SHOWN'
  | 'THREAD_DELETED'
  | 'THREAD_MOVED'
  | 'THREAD_MERGED'
  | 'THREAD_SPLIT'
  | 'POST_CREATED'
  | 'POST_HELD'
  | 'POST_EDITED'
  | 'POST_DELETED'
  | 'POST_HIDDEN'
  | 'POST_SHOWN'
  | 'ANSWER_ACCEPTED'
  | 'ANSWER_WITHDRAWN'
  | 'REACTION_ADDED'
  | 'REACTION_REMOVED'
  | 'POLL_VOTED';

/** What the entry of a thread is about: UUIDs, never what was written. */
export interface ThreadEventDetail {
  /** Where the thread is, after the entry. */
  readonly category: string;
  readonly post?: string;
  /** Number of the post in the thread. */
  readonly number?: number;
  /** Who wrote the post, or opened the thread. */
  readonly author?: string | null;
  /** Who did it, in whose name: who reacted, voted or accepted. */
  readonly member?: string;
  /** Moderators did it, or a rule: in nobody's name. */
  readonly isModeration?: true;
  /** Of POST_SHOWN and THREAD_SHOWN: nobody but its author has seen it before, so that it is told as if it were written now. */
  readonly wasHeld?: true;
  readonly [more: string]: unknown;
}

/** In which programme something is told, and who did it. */
export interface Teller {
  readonly programId: string;
  readonly by: string;
}

/** The command that tells a thread's stream what a unit of work did. */
export const threadNote = (
  { programId, by }: Teller,
  thread: string,
  kind: ThreadEventKind,
  detail: ThreadEventDetail,
): CommandRequest<Note<ThreadEventKind>> => ({ type: THREAD_EVENT, programId, streamId: thread, by, input: { kind, detail } });

/** Where a post is and whose it is, as entries tell it. */
export const placeOf = (thread: Thread, post: Post) => ({
  ...{ category: thread.categoryId, post: post.id, number: post.number, author: post.authorId ?? null },
});
