import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { type Caller, TestLaurel } from '../../support/laurel.js';
import { close, done, look, openCase, prioritize, rate, reply, SupportDesk, solve } from '../../support/support-desk.js';

describe('what is promised in business hours', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const targets = [
    { priority: 'NORMAL' as const, firstResponseMinutes: 60, resolutionMinutes: 240 },
    { priority: 'URGENT' as const, firstResponseMinutes: 15, resolutionMinutes: 60 },
    { priority: 'LOW' as const, firstResponseMinutes: null, resolutionMinutes: null },
  ];
  /** 9 to 17 from Monday to Friday in Berlin, where it is Friday, 16:30. */
  const newDesk = async () => {
    const desk = await SupportDesk.open(laurel, '2026-11-27T16:30:00+01:00', 'Europe/Berlin');
    expect(await desk.policy({ targets })).toMatchObject({ errors: [] });
    return { desk, ada: await desk.member('ada') };
  };
  const at = (text: string) => new Date(text).toISOString();
  const titles = async (caller: Caller, filter: api.SupportCaseFilter, more: Partial<api.SupportCasesQueryVariables> = {}) =>
    (await caller.run(api.SupportCasesDocument, { filter, first: 100, ...more })).supportCases?.nodes.map(({ subject }) => subject);

  test('created Friday 16:30, 60 minutes, 9 to 17: due Monday 09:30, and late behind it', async () => {
    const { desk, ada } = await newDesk();
    const opened = done(await openCase(ada, 'ada'));
    expect(opened).toMatchObject({
      firstResponseDueAt: at('2026-11-30T09:30:00+01:00'),
      resolutionDueAt: at('2026-11-30T12:30:00+01:00'),
    });
    await desk.advance('2026-11-30T09:30:00+01:00');
    expect(await look(ada, opened.id)).toMatchObject({ isOverdue: false, firstResponseBreachedAt: null });
    await desk.advance('2026-11-30T09:31:00+01:00');
    const late = { firstResponseBreachedAt: at('2026-11-30T09:30:00+01:00') };
    expect(await look(ada, opened.id)).toMatchObject({ isOverdue: true, ...late });
    // A note is no answer.
    expect(done(await reply(desk.ann, opened.id, { isInternal: true }))).toMatchObject({ isOverdue: true, firstRespondedAt: null });
    expect(done(await reply(desk.ann, opened.id))).toMatchObject({
      ...late,
      isOverdue: false,
      firstRespondedAt: at('2026-11-30T09:31:00+01:00'),
    });
  });

  test('while it waits for the member the clock of the resolution rests, and goes on with what was left', async () => {
    const { desk, ada } = await newDesk();
    const { id } = done(await openCase(ada, 'ada'));
    await desk.advance('2026-11-30T09:30:00+01:00');
    // An hour of four is gone.
    expect(done(await reply(desk.ann, id))).toMatchObject({ status: 'PENDING', resolutionDueAt: null });
    await desk.advance('2026-12-03T16:00:00+01:00');
    expect(await look(ada, id)).toMatchObject({ isOverdue: false, resolutionBreachedAt: null });
    // An hour until the evening, and two the next day.
    expect(done(await reply(ada, id))).toMatchObject({ status: 'OPEN', resolutionDueAt: at('2026-12-04T11:00:00+01:00') });
    await desk.advance('2026-12-04T10:00:00+01:00');
    done(await solve(desk.ann, id));
    await desk.advance('2026-12-07T09:00:00+01:00');
    expect(done(await reply(ada, id))).toMatchObject({ resolutionDueAt: at('2026-12-07T10:00:00+01:00') });
    await desk.advance('2026-12-07T10:00:01+01:00');
    const missed = { resolutionDueAt: at('2026-12-07T10:00:00+01:00'), resolutionBreachedAt: at('2026-12-07T10:00:00+01:00') };
    expect(await look(ada, id)).toMatchObject({ isOverdue: true, ...missed });
    // What was missed stays missed, whatever becomes of it.
    expect(done(await reply(desk.ann, id))).toMatchObject({ status: 'PENDING', isOverdue: true, ...missed });
    expect(done(await reply(ada, id))).toMatchObject({ isOverdue: true, ...missed });
    expect(done(await close(desk.ann, id))).toMatchObject({ isOverdue: false, ...missed });
  });

  test('another priority counts from the beginning; what would have been due before it is due with it', async () => {
    const { desk, ada } = await newDesk();
    const { id } = done(await openCase(ada, 'ada'));
    expect(done(await prioritize(desk.ann, id, 'URGENT'))).toMatchObject({
      priority: 'URGENT',
      firstResponseDueAt: at('2026-11-27T16:45:00+01:00'),
      resolutionDueAt: at('2026-11-30T09:30:00+01:00'),
    });
    expect(done(await prioritize(desk.ann, id, 'LOW'))).toMatchObject({
      firstResponseDueAt: null,
      resolutionDueAt: null,
      isOverdue: false,
    });
    await desk.advance('2026-11-30T09:20:00+01:00');
    expect(done(await prioritize(desk.ann, id, 'URGENT'))).toMatchObject({
      firstResponseDueAt: at('2026-11-30T09:20:00+01:00'),
      resolutionDueAt: at('2026-11-30T09:30:00+01:00'),
    });
    expect(done(await prioritize(desk.ann, id, 'NORMAL'))).toMatchObject({
      firstResponseDueAt: at('2026-11-30T09:30:00+01:00'),
      resolutionDueAt: at('2026-11-30T12:30:00+01:00'),
    });
    // 50 minutes are gone when it begins to wait: more than 30, less than 60.
    done(await reply(desk.ann, id));
    expect(done(await prioritize(desk.ann, id, 'URGENT'))).toMatchObject({ resolutionDueAt: null, isOverdue: false });
    expect(done(await reply(ada, id))).toMatchObject({ resolutionDueAt: at('2026-11-30T09:30:00+01:00') });
    expect((await look(desk.ann, id))?.journal.nodes.filter(({ kind }) => kind === 'SUPPORT_CASE_PRIORITIZED')).toHaveLength(5);
  });

  test('the queue: what is due first comes first, in pages forwards and backwards; filters meet', async () => {
    const { desk, ada } = await newDesk();
    await desk.member('bea');
    const open = async (member: string, subject: string, priority: api.SupportPriority) =>
      done(await openCase(desk.ann, member, { subject, priority })).id;
    const ids: Record<string, string> = {};
    for (const [member, subject, priority] of [
      ['ada', 'low', 'LOW'],
      ['ada', 'normal', 'NORMAL'],
      ['bea', 'urgent', 'URGENT'],
      ['bea', 'solved', 'URGENT'],
      ['ada', 'pending', 'URGENT'],
    ] as const)
      ids[subject] = await open(member, subject, priority);
    done(await solve(desk.ann, ids.solved as string));
    done(await reply(desk.ann, ids.pending as string));
    const all = await titles(desk.ann, {});
    expect(all?.slice(0, 2)).toEqual(['urgent', 'normal']);
    expect(all?.slice(2).sort()).toEqual(['low', 'pending', 'solved']);
    const pages: (string | null)[] = [];
    for (let after: string | null = null; ; ) {
      const { supportCases }: api.SupportCasesQuery = await desk.ann.run(api.SupportCasesDocument, { first: 2, after });
      pages.push(...(supportCases?.nodes.map(({ subject }) => subject) ?? []));
      after = supportCases?.pageInfo.endCursor ?? null;
      if (!supportCases?.pageInfo.hasNextPage) break;
    }
    expect(pages).toEqual(all);
    const last = (await desk.ann.run(api.SupportCasesDocument, { last: 2 })).supportCases;
    expect(last?.nodes.map(({ subject }) => subject)).toEqual(all?.slice(-2));
    const before = (await desk.ann.run(api.SupportCasesDocument, { last: 2, before: last?.pageInfo.startCursor ?? null })).supportCases;
    expect(before?.nodes.map(({ subject }) => subject)).toEqual(all?.slice(1, 3));

    expect(await titles(desk.ann, { statuses: ['OPEN'], priorities: ['URGENT', 'LOW'] })).toEqual(['urgent', 'low']);
    expect((await titles(desk.ann, { member: { externalId: 'ada' } }))?.sort()).toEqual(['low', 'normal', 'pending']);
    expect(await titles(desk.ann, { member: { externalId: 'nobody' } })).toEqual([]);
    await desk.ann.run(api.AssignSupportCaseDocument, { input: { case: ids.low as string, assignee: desk.ids.bob } });
    expect(await titles(desk.ann, { assignee: desk.ids.bob })).toEqual(['low']);
    expect(await titles(desk.ann, { isAssigned: true })).toEqual(['low']);
    expect(await titles(desk.ann, { isAssigned: false })).toHaveLength(4);
    expect(await titles(desk.ann, { isOverdue: true })).toEqual([]);
    await desk.advance('2026-11-27T16:46:00+01:00');
    expect(await titles(desk.ann, { isOverdue: true })).toEqual(['urgent']);
    expect(await titles(desk.ann, { isOverdue: false })).toHaveLength(4);
    expect(await look(ada, ids.urgent as string)).toBeNull();
    const { errors } = await desk.ann.ask(api.SupportCasesDocument, { after: 'bm8' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a solved case is closed by time: at that instant, once, whoever looks first', async () => {
    const { desk, ada } = await newDesk();
    await desk.policy({ autoCloseDays: 3 });
    const { id } = done(await openCase(ada, 'ada'));
    const other = done(await openCase(ada, 'ada')).id;
    expect(done(await solve(desk.ann, id))).toMatchObject({ closesAt: at('2026-11-30T16:30:00+01:00') });
    done(await solve(desk.ann, other));
    // Another policy does not change what was said.
    expect(await desk.policy({ autoCloseDays: null })).toMatchObject({ supportPolicy: { autoCloseDays: null } });
    expect(done(await solve(desk.ann, done(await openCase(ada, 'ada')).id))).toMatchObject({ closesAt: null });
    await laurel.app.sweeper.finished();
    await desk.advance('2026-12-20T12:00:00+01:00');
    // Read, rated and refused, whether it was written down by then or not.
    expect(await look(ada, id)).toMatchObject({ status: 'CLOSED', closedAt: at('2026-11-30T16:30:00+01:00'), closesAt: null });
    expect(await titles(desk.ann, { statuses: ['CLOSED'] })).toHaveLength(2);
    expect(await reply(ada, id)).toMatchObject({ errors: [{ code: 'SUPPORT_CASE_CLOSED' }] });
    expect(done(await rate(ada, other, 3))).toMatchObject({ status: 'CLOSED', closedAt: at('2026-11-30T16:30:00+01:00') });
    await desk.sweep();
    await desk.sweep();
    for (const each of [id, other]) {
      const entries = (await look(desk.ann, each))?.journal.nodes.filter(({ kind }) => kind === 'SUPPORT_CASE_CLOSED');
      expect(entries).toMatchObject([{ number: 3, actor: 'system', effectiveAt: at('2026-11-30T16:30:00+01:00') }]);
    }
    expect(await look(ada, id)).toMatchObject({ status: 'CLOSED', closedAt: at('2026-11-30T16:30:00+01:00') });
    expect(await laurel.differences()).toEqual([]);
  });

  test('the policy: what is left out stays, and what cannot be is refused by name', async () => {
    const { desk, ada } = await newDesk();
    const { supportPolicy } = await ada.run(api.SupportPolicyDocument, {});
    expect(supportPolicy).toMatchObject({
      holidays: [],
      autoCloseDays: 7,
      targets: [targets[2], targets[0], { priority: 'HIGH' }, targets[1]],
    });
    expect(supportPolicy?.hours).toEqual([1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })));
    const hours = [
      { weekday: 6, from: '13:00', to: '24:00' },
      { weekday: 6, from: '09:00', to: '12:00' },
    ];
    expect((await desk.policy({ hours, holidays: ['2026-12-26', '2026-11-28', '2026-12-26'] }))?.supportPolicy).toMatchObject({
      hours: [hours[1], hours[0]],
      holidays: ['2026-11-28', '2026-12-26'],
      autoCloseDays: 7,
    });
    expect(done(await openCase(ada, 'ada'))).toMatchObject({ firstResponseDueAt: at('2026-12-05T10:00:00+01:00') });
    const wrong: [api.UpdateSupportPolicyInput, string[]][] = [
      [{ hours: [] }, ['hours']],
      [{ hours: [{ weekday: 1, from: '09:00', to: '09:59' }] }, ['hours']],
      [{ hours: [{ weekday: 8, from: '09:00', to: '17:00' }] }, ['hours', '0', 'weekday']],
      [{ hours: [{ weekday: 1, from: '17:00', to: '09:00' }] }, ['hours', '0']],
      [{ hours: [...hours, { weekday: 6, from: '11:59', to: '12:30' }] }, ['hours']],
      [{ holidays: ['2026-02-30'] }, ['holidays']],
      [{ targets: [{ priority: 'LOW', firstResponseMinutes: 0 }] }, ['targets', '0']],
      [{ targets: [{ priority: 'LOW' }, { priority: 'LOW' }] }, ['targets']],
      [{ autoCloseDays: 0 }, ['autoCloseDays']],
    ];
    for (const [input, path] of wrong) expect(await desk.policy(input)).toMatchObject({ supportPolicy: null, errors: [{ path }] });
  });
});
