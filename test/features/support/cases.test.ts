import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { enroll, newKey, TestLaurel } from '../../support/laurel.js';
import { assign, close, done, look, openCase, prioritize, rate, reopen, reply, SupportDesk, solve } from '../../support/support-desk.js';

describe('support cases', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  test('a member opens one, an agent answers, the member comes back, the agent solves it', async () => {
    const desk = await SupportDesk.open(laurel);
    const ada = await desk.member('ada');
    const opened = done(await openCase(ada, 'ada', { attachments: ['https://example.com/receipt.jpg'] }));
    expect(opened).toMatchObject({ status: 'OPEN', priority: 'NORMAL', subject: 'Points are missing', assigneeId: null, isOverdue: false });
    const { id } = opened;
    expect(done(await assign(desk.ann, id))).toMatchObject({ assigneeId: desk.ids.ann, firstRespondedAt: null });

    await desk.advance('2026-11-30T09:15:00Z');
    const answered = await reply(desk.ann, id, { body: 'Which shop was it?' });
    expect(answered).toMatchObject({ message: { number: 2, author: 'STAFF' }, replayed: false, errors: [] });
    expect(done(answered)).toMatchObject({
      status: 'PENDING',
      firstRespondedAt: '2026-11-30T09:15:00.000Z',
      firstResponseBreachedAt: null,
    });

    expect(done(await reply(ada, id, { body: 'The one at the station.' }))).toMatchObject({ status: 'OPEN' });
    expect(done(await reply(desk.ann, id, { body: 'It is there now.', status: 'SOLVED' }))).toMatchObject({
      status: 'SOLVED',
      solvedAt: '2026-11-30T09:15:00.000Z',
      closesAt: '2026-12-07T09:15:00.000Z',
    });
    expect(done(await reply(ada, id, { body: 'No, it is not.' }))).toMatchObject({ status: 'OPEN', solvedAt: null, closesAt: null });
    expect(done(await solve(desk.ann, id))).toMatchObject({ status: 'SOLVED' });

    const seen = await look(ada, id);
    expect(seen?.messages.nodes.map(({ author, body }) => `${author}: ${body}`)).toEqual([
      'MEMBER: I bought coffee and got nothing.',
      'STAFF: Which shop was it?',
      'MEMBER: The one at the station.',
      'STAFF: It is there now.',
      'MEMBER: No, it is not.',
    ]);
    expect(seen?.messages.nodes[0]?.attachments).toEqual(['https://example.com/receipt.jpg']);
    expect(seen?.journal.nodes.map(({ kind, summary }) => [kind, summary])).toEqual([
      ['SUPPORT_CASE_OPENED', 'Your case was opened.'],
      ['SUPPORT_CASE_ASSIGNED', 'Somebody looks after your case now.'],
      ['SUPPORT_CASE_REPLIED', 'Your case was answered.'],
      ['SUPPORT_CASE_REPLIED', 'You wrote in your case.'],
      ['SUPPORT_CASE_REPLIED', 'Your case was answered.'],
      ['SUPPORT_CASE_REPLIED', 'You wrote in your case.'],
      ['SUPPORT_CASE_SOLVED', 'Your case was solved.'],
    ]);
    expect(seen?.journal.nodes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('a closed case is over: nobody writes in it, opens it, or changes it', async () => {
    const desk = await SupportDesk.open(laurel);
    const ada = await desk.member('ada');
    const { id } = done(await openCase(ada, 'ada'));
    expect(done(await close(desk.ann, id))).toMatchObject({ status: 'CLOSED', closesAt: null, isOverdue: false });
    const closed = [{ code: 'SUPPORT_CASE_CLOSED', path: ['case'] }];
    const tries = [
      reply(ada, id),
      reply(desk.ann, id),
      reply(desk.ann, id, { isInternal: true }),
      reopen(desk.ann, id),
      solve(desk.ann, id),
      close(desk.ann, id),
      assign(desk.ann, id),
      prioritize(desk.ann, id, 'HIGH'),
    ];
    for (const each of await Promise.all(tries)) expect(each).toMatchObject({ supportCase: null, errors: closed });
    expect((await look(desk.ann, id))?.journal.nodes).toHaveLength(2);
  });

  test('what is so already is refused or left; an agent opens again what waits or is solved', async () => {
    const desk = await SupportDesk.open(laurel);
    const ada = await desk.member('ada');
    const { id } = done(await openCase(ada, 'ada'));
    expect(await reopen(desk.ann, id)).toMatchObject({ errors: [{ code: 'SUPPORT_CASE_STATUS' }] });
    done(await reply(desk.ann, id));
    expect(done(await reopen(desk.bob, id))).toMatchObject({ status: 'OPEN' });
    done(await solve(desk.ann, id));
    expect(await solve(desk.ann, id)).toMatchObject({ errors: [{ code: 'SUPPORT_CASE_STATUS' }] });
    // An agent who adds something to what is solved leaves it so.
    expect(done(await reply(desk.ann, id))).toMatchObject({ status: 'SOLVED' });
    expect(done(await reopen(desk.bob, id))).toMatchObject({ status: 'OPEN' });
    done(await prioritize(desk.ann, id, 'NORMAL'));
    done(await assign(desk.ann, id, { assignee: null }));
    const kinds = (await look(desk.ann, id))?.journal.nodes.map(({ kind }) => kind.replace('SUPPORT_CASE_', ''));
    expect(kinds).toEqual(['OPENED', 'REPLIED', 'REOPENED', 'SOLVED', 'REPLIED', 'REOPENED']);
  });

  test('two agents take a case at the same time: one has it, the other is told so', async () => {
    const desk = await SupportDesk.open(laurel);
    await enroll(desk.admin, 'ada');
    for (let i = 0; i < 5; i += 1) {
      const { id } = done(await openCase(desk.ann, 'ada'));
      const both = await Promise.all([desk.ann, desk.bob].map((agent) => assign(agent, id, { onlyIfUnassigned: true })));
      expect(both.map((each) => each?.errors[0]?.code ?? 'done').sort()).toEqual(['SUPPORT_CASE_ASSIGNED', 'done']);
      const winner = both[0]?.supportCase ? desk.ids.ann : desk.ids.bob;
      expect(await look(desk.bob, id)).toMatchObject({ assigneeId: winner, assignee: { id: winner } });
    }
  });

  test('many write at once: the messages are numbered without gaps, and the last status is that of the last entry', async () => {
    const desk = await SupportDesk.open(laurel);
    const ada = await desk.member('ada');
    const { id } = done(await openCase(ada, 'ada'));
    const writers = [ada, desk.ann, desk.bob];
    const all = await Promise.all(Array.from({ length: 24 }, (_, i) => reply(writers[i % 3] as typeof ada, id, { body: `${i}` })));
    expect(all.map((each) => each?.message?.number).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 24 }, (_, i) => i + 2),
    );
    const seen = await look(desk.ann, id);
    expect(seen?.messages.nodes).toHaveLength(25);
    expect(seen?.status).toBe(seen?.messages.nodes.at(-1)?.author === 'MEMBER' ? 'OPEN' : 'PENDING');
  });

  test('a key names an opening and an answer once, also when they are sent at the same time', async () => {
    const desk = await SupportDesk.open(laurel);
    const ada = await desk.member('ada');
    const [key, other] = [newKey(), newKey()];
    const opened = await Promise.all(Array.from({ length: 4 }, () => openCase(ada, 'ada', { idempotencyKey: key })));
    const ids = new Set(opened.map((each) => done(each).id));
    expect([ids.size, opened.filter((each) => each?.replayed === false).length]).toEqual([1, 1]);
    const [id = ''] = ids;
    expect(await openCase(ada, 'ada', { idempotencyKey: key, body: 'Something else.' })).toMatchObject({
      errors: [{ __typename: 'IdempotencyKeyReused' }],
    });
    const written = await Promise.all(Array.from({ length: 4 }, () => reply(ada, id, { idempotencyKey: other })));
    expect(written.map((each) => each?.message?.number)).toEqual([2, 2, 2, 2]);
    done(await close(desk.ann, id));
    // It was said, whatever became of the case.
    expect(await reply(ada, id, { idempotencyKey: other })).toMatchObject({ replayed: true, message: { number: 2 }, errors: [] });
    expect(await reply(ada, id, { idempotencyKey: other, body: 'Hm.' })).toMatchObject({
      errors: [{ __typename: 'IdempotencyKeyReused' }],
    });
    expect((await look(ada, id))?.messages.nodes).toHaveLength(2);
  });

  test('satisfaction: by the member, once it is solved; they may change their mind for a week', async () => {
    const desk = await SupportDesk.open(laurel);
    const ada = await desk.member('ada');
    const { id } = done(await openCase(ada, 'ada'));
    expect(await rate(ada, id, 5)).toMatchObject({ errors: [{ code: 'SUPPORT_CASE_STATUS' }] });
    done(await solve(desk.ann, id));
    expect(await rate(ada, id, 6)).toMatchObject({ errors: [{ path: ['rating'] }] });
    expect(done(await rate(ada, id, 2, { comment: 'Slow.' }))).toMatchObject({ satisfaction: { rating: 2, comment: 'Slow.' } });
    await desk.advance('2026-12-04T16:29:59Z');
    expect(done(await rate(ada, id, 4)).satisfaction).toEqual({ rating: 4, comment: null, ratedAt: '2026-11-27T16:30:00.000Z' });
    await desk.advance('2026-12-04T16:30:00Z');
    expect(await rate(ada, id, 1)).toMatchObject({ errors: [{ code: 'SUPPORT_CASE_RATED' }] });
    // Closed by now, and rated for the first time.
    const second = done(await openCase(ada, 'ada')).id;
    done(await close(desk.ann, second));
    expect(done(await rate(ada, second, 5))).toMatchObject({ status: 'CLOSED', satisfaction: { rating: 5 } });
    expect((await look(ada, id))?.journal.nodes.map(({ summary }) => summary)).toContain('You rated your case: 4 of 5.');
  });

  test('what cannot be used is refused by name', async () => {
    const desk = await SupportDesk.open(laurel);
    const ada = await desk.member('ada');
    const wrong: [object, string[]][] = [
      [{ subject: ' ' }, ['subject']],
      [{ subject: 'x'.repeat(256) }, ['subject']],
      [{ body: '' }, ['body']],
      [{ body: 'x'.repeat(10_001) }, ['body']],
      [{ body: 'a\0b' }, ['body']],
      [{ attachments: ['http://example.com/plain'] }, ['attachments']],
      [{ attachments: Array.from({ length: 11 }, (_, i) => `https://example.com/${i}`) }, ['attachments']],
      [{ idempotencyKey: '' }, ['idempotencyKey']],
      [{ member: { externalId: 'nobody' } }, ['member']],
    ];
    for (const [more, path] of wrong) expect(await openCase(ada, 'ada', more)).toMatchObject({ supportCase: null, errors: [{ path }] });
    const { id } = done(await openCase(ada, 'ada'));
    expect(await reply(desk.ann, id, { status: 'CLOSED' })).toMatchObject({ errors: [{ path: ['status'] }] });
    expect(await reply(desk.ann, id, { status: 'OPEN', isInternal: true })).toMatchObject({ errors: [{ path: ['status'] }] });
    expect(await assign(desk.ann, id, { assignee: 'stf_01h455vb4pex5vsknk084sn02q' })).toMatchObject({ errors: [{ path: ['assignee'] }] });
    const bot = await desk.key('cases:work');
    expect(await assign(bot, id)).toMatchObject({ errors: [{ path: ['assignee'] }] });
    expect(await solve(desk.ann, 'cas_01h455vb4pea5vsknk084sn02q')).toMatchObject({ errors: [{ code: 'SUPPORT_CASE_NOT_FOUND' }] });
    expect(await solve(desk.ann, 'mem_01h455vb4pex5vsknk084sn02q')).toMatchObject({ errors: [{ code: 'SUPPORT_CASE_NOT_FOUND' }] });
  });

  test('a member has at most 50 that are not closed', async () => {
    const desk = await SupportDesk.open(laurel);
    const ada = await desk.member('ada');
    const opened = await Promise.all(Array.from({ length: 52 }, () => openCase(ada, 'ada')));
    expect(opened.filter((each) => each?.supportCase)).toHaveLength(50);
    expect(opened.find((each) => !each?.supportCase)?.errors).toMatchObject([{ code: 'SUPPORT_CASES_FULL' }]);
    done(await close(desk.ann, opened.find((each) => each?.supportCase)?.supportCase?.id as string));
    done(await openCase(ada, 'ada'));
  });
});
