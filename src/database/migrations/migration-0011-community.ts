import { Migration } from '@mikro-orm/migrations';
import { CALLER, ownProgram } from './own-program.js';

const TABLES = [
  'community_members',
  'threads',
  'posts',
  'post_edits',
  'post_mentions',
  'reactions',
  'thread_visits',
  'polls',
  'poll_options',
  'poll_votes',
];

/** Threads and posts, and who does what with them. Threads are streams; all texts lie here, where they can be erased. */
export class Migration0011Community extends Migration {
  override up(): void {
    // The search finds the youngest posts with a word without looking at all that have it: beside its words, a post is found under when it was
    // written, from 17 minutes to 35 years, four times as coarse each time. Under the programme, too, so that each searches its own.
    this.addSql(`
      create function post_time(post uuid) returns bigint language sql immutable strict parallel safe as
        $$ select ('x' || left(replace(post::text, '-', ''), 12))::bit(48)::bigint $$;
      create function post_mark(program uuid, bits int, at bigint) returns text language sql immutable strict parallel safe as
        $$ select '~' || left(md5(program::text), 8) || '.' || bits || '.' || to_hex(at >> bits) $$;
      create function post_marks(program uuid, post uuid) returns text[] language sql immutable strict parallel safe as
        $$ select array_agg(post_mark(program, bits, post_time(post))) from generate_series(20, 40, 2) bits $$;
    `);
    this.addSql(`
      create table community_members (
        program_id uuid not null references programs,
        member_id uuid not null,
        -- what others see, and mention; null: none yet, or erased
        handle text collate "C",
        -- what they are called with it; null: the handle
        display_name text,
        post_count int not null default 0,
        -- reactions of others to their posts
        likes_received int not null default 0,
        answers_accepted int not null default 0,
        joined_at timestamptz not null,
        primary key (member_id)
      );
      create unique index community_members_handle on community_members (program_id, handle);

      create table threads (
        id uuid primary key,
        program_id uuid not null references programs,
        -- of the programme's settings
        category_id uuid not null,
        -- null: erased
        author_id uuid,
        title text not null,
        tags text[] not null,
        is_question boolean not null,
        accepted_post_id uuid,
        is_pinned boolean not null default false,
        is_closed boolean not null default false,
        is_hidden boolean not null default false,
        is_deleted boolean not null default false,
        -- where its posts went
        merged_into uuid,
        -- number of its last post, whatever became of that
        last_number int not null,
        -- posts that are neither hidden nor deleted
        post_count int not null,
        reaction_count int not null default 0,
        view_count int not null default 0,
        created_at timestamptz not null,
        last_post_at timestamptz not null,
        -- a reaction or a post is worth less the more there are, and what is 12.5 hours younger is worth ten times as much
        heat float8 not null generated always as (
          log((greatest(reaction_count + post_count, 1))::float8)
            + extract(epoch from (created_at - '2020-01-01T00:00:00Z'::timestamptz))::float8 / 45000
        ) stored
      );
      create index threads_new on threads (category_id, id) where not is_hidden and not is_deleted;
      create index threads_active on threads (category_id, last_post_at, id) where not is_hidden and not is_deleted;
      create index threads_hot on threads (category_id, heat, id) where not is_hidden and not is_deleted;
      create index threads_top on threads (category_id, reaction_count, id) where not is_hidden and not is_deleted;
      create index threads_pinned on threads (category_id, id) where is_pinned;
      create index threads_author on threads (author_id, id);
      create index threads_tags on threads using gin (tags);

      create table posts (
        id uuid primary key,
        program_id uuid not null references programs,
        thread_id uuid not null references threads,
        -- 1, 2, 3… in its thread; one that was moved away leaves a gap
        number int not null,
        -- null: erased
        author_id uuid,
        reply_to_id uuid references posts,
        -- the title of the thread, for the search, on its first post
        heading text,
        body text not null,
        -- made safe by the renderer of this version
        html text not null,
        renderer int not null,
        attachments jsonb not null,
        -- how many of each reaction
        reactions jsonb not null default '{}',
        edit_count int not null default 0,
        edited_at timestamptz,
        is_hidden boolean not null default false,
        is_deleted boolean not null default false,
        created_at timestamptz not null,
        -- so that sending it again finds it; the hash is of the input
        idempotency_key text not null,
        input_hash bytea not null,
        search tsvector not null generated always as (
          setweight(to_tsvector('simple', coalesce(heading, '')), 'A') || to_tsvector('simple', body) || array_to_tsvector(post_marks(program_id, id))
        ) stored
      );
      create unique index posts_number on posts (thread_id, number);
      create index posts_replies on posts (reply_to_id, id) where reply_to_id is not null;
      create index posts_author on posts (author_id, id);
      create unique index posts_key on posts (author_id, idempotency_key);
      create index posts_new on posts (program_id, id) where not is_hidden and not is_deleted;
      create index posts_search on posts using gin (search) with (fastupdate = off) where not is_hidden and not is_deleted;

      create table post_edits (
        program_id uuid not null,
        post_id uuid not null references posts,
        -- the body was this until then
        number int not null,
        body text not null,
        edited_at timestamptz not null,
        -- who changed it, as journal entries name them
        edited_by text not null,
        primary key (post_id, number)
      );

      create table post_mentions (
        program_id uuid not null,
        post_id uuid not null references posts,
        member_id uuid not null,
        primary key (post_id, member_id)
      );
      create index post_mentions_member on post_mentions (member_id, post_id);

      create table reactions (
        program_id uuid not null,
        post_id uuid not null references posts,
        member_id uuid not null,
        kind text not null,
        created_at timestamptz not null,
        primary key (post_id, member_id, kind)
      );
      create index reactions_member on reactions (member_id, created_at);

      create table thread_visits (
        program_id uuid not null,
        thread_id uuid not null references threads,
        member_id uuid not null,
        -- the last post that was read; 0: none, the thread was only followed
        read_number int not null,
        -- null: they never said, nor wrote in it
        is_following boolean,
        -- null: never opened
        viewed_at timestamptz,
        primary key (thread_id, member_id)
      );
      create index thread_visits_member on thread_visits (member_id, thread_id);

      create table polls (
        program_id uuid not null,
        thread_id uuid primary key references threads,
        question text not null,
        -- how many options one member may choose
        choices_max int not null,
        closes_at timestamptz,
        voter_count int not null default 0
      );
      create table poll_options (
        program_id uuid not null,
        thread_id uuid not null references polls,
        number int not null,
        text text not null,
        vote_count int not null default 0,
        primary key (thread_id, number)
      );
      create table poll_votes (
        program_id uuid not null,
        thread_id uuid not null references polls,
        member_id uuid not null,
        number int not null,
        primary key (thread_id, member_id, number)
      );
      create index poll_votes_member on poll_votes (member_id);
    `);
    // As the owner, because row level security would keep the index of words from being used; so it looks at the caller's programme itself.
    this.addSql(`
      create function youngest_posts(wanted tsquery, open_categories uuid[], only_thread uuid, most int) returns setof uuid
        language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
      declare
        caller uuid := ${CALLER};
        at bigint;
        -- What is looked at next lies before it.
        bound uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
        bits int := 20;
        found uuid[] := '{}';
      begin
        if numnode(wanted) = 0 then
          return;
        end if;
        if only_thread is not null then
          return query select p.id from posts p join threads t on t.id = p.thread_id
            where p.thread_id = only_thread and p.search @@ wanted and not p.is_hidden and not p.is_deleted and p.program_id = caller
              and t.category_id = any(open_categories) and not t.is_hidden and not t.is_deleted
            order by p.number desc limit most;
          return;
        end if;
        loop
          -- From one post to the next older one that was not looked at, so that stretches in which nobody wrote cost nothing.
          select post_time(p.id) into at from posts p
            where p.program_id = caller and p.id < bound and not p.is_hidden and not p.is_deleted order by p.id desc limit 1;
          exit when at is null;
          -- By the index of words alone: in the order of ids it would be asked of every post whether it has them.
          found := found || array(
            with matching as materialized (
              select p.id, p.program_id, p.thread_id from posts p
              where p.search @@ (wanted && quote_literal(post_mark(caller, bits, at))::tsquery) and not p.is_hidden and not p.is_deleted
            )
            select m.id from matching m join threads t on t.id = m.thread_id
            where m.program_id = caller and m.id < bound
              and t.category_id = any(open_categories) and not t.is_hidden and not t.is_deleted
            order by m.id desc limit most - cardinality(found)
          );
          exit when cardinality(found) >= most;
          bound := rpad(lpad(to_hex((at >> bits) << bits), 12, '0'), 32, '0')::uuid;
          bits := least(bits + 2, 40);
        end loop;
        return query select unnest(found);
      end $$;
      grant execute on function youngest_posts to laurel_tenant;
    `);
    for (const table of TABLES) this.addSql(ownProgram(table, 'select, insert, update, delete'));
  }
}
