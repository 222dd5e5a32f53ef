import type { Pool } from 'pg';

/** What could not be delivered, and waited for an endpoint that stayed disabled, is kept so long. */
export const KEPT_DAYS = 30;
const PAGE_SIZE = 5_000;

/** Ids are UUIDs of version 7, whose first 48 bits are milliseconds; so the primary key is in the order of time. */
const firstIdAt = (ms: number): string => {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/** Removes deliveries that are too old and secrets that no longer sign. */
export async function cleanUp(pool: Pool, now = Date.now()): Promise<void> {
  await pool.query(
    'update webhook_endpoints set previous_secret = null, previous_secret_until = null where previous_secret_until <= now()',
  );
  const before = firstIdAt(now - KEPT_DAYS * 86_400_000);
  for (let removed = PAGE_SIZE; removed === PAGE_SIZE; ) {
    const { rowCount } = await pool.query(
      'delete from webhook_deliveries where id in (select id from webhook_deliveries where id < $1 order by id limit $2)',
      [before, PAGE_SIZE],
    );
    removed = rowCount ?? 0;
  }
}
