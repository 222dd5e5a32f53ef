import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Thread } from '../../../src/community/thread.entity.js';
import { threadNote } from '../../../src/community/thread-event.js';
import { unitOfWork } from '../../../src/database/unit-of-work.js';
import { localId } from '../../../src/graphql/global-id.js';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { type Caller, newKey, openShop, TestLaurel } from '../../support/laurel.js';
import { caughtUp, handleAgain } from '../../support/reactions.js';

const POINTS = {
  'community.thread': '10',
  'community.post': '3',
  'community.answer_accepted': '50',
  'community.like_received': '2',
};

describe('what members do in the community', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  /** A programme with a rule for each event, and members. */
  async function open(rules: Partial<typeof POINTS> = POINTS) {
    const shop = await laurel.program();
    await openShop(shop);
    for (const [event, points] of Object.entries(rules))
      await shop.run(api.CreateEarningRuleDocument, { input: { name: event, fixedPoints: { points, event } } });
    const town = await Community.open(laurel, shop, 'anna', 'ben', 'cleo');
    return { shop, town, points: pointsOf(shop) };
  }

  const look = async (shop: Caller, externalId: string) => {
    await caughtUp(laurel, 'community-points');
    return (await shop.run(api.CommunityEarningsDocument, { ref: { externalId } })).member;
  };
  const pointsOf = (shop: Caller) => async (externalId: string) => (await look(shop, externalId))?.wallet?.active;
  /** Without what tells them of others. */
  const entriesOf = async (shop: Caller, externalId: string) =>
    (await look(shop, externalId))?.journal.nodes.filter(({ kind }) => kind !== 'NOTIFICATION_SENT');
  const kindsOf = async (shop: Caller, externalId: string) => (await entriesOf(shop, externalId))?.map(({ kind }) => kind);

  test('threads, posts, accepted answers and likes are activities of their authors, which rules go by', async () => {
    const { shop, town, points } = await open();
    const { thread, post } = await town.thread('anna', { isQuestion: true });
    const answer = await town.post('ben', thread);
    await town.react('cleo', answer);
    await town.as('anna').run(api.AcceptAnswerDocument, { input: { post: answer } });
    expect(await points('anna')).toBe(10);
    expect(await points('ben')).toBe(3 + 2 + 50);
    expect(await points('cleo')).toBe(0);
    const activities = (await look(shop, 'ben'))?.journal.nodes.flatMap((node) => ('activity' in node ? [node.activity] : []));
    const place = { thread, post: answer, category: town.category };
    expect(activities?.map(({ event: name, attributes }) => ({ name, attributes }))).toEqual([
      { name: 'community.post', attributes: place },
      { name: 'community.like_received', attributes: { ...place, member: town.idOf('cleo') } },
      { name: 'community.answer_accepted', attributes: place },
    ]);
    expect((await entriesOf(shop, 'anna'))?.at(-1)).toMatchObject({
      activity: { event: 'community.thread', attributes: { thread, post, category: town.category } },
    });
  });

  test('where no rule goes by it, nothing is recorded', async () => {
    const { shop, town } = await open({ 'community.answer_accepted': '50' });
    const { thread } = await town.thread('anna', { isQuestion: true });
    const answer = await town.post('ben', thread);
    await town.react('cleo', answer);
    expect(await kindsOf(shop, 'anna')).toEqual(['MEMBER_ENROLLED']);
    expect(await kindsOf(shop, 'ben')).toEqual(['MEMBER_ENROLLED']);
    await town.as('anna').run(api.AcceptAnswerDocument, { input: { post: answer } });
    expect(await kindsOf(shop, 'ben')).toEqual(['MEMBER_ENROLLED', 'ACTIVITY_RECORDED']);
  });

  test('what a post earned goes back when it is deleted: its own, its likes, and what it earned as an answer', async () => {
    const { shop, town, points } = await open();
    const { thread } = await town.thread('anna', { isQuestion: true });
    const answer = await town.post('ben', thread);
    await town.react('cleo', answer);
    await town.as('anna').run(api.AcceptAnswerDocument, { input: { post: answer } });
    expect(await points('ben')).toBe(55);
    await town.as('ben').run(api.DeletePostDocument, { input: { post: answer } });
    expect(await points('ben')).toBe(0);
    const { nodes } = (await look(shop, 'ben'))?.journal ?? { nodes: [] };
    const cancelled = nodes.filter(({ kind }) => kind === 'ACTIVITY_CANCELLED').map(({ summary }) => summary);
    expect(cancelled.sort()).toEqual([
      '"community.answer_accepted" was taken back. 50 POINTS that it had earned went with it.',
      '"community.like_received" was taken back. 2 POINTS that it had earned went with it.',
      '"community.post" was taken back. 3 POINTS that it had earned went with it.',
    ]);
    expect(await points('anna')).toBe(10);
  });

  test('a thread goes with its only post, and what it earned', async () => {
    const { town, points } = await open();
    const { post } = await town.thread('anna');
    expect(await points('anna')).toBe(10);
    await town.as('anna').run(api.DeletePostDocument, { input: { post } });
    expect(await points('anna')).toBe(0);
  });

  test('a thread that is hidden takes back what all its posts earned; shown again, they earn again, as what they were', async () => {
    const { town, points } = await open();
    const { thread } = await town.thread('anna', { isQuestion: true });
    const answer = await town.post('ben', thread);
    for (let i = 0; i < 120; i += 1) await town.post('cleo', thread, `Post ${i}`);
    await town.react('cleo', answer);
    await town.as('anna').run(api.AcceptAnswerDocument, { input: { post: answer } });
    const all = async () => [await points('anna'), await points('ben'), await points('cleo')];
    expect(await all()).toEqual([10, 55, 360]);
    const { rows } = await laurel.app.services.reads.query<{ id: string; program_id: string; category_id: string }>(
      'select id, program_id, category_id from threads where id = $1',
      [localId('thread', thread)],
    );
    const [row] = rows as [(typeof rows)[number]];
    const turn = (kind: 'THREAD_HIDDEN' | 'THREAD_SHOWN') =>
      unitOfWork({ services: laurel.app.services, programId: row.program_id }, async (em) => {
        (await em.findOneOrFail(Thread, { id: row.id })).isHidden = kind === 'THREAD_HIDDEN';
        const note = threadNote({ programId: row.program_id, by: 'system' }, row.id, kind, { category: row.category_id });
        return { result: null, commands: [note] };
      });
    await turn('THREAD_HIDDEN');
    expect(await all()).toEqual([0, 0, 0]);
    await turn('THREAD_SHOWN');
    expect(await all()).toEqual([10, 55, 360]);
    // Both before either is looked at: nothing has changed.
    await turn('THREAD_HIDDEN');
    await turn('THREAD_SHOWN');
    expect(await all()).toEqual([10, 55, 360]);
    await handleAgain(laurel, 'community-points');
    expect(await all()).toEqual([10, 55, 360]);
  }, 60_000);

  test('an answer that is withdrawn, or gives way to another, earns no longer; accepted again it does', async () => {
    const { town, points } = await open({ 'community.answer_accepted': '50' });
    const { thread } = await town.thread('anna', { isQuestion: true });
    const [first, second] = [await town.post('ben', thread), await town.post('cleo', thread)];
    const accept = (post: string) => town.as('anna').run(api.AcceptAnswerDocument, { input: { post } });
    await accept(first);
    expect([await points('ben'), await points('cleo')]).toEqual([50, 0]);
    await accept(second);
    expect([await points('ben'), await points('cleo')]).toEqual([0, 50]);
    await town.as('anna').run(api.WithdrawAnswerDocument, { input: { thread } });
    expect([await points('ben'), await points('cleo')]).toEqual([0, 0]);
    for (let i = 0; i < 6; i += 1) {
      await accept(first);
      expect(await points('ben')).toBe(50);
      await town.as('anna').run(api.WithdrawAnswerDocument, { input: { thread } });
      expect(await points('ben')).toBe(0);
    }
  });

  test('whoever accepts their own answer earns nothing by it, and a like that is taken back takes its points', async () => {
    const { town, points } = await open({ 'community.answer_accepted': '50', 'community.like_received': '2' });
    const { thread } = await town.thread('anna', { isQuestion: true });
    const own = await town.post('anna', thread);
    await town.as('anna').run(api.AcceptAnswerDocument, { input: { post: own } });
    expect(await points('anna')).toBe(0);
    await town.react('ben', own);
    expect(await points('anna')).toBe(2);
    await town.unreact('ben', own);
    expect(await points('anna')).toBe(0);
    await town.react('ben', own);
    expect(await points('anna')).toBe(2);
  });

  test('a cap limits them, and has room again for what is taken back', async () => {
    const { shop, town, points } = await open({ 'community.post': '3' });
    await shop.run(api.CreateEarningCapDocument, { input: { name: 'A few posts a day', period: 'DAY', max: 7 } });
    const { thread } = await town.thread('anna');
    const posts: string[] = [];
    for (let i = 0; i < 3; i += 1) posts.push(await town.post('ben', thread));
    expect(await points('ben')).toBe(7);
    await town.as('ben').run(api.DeletePostDocument, { input: { post: posts[0] as string } });
    expect(await points('ben')).toBe(4);
    await town.post('ben', thread);
    expect(await points('ben')).toBe(7);
  });

  test('points that were spent meanwhile are taken by the return policy', async () => {
    for (const [earned, left] of [
      ['WITHIN_BALANCE', { active: 0, debt: 0 }],
      ['ALLOW_DEBT', { active: 0, debt: 3 }],
      ['KEEP', { active: 0, debt: 0 }],
    ] as const) {
      const { shop, town, points } = await open({ 'community.post': '3' });
      await shop.run(api.SetReturnPolicyDocument, { input: { earned, attribution: 'PROPORTIONAL', spent: 'RESTORE' } });
      const { thread } = await town.thread('anna');
      const post = await town.post('ben', thread);
      expect(await points('ben')).toBe(3);
      await shop.run(api.SpendPointsDocument, { input: { member: { externalId: 'ben' }, amount: 3, idempotencyKey: newKey() } });
      await town.as('ben').run(api.DeletePostDocument, { input: { post } });
      expect((await look(shop, 'ben'))?.wallet).toMatchObject(left);
    }
  });

  test('an achievement counts them, and its badge goes with what was counted', async () => {
    const { shop, town, points } = await open({});
    await shop.run(api.CreateEarningRuleDocument, {
      input: {
        name: 'Helper',
        achievement: {
          points: '100',
          measure: 'ACTIVITIES',
          event: 'community.answer_accepted',
          target: '2',
          period: 'EVER',
          badge: 'Helper',
        },
      },
    });
    const answers: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const { thread } = await town.thread('anna', { isQuestion: true });
      answers.push(await town.post('ben', thread));
      await town.as('anna').run(api.AcceptAnswerDocument, { input: { post: answers[i] as string } });
    }
    expect(await points('ben')).toBe(100);
    expect((await look(shop, 'ben'))?.community?.badges).toEqual(['Helper']);
    await town.as('ben').run(api.DeletePostDocument, { input: { post: answers[1] as string } });
    expect(await points('ben')).toBe(0);
    expect((await look(shop, 'ben'))?.community?.badges).toEqual([]);
  });

  test('all of the journal handled again changes nothing', async () => {
    const { shop, town, points } = await open();
    const { thread } = await town.thread('anna', { isQuestion: true });
    const [answer, gone] = [await town.post('ben', thread), await town.post('ben', thread)];
    await town.react('cleo', answer);
    await town.react('cleo', answer, 'LOVE');
    await town.as('anna').run(api.AcceptAnswerDocument, { input: { post: answer } });
    await town.as('anna').run(api.WithdrawAnswerDocument, { input: { thread } });
    await town.as('anna').run(api.AcceptAnswerDocument, { input: { post: answer } });
    await town.as('ben').run(api.DeletePostDocument, { input: { post: gone } });
    expect(await points('ben')).toBe(55);
    const before = await kindsOf(shop, 'ben');
    for (let i = 0; i < 3; i += 1) await handleAgain(laurel, 'community-points');
    expect(await kindsOf(shop, 'ben')).toEqual(before);
    expect(await points('ben')).toBe(55);
  });

  test('whoever is suspended earns nothing', async () => {
    const { shop, town, points } = await open({ 'community.like_received': '2' });
    const { post } = await town.thread('anna');
    await shop.run(api.SuspendMemberDocument, { input: { member: { externalId: 'anna' } } });
    await town.react('ben', post);
    expect(await points('anna')).toBe(0);
    await shop.run(api.ReactivateMemberDocument, { input: { member: { externalId: 'anna' } } });
    await town.unreact('ben', post);
    await town.react('ben', post);
    expect(await points('anna')).toBe(2);
  });
});

describe('cancelActivity', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  test('takes an event back once, with what it earned; the same key gives the same, a purchase is refused', async () => {
    const shop = await laurel.program();
    await openShop(shop);
    await shop.run(api.EnrollMemberDocument, { input: { externalId: 'ada' } });
    const record = async (more: object) =>
      (
        await shop.run(api.RecordActivityDocument, {
          input: { member: { externalId: 'ada' }, idempotencyKey: newKey(), ...more },
        })
      ).recordActivity?.activity?.id as string;
    const cancel = async (activity: string, idempotencyKey = newKey()) =>
      (await shop.run(api.CancelActivityDocument, { input: { activity, idempotencyKey } })).cancelActivity;
    const [review, purchase] = [await record({ event: { name: 'review' } }), await record({ purchase: { amount: '5' } })];
    expect(await cancel(review, 'once')).toMatchObject({
      replayed: false,
      entry: { kind: 'ACTIVITY_CANCELLED', changes: [{ currencyCode: 'POINTS', amount: -25, debt: 0 }] },
      wallet: { active: 5 },
      errors: [],
    });
    expect(await cancel(review, 'once')).toMatchObject({ replayed: true, wallet: { active: 5 } });
    expect((await cancel(review))?.errors).toMatchObject([{ code: 'ALREADY_CANCELLED' }]);
    expect((await cancel(purchase))?.errors).toMatchObject([{ code: 'NOT_AN_EVENT' }]);
    expect((await cancel(purchase.replace(/\d+$/, '99')))?.errors).toMatchObject([{ code: 'ACTIVITY_NOT_FOUND' }]);
    expect((await cancel('act_1'))?.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['activity'] }]);
  });

  test('takes waiting points first, and an event that earned nothing back for what it counted', async () => {
    const shop = await laurel.program();
    await shop.run(api.CreatePointCurrencyDocument, {
      input: { code: 'STARS', name: 'Stars', expiry: { mode: 'NEVER' }, activation: { mode: 'AFTER_PERIOD', period: 'P30D' } },
    });
    await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Third', nthTime: { points: '9', event: 'visit', n: 3 } } });
    await shop.run(api.EnrollMemberDocument, { input: { externalId: 'ada' } });
    const visit = async () =>
      (
        await shop.run(api.RecordActivityDocument, {
          input: { member: { externalId: 'ada' }, idempotencyKey: newKey(), event: { name: 'visit' } },
        })
      ).recordActivity?.activity?.id as string;
    const cancel = (activity: string) => shop.run(api.CancelActivityDocument, { input: { activity, idempotencyKey: newKey() } });
    const pending = async () => (await shop.run(api.CommunityEarningsDocument, { ref: { externalId: 'ada' } })).member?.wallet?.pending;
    const first = await visit();
    await visit();
    await cancel(first);
    const third = await visit();
    expect(await pending()).toBe(0);
    const fourth = await visit();
    expect(await pending()).toBe(9);
    await cancel(fourth);
    expect(await pending()).toBe(0);
    await visit();
    expect(await pending()).toBe(9);
    await cancel(third);
    expect(await pending()).toBe(9);
  });
});
