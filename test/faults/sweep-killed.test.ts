import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import * as api from '../support/generated.js';
import { Caller, createDatabase, dropDatabase, openShop } from '../support/laurel.js';
import { freePort, ServerProcess } from '../support/server-process.js';

const CLOCK = '2020-01-01T00:00:00.000Z';
/** 365 days and some seconds later. */
const DUE = '2021-01-01T00:00:00.000Z';
const LOTS = 10;
const TOGETHER = 500;
const OPERATOR = 'lrl_operator-of-the-swept-database';

/** Its lots lie at as many instants, some of them two to an instant. */
const earnedAt = (lot: number): string => new Date(Date.parse(CLOCK) + (lot >> 1) * 1_500).toISOString();
const expiredAt = (lot: number): number => Date.parse(earnedAt(lot)) + 365 * 86_400_000;

describe('a sweep of many due lots', () => {
  let databaseUrl: string;
  let client: pg.Client;
  const servers: ServerProcess[] = [];
  const folders: string[] = [];
  const server = async (): Promise<ServerProcess> => {
    const folder = await mkdtemp(join(tmpdir(), 'laurel-swept-'));
    folders.push(folder);
    const started = new ServerProcess(folder, await freePort(), { DATABASE_URL: databaseUrl, LAUREL_OPERATOR_KEY: OPERATOR });
    servers.push(started);
    await started.start();
    return started;
  };
  beforeAll(async () => {
    databaseUrl = await createDatabase();
    client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await server();
  });
  afterAll(async () => {
    await client.end();
    for (const each of servers) await each.kill('SIGTERM');
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
    await dropDatabase(databaseUrl);
  });

  /** A programme with so many members, each of whom earned ten lots. */
  async function shopWithLots(name: string, members: number): Promise<Caller> {
    const { url } = servers[0] as ServerProcess;
    const { createProgram } = await new Caller(url, OPERATOR).run(api.CreateProgramDocument, {
      input: { name, currencyCode: 'USD', testClockAt: CLOCK },
    });
    const shop = new Caller(url, createProgram?.secret ?? null);
    await openShop(shop);
    const ids = Array.from({ length: members }, (_, i) => `${name}-${i}`);
    const activities = Array.from({ length: LOTS }, (_, lot) =>
      ids.map((externalId) => ({
        member: { externalId },
        idempotencyKey: `lot-${lot}`,
        effectiveAt: earnedAt(lot),
        // Reviews and purchases earn lots of different sources, which can share an instant.
        ...(lot % 2 === 0 ? { purchase: { amount: `${lot + 1}` } } : { event: { name: 'review' } }),
      })),
    ).flat();
    for (let i = 0; i < members; i += TOGETHER) {
      await shop.run(api.EnrollMembersDocument, {
        input: { members: ids.slice(i, i + TOGETHER).map((externalId) => ({ externalId, enrolledAt: CLOCK })) },
      });
    }
    for (let i = 0; i < activities.length; i += TOGETHER) {
      const list = activities.slice(i, i + TOGETHER);
      const { recordActivities } = await shop.run(api.RecordActivitiesDocument, { input: { activities: list } });
      expect(recordActivities?.outcomes.flatMap(({ errors }) => errors)).toEqual([]);
    }
    return shop;
  }

  const expiredCount = async (name: string): Promise<number> => {
    const { rows } = await client.query(
      `select count(*) from journal j join members m on m.id = j.stream_id where m.external_id like $1 and j.kind = 'POINTS_EXPIRED'`,
      [`${name}-%`],
    );
    return Number(rows[0].count);
  };
  const untilExpired = async (name: string, least: number): Promise<number> => {
    for (;;) {
      const count = await expiredCount(name);
      if (count >= least) return count;
      await sleep(10);
    }
  };
  const untilWaiting = async (): Promise<void> => {
    for (;;) {
      const { rows } = await client.query(`select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`);
      if (rows.length > 0) return;
      await sleep(10);
    }
  };
  /** What was posted for each member by the sweep, members with the same entries together. */
  const swept = async (name: string): Promise<unknown[]> => {
    const { rows } = await client.query(
      `select entries, count(*)::int as members from (
         select m.id, json_agg(json_build_array(j.number, j.kind, j.effective_at, c->'delta', c->'after', c->'lots') order by j.number)::text as entries
         from journal j join members m on m.id = j.stream_id cross join json_array_elements(j.data->'changes') c
         where m.external_id like $1 and j.kind = 'POINTS_EXPIRED' group by m.id) q
       group by entries`,
      [`${name}-%`],
    );
    return rows.map(({ entries, members }) => {
      // Rules have ids of their own in each programme.
      const sources = new Map<string, string>();
      const text = (entries as string).replace(/rule:[0-9a-f-]+/g, (source) => {
        sources.set(source, sources.get(source) ?? `rule ${sources.size}`);
        return sources.get(source) as string;
      });
      return { members, entries: JSON.parse(text) as unknown };
    });
  };
  const advance = (shop: Caller) => shop.run(api.AdvanceClockDocument, { input: { to: DUE } });
  const restarted = async (i: number): Promise<void> => {
    await servers[i]?.kill('SIGKILL');
    await servers[i]?.start();
  };

  test('Points 5: killed half-way it goes on at the next start, with the entries that it posts undisturbed', async () => {
    const [whole, killed] = [await shopWithLots('whole', 1_000), await shopWithLots('killed', 1_000)];
    await advance(whole);
    await untilExpired('whole', 5_000);
    // A sweep that is quicker than whoever watches it would be over before the kill, so it waits at both places to be killed at.
    const places = [500, 2_500];
    for (const place of places) await client.query('select pg_advisory_lock($1)', [place]);
    await client.query(`
      create function wait_at_places() returns trigger language plpgsql as $$
      declare expired int := (select count(*) from journal where kind = 'POINTS_EXPIRED') - 5000;
      begin
        perform pg_advisory_xact_lock_shared(place) from unnest(array[${places.join()}]) place where place <= expired;
        return null;
      end $$;
      create trigger wait_at_places after insert on journal execute function wait_at_places()`);
    await advance(killed);
    for (const place of places) {
      // What is waiting is not committed: the batches before it are what can be seen.
      await untilWaiting();
      expect(await expiredCount('killed')).toBeLessThan(5_000);
      await servers[0]?.kill('SIGKILL');
      await client.query('select pg_advisory_unlock($1)', [place]);
      await servers[0]?.start();
    }
    await untilExpired('killed', 5_000);
    await client.query('drop function wait_at_places cascade');

    const [undisturbed] = (await swept('whole')) as [{ members: number; entries: unknown[][] }];
    expect(await swept('whole')).toHaveLength(1);
    expect(undisturbed.members).toBe(1_000);
    // One entry for each instant, with both of its lots, at exactly that instant.
    expect(undisturbed.entries.map(([, kind, effectiveAt]) => [kind, effectiveAt])).toEqual(
      Array.from({ length: LOTS / 2 }, (_, i) => ['POINTS_EXPIRED', expiredAt(2 * i)]),
    );
    expect(await swept('killed')).toEqual([undisturbed]);
  }, 120_000);

  test('two processes that sweep at the same time do nothing twice', async () => {
    const second = await server();
    const [left, right] = [await shopWithLots('left', 400), await shopWithLots('right', 400)];
    await Promise.all([advance(left), advance(new Caller(second.url, right.secret))]);
    // Both are woken again and again, so that they meet.
    for (let i = 0; (await expiredCount('left')) + (await expiredCount('right')) < 4_000; i += 1) {
      if (i < 5) await restarted(i % 2);
      await sleep(10);
    }
    const entries = [...(await swept('left')), ...(await swept('right'))];
    expect(entries).toMatchObject([{ members: 400 }, { members: 400 }]);
    expect(await expiredCount('left')).toBe(2_000);
    expect(await (servers[0] as ServerProcess).verify()).toMatchObject({ code: 0, output: expect.stringContaining(' 0 differences') });
  }, 120_000);
});
