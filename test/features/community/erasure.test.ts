import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localId } from '../../../src/graphql/global-id.js';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { newKey, TestLaurel } from '../../support/laurel.js';
import { flag } from '../../support/moderators.js';

const TABLES = [
  ...['community_members', 'threads', 'posts', 'post_edits', 'post_mentions', 'reactions', 'thread_visits'],
  ...['polls', 'poll_options', 'poll_votes', 'post_flags', 'moderation_actions'],
];

describe('erasing a member', () => {
  let laurel: TestLaurel;
  let community: Community;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    community = await Community.open(laurel, await laurel.program(), 'anna', 'ben', 'vanisher', 'late');
  });
  afterAll(() => laurel.stop());

  const erase = (handle: string) => community.admin.run(api.EraseMemberDocument, { input: { member: { id: community.idOf(handle) } } });
  const everything = async () => {
    const texts = await Promise.all(
      TABLES.map(async (table) => (await laurel.app.services.reads.query(`select json_agg(t)::text as text from ${table} t`)).rows[0].text),
    );
    return texts.join('\n');
  };

  test('threads stay readable and the person is gone: name, mentions, earlier texts, what they read, what was said of them', async () => {
    const gone = community.as('vanisher');
    await gone.run(api.UpdateCommunityProfileDocument, { input: { displayName: 'Vera Vanish' } });
    const { thread, post } = await community.thread('vanisher', { title: 'What I know', body: 'My secret draft.' });
    await gone.run(api.UpdatePostDocument, { input: { post, body: 'My advice.' } });
    const reply = await community.post('ben', thread, 'Thanks @Vanisher, and `@vanisher` again; not @vanishers.', { replyTo: post });
    await community.as('ben').run(api.UpdatePostDocument, { input: { post: reply, body: 'Thank you, @vanisher!' } });
    const polled = await community.thread('anna', { poll: { question: 'Q', options: ['a', 'b'] } });
    await gone.run(api.VotePollDocument, { input: { thread: polled.thread, choices: [2] } });
    await gone.run(api.MarkThreadReadDocument, { input: { thread: polled.thread } });
    await community.react('vanisher', reply);
    await community.react('ben', post);
    await flag(community, 'vanisher', polled.post, { note: 'I live next door to Anna.' });
    await community.admin.run(api.RestrictMemberDocument, {
      input: { member: { id: community.idOf('vanisher') }, kind: 'MUTE', reason: 'Vera shouted at staff.' },
    });
    // Older mentions say what they were called then.
    await community.admin.run(api.LiftRestrictionDocument, { input: { member: { id: community.idOf('vanisher') } } });
    await gone.run(api.UpdateCommunityProfileDocument, { input: { handle: 'vera' } });
    await community.post('ben', thread, 'Still here, @vera?');
    expect((await erase('vanisher')).eraseMember?.errors).toEqual([]);

    const read = (await community.as('anna').run(api.ModeratedPostsDocument, { thread })).thread;
    expect(read).toMatchObject({ title: 'What I know', author: null });
    expect(read?.posts.nodes).toMatchObject([
      { id: post, body: 'My advice.', author: null },
      { id: reply, body: 'Thank you, @deleted!', html: '<p>Thank you, @deleted!</p>\n', author: { handle: 'ben' }, replyTo: { id: post } },
      { body: 'Still here, @deleted?', html: '<p>Still here, @deleted?</p>\n' },
    ]);
    const history = (await community.as('ben').run(api.PostDocument, { id: reply })).post?.edits;
    expect(history).toMatchObject([{ body: 'Thanks @deleted, and `@deleted` again; not @vanishers.' }]);
    for (const handle of ['vanisher', 'vera']) {
      expect((await community.as('anna').run(api.CommunityMemberDocument, { handle })).communityMember).toBeNull();
      expect((await community.as('anna').run(api.SearchPostsDocument, { text: handle })).searchPosts?.nodes).toEqual([]);
    }
    const kept = await everything();
    for (const word of ['@vanisher"', '@vanisher!', 'vera', 'Vera', 'secret draft', 'next door'])
      expect([word, kept.includes(word)]).toEqual([word, false]);
    // What counts goes on counting.
    expect(await community.read(polled.thread, 'ben')).toMatchObject({ viewCount: 0 });
    const votes = await laurel.app.services.reads.query('select voter_count from polls where thread_id = $1', [
      localId('thread', polled.thread),
    ]);
    expect(votes.rows).toEqual([{ voter_count: 1 }]);
    expect((await community.as('ben').run(api.PostDocument, { id: reply })).post?.reactions).toEqual([{ kind: 'LIKE', count: 1 }]);
    expect(await laurel.differences()).toEqual([]);
    // The handle is free, and whoever takes it is not who was mentioned.
    await community.as('anna').run(api.UpdateCommunityProfileDocument, { input: { handle: 'vera' } });
    expect((await community.as('ben').run(api.PostDocument, { id: reply })).post?.html).not.toContain('data-member');
    await erase('vanisher');
    expect(await laurel.differences()).toEqual([]);
  });

  test('while they and others write: nothing of theirs comes after, and counters equal the rows', async () => {
    const { thread, post } = await community.thread('ben');
    const writes = Array.from({ length: 12 }, (_, i) =>
      community
        .as(i % 2 ? 'late' : 'ben')
        .ask(api.CreatePostDocument, { input: { thread, body: `For @late ${i}`, idempotencyKey: newKey() } }),
    );
    await Promise.all([...writes, community.react('late', post), erase('late'), community.react('ben', post)]);
    const { rows } = await laurel.app.services.reads.query('select count(*)::int as count from posts where author_id = $1', [
      localId('member', community.idOf('late')),
    ]);
    expect(rows[0].count).toBe(0);
    expect(await laurel.differences()).toEqual([]);
  });

  test('before that, everything they wrote is handed out, with what it said before', async () => {
    const { thread, post } = await community.thread('ben', { title: 'Export me', body: 'First.' });
    await community.as('ben').run(api.UpdatePostDocument, { input: { post, body: 'Second.' } });
    const wanted = (await community.read(thread))?.id;
    const posts: Record<string, unknown>[] = [];
    let profile: Record<string, unknown> | null | undefined = null;
    for (let after: string | null = null; ; ) {
      const { exportMember }: api.ExportWithPostsMutation = await community.admin.run(api.ExportWithPostsDocument, {
        input: { member: { id: community.idOf('ben') }, after },
      });
      profile = exportMember?.profile;
      posts.push(...(exportMember?.posts ?? []));
      after = exportMember?.cursor ?? null;
      if (after === null) break;
    }
    expect(posts.find(({ id }) => id === post)).toMatchObject({
      ...{ threadId: wanted, threadTitle: 'Export me', body: 'Second.', edits: [{ body: 'First.' }] },
    });
    expect(profile?.community).toMatchObject({ handle: 'ben', reactions: expect.any(Array), visits: expect.any(Array) });
  });
});
