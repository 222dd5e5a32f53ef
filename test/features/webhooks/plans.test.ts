import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { claim, readDue } from '../../../src/webhooks/outbox.js';
import { enroll, openShop, TestLaurel } from '../../support/laurel.js';

/** Rows that a busy, half-dead installation has: one endpoint with a long backlog, others with a little. */
const BACKLOG = 60_000;

describe('the plans behind the outbox', () => {
  let laurel: TestLaurel;
  let pool: pg.Pool;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    // Nobody else shall claim anything.
    await laurel.app.services.webhooks.stop();
    pool = new pg.Pool({ connectionString: laurel.databaseUrl, max: 1, options: '-c plan_cache_mode=force_custom_plan' });
    const shop = await laurel.program();
    await openShop(shop);
    await enroll(shop, 'ann');
    await pool.query(
      `insert into webhook_endpoints (id, program_id, url, is_enabled, secret, created_at, updated_at)
        select gen_random_uuid(), p.id, 'https://example.com/', true, '', now(), now() from programs p, generate_series(1, 20)`,
    );
    await pool.query(
      `insert into webhook_deliveries (id, endpoint_id, shard, stream_id, number, kind, positions, is_replay, next_attempt_at)
        select gen_random_uuid(), e.id, j.shard, j.stream_id, j.number, j.kind, '{0,0,0,0}', false,
            now() + case when e.nth = 1 or i % 2 = 0 then interval '1 hour' else interval '-1 hour' end
          from (select id, row_number() over (order by id) as nth from webhook_endpoints) e
          cross join lateral generate_series(1, case when e.nth = 1 then ${BACKLOG} else 50 end) i
          cross join (select * from journal order by lane, position limit 1) j`,
    );
    await pool.query('analyze webhook_deliveries; analyze webhook_endpoints');
  });
  afterAll(async () => {
    await pool.end();
    await laurel.stop();
  });

  const touched = async (work: () => Promise<unknown>): Promise<number> => {
    const read = async () => {
      await pool.query('select pg_stat_force_next_flush()');
      const { rows } = await pool.query(
        `select seq_tup_read + coalesce(idx_tup_fetch, 0) as count from pg_stat_user_tables where relname = 'webhook_deliveries'`,
      );
      return Number(rows[0].count);
    };
    const before = await read();
    await work();
    return (await read()) - before;
  };

  test('due endpoints and deliveries are found without reading the backlog', async () => {
    let claimed: { id: string }[] = [];
    const claiming = await touched(async () => {
      claimed = await claim(pool, '00000000-0000-7000-8000-000000000000', 60_000, 32);
    });
    expect(claimed).toHaveLength(19);
    expect(claiming).toBeLessThan(200);
    const reading = await touched(async () => {
      expect(await readDue(pool, claimed[0]?.id as string)).toHaveLength(25);
    });
    expect(reading).toBeLessThan(200);
  });
});
