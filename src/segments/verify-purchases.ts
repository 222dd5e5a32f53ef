import { sql } from 'kysely';
import type { Audit } from '../journal/verify.js';
import { told } from './purchases.js';
import { builder } from './query-builder.js';

// What was taken out of the journal, and what the journal says up to the same entries.
const COMPARE = sql`
  with said as (
    select q.stream_id, t.number, q.program_id, max(t.at) as at, sum(t.amount) as amount, sum(t.points) as points, sum(t.returned) as returned,
      bool_or(t.is_cancelled) as is_cancelled
    from purchase_folds q cross join lateral (${told(sql.lit(0), sql`q.number`)}) t
    group by q.stream_id, t.number, q.program_id
  )
  select coalesce(said.stream_id, p.stream_id) as stream_id, coalesce(said.number, p.number) as number
  from said full join purchases p on p.stream_id = said.stream_id and p.number = said.number
  where (said.program_id, said.at, said.amount, said.points, said.returned, said.is_cancelled)
    is distinct from (p.program_id, p.at, p.amount, p.points, p.returned, p.is_cancelled)
  order by 1, 2`.compile(builder).sql;

const COMPARE_FOLDS = `
  select f.stream_id from purchase_folds f left join streams s using (shard, stream_id, program_id)
  where f.number > coalesce(s.number, 0) or f.redeemed_at is distinct from (
    select max(j.effective_at) from journal j
    where j.shard = f.shard and j.stream_id = f.stream_id and j.number <= f.number and j.kind in ('REWARD_REDEEMED', 'REWARD_GIFTED')
  ) order by 1`;

/** Compares the purchases that were taken out of the journal with it. */
export const verifyPurchases: Audit = async (query) => {
  const purchases = await query(COMPARE, []);
  const folds = await query(COMPARE_FOLDS, []);
  return [
    ...purchases.map(({ stream_id, number }) => `stream ${stream_id}: the purchase of entry ${number} differs from what the journal says`),
    ...folds.map(
      ({ stream_id }) => `stream ${stream_id}: what was taken out of the journal goes beyond it, or differs in the last redemption`,
    ),
  ];
};
