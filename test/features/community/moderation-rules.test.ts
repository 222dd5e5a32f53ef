import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { newKey, TestLaurel } from '../../support/laurel.js';
import { entriesOf, queue, setPolicy, trust } from '../../support/moderators.js';

describe('rules of the community', () => {
  let laurel: TestLaurel;
  let community: Community;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    community = await Community.open(laurel, await laurel.program(), 'anna', 'ben', 'cleo');
    await setPolicy(community, {
      wordRules: [
        { text: 'casino', action: 'REFUSE' },
        { text: 'lottery', action: 'HOLD' },
      ],
      linkRules: [{ host: 'spam.example', action: 'HOLD' }],
    });
  });
  afterAll(() => laurel.stop());

  const write = async (handle: string, thread: string, body: string) =>
    (await community.as(handle).run(api.CreatePostDocument, { input: { thread, body, idempotencyKey: newKey() } })).createPost;
  const postsOf = async (handle: string) =>
    (await community.admin.run(api.CommunityMemberDocument, { handle })).communityMember?.postCount as number;

  test('words are refused in posts, edits, titles, display names and handles, in disguise too', async () => {
    const { thread, post } = await community.thread('anna');
    expect((await write('ben', thread, 'My c\u0430s\u200bin0.'))?.errors).toMatchObject([{ code: 'TEXT_REFUSED', path: ['body'] }]);
    const anna = community.as('anna');
    const input = { category: community.category, title: 'C a s i n o', body: 'B', idempotencyKey: newKey() };
    expect((await anna.run(api.CreateThreadDocument, { input })).createThread?.errors).toMatchObject([
      { code: 'TEXT_REFUSED', path: ['title'] },
    ]);
    expect((await anna.run(api.UpdatePostDocument, { input: { post, body: 'casino' } })).updatePost?.errors).toMatchObject([
      { code: 'TEXT_REFUSED' },
    ]);
    for (const title of ['casino', 'A lottery'])
      expect((await anna.run(api.UpdateThreadDocument, { input: { thread, title } })).updateThread?.errors).toMatchObject([
        { code: 'TEXT_REFUSED', path: ['title'] },
      ]);
    for (const name of [{ displayName: 'Casin\u043e' }, { handle: 'lottery_king' }])
      expect((await anna.run(api.UpdateCommunityProfileDocument, { input: name })).updateCommunityProfile?.errors).toMatchObject([
        { code: 'TEXT_REFUSED', path: Object.keys(name) },
      ]);
    const reserved = await anna.run(api.UpdateCommunityProfileDocument, { input: { handle: 'deleted' } });
    expect(reserved.updateCommunityProfile?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['handle'] }]);
    expect(await community.read(thread)).toMatchObject({ postCount: 1, title: 'A thread' });
  });

  test('a post that is held is its author’s alone until it is shown, and is told as written only then', async () => {
    const { thread } = await community.thread('anna');
    const before = await postsOf('ben');
    const held = (await write('ben', thread, 'Win the lottery, @cleo!'))?.post;
    expect(held).toMatchObject({ isHidden: true, body: 'Win the lottery, @cleo!' });
    const id = held?.id as string;
    expect((await community.as('cleo').run(api.PostDocument, { id })).post).toBeNull();
    expect((await community.read(thread, 'cleo'))?.posts.nodes).toHaveLength(1);
    expect((await community.read(thread, 'ben'))?.posts.nodes).toMatchObject([{}, { id, isHidden: true, body: 'Win the lottery, @cleo!' }]);
    expect(await community.read(thread, 'cleo')).toMatchObject({ postCount: 1 });
    expect((await community.as('cleo').run(api.SearchPostsDocument, { text: 'lottery' })).searchPosts?.nodes).toEqual([]);
    expect(await postsOf('ben')).toBe(before);
    expect(await queue(community)).toMatchObject([{ heldFor: 'word "lottery"', flagCount: 0, flags: [], post: { id, isHeld: true } }]);
    const edit = await community.as('ben').run(api.UpdatePostDocument, { input: { post: id, body: 'Nothing.' } });
    expect(edit.updatePost?.errors).toMatchObject([{ code: 'POST_HELD' }]);
    expect(await laurel.differences()).toEqual([]);
    await community.admin.run(api.ShowPostDocument, { input: { post: id } });
    expect((await community.as('cleo').run(api.PostDocument, { id })).post).toMatchObject({ body: 'Win the lottery, @cleo!' });
    expect(await postsOf('ben')).toBe(before + 1);
    expect(await entriesOf(laurel, thread)).toEqual(['THREAD_OPENED', 'POST_HELD', 'POST_SHOWN']);
    const { rows } = await laurel.app.services.reads.query(
      `select data -> 'input' as input from journal where kind = 'POST_SHOWN' order by position desc limit 1`,
    );
    expect(rows[0].input).toMatchObject({ wasHeld: true, mentions: [expect.any(String)], author: expect.any(String) });
  });

  test('a held post that is not shown stays where nobody saw it', async () => {
    const { thread } = await community.thread('anna');
    const id = (await write('ben', thread, 'See http://www.spam.example/'))?.post?.id as string;
    await community.admin.run(api.ResolveFlagsDocument, { input: { post: id, decision: 'HIDE' } });
    expect(await queue(community)).toEqual([]);
    expect((await community.as('ben').run(api.PostDocument, { id })).post).toBeNull();
    expect(await entriesOf(laurel, thread)).toEqual(['THREAD_OPENED', 'POST_HELD']);
  });

  test('a thread whose text is held waits with its first post', async () => {
    const { thread, post } = await community.thread('anna', { title: 'A lottery', isQuestion: true });
    expect(await community.read(thread, 'ben')).toBeNull();
    expect(await community.read(thread, 'anna')).toMatchObject({ title: 'A lottery', postCount: 0 });
    const listed = (await community.as('ben').run(api.ThreadsDocument, { first: 100 })).threads?.nodes.map(({ id }) => id);
    expect(listed).not.toContain(thread);
    expect((await write('ben', thread, 'Me, too.'))?.errors).toMatchObject([{ code: 'THREAD_NOT_FOUND' }]);
    const shown = await community.admin.run(api.ShowThreadDocument, { input: { thread } });
    expect(shown.showThread?.errors).toMatchObject([{ code: 'THREAD_HELD' }]);
    await community.admin.run(api.ShowPostDocument, { input: { post } });
    expect(await community.read(thread, 'ben')).toMatchObject({ postCount: 1 });
    expect(await entriesOf(laurel, thread)).toEqual(['THREAD_HELD', 'THREAD_SHOWN']);
  });

  test('an edit that a rule holds takes the post out of sight until it is shown', async () => {
    const { thread } = await community.thread('anna');
    const post = await community.post('ben', thread, 'Fine.');
    const { updatePost } = await community.as('ben').run(api.UpdatePostDocument, { input: { post, body: 'A lottery.' } });
    expect(updatePost).toMatchObject({ errors: [], post: { isHidden: true, body: 'A lottery.' } });
    expect(await community.read(thread, 'cleo')).toMatchObject({ postCount: 1 });
    await community.admin.run(api.ShowPostDocument, { input: { post } });
    expect(await community.read(thread, 'cleo')).toMatchObject({ postCount: 2 });
    expect(await entriesOf(laurel, thread)).toEqual(['THREAD_OPENED', 'POST_CREATED', 'POST_EDITED', 'POST_HIDDEN', 'POST_SHOWN']);
    expect(await laurel.differences()).toEqual([]);
  });

  test('new members write so many posts an hour and no more, also at the same time; trusted ones as many as they like', async () => {
    const town = await Community.open(laurel, await laurel.program(), 'old', 'fresh');
    await setPolicy(town, { newMembers: { postsPerHour: 3 } });
    const { thread } = await town.thread('old');
    await trust(town, town.idOf('old'), 'BASIC');
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        town.as('fresh').run(api.CreatePostDocument, { input: { thread, body: `Post ${i}`, idempotencyKey: newKey() } }),
      ),
    );
    expect(tries.filter(({ createPost }) => createPost?.post)).toHaveLength(3);
    expect(tries.flatMap(({ createPost }) => createPost?.errors.map(({ code }) => code))).toEqual(Array(5).fill('POSTING_TOO_FAST'));
    for (let i = 0; i < 5; i += 1) await town.post('old', thread);
    await town.admin.run(api.AdvanceClockDocument, { input: { to: '2020-01-01T01:00:01Z' } });
    await town.post('fresh', thread);
    const many = { thread, body: 'https://a.example/ https://b.example/ https://c.example/', idempotencyKey: newKey() };
    expect((await town.as('fresh').run(api.CreatePostDocument, { input: many })).createPost?.errors).toMatchObject([
      { code: 'TOO_MANY_LINKS' },
    ]);
    expect((await town.as('old').run(api.CreatePostDocument, { input: { ...many, idempotencyKey: newKey() } })).createPost?.errors).toEqual(
      [],
    );
    const levelOf = async (handle: string) => (await town.as('fresh').run(api.TrustOfDocument, { handle })).communityMember?.trustLevel;
    expect([await levelOf('old'), await levelOf('fresh')]).toEqual(['BASIC', 'NEW']);
    await town.admin.run(api.AdvanceClockDocument, { input: { to: '2020-01-03T00:00:00Z' } });
    expect(await levelOf('fresh')).toBe('BASIC');
    await trust(town, town.idOf('old'), null);
    expect(await levelOf('old')).toBe('BASIC');
  }, 60_000);

  test('the policy is a version of the settings; what was never set is as usual', async () => {
    const { communityPolicy } = await community.admin.run(api.CommunityPolicyDocument, {});
    expect(communityPolicy).toMatchObject({
      ...{ flagsToHide: 3, otherLinks: 'ALLOW', newMembers: { postsPerHour: null, linksPerPost: 2 } },
      wordRules: [
        { text: 'casino', action: 'REFUSE' },
        { text: 'lottery', action: 'HOLD' },
      ],
      linkRules: [{ host: 'spam.example', action: 'HOLD' }],
      trust: [{ level: 'BASIC' }, { level: 'MEMBER' }, { level: 'REGULAR' }],
    });
    const { updateCommunityPolicy } = await community.admin.run(api.UpdateCommunityPolicyDocument, { input: { flagsToHide: 0 } });
    expect(updateCommunityPolicy?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['flagsToHide'] }]);
    const denied = await community.as('anna').ask(api.CommunityPolicyDocument, {});
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
