import { Migration } from '@mikro-orm/migrations';

/** Programme of the caller, as the connection was told. Read once a statement. */
const CALLER = `(select nullif(current_setting('laurel.program_id', true), '')::uuid)`;

/** Households, and who is in which. */
export class Migration0006Households extends Migration {
  override up(): void {
    this.addSql(`
      create table households (
        id uuid primary key,
        program_id uuid not null references programs,
        name text not null,
        spending text not null check (spending in ('IN_PROPORTION', 'IN_ORDER')),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index households_program on households (program_id, id);

      create table household_members (
        program_id uuid not null references programs,
        member_id uuid not null,
        household_id uuid not null references households deferrable initially deferred,
        role text not null check (role in ('OWNER', 'SPENDER', 'CONTRIBUTOR')),
        position integer not null,
        joined_at timestamptz not null,
        -- nobody is in two
        primary key (program_id, member_id)
      );
      create index household_members_household on household_members (household_id, position);
    `);
    for (const table of ['households', 'household_members']) {
      this.addSql(`
        grant select, insert, update, delete on ${table} to laurel_tenant;
        alter table ${table} enable row level security;
        create policy own_program on ${table} to laurel_tenant using (program_id = ${CALLER}) with check (program_id = ${CALLER});
      `);
    }
  }
}
