/** Each gives what moderation is stored as and what rows or entries say, where the two differ. */
export const MODERATED: Readonly<Record<string, string>> = {
  'flags on post': `select p.id, p.flag_count as stored, coalesce(f.count, 0) as said from posts p left join (
      select post_id, count(*) from post_flags where status = 'OPEN' group by 1
    ) f on f.post_id = p.id`,
  'place in the queue of post': `select id, queued_at is not null as stored, flag_count > 0 or held_for is not null as said from posts`,
  'sight of held post': `select id, is_hidden as stored, true as said from posts where held_for is not null`,
  'wait of thread': `select t.id, t.is_held as stored, p.held_for is not null and t.is_hidden as said
    from threads t join posts p on p.thread_id = t.id and p.number = 1 where t.is_held`,
  'upheld flags of member': `select c.member_id as id, c.upheld_flags as stored, coalesce(f.count, 0) as said from community_members c left join (
      select p.author_id, count(*) from post_flags f join posts p on p.id = f.post_id where f.status = 'UPHELD' group by 1
    ) f on f.author_id = c.member_id where c.handle is not null`,
  // What the last entry about it in a member's stream says.
  'restriction of member': `select c.member_id as id,
      coalesce(concat_ws(' ', c.restriction, (extract(epoch from c.restricted_until) * 1000)::int8), '') as stored,
      coalesce(concat_ws(' ', j.kind, j.until), '') as said
    from community_members c left join (
      select distinct on (stream_id) stream_id, case kind when 'COMMUNITY_RESTRICTED' then data -> 'input' ->> 'kind' end as kind,
        case kind when 'COMMUNITY_RESTRICTED' then data -> 'input' ->> 'until' end as until
      from journal where kind in ('COMMUNITY_RESTRICTED', 'COMMUNITY_RESTRICTION_LIFTED') order by stream_id, number desc
    ) j on j.stream_id = c.member_id where c.handle is not null`,
};
