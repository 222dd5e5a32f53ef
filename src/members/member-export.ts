import { exportedCommunity, exportedPosts } from '../community/export-person.js';
import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { globalId, isUuid } from '../graphql/global-id.js';
import { invalid, memberNotFound } from '../graphql/user-error.types.js';
import type { CommandRequest } from '../journal/journal.js';
import { shardOf } from '../journal/shard.js';
import { ENTRY_COLUMNS, storedEntry } from '../journal/stored-entry.js';
import type { Row } from '../journal/transaction.js';
import { saidOfGifts } from '../rewards/gift-rows.js';
import { casesOf } from '../support/erase-cases.js';
import { EXPORT_MEMBER } from './erasure.js';
import { Member } from './member.entity.js';

const PAGE_SIZE = 500;

const READ_ENTRIES = `select ${ENTRY_COLUMNS}, j.external_id from journal j
  where j.shard = $1 and j.stream_id = $2 and j.program_id = $3 and j.number > $4 order by j.number limit ${PAGE_SIZE}`;

/** Where the posts begin: behind the last entry. */
const POSTS = 'posts:';
const POSTS_SIZE = 100;

/** A page of everything that is kept about a member. */
export interface ExportedPage {
  readonly profile: Record<string, unknown>;
  readonly entries: readonly Record<string, unknown>[];
  /** What they wrote in the community; none until all entries were given. */
  readonly posts: readonly Record<string, unknown>[];
  /** Where the next page begins; null when this was the last one. */
  readonly cursor: string | null;
}

/**
 * Hands out what is kept about a member: the profile, every entry of the stream as it is stored, then every post. The first page
 * notes in the stream that it was handed out, and by whom.
 * @throws Refused where there is no such member, or the cursor is none
 */
export async function exportMember(context: Context, memberId: string, after: string | null): Promise<ExportedPage> {
  if (after?.startsWith(POSTS)) return exportPosts(context, memberId, after.slice(POSTS.length));
  const number = after === null ? 0 : Number(after);
  if (!Number.isSafeInteger(number) || number < 0) throw noCursor();
  const { programId, by, reads } = context;
  const note = after === null ? [{ type: EXPORT_MEMBER, programId, streamId: memberId, by, input: null }] : [];
  const said = await exportedProfile(context, memberId, note);
  // Long texts: handed out once.
  const profile = after === null ? { ...said, supportCases: await casesOf(context, memberId) } : said;
  const { rows } = await reads.query<Row>(READ_ENTRIES, [shardOf(programId, memberId), memberId, programId, number]);
  const entries = rows.map((row) => {
    const { number, kind, effectiveAt, postedAt, data } = storedEntry(row);
    return { number, kind, effectiveAt: new Date(effectiveAt), postedAt: new Date(postedAt), externalId: row.external_id, data };
  });
  if (rows.length === PAGE_SIZE) return { profile, entries, posts: [], cursor: String(entries.at(-1)?.number) };
  return { profile, entries, ...(await postsAfter(context, memberId, null)) };
}

async function exportPosts(context: Context, memberId: string, after: string): Promise<ExportedPage> {
  if (!isUuid(after)) throw noCursor();
  return { profile: await exportedProfile(context, memberId, []), entries: [], ...(await postsAfter(context, memberId, after)) };
}

async function postsAfter(context: Context, memberId: string, after: string | null) {
  const posts = await exportedPosts(context, memberId, after, POSTS_SIZE);
  const last = posts.length === POSTS_SIZE ? posts.at(-1) : undefined;
  return { posts: posts.map(({ post }) => post), cursor: last ? `${POSTS}${last.uuid}` : null };
}

const noCursor = (): Refused => new Refused(invalid('Pass back the cursor of the page before, or none.', 'after'));

async function exportedProfile(context: Context, memberId: string, commands: readonly CommandRequest[]): Promise<Record<string, unknown>> {
  const profile = await unitOfWork(context, async (em) => {
    const member = await em.findOne(Member, { id: memberId, programId: context.programId });
    if (!member) throw new Refused(memberNotFound());
    const { externalId, email, givenName, familyName, birthDate, attributes, referralCode, createdAt, updatedAt, erasedAt } = member;
    const names = { externalId, email, givenName, familyName, birthDate, attributes, referralCode };
    return { result: { id: globalId('member', memberId), ...names, createdAt, updatedAt, erasedAt }, commands };
  });
  const [gifts, community] = await Promise.all([saidOfGifts(context, memberId), exportedCommunity(context, memberId)]);
  return { ...profile, gifts, community };
}
