import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localId } from '../../../src/graphql/global-id.js';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { type Caller, newKey, TestLaurel } from '../../support/laurel.js';
import { entriesOf, flag, moderator, queue, setPolicy, trust } from '../../support/moderators.js';
import { caughtUp } from '../../support/reactions.js';

describe('moderation of posts', () => {
  let laurel: TestLaurel;
  let community: Community;
  let second: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    community = await Community.open(laurel, await laurel.program(), 'anna', 'ben', 'cleo', 'dora');
    second = await moderator(community, 'Sam');
  });
  afterAll(() => laurel.stop());

  const postsOf = async (handle: string) =>
    (await community.admin.run(api.CommunityMemberDocument, { handle })).communityMember?.postCount as number;
  const seen = async (handle: string, id: string) => (await community.as(handle).run(api.PostDocument, { id })).post;

  test('a member flags a post once, not their own; the queue tells who said what, the oldest first', async () => {
    const { thread, post } = await community.thread('anna');
    const answer = await community.post('ben', thread, 'Buy this.');
    expect(await flag(community, 'cleo', answer, { note: 'Again he.' })).toBeNull();
    await community.admin.run(api.AdvanceClockDocument, { input: { to: '2020-01-01T01:00:00Z' } });
    expect(await flag(community, 'cleo', answer)).toBeNull();
    expect(await flag(community, 'ben', answer)).toBe('OWN_POST');
    expect(await flag(community, 'ben', post, { reason: 'OFF_TOPIC' })).toBeNull();
    expect(await flag(community, 'ben', 'pst_01h455vb4pex5vsknk084sn02q')).toBe('POST_NOT_FOUND');
    expect(await queue(community)).toMatchObject([
      {
        flagCount: 1,
        heldFor: null,
        post: { id: answer },
        flags: [{ reason: 'SPAM', note: 'Again he.', isTrusted: false, member: { handle: 'cleo' } }],
      },
      { flagCount: 1, post: { id: post }, flags: [{ reason: 'OFF_TOPIC', note: null, member: { handle: 'ben' } }] },
    ]);
    const page = (await community.admin.run(api.ModerationQueueDocument, { first: 1 })).moderationQueue;
    expect(page).toMatchObject({ nodes: [{ post: { id: answer } }], pageInfo: { hasNextPage: true } });
    const next = await community.admin.run(api.ModerationQueueDocument, { first: 1, after: page?.pageInfo.endCursor });
    expect(next.moderationQueue).toMatchObject({ nodes: [{ post: { id: post } }], pageInfo: { hasNextPage: false } });
    const last = await community.admin.run(api.ModerationQueueDocument, { last: 1 });
    expect(last.moderationQueue?.nodes).toMatchObject([{ post: { id: post } }]);
    for (const each of [answer, post]) await community.admin.run(api.ResolveFlagsDocument, { input: { post: each, decision: 'DISMISS' } });
    expect(await queue(community)).toEqual([]);
    expect(await seen('cleo', answer)).toMatchObject({ body: 'Buy this.' });
    // Dismissed once is dismissed for good: it does not come back by the same flag.
    expect(await flag(community, 'cleo', answer)).toBeNull();
    expect(await queue(community)).toEqual([]);
  });

  test('hiding takes a post out of all counts and its answer back, showing puts it back; both are told once', async () => {
    const { thread } = await community.thread('anna', { isQuestion: true });
    const answer = await community.post('ben', thread, 'Like this.');
    await community.as('anna').run(api.AcceptAnswerDocument, { input: { post: answer } });
    await community.react('cleo', answer);
    const before = await postsOf('ben');
    const { hidePost } = await community.admin.run(api.HidePostDocument, { input: { post: answer, reason: 'Rude.' } });
    expect(hidePost).toMatchObject({ errors: [], post: { isHidden: true } });
    expect(await community.read(thread)).toMatchObject({ postCount: 1, acceptedAnswer: null, reactionCount: 1 });
    expect(await postsOf('ben')).toBe(before - 1);
    expect(await seen('cleo', answer)).toBeNull();
    expect(await seen('ben', answer)).toBeNull();
    expect((await community.react('cleo', answer, 'LOVE'))?.errors).toMatchObject([{ code: 'POST_NOT_FOUND' }]);
    await second.run(api.HidePostDocument, { input: { post: answer } });
    await community.admin.run(api.ShowPostDocument, { input: { post: answer } });
    await second.run(api.ShowPostDocument, { input: { post: answer } });
    expect(await community.read(thread)).toMatchObject({ postCount: 2 });
    expect(await postsOf('ben')).toBe(before);
    const kinds = ['THREAD_OPENED', 'POST_CREATED', 'ANSWER_ACCEPTED', 'REACTION_ADDED', 'ANSWER_WITHDRAWN', 'POST_HIDDEN', 'POST_SHOWN'];
    expect(await entriesOf(laurel, thread)).toEqual(kinds);
    expect(await laurel.differences()).toEqual([]);
  });

  test('two moderators at once: one decides, the other finds it done', async () => {
    const { thread } = await community.thread('anna');
    for (let round = 0; round < 5; round += 1) {
      const post = await community.post('ben', thread);
      await flag(community, 'cleo', post);
      const decide = (caller: Caller, decision: api.FlagDecision) =>
        caller.run(api.ResolveFlagsDocument, { input: { post, decision, reason: 'seen' } });
      const [one, two] = await Promise.all([decide(community.admin, 'HIDE'), decide(second, 'DISMISS')]);
      expect([one.resolveFlags?.errors, two.resolveFlags?.errors]).toEqual([[], []]);
      const log = (await community.admin.run(api.ModerationLogDocument, { filter: { thread }, first: 100 })).moderationLog?.nodes ?? [];
      const actions = log.filter(({ postId }) => postId === post);
      expect(actions).toHaveLength(1);
      const now = (await community.admin.run(api.PostDocument, { id: post })).post;
      expect(now?.isHidden).toBe(actions[0]?.kind === 'POST_HIDDEN');
      // Whoever came second is told what the first decided.
      expect([one.resolveFlags?.post?.isHidden, two.resolveFlags?.post?.isHidden]).toContain(now?.isHidden);
    }
    const many = await community.post('ben', thread);
    await Promise.all(
      [community.admin, second, community.admin, second].map((by) => by.run(api.HidePostDocument, { input: { post: many } })),
    );
    const { rows } = await laurel.app.services.reads.query(
      `select (select count(*)::int from journal where kind = 'POST_HIDDEN' and data -> 'input' ->> 'post' = $1::text) as entries,
        (select count(*)::int from moderation_actions where post_id = $1::uuid) as actions`,
      [localId('post', many)],
    );
    expect(rows[0]).toEqual({ entries: 1, actions: 1 });
    expect(await laurel.differences()).toEqual([]);
  }, 60_000);

  test('flags of three trusted members hide a post until somebody looks; flags of new ones do not', async () => {
    const town = await Community.open(laurel, await laurel.program(), 'anna', 'ben', 'cleo', 'dora', 'nick', 'nora', 'nils');
    const { thread } = await town.thread('anna');
    const post = await town.post('anna', thread, 'Everybody is wrong.');
    for (const handle of ['nick', 'nora', 'nils']) await flag(town, handle, post);
    expect((await town.as('ben').run(api.PostDocument, { id: post })).post).toMatchObject({ isHidden: false });
    for (const handle of ['ben', 'cleo', 'dora']) await trust(town, town.idOf(handle), 'BASIC');
    for (const handle of ['ben', 'cleo', 'dora']) await flag(town, handle, post, { reason: 'ABUSE' });
    expect((await town.as('ben').run(api.PostDocument, { id: post })).post).toBeNull();
    expect(await queue(town)).toMatchObject([{ flagCount: 6, post: { id: post, isHidden: true } }]);
    const log = (await town.admin.run(api.ModerationLogDocument, { filter: { moderator: 'system' } })).moderationLog?.nodes;
    expect(log).toMatchObject([{ kind: 'POST_HIDDEN', moderator: 'system', postId: post, memberId: town.idOf('anna') }]);
    expect(await laurel.differences()).toEqual([]);
    await town.admin.run(api.ResolveFlagsDocument, { input: { post, decision: 'DISMISS', reason: 'An opinion.' } });
    expect((await town.as('ben').run(api.PostDocument, { id: post })).post).toMatchObject({ body: 'Everybody is wrong.' });
    await setPolicy(town, { flagsToHide: null });
    const other = await town.post('anna', thread, 'Still.');
    for (const handle of ['ben', 'cleo', 'dora']) await flag(town, handle, other);
    expect((await town.as('ben').run(api.PostDocument, { id: other })).post).toMatchObject({ isHidden: false });
  }, 60_000);

  test('flags that were right count against the author, and not any more once the post is shown', async () => {
    const { thread } = await community.thread('anna');
    const post = await community.post('dora', thread);
    await flag(community, 'ben', post);
    await community.admin.run(api.ResolveFlagsDocument, { input: { post, decision: 'HIDE' } });
    const upheld = async () =>
      (
        await laurel.app.services.reads.query('select upheld_flags as upheld from community_members where member_id = $1', [
          localId('member', community.idOf('dora')),
        ])
      ).rows[0].upheld;
    expect(await upheld()).toBe(1);
    await community.admin.run(api.ShowPostDocument, { input: { post } });
    expect(await upheld()).toBe(0);
    await community.admin.run(api.RemovePostDocument, { input: { post, reason: 'After all.' } });
    expect(await seen('ben', post)).toBeNull();
    expect((await community.admin.run(api.PostDocument, { id: post })).post).toMatchObject({ isDeleted: true });
    await community.admin.run(api.ShowPostDocument, { input: { post } });
    expect(await seen('ben', post)).toBeNull();
    expect(await laurel.differences()).toEqual([]);
  });

  test('the log tells who did what, when and why: by member, thread and moderator, in pages', async () => {
    const { thread, post } = await community.thread('dora');
    await community.admin.run(api.CloseThreadDocument, { input: { thread, reason: 'Quarrel.' } });
    await second.run(api.ReopenThreadDocument, { input: { thread } });
    await second.run(api.HidePostDocument, { input: { post, reason: 'No.' } });
    const log = async (filter: api.ModerationLogFilter, more: Partial<api.ModerationLogQueryVariables> = {}) =>
      (await community.admin.run(api.ModerationLogDocument, { filter, ...more })).moderationLog;
    const all = await log({ thread });
    expect(all?.nodes).toMatchObject([
      { kind: 'POST_HIDDEN', postId: post, memberId: community.idOf('dora'), reason: 'No.', moderator: expect.stringMatching(/^stf_/) },
      { kind: 'THREAD_REOPENED', postId: null, reason: null },
      { kind: 'THREAD_CLOSED', reason: 'Quarrel.', moderator: expect.stringMatching(/^(key|stf)_/) },
    ]);
    const sam = all?.nodes[0]?.moderator as string;
    expect((await log({ thread, moderator: sam }))?.nodes).toHaveLength(2);
    expect((await log({ member: { externalId: 'nobody' } }))?.nodes).toEqual([]);
    const page = await log({ thread }, { first: 2 });
    expect((await log({ thread }, { first: 2, after: page?.pageInfo.endCursor }))?.nodes).toEqual(all?.nodes.slice(2));
    expect((await log({ thread }, { last: 1 }))?.nodes).toEqual(all?.nodes.slice(2));
    const denied = await community.as('ben').ask(api.ModerationLogDocument, {});
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('the queue costs the same number of statements with 1 and with 10 posts', async () => {
    const town = await Community.open(laurel, await laurel.program(), 'anna', 'ben', 'cleo');
    const { thread } = await town.thread('anna');
    const counts: number[] = [];
    for (const size of [1, 10]) {
      while ((await queue(town)).length < size) {
        const post = await town.post(size % 2 ? 'anna' : 'ben', thread);
        await flag(town, 'cleo', post);
      }
      await caughtUp(laurel, 'community-points', 'inbox');
      await town.admin.run(api.ViewerDocument, {});
      counts.push(await laurel.countStatements(() => queue(town)));
    }
    expect(counts[1]).toBe(counts[0]);
  }, 60_000);

  test('verify finds what moderation stores otherwise than its rows and entries say', async () => {
    const { thread, post } = await community.thread('anna');
    await flag(community, 'ben', post);
    const uuid = localId('post', post);
    const anna = localId('member', community.idOf('anna'));
    const { reads } = laurel.app.services;
    const found = async (wrong: string, right: string, id: string | null) => {
      await reads.query(wrong, [id]);
      const differences = await laurel.differences();
      await reads.query(right, [id]);
      return differences.map((text) => text.replace(/ [0-9a-f-]{36} .*/, ''));
    };
    const set = (what: string, key = 'id') => `update ${key === 'id' ? 'posts' : 'community_members'} set ${what} where ${key} = $1`;
    expect(await found(set('flag_count = 2'), set('flag_count = 1'), uuid)).toEqual(['flags on post']);
    expect(await found(set('queued_at = null'), set('queued_at = created_at'), uuid)).toEqual(['place in the queue of post']);
    expect(await found(set(`held_for = 'x'`), set('held_for = null'), uuid)).toEqual(['sight of held post']);
    const person = (what: string) => set(what, 'member_id');
    expect(await found(person(`restriction = 'BAN'`), person('restriction = null'), anna)).toEqual(['restriction of member']);
    expect(await found(person('upheld_flags = upheld_flags + 1'), person('upheld_flags = upheld_flags - 1'), anna)).toEqual([
      'upheld flags of member',
    ]);
    expect(await laurel.differences()).toEqual([]);
    expect((await community.read(thread))?.id).toBe(thread);
  });

  test('a key that wrote once and was hidden since writes nothing again', async () => {
    const { thread } = await community.thread('anna');
    const input = { thread, body: 'Once.', idempotencyKey: newKey() };
    const { createPost } = await community.as('ben').run(api.CreatePostDocument, { input });
    await community.admin.run(api.HidePostDocument, { input: { post: createPost?.post?.id as string } });
    const again = await community.as('ben').run(api.CreatePostDocument, { input });
    expect(again.createPost).toMatchObject({ replayed: true, post: { id: createPost?.post?.id, body: null } });
  });
});
