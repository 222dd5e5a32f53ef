import { Migration } from '@mikro-orm/migrations';

/** What the members of a programme used together of budgets, and staff of their limits, in each period. */
export class Migration0005SharedCounters extends Migration {
  override up(): void {
    this.addSql(`
      create table shared_counters (
        program_id uuid not null,
        counter text collate "C" not null,
        -- first instant of the period
        "window" bigint not null,
        used bigint not null,
        primary key (program_id, counter, "window")
      ) with (fillfactor = 50);

      grant select on shared_counters to laurel_tenant;
      alter table shared_counters enable row level security;
      create policy own_program on shared_counters to laurel_tenant
        using (program_id = (select nullif(current_setting('laurel.program_id', true), '')::uuid));
    `);
  }
}
