import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unitOfWork } from '../../../src/database/unit-of-work.js';
import { localId } from '../../../src/graphql/global-id.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';

/** Tables without a row of any one programme. */
const OF_NO_PROGRAM = ['installation', 'lanes', 'migrations', 'reactor_positions'];

describe('the wall between programmes in the database', () => {
  let laurel: TestLaurel;
  const programs: string[] = [];
  const members: string[] = [];
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    for (const externalId of ['ours', 'theirs']) {
      const shop: Caller = await laurel.program(null);
      await openShop(shop);
      members.push(localId('member', await enroll(shop, externalId)) as string);
      await buy(shop, externalId, '10');
      await shop.run(api.SpendPointsDocument, { input: { member: { externalId }, idempotencyKey: newKey(), amount: 99 } });
      const { viewer } = await shop.run(api.ViewerDocument, {});
      programs.push(localId('program', viewer?.programId as string) as string);
    }
  });
  afterAll(() => laurel.stop());
  const ours = () => laurel.app.services.programReads.of(programs[0] as string);
  const tables = async () => {
    const { rows } = await laurel.app.services.reads.query<{ name: string; is_walled: boolean }>(
      `select relname as name, relrowsecurity as is_walled from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    return rows.filter(({ name }) => !OF_NO_PROGRAM.includes(name));
  };

  test('stands around every table that holds something of a programme', async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThanOrEqual(10);
    expect(all.filter(({ is_walled: isWalled }) => !isWalled)).toEqual([]);
  });

  test('shows a statement that forgets to ask for the programme nothing of another one', async () => {
    const { reads } = laurel.app.services;
    const count = async (from: { query: typeof reads.query }, table: string) =>
      Number(((await from.query(`select count(*) from ${table}`)).rows[0] as { count: string }).count);
    let seen = 0;
    for (const { name } of await tables()) {
      if (!(await reads.query(`select has_table_privilege('laurel_tenant', $1, 'select') as may`, [name])).rows[0].may) continue;
      const [all, own] = [await count(reads, name), await count(ours() as never, name)];
      const both = own + (await count(laurel.app.services.programReads.of(programs[1] as string) as never, name));
      // The operator's key belongs to neither.
      expect([name, both]).toEqual([name, name === 'api_keys' ? all - 1 : all]);
      if (own > 0) seen += 1;
    }
    expect(seen).toBeGreaterThanOrEqual(8);
    const { rows } = await ours().query(
      'select stream_id from journal union select stream_id from lots union select stream_id from streams',
    );
    expect(rows.map((row) => row.stream_id).sort()).toEqual([programs[0], members[0]].sort());
  });

  test('shows nothing to who was told no programme, or the secret to anybody', async () => {
    const pool = (laurel.app.services.programReads as unknown as { pool: typeof laurel.app.services.reads }).pool;
    const client = await pool.connect();
    await client.query(`select set_config('laurel.program_id', '', false)`);
    expect((await client.query('select * from members')).rows).toEqual([]);
    client.release(true);
    await expect(ours().query('select * from installation')).rejects.toMatchObject({ code: '42501' });
  });

  test('lets no unit of work change another programme, or any balance', async () => {
    const services = laurel.app.services;
    const inOurs = (sql: string, ...values: unknown[]) =>
      unitOfWork({ services, programId: programs[0] as string }, async (_em, tx) => ({
        result: await tx.query({ name: 'attempt', text: sql }, values),
        commands: [],
      }));
    expect(await inOurs('update members set given_name = $1 where id = $2 returning id', 'Mallory', members[1])).toEqual([]);
    const insert = `insert into members (id, program_id, shard, created_at, updated_at) values (gen_random_uuid(), $1, 0, now(), now())`;
    await expect(inOurs(insert, programs[1])).rejects.toThrow('row-level security');
    for (const table of ['journal', 'streams', 'lots', 'refusals', 'lanes']) {
      await expect(inOurs(`delete from ${table}`)).rejects.toThrow('permission denied');
    }
  });

  test('does not turn look-ups into scans', async () => {
    const { reads } = laurel.app.services;
    await reads.query(
      `insert into members (id, program_id, shard, external_id, email, created_at, updated_at)
        select gen_random_uuid(), $1, 0, 'many-' || i, 'many-' || i || '@example.com', now(), now() from generate_series(1, 20000) i`,
      [programs[0]],
    );
    await reads.query('analyze members');
    const { rows } = await ours().query<{ 'QUERY PLAN': string }>(
      `explain select id from members where program_id = $1 and (external_id = any($2::text[]) or email_key = any($3::text[]))`,
      [programs[0], ['many-7'], ['many-9@example.com']],
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('members_external_id');
    expect(plan).toContain('members_email');
    expect(plan).not.toContain('Seq Scan');
    await reads.query(`delete from members where external_id like 'many-%'`);
  });
});
