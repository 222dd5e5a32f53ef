import { Migration } from '@mikro-orm/migrations';

/** Programme of the caller, as the connection was told. Read once a statement. */
const CALLER = `(select nullif(current_setting('laurel.program_id', true), '')::uuid)`;

/** Entries found across streams, imported codes, and what is said of gifts. */
export class Migration0009Vouchers extends Migration {
  override up(): void {
    this.addSql(`
      create table listings (
        program_id uuid not null,
        list text collate "C" not null,
        key text collate "C" not null,
        shard smallint not null,
        stream_id uuid not null,
        number bigint not null,
        primary key (program_id, list, key)
      );

      create table voucher_pools (
        id uuid primary key,
        program_id uuid not null references programs,
        -- how many codes it has; their positions are 1, 2, 3…
        size bigint not null
      );

      create table voucher_codes (
        program_id uuid not null,
        pool_id uuid not null references voucher_pools,
        position bigint not null,
        voucher_id uuid not null,
        -- SHA-256 of the code as it is compared
        hash bytea not null,
        -- null: generated, and derived when it is asked for
        code text,
        primary key (pool_id, position)
      );
      create unique index voucher_codes_hash on voucher_codes (program_id, hash);

      create table gifts (
        id uuid primary key,
        program_id uuid not null references programs,
        sender_id uuid not null,
        idempotency_key text not null,
        claim_hash bytea not null,
        -- null: erased
        email text,
        message text,
        created_at timestamptz not null,
        unique (program_id, sender_id, idempotency_key)
      );
      create unique index gifts_claim on gifts (program_id, claim_hash);
    `);
    const grants = { listings: 'select', voucher_pools: 'select, insert, update', voucher_codes: 'select, insert' };
    for (const [table, granted] of Object.entries({ ...grants, gifts: 'select, insert, update, delete' })) {
      this.addSql(`
        grant ${granted} on ${table} to laurel_tenant;
        alter table ${table} enable row level security;
        create policy own_program on ${table} to laurel_tenant using (program_id = ${CALLER}) with check (program_id = ${CALLER});
      `);
    }
  }
}
