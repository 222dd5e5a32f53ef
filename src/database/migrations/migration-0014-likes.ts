import { Migration } from '@mikro-orm/migrations';

/** Who liked whom, and whether it earned: what the rules against likes in rings ask. */
export class Migration0014Likes extends Migration {
  override up(): void {
    this.addSql(`
      alter table reactions
        -- who wrote the post when it was reacted to; null: erased by then
        add column author_id uuid,
        -- what the reaction's entry says
        add column earns boolean not null default false;
      update reactions r set author_id = p.author_id from posts p where p.id = r.post_id;
      create index reactions_between on reactions (member_id, author_id, created_at);
    `);
  }
}
