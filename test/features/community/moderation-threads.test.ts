import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localId } from '../../../src/graphql/global-id.js';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { Caller, newKey, TestLaurel } from '../../support/laurel.js';
import { entriesOf, moderator } from '../../support/moderators.js';

describe('moderation of threads', () => {
  let laurel: TestLaurel;
  /** Another process on the same database. */
  let there: TestLaurel;
  let community: Community;
  let second: Caller;
  let admin: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    there = await TestLaurel.start({ databaseUrl: laurel.databaseUrl });
    community = await Community.open(laurel, await laurel.program(), 'anna', 'ben', 'cleo');
    second = await moderator(community, 'Sam');
    admin = community.admin;
  });
  afterAll(async () => {
    await there.stop();
    await laurel.stop();
  });

  const bodies = async (thread: string, handle?: string) =>
    (await community.read(thread, handle))?.posts.nodes.map(({ number, body }) => [number, body]);

  test('pin, close and hide: twice is once, and members see what follows', async () => {
    const { thread, post } = await community.thread('anna');
    for (const by of [admin, second]) {
      expect((await by.run(api.PinThreadDocument, { input: { thread } })).pinThread).toMatchObject({
        errors: [],
        thread: { isPinned: true },
      });
      expect((await by.run(api.CloseThreadDocument, { input: { thread } })).closeThread?.thread?.isClosed).toBe(true);
    }
    const general = (await community.as('ben').run(api.CategoriesDocument, {})).categories?.[0];
    expect(general?.pinnedThreads.map(({ id }) => id)).toContain(thread);
    const input = { thread, body: 'Late.', idempotencyKey: newKey() };
    const { createPost } = await community.as('ben').run(api.CreatePostDocument, { input });
    expect(createPost?.errors).toMatchObject([{ code: 'THREAD_CLOSED' }]);
    expect((await community.react('ben', post))?.errors).toMatchObject([{ code: 'THREAD_CLOSED' }]);
    await admin.run(api.ReopenThreadDocument, { input: { thread } });
    await admin.run(api.UnpinThreadDocument, { input: { thread } });
    await admin.run(api.HideThreadDocument, { input: { thread } });
    await second.run(api.HideThreadDocument, { input: { thread } });
    expect(await community.read(thread, 'anna')).toBeNull();
    expect((await community.as('anna').run(api.PostDocument, { id: post })).post).toBeNull();
    expect(await community.read(thread)).toMatchObject({ postCount: 1 });
    await admin.run(api.ShowThreadDocument, { input: { thread } });
    expect(await community.read(thread, 'ben')).toMatchObject({ isPinned: false, isClosed: false });
    const kinds = ['PINNED', 'CLOSED', 'REOPENED', 'UNPINNED', 'HIDDEN', 'SHOWN'].map((kind) => `THREAD_${kind}`);
    expect(await entriesOf(laurel, thread)).toEqual(['THREAD_OPENED', ...kinds]);
    const missing = await admin.run(api.PinThreadDocument, { input: { thread: 'thr_01h455vb4pex5vsknk084sn02q' } });
    expect(missing.pinThread?.errors).toMatchObject([{ code: 'THREAD_NOT_FOUND' }]);
  });

  test('a thread goes to another category, with all that is in it', async () => {
    const { createCategory } = await admin.run(api.CreateCategoryDocument, { input: { name: 'Elsewhere' } });
    const category = createCategory?.category?.id as string;
    const { thread } = await community.thread('anna');
    for (const by of [admin, second])
      expect((await by.run(api.MoveThreadDocument, { input: { thread, category } })).moveThread?.thread?.category?.id).toBe(category);
    expect((await entriesOf(laurel, thread)).filter((kind) => kind === 'THREAD_MOVED')).toHaveLength(1);
    const listed = (await community.as('ben').run(api.ThreadsDocument, { filter: { category } })).threads?.nodes;
    expect(listed?.map(({ id }) => id)).toEqual([thread]);
    const nowhere = await admin.run(api.MoveThreadDocument, { input: { thread, category: 'cat_01h455vb4pex5vsknk084sn02q' } });
    expect(nowhere.moveThread?.errors).toMatchObject([{ code: 'CATEGORY_NOT_FOUND' }]);
    expect(await laurel.differences()).toEqual([]);
  });

  test('posts that come while a thread is closed are in it, or refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { thread } = await community.thread('anna');
      const write = (i: number) =>
        community
          .as(i % 2 ? 'ben' : 'cleo')
          .run(api.CreatePostDocument, { input: { thread, body: `Post ${i}`, idempotencyKey: newKey() } });
      const close = () => admin.run(api.CloseThreadDocument, { input: { thread } });
      const tries = Array.from({ length: 12 }, (_, i) => i);
      const posting = tries.map(async (i) => (i === 6 ? close().then(() => null) : (await write(i)).createPost));
      const answers = await Promise.all(posting);
      const written = answers.filter((answer) => answer?.post);
      const refused = answers.filter((answer) => answer?.errors.some(({ code }) => code === 'THREAD_CLOSED'));
      expect(written.length + refused.length).toBe(11);
      expect(await community.read(thread)).toMatchObject({ isClosed: true, postCount: written.length + 1, lastNumber: written.length + 1 });
      const kinds = await entriesOf(laurel, thread);
      expect(kinds.at(-1)).toBe('THREAD_CLOSED');
      expect(kinds.filter((kind) => kind === 'POST_CREATED')).toHaveLength(written.length);
    }
    expect(await laurel.differences()).toEqual([]);
  }, 60_000);

  test('merging: the posts come behind those of the other, with all that belongs to them', async () => {
    const into = await community.thread('anna', { title: 'Into', body: 'A1' });
    const from = await community.thread('ben', { title: 'From', body: 'B1', isQuestion: true });
    await community.post('cleo', into.thread, 'A2');
    const answer = await community.post('cleo', from.thread, 'B2 for @anna', { replyTo: from.post });
    await community.react('anna', answer);
    await community.as('ben').run(api.AcceptAnswerDocument, { input: { post: answer } });
    await community.as('anna').run(api.MarkThreadReadDocument, { input: { thread: into.thread } });
    await community.as('anna').run(api.MarkThreadReadDocument, { input: { thread: from.thread } });
    for (const by of [admin, second]) {
      const { mergeThreads } = await by.run(api.MergeThreadsDocument, {
        input: { from: from.thread, into: into.thread, reason: 'The same.' },
      });
      expect(mergeThreads).toMatchObject({ errors: [], thread: { id: into.thread, postCount: 4, lastNumber: 4, reactionCount: 1 } });
    }
    expect(await bodies(into.thread, 'cleo')).toEqual([
      [1, 'A1'],
      [2, 'A2'],
      [3, 'B1'],
      [4, 'B2 for @anna'],
    ]);
    expect((await community.read(from.thread, 'cleo'))?.id).toBe(into.thread);
    const reply = (await community.as('cleo').run(api.PostDocument, { id: answer })).post;
    expect(reply).toMatchObject({ number: 4, reactions: [{ kind: 'LIKE', count: 1 }] });
    const read = await community.as('cleo').run(api.ModeratedPostsDocument, { thread: into.thread });
    expect(read.thread?.posts.nodes[3]).toMatchObject({ id: answer, replyTo: { id: from.post } });
    expect((await admin.run(api.CommunityMemberDocument, { handle: 'cleo' })).communityMember?.answersAccepted).toBe(0);
    // Ben followed what he wrote; Anna had read both to their ends.
    expect((await community.read(into.thread, 'ben'))?.ownVisit?.isFollowing).toBe(true);
    expect((await community.read(into.thread, 'anna'))?.ownVisit?.unreadCount).toBe(0);
    expect(await entriesOf(laurel, from.thread)).toEqual([
      ...['THREAD_OPENED', 'POST_CREATED', 'REACTION_ADDED', 'ANSWER_ACCEPTED', 'ANSWER_WITHDRAWN', 'THREAD_MERGED'],
    ]);
    expect((await entriesOf(laurel, into.thread)).at(-1)).toBe('THREAD_MERGED');
    expect(await laurel.differences()).toEqual([]);
    const third = await community.thread('anna', { title: 'Third' });
    await admin.run(api.MergeThreadsDocument, { input: { from: into.thread, into: third.thread } });
    expect((await community.read(from.thread, 'cleo'))?.id).toBe(third.thread);
    const back = await admin.run(api.MergeThreadsDocument, { input: { from: third.thread, into: from.thread } });
    expect(back.mergeThreads?.errors).toMatchObject([{ code: 'THREAD_MERGED', path: ['into'] }]);
    expect(await laurel.differences()).toEqual([]);
  });

  test('what cannot be merged is refused: a poll, a hidden thread, a thread with itself', async () => {
    const [into, polled, hidden] = [
      await community.thread('anna'),
      await community.thread('anna', { poll: { question: 'Q', options: ['a', 'b'] } }),
      await community.thread('anna'),
    ];
    await admin.run(api.HideThreadDocument, { input: { thread: hidden.thread } });
    const codes = async (from: string) =>
      (await admin.run(api.MergeThreadsDocument, { input: { from, into: into.thread } })).mergeThreads?.errors.map(({ code }) => code);
    expect(await codes(polled.thread)).toEqual(['THREAD_HAS_POLL']);
    expect(await codes(hidden.thread)).toEqual(['THREAD_HIDDEN']);
    expect(await codes(into.thread)).toEqual(['INVALID_INPUT']);
    expect(await codes('thr_01h455vb4pex5vsknk084sn02q')).toEqual(['THREAD_NOT_FOUND']);
  });

  test('splitting: posts become a thread of their own, numbered from 1, and the old one keeps its numbers', async () => {
    const { thread, post } = await community.thread('anna', { isQuestion: true, tags: ['beans'] });
    const two = await community.post('ben', thread, 'two');
    const three = await community.post('cleo', thread, 'three', { replyTo: two });
    const four = await community.post('ben', thread, 'four');
    await community.react('anna', three);
    await community.as('anna').run(api.AcceptAnswerDocument, { input: { post: three } });
    await community.as('anna').run(api.MarkThreadReadDocument, { input: { thread, upTo: 2 } });
    const input = { thread, posts: [three, two], title: 'About grinders', reason: 'Another thing.' };
    const { splitThread } = await admin.run(api.SplitThreadDocument, { input });
    expect(splitThread).toMatchObject({ errors: [], thread: { title: 'About grinders', postCount: 2, lastNumber: 2, reactionCount: 1 } });
    const made = splitThread?.thread?.id as string;
    const again = await second.run(api.SplitThreadDocument, { input });
    expect(again.splitThread).toMatchObject({ errors: [], thread: { id: made } });
    expect(await bodies(made, 'cleo')).toEqual([
      [1, 'two'],
      [2, 'three'],
    ]);
    expect(await bodies(thread, 'cleo')).toEqual([
      [1, 'Hello.'],
      [4, 'four'],
    ]);
    expect(await community.read(thread)).toMatchObject({ postCount: 2, lastNumber: 4, acceptedAnswer: null, reactionCount: 0 });
    expect((await community.read(made, 'anna'))?.ownVisit).toEqual({ readNumber: 1, unreadCount: 1, isFollowing: true });
    expect((await community.as('ben').run(api.SearchPostsDocument, { text: 'grinders' })).searchPosts?.nodes).toMatchObject([{ id: two }]);
    const next = await community.post('cleo', thread, 'five');
    expect((await community.as('ben').run(api.PostDocument, { id: next })).post?.number).toBe(5);
    const refused = async (posts: string[]) =>
      (await admin.run(api.SplitThreadDocument, { input: { thread, posts, title: 'T' } })).splitThread?.errors;
    expect(await refused([post])).toMatchObject([{ code: 'INVALID_INPUT', path: ['posts'] }]);
    expect(await refused([])).toMatchObject([{ code: 'INVALID_INPUT', path: ['posts'] }]);
    expect(await refused([four, two])).toMatchObject([{ code: 'POST_NOT_FOUND', path: ['posts'] }]);
    expect((await entriesOf(laurel, made))[0]).toBe('THREAD_SPLIT');
    expect(await laurel.differences()).toEqual([]);
  });

  test('merging and splitting on two processes while members write and react: nothing is lost, and all counters equal their rows', async () => {
    const on = (i: number, { secret }: Caller) => new Caller((i % 4 < 2 ? laurel : there).url, secret);
    const threads = await Promise.all(Array.from({ length: 4 }, (_, i) => community.thread('anna', { title: `Busy ${i}` })));
    const open = threads.map(({ thread }) => thread);
    const posts = threads.map(({ post }) => post);
    const written: string[] = [];
    const write = async (i: number) => {
      const input = { thread: open[i % open.length] as string, body: `Busy post ${i}`, idempotencyKey: newKey() };
      const { createPost } = await on(i, community.as(i % 2 ? 'ben' : 'cleo')).run(api.CreatePostDocument, { input });
      if (createPost?.post) {
        written.push(createPost.post.id);
        posts.push(createPost.post.id);
      } else expect(createPost?.errors).toMatchObject([{ code: 'THREAD_NOT_FOUND' }]);
    };
    const react = async (i: number) => {
      const input = { post: posts[(i * 7) % posts.length] as string, kind: 'LIKE' } as const;
      const answer = (await on(i, community.as(i % 2 ? 'anna' : 'cleo')).run(api.AddReactionDocument, { input })).addReaction;
      expect(answer?.errors.map(({ code }) => code).filter((code) => code !== 'POST_NOT_FOUND')).toEqual([]);
    };
    const [a, b, c, d] = open as [string, string, string, string];
    const merge = async (from: string, into: string) => {
      const { mergeThreads } = await admin.run(api.MergeThreadsDocument, { input: { from, into } });
      // Whoever is merged first leads on; the other merge is not done.
      expect(mergeThreads?.errors.map(({ code }) => code).filter((code) => code !== 'THREAD_MERGED')).toEqual([]);
    };
    const split = async (thread: string) => {
      const own = (await community.read(thread))?.posts.nodes.filter(({ number }) => number > 1).map(({ id }) => id) ?? [];
      if (own.length === 0) return;
      const { splitThread } = await on(1, second).run(api.SplitThreadDocument, {
        input: { thread, posts: own.slice(0, 2), title: 'Split' },
      });
      expect(splitThread?.errors.map(({ code }) => code).filter((code) => !['POST_NOT_FOUND', 'THREAD_MERGED'].includes(code))).toEqual([]);
    };
    const deeds = Array.from({ length: 60 }, (_, i) => () => (i % 3 === 0 ? react(i) : write(i)));
    deeds.splice(
      15,
      0,
      () => merge(d, a),
      () => split(b),
    );
    deeds.splice(
      30,
      0,
      () => merge(c, b),
      () => split(a),
    );
    deeds.splice(
      45,
      0,
      () => merge(b, a),
      () => split(a),
    );
    await Promise.all(
      Array.from({ length: 6 }, async (_, worker) => {
        for (let i = worker; i < deeds.length; i += 6) await deeds[i]?.();
      }),
    );
    const { rows } = await laurel.app.services.reads.query('select count(*)::int as count from posts where id = any($1::uuid[])', [
      written.map((id) => localId('post', id)),
    ]);
    expect(rows[0].count).toBe(written.length);
    expect(await laurel.differences()).toEqual([]);
  }, 120_000);

  test('answers that take the place of each other, in two threads and in opposite order, wait in no circle', async () => {
    const questions = [await community.thread('anna', { isQuestion: true }), await community.thread('anna', { isQuestion: true })];
    const answers = await Promise.all(
      questions.map(async ({ thread }) => [await community.post('ben', thread), await community.post('cleo', thread)] as const),
    );
    const anna = community.as('anna');
    const accept = async (by: Caller, post: string) =>
      (await by.run(api.AcceptAnswerDocument, { input: { post } })).acceptAnswer?.errors ?? [];
    for (let round = 0; round < 12; round += 1) {
      const [one, two] = [answers[0]?.[round % 2] as string, answers[1]?.[(round + 1) % 2] as string];
      expect((await Promise.all([accept(anna, one), accept(new Caller(there.url, anna.secret), two)])).flat()).toEqual([]);
    }
    expect(await laurel.differences()).toEqual([]);
  }, 60_000);

  test('two moderators merge two threads into each other at once: one of them does', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [(await community.thread('anna')).thread, (await community.thread('ben')).thread];
      const merge = async (by: Caller, from: string, into: string) =>
        (await by.run(api.MergeThreadsDocument, { input: { from, into } })).mergeThreads;
      const both = await Promise.all([merge(admin, one, two), merge(new Caller(there.url, second.secret), two, one)]);
      expect(both.map((answer) => answer?.errors.map(({ code }) => code)).toSorted()).toEqual([[], ['THREAD_MERGED']]);
      const left = (await community.read(one))?.id;
      expect((await community.read(two))?.id).toBe(left);
      expect(await community.read(left as string)).toMatchObject({ postCount: 2, lastNumber: 2 });
    }
    expect(await laurel.differences()).toEqual([]);
  }, 60_000);
});
