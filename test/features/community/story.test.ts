import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { Collected } from '../../support/collected.js';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { type Caller, openShop, TestLaurel } from '../../support/laurel.js';
import { caughtUp } from '../../support/reactions.js';
import { eventually } from '../../support/receiver.js';

type Item = NonNullable<api.NotificationsSubscription['notifications']>;
type ThreadItem = NonNullable<api.ThreadActivitySubscription['threadActivity']>;

describe('a question, its answer, and what becomes of it', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  let town: Community;
  const clients: Client[] = [];
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
    await openShop(shop);
    const rule = (name: string, more: Partial<api.CreateEarningRuleInput>) =>
      shop.run(api.CreateEarningRuleDocument, { input: { name, ...more } });
    await rule('Answered', { fixedPoints: { points: '50', event: 'community.answer_accepted' } });
    await rule('Wrote', { fixedPoints: { points: '3', event: 'community.post' } });
    const target = { points: '20', measure: 'ACTIVITIES' as const, event: 'community.answer_accepted', target: '1' };
    await rule('First help', { achievement: { ...target, period: 'EVER', badge: 'Helper' } });
    town = await Community.open(laurel, shop, 'anna', 'ben');
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await laurel.stop();
  });

  const watch = (handle: string) => {
    const client = town.as(handle).live();
    clients.push(client);
    return new Collected<Item>(client, api.NotificationsDocument, { member: { id: town.idOf(handle) } }, 'notifications');
  };
  const follow = (handle: string, thread: string) => {
    const client = town.as(handle).live();
    clients.push(client);
    return new Collected<ThreadItem>(client, api.ThreadActivityDocument, { thread }, 'threadActivity');
  };
  const told = ({ items }: Collected<ThreadItem>) =>
    items.map((item) => (item.__typename === 'ThreadChange' ? `${item.entry.kind} ${item.post?.body ?? ''}`.trim() : item.__typename));
  const look = async (handle: string) => {
    await caughtUp(laurel, 'community-points', 'inbox');
    return (await town.as(handle).run(api.CommunityEarningsDocument, { ref: { id: town.idOf(handle) } })).member;
  };
  /** Whoever asked flags the answer, and moderators take it out of sight. */
  const takeAway = async (post: string) => {
    const { flagPost } = await town.as('anna').run(api.FlagPostDocument, { input: { post, reason: 'SPAM' } });
    const { hidePost } = await shop.run(api.HidePostDocument, { input: { post } });
    expect([flagPost?.errors, hidePost?.errors]).toEqual([[], []]);
  };

  test('is told live to both, earns points and a badge, and gives them back when the answer goes', async () => {
    const [anna, ben] = [watch('anna'), watch('ben')];
    for (const stream of [anna, ben]) await stream.until((items) => items.length === 1);

    const { thread } = await town.thread('anna', { isQuestion: true, title: 'How long does cold brew keep?' });
    const threads = [follow('anna', thread), follow('ben', thread)];
    for (const stream of threads) await stream.until((items) => items.length === 1);
    const answer = await town.post('ben', thread, 'A week, in the fridge.');
    await anna.until((items) => items.length === 2);
    expect(anna.items[1]).toMatchObject({
      unreadCount: 1,
      notification: { type: 'THREAD_POST', thread: { id: thread }, post: { id: answer }, actor: { handle: 'ben' } },
    });

    await town.as('anna').run(api.AcceptAnswerDocument, { input: { post: answer } });
    await ben.until((items) => items.length === 2);
    for (const stream of threads) {
      await stream.until((items) => items.length === 3);
      expect(told(stream)).toEqual(['ThreadSnapshot', 'POST_CREATED A week, in the fridge.', 'ANSWER_ACCEPTED A week, in the fridge.']);
    }
    expect(ben.items[1]).toMatchObject({
      unreadCount: 1,
      notification: { type: 'ANSWER_ACCEPTED', thread: { id: thread }, post: { id: answer }, actor: { handle: 'anna' } },
    });
    const id = ben.items.flatMap((item) => ('notification' in item && item.notification ? [item.notification.id] : []))[0] as string;
    await town.as('ben').run(api.MarkNotificationsReadDocument, { input: { upTo: id } });
    await ben.until((items) => items.length === 3);
    expect(ben.items[2]).toMatchObject({ unreadCount: 0, notification: null });

    expect(await look('ben')).toMatchObject({ wallet: { active: 73 }, community: { badges: ['Helper'] } });

    await takeAway(answer);
    for (const stream of threads) {
      await stream.until((items) => items.length === 5);
      expect(told(stream).slice(3)).toEqual(['ANSWER_WITHDRAWN', 'POST_HIDDEN']);
    }
    await eventually(async () => (await look('ben'))?.wallet?.active === 0, 'the points went back');
    expect(await look('ben')).toMatchObject({ wallet: { active: 0, debt: 0 }, community: { badges: [] } });
    const kinds = (await look('ben'))?.journal.nodes.map(({ kind }) => kind);
    expect(kinds?.filter((kind) => kind === 'ACTIVITY_RECORDED')).toHaveLength(2);
    expect(kinds?.filter((kind) => kind === 'ACTIVITY_CANCELLED')).toHaveLength(2);
    for (const stream of [anna, ben, ...threads]) expect(stream.errors).toEqual([]);
  });
});
