import DataLoader from 'dataloader';
import type { Context } from '../context.js';
import type { Row } from '../journal/transaction.js';
import { type CategorySettings, isOpenTo } from './category.js';
import type { CommunityMemberRow } from './community-member.types.js';
import { type Restriction, restrictionOf } from './moderation/restriction.js';
import type { PostRow } from './post.types.js';
import type { PollRow, ThreadRow } from './thread.types.js';

export const THREAD_COLUMNS = `t.id, t.category_id, t.author_id, t.title, t.tags, t.is_question, t.accepted_post_id, t.is_pinned, t.is_closed,
  t.is_hidden, t.is_held, t.is_deleted, t.merged_into, t.last_number, t.post_count, t.reaction_count, t.view_count, t.created_at, t.last_post_at, t.heat`;
export const POST_COLUMNS = `p.id, p.thread_id, p.number, p.author_id, p.reply_to_id, p.body, p.html, p.renderer, p.attachments, p.reactions,
  p.edit_count, p.edited_at, p.is_hidden, p.held_for, p.is_deleted, p.flag_count, p.queued_at, p.created_at`;

const READ_THREADS = `select ${THREAD_COLUMNS} from threads t where t.program_id = $1 and t.id = any($2::uuid[])`;
const READ_POSTS = `select ${POST_COLUMNS} from posts p where p.program_id = $1 and p.id = any($2::uuid[])`;
const PERSON = `select member_id, handle, display_name, post_count, likes_received, answers_accepted, joined_at,
    upheld_flags, trust_set, restriction, restricted_until from community_members`;
const READ_RESTRICTION =
  'select restriction, restricted_until from community_members where program_id = $1 and member_id = any($2::uuid[])';
const READ_VISITS = `select thread_id, read_number, is_following from thread_visits
  where program_id = $1 and thread_id = any($2::uuid[]) and member_id = $3`;
const READ_OWN_REACTIONS = `select post_id, kind from reactions where program_id = $1 and post_id = any($2::uuid[]) and member_id = $3 order by kind`;
const READ_MENTIONED = `select m.post_id, m.member_id, c.handle from post_mentions m join community_members c using (member_id)
  where m.program_id = $1 and m.post_id = any($2::uuid[]) and c.handle is not null`;
const READ_EDITS = `select post_id, body, edited_at from post_edits where program_id = $1 and post_id = any($2::uuid[]) order by post_id, number`;
const READ_POLLS = `select p.thread_id, p.question, p.choices_max, p.closes_at, p.voter_count,
    (select json_agg(json_build_object('number', o.number, 'text', o.text, 'voteCount', o.vote_count) order by o.number)
      from poll_options o where o.thread_id = p.thread_id) as options
  from polls p where p.program_id = $1 and p.thread_id = any($2::uuid[])`;
const READ_OWN_VOTES = `select thread_id, number from poll_votes
  where program_id = $1 and thread_id = any($2::uuid[]) and member_id = $3 order by number`;

/** How a member stands to a thread. */
export interface VisitRow {
  readonly readNumber: number;
  readonly isFollowing: boolean;
}

/** What says who is shown a post or a thread. */
interface Visibility {
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  readonly isHeld: boolean;
  readonly authorId: string | null;
}

/** Reads of the community for one operation: each kind of thing costs one statement however many ask for it. */
export class CommunityLoaders {
  private open: Promise<readonly CategorySettings[]> | undefined;
  private closed: Promise<boolean> | undefined;

  constructor(private readonly context: Context) {}

  /** The caller sees what is hidden and deleted, too. */
  get isModerator(): boolean {
    return this.context.actor?.scopes.has('community:moderate') ?? false;
  }

  /** Whether a post, or a thread as its first post, is shown to the caller: to its author also while it waits for moderators. */
  sees({ isHidden, isDeleted, isHeld, authorId }: Visibility): boolean {
    if (this.isModerator || (!isHidden && !isDeleted)) return true;
    return isHeld && !isDeleted && authorId !== null && authorId === this.context.actor?.memberId;
  }

  /** Whether the whole community is closed to the calling member, by now. */
  isClosed(): Promise<boolean> {
    const own = this.context.actor?.memberId;
    this.closed ??= own ? this.restriction(own).then((found) => found?.kind === 'BAN') : Promise.resolve(false);
    return this.closed;
  }

  /** What keeps a member from something, by now; null: nothing. */
  async restriction(member: string): Promise<Restriction | null> {
    const [program, [row]] = await Promise.all([this.context.program(), this.query(READ_RESTRICTION, [member])]);
    if (!row) return null;
    const { restriction, restricted_until: restrictedUntil } = row as { restriction: string | null; restricted_until: Date | null };
    return restrictionOf({ restriction, restrictedUntil }, program.now());
  }

  /** The categories that are open to the caller, in order: for a member, by the tier that they stand in now; else all. */
  categories(): Promise<readonly CategorySettings[]> {
    this.open ??= this.readCategories();
    return this.open;
  }

  private async readCategories(): Promise<readonly CategorySettings[]> {
    const program = await this.context.program();
    const { categories = [] } = program.settings;
    const own = this.context.actor?.memberId;
    if (!own) return categories;
    const isForAll = categories.every(({ tier }) => tier === null);
    const [isClosed, view] = await Promise.all([this.isClosed(), isForAll ? null : this.context.members.present.load(own)]);
    if (isClosed) return [];
    if (isForAll) return categories;
    return view ? categories.filter((category) => isOpenTo(category, view, program)) : [];
  }

  /** Threads that are open to the caller, by UUID. */
  readonly threads = new DataLoader<string, ThreadRow | null>(async (ids) => {
    const [rows, categories] = await Promise.all([this.query(READ_THREADS, ids), this.categories()]);
    const openIds = new Set(categories.map(({ id }) => id));
    const isSeen = (row: ThreadRow) => openIds.has(row.categoryId) && (this.sees(row) || (!row.isHidden && row.mergedInto !== null));
    const found = new Map(
      rows
        .map(threadRow)
        .filter(isSeen)
        .map((row) => [row.id, row]),
    );
    return ids.map((id) => found.get(id) ?? null);
  });

  /** Posts by UUID, in whatever thread, hidden and deleted ones included: who may see which is for the reader to say. */
  readonly posts = new DataLoader<string, PostRow | null>(async (ids) => {
    const found = new Map((await this.query(READ_POSTS, ids)).map((row) => [row.id, postRow(row)]));
    return ids.map((id) => found.get(id) ?? null);
  });

  /** A post by UUID, where the caller may see it. */
  async post(id: string): Promise<PostRow | null> {
    const row = await this.posts.load(id);
    if (!row || !this.sees(row)) return null;
    return (await this.threads.load(row.threadId)) && row;
  }

  /** Whom the caller may know of: all, or only themselves where the community is closed to them. */
  private async known(where: string, keys: readonly string[]): Promise<CommunityMemberRow[]> {
    const [rows, isClosed] = await Promise.all([this.query(`${PERSON} where program_id = $1 and ${where}`, keys), this.isClosed()]);
    const people = rows.map(personRow);
    return isClosed ? people.filter(({ memberId }) => memberId === this.context.actor?.memberId) : people;
  }

  readonly people = new DataLoader<string, CommunityMemberRow | null>(async (ids) => {
    const found = new Map((await this.known('member_id = any($2::uuid[])', ids)).map((row) => [row.memberId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });

  readonly byHandle = new DataLoader<string, CommunityMemberRow | null>(async (handles) => {
    const found = new Map((await this.known('handle = any($2::text[])', handles)).map((row) => [row.handle, row]));
    return handles.map((handle) => found.get(handle) ?? null);
  });

  /** How the calling member stands to threads. */
  readonly visits = new DataLoader<string, VisitRow | null>(async (ids) => {
    const rows = await this.queryOwn(READ_VISITS, ids);
    const found = new Map(
      rows.map((row) => [row.thread_id, { readNumber: Number(row.read_number), isFollowing: row.is_following === true }]),
    );
    return ids.map((id) => found.get(id) ?? null);
  });

  /** How the calling member reacted to posts. */
  readonly ownReactions = new DataLoader<string, readonly string[]>(async (ids) => {
    const rows = Map.groupBy(await this.queryOwn(READ_OWN_REACTIONS, ids), (row) => row.post_id);
    return ids.map((id) => (rows.get(id) ?? []).map((row) => row.kind as string));
  });

  /** UUIDs of members whom a post mentions, by the handles that they have now. */
  readonly mentioned = new DataLoader<string, ReadonlyMap<string, string>>(async (ids) => {
    const rows = Map.groupBy(await this.query(READ_MENTIONED, ids), (row) => row.post_id);
    return ids.map((id) => new Map((rows.get(id) ?? []).map((row) => [row.handle as string, row.member_id as string])));
  });

  readonly edits = new DataLoader<string, readonly { readonly body: string; readonly editedAt: Date }[]>(async (ids) => {
    const rows = Map.groupBy(await this.query(READ_EDITS, ids), (row) => row.post_id);
    return ids.map((id) => (rows.get(id) ?? []).map((row) => ({ body: row.body as string, editedAt: row.edited_at as Date })));
  });

  readonly polls = new DataLoader<string, PollRow | null>(async (ids) => {
    const found = new Map((await this.query(READ_POLLS, ids)).map((row) => [row.thread_id, pollRow(row)]));
    return ids.map((id) => found.get(id) ?? null);
  });

  /** What the calling member voted in the polls of threads. */
  readonly ownVotes = new DataLoader<string, readonly number[]>(async (ids) => {
    const rows = Map.groupBy(await this.queryOwn(READ_OWN_VOTES, ids), (row) => row.thread_id);
    return ids.map((id) => (rows.get(id) ?? []).map((row) => Number(row.number)));
  });

  private async query(text: string, ids: readonly string[], ...more: readonly unknown[]): Promise<Row[]> {
    return (await this.context.reads.query<Row>(text, [this.context.programId, ids, ...more])).rows;
  }

  private async queryOwn(text: string, ids: readonly string[]): Promise<Row[]> {
    const own = this.context.actor?.memberId;
    return own ? this.query(text, ids, own) : [];
  }
}

export const threadRow = (row: Row): ThreadRow => ({
  id: row.id as string,
  categoryId: row.category_id as string,
  authorId: row.author_id as string | null,
  title: row.title as string,
  tags: row.tags as string[],
  isQuestion: row.is_question as boolean,
  acceptedPostId: row.accepted_post_id as string | null,
  isPinned: row.is_pinned as boolean,
  isClosed: row.is_closed as boolean,
  isHidden: row.is_hidden as boolean,
  isHeld: row.is_held as boolean,
  isDeleted: row.is_deleted as boolean,
  mergedInto: row.merged_into as string | null,
  lastNumber: Number(row.last_number),
  postCount: Number(row.post_count),
  reactionCount: Number(row.reaction_count),
  viewCount: Number(row.view_count),
  createdAt: row.created_at as Date,
  lastPostAt: row.last_post_at as Date,
  heat: Number(row.heat),
});

export const postRow = (row: Row): PostRow => ({
  id: row.id as string,
  threadId: row.thread_id as string,
  number: Number(row.number),
  authorId: row.author_id as string | null,
  replyToId: row.reply_to_id as string | null,
  body: row.body as string,
  html: row.html as string,
  renderer: Number(row.renderer),
  attachments: row.attachments as PostRow['attachments'],
  reactions: row.reactions as PostRow['reactions'],
  editCount: Number(row.edit_count),
  editedAt: row.edited_at as Date | null,
  isHidden: row.is_hidden as boolean,
  isHeld: row.held_for !== null,
  heldFor: row.held_for as string | null,
  isDeleted: row.is_deleted as boolean,
  flagCount: Number(row.flag_count),
  queuedAt: row.queued_at as Date | null,
  createdAt: row.created_at as Date,
});

const personRow = (row: Row): CommunityMemberRow => ({
  memberId: row.member_id as string,
  handle: row.handle as string | null,
  displayName: row.display_name as string | null,
  postCount: Number(row.post_count),
  likesReceived: Number(row.likes_received),
  answersAccepted: Number(row.answers_accepted),
  joinedAt: row.joined_at as Date,
  upheldFlags: Number(row.upheld_flags),
  trustSet: row.trust_set as CommunityMemberRow['trustSet'],
  restriction: row.restriction as CommunityMemberRow['restriction'],
  restrictedUntil: row.restricted_until as Date | null,
});

const pollRow = (row: Row): PollRow => ({
  thread: row.thread_id as string,
  question: row.question as string,
  choicesMax: Number(row.choices_max),
  closesAt: row.closes_at as Date | null,
  voterCount: Number(row.voter_count),
  options: row.options as PollRow['options'],
});
