import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { globalId, localId } from '../../../src/graphql/global-id.js';
import { Collected } from '../../support/collected.js';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, newKey, openShop, TestLaurel } from '../../support/laurel.js';

type ThreadItem = NonNullable<api.ThreadActivitySubscription['threadActivity']>;
type CategoryItem = NonNullable<api.CategoryActivitySubscription['categoryActivity']>;

describe('the community live', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let community: Community;
  const clients: Client[] = [];
  const live = (caller: Caller): Client => {
    const client = caller.live();
    clients.push(client);
    return client;
  };
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
    await openShop(shop);
    community = await Community.open(laurel, shop, 'anna', 'ben', 'cleo');
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
  });
  afterAll(() => laurel.stop());
  const watch = (caller: Caller, thread: string, after?: string) =>
    new Collected<ThreadItem>(live(caller), api.ThreadActivityDocument, { thread, ...(after && { after }) }, 'threadActivity');
  /** A category for whoever stands where the member does. */
  const lounge = async (handle: string): Promise<string> => {
    const tiers = (await shop.run(api.CommunityMemberDocument, { handle })).communityMember?.tiers.map(({ name }) => name);
    const { rows } = await laurel.app.services.reads.query(
      `select t ->> 'id' as id from program_versions v cross join jsonb_array_elements((v.settings::jsonb) -> 'tierSets' -> 0 -> 'tiers') t
        where t ->> 'name' = $1 order by v.published_at desc limit 1`,
      [tiers?.[0]],
    );
    const input = { name: newKey(), tier: globalId('tier', rows[0].id) };
    return (await shop.run(api.CreateCategoryDocument, { input })).createCategory?.category?.id as string;
  };

  test('a thread: a snapshot, then what happens, each once, with the post as it is; a cursor gets exactly the rest', async () => {
    const { thread, post } = await community.thread('anna', { title: 'Live' });
    const stream = watch(community.as('ben'), thread);
    await stream.until((items) => items.length === 1);
    expect(stream.items[0]).toMatchObject({ __typename: 'ThreadSnapshot', number: 1, thread: { title: 'Live', postCount: 1 } });
    const answer = await community.post('cleo', thread, 'Hello, *live*.');
    await community.react('ben', answer);
    await stream.until((items) => items.length === 3);
    expect(stream.items.slice(1)).toMatchObject([
      {
        ...{ __typename: 'ThreadChange', number: 2, follows: 1 },
        entry: { kind: 'POST_CREATED', threadId: thread, postId: answer, memberId: community.idOf('cleo'), summary: 'A post was written.' },
        post: { body: 'Hello, *live*.', author: { handle: 'cleo' } },
      },
      { number: 3, follows: 2, entry: { kind: 'REACTION_ADDED', memberId: community.idOf('ben') } },
    ]);
    stream.stop();
    await community.as('cleo').run(api.DeletePostDocument, { input: { post: answer } });
    await community.react('cleo', post);
    const rest = watch(community.as('ben'), thread, stream.items[1]?.cursor);
    await rest.until((items) => items.length === 3);
    expect(rest.items).toMatchObject([
      // What the entry is about is out of sight by now.
      { number: 3, entry: { kind: 'REACTION_ADDED' }, post: null },
      { number: 4, entry: { kind: 'POST_DELETED' }, post: null },
      { number: 5, entry: { kind: 'REACTION_ADDED' } },
    ]);
    expect(rest.errors).toEqual([]);
  });

  test('a thread that is none, and one that is not open, look the same', async () => {
    await buy(shop, 'cleo', '1000');
    const category = await lounge('cleo');
    const { thread } = await community.thread('cleo', { category });
    for (const id of [thread, 'thr_01h455vb4pex5vsknk084sn02q', 'nonsense']) {
      const stream = watch(community.as('ben'), id);
      await stream.until(() => false);
      expect(stream.items).toEqual([]);
      expect(stream.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('no such thread') }]);
    }
    const open = watch(community.as('cleo'), thread);
    await open.until((items) => items.length === 1);
    expect(open.items).toMatchObject([{ __typename: 'ThreadSnapshot' }]);
  });

  test('whoever loses the right to it is told no more, in a group and alone', async () => {
    const { thread } = await community.thread('anna');
    const [ben, also, admin] = [watch(community.as('ben'), thread), watch(community.as('ben'), thread), watch(shop, thread)];
    for (const stream of [ben, also, admin]) await stream.until((items) => items.length === 1);
    await community.post('anna', thread, 'Before.');
    for (const stream of [ben, also, admin]) await stream.until((items) => items.length === 2);
    const [category] = (await shop.run(api.CategoriesDocument, {})).categories ?? [];
    const { rows } = await laurel.app.services.reads.query(
      `select t ->> 'id' as id from program_versions v cross join jsonb_array_elements((v.settings::jsonb) -> 'tierSets' -> 0 -> 'tiers') with ordinality t(t, n)
        order by v.published_at desc, n desc limit 1`,
    );
    const close = (tier: string | null) => shop.run(api.UpdateCategoryDocument, { input: { id: category?.id as string, tier } });
    await close(globalId('tier', rows[0].id));
    // Nobody writes in it as a member any more; a moderator still changes it.
    await shop.run(api.UpdateThreadDocument, { input: { thread, title: 'Closed' } });
    for (const stream of [ben, also]) {
      await stream.until(() => false);
      expect(stream.items).toHaveLength(2);
      expect(stream.errors).toMatchObject([
        [{ message: 'This thread is not open to this caller any more.', extensions: { code: 'FORBIDDEN' } }],
      ]);
    }
    await admin.until((items) => items.length === 3);
    expect(admin.items[2]).toMatchObject({ entry: { kind: 'THREAD_EDITED' } });
    await close(null);
  });

  test('a category: every thread in it, and none beside', async () => {
    const { createCategory } = await shop.run(api.CreateCategoryDocument, { input: { name: 'Watched' } });
    const category = createCategory?.category?.id as string;
    const stream = new Collected<CategoryItem>(live(community.as('ben')), api.CategoryActivityDocument, { category }, 'categoryActivity');
    await stream.until((items) => items.length === 1);
    expect(stream.items[0]).toMatchObject({ __typename: 'CategorySnapshot', category: { name: 'Watched' } });
    await community.thread('anna', { title: 'Elsewhere' });
    const [one, two] = [
      await community.thread('anna', { category, title: 'One' }),
      await community.thread('cleo', { category, title: 'Two' }),
    ];
    await buy(shop, 'ben', '5');
    await community.post('cleo', one.thread);
    await stream.until((items) => items.filter(({ __typename }) => __typename === 'ThreadChange').length === 3);
    const changes = stream.items.flatMap((item) => (item.__typename === 'ThreadChange' ? [item] : []));
    const kinds = changes.map(({ entry, thread }) => `${entry.kind} ${thread?.title}`);
    expect(kinds.toSorted()).toEqual(['POST_CREATED One', 'THREAD_OPENED One', 'THREAD_OPENED Two']);
    expect(changes.map(({ entry }) => entry.threadId)).toEqual(expect.arrayContaining([one.thread, two.thread]));
    expect(localId('thread', one.thread)).not.toBeNull();
  });
});
