import type { Context } from '../context.js';
import { globalId } from '../graphql/global-id.js';
import type { Row } from '../journal/transaction.js';

const PERSON = `select handle, display_name as "displayName", joined_at as "joinedAt", restriction, restricted_until as "restrictedUntil",
    trust_set as "trustLevelSet",
    (select coalesce(json_agg(json_build_object('post', r.post_id, 'kind', r.kind, 'at', r.created_at) order by r.created_at), '[]')
      from reactions r where r.member_id = c.member_id) as reactions,
    (select coalesce(json_agg(json_build_object('thread', v.thread_id, 'choice', v.number)), '[]')
      from poll_votes v where v.member_id = c.member_id) as votes,
    (select coalesce(json_agg(json_build_object('post', f.post_id, 'reason', f.reason, 'note', f.note, 'at', f.created_at)), '[]')
      from post_flags f where f.member_id = c.member_id) as flags,
    (select coalesce(json_agg(json_build_object('thread', t.thread_id, 'readNumber', t.read_number, 'isFollowing', coalesce(t.is_following, false))), '[]')
      from thread_visits t where t.member_id = c.member_id) as visits
  from community_members c where c.program_id = $1 and c.member_id = $2`;
const POSTS = `select p.id, p.thread_id, t.title, p.body, p.attachments, p.created_at, p.is_hidden, p.is_deleted,
    (select coalesce(json_agg(json_build_object('body', e.body, 'editedAt', e.edited_at) order by e.number), '[]')
      from post_edits e where e.post_id = p.id) as edits
  from posts p join threads t on t.id = p.thread_id
  where p.program_id = $1 and p.author_id = $2 and ($3::uuid is null or p.id > $3) order by p.id limit $4`;

const named = (rows: unknown, kind: 'post' | 'thread') =>
  (rows as Record<string, unknown>[]).map((row) => ({ ...row, [kind]: globalId(kind, row[kind] as string) }));

/** What the community keeps of a member beside what they wrote; null: nothing. */
export async function exportedCommunity({ reads, programId }: Context, memberId: string): Promise<Record<string, unknown> | null> {
  const [row] = (await reads.query<Row>(PERSON, [programId, memberId])).rows;
  if (!row) return null;
  const { reactions, votes, flags, visits, ...profile } = row;
  return {
    ...profile,
    ...{ reactions: named(reactions, 'post'), votes: named(votes, 'thread'), flags: named(flags, 'post'), visits: named(visits, 'thread') },
  };
}

/** What a member wrote, with what it said before, the oldest first; `after`: the UUID of the last one that was given. */
export async function exportedPosts(
  { reads, programId }: Context,
  memberId: string,
  after: string | null,
  limit: number,
): Promise<{ readonly uuid: string; readonly post: Record<string, unknown> }[]> {
  const { rows } = await reads.query<Row>(POSTS, [programId, memberId, after, limit]);
  return rows.map((row) => ({
    uuid: row.id as string,
    post: {
      ...{ id: globalId('post', row.id as string), threadId: globalId('thread', row.thread_id as string), threadTitle: row.title },
      ...{ body: row.body, attachments: row.attachments, edits: row.edits, createdAt: row.created_at },
      ...{ isHidden: row.is_hidden, isDeleted: row.is_deleted },
    },
  }));
}
