import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { type Caller, TestLaurel } from '../../support/laurel.js';

let laurel: TestLaurel;
let shop: Caller;
beforeAll(async () => {
  laurel = await TestLaurel.start();
  shop = await laurel.program('2024-01-01T12:00:00Z', { timeZone: 'Europe/Berlin' });
  await shop.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points' } });
  await enrol('before', '1990-05-31');
  for (const [event, points] of Object.entries({ joining: '10', birthday: '50', anniversary: '100' }))
    await shop.run(api.CreateEarningRuleDocument, { input: { name: event, fixedPoints: { points, event } } });
});
afterAll(() => laurel.stop());

async function enrol(externalId: string, birthDate: string | null): Promise<void> {
  const { enrollMember } = await shop.run(api.EnrollMemberDocument, { input: { externalId, birthDate } });
  expect(enrollMember?.errors).toEqual([]);
}
async function advance(to: string): Promise<void> {
  await shop.run(api.AdvanceClockDocument, { input: { to } });
  await laurel.app.sweeper.finished();
}
const read = async (externalId: string) => (await shop.run(api.ActivitiesOfDocument, { externalId })).member;
const happened = async (externalId: string) =>
  (await read(externalId))?.journal.nodes?.map(({ kind, effectiveAt, summary }) =>
    kind === 'MEMBER_ENROLLED' ? kind : `${effectiveAt} ${summary}`,
  );

test('joining is recorded with the enrolment, where a rule goes by it', async () => {
  await enrol('ada', '1990-05-31');
  expect(await happened('before')).toEqual(['MEMBER_ENROLLED']);
  expect(await happened('ada')).toEqual(['MEMBER_ENROLLED', '2024-01-01T12:00:00.000Z You earned 10 POINTS for "joining".']);
});

test("birthdays and anniversaries come at midnight of the programme's zone, once a year, as the clock goes", async () => {
  // when
  await advance('2024-05-30T21:59:59Z');
  expect(await happened('before')).toHaveLength(1);
  await advance('2024-05-30T22:00:00Z');
  await advance('2024-05-31T12:00:00Z');
  await advance('2026-06-01T00:00:00Z');

  // then
  const year = (n: number) => [
    `${n}-12-31T23:00:00.000Z You earned 100 POINTS for "anniversary".`,
    `${n + 1}-05-30T22:00:00.000Z You earned 50 POINTS for "birthday".`,
  ];
  expect(await happened('before')).toEqual(['MEMBER_ENROLLED', year(2023)[1], ...year(2024), ...year(2025)]);
  const member = await read('before');
  expect(member?.wallets[0]?.active).toBe(3 * 50 + 2 * 100);
  expect(member?.journal.nodes?.slice(1).every(({ actor, isBackDated }) => actor === 'system' && !isBackDated)).toBe(true);
});

test('a birth date that is changed brings no second birthday in a year, and one that is taken away none any more', async () => {
  // given
  await enrol('bob', '1990-07-01');
  await advance('2026-07-02T00:00:00Z');
  expect(await happened('bob')).toHaveLength(3);

  // when
  await shop.run(api.UpdateMemberDocument, { input: { member: { externalId: 'bob' }, birthDate: '1990-08-01' } });
  await advance('2026-09-01T00:00:00Z');
  expect(await happened('bob')).toHaveLength(3);
  await shop.run(api.UpdateMemberDocument, { input: { member: { externalId: 'bob' }, birthDate: null } });
  expect((await read('bob'))?.birthDate).toBeNull();
  await advance('2027-12-01T00:00:00Z');

  // then
  expect((await happened('bob'))?.filter((each) => each.includes('birthday'))).toHaveLength(1);
});

test.each(['1990-02-30', '31.05.1990', '0001-01-01'])('%s is no birth date', async (birthDate) => {
  const { enrollMember } = await shop.run(api.EnrollMemberDocument, { input: { birthDate } });
  expect(enrollMember?.errors).toEqual([expect.objectContaining({ path: ['birthDate'] })]);
});

test('a rule of later brings nothing of what was before it', async () => {
  // given
  const other = await laurel.program('2020-01-01T00:00:00Z');
  await other.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points' } });
  await other.run(api.EnrollMemberDocument, { input: { externalId: 'eve', birthDate: '1990-05-31' } });
  await other.run(api.AdvanceClockDocument, { input: { to: '2023-01-01T00:00:00Z' } });
  await laurel.app.sweeper.finished();

  // when
  await other.run(api.CreateEarningRuleDocument, { input: { name: 'Birthday', fixedPoints: { points: '50', event: 'birthday' } } });
  await other.run(api.AdvanceClockDocument, { input: { to: '2023-12-01T00:00:00Z' } });
  await laurel.app.sweeper.finished();

  // then
  const { member } = await other.run(api.ActivitiesOfDocument, { externalId: 'eve' });
  expect(member?.journal.nodes?.map(({ effectiveAt }) => effectiveAt).slice(1)).toEqual(['2023-05-31T00:00:00.000Z']);
});
