import type { Audit } from '../journal/verify.js';

// Who referred whom by the journals of those who were referred, and by the table that lists and guards read.
const COMPARE_REFEREES = `
  with said as (
    select program_id, stream_id as referee, concat_ws(' ', data -> 'input' ->> 'referral', data -> 'input' ->> 'referrer', data -> 'input' ->> 'rule') as place
    from journal where kind = 'REFERRAL_STARTED' and data -> 'input' ->> 'side' = 'REFEREE'
  ), stored as (select program_id, referee, concat_ws(' ', id, referrer, rule) as place from referrals)
  select coalesce(said.referee, stored.referee) as member_id, stored.place as stored, said.place as said
  from said full join stored using (program_id, referee)
  where said.place is distinct from stored.place order by 1`;

// A referrer's entry may be written a moment before the table knows its number.
const COMPARE_REFERRERS = `
  select r.referrer as member_id, concat_ws(' ', r.id, r.referrer_entry) as stored, j.data -> 'input' ->> 'referral' as said
  from referrals r left join journal j on j.shard = r.referrer_shard and j.stream_id = r.referrer and j.number = r.referrer_entry
    and j.kind = 'REFERRAL_STARTED'
  where r.referrer_entry is not null and r.id::text is distinct from j.data -> 'input' ->> 'referral' order by 1`;

/** Compares the table of referrals with what the journals of both sides say. */
export const verifyReferrals: Audit = async (query) => [
  ...(await query(COMPARE_REFEREES, [])).map(
    ({ member_id, stored, said }) => `stream ${member_id}: referral is ${stored ?? 'none'}, the journal says ${said ?? 'none'}`,
  ),
  ...(await query(COMPARE_REFERRERS, [])).map(
    ({ member_id, stored, said }) => `stream ${member_id}: referral ${stored} begins there, the journal says ${said ?? 'none'}`,
  ),
];
