import type { Audit } from '../journal/verify.js';

// Who is in which household, by the last entry of each member that says so, and by the tables that spending reads.
const COMPARE = `
  with told as (
    select distinct on (program_id, stream_id) program_id, stream_id, kind, data -> 'input' as place
    from journal where kind in ('HOUSEHOLD_JOINED', 'HOUSEHOLD_CHANGED', 'HOUSEHOLD_LEFT')
    order by program_id, stream_id, number desc
  ), said as (
    select program_id, stream_id as member_id,
      concat_ws(' ', place ->> 'household', place ->> 'role', place ->> 'position', place ->> 'spending') as place
    from told where kind <> 'HOUSEHOLD_LEFT'
  ), stored as (
    select m.program_id, m.member_id, concat_ws(' ', h.id, m.role, m.position, h.spending) as place
    from household_members m left join households h on h.id = m.household_id
  )
  select coalesce(said.member_id, stored.member_id) as member_id, stored.place as stored, said.place as said
  from said full join stored using (program_id, member_id)
  where said.place is distinct from stored.place order by 1`;

/** Compares who is in which household with what the journals of members say. */
export const verifyHouseholds: Audit = async (query) =>
  (await query(COMPARE, [])).map(
    ({ member_id, stored, said }) => `stream ${member_id}: household is ${stored ?? 'none'}, the journal says ${said ?? 'none'}`,
  );
