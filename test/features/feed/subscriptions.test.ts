import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import WebSocket from 'ws';
import { Collected } from '../../support/collected.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, openShop, spend } from '../../support/laurel.js';
import { WriterAndReader, wakers } from '../../support/wakers.js';

type Balance = NonNullable<api.BalanceChangedSubscription['balanceChanged']>;
type Change = Extract<Balance, { __typename: 'BalanceChange' }>;
type Journal = NonNullable<api.JournalItemsSubscription['journal']>;

describe.each(wakers)('subscriptions, woken %s,', (waker) => {
  let laurel: WriterAndReader;
  let shop: Caller;
  let reading: Caller;
  let client: Client;
  beforeAll(async () => {
    laurel = await WriterAndReader.start(waker);
    shop = await laurel.writer.program();
    await openShop(shop);
    reading = laurel.reading(shop);
    client = reading.live();
  });
  afterAll(async () => {
    await client.dispose();
    await laurel.stop();
  });
  const balance = (externalId: string, after?: string, through = client) =>
    new Collected<Balance>(through, api.BalanceChangedDocument, { member: { externalId }, ...(after && { after }) }, 'balanceChanged');

  test('begin with a snapshot, then send each change with the number it follows', async () => {
    await enroll(shop, 'live');
    await buy(shop, 'live', '10');
    const stream = balance('live');
    await stream.until((items) => items.length === 1);
    await spend(shop, 'live', 4);
    await shop.run(api.SuspendMemberDocument, { input: { member: { externalId: 'live' } } });
    await shop.run(api.ReactivateMemberDocument, { input: { member: { externalId: 'live' } } });
    await buy(shop, 'live', '7');
    const items = await stream.until((all) => all.length === 3);
    stream.stop();
    expect(items).toMatchObject([
      { __typename: 'BalanceSnapshot', number: 2, wallets: [{ active: 10 }] },
      { __typename: 'BalanceChange', number: 3, follows: 2, changes: [{ amount: -4, balanceAfter: 6 }] },
      { __typename: 'BalanceChange', number: 6, follows: 3, changes: [{ amount: 7, balanceAfter: 13 }] },
    ]);
  });

  test('resumed behind any item, give exactly the rest', async () => {
    await enroll(shop, 'resume');
    const stream = balance('resume');
    await stream.until((items) => items.length === 1);
    for (let i = 1; i <= 6; i += 1) await buy(shop, 'resume', String(i));
    const items = await stream.until((all) => all.length === 7);
    stream.stop();
    for (const [i, item] of items.entries()) {
      const rest = balance('resume', item.cursor);
      const again = await rest.until((all) => all.length >= Math.max(1, 6 - i));
      rest.stop();
      if (i === 6) expect(again).toMatchObject([{ __typename: 'StreamBookmark' }]);
      else expect(again.map((each) => (each as Change).number)).toEqual(items.slice(i + 1).map((each) => (each as Change).number));
    }
  });

  test('lose and double nothing when cut off while others write', async () => {
    await enroll(shop, 'busy');
    const numbers: number[] = [];
    let cursor: string | undefined;
    const writing = (async () => {
      for (let i = 0; i < 90; i += 1) await buy(shop, 'busy', '1');
    })();
    let last = 0;
    while (last < 91) {
      const through = reading.live();
      const stream = balance('busy', cursor, through);
      const most = 5 + Math.floor(Math.random() * 20);
      const items = await stream.until((all) => all.length >= most || (all.at(-1) as Change)?.number === 91);
      for (const item of items) {
        cursor = item.cursor;
        if (item.__typename === 'BalanceSnapshot') last = item.number;
        if (item.__typename === 'BalanceChange') {
          expect(item.follows).toBe(last);
          numbers.push(item.number);
          last = item.number;
        }
      }
      through.terminate();
    }
    await writing;
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => (numbers[0] as number) + i));
  });

  test('follow a whole programme, each member in order', async () => {
    const stream = new Collected<Journal>(client, api.JournalItemsDocument, { filter: { kinds: ['ACTIVITY_RECORDED'] } }, 'journal');
    await stream.until((items) => items.length === 1);
    const names = Array.from({ length: 10 }, (_, i) => `prog-${i}`);
    await Promise.all(names.map((name) => enroll(shop, name)));
    const activities = Array.from({ length: 200 }, (_, i) => ({
      member: { externalId: names[i % 10] as string },
      idempotencyKey: newKey(),
      purchase: { amount: '1' },
    }));
    await shop.run(api.RecordActivitiesDocument, { input: { activities } });
    const items = (await stream.until((all) => all.length === 201)).slice(1) as Extract<Journal, { __typename: 'JournalChange' }>[];
    stream.stop();
    const byMember = Map.groupBy(items, (item) => item.entry.streamId);
    expect(byMember.size).toBe(10);
    for (const ofOne of byMember.values()) expect(ofOne.map((item) => item.number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    // The same cursors serve the query.
    const middle = items[120] as { cursor: string };
    const { journal } = await reading.run(api.JournalDocument, {
      after: middle.cursor,
      filter: { kinds: ['ACTIVITY_RECORDED'] },
      first: 500,
    });
    expect(journal?.items).toHaveLength(79);
  });

  test('tell a change of tier', async () => {
    await enroll(shop, 'tier');
    const stream = new Collected<NonNullable<api.TierChangedSubscription['tierChanged']>>(
      client,
      api.TierChangedDocument,
      { member: { externalId: 'tier' } },
      'tierChanged',
    );
    await stream.until((items) => items.length === 1);
    await buy(shop, 'tier', '50');
    await buy(shop, 'tier', '50');
    const items = await stream.until((all) => all.length === 2);
    stream.stop();
    expect(items).toMatchObject([
      { standings: [{ tier: { name: 'Bronze' } }] },
      { follows: 1, entry: { fromTierName: 'Bronze', toTierName: 'Silver' } },
    ]);
  });

  test('refuse forged cursors and those of other streams and programmes', async () => {
    await enroll(shop, 'mine');
    await enroll(shop, 'other');
    const other = balance('other');
    const [item] = await other.until((items) => items.length === 1);
    other.stop();
    for (const after of ['AAAA', item?.cursor as string]) {
      const stream = balance('mine', after);
      await stream.until(() => false);
      expect(stream.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    const through = laurel.reading(await laurel.writer.program()).live();
    const foreign = balance('mine', undefined, through);
    await foreign.until(() => false);
    expect(foreign.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    await through.dispose();
  });

  test('are all that a socket carries, and only for a key', async () => {
    const query = new Collected<unknown>(client, api.ViewerDocument, {}, 'viewer');
    await query.until(() => false);
    expect(query.errors).toHaveLength(1);
    const nobody = new WebSocket(laurel.reader.url.replace('http', 'ws'), 'graphql-transport-ws');
    const code = await new Promise((resolve) => {
      nobody.on('open', () => nobody.send('{"type":"connection_init"}'));
      nobody.on('close', resolve);
    });
    expect(code).toBe(4403);
  });

  test('a reader that stops reading is sent away and nobody else notices', async () => {
    await enroll(shop, 'slow');
    const socket = new WebSocket(laurel.reader.url.replace('http', 'ws'), 'graphql-transport-ws');
    const opened = new Promise<void>((resolve) => {
      socket.on('open', () =>
        socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${shop.secret}` } })),
      );
      socket.on('message', (data) => {
        const { type } = JSON.parse(String(data)) as { type: string };
        if (type === 'connection_ack') {
          socket.send(
            JSON.stringify({
              id: '1',
              type: 'subscribe',
              payload: { query: print(api.BalanceChangedDocument), variables: { member: { externalId: 'slow' } } },
            }),
          );
        }
        if (type === 'next') resolve();
      });
    });
    await opened;
    socket.pause();
    const watching = balance('slow');
    await watching.until((items) => items.length === 1);
    for (let round = 0; round < 4; round += 1) {
      const activities = Array.from({ length: 500 }, () => ({
        member: { externalId: 'slow' },
        idempotencyKey: newKey(),
        purchase: { amount: '1' },
      }));
      await shop.run(api.RecordActivitiesDocument, { input: { activities } });
    }
    const items = await watching.until((all) => (all.at(-1) as Change)?.number === 2004);
    // The three changes of tier on the way moved no points.
    expect(items).toHaveLength(2001);
    watching.stop();
    socket.resume();
    socket.terminate();
  });

  test('take connections for the doorbell only where it is on', async () => {
    const { rows } = await laurel.writer.app.services.reads.query(
      "select pid from pg_stat_activity where application_name = 'laurel doorbell' and datname = current_database()",
    );
    expect(rows).toHaveLength(waker.includes('doorbell') ? 4 : 0);
  });

  test('leave nobody behind in the tailer', async () => {
    const { tailer } = laurel.reader.app;
    const until = Date.now() + 5_000;
    while (tailer.followerCount > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(tailer.followerCount).toBe(0);
  });
});
