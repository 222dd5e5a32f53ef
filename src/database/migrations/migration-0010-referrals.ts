import { Migration } from '@mikro-orm/migrations';

/** Programme of the caller, as the connection was told. Read once a statement. */
const CALLER = `(select nullif(current_setting('laurel.program_id', true), '')::uuid)`;

/** A code for a row of members, at random: 8 characters of 32, without look-alikes. */
const CODE = `(select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + get_byte(random.bytes, i) % 32, 1), '' order by i)
  from (select sha256(convert_to(m.id::text || gen_random_uuid()::text, 'UTF8')) as bytes) random, generate_series(0, 7) i)`;

/** Who referred whom, and the codes that members refer with. */
export class Migration0010Referrals extends Migration {
  override up(): void {
    this.addSql(`
      alter table members add column referral_code text collate "C";
      do $$ begin
        loop
          update members m set referral_code = ${CODE} where referral_code is null and erased_at is null;
          -- the younger of two with one code throws the dice again
          update members m set referral_code = null from members o
            where o.program_id = m.program_id and o.referral_code = m.referral_code and o.id < m.id;
          exit when not found;
        end loop;
      end $$;
      create unique index members_referral_code on members (program_id, referral_code);

      create table referrals (
        id uuid primary key,
        program_id uuid not null references programs,
        referee uuid not null,
        referee_shard smallint not null,
        referrer uuid not null,
        referrer_shard smallint not null,
        rule uuid not null,
        started_at bigint not null,
        -- it may be flagged; the referee's record says
        is_flagged boolean not null,
        -- number of the entry in the referrer's journal that it begins with; null until that is written
        referrer_entry bigint,
        -- nobody is referred twice
        unique (program_id, referee)
      );
      create index referrals_referrer on referrals (program_id, referrer, id);
      create index referrals_flagged on referrals (program_id, id) where is_flagged;

      grant select, insert, update on referrals to laurel_tenant;
      alter table referrals enable row level security;
      create policy own_program on referrals to laurel_tenant using (program_id = ${CALLER}) with check (program_id = ${CALLER});
    `);
  }
}
