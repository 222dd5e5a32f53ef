import type { Audit } from '../journal/verify.js';

// How many codes each pool has: by its row, by the codes themselves, and by the entries that imported them.
const COMPARE = `
  with said as (
    select (data -> 'input' ->> 'pool')::uuid as id, sum((data -> 'input' ->> 'count')::int8) as size
    from journal where kind = 'VOUCHERS_IMPORTED' group by 1
  ), stored as (
    select pool_id as id, count(*) as size, max(position) as last from voucher_codes group by 1
  )
  select p.id, p.size as row, coalesce(stored.size, 0) as codes, coalesce(stored.last, 0) as last, coalesce(said.size, 0) as said
  from voucher_pools p full join stored using (id) full join said using (id)
  where (p.size, stored.size, stored.last) is distinct from (said.size, said.size, said.size) and coalesce(p.size, said.size, stored.size) <> 0
  order by 1`;

/** Compares the codes of pools with what the programmes' journals say of them. */
export const verifyPools: Audit = async (query) =>
  (await query(COMPARE, [])).map(
    ({ id, row, codes, last, said }) =>
      `voucher pool ${id}: has ${codes} codes up to position ${last} and size ${row}, the journal says ${said}`,
  );
