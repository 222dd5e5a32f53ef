import { Migration } from '@mikro-orm/migrations';

/** Programme of the caller, as the connection was told. Read once a statement. */
const CALLER = `(select nullif(current_setting('laurel.program_id', true), '')::uuid)`;

/** Purchases of members as segments ask about them, taken out of the journal as far as `purchase_folds` says. */
export class Migration0008Purchases extends Migration {
  override up(): void {
    this.addSql(`
      create table purchase_folds (
        shard smallint not null,
        stream_id uuid not null,
        program_id uuid not null,
        -- of the last entry that was taken
        number bigint not null,
        -- when a reward was last redeemed
        redeemed_at bigint,
        primary key (shard, stream_id)
      ) with (fillfactor = 70);

      create table purchases (
        shard smallint not null,
        stream_id uuid not null,
        -- of the entry that recorded it
        number bigint not null,
        program_id uuid not null,
        at bigint not null,
        -- minor units: of all, of what was paid with points, of what came back
        amount bigint not null,
        points bigint not null,
        returned bigint not null,
        is_cancelled boolean not null,
        primary key (shard, stream_id, number)
      ) with (fillfactor = 90);
    `);
    for (const table of ['purchase_folds', 'purchases']) {
      this.addSql(`
        grant select on ${table} to laurel_tenant;
        alter table ${table} enable row level security;
        create policy own_program on ${table} to laurel_tenant using (program_id = ${CALLER});
      `);
    }
  }
}
