import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { StreamCaller } from '../../support/event-stream.js';
import * as api from '../../support/generated.js';
import { buy, Caller, enroll, newKey, openShop, TestLaurel } from '../../support/laurel.js';
import { RawSocket } from '../../support/sockets.js';

interface Item {
  readonly __typename: string;
  readonly cursor: string;
  readonly number: number;
  readonly follows?: number;
}

const ID = 'id "é"';

describe('subscriptions that are sent the same', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const newShop = async () => {
    const shop = await laurel.program(null);
    await openShop(shop);
    return shop;
  };
  const itemsOf = ({ messages }: RawSocket): Item[] =>
    messages.flatMap(({ type, payload }) =>
      type === 'next' ? [Object.values((payload as { data: Record<string, Item> }).data)[0] as Item] : [],
    );
  const follow = async (caller: Caller, document: object, variables: object, id = '1') => {
    const socket = await RawSocket.known(laurel.url, caller.secret);
    await socket.subscribe(id, { query: print(document as never), variables });
    return socket;
  };
  const streams = (caller: Caller) => new StreamCaller(`${laurel.url}/stream`, `Bearer ${caller.secret}`);
  const balance = (caller: Caller, externalId: string, id?: string) =>
    follow(caller, api.BalanceChangedDocument, { member: { externalId } }, id);
  const settled = async (isSo: () => boolean) => {
    for (const until = Date.now() + 5_000; !isSo() && Date.now() < until; ) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isSo()).toBe(true);
  };
  const followers = () => laurel.app.tailer.followerCount;
  const close = async (sockets: readonly RawSocket[]) => {
    for (const { socket } of sockets) socket.terminate();
    await settled(() => followers() === 0);
  };

  test('are read, executed and sealed once for all of them, whatever they are called', async () => {
    const shop = await newShop();
    await enroll(shop, 'm');
    const sockets = await Promise.all(Array.from({ length: 20 }, (_, i) => balance(shop, 'm', `id "${i}" é`)));
    // One for the group, one for the sessions of the programme.
    await settled(() => followers() === 2);
    for (let i = 0; i < 5; i += 1) await buy(shop, 'm', '10');
    await Promise.all(sockets.map((each) => each.until(() => itemsOf(each).length === 6)));
    const [first] = sockets.map(itemsOf) as [Item[]];
    expect(first.slice(1).map(({ follows }) => follows)).toEqual(first.slice(0, -1).map(({ number }) => number));
    for (const each of sockets) expect(itemsOf(each).slice(1)).toEqual(first.slice(1));
    await close(sockets);
  });

  test('are one group by WebSocket and by both kinds of event streams, each in the words of its protocol', async () => {
    const shop = await newShop();
    await enroll(shop, 'm');
    const asked = { query: print(api.BalanceChangedDocument), variables: { member: { externalId: 'm' } } };
    const caller = streams(shop);
    const socket = await balance(shop, 'm', ID);
    const own = await caller.distinct(asked);
    const token = await caller.reserve();
    // Begun before its stream is open.
    expect((await caller.operate(token, ID, asked)).status).toBe(202);
    const shared = await caller.open(token);
    expect((await caller.operate(token, 'two', asked)).status).toBe(202);
    const next = (events: readonly { event: string }[]) => events.filter(({ event }) => event === 'next').length;
    await Promise.all([own.until((events) => next(events) === 1), shared.until((events) => next(events) === 2)]);
    await settled(() => followers() === 2);
    for (let i = 0; i < 3; i += 1) await buy(shop, 'm', '10');
    await Promise.all([
      socket.until(() => itemsOf(socket).length === 4),
      own.until((events) => next(events) === 4),
      shared.until((events) => next(events) === 8),
    ]);
    const texts = socket.messages.flatMap(({ type, payload }) => (type === 'next' ? JSON.stringify(payload) : [])).slice(1);
    const dataOf = (events: readonly { event: string; data: string }[]) =>
      events.filter(({ event }) => event === 'next').map(({ data }) => data);
    expect(dataOf(own.events).slice(1)).toEqual(texts);
    for (const id of [ID, 'two']) {
      const ofIt = dataOf(shared.events).filter((data) => data.startsWith(`{"id":${JSON.stringify(id)},`));
      expect(ofIt.slice(1)).toEqual(texts.map((text) => `{"id":${JSON.stringify(id)},"payload":${text}}`));
    }
    // One of a stream ends, and the other goes on.
    expect((await caller.complete(token, 'two')).status).toBe(200);
    await shared.until((events) => events.some(({ event, data }) => event === 'complete' && data === '{"id":"two"}'));
    await buy(shop, 'm', '10');
    await shared.until((events) => next(events) === 9);
    expect(shared.payloads('two')).toHaveLength(4);
    own.leave();
    shared.leave();
    await Promise.all([own.over.catch(() => {}), shared.over.catch(() => {})]);
    await close([socket]);
  });

  test('an event stream that is not read leaves, goes on where it was when it is read, and comes back', async () => {
    const shop = await newShop();
    await enroll(shop, 'm');
    const query = `subscription { journal(filter: { member: { externalId: "m" }, kinds: [ACTIVITY_RECORDED] }) {
      __typename ... on StreamItem { cursor } ... on JournalChange { number follows entry { ... on ActivityEntry { activity { items { sku } } } } }
    } }`;
    const socket = await RawSocket.known(laurel.url, shop.secret);
    await socket.subscribe('1', { query });
    const response = await new Promise<IncomingMessage>((resolve) => {
      const headers = { authorization: `Bearer ${shop.secret}`, accept: 'text/event-stream', 'content-type': 'application/json' };
      request(`${laurel.url}/stream`, { method: 'POST', headers }, resolve).end(JSON.stringify({ query }));
    });
    let text = '';
    response.on('data', (data) => (text += String(data)));
    await settled(() => text.includes('JournalSnapshot') && followers() === 2);
    response.pause();
    const items = Array.from({ length: 400 }, (_, i) => ({ sku: `${i}${'é'.repeat(200)}`, quantity: 1, amount: '1' }));
    for (let i = 0; i < 50; i += 1) {
      await shop.run(api.RecordActivitiesDocument, {
        input: { activities: [{ member: { externalId: 'm' }, idempotencyKey: newKey(), purchase: { amount: '1', items } }] },
      });
    }
    await socket.until(() => itemsOf(socket).length === 51);
    response.resume();
    await settled(() => text.split('event: next').length === 52 && text.endsWith('\n\n'));
    const told = text
      .split('\n\n')
      .flatMap((event) => (event.startsWith('event: next') ? JSON.parse(event.slice(event.indexOf('{'))) : []));
    const numbers = told.map(({ data }) => data.journal.number).slice(1);
    expect(numbers).toEqual(
      itemsOf(socket)
        .map(({ number }) => number)
        .slice(1),
    );
    await settled(() => followers() === 2);
    response.destroy();
    await close([socket]);
  }, 60_000);

  test('a long payload and a very long one come whole', async () => {
    const shop = await newShop();
    await enroll(shop, 'm');
    const query = `subscription { journal(filter: { member: { externalId: "m" } }) {
      __typename ... on StreamItem { cursor } ... on JournalChange { number entry { ... on ActivityEntry { activity { items { sku } } } } }
    } }`;
    const socket = await RawSocket.known(laurel.url, shop.secret);
    await socket.subscribe('1', { query });
    await settled(() => followers() === 2);
    for (const count of [1, 30, 400]) {
      const items = Array.from({ length: count }, (_, i) => ({ sku: `${i}${'é'.repeat(100)}`, quantity: 1, amount: '1' }));
      const purchase = { amount: String(count), items };
      const before = itemsOf(socket).length;
      await shop.run(api.RecordActivitiesDocument, {
        input: { activities: [{ member: { externalId: 'm' }, idempotencyKey: newKey(), purchase }] },
      });
      await socket.until(() => itemsOf(socket).length > before);
      const { entry } = itemsOf(socket)[before] as Item & { entry: { activity: { items: { sku: string }[] } } };
      expect(entry.activity.items.map(({ sku }) => sku)).toEqual(items.map(({ sku }) => sku));
    }
    await close([socket]);
  });

  test('never across programmes, members, or roles that may see something else', async () => {
    const [shop, rival] = await Promise.all([newShop(), newShop()]);
    for (const each of [shop, rival]) await enroll(each, 'm');
    await enroll(shop, 'other');
    const token = (await shop.run(api.CreateMemberTokenDocument, { input: { member: { externalId: 'm' } } })).createMemberToken?.token;
    const narrow = await shop.run(api.CreateApiKeyDocument, { input: { name: 'narrow', scopes: ['members:read'] } });
    const callers = [shop, new Caller(laurel.url, token as string), new Caller(laurel.url, narrow.createApiKey?.secret as string), rival];
    const sockets = [...(await Promise.all(callers.map((caller) => balance(caller, 'm')))), await balance(shop, 'other')];
    await buy(shop, 'm', '10');
    await Promise.all(sockets.slice(0, 3).map((each) => each.until(() => itemsOf(each).length === 2)));
    await buy(rival, 'm', '20');
    await sockets[3]?.until(() => itemsOf(sockets[3] as RawSocket).length === 2);
    // A place is sealed anew each time, so whoever was sent the same cursor was sent the same bytes.
    expect(new Set(sockets.map((each) => itemsOf(each).at(-1)?.cursor)).size).toBe(5);
    expect(itemsOf(sockets[4] as RawSocket)).toHaveLength(1);
    await close(sockets);
  });

  test('never of two members who had the same address one after the other', async () => {
    const shop = await newShop();
    const email = 'ada@example.com';
    await shop.run(api.EnrollMemberDocument, { input: { externalId: 'before', email } });
    const byEmail = () => follow(shop, api.BalanceChangedDocument, { member: { email } });
    const before = await byEmail();
    await settled(() => followers() === 2);
    await shop.run(api.UpdateMemberDocument, { input: { member: { externalId: 'before' }, email: 'bob@example.com' } });
    await shop.run(api.EnrollMemberDocument, { input: { externalId: 'after', email } });
    await buy(shop, 'before', '1');
    await before.until(() => itemsOf(before).length === 2);
    for (let i = 0; i < 2; i += 1) await buy(shop, 'after', '1');
    const after = await byEmail();
    await settled(() => followers() === 3);
    // Both stand at number 3 of their streams.
    await buy(shop, 'before', '10');
    await before.until(() => itemsOf(before).length === 3);
    await buy(shop, 'after', '20');
    await after.until(() => itemsOf(after).length === 2);
    const last = (each: RawSocket) => (itemsOf(each).at(-1) as unknown as { changes: { amount: number }[] }).changes[0]?.amount;
    expect([itemsOf(before).length, last(before), last(after)]).toEqual([3, 10, 20]);
    await close([before, after]);
  });

  test('come and go, with their cursors, while others write: each reader has every entry once and in order', async () => {
    const shop = await newShop();
    const names = ['a', 'b', 'c'];
    for (const name of names) await enroll(shop, name);
    let isWriting = true;
    const readers = Array.from({ length: 24 }, async (_, i) => {
      const externalId = names[i % 3] as string;
      const got: Item[] = [];
      for (let round = 0; isWriting || round === 0; round += 1) {
        const after = got.at(-1)?.cursor;
        const variables = { member: { externalId }, ...(after && { after }) };
        const wait = () => new Promise((resolve) => setTimeout(resolve, 30 + ((i * 37 + round * 53) % 200)));
        if (i % 4 === 3) {
          const stream = await streams(shop).distinct({ query: print(api.BalanceChangedDocument), variables });
          await wait();
          got.push(...stream.payloads<{ data: Record<string, Item> }>().map(({ data }) => Object.values(data)[0] as Item));
          stream.leave();
          await stream.over.catch(() => {});
          continue;
        }
        const socket = await follow(shop, api.BalanceChangedDocument, variables, `${i}`);
        await wait();
        if (i % 2 === 0) socket.send({ id: `${i}`, type: 'complete' });
        got.push(...itemsOf(socket));
        socket.socket.terminate();
      }
      const last = await follow(shop, api.BalanceChangedDocument, { member: { externalId }, after: got.at(-1)?.cursor }, `${i}`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      got.push(...itemsOf(last));
      last.socket.terminate();
      return { externalId, got };
    });
    const writing = (async () => {
      for (let i = 0; i < 60; i += 1) await Promise.all(names.map((name) => buy(shop, name, '1')));
      isWriting = false;
    })();
    const all = await Promise.all(readers);
    await writing;
    for (const { got } of all) {
      const places = got.filter(({ __typename }) => __typename !== 'StreamReset');
      let last = places[0]?.number as number;
      for (const { __typename, number, follows } of places.slice(1)) {
        if (__typename === 'BalanceChange') expect(follows).toBe(last);
        last = number ?? last;
      }
      // Enrolment, 60 purchases, and whatever tier they led to.
      expect(last).toBeGreaterThanOrEqual(61);
      expect(got.filter(({ __typename }) => __typename === 'BalanceSnapshot')).toHaveLength(1);
    }
    await settled(() => followers() === 0);
  });
});
