import { Migration } from '@mikro-orm/migrations';
import { ownProgram } from './own-program.js';

/** What members report, what moderators decide, and who is kept out. */
export class Migration0012Moderation extends Migration {
  override up(): void {
    this.addSql(`
      alter table posts
        -- the rule for which it waits for moderators, out of sight; null: it does not
        add column held_for text,
        -- flags that nobody has decided on
        add column flag_count int not null default 0,
        -- since when moderators should look at it; null: they need not
        add column queued_at timestamptz;
      create index posts_queue on posts (program_id, queued_at, id) where queued_at is not null;

      -- it waits for moderators, together with its first post
      alter table threads add column is_held boolean not null default false;

      alter table community_members
        -- flags of others on their posts that moderators found right
        add column upheld_flags int not null default 0,
        -- a level of trust that staff set; null: it is counted
        add column trust_set text,
        -- MUTE or BAN; null: neither
        add column restriction text,
        -- null: for good
        add column restricted_until timestamptz;

      create table post_flags (
        program_id uuid not null,
        post_id uuid not null references posts,
        member_id uuid not null,
        reason text not null,
        note text,
        -- the member was trusted when they flagged it
        is_trusted boolean not null,
        -- OPEN, UPHELD or DISMISSED
        status text not null,
        created_at timestamptz not null,
        primary key (post_id, member_id)
      );
      create index post_flags_member on post_flags (member_id);

      create table moderation_actions (
        id uuid primary key,
        program_id uuid not null references programs,
        kind text not null,
        -- as journal entries name them
        moderator text not null,
        -- whom it was about
        member_id uuid,
        thread_id uuid,
        post_id uuid,
        -- a text of staff; null: none, or erased with the member
        reason text,
        -- ids, numbers and instants
        detail jsonb not null,
        created_at timestamptz not null
      );
      create index moderation_actions_all on moderation_actions (program_id, id);
      create index moderation_actions_member on moderation_actions (member_id, id);
      create index moderation_actions_thread on moderation_actions (thread_id, id);
      create index moderation_actions_moderator on moderation_actions (program_id, moderator, id);
    `);
    for (const table of ['post_flags', 'moderation_actions']) this.addSql(ownProgram(table, 'select, insert, update, delete'));
  }
}
