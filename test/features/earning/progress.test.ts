import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, TestLaurel } from '../../support/laurel.js';

let laurel: TestLaurel;
let shop: Caller;
beforeAll(async () => {
  laurel = await TestLaurel.start();
  shop = await laurel.program('2024-01-01T00:00:00Z');
  for (const code of ['POINTS', 'STAMPS']) await shop.run(api.CreatePointCurrencyDocument, { input: { code, name: code } });
  const rules: Omit<api.CreateEarningRuleInput, 'name'>[] = [
    { currencyCode: 'STAMPS', stampCard: { size: 3, points: { currencyCode: 'POINTS', amount: 5 } } },
    { nthTime: { points: '1', n: 3, isRepeating: true } },
    { streak: { points: '1', unit: 'DAY', length: 3 } },
    { achievement: { points: '0', badge: 'Big', measure: 'SPEND', target: '50', recurrence: 'ALWAYS' } },
    { achievement: { points: '1', measure: 'ACTIVITIES', target: '10', period: 'MONTH' } },
    { pointsPerSpend: { points: '1', per: '1' } },
  ];
  for (const [i, rule] of rules.entries())
    await shop.run(api.CreateEarningRuleDocument, { input: { name: `${i}`, currencyCode: 'POINTS', ...rule } });
});
afterAll(() => laurel.stop());

const advance = (to: string) => shop.run(api.AdvanceClockDocument, { input: { to } });
async function progress() {
  const { members } = await shop.run(api.RuleProgressDocument, { first: 1 });
  return members?.nodes?.[0]?.ruleProgress.map(({ current, target, times, badge }) => [current, target, times, badge]);
}

test('a member sees how far they are with cards, times, streaks and achievements', async () => {
  await enroll(shop, 'ada');
  expect(await progress()).toEqual([
    ['0', '3', null, null],
    ['0', '3', 0, null],
    ['0', '3', null, null],
    ['0.00', '50.00', 0, null],
    ['0', '10', 0, null],
  ]);
  for (const [day, amount] of [
    ['02', '20'],
    ['02', '20'],
    ['03', '12.50'],
    ['03', '1'],
  ] as const) {
    await advance(`2024-01-${day}T00:00:00Z`);
    await buy(shop, 'ada', amount);
  }
  expect(await progress()).toEqual([
    ['1', '3', null, null],
    ['1', '3', 1, null],
    ['2', '3', null, null],
    ['3.50', '50.00', 1, 'Big'],
    ['4', '10', 0, null],
  ]);
  // The streak lasts to the end of the next day, the month to its own.
  await advance('2024-01-04T23:59:59Z');
  expect((await progress())?.[2]?.[0]).toBe('2');
  await advance('2024-01-05T00:00:00Z');
  expect((await progress())?.[2]?.[0]).toBe('0');
  await advance('2024-02-01T00:00:00Z');
  expect((await progress())?.[4]?.[0]).toBe('0');
});

test('costs the same statements for one member and for ten', async () => {
  for (let i = 0; i < 9; i += 1) await enroll(shop, `member-${i}`);
  // The programme is read anew once a second; what counts is what a call costs without that.
  const count = async (first: number) => {
    const counts: number[] = [];
    for (let i = 0; i < 3; i += 1) counts.push(await laurel.countStatements(() => shop.run(api.RuleProgressDocument, { first })));
    return Math.min(...counts);
  };
  expect(await count(10)).toBe(await count(1));
});
