import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { globalId, localId, newUuid, streamIdOf } from '../../../src/graphql/global-id.js';
import { linkThread } from '../../../src/support/change-case.js';
import { openCase } from '../../../src/support/open-case.js';
import * as api from '../../support/generated.js';
import { type Caller, enroll, TestLaurel } from '../../support/laurel.js';
import { eventually, Receiver } from '../../support/receiver.js';
import { done, look, openCase as open, reply, SupportDesk } from '../../support/support-desk.js';

describe('what other parts have to do with support cases', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start({ outboundAllow: ['127.0.0.0/8'] }, { webhooks: { tickMs: 50, restMs: 10, restMsMax: 20 } });
  });
  afterAll(() => laurel.stop());

  const contextOf = async ({ secret }: Caller) => {
    const { services } = laurel.app;
    return new Context(services, await services.authenticator.authenticate(`Bearer ${secret}`));
  };

  test('webhooks send what happens to a case, and no word of what was written', async () => {
    const desk = await SupportDesk.open(laurel);
    const ada = await desk.member('ada');
    const receiver = await Receiver.start();
    const kinds = ['SUPPORT_CASE_OPENED', 'SUPPORT_CASE_REPLIED'] as const;
    await desk.admin.run(api.CreateWebhookEndpointDocument, { input: { url: receiver.url, filter: { kinds: [...kinds] } } });
    const { id } = done(await open(ada, 'ada', { subject: 'Wombats', body: 'Many wombats.' }));
    done(await reply(desk.ann, id, { isInternal: true, body: 'Wombats?' }));
    done(await reply(desk.ann, id, { body: 'No wombats.' }));
    await eventually(() => receiver.received.length === 2, 'two requests');
    const sent = receiver.received.map(({ body }) => body.data).sort((a, b) => a.number - b.number);
    expect(sent).toMatchObject([
      { kind: 'SUPPORT_CASE_OPENED', number: 1, streamId: id },
      { kind: 'SUPPORT_CASE_REPLIED', number: 3, streamId: id, summary: 'Your case was answered.' },
    ]);
    expect(receiver.received.map(({ text }) => text).join()).not.toMatch(/wombat/i);
    await receiver.stop();
  });

  test('a case may come from a thread, go back to it, and belong to none', async () => {
    const desk = await SupportDesk.open(laurel);
    const memberId = localId('member', await enroll(desk.admin, 'ada')) as string;
    const thread = streamIdOf('thread', newUuid());
    const wanted = { memberId, subject: 'From the community', priority: 'NORMAL', body: 'Who can help?', attachments: [] } as const;
    const context = await contextOf(desk.ann);
    const { id } = await openCase(context, { ...wanted, threadId: thread, request: null });
    const caseId = globalId('supportCase', id);
    expect(await look(desk.bob, caseId)).toMatchObject({ threadId: globalId('thread', thread), subject: 'From the community' });
    await linkThread(context, id, null);
    await linkThread(context, id, null);
    expect(await look(desk.bob, caseId)).toMatchObject({ threadId: null });
    await linkThread(context, id, thread);
    const { threadId, journal } = (await look(desk.bob, caseId)) ?? {};
    expect([threadId, journal?.nodes.map(({ kind }) => kind)]).toEqual([
      globalId('thread', thread),
      ['SUPPORT_CASE_OPENED', 'SUPPORT_CASE_LINKED', 'SUPPORT_CASE_LINKED'],
    ]);
  });

  test('on the real clock, cases are opened, answered and closed at once like any other', async () => {
    const desk = await SupportDesk.open(laurel, null);
    const ada = await desk.member('ada');
    const begun = Date.now();
    const opened = done(await open(ada, 'ada'));
    expect(Date.parse(opened.createdAt)).toBeGreaterThanOrEqual(begun - 1_000);
    expect(Date.parse(opened.createdAt)).toBeLessThanOrEqual(Date.now());
    expect(done(await reply(desk.ann, opened.id, { status: 'SOLVED' }))).toMatchObject({ status: 'SOLVED', closesAt: expect.any(String) });
    await desk.sweep();
    expect(await look(ada, opened.id)).toMatchObject({ status: 'SOLVED', closedAt: null });
  });
});
