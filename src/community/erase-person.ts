import type { EntityManager } from '@mikro-orm/postgresql';
import { globalId } from '../graphql/global-id.js';
import { sql } from './sql.js';

/** What stands in posts in place of the handle of a member who was erased. Nobody can have it. */
const GONE = '@deleted';

/** Threads that something of the person is changed in; they are held in order, before the person, as by everybody. */
const HOLD_THREADS = `select id from threads where program_id = $1 and (author_id = $2 or id in (
    select thread_id from posts where author_id = $2
    union all select p.thread_id from post_mentions m join posts p on p.id = m.post_id where m.member_id = $2
    union all select thread_id from thread_visits where member_id = $2
  )) order by id for no key update`;
const READ_MENTIONS = `select p.id, p.body, p.html from post_mentions m join posts p on p.id = m.post_id where m.member_id = $1 order by p.id`;
const READ_EDITS = `select e.post_id, e.number, e.body from post_mentions m join post_edits e on e.post_id = m.post_id where m.member_id = $1`;

/**
 * Takes a person out of the community, within the unit of work that erases them. What they wrote stays readable, by nobody; what they said before
 * they edited it goes. Others' posts say @deleted where they mentioned them. Reactions and votes count on, under an id that leads nowhere;
 * what they read and followed is forgotten.
 */
export async function erasePerson(em: EntityManager, programId: string, memberId: string): Promise<void> {
  await sql(em, HOLD_THREADS, [programId, memberId]);
  // Also of whoever never took part, so that nobody begins to for them.
  await sql(em, 'insert into community_members (member_id, program_id, joined_at) values ($1, $2, now()) on conflict do nothing', [
    ...[memberId, programId],
  ]);
  const [person] = await sql(em, 'select handle from community_members where member_id = $1 for update', [memberId]);
  if (!person) return;
  await eraseMentions(em, memberId, person.handle as string | null);
  await sql(em, 'delete from post_edits e using posts p where p.id = e.post_id and p.author_id = $1', [memberId]);
  await sql(em, `update posts set author_id = null, idempotency_key = '' where author_id = $1`, [memberId]);
  await sql(em, 'update threads set author_id = null where author_id = $1', [memberId]);
  await sql(
    em,
    `with gone as (delete from thread_visits where member_id = $1 returning thread_id, viewed_at)
      update threads t set view_count = view_count - 1 from gone g where g.thread_id = t.id and g.viewed_at is not null`,
    [memberId],
  );
  await sql(em, 'update post_flags set note = null where member_id = $1', [memberId]);
  await sql(em, 'update moderation_actions set reason = null where member_id = $1', [memberId]);
  await sql(
    em,
    `update community_members set handle = null, display_name = null, trust_set = null, restriction = null, restricted_until = null
      where member_id = $1`,
    [memberId],
  );
}

/** In posts that mention the person, or did so before they were edited. */
async function eraseMentions(em: EntityManager, memberId: string, handle: string | null): Promise<void> {
  const id = globalId('member', memberId);
  const mention = new RegExp(`<span class="mention" data-member="${id}">(@[A-Za-z0-9_]+)</span>`, 'g');
  const posts = await sql(em, READ_MENTIONS, [memberId]);
  // They may have been called otherwise when it was written.
  const handles = new Set(handle === null ? [] : [handle]);
  for (const { html } of posts)
    for (const [, written = ''] of (html as string).matchAll(mention)) handles.add(written.slice(1).toLowerCase());
  if (handles.size === 0) return;
  const names = [...handles].join('|');
  const written = new RegExp(`@(?:${names})(?![a-z0-9_])`, 'gi');
  const changed = posts.map(({ id, body, html }) => ({
    id,
    body: (body as string).replace(written, GONE),
    html: (html as string).replace(mention, GONE).replace(written, GONE),
  }));
  await sql(
    em,
    'update posts p set body = q.body, html = q.html from unnest($1::uuid[], $2::text[], $3::text[]) q(id, body, html) where p.id = q.id',
    [changed.map(({ id }) => id), changed.map(({ body }) => body), changed.map(({ html }) => html)],
  );
  const edits = await sql(em, READ_EDITS, [memberId]);
  await sql(em, 'delete from post_mentions where member_id = $1', [memberId]);
  await sql(
    em,
    `update post_edits e set body = q.body from unnest($1::uuid[], $2::int[], $3::text[]) q(post_id, number, body)
      where e.post_id = q.post_id and e.number = q.number`,
    [edits.map((row) => row.post_id), edits.map((row) => row.number), edits.map(({ body }) => (body as string).replace(written, GONE))],
  );
}
