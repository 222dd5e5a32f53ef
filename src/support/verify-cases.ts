import type { Audit } from '../journal/verify.js';

// How each case stands by the last entry of its stream, by its row, and by the messages that are there. The version of the UUID names its kind.
const COMPARE = `
  with last as (
    select distinct on (program_id, stream_id) program_id, stream_id, data -> 'input' as facts
    from journal where substr(stream_id::text, 15, 1) = 'a' order by program_id, stream_id, number desc
  ), said as (
    select program_id, stream_id as id,
      concat_ws(' ', facts ->> 'status', facts ->> 'priority', coalesce(facts ->> 'assignee', 'nobody'), facts ->> 'messages') as stands
    from last
  ), written as (
    select case_id, count(*) as messages, max(number) as last from case_messages group by case_id
  ), stored as (
    select c.program_id, c.id, concat_ws(' ', c.status, c.priority, coalesce(c.assignee_id::text, 'nobody'), c.message_count) as stands,
      coalesce(w.messages, 0) = c.message_count and coalesce(w.last, 0) = c.message_count as is_whole
    from support_cases c left join written w on w.case_id = c.id
  )
  select coalesce(said.id, stored.id) as id, stored.stands as stored, said.stands as said, stored.is_whole
  from said full join stored using (program_id, id)
  where said.stands is distinct from stored.stands or not stored.is_whole order by 1`;

/** Compares how support cases stand with what their streams say: status, priority, assignee and number of messages. */
export const verifyCases: Audit = async (query) =>
  (await query(COMPARE, [])).map(({ id, stored, said, is_whole }) =>
    stored === said && !is_whole
      ? `stream ${id}: messages of the case are missing`
      : `stream ${id}: case is ${stored ?? 'none'}, the journal says ${said ?? 'none'}`,
  );
