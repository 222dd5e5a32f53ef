import { Migration } from '@mikro-orm/migrations';

/** What later commands must know of entries: holds, waiting points, returns. */
export class Migration0004Records extends Migration {
  override up(): void {
    this.addSql(`
      create table records (
        shard smallint not null,
        stream_id uuid not null,
        -- of the entry that it is about
        number bigint not null,
        due_at bigint,
        value json not null,
        primary key (shard, stream_id, number)
      ) with (fillfactor = 80);
      create index records_due on records (shard, stream_id, due_at, number) where due_at is not null;

      grant select on records to laurel_tenant;
      alter table records enable row level security;
      create policy own_program on records to laurel_tenant
        using (exists (select from streams s where s.shard = records.shard and s.stream_id = records.stream_id));
    `);
  }
}
