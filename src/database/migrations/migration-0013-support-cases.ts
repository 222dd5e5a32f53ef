import { Migration } from '@mikro-orm/migrations';
import { ownProgram } from './own-program.js';

/** Support cases and what was written in them. What happens to a case is told by its stream; what people wrote is here alone. */
export class Migration0013SupportCases extends Migration {
  override up(): void {
    this.addSql(`
      create table support_cases (
        -- of its stream, too
        id uuid primary key,
        program_id uuid not null references programs,
        -- null once the member is erased, as all that people wrote
        member_id uuid,
        subject text,
        status text not null check (status in ('OPEN', 'PENDING', 'SOLVED', 'CLOSED')),
        priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
        assignee_id uuid references staff,
        thread_id uuid,
        message_count integer not null,
        -- instants are milliseconds of the programme's clock
        created_at bigint not null,
        updated_at bigint not null,
        first_response_due_at bigint,
        first_responded_at bigint,
        -- while the clock of the resolution rests: null, or when it was missed
        resolution_due_at bigint,
        -- business hours that it had run when it last stopped, in milliseconds
        resolution_used_ms bigint not null,
        -- null: it rests
        resolution_running_since bigint,
        -- the next thing that is due of an open case; the largest exact number: nothing
        due_at bigint not null,
        solved_at bigint,
        closes_at bigint,
        closed_at bigint,
        satisfaction smallint check (satisfaction between 1 and 5),
        satisfaction_comment text,
        -- when it was first said
        satisfaction_at bigint,
        request_key text,
        request_hash text,
        unique (program_id, member_id, request_key)
      );
      create index support_cases_due on support_cases (program_id, due_at, id);
      create index support_cases_queue on support_cases (program_id, due_at, id) where status <> 'CLOSED';
      create index support_cases_assignee on support_cases (assignee_id, due_at, id) where assignee_id is not null;
      create index support_cases_member on support_cases (program_id, member_id, id);
      create index support_cases_closing on support_cases (program_id, closes_at) where status = 'SOLVED';

      create table case_messages (
        case_id uuid not null references support_cases,
        -- from 1, without gaps
        number integer not null,
        program_id uuid not null references programs,
        -- for whom it speaks
        author text not null check (author in ('MEMBER', 'STAFF', 'KEY')),
        -- who wrote it, as entries name actors
        written_by text not null,
        -- null: erased
        body text,
        attachments text[] not null,
        is_internal boolean not null,
        created_at bigint not null,
        request_key text,
        request_hash text,
        primary key (case_id, number),
        unique (case_id, request_key)
      );
    `);
    for (const table of ['support_cases', 'case_messages']) this.addSql(ownProgram(table, 'select, insert, update'));
  }
}
