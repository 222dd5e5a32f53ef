import { type RawBuilder, sql } from 'kysely';

/**
 * JSON that may hold what PostgreSQL has no text for (NUL, halves of surrogate pairs, which attributes may contain): in their place stands
 * something else. JSON.stringify escapes nothing else in this way but control characters, so hardly any text is rewritten.
 */
export const readable = (json: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  case when strpos(${json}::text, ${sql.lit('\\u')}) = 0 then ${json}
    else replace(replace(${json}::text, ${sql.lit('\\u0000')}, ${sql.lit('\\u0001')}), ${sql.lit('\\ud')}, ${sql.lit('\\ue')})::json end`;

/** What entries of a stream tell of purchases, a row each: a purchase, or what came back of one. `q` names the stream. */
export const told = (after: RawBuilder<unknown>, upTo: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select
    coalesce(i.purchase, j.number) as number,
    case when i.purchase is null then j.effective_at end as at,
    case when i.purchase is null then i.amount else 0 end as amount,
    coalesce((i."paidWithPoints" ->> 'value')::int8, 0) as points,
    case when i.purchase is null then 0 else i.amount end as returned,
    j.kind = 'PURCHASE_CANCELLED' as is_cancelled
  from journal j
  cross join lateral json_to_record((${readable(sql`j.data`)}) -> 'input') as i(type text, amount int8, purchase int8, "paidWithPoints" json)
  where j.shard = q.shard and j.stream_id = q.stream_id and j.number > ${after} and j.number <= ${upTo}
    and j.kind in ('ACTIVITY_RECORDED', 'PURCHASE_RETURNED', 'PURCHASE_CANCELLED')
    and (i.type = 'PURCHASE' or i.purchase is not null)`;

/** Purchases of a stream `q` with what was paid with money and not returned, one row each: those that were taken out, and what came since. */
export const PURCHASES = sql`
  select at, is_cancelled or (amount > 0 and returned >= amount) as is_gone,
    case
      when amount = 0 or is_cancelled then 0
      when returned = 0 then amount - points
      else amount - points - trunc(returned::numeric * (amount - points) / amount)
    end as money
  from (
    select max(at) as at, sum(amount) as amount, sum(points) as points, sum(returned) as returned, bool_or(is_cancelled) as is_cancelled
    from (
      select p.number, p.at, p.amount, p.points, p.returned, p.is_cancelled
        from purchases p where p.shard = q.shard and p.stream_id = q.stream_id
      union all
      ${told(sql`q.folded`, sql`q.number`)}
    ) told
    group by number
  ) purchase`;

/** When a reward was last redeemed by a stream `q`. */
export const LAST_REDEMPTION = sql`
  select greatest(q.redeemed_at, max(j.effective_at)) as last_at from journal j
  where j.shard = q.shard and j.stream_id = q.stream_id and j.number > q.folded and j.kind in ('REWARD_REDEEMED', 'REWARD_GIFTED')`;
