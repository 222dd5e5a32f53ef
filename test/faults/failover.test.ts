import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import * as api from '../support/generated.js';
import { buy, Caller, enroll, openShop } from '../support/laurel.js';
import { copyCluster, recoverFrom } from '../support/recovered-cluster.js';
import { RawSocket } from '../support/sockets.js';

const QUERY = `subscription ($after: String) { balanceChanged(member: { externalId: "ada" }, after: $after) { __typename
  ... on StreamItem { cursor } ... on StreamReset { reason } ... on BalanceSnapshot { number wallets { active } } ... on BalanceChange { number } } }`;
interface Item {
  readonly __typename: string;
  readonly cursor: string;
  readonly reason?: string;
  readonly number?: number;
  readonly wallets?: readonly { readonly active: number }[];
}

/** What was committed since the backup is lost, as with a standby that lagged behind; the process lives on, at the same address. */
describe('a failover beneath a process', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let app: App;
  let shop: Caller;
  const dataDir = () => join(folder, 'postgres');
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'laurel-failover-'));
    postgres = await startEmbeddedPostgres({ dataDir: dataDir() });
    const config = {
      ...readConfig({}),
      port: 0,
      databaseUrl: postgres.url,
      dataDir: folder,
      isDemoWanted: false,
      rateLimitPerMinute: null,
    };
    app = await startApp(config, () => {});
    const operator = new Caller(app.url, app.operatorKey);
    const { createProgram } = await operator.run(api.CreateProgramDocument, { input: { name: 'Failover', currencyCode: 'USD' } });
    shop = new Caller(app.url, createProgram?.secret ?? null);
    await openShop(shop);
    await enroll(shop, 'ada');
  });
  afterAll(async () => {
    await app.stop();
    await postgres.stop('immediate');
    await rm(folder, { recursive: true, force: true });
  });

  const items = (socket: RawSocket): Item[] =>
    socket.messages.flatMap(({ payload }) => {
      const { data } = (payload ?? {}) as { data?: { balanceChanged: Item } };
      return data ? [data.balanceChanged] : [];
    });
  const follow = async (after: string | null, count: number) => {
    const socket = await RawSocket.known(app.url, shop.secret);
    await socket.subscribe('1', { query: QUERY, variables: { after } });
    await socket.until(() => items(socket).length >= count);
    return socket;
  };
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (tries === 50) throw error;
        await sleep(200);
      }
    }
  };

  test('is told to who follows: numbers that were told before mean something else now', async () => {
    await buy(shop, 'ada', '10');
    await postgres.stop();
    await copyCluster(dataDir(), `${dataDir()}-backup`);
    postgres = await startEmbeddedPostgres({ dataDir: dataDir() });
    const socket = await patiently(() => follow(null, 1));
    await patiently(() => buy(shop, 'ada', '500'));
    await socket.until(() => items(socket).length >= 2);
    const last = items(socket).at(-1) as Item;
    expect(last.__typename).toBe('BalanceChange');

    await postgres.stop('immediate');
    await recoverFrom(`${dataDir()}-backup`, dataDir());
    postgres = await startEmbeddedPostgres({ dataDir: dataDir(), settings: { restore_command: 'false' } });
    // Two purchases of the new history under the numbers of the lost one.
    for (const amount of ['1', '2']) await patiently(() => buy(shop, 'ada', amount));
    expect((await socket.closed).code).toBe(1013);
    expect(items(socket)).toHaveLength(2);
    const [reset, snapshot] = items(await follow(last.cursor, 2)) as [Item, Item];
    expect(reset).toMatchObject({ __typename: 'StreamReset', reason: 'EPOCH_CHANGED' });
    expect(snapshot).toMatchObject({ __typename: 'BalanceSnapshot', wallets: [{ active: 13 }] });
  }, 60_000);
});
