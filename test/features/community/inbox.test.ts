import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { globalId, localId } from '../../../src/graphql/global-id.js';
import { notifyMembers } from '../../../src/inbox/notify-members.js';
import { Reactor } from '../../../src/reactors/reactor.js';
import { Collected } from '../../support/collected.js';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, openShop, TestLaurel } from '../../support/laurel.js';
import { caughtUp, handleAgain } from '../../support/reactions.js';
import { eventually } from '../../support/receiver.js';

type Item = NonNullable<api.NotificationsSubscription['notifications']>;

describe('an inbox', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let town: Community;
  const clients: Client[] = [];
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
    await openShop(shop);
    town = await Community.open(laurel, shop);
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await laurel.stop();
  });

  let people = 0;
  /** Members whom no other test knows. */
  const join = async <N extends string>(...names: N[]): Promise<Record<N, string>> => {
    people += 1;
    const handles = names.map((name) => [name, `${name}_${people}`] as const);
    for (const [, handle] of handles) await town.join(laurel, handle);
    return Object.fromEntries(handles) as Record<N, string>;
  };
  const read = async (handle: string, variables: Omit<api.InboxQueryVariables, 'ref'> = {}) => {
    await caughtUp(laurel, 'inbox');
    const ref = { id: town.idOf(handle) };
    return (await town.as(handle).run(api.InboxDocument, { ref, ...variables })).member as NonNullable<api.InboxQuery['member']>;
  };
  const typesOf = async (handle: string) => (await read(handle)).notifications.nodes.map(({ type }) => type);
  const mark = async (handle: string, input: api.MarkNotificationsReadInput) =>
    (await town.as(handle).run(api.MarkNotificationsReadDocument, { input })).markNotificationsRead;
  const watch = (handle: string, after?: string) => {
    const client = town.as(handle).live();
    clients.push(client);
    const variables = { member: { id: town.idOf(handle) }, ...(after && { after }) };
    return new Collected<Item>(client, api.NotificationsDocument, variables, 'notifications');
  };

  test('a post tells whom it replies to, whom it mentions and who follows, each once by the first that fits, and never its author', async () => {
    const { anna, ben, cleo, dora } = await join('anna', 'ben', 'cleo', 'dora');
    const { thread } = await town.thread(anna);
    const question = await town.post(ben, thread, 'And how?');
    await town.as(cleo).run(api.FollowThreadDocument, { input: { thread } });
    expect(await typesOf(anna)).toEqual(['THREAD_POST']);
    const reply = await town.post(anna, thread, `@${ben} @${dora} @${anna} so.`, { replyTo: question });
    expect(await typesOf(ben)).toEqual(['REPLY']);
    expect(await typesOf(dora)).toEqual(['MENTION']);
    expect(await typesOf(cleo)).toEqual(['THREAD_POST']);
    expect(await typesOf(anna)).toEqual(['THREAD_POST']);
    expect((await read(ben)).notifications.nodes).toMatchObject([
      {
        id: expect.stringMatching(new RegExp(`^ntf_${town.idOf(ben)}_1$`)),
        isRead: false,
        thread: { id: thread },
        post: { id: reply },
        actor: { handle: anna },
        entry: null,
      },
    ]);
  });

  test('a thread that is opened tells whom its first post mentions', async () => {
    const { anna, ben } = await join('anna', 'ben');
    await town.thread(anna, { body: `Hello @${ben}, from @${anna}.` });
    expect([await typesOf(anna), await typesOf(ben)]).toEqual([[], ['MENTION']]);
  });

  test('an edit tells those whom it mentions newly, once a post', async () => {
    const { anna, ben, cleo } = await join('anna', 'ben', 'cleo');
    const { post } = await town.thread(anna, { body: `@${ben}` });
    const edit = (body: string) => town.as(anna).run(api.UpdatePostDocument, { input: { post, body } });
    await edit(`@${ben} and @${cleo}`);
    expect([await typesOf(ben), await typesOf(cleo)]).toEqual([['MENTION'], ['MENTION']]);
    await edit(`@${ben}`);
    await edit(`@${ben} and @${cleo}, again`);
    expect([await typesOf(ben), await typesOf(cleo)]).toEqual([['MENTION'], ['MENTION']]);
  });

  test('whoever begins to follow is told of what comes from then on, however late that is looked at', async () => {
    const { anna, ben, cleo } = await join('anna', 'ben', 'cleo');
    const { thread } = await town.thread(anna);
    await town.post(ben, thread);
    await town.as(cleo).run(api.FollowThreadDocument, { input: { thread } });
    await handleAgain(laurel, 'inbox');
    expect(await typesOf(cleo)).toEqual([]);
    await town.post(ben, thread);
    expect(await typesOf(cleo)).toEqual(['THREAD_POST']);
  });

  test('whoever stops following is told no more', async () => {
    const { anna, ben } = await join('anna', 'ben');
    const { thread } = await town.thread(anna);
    await town.as(anna).run(api.UnfollowThreadDocument, { input: { thread } });
    await town.post(ben, thread);
    expect(await typesOf(anna)).toEqual([]);
  });

  test('an accepted answer tells its author, once, and nobody of their own', async () => {
    const { anna, ben } = await join('anna', 'ben');
    const { thread } = await town.thread(anna, { isQuestion: true });
    const answer = await town.post(ben, thread);
    // Whoever writes has read what is there.
    await caughtUp(laurel, 'inbox');
    const own = await town.post(anna, thread);
    const accept = (post: string) => town.as(anna).run(api.AcceptAnswerDocument, { input: { post } });
    await accept(answer);
    await caughtUp(laurel, 'inbox');
    await accept(own);
    await caughtUp(laurel, 'inbox');
    await accept(answer);
    expect(await typesOf(ben)).toEqual(['ANSWER_ACCEPTED', 'THREAD_POST']);
    expect(await typesOf(anna)).toEqual(['THREAD_POST']);
  });

  test('a change of tier tells the member, with its entry', async () => {
    const { anna } = await join('anna');
    await buy(shop, anna, '150');
    const { notifications } = await read(anna);
    expect(notifications.nodes).toMatchObject([
      { type: 'TIER_CHANGED', thread: null, post: null, actor: null, entry: { kind: 'TIER_CHANGED', number: 3 } },
    ]);
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-02-01T00:00:00Z' } });
    expect(await typesOf(anna)).toEqual(['TIER_CHANGED']);
  });

  test('is read by pages, the newest first; some are marked, or all up to one, and what was read stays read', async () => {
    const { anna, ben } = await join('anna', 'ben');
    const { thread } = await town.thread(anna);
    for (let i = 0; i < 7; i += 1) {
      await town.post(ben, thread, `Post ${i}`);
      await caughtUp(laurel, 'inbox');
    }
    const all = await read(anna);
    const ids = all.notifications.nodes.map(({ id }) => id);
    expect(ids.map((id) => Number(id.split('_').at(-1)))).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(all.unreadNotificationCount).toBe(7);
    const first = await read(anna, { first: 3 });
    const rest = await read(anna, { first: 10, after: first.notifications.pageInfo.endCursor });
    expect([...first.notifications.nodes, ...rest.notifications.nodes].map(({ id }) => id)).toEqual(ids);
    expect([first.notifications.pageInfo.hasNextPage, rest.notifications.pageInfo.hasNextPage]).toEqual([true, false]);
    const back = await read(anna, { last: 3, before: rest.notifications.pageInfo.endCursor });
    expect(back.notifications.nodes.map(({ id }) => id)).toEqual(ids.slice(3, 6));

    const [seventh, sixth, fifth, fourth, , , oldest] = ids as [string, string, string, string, string, string, string];
    expect(await mark(anna, { ids: [sixth, fourth] })).toEqual({ unreadNotificationCount: 5, errors: [] });
    expect(await mark(anna, { ids: [sixth] })).toMatchObject({ unreadNotificationCount: 5 });
    const unread = async (isUnread: boolean) =>
      (await read(anna, { filter: { isUnread } })).notifications.nodes.map(({ id }) => Number(id.split('_').at(-1)));
    expect([await unread(true), await unread(false)]).toEqual([
      [7, 5, 3, 2, 1],
      [6, 4],
    ]);
    expect(await mark(anna, { upTo: fifth })).toMatchObject({ unreadNotificationCount: 1 });
    expect(await mark(anna, { upTo: oldest })).toMatchObject({ unreadNotificationCount: 1 });
    expect([await unread(true), await unread(false)]).toEqual([[7], [6, 5, 4, 3, 2, 1]]);
    expect(await mark(anna, { upTo: seventh })).toMatchObject({ unreadNotificationCount: 0 });
    const { node } = await town.as(anna).run(api.NotificationNodeDocument, { id: sixth });
    expect(node).toEqual({ __typename: 'Notification', id: sixth, type: 'THREAD_POST', isRead: true });
  });

  test("is the member's own: what is another's is not there", async () => {
    const { anna, ben } = await join('anna', 'ben');
    await town.thread(anna, { body: `@${ben}` });
    const id = (await read(ben)).notifications.nodes[0]?.id as string;
    expect((await town.as(anna).run(api.NotificationNodeDocument, { id })).node).toBeNull();
    expect((await mark(anna, { ids: [id] }))?.errors).toMatchObject([{ code: 'NOTIFICATION_NOT_FOUND' }]);
    expect((await mark(anna, { member: { id: town.idOf(ben) }, ids: [id] }))?.errors).toMatchObject([{ code: 'MEMBER_NOT_FOUND' }]);
    expect((await mark(ben, { ids: [id.replace(/1$/, '2')] }))?.errors).toMatchObject([{ code: 'NOTIFICATION_NOT_FOUND' }]);
    expect((await mark(ben, { ids: [id], upTo: id }))?.errors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await mark(ben, { ids: [] }))?.errors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await town.as(anna).run(api.InboxDocument, { ref: { id: town.idOf(ben) } })).member).toBeNull();
    const foreign = new Collected<Item>(
      town.as(anna).live(),
      api.NotificationsDocument,
      { member: { id: town.idOf(ben) } },
      'notifications',
    );
    await foreign.until(() => false);
    expect(foreign.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('what is out of sight is null', async () => {
    const { anna, ben, cleo } = await join('anna', 'ben', 'cleo');
    const { thread } = await town.thread(anna);
    const post = await town.post(ben, thread, `@${cleo}`);
    expect(await typesOf(cleo)).toEqual(['MENTION']);
    await town.as(ben).run(api.DeletePostDocument, { input: { post } });
    expect((await read(cleo)).notifications.nodes).toMatchObject([{ thread: { id: thread }, post: null, actor: { handle: ben } }]);
  });

  test('whoever a category is not open to is told nothing of it, and sees nothing of it once it is closed to them', async () => {
    const { anna, ben, cleo } = await join('anna', 'ben', 'cleo');
    for (const handle of [anna, ben]) await buy(shop, handle, '150');
    const { rows } = await laurel.app.services.reads.query(
      `select settings -> 'tierSets' -> 0 -> 'tiers' as tiers from program_versions v
        where settings -> 'tierSets' -> 0 is not null order by v.published_at desc limit 1`,
    );
    const idOf = (wanted: string) => {
      const tier = (rows[0].tiers as { id: string; name: string }[]).find(({ name }) => name === wanted);
      return globalId('tier', tier?.id as string);
    };
    const { createCategory } = await shop.run(api.CreateCategoryDocument, { input: { name: 'Lounge', tier: idOf('Silver') } });
    const category = createCategory?.category?.id as string;
    const { thread } = await town.thread(anna, { category, body: `@${ben} @${cleo}` });
    expect([await typesOf(ben), await typesOf(cleo)]).toEqual([['MENTION', 'TIER_CHANGED'], []]);
    expect((await read(ben, { first: 1 })).notifications.nodes).toMatchObject([{ thread: { id: thread }, actor: { handle: anna } }]);
    await shop.run(api.UpdateCategoryDocument, { input: { id: category, tier: idOf('Gold') } });
    expect((await read(ben, { first: 1 })).notifications.nodes).toMatchObject([{ type: 'MENTION', thread: null, post: null }]);
  });

  test('whoever left is told nothing', async () => {
    const { anna, ben } = await join('anna', 'ben');
    const { thread } = await town.thread(anna);
    await shop.run(api.CloseMemberDocument, { input: { member: { id: town.idOf(anna) } } });
    await town.post(ben, thread);
    await caughtUp(laurel, 'inbox');
    const { member } = await shop.run(api.InboxDocument, { ref: { id: town.idOf(anna) } });
    expect(member?.notifications.nodes).toEqual([]);
  });

  test('all of the journal handled again changes nothing', async () => {
    const { anna, ben } = await join('anna', 'ben');
    const { thread } = await town.thread(anna, { isQuestion: true });
    const answer = await town.post(ben, thread, `@${anna}`);
    await town.as(anna).run(api.AcceptAnswerDocument, { input: { post: answer } });
    await buy(shop, anna, '600');
    const before = [await typesOf(anna), await typesOf(ben)];
    expect(before).toEqual([['TIER_CHANGED', 'MENTION'], ['ANSWER_ACCEPTED']]);
    for (let i = 0; i < 3; i += 1) await handleAgain(laurel, 'inbox');
    expect([await typesOf(anna), await typesOf(ben)]).toEqual(before);
  });

  test('a thread of many followers is told by pages, and goes on where it was killed', async () => {
    const { anna, ben } = await join('anna', 'ben');
    const { thread } = await town.thread(anna);
    const names = Array.from({ length: 250 }, (_, i) => `crowd-${people}-${i}`);
    await shop.run(api.EnrollMembersDocument, { input: { members: names.map((externalId) => ({ externalId })) } });
    for (const externalId of names) await shop.run(api.FollowThreadDocument, { input: { thread, member: { externalId } } });
    await caughtUp(laurel, 'inbox');
    const { journal, programs, reads } = laurel.app.services;
    // The process' own one is held back, so that the dying one does the work.
    const held = await reads.connect();
    await held.query("begin; select from reactor_positions where reactor = 'inbox' for update");
    let given = 0;
    let deaths = 0;
    const reaction = notifyMembers({
      journal: {
        submit: async (request) => {
          given += 1;
          if (given % 120 === 0) {
            deaths += 1;
            throw new Error('died on purpose');
          }
          return journal.submit(request);
        },
      },
      reads,
      programs: programs.exactly,
      // Each pass does a part, and leaves the rest to the next one.
      budget: 100,
    });
    const dying = new Reactor({ ...reaction, name: 'inbox-dying' }, { pool: reads, report: () => {}, alarm: () => {} });
    await dying.start();
    const { post: other } = await town.thread(ben, { body: `@${anna}` });
    const posts = [await town.post(ben, thread), await town.post(ben, thread), other];
    await eventually(
      async () => {
        dying.wake();
        await new Promise((resolve) => setTimeout(resolve, 50));
        const behind = await held.query(
          "select 1 from reactor_positions p join lanes l using (lane) where p.reactor = 'inbox-dying' and p.position < l.position limit 1",
        );
        return behind.rows.length === 0;
      },
      'all are notified',
      60_000,
    );
    await dying.stop();
    expect([given > 503, deaths]).toEqual([true, Math.floor(given / 120)]);
    await held.query('rollback');
    held.release();
    await caughtUp(laurel, 'inbox');
    const { rows } = await reads.query(
      `select p.id, count(*)::int as all, count(distinct j.stream_id)::int as members from journal j
        join posts p on p.id::text = j.data -> 'input' ->> 'post' where j.kind = 'NOTIFICATION_SENT' and p.id = any($1) group by p.id order by p.id`,
      [posts.map((post) => localId('post', post))],
    );
    expect(rows.map(({ all, members }) => [all, members])).toEqual([
      [1, 1],
      [251, 251],
      [251, 251],
    ]);
  }, 120_000);

  test('lists of 1 and of 10 cost the same number of statements', async () => {
    const { anna, ben } = await join('anna', 'ben');
    const { thread } = await town.thread(anna);
    for (let i = 0; i < 10; i += 1) {
      await town.post(ben, thread);
      await caughtUp(laurel, 'inbox');
    }
    const counted = async (first: number) => {
      // Settings and callers are looked up once a second, which is not of the list.
      const counts: number[] = [];
      for (let i = 0; i < 4; i += 1)
        counts.push(
          await laurel.countStatements(async () => {
            const { member } = await town.as(anna).run(api.InboxDocument, { ref: { id: town.idOf(anna) }, first });
            expect(member?.notifications.nodes).toHaveLength(first);
          }),
        );
      return Math.min(...counts);
    };
    expect(await counted(10)).toBe(await counted(1));
  });

  describe('is followed live', () => {
    test('from how it stands: what comes, and what is read elsewhere, each once with the count after it', async () => {
      const { anna, ben } = await join('anna', 'ben');
      await town.thread(ben, { body: `@${anna}` });
      await caughtUp(laurel, 'inbox');
      const stream = watch(anna);
      await stream.until((items) => items.length === 1);
      expect(stream.items).toMatchObject([{ __typename: 'NotificationSnapshot', number: 2, unreadCount: 1 }]);
      const { post } = await town.thread(ben, { body: `@${anna} again` });
      await stream.until((items) => items.length === 2);
      await buy(shop, anna, '5');
      await mark(anna, { upTo: `ntf_${town.idOf(anna)}_2` });
      await stream.until((items) => items.length === 3);
      expect(stream.items.slice(1)).toMatchObject([
        {
          number: 3,
          follows: 2,
          unreadCount: 2,
          notification: { type: 'MENTION', isRead: false, post: { id: post }, actor: { handle: ben } },
        },
        { number: 5, follows: 3, unreadCount: 0, notification: null },
      ]);
      expect(stream.errors).toEqual([]);
    });

    test('resumed behind any item, it gives exactly the rest', async () => {
      const { anna, ben } = await join('anna', 'ben');
      const stream = watch(anna);
      await stream.until((items) => items.length === 1);
      const { thread } = await town.thread(anna);
      for (let i = 1; i <= 4; i += 1) {
        await town.post(ben, thread, `Post ${i}`);
        await stream.until((items) => items.length === i + 1);
      }
      stream.stop();
      for (const [i, { cursor }] of stream.items.entries()) {
        const rest = watch(anna, cursor);
        await rest.until((items) => items.length >= Math.max(1, 4 - i));
        rest.stop();
        if (i === 4) expect(rest.items).toMatchObject([{ __typename: 'StreamBookmark' }]);
        else
          expect(rest.items.map((item) => 'number' in item && item.number)).toEqual(
            stream.items.slice(i + 1).map((item) => 'number' in item && item.number),
          );
      }
    });

    test('a cursor of another stream is refused', async () => {
      const { anna, ben } = await join('anna', 'ben');
      const mine = watch(anna);
      const [item] = await mine.until((items) => items.length === 1);
      const stream = watch(ben, item?.cursor);
      await stream.until(() => false);
      expect(stream.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    });
  });
});
