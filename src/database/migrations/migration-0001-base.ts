import { Migration } from '@mikro-orm/migrations';

/** How many lanes a new database gets. It can be changed only by starting a new epoch. */
const LANE_COUNT = 4;

/**
 * The first schema. Instants of the hot tables (journal, streams, lots) are bigint milliseconds since
 * 1970-01-01T00:00Z: exact, and cheap to read and write. `shard` leads every key of the hot tables.
 */
export class Migration0001Base extends Migration {
  override up(): void {
    this.addSql(`
      create table installation (
        is_only boolean primary key default true check (is_only),
        lane_count smallint not null,
        -- Seals cursors. Random, made here, never shown.
        secret bytea not null,
        created_at timestamptz not null default now()
      );
      insert into installation (lane_count, secret)
        values (${LANE_COUNT}, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

      create table lanes (
        lane smallint primary key,
        position bigint not null,
        hash text not null,
        posted_at bigint not null
      ) with (fillfactor = 10);
      insert into lanes select lane, 0, repeat('0', 64), 0 from generate_series(0, ${LANE_COUNT - 1}) lane;

      create table programs (
        id uuid primary key,
        version integer not null,
        -- null: the real clock
        test_clock bigint,
        created_at timestamptz not null default now()
      );
      create table program_versions (
        program_id uuid not null references programs,
        version integer not null,
        settings json not null,
        published_at timestamptz not null default now(),
        primary key (program_id, version)
      );

      create table api_keys (
        id uuid primary key,
        -- null: the operator's key, which may only create programmes
        program_id uuid references programs,
        name text not null,
        prefix text not null,
        hash text not null unique,
        scopes text[] not null,
        created_at timestamptz not null,
        revoked_at timestamptz
      );
      create index api_keys_program on api_keys (program_id, id);

      create table members (
        id uuid primary key,
        program_id uuid not null references programs,
        shard smallint not null,
        external_id text,
        email text,
        given_name text,
        family_name text,
        attributes json,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index members_external_id on members (program_id, external_id);
      create unique index members_email on members (program_id, lower(email));
      create index members_program on members (program_id, id);

      create table journal (
        shard smallint not null,
        stream_id uuid not null,
        number bigint not null,
        lane smallint not null,
        position bigint not null,
        program_id uuid not null,
        kind text not null,
        effective_at bigint not null,
        posted_at bigint not null,
        idempotency_key text,
        input_hash bytea,
        external_id text,
        -- json, not jsonb: the hash covers the text to the byte
        data json not null,
        hash bytea not null,
        primary key (shard, stream_id, number)
      );
      create unique index journal_key on journal (shard, stream_id, idempotency_key) where idempotency_key is not null;
      create unique index journal_external_id on journal (shard, stream_id, external_id) where external_id is not null;
      create index journal_position on journal (lane, position);

      create table refusals (
        shard smallint not null,
        stream_id uuid not null,
        idempotency_key text not null,
        input_hash bytea not null,
        refusal json not null,
        refused_at bigint not null,
        primary key (shard, stream_id, idempotency_key)
      );

      create table streams (
        shard smallint not null,
        stream_id uuid not null,
        program_id uuid not null,
        number bigint not null,
        settled_at bigint not null,
        next_due_at bigint,
        status text not null,
        state json not null,
        primary key (shard, stream_id)
      ) with (fillfactor = 70);
      create index streams_due on streams (program_id, next_due_at) where next_due_at is not null;

      create table lots (
        shard smallint not null,
        stream_id uuid not null,
        -- 2^53 - 1: never
        expires_at bigint not null,
        currency_id uuid not null,
        source text not null,
        number bigint not null,
        remaining bigint not null check (remaining > 0),
        primary key (shard, stream_id, expires_at, currency_id, source)
      ) with (fillfactor = 80);
    `);
  }
}
