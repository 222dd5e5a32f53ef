import type { Audit } from '../journal/verify.js';
import { MODERATED } from './moderation/verify-moderation.js';

/** Each gives what a counter is stored as and what its rows say, where the two differ. */
const COUNTERS: Readonly<Record<string, string>> = {
  'posts of thread': `select t.id, concat_ws(' up to ', t.post_count, t.last_number >= coalesce(p.last, 0)) as stored,
      concat_ws(' up to ', coalesce(p.count, 0), true) as said
    from threads t left join (
      select thread_id, count(*) filter (where not is_hidden and not is_deleted) as count, max(number) as last from posts group by thread_id
    ) p on p.thread_id = t.id where t.merged_into is null`,
  'reactions to thread': `select t.id, t.reaction_count as stored, coalesce(r.count, 0) as said from threads t left join (
      select p.thread_id, count(*) from reactions r join posts p on p.id = r.post_id group by 1
    ) r on r.thread_id = t.id`,
  'views of thread': `select t.id, t.view_count as stored, coalesce(v.count, 0) as said from threads t left join (
      select thread_id, count(*) from thread_visits where viewed_at is not null group by 1
    ) v on v.thread_id = t.id where t.merged_into is null`,
  'reactions to post': `select p.id, p.reactions as stored, coalesce(r.counts, '{}') as said from posts p left join (
      select post_id, jsonb_object_agg(kind, count) as counts from (select post_id, kind, count(*) from reactions group by 1, 2) q group by 1
    ) r on r.post_id = p.id`,
  'edits of post': `select p.id, p.edit_count as stored, coalesce(e.count, 0) as said from posts p left join (
      select post_id, count(*) from post_edits group by 1
    ) e on e.post_id = p.id where p.author_id is not null`,
  'votes for option': `select concat(o.thread_id, ' ', o.number) as id, o.vote_count as stored, coalesce(v.count, 0) as said
    from poll_options o left join (select thread_id, number, count(*) from poll_votes group by 1, 2) v using (thread_id, number)`,
  'voters of poll': `select p.thread_id as id, p.voter_count as stored, coalesce(v.count, 0) as said
    from polls p left join (select thread_id, count(distinct member_id) from poll_votes group by 1) v using (thread_id)`,
  'posts of member': `select c.member_id as id, c.post_count as stored, coalesce(p.count, 0) as said from community_members c left join (
      select author_id, count(*) from posts where not is_hidden and not is_deleted group by 1
    ) p on p.author_id = c.member_id where c.handle is not null`,
  'likes of member': `select c.member_id as id, c.likes_received as stored, coalesce(r.count, 0) as said from community_members c left join (
      select p.author_id, count(*) from reactions r join posts p on p.id = r.post_id where r.member_id <> p.author_id group by 1
    ) r on r.author_id = c.member_id where c.handle is not null`,
  'answers of member': `select c.member_id as id, c.answers_accepted as stored, coalesce(t.count, 0) as said from community_members c left join (
      select p.author_id, count(*) from threads t join posts p on p.id = t.accepted_post_id group by 1
    ) t on t.author_id = c.member_id where c.handle is not null`,
  ...MODERATED,
  // What each thread's own entries say of it: its category, and its accepted answer.
  'category of thread': `select t.id, t.category_id::text as stored, coalesce(j.category, 'none') as said from threads t left join lateral (
      select j.data -> 'input' ->> 'category' as category from journal j where j.stream_id = t.id order by j.number desc limit 1
    ) j on true`,
  'answer to thread': `select t.id, coalesce(t.accepted_post_id::text, 'none') as stored, coalesce(j.answer, 'none') as said from threads t
    left join lateral (
      select case kind when 'ANSWER_ACCEPTED' then j.data -> 'input' ->> 'post' end as answer from journal j
        where j.stream_id = t.id and j.kind in ('ANSWER_ACCEPTED', 'ANSWER_WITHDRAWN') order by j.number desc limit 1
    ) j on true`,
};

/** Compares what is counted in the community with its rows, and what threads are with what their streams say. */
export const verifyCommunity: Audit = async (query) => {
  const differences: string[] = [];
  for (const [what, compare] of Object.entries(COUNTERS)) {
    const rows = await query(
      `select id, stored::text, said::text from (${compare}) q where stored::text is distinct from said::text order by 1`,
      [],
    );
    differences.push(...rows.map(({ id, stored, said }) => `${what} ${id} is stored as ${stored}, its rows say ${said}`));
  }
  return differences;
};
