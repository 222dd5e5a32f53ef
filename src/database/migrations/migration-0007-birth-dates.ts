import { Migration } from '@mikro-orm/migrations';

/** Birth dates of members, and up to when birthdays and anniversaries were recorded. */
export class Migration0007BirthDates extends Migration {
  override up(): void {
    this.addSql(`
      alter table members add column birth_date date;
      create index members_birth_date on members (program_id, id) where birth_date is not null;

      create table occasion_positions (
        program_id uuid primary key references programs,
        -- milliseconds; every occasion up to and with this instant was recorded
        done_until bigint not null
      );
      -- Nobody but the worker reads it.
      alter table occasion_positions enable row level security;
    `);
  }
}
