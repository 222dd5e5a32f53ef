import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../support/generated.js';
import { buy, Caller, createDatabase, dropDatabase, enroll, newKey, openShop, TestLaurel } from '../support/laurel.js';
import { TcpProxy, targetOf } from '../support/tcp-proxy.js';

describe('Concurrency: a connection that breaks when nobody knows the outcome', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let database: string;
  let behindDatabase: TcpProxy;
  let beforeApp: TcpProxy;
  /** What happens to the next commit on its way to the database. */
  let next: 'pass' | 'cut when sent' | 'cut when done' = 'pass';
  let isNextAnswerCut = false;
  let cuts = 0;
  const cut = (connection: { cut(): void }) => {
    cuts += 1;
    connection.cut();
  };

  beforeAll(async () => {
    database = await createDatabase();
    behindDatabase = await TcpProxy.start(() => targetOf(database), {
      onClientData: (data, connection) => {
        if (next !== 'cut when sent' || !data.includes('commit\0')) return;
        next = 'pass';
        cut(connection);
      },
      onServerData: (data, connection) => {
        if (next !== 'cut when done' || !data.includes('COMMIT\0')) return undefined;
        next = 'pass';
        cut(connection);
        return false;
      },
    });
    laurel = await TestLaurel.start({ databaseUrl: behindDatabase.through(database) });
    shop = await laurel.program(null);
    await openShop(shop);
    beforeApp = await TcpProxy.start(() => targetOf(laurel.url), {
      onServerData: (_data, connection) => {
        if (!isNextAnswerCut) return undefined;
        isNextAnswerCut = false;
        cut(connection);
        return false;
      },
    });
  });
  afterAll(async () => {
    await beforeApp.stop();
    await laurel.stop();
    await behindDatabase.stop();
    await dropDatabase(database);
  });

  const balance = async (externalId: string) => (await shop.run(api.MemberDocument, { ref: { externalId } })).member?.wallets[0]?.active;
  const spendTen = async (caller: Caller, externalId: string, idempotencyKey: string) =>
    (await caller.run(api.SpendPointsDocument, { input: { member: { externalId }, idempotencyKey, amount: 10 } })).spendPoints;

  test.each(['cut when sent', 'cut when done'] as const)('to the database, %s: the caller hears the truth, and again', async (how) => {
    const externalId = how.replaceAll(' ', '-');
    await enroll(shop, externalId);
    await buy(shop, externalId, '100');
    for (let round = 1; round <= 5; round += 1) {
      const key = newKey();
      const before = cuts;
      next = how;
      const first = await spendTen(shop, externalId, key);
      expect(cuts).toBe(before + 1);
      const again = await spendTen(shop, externalId, key);
      expect(again).toMatchObject({ replayed: true, errors: [], entry: { id: first?.entry?.id } });
      expect(await balance(externalId)).toBe(100 - 10 * round);
    }
  });

  test('a refusal is told again too, and is still one', async () => {
    await enroll(shop, 'poor');
    const key = newKey();
    next = 'cut when done';
    const first = await spendTen(shop, 'poor', key);
    await buy(shop, 'poor', '50');
    const again = await spendTen(shop, 'poor', key);
    expect(first?.errors).toMatchObject([{ __typename: 'InsufficientPoints', available: 0 }]);
    expect(again).toMatchObject({ replayed: true, errors: [{ __typename: 'InsufficientPoints', available: 0 }] });
  });

  test('to the caller: its next try with the same key learns the outcome', async () => {
    await enroll(shop, 'far');
    await buy(shop, 'far', '100');
    const far = new Caller(beforeApp.through(laurel.url), shop.secret);
    const key = newKey();
    isNextAnswerCut = true;
    await expect(spendTen(far, 'far', key)).rejects.toThrow('fetch failed');
    const { commandOutcome } = await shop.run(api.CommandOutcomeDocument, { member: { externalId: 'far' }, idempotencyKey: key });
    expect(await spendTen(far, 'far', key)).toMatchObject({ replayed: true, entry: { number: commandOutcome?.entry?.number } });
    expect(await balance('far')).toBe(90);
  });
});
