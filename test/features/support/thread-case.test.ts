import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Community } from '../../support/community.js';
import * as api from '../../support/generated.js';
import { type Caller, TestLaurel } from '../../support/laurel.js';
import { SupportDesk } from '../../support/support-desk.js';

describe('a thread becomes a support case, and comes back', () => {
  let laurel: TestLaurel;
  let desk: SupportDesk;
  let community: Community;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    desk = await SupportDesk.open(laurel);
    community = await Community.open(laurel, desk.admin, 'anna', 'ben');
  });
  afterAll(() => laurel.stop());
  const move = async (caller: Caller, thread: string) =>
    (await caller.run(api.MoveThreadToSupportDocument, { input: { thread, priority: 'HIGH', reason: 'An order number.' } }))
      .moveThreadToSupport;
  const giveBack = async (caller: Caller, id: string) =>
    (await caller.run(api.ReturnSupportCaseToThreadDocument, { input: { case: id } })).returnSupportCaseToThread;

  test('with its title and its first post, for whoever opened it; others see neither', async () => {
    const { thread } = await community.thread('anna', { title: 'Where is my order?', body: 'Number *4711*.' });
    await community.post('ben', thread, 'Mine came yesterday.');
    const moved = await move(desk.ann, thread);
    expect(moved).toMatchObject({ errors: [], thread: { id: thread, isHidden: true } });
    const id = moved?.supportCase?.id as string;
    expect(moved?.supportCase).toMatchObject({ subject: 'Where is my order?', status: 'OPEN', priority: 'HIGH', threadId: thread });
    const { data } = await community
      .as('anna')
      .ask<{ supportCase: { messages: { nodes: object[] } } }, object>(
        'query ($id: ID!) { supportCase(id: $id) { messages { nodes { author body } } } }',
        { id },
      );
    expect(data.supportCase.messages.nodes).toEqual([{ author: 'MEMBER', body: 'Number *4711*.' }]);
    expect(await community.read(thread, 'ben')).toBeNull();
    const others = await community.as('ben').ask<{ supportCase: null }, object>('query ($id: ID!) { supportCase(id: $id) { id } }', { id });
    expect(others.data.supportCase).toBeNull();

    // Whoever does so again, or at the same time, gets the same case.
    const again = await Promise.all([move(desk.ann, thread), move(desk.bob, thread)]);
    expect(again.map((each) => each?.supportCase?.id)).toEqual([id, id]);

    const back = await giveBack(desk.bob, id);
    expect(back).toMatchObject({ errors: [], supportCase: { status: 'CLOSED' }, thread: { id: thread, isHidden: false } });
    expect((await community.read(thread, 'ben'))?.posts.nodes).toHaveLength(2);
    // It may become one again: another one.
    expect((await move(desk.ann, thread))?.supportCase?.id).not.toBe(id);
  });

  test('is refused where nobody could have it, and to whoever may do only half of it', async () => {
    const { thread, post } = await community.thread('anna');
    await community.post('ben', thread);
    await community.as('anna').run(api.DeletePostDocument, { input: { post } });
    expect((await move(desk.ann, thread))?.errors).toMatchObject([{ code: 'THREAD_OF_NOBODY', path: ['thread'] }]);
    expect((await community.read(thread, 'ben'))?.isClosed).toBe(false);
    expect((await move(desk.ann, 'thr_01h455vb4pex5vsknk084sn02q'))?.errors).toMatchObject([{ code: 'THREAD_NOT_FOUND' }]);
    const own = await desk.admin.ask<{ openSupportCase: { supportCase: { id: string } } }, object>(
      'mutation { openSupportCase(input: { member: { externalId: "ben" }, subject: "S", body: "B" }) { supportCase { id } } }',
    );
    expect((await giveBack(desk.ann, own.data.openSupportCase.supportCase.id))?.errors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['case'] },
    ]);
    for (const scope of ['cases:work', 'community:moderate']) {
      const half = await (await desk.key(scope)).ask(api.MoveThreadToSupportDocument, { input: { thread } });
      expect(half.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
