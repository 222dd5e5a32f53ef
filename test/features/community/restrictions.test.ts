import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localId } from '../../../src/graphql/global-id.js';
import { Collected } from '../../support/collected.js';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { type Caller, newKey, TestLaurel } from '../../support/laurel.js';
import { flag, moderator } from '../../support/moderators.js';

describe('muting and banning', () => {
  let laurel: TestLaurel;
  let community: Community;
  let second: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    community = await Community.open(laurel, await laurel.program(), 'anna', 'ben', 'cleo', 'dora', 'emil');
    second = await moderator(community, 'Sam');
  });
  afterAll(() => laurel.stop());

  const restrict = (handle: string, kind: api.RestrictionKind, until: string | null = null, by = community.admin) =>
    by.run(api.RestrictMemberDocument, { input: { member: { id: community.idOf(handle) }, kind, until, reason: 'Because.' } });
  const lift = (handle: string) => community.admin.run(api.LiftRestrictionDocument, { input: { member: { id: community.idOf(handle) } } });
  const toldTo = async (handle: string) => {
    const { rows } = await laurel.app.services.reads.query<{ kind: string; input: object }>(
      `select kind, data -> 'input' as input from journal where stream_id = $1 and kind like 'COMMUNITY%' order by number`,
      [localId('member', community.idOf(handle))],
    );
    return rows;
  };

  test('who is muted reads, and neither writes nor reacts, until the time is over', async () => {
    const { thread, post } = await community.thread('anna', { poll: { question: 'Q', options: ['a', 'b'] } });
    const own = await community.post('ben', thread);
    expect((await restrict('ben', 'MUTE', '2020-02-01T00:00:00Z')).restrictMember).toMatchObject({
      errors: [],
      communityMember: { handle: 'ben', restriction: { kind: 'MUTE', until: '2020-02-01T00:00:00.000Z' } },
    });
    const ben = community.as('ben');
    expect((await community.read(thread, 'ben'))?.posts.nodes).toHaveLength(2);
    const input = { thread, body: 'But …', idempotencyKey: newKey() };
    const codes = [
      (await ben.run(api.CreatePostDocument, { input })).createPost?.errors,
      (await ben.run(api.UpdatePostDocument, { input: { post: own, body: 'x' } })).updatePost?.errors,
      (await community.react('ben', post))?.errors,
      (await ben.run(api.VotePollDocument, { input: { thread, choices: [1] } })).votePoll?.errors,
      (
        await ben.run(api.CreateThreadDocument, {
          input: { category: community.category, title: 'T', body: 'B', idempotencyKey: newKey() },
        })
      ).createThread?.errors,
      (await ben.run(api.UpdateCommunityProfileDocument, { input: { displayName: 'Muted' } })).updateCommunityProfile?.errors,
    ].map((errors) => errors?.[0]?.code);
    expect(codes).toEqual(Array(6).fill('MEMBER_MUTED'));
    expect(await flag(community, 'ben', post)).toBe('MEMBER_MUTED');
    // A partner's key acts in their name no further than they could.
    const byStaff = { ...input, member: { id: community.idOf('ben') }, idempotencyKey: newKey() };
    expect((await community.admin.run(api.CreatePostDocument, { input: byStaff })).createPost?.errors).toMatchObject([
      { code: 'MEMBER_MUTED' },
    ]);
    expect((await ben.run(api.MarkThreadReadDocument, { input: { thread } })).markThreadRead?.errors).toEqual([]);
    await community.admin.run(api.AdvanceClockDocument, { input: { to: '2020-02-01T00:00:00Z' } });
    expect((await ben.run(api.CreatePostDocument, { input })).createPost?.errors).toEqual([]);
    expect((await ben.run(api.TrustOfDocument, { handle: 'ben' })).communityMember?.restriction).toBeNull();
    expect(await toldTo('ben')).toMatchObject([{ kind: 'COMMUNITY_RESTRICTED', input: { kind: 'MUTE' } }]);
    expect(JSON.stringify(await toldTo('ben'))).not.toContain('Because');
  });

  test('to who is banned the community is closed on every way, and open again once that is lifted', async () => {
    const { thread, post } = await community.thread('anna', { title: 'Velvet', body: 'Velvet.' });
    const own = await community.thread('cleo');
    await restrict('cleo', 'BAN');
    const cleo = community.as('cleo');
    expect(await community.read(thread, 'cleo')).toBeNull();
    expect(await community.read(own.thread, 'cleo')).toBeNull();
    expect((await cleo.run(api.PostDocument, { id: post })).post).toBeNull();
    expect((await cleo.run(api.ThreadsDocument, {})).threads?.nodes).toEqual([]);
    expect((await cleo.run(api.CategoriesDocument, {})).categories).toEqual([]);
    expect((await cleo.run(api.SearchPostsDocument, { text: 'velvet' })).searchPosts?.nodes).toEqual([]);
    expect((await cleo.run(api.TrustOfDocument, { handle: 'anna' })).communityMember).toBeNull();
    expect((await cleo.run(api.TrustOfDocument, { handle: 'cleo' })).communityMember?.restriction).toEqual({ kind: 'BAN', until: null });
    for (const id of [thread, post, community.category, own.thread, own.post]) {
      const { data } = await cleo.ask<{ node: unknown; nodes: unknown[] }, unknown>(
        'query Closed($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }',
        { id },
      );
      expect(data).toEqual({ node: null, nodes: [null] });
    }
    const input = { thread, body: 'Let me in.', idempotencyKey: newKey() };
    const refusals = [
      (await cleo.run(api.CreatePostDocument, { input })).createPost?.errors,
      (await community.react('cleo', post))?.errors,
      (await cleo.run(api.DeletePostDocument, { input: { post: own.post } })).deletePost?.errors,
      (await cleo.run(api.FollowThreadDocument, { input: { thread } })).followThread?.errors,
      (await cleo.run(api.MarkThreadReadDocument, { input: { thread } })).markThreadRead?.errors,
    ].map((errors) => errors?.[0]?.code);
    expect(refusals).toEqual(Array(5).fill('MEMBER_BANNED'));
    // What they wrote stays.
    expect((await community.read(own.thread, 'anna'))?.posts.nodes[0]?.author?.handle).toBe('cleo');
    expect((await community.as('anna').run(api.TrustOfDocument, { handle: 'cleo' })).communityMember).toMatchObject({ restriction: null });
    await lift('cleo');
    await lift('cleo');
    expect((await community.read(thread, 'cleo'))?.id).toBe(thread);
    expect((await toldTo('cleo')).map(({ kind }) => kind)).toEqual(['COMMUNITY_RESTRICTED', 'COMMUNITY_RESTRICTION_LIFTED']);
    expect(await laurel.differences()).toEqual([]);
  });

  test('who is banned is told no more of what they followed live; others are', async () => {
    const { thread } = await community.thread('anna');
    type Item = NonNullable<api.ThreadActivitySubscription['threadActivity']>;
    const clients = ['cleo', 'anna', 'ben'].map((handle) => community.as(handle).live());
    const [cleo, anna, ben] = clients.map(
      (client) => new Collected<Item>(client, api.ThreadActivityDocument, { thread }, 'threadActivity'),
    ) as [Collected<Item>, Collected<Item>, Collected<Item>];
    for (const stream of [cleo, anna, ben]) await stream.until((items) => items.length === 1);
    await community.post('anna', thread, 'Before.');
    for (const stream of [cleo, anna, ben]) await stream.until((items) => items.length === 2);
    await restrict('cleo', 'BAN');
    await community.post('anna', thread, 'After.');
    for (const stream of [anna, ben]) await stream.until((items) => items.length === 3);
    await cleo.until(() => false);
    expect(cleo.items).toHaveLength(2);
    expect(cleo.errors).toMatchObject([[{ extensions: { code: 'FORBIDDEN' } }]]);
    expect([...anna.errors, ...ben.errors]).toEqual([]);
    await lift('cleo');
    for (const client of clients) await client.dispose();
  });

  test('two moderators at once restrict once; another restriction takes the place of the first', async () => {
    await Promise.all([restrict('dora', 'MUTE'), restrict('dora', 'MUTE', null, second)]);
    expect(await toldTo('dora')).toHaveLength(1);
    await restrict('dora', 'BAN', '2020-03-01T00:00:00Z');
    await restrict('dora', 'BAN', '2020-03-01T00:00:00Z', second);
    expect((await toldTo('dora')).map(({ input }) => input)).toMatchObject([{ kind: 'MUTE', until: null }, { kind: 'BAN' }]);
    expect((await restrict('dora', 'BAN', '2019-01-01T00:00:00Z')).restrictMember?.errors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['until'] },
    ]);
    const nobody = await community.admin.run(api.RestrictMemberDocument, { input: { member: { externalId: 'nobody' }, kind: 'BAN' } });
    expect(nobody.restrictMember?.errors).toMatchObject([{ code: 'MEMBER_NOT_FOUND' }]);
    const log = await community.admin.run(api.ModerationLogDocument, { filter: { member: { id: community.idOf('dora') } } });
    expect(log.moderationLog?.nodes.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['MEMBER_RESTRICTED', 'Because.'],
      ['MEMBER_RESTRICTED', 'Because.'],
    ]);
  });

  test('a post while its author is being banned is there before, or refused', async () => {
    const { thread } = await community.thread('anna');
    const posts = Array.from({ length: 8 }, () =>
      community.as('emil').run(api.CreatePostDocument, { input: { thread, body: 'Quick.', idempotencyKey: newKey() } }),
    );
    const [answers] = await Promise.all([Promise.all(posts), restrict('emil', 'BAN')]);
    const written = answers.filter(({ createPost }) => createPost?.errors.length === 0);
    const refused = answers.filter(({ createPost }) => createPost?.errors.some(({ code }) => code === 'MEMBER_BANNED'));
    expect(written.length + refused.length).toBe(8);
    expect(await community.read(thread)).toMatchObject({ postCount: written.length + 1 });
    const after = await community.as('emil').run(api.CreatePostDocument, { input: { thread, body: 'Late.', idempotencyKey: newKey() } });
    expect(after.createPost?.errors).toMatchObject([{ code: 'MEMBER_BANNED' }]);
  });
});
