import { Migration } from '@mikro-orm/migrations';

/** How far each reactor has come, and what webhooks need: endpoints, what is still to be delivered, replays under way. */
export class Migration0003Webhooks extends Migration {
  override up(): void {
    this.addSql(`
      create table reactor_positions (
        reactor text not null,
        lane smallint not null,
        -- the last position of the lane that was handled
        position bigint not null,
        primary key (reactor, lane)
      ) with (fillfactor = 10);

      create table webhook_endpoints (
        id uuid primary key,
        program_id uuid not null references programs,
        url text not null,
        description text,
        -- the filter; null: whatever it is
        kinds text[],
        member_ids uuid[],
        currency_ids uuid[],
        is_enabled boolean not null,
        disabled_reason text,
        disabled_at timestamptz,
        -- encrypted; the previous one signs, too, until its instant
        secret bytea not null,
        previous_secret bytea,
        previous_secret_until timestamptz,
        -- the lanes' positions when it was made, behind which its entries lie
        starts bigint[] not null default '{}',
        last_success_at timestamptz,
        -- the first failure since the last success
        failing_since timestamptz,
        -- rounds without any success in a row; the endpoint rests in between
        failed_rounds integer not null default 0,
        resting_until timestamptz,
        -- whoever sends to it at the moment, and for how long nobody else may
        lease uuid,
        leased_until timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      ) with (fillfactor = 70);
      create index webhook_endpoints_program on webhook_endpoints (program_id, id);
      create index webhook_endpoints_enabled on webhook_endpoints (program_id) where is_enabled;

      -- What was not delivered yet. A success deletes its row.
      create table webhook_deliveries (
        id uuid primary key,
        endpoint_id uuid not null references webhook_endpoints on delete cascade,
        shard smallint not null,
        stream_id uuid not null,
        number bigint not null,
        kind text not null,
        -- how far each lane was handled up to and with this entry
        positions bigint[] not null,
        is_replay boolean not null,
        is_dead boolean not null default false,
        attempts smallint not null default 0,
        next_attempt_at timestamptz not null default now(),
        last_attempt_at timestamptz,
        last_status smallint,
        last_error text,
        created_at timestamptz not null default now()
      );
      create index webhook_deliveries_due on webhook_deliveries (endpoint_id, next_attempt_at, id) where not is_dead;
      create index webhook_deliveries_list on webhook_deliveries (endpoint_id, is_dead, id);

      create table webhook_replays (
        endpoint_id uuid primary key references webhook_endpoints on delete cascade,
        -- the positions that were handled, and those to end with, a lane each
        positions bigint[] not null,
        until bigint[] not null,
        -- when it had its last turn
        turn_at timestamptz not null default now()
      );

      -- The second wall, as around all other tables; the sender and the reactors work for all programmes and stand outside.
      grant select, insert, update, delete on webhook_endpoints to laurel_tenant;
      grant select on webhook_deliveries, webhook_replays to laurel_tenant;
      alter table webhook_endpoints enable row level security;
      alter table webhook_deliveries enable row level security;
      alter table webhook_replays enable row level security;
      create policy own_program on webhook_endpoints to laurel_tenant
        using (program_id = (select nullif(current_setting('laurel.program_id', true), '')::uuid))
        with check (program_id = (select nullif(current_setting('laurel.program_id', true), '')::uuid));
      create policy own_program on webhook_deliveries to laurel_tenant
        using (exists (select from webhook_endpoints e where e.id = endpoint_id));
      create policy own_program on webhook_replays to laurel_tenant
        using (exists (select from webhook_endpoints e where e.id = endpoint_id));
    `);
  }
}
