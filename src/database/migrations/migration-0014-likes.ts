import { Migration } from '@mikro-orm/migrations';

/** Who liked whom, and whether it earned: what the rules against likes in rings ask. From where on a thread is followed. */
export class Migration0014Likes extends Migration {
  override up(): void {
    this.addSql(`
      alter table reactions
        -- who wrote the post when it was reacted to; null: erased by then
        add column author_id uuid,
        -- what the reaction's entry says
        add column earns boolean not null default false;
      update reactions r set author_id = p.author_id from posts p where p.id = r.post_id;
      -- the last number of the thread when the member began to follow it: what came later is news
      alter table thread_visits add column since_number int not null default 0;
      create index reactions_between on reactions (member_id, author_id, created_at);
    `);
  }
}
