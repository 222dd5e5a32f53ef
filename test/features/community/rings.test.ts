import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { type Caller, TestLaurel } from '../../support/laurel.js';
import { caughtUp } from '../../support/reactions.js';

describe('a like earns nothing', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  async function open(...handles: string[]) {
    const shop = await laurel.program();
    await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', expiry: { mode: 'NEVER' } } });
    await shop.run(api.CreateEarningRuleDocument, {
      input: { name: 'Like', fixedPoints: { points: '1', event: 'community.like_received' } },
    });
    return { shop, town: await Community.open(laurel, shop, ...handles) };
  }
  const likes = async (shop: Caller, externalId: string) => {
    await caughtUp(laurel, 'community-points');
    return (await shop.run(api.CommunityEarningsDocument, { ref: { externalId } })).member?.wallet?.active;
  };
  /** What the entries say of the likes so far. */
  const told = async (shop: Caller) =>
    (await shop.run(api.ThreadJournalDocument, { kinds: ['REACTION_ADDED'], first: 100 })).journal?.items.map(({ entry }) => {
      const { earns, why } = entry.explanation as { earns: boolean; why?: string };
      return why ?? earns;
    });
  const postsOf = async (town: Community, handle: string, count: number) => {
    const posts: string[] = [];
    for (let i = 0; i < count; i += 1) posts.push((await town.thread(handle)).post);
    return posts;
  };
  const advance = (shop: Caller, to: string) => shop.run(api.AdvanceClockDocument, { input: { to } });

  test('from oneself', async () => {
    const { shop, town } = await open('anna');
    await town.react('anna', (await town.thread('anna')).post);
    expect(await told(shop)).toEqual(['OWN_POST']);
    expect(await likes(shop, 'anna')).toBe(0);
  });

  test('from whoever liked the post in another way before', async () => {
    const { shop, town } = await open('anna', 'ben');
    const { thread, post } = await town.thread('anna');
    for (const kind of ['LIKE', 'LOVE', 'THANKS'] as const) await town.react('ben', post, kind);
    expect(thread && (await told(shop))).toEqual([true, 'EARNED_BEFORE', 'EARNED_BEFORE']);
    expect(await likes(shop, 'anna')).toBe(1);
    await town.unreact('ben', post, 'LOVE');
    expect(await likes(shop, 'anna')).toBe(1);
    await town.unreact('ben', post, 'LIKE');
    expect(await likes(shop, 'anna')).toBe(0);
  });

  test('beyond the fifth of one member for one author in 30 days', async () => {
    const { shop, town } = await open('anna', 'ben', 'cleo');
    const posts = await postsOf(town, 'anna', 8);
    for (const post of posts.slice(0, 6)) await town.react('ben', post);
    expect(await likes(shop, 'anna')).toBe(5);
    await town.react('cleo', posts[5] as string);
    expect(await likes(shop, 'anna')).toBe(6);
    await advance(shop, '2020-01-30T00:00:00Z');
    await town.react('ben', posts[6] as string);
    expect(await likes(shop, 'anna')).toBe(6);
    await advance(shop, '2020-01-31T00:00:00Z');
    await town.react('ben', posts[7] as string);
    expect(await likes(shop, 'anna')).toBe(7);
  });

  test('beyond the fifth, also when all are sent at once', async () => {
    const { shop, town } = await open('anna', 'ben');
    const posts = await postsOf(town, 'anna', 12);
    await Promise.all(posts.map((post) => town.react('ben', post)));
    expect((await told(shop))?.filter((each) => each === true)).toHaveLength(5);
    expect(await likes(shop, 'anna')).toBe(5);
  });

  test('from somebody whose posts the author liked more than twice in 30 days', async () => {
    const { shop, town } = await open('anna', 'ben');
    const [annas, bens] = [await postsOf(town, 'anna', 4), await postsOf(town, 'ben', 3)];
    await town.react('anna', bens[0] as string);
    await town.react('anna', bens[1] as string);
    await town.react('ben', annas[0] as string);
    expect(await likes(shop, 'anna')).toBe(1);
    await town.react('anna', bens[2] as string);
    await town.react('ben', annas[1] as string);
    expect(await likes(shop, 'anna')).toBe(1);
    await advance(shop, '2020-01-31T00:00:00Z');
    await town.react('ben', annas[2] as string);
    expect(await likes(shop, 'anna')).toBe(2);
  });

  test('that closes a ring of three within 30 days', async () => {
    const { shop, town } = await open('anna', 'ben', 'cleo', 'dora');
    const { post: annas } = await town.thread('anna');
    const { post: bens } = await town.thread('ben');
    const { post: cleos } = await town.thread('cleo');
    await town.react('anna', bens);
    await town.react('ben', cleos);
    await town.react('cleo', annas);
    expect(await Promise.all(['anna', 'ben', 'cleo'].map((each) => likes(shop, each)))).toEqual([0, 1, 1]);
    // Whoever is not of the ring still counts.
    await town.react('dora', annas);
    expect(await likes(shop, 'anna')).toBe(1);
    await advance(shop, '2020-01-31T00:00:00Z');
    await town.react('cleo', (await town.thread('anna')).post);
    expect(await likes(shop, 'anna')).toBe(2);
  });
});
