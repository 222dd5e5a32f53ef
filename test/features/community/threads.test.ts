import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId, localId } from '../../../src/graphql/global-id.js';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { buy, newKey, openShop, TestLaurel } from '../../support/laurel.js';
import { caughtUp } from '../../support/reactions.js';

describe('threads', () => {
  let laurel: TestLaurel;
  let community: Community;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    community = await Community.open(laurel, await laurel.program(), 'anna', 'ben', 'cleo');
  });
  afterAll(() => laurel.stop());

  test('are opened with a first post, as written and as safe HTML; the same key opens none again', async () => {
    const anna = community.as('anna');
    const input = {
      category: community.category,
      title: 'Cold brew',
      body: 'Who knows *how*? @ben <script>',
      tags: ['coffee'],
      idempotencyKey: newKey(),
    };
    const { createThread } = await anna.run(api.CreateThreadDocument, { input });
    expect(createThread).toMatchObject({
      errors: [],
      replayed: false,
      thread: {
        title: 'Cold brew',
        tags: ['coffee'],
        isQuestion: false,
        postCount: 1,
        lastNumber: 1,
        category: { id: community.category },
      },
      post: { number: 1, body: input.body, author: { handle: 'anna' }, reactions: [], ownReactions: [] },
    });
    expect(createThread?.post?.html).toBe(
      `<p>Who knows <em>how</em>? <span class="mention" data-member="${community.idOf('ben')}">@ben</span> &lt;script&gt;</p>\n`,
    );
    const again = await anna.run(api.CreateThreadDocument, { input });
    expect(again.createThread).toMatchObject({
      replayed: true,
      thread: { id: createThread?.thread?.id },
      post: { id: createThread?.post?.id },
    });
    const other = await anna.run(api.CreateThreadDocument, { input: { ...input, title: 'Another' } });
    expect(other.createThread?.errors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }]);
  });

  test('one key sent at the same time writes one post', async () => {
    const { thread } = await community.thread('anna');
    const input = { thread, body: 'Once.', idempotencyKey: newKey() };
    const all = await Promise.all(Array.from({ length: 8 }, () => community.as('ben').run(api.CreatePostDocument, { input })));
    expect(new Set(all.map(({ createPost }) => createPost?.post?.id)).size).toBe(1);
    expect(all.filter(({ createPost }) => createPost?.replayed === false)).toHaveLength(1);
    expect(await community.read(thread)).toMatchObject({ postCount: 2, lastNumber: 2 });
  });

  test('what cannot be written is refused, and says why', async () => {
    const anna = community.as('anna');
    const open = async (more: Partial<api.CreateThreadInput>) =>
      (
        await anna.run(api.CreateThreadDocument, {
          input: { category: community.category, title: 'T', body: 'B', idempotencyKey: newKey(), ...more },
        })
      ).createThread?.errors;
    expect(await open({ title: ' ' })).toMatchObject([{ code: 'INVALID_INPUT', path: ['title'] }]);
    expect(await open({ body: '' })).toMatchObject([{ code: 'INVALID_INPUT', path: ['body'] }]);
    expect(await open({ body: 'x'.repeat(32_001) })).toMatchObject([{ code: 'INVALID_INPUT', path: ['body'] }]);
    expect(await open({ tags: ['Upper'] })).toMatchObject([{ code: 'INVALID_INPUT', path: ['tags'] }]);
    expect(await open({ category: 'cat_01h455vb4pex5vsknk084sn02q' })).toMatchObject([{ code: 'CATEGORY_NOT_FOUND', path: ['category'] }]);
    expect(await open({ attachments: [{ url: 'javascript:alert(1)' }] })).toMatchObject([{ code: 'INVALID_INPUT', path: ['attachments'] }]);
    expect(await open({ poll: { question: 'Q', options: ['a'] } })).toMatchObject([{ code: 'INVALID_INPUT', path: ['poll', 'options'] }]);
    expect(await open({ member: { externalId: 'ben' } })).toMatchObject([{ code: 'MEMBER_NOT_FOUND' }]);
    const { createThread } = await community.admin.run(api.CreateThreadDocument, {
      input: { category: community.category, title: 'T', body: 'B', idempotencyKey: newKey() },
    });
    expect(createThread?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['member'] }]);
  });

  test('replies, edits with history, deletion; a thread goes with its only post', async () => {
    const { thread, post } = await community.thread('anna');
    const reply = await community.post('ben', thread, 'I do.', { replyTo: post });
    const { updatePost } = await community.as('ben').run(api.UpdatePostDocument, { input: { post: reply, body: 'I do, now.' } });
    expect(updatePost?.post).toMatchObject({ body: 'I do, now.', editCount: 1, edits: [{ body: 'I do.' }] });
    const seen = (await community.as('cleo').run(api.PostDocument, { id: reply })).post;
    expect(seen).toMatchObject({ body: 'I do, now.', edits: null });
    expect((await community.as('cleo').run(api.PostDocument, { id: post })).post?.replies.nodes).toEqual([{ id: reply }]);
    const foreign = await community.as('cleo').run(api.UpdatePostDocument, { input: { post: reply, body: 'Mine.' } });
    expect(foreign.updatePost?.errors).toMatchObject([{ code: 'POST_NOT_YOURS' }]);
    const { deletePost } = await community.as('anna').run(api.DeletePostDocument, { input: { post } });
    expect(deletePost).toMatchObject({ errors: [], thread: { id: thread, postCount: 1, lastNumber: 2 } });
    const forCleo = await community.read(thread, 'cleo');
    expect(forCleo?.posts.nodes.map(({ id }) => id)).toEqual([reply]);
    const forStaff = await community.read(thread);
    expect(forStaff?.posts.nodes).toMatchObject([{ id: post, isDeleted: true, body: 'Hello.' }, { id: reply }]);
    const alone = await community.thread('anna');
    await community.as('anna').run(api.DeletePostDocument, { input: { post: alone.post } });
    expect(await community.read(alone.thread, 'anna')).toBeNull();
  });

  test('reactions count once each; a like and an unlike in parallel a hundred times: counters equal the rows', async () => {
    const { thread, post } = await community.thread('anna');
    expect(await community.react('ben', post)).toMatchObject({ post: { reactions: [{ kind: 'LIKE', count: 1 }], ownReactions: ['LIKE'] } });
    expect(await community.react('ben', post)).toMatchObject({ post: { reactions: [{ kind: 'LIKE', count: 1 }] } });
    await community.react('ben', post, 'LOVE');
    expect(await community.unreact('ben', post, 'LOVE')).toMatchObject({ post: { ownReactions: ['LIKE'] } });
    await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        i % 2 === 0 ? community.react(i % 4 === 0 ? 'ben' : 'cleo', post) : community.unreact(i % 4 === 1 ? 'ben' : 'cleo', post),
      ),
    );
    const read = await community.read(thread);
    const { rows } = await laurel.app.services.reads.query(
      `select count(*)::int as count from reactions where kind = 'LIKE' and post_id = $1`,
      [localId('post', post)],
    );
    const counted = read?.posts.nodes[0]?.reactions.find(({ kind }) => kind === 'LIKE')?.count ?? 0;
    expect(counted).toBe(rows[0].count);
    expect(read?.reactionCount).toBe(counted);
  });

  test('a question has one accepted answer, which whoever asked can change', async () => {
    const { thread, post } = await community.thread('anna', { isQuestion: true });
    const [first, second] = [await community.post('ben', thread), await community.post('cleo', thread)];
    const accept = async (handle: string, id: string) =>
      (await community.as(handle).run(api.AcceptAnswerDocument, { input: { post: id } })).acceptAnswer;
    expect(await accept('ben', first)).toMatchObject({ errors: [{ code: 'THREAD_NOT_YOURS' }] });
    expect(await accept('anna', post)).toMatchObject({ errors: [{ code: 'INVALID_INPUT' }] });
    expect(await accept('anna', first)).toMatchObject({ errors: [], thread: { acceptedAnswer: { id: first } } });
    expect(await accept('anna', second)).toMatchObject({ errors: [], thread: { acceptedAnswer: { id: second } } });
    const answered = async (handle: string) =>
      (await community.admin.run(api.CommunityMemberDocument, { handle })).communityMember?.answersAccepted;
    expect([await answered('ben'), await answered('cleo')]).toEqual([0, 1]);
    await community.as('cleo').run(api.DeletePostDocument, { input: { post: second } });
    expect(await community.read(thread)).toMatchObject({ acceptedAnswer: null });
    expect(await answered('cleo')).toBe(0);
    const { acceptAnswer } = await community.as('anna').run(api.AcceptAnswerDocument, { input: { post: second } });
    expect(acceptAnswer?.errors).toMatchObject([{ code: 'POST_NOT_FOUND' }]);
  });

  test('unread posts, following and views', async () => {
    const { thread } = await community.thread('anna');
    for (let i = 0; i < 3; i += 1) await community.post('ben', thread);
    expect((await community.read(thread, 'anna'))?.ownVisit).toEqual({ readNumber: 1, unreadCount: 3, isFollowing: true });
    expect((await community.read(thread, 'cleo'))?.ownVisit).toEqual({ readNumber: 0, unreadCount: 4, isFollowing: false });
    const markRead = async (handle: string, upTo?: number) =>
      (await community.as(handle).run(api.MarkThreadReadDocument, { input: { thread, upTo } })).markThreadRead;
    expect(await markRead('cleo', 3)).toMatchObject({ thread: { viewCount: 1, ownVisit: { readNumber: 3, unreadCount: 1 } } });
    expect(await markRead('cleo', 2)).toMatchObject({ thread: { viewCount: 1, ownVisit: { readNumber: 3, unreadCount: 1 } } });
    expect(await markRead('anna')).toMatchObject({ thread: { viewCount: 2, ownVisit: { unreadCount: 0 } } });
    expect(await markRead('anna', 5)).toMatchObject({ errors: [{ code: 'INVALID_INPUT', path: ['upTo'] }] });
    const { unfollowThread } = await community.as('anna').run(api.UnfollowThreadDocument, { input: { thread } });
    expect(unfollowThread?.thread?.ownVisit?.isFollowing).toBe(false);
    await community.post('anna', thread, 'I wrote again.');
    expect((await community.read(thread, 'anna'))?.ownVisit).toMatchObject({ isFollowing: false, unreadCount: 0 });
  });

  test('polls: one vote each, which can be changed and taken back', async () => {
    const { thread } = await community.thread('anna', {
      poll: { question: 'Which?', options: ['Filter', 'Espresso', 'None'], choicesMax: 2 },
    });
    const vote = async (handle: string, ...choices: number[]) =>
      (await community.as(handle).run(api.VotePollDocument, { input: { thread, choices } })).votePoll;
    expect(await vote('ben', 1, 2)).toMatchObject({ thread: { poll: { voterCount: 1, ownVote: [1, 2] } } });
    await vote('cleo', 2);
    expect((await vote('ben', 3))?.thread?.poll).toMatchObject({
      voterCount: 2,
      ownVote: [3],
      options: [{ voteCount: 0 }, { voteCount: 1 }, { voteCount: 1 }],
    });
    expect((await vote('ben'))?.thread?.poll).toMatchObject({
      voterCount: 1,
      ownVote: [],
      options: [{ voteCount: 0 }, { voteCount: 1 }, { voteCount: 0 }],
    });
    expect((await vote('ben', 1, 2, 3))?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['choices'] }]);
  });

  test('a category of a tier is closed to everybody below it, on every way', async () => {
    const shop = await laurel.program();
    await openShop(shop);
    const lounge = await Community.open(laurel, shop, 'gold', 'plain');
    await buy(shop, 'gold', '1000');
    const tiers = (await shop.run(api.CommunityMemberDocument, { handle: 'gold' })).communityMember?.tiers.map(({ name }) => name);
    const { rows } = await laurel.app.services.reads.query(
      `select settings -> 'tierSets' -> 0 -> 'tiers' as tiers from program_versions order by published_at desc limit 1`,
    );
    const tier = (rows[0].tiers as { id: string; name: string }[]).find(({ name }) => name === tiers?.[0]);
    const { createCategory } = await shop.run(api.CreateCategoryDocument, {
      input: { name: 'Lounge', tier: globalId('tier', tier?.id as string) },
    });
    const category = createCategory?.category?.id as string;
    expect(createCategory?.category?.tier?.name).toBe(tiers?.[0]);
    const { thread, post } = await lounge.thread('gold', { category, title: 'Secret lounge', body: 'Velvet.' });
    const names = async (handle: string) => (await lounge.as(handle).run(api.CategoriesDocument, {})).categories?.map(({ name }) => name);
    expect([await names('gold'), await names('plain')]).toEqual([['General', 'Lounge'], ['General']]);
    const plain = lounge.as('plain');
    expect(await lounge.read(thread, 'plain')).toBeNull();
    expect((await plain.run(api.PostDocument, { id: post })).post).toBeNull();
    expect((await plain.run(api.ThreadsDocument, {})).threads?.nodes).toEqual([]);
    expect((await plain.run(api.SearchPostsDocument, { text: 'velvet' })).searchPosts?.nodes).toEqual([]);
    expect((await lounge.as('gold').run(api.SearchPostsDocument, { text: 'lounge' })).searchPosts?.nodes).toMatchObject([{ id: post }]);
    const input = { thread, body: 'Let me in.', idempotencyKey: newKey() };
    expect((await plain.run(api.CreatePostDocument, { input })).createPost?.errors).toMatchObject([{ code: 'THREAD_NOT_FOUND' }]);
    expect((await plain.run(api.AddReactionDocument, { input: { post, kind: 'LIKE' } })).addReaction?.errors).toMatchObject([
      { code: 'POST_NOT_FOUND' },
    ]);
    expect(
      (await plain.run(api.CreateThreadDocument, { input: { category, title: 'T', body: 'B', idempotencyKey: newKey() } })).createThread
        ?.errors,
    ).toMatchObject([{ code: 'CATEGORY_NOT_FOUND' }]);
  });

  test('lists: four orders, filters, both directions, by keyset', async () => {
    const shop = await laurel.program();
    const town = await Community.open(laurel, shop, 'anna', 'ben');
    const threads: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      threads.push((await town.thread('anna', { title: `Thread ${i}`, tags: i % 2 ? ['odd'] : ['even'], isQuestion: i === 3 })).thread);
      await shop.run(api.AdvanceClockDocument, { input: { to: `2020-01-0${i + 2}T00:00:00Z` } });
    }
    const [zero, one, two, three, four] = threads;
    const firstOf = async (thread: string) => (await town.read(thread))?.posts.nodes[0]?.id as string;
    await town.react('ben', await firstOf(one as string));
    await town.react('ben', await firstOf(one as string), 'LOVE');
    await town.react('ben', await firstOf(three as string));
    await town.post('ben', zero as string);
    const list = async (variables: api.ThreadsQueryVariables) => (await town.as('ben').run(api.ThreadsDocument, variables)).threads;
    const ids = async (variables: api.ThreadsQueryVariables) => (await list(variables))?.nodes.map(({ id }) => id);
    expect(await ids({ order: 'NEW' })).toEqual([four, three, two, one, zero]);
    expect(await ids({ order: 'ACTIVE' })).toEqual([zero, four, three, two, one]);
    expect((await ids({ order: 'TOP' }))?.slice(0, 2)).toEqual([one, three]);
    expect((await ids({ order: 'HOT' }))?.[0]).toBe(four);
    expect(await ids({ order: 'NEW', filter: { tag: 'odd' } })).toEqual([three, one]);
    expect(await ids({ order: 'NEW', filter: { isQuestion: true } })).toEqual([three]);
    expect(await ids({ order: 'NEW', filter: { isAnswered: true } })).toEqual([]);
    for (const order of ['HOT', 'NEW', 'ACTIVE', 'TOP'] as const) {
      const all = await ids({ order });
      const paged: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await list({ order, first: 2, after });
        paged.push(...(page?.nodes.map(({ id }) => id) ?? []));
        if (!page?.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(paged).toEqual(all);
      const back: string[] = [];
      for (let before: string | null = null; ; ) {
        const page = await list({ order, last: 2, before });
        back.unshift(...(page?.nodes.map(({ id }) => id) ?? []));
        if (!page?.pageInfo.hasPreviousPage) break;
        before = page.pageInfo.startCursor;
      }
      expect(back).toEqual(all);
    }
  });

  test('search ranks titles above bodies, in pages', async () => {
    const shop = await laurel.program();
    const town = await Community.open(laurel, shop, 'anna');
    const titled = await town.thread('anna', { title: 'Aeropress at home', body: 'Which filter?' });
    for (let i = 0; i < 4; i += 1) await town.post('anna', titled.thread, `The aeropress, part ${i}.`);
    await town.thread('anna', { body: 'Nothing about it.' });
    const search = async (variables: api.SearchPostsQueryVariables) =>
      (await town.as('anna').run(api.SearchPostsDocument, variables)).searchPosts;
    const all = await search({ text: 'aeropress' });
    expect(all?.nodes).toHaveLength(5);
    expect(all?.nodes[0]).toMatchObject({ id: titled.post, thread: { title: 'Aeropress at home' } });
    const first = await search({ text: 'aeropress', first: 2 });
    const second = await search({ text: 'aeropress', first: 3, after: first?.pageInfo.endCursor ?? null });
    expect([...(first?.nodes ?? []), ...(second?.nodes ?? [])]).toEqual(all?.nodes);
    expect((await search({ text: '"part 2"' }))?.nodes).toHaveLength(1);
    expect((await search({ text: 'aeropress -part' }))?.nodes).toHaveLength(1);
    const { updateThread } = await town.as('anna').run(api.UpdateThreadDocument, { input: { thread: titled.thread, title: 'Chemex' } });
    expect(updateThread?.thread?.title).toBe('Chemex');
    expect((await search({ text: 'chemex' }))?.nodes).toMatchObject([{ id: titled.post }]);
  });

  test('replies that were moved to where the caller may not go are not there', async () => {
    const { thread, post } = await community.thread('anna');
    const reply = await community.post('ben', thread, 'A secret.', { replyTo: post });
    const { splitThread } = await community.admin.run(api.SplitThreadDocument, {
      input: { thread, posts: [reply], title: 'Apart' },
    });
    expect(splitThread?.errors).toEqual([]);
    const replies = async () => (await community.as('cleo').run(api.PostDocument, { id: post })).post?.replies.nodes;
    expect(await replies()).toEqual([{ id: reply }]);
    const apart = (await community.admin.run(api.PostDocument, { id: reply })).post?.threadId as string;
    await community.admin.run(api.HideThreadDocument, { input: { thread: apart } });
    expect(await replies()).toEqual([]);
  });

  test('who read a thread before they wrote in it follows it from then on', async () => {
    const { thread } = await community.thread('anna');
    await community.as('cleo').run(api.MarkThreadReadDocument, { input: { thread } });
    expect((await community.read(thread, 'cleo'))?.ownVisit?.isFollowing).toBe(false);
    await community.post('cleo', thread);
    expect((await community.read(thread, 'cleo'))?.ownVisit?.isFollowing).toBe(true);
  });

  test('cursors that somebody made are refused, and a number below all begins at the first', async () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const forged = (text: string) => Buffer.from(`${text} ${id}`).toString('base64url');
    for (const [order, text] of [
      ['HOT', '1e999'],
      ['HOT', '-'],
      ['ACTIVE', '----------'],
      ['ACTIVE', '2020-99-99 00:00:00+00'],
      ['TOP', 'x'],
    ] as const) {
      const { errors } = await community.admin.ask(api.ThreadsDocument, { order, after: forged(text) });
      expect([text, errors?.[0]?.extensions.code]).toEqual([text, 'BAD_USER_INPUT']);
    }
    const { errors } = await community.admin.ask(api.SearchPostsDocument, { text: 'x', after: forged('1e999') });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const { thread } = await community.thread('anna');
    const { thread: read } = await community.admin.run(api.ThreadDocument, { id: thread, from: -2_147_483_648 });
    expect(read?.posts.nodes).toHaveLength(1);
  });

  test('a thread with a poll that closed meanwhile is found again by its key', async () => {
    const shop = await laurel.program();
    const town = await Community.open(laurel, shop, 'anna');
    const poll = { question: 'Q', options: ['a', 'b'], closesAt: '2020-01-01T01:00:00Z' };
    const input = { category: town.category, title: 'T', body: 'B', poll, idempotencyKey: newKey() };
    const first = (await town.as('anna').run(api.CreateThreadDocument, { input })).createThread;
    await shop.run(api.AdvanceClockDocument, { input: { to: '2020-01-01T02:00:00Z' } });
    const again = (await town.as('anna').run(api.CreateThreadDocument, { input })).createThread;
    expect(again).toMatchObject({ errors: [], replayed: true, thread: { id: first?.thread?.id } });
  });

  test('a page of a thread costs the same number of statements with 1, 10 and 100 posts', async () => {
    const { thread } = await community.thread('anna', { title: 'Long', poll: { question: 'Q', options: ['a', 'b'] } });
    const first = (await community.read(thread))?.posts.nodes[0]?.id as string;
    // Whoever calls is looked up once a second, which is not of the page.
    const counted = async (variables: api.ThreadPageQueryVariables, posts: number) => {
      // Nor is what others are told of meanwhile.
      await caughtUp(laurel, 'inbox', 'community-points');
      await community.as('cleo').run(api.ViewerDocument, {});
      const once = () =>
        laurel.countStatements(async () => {
          const { thread: read } = await community.as('cleo').run(api.ThreadPageDocument, variables);
          expect(read?.posts.nodes).toHaveLength(posts);
        });
      // Settings are looked up once a second, too.
      return Math.min(await once(), await once());
    };
    const page = (posts: number) => counted({ id: thread, first: posts, from: 2 }, posts);
    const whole = (posts: number) => counted({ id: thread, first: 100 }, posts);
    const alone = await whole(1);
    const counts: number[] = [];
    const wholes: number[] = [];
    for (const size of [1, 10, 100]) {
      const { lastNumber } = (await community.read(thread)) as { lastNumber: number };
      for (let i = lastNumber; i < size + 1; i += 1) {
        const post = await community.post(i % 2 ? 'ben' : 'cleo', thread, `Post ${i} for @anna`, { replyTo: first });
        if (i % 3 === 0) await community.react('anna', post);
      }
      counts.push(await page(size));
      wholes.push(await whole(Math.min(size + 1, 100)));
    }
    const [one] = counts as [number];
    expect(counts).toEqual([one, one, one]);
    expect(new Set(wholes).size).toBe(1);
    // A thread of one post by whoever opened it: who that is was asked for already.
    expect(alone).toBeLessThanOrEqual(wholes[0] as number);
    // One of them asks whether the community is closed to the caller.
    expect(one).toBeLessThanOrEqual(12);
  }, 60_000);
});
