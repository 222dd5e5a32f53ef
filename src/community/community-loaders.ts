import DataLoader from 'dataloader';
import type { Context } from '../context.js';
import type { Row } from '../journal/transaction.js';
import { type CategorySettings, isOpenTo } from './category.js';
import type { CommunityMemberRow } from './community-member.types.js';
import type { PostRow } from './post.types.js';
import type { PollRow, ThreadRow } from './thread.types.js';

export const THREAD_COLUMNS = `t.id, t.category_id, t.author_id, t.title, t.tags, t.is_question, t.accepted_post_id, t.is_pinned, t.is_closed,
  t.is_hidden, t.is_deleted, t.merged_into, t.last_number, t.post_count, t.reaction_count, t.view_count, t.created_at, t.last_post_at, t.heat`;
export const POST_COLUMNS = `p.id, p.thread_id, p.number, p.author_id, p.reply_to_id, p.body, p.html, p.renderer, p.attachments, p.reactions,
  p.edit_count, p.edited_at, p.is_hidden, p.is_deleted, p.created_at`;

const READ_THREADS = `select ${THREAD_COLUMNS} from threads t where t.program_id = $1 and t.id = any($2::uuid[])`;
const READ_POSTS = `select ${POST_COLUMNS} from posts p where p.program_id = $1 and p.id = any($2::uuid[])`;
const PERSON = `select member_id, handle, display_name, post_count, likes_received, answers_accepted, joined_at from community_members`;
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

/** Reads of the community for one operation: each kind of thing costs one statement however many ask for it. */
export class CommunityLoaders {
  private open: Promise<readonly CategorySettings[]> | undefined;

  constructor(private readonly context: Context) {}

  /** The caller sees what is hidden and deleted, too. */
  get isModerator(): boolean {
    return this.context.actor?.scopes.has('community:moderate') ?? false;
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
    if (!own || categories.every(({ tier }) => tier === null)) return categories;
    const view = await this.context.members.present.load(own);
    return view ? categories.filter((category) => isOpenTo(category, view, program)) : [];
  }

  /** Threads that are open to the caller, by UUID. */
  readonly threads = new DataLoader<string, ThreadRow | null>(async (ids) => {
    const [rows, categories] = await Promise.all([this.query(READ_THREADS, ids), this.categories()]);
    const openIds = new Set(categories.map(({ id }) => id));
    const isSeen = ({ categoryId, isHidden, isDeleted, mergedInto }: ThreadRow) =>
      openIds.has(categoryId) && (this.isModerator || (!isHidden && (!isDeleted || mergedInto !== null)));
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
    if (!row || (!this.isModerator && (row.isHidden || row.isDeleted))) return null;
    return (await this.threads.load(row.threadId)) && row;
  }

  readonly people = new DataLoader<string, CommunityMemberRow | null>(async (ids) => {
    const rows = await this.query(`${PERSON} where program_id = $1 and member_id = any($2::uuid[])`, ids);
    const found = new Map(rows.map(personRow).map((row) => [row.memberId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });

  readonly byHandle = new DataLoader<string, CommunityMemberRow | null>(async (handles) => {
    const rows = await this.query(`${PERSON} where program_id = $1 and handle = any($2::text[])`, handles);
    const found = new Map(rows.map(personRow).map((row) => [row.handle, row]));
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
  isDeleted: row.is_deleted as boolean,
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
});

const pollRow = (row: Row): PollRow => ({
  thread: row.thread_id as string,
  question: row.question as string,
  choicesMax: Number(row.choices_max),
  closesAt: row.closes_at as Date | null,
  voterCount: Number(row.voter_count),
  options: row.options as PollRow['options'],
});
