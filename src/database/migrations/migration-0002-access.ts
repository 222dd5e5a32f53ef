import { Migration } from '@mikro-orm/migrations';

/** Programme of the caller, as the connection was told; null: none, and then nothing is seen. Read once a statement. */
const CALLER = `(select nullif(current_setting('laurel.program_id', true), '')::uuid)`;
const OF_CALLERS_STREAM = (table: string): string =>
  `exists (select from streams s where s.shard = ${table}.shard and s.stream_id = ${table}.stream_id)`;

/** What the role of the second wall may do. Balances are not among what it may write. */
const TENANT_TABLES: readonly { table: string; grants: string; isOwn: string }[] = [
  { table: 'programs', grants: 'select, insert, update', isOwn: `id = ${CALLER}` },
  { table: 'program_versions', grants: 'select, insert', isOwn: `program_id = ${CALLER}` },
  { table: 'api_keys', grants: 'select, insert, update', isOwn: `program_id = ${CALLER}` },
  { table: 'staff', grants: 'select, insert, update', isOwn: `program_id = ${CALLER}` },
  { table: 'identity_providers', grants: 'select, insert, delete', isOwn: `program_id = ${CALLER}` },
  { table: 'members', grants: 'select, insert, update', isOwn: `program_id = ${CALLER}` },
  { table: 'journal', grants: 'select', isOwn: `program_id = ${CALLER}` },
  { table: 'streams', grants: 'select', isOwn: `program_id = ${CALLER}` },
  { table: 'lots', grants: 'select', isOwn: OF_CALLERS_STREAM('lots') },
  { table: 'refusals', grants: 'select', isOwn: OF_CALLERS_STREAM('refusals') },
];

/** Staff, rotation of keys, identity providers, erasure, and row level security between programmes. */
export class Migration0002Access extends Migration {
  override up(): void {
    this.addSql(`
      create table staff (
        id uuid primary key,
        program_id uuid not null references programs,
        name text not null,
        -- in lower case
        email text,
        role text not null check (role in ('ADMIN', 'STAFF')),
        created_at timestamptz not null,
        disabled_at timestamptz
      );
      create unique index staff_email on staff (program_id, email);

      alter table api_keys
        -- whose personal key it is; null: a partner's
        add column staff_id uuid references staff deferrable initially deferred,
        -- the secret before the last rotation, and until when it works
        add column previous_hash text unique,
        add column previous_expires_at timestamptz,
        add column expires_at timestamptz,
        add column last_used_at timestamptz;

      create table identity_providers (
        id uuid primary key,
        program_id uuid not null references programs,
        name text not null,
        issuer text not null,
        audience text not null,
        jwks_url text not null,
        algorithms text[] not null,
        token_type text not null,
        signs_in text not null check (signs_in in ('STAFF', 'MEMBER')),
        member_claim text,
        created_at timestamptz not null,
        unique (issuer, audience)
      );
      create index identity_providers_program on identity_providers (program_id, id);

      alter table members
        -- Plain text behind plain equality: the row level security lets an index serve it, which lower(email) would not be let.
        add column email_key text generated always as (lower(email)) stored,
        -- keys the digests in this member's entries; gone with the erasure, and with it their meaning
        add column digest_key bytea,
        add column erased_at timestamptz;
      drop index members_email;
      create unique index members_email on members (program_id, email_key);

      do $$ begin
        if not exists (select from pg_roles where rolname = 'laurel_tenant') then create role laurel_tenant nologin; end if;
      exception when duplicate_object or unique_violation then null;
      end $$;
      do $$ begin
        if not pg_has_role(current_user, 'laurel_tenant', 'member') then
          execute format('grant laurel_tenant to %I', current_user);
        end if;
      end $$;
    `);
    for (const { table, grants, isOwn } of TENANT_TABLES) {
      this.addSql(`
        grant ${grants} on ${table} to laurel_tenant;
        alter table ${table} enable row level security;
        create policy own_program on ${table} to laurel_tenant using (${isOwn}) with check (${isOwn});
      `);
    }
    this.addSql('grant select on lanes to laurel_tenant; grant usage on schema public to laurel_tenant;');
  }
}
