import type { Pool } from 'pg';

/** Words of a small vocabulary, the first of them in every other text and the last in few, as in languages. */
const VOCABULARY = 2_000;
const WORDS_PER_POST = 40;

export interface CommunityData {
  readonly programId: string;
  /** UUIDs of threads that the API opened; the first gets `longest` posts, the others share the rest. */
  readonly threads: readonly string[];
  /** UUIDs of members who take part. */
  readonly members: readonly string[];
  readonly posts: number;
  readonly longest: number;
}

/** Fills threads with posts and reactions as a busy community would have written them in time, all counters with them. */
export async function fillCommunity(pool: Pool, { programId, threads, members, posts, longest }: CommunityData): Promise<void> {
  const others = Math.max(1, threads.length - 1);
  const each = Math.ceil((posts - longest) / others);
  // Filling the index of words post by post takes most of the time, and makes the same index.
  const { rows } = await pool.query<{ indexdef: string }>(`select indexdef from pg_indexes where indexname = 'posts_search'`);
  await pool.query('drop index posts_search');
  await pool.query('select setseed($1)', [0.5 / threads.length]);
  for (const [i, thread] of threads.entries()) {
    await pool.query(
      `insert into posts (id, program_id, thread_id, number, author_id, body, html, renderer, attachments, created_at, idempotency_key, input_hash)
        select uuid, $1::uuid, $2::uuid, n, author, body, '<p>' || body || '</p>', 1, '[]', at, 'bench-' || $2::uuid || '-' || n, '\\x00'
        from (
          select n, ($4::uuid[])[1 + n % cardinality($4::uuid[])] as author, timestamptz '2024-01-01' + n * $5::float8 * interval '1 second' as at,
            -- A UUID of version 7: in the order in which they were written.
            (lpad(to_hex((extract(epoch from timestamptz '2024-01-01')::float8 * 1000 + n * $5::float8 * 1000)::int8), 12, '0') || '7' || substr(md5(random()::text), 1, 3)
              || '8' || substr(md5(random()::text), 1, 15))::uuid as uuid,
            (select string_agg('word' || floor(power(random(), 3) * ${VOCABULARY})::int, ' ') from generate_series(1, ${WORDS_PER_POST}) where n = n) as body
          from generate_series(2, $3::int + 1) n
        ) made`,
      // All over the same time, so that it is as busy at its end as before.
      [programId, thread, i === 0 ? longest : each, members, i === 0 ? 1 : longest / each],
    );
  }
  await pool.query(
    `insert into reactions (program_id, post_id, member_id, kind, created_at)
      select $1::uuid, p.id, m.member, 'LIKE', p.created_at from posts p cross join lateral (select ($2::uuid[])[1 + (p.number / 7) % cardinality($2::uuid[])] as member) m
      where p.program_id = $1 and p.number % 7 = 0 and p.author_id <> m.member on conflict do nothing`,
    [programId, members],
  );
  await pool.query(
    `update posts p set reactions = jsonb_build_object('LIKE', q.count) from (
        select post_id, count(*) from reactions where program_id = $1 group by 1
      ) q where p.id = q.post_id`,
    [programId],
  );
  await pool.query(
    `update threads t set post_count = q.count, last_number = q.last, last_post_at = q.at, reaction_count = q.likes from (
        select thread_id, count(*), max(number) as last, max(created_at) as at, sum(coalesce((reactions ->> 'LIKE')::int, 0)) as likes
        from posts where program_id = $1 group by 1
      ) q where t.id = q.thread_id`,
    [programId],
  );
  await pool.query(
    `update community_members c set post_count = coalesce(p.count, 0), likes_received = coalesce(p.likes, 0) from (
        select author_id, count(*), sum(coalesce((reactions ->> 'LIKE')::int, 0)) as likes from posts where program_id = $1 group by 1
      ) p where p.author_id = c.member_id`,
    [programId],
  );
  await pool.query(rows[0]?.indexdef as string);
}
