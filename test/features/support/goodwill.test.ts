import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { type Caller, newKey, TestLaurel } from '../../support/laurel.js';
import { close, done, look, openCase, SupportDesk, solve } from '../../support/support-desk.js';

describe('Points 12: goodwill for the sake of a case', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const newDesk = async (input: api.SetAdjustmentPolicyInput = { maxPerAgentPerDay: 100 }) => {
    const desk = await SupportDesk.open(laurel);
    await desk.admin.run(api.SetAdjustmentPolicyDocument, { input });
    const ada = await desk.member('ada');
    return { desk, ada, id: done(await openCase(ada, 'ada')).id };
  };
  const grant = async (caller: Caller, id: string, amount: number, idempotencyKey = newKey()) =>
    (await caller.run(api.GrantGoodwillDocument, { input: { case: id, amount, idempotencyKey } })).grantGoodwill;
  const active = async (desk: SupportDesk) =>
    (await desk.admin.run(api.HoldingsDocument, { ref: { externalId: 'ada' } })).member?.wallet?.active;

  test('both journals tell it, and the key gives the first outcome again, whatever became of the case', async () => {
    const { desk, id } = await newDesk();
    const key = newKey();
    const granted = await grant(desk.ann, id, 40, key);
    expect(granted).toMatchObject({
      errors: [],
      replayed: false,
      supportCase: { id },
      entry: { kind: 'POINTS_ADJUSTED', reason: 'GOODWILL', changes: [{ currencyCode: 'POINTS', amount: 40 }] },
    });
    expect((await look(desk.ann, id))?.journal.nodes.at(-1)).toMatchObject({
      kind: 'SUPPORT_CASE_GOODWILL',
      summary: 'We gave you 40 POINTS for your patience.',
      adjustmentEntryId: granted?.entry?.id,
      caseStatus: 'OPEN',
    });
    done(await close(desk.ann, id));
    expect(await grant(desk.ann, id, 40, key)).toMatchObject({ replayed: true, errors: [], entry: { id: granted?.entry?.id } });
    expect(await grant(desk.ann, id, 41, key)).toMatchObject({ errors: [{ __typename: 'IdempotencyKeyReused' }] });
    expect(await grant(desk.ann, id, 1)).toMatchObject({ entry: null, supportCase: null, errors: [{ code: 'SUPPORT_CASE_CLOSED' }] });
    expect(await active(desk)).toBe(40);
    expect((await look(desk.ann, id))?.journal.nodes.filter(({ kind }) => kind === 'SUPPORT_CASE_GOODWILL')).toHaveLength(1);
  });

  test("counts to the agent's day together with other adjustments; a refusal leaves both journals as they were", async () => {
    const { desk, id } = await newDesk({ maxPerAdjustment: 80, maxPerAgentPerDay: 100 });
    const exceeded = (remaining: number, required: number) => ({
      entry: null,
      errors: [{ __typename: 'LimitExceeded', code: 'ADJUSTMENT_LIMIT_EXCEEDED', remaining, required }],
    });
    expect(await grant(desk.ann, id, 81)).toMatchObject(exceeded(80, 81));
    expect(await grant(desk.ann, id, 70)).toMatchObject({ errors: [] });
    expect(await grant(desk.ann, id, 31)).toMatchObject(exceeded(30, 31));
    const input = { member: { externalId: 'ada' }, amount: 20, reason: 'CORRECTION' as const, idempotencyKey: newKey() };
    expect((await desk.ann.run(api.AdjustPointsDocument, { input })).adjustPoints?.errors).toEqual([]);
    expect(await grant(desk.ann, id, 11)).toMatchObject(exceeded(10, 11));
    expect(await grant(desk.bob, id, 80)).toMatchObject({ errors: [] });
    expect(await active(desk)).toBe(170);
    expect((await look(desk.ann, id))?.journal.nodes.map(({ kind }) => kind)).toEqual([
      'SUPPORT_CASE_OPENED',
      'SUPPORT_CASE_GOODWILL',
      'SUPPORT_CASE_GOODWILL',
    ]);
  });

  test('twenty at once, of which the day allows five: exactly five, in both journals', async () => {
    const { desk, id } = await newDesk();
    const all = await Promise.all(Array.from({ length: 20 }, () => grant(desk.ann, id, 20)));
    expect(all.filter((each) => each?.errors.length === 0)).toHaveLength(5);
    const key = newKey();
    const same = await Promise.all(Array.from({ length: 6 }, () => grant(desk.bob, id, 10, key)));
    expect(new Set(same.map((each) => each?.entry?.id)).size).toBe(1);
    expect(same.filter((each) => each?.replayed === false)).toHaveLength(1);
    expect(await active(desk)).toBe(110);
    expect((await look(desk.ann, id))?.journal.nodes.filter(({ kind }) => kind === 'SUPPORT_CASE_GOODWILL')).toHaveLength(6);
  });

  test('needs both scopes, a case that is there, somebody whose it is, and more than nothing', async () => {
    const { desk, ada, id } = await newDesk();
    for (const [scopes, lacked] of [
      [['cases:work'], 'points:adjust'],
      [['points:adjust'], 'cases:work'],
    ] as const) {
      const { errors } = await (await desk.key(...scopes)).ask(api.GrantGoodwillDocument, {
        input: { case: id, amount: 1, idempotencyKey: newKey() },
      });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', scope: lacked });
    }
    expect((await ada.ask(api.GrantGoodwillDocument, { input: { case: id, amount: 1, idempotencyKey: newKey() } })).errors).toHaveLength(1);
    for (const amount of [0, -5]) expect(await grant(desk.ann, id, amount)).toMatchObject({ errors: [{ path: ['amount'] }] });
    expect(await grant(desk.ann, 'cas_01h455vb4pea5vsknk084sn02q', 1)).toMatchObject({ errors: [{ code: 'SUPPORT_CASE_NOT_FOUND' }] });
    done(await solve(desk.ann, id));
    await desk.admin.run(api.EraseMemberDocument, { input: { member: { externalId: 'ada' } } });
    expect(await grant(desk.ann, id, 1)).toMatchObject({ errors: [{ __typename: 'MemberNotFound' }] });
    expect(await laurel.differences()).toEqual([]);
  });
});
