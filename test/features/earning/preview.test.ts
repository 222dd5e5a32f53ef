import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as api from '../../support/generated.js';
import { Caller, enroll, newKey, TestLaurel } from '../../support/laurel.js';
import { seed } from '../../support/seed.js';

const START = Date.parse('2024-01-01T00:00:00Z');
const DAY = 86_400_000;
type Wish = Omit<api.PreviewActivityInput, 'member'> & { readonly ahead: number; readonly who: string };

let laurel: TestLaurel;
let shop: Caller;
beforeAll(async () => {
  laurel = await TestLaurel.start();
  shop = await laurel.program(new Date(START).toISOString(), { timeZone: 'Europe/Berlin' });
  const expiring = { mode: 'AFTER_PERIOD' as const, period: 'P20D' };
  const currencies: api.CreatePointCurrencyInput[] = [
    { code: 'POINTS', name: 'Points', isQualifying: true, expiry: expiring },
    { code: 'STAMPS', name: 'Stamps', expiry: expiring },
    { code: 'CENTS', name: 'Cents', activation: { mode: 'AFTER_PERIOD', period: 'P3D' } },
  ];
  for (const input of currencies) await shop.run(api.CreatePointCurrencyDocument, { input });
  const tiers = [
    { name: 'Basic', threshold: '0' },
    { name: 'Top', threshold: '150', multiplier: '1.5' },
  ];
  await shop.run(api.CreateTierSetDocument, { input: { name: 'Status', measure: 'SPEND', tiers } });
  const rules: Omit<api.CreateEarningRuleInput, 'name'>[] = [
    { currencyCode: 'POINTS', pointsPerSpend: { points: '1', per: '3' } },
    {
      currencyCode: 'POINTS',
      rounding: 'HALF_UP',
      pointsPerSpend: { points: '0.3', per: '1' },
      conditions: { brands: ['Oak'], weekdays: [2, 6] },
    },
    { currencyCode: 'POINTS', pointsPerItem: { points: '2', sku: 'tea' }, conditions: { excludedChannels: ['web'] } },
    { currencyCode: 'POINTS', fixedPoints: { points: '5', event: 'visit' } },
    { currencyCode: 'CENTS', rounding: 'HALF_EVEN', cashback: { percent: '5' } },
    { currencyCode: 'STAMPS', stampCard: { size: 3, perDay: 2, points: { currencyCode: 'POINTS', amount: 11 } } },
    { currencyCode: 'POINTS', nthTime: { points: '4', n: 2, isRepeating: true } },
    { currencyCode: 'POINTS', streak: { points: '6', unit: 'DAY', length: 2, freezes: 1, event: 'visit' } },
    { currencyCode: 'POINTS', achievement: { points: '9', measure: 'SPEND', target: '60', period: 'WEEK', recurrence: 'ALWAYS' } },
  ];
  for (const [i, rule] of rules.entries()) {
    const { createEarningRule } = await shop.run(api.CreateEarningRuleDocument, { input: { name: `Rule ${i}`, ...rule } });
    expect(createEarningRule?.errors).toEqual([]);
  }
  const caps: api.CreateEarningCapInput[] = [
    { name: 'One activity', currencyCode: 'POINTS', period: 'ACTIVITY', max: 60 },
    { name: 'A day', currencyCode: 'POINTS', period: 'DAY', max: 30 },
    { name: 'Budget', currencyCode: 'CENTS', period: 'EVER', scope: 'PROGRAM', max: 900 },
  ];
  for (const input of caps) await shop.run(api.CreateEarningCapDocument, { input });
  const condition = { spend: { atLeast: '20', days: 3 } };
  const { createSegment } = await shop.run(api.CreateSegmentDocument, { input: { name: 'Lately', condition } });
  const promotions: Omit<api.CreatePromotionInput, 'name'>[] = [
    { currencyCode: 'CENTS', multiplier: '1.5', budget: { points: 300 }, schedule: [{ weekdays: [1, 3, 5], from: '06:00' }] },
    { currencyCode: 'POINTS', bonus: 1, memberCap: { period: 'WEEK', max: 3 } },
    { currencyCode: 'CENTS', multiplier: '2', conditions: { segments: [createSegment?.segment?.id as string] } },
  ];
  for (const [i, input] of promotions.entries()) {
    const { createPromotion } = await shop.run(api.CreatePromotionDocument, { input: { name: `Promotion ${i}`, ...input } });
    expect(createPromotion?.errors).toEqual([]);
  }
  for (const who of ['ada', 'bob']) await enroll(shop, who);
});
afterAll(() => laurel.stop());

const item = fc.record({
  sku: fc.constantFrom('tea', 'cup'),
  quantity: fc.integer({ min: 1, max: 4 }),
  amount: fc.integer({ min: 0, max: 20 }).map(String),
  brand: fc.option(fc.constant('Oak')),
});
const wishes: fc.Arbitrary<Wish> = fc
  .record({
    ahead: fc.constantFrom(0, 0, 3_600_000, DAY, 2 * DAY, 9 * DAY),
    who: fc.constantFrom('ada', 'ada', 'bob', 'nobody'),
    externalId: fc.option(fc.constantFrom('order-1', 'order-2')),
    channel: fc.option(fc.constantFrom('web', 'till')),
    purchase: fc.option(fc.record({ amount: fc.integer({ min: 0, max: 160 }).map(String), items: fc.array(item, { maxLength: 3 }) }), {
      freq: 3,
    }),
    event: fc.constant(null),
    effectiveAt: fc.constant(null),
  })
  .map((wish) => (wish.purchase ? wish : { ...wish, event: { name: 'visit' } }));

const wish = (who: string, amount: string, more: Partial<Wish> = {}): Wish => ({ ahead: 0, who, purchase: { amount }, ...more });
/** One of each that a sample may miss. */
const CERTAIN: readonly Wish[] = [
  ...[wish('ada', '10', { ahead: 9 * DAY }), wish('ada', '10'), wish('ada', '160', { ahead: DAY }), wish('ada', '600'), wish('ada', '20')],
  ...[wish('bob', '10', { externalId: 'order-1' }), wish('bob', '10', { externalId: 'order-1' }), wish('nobody', '1')],
];

/** What the journal of a member says, from the entry behind `number` on. */
async function toldSince(externalId: string, number: number): Promise<api.ToldFragment[]> {
  const { member } = await shop.run(api.ToldSinceDocument, { externalId, last: 100 });
  return (member?.journal.nodes ?? []).filter((entry) => entry.number > number) as api.ToldFragment[];
}

test('a preview says exactly what recording does, of every kind, caps and refusals too, and writes nothing', async () => {
  const seen = new Set<string>();
  let now = START;
  for (const { ahead, who, ...activity } of [...CERTAIN, ...fc.sample(wishes, { numRuns: 150, seed: seed() })]) {
    // given
    now += ahead;
    await shop.run(api.AdvanceClockDocument, { input: { to: new Date(now).toISOString() } });
    // What fell due earlier is posted by then, so that nothing but this is counted.
    if (ahead === 0) await laurel.app.sweeper.finished();
    const { rows: before } = await laurel.app.services.reads.query('select count(*) from journal where stream_id <> program_id');
    const number = (await toldSince(who, 0)).at(-1)?.number ?? 0;
    const input = { member: { externalId: who }, ...activity };

    // when
    const { previewActivity: preview } = await shop.run(api.PreviewActivityDocument, { input });
    const { rows: after } = await laurel.app.services.reads.query('select count(*) from journal where stream_id <> program_id');
    const { recordActivity: recorded } = await shop.run(api.RecordActivityDocument, { input: { ...input, idempotencyKey: newKey() } });

    // then: the sweeper may have posted what was due before the preview, or before the recording
    const told = await toldSince(who, number);
    const previewed = new Set(preview?.entries.map((entry) => entry.number));
    expect({ errors: preview?.errors, awards: preview?.awards }).toEqual({ errors: recorded?.errors, awards: recorded?.awards });
    if (recorded?.entry) expect(preview?.entries).toEqual(told.filter((entry) => previewed.has(entry.number)));
    expect(preview?.entries.some((entry) => entry.kind === 'ACTIVITY_RECORDED')).toBe(recorded?.entry != null);
    if (ahead === 0) expect(after).toEqual(before);
    for (const { kind } of preview?.entries ?? []) seen.add(kind);
    for (const { code } of preview?.errors ?? []) seen.add(code);
    for (const { requested, granted } of preview?.awards ?? []) if (granted < requested) seen.add('capped');
  }
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['ACTIVITY_RECORDED', 'CARD_COMPLETED', 'TIER_CHANGED'],
      ...['MEMBER_NOT_FOUND', 'ACTIVITY_ALREADY_RECORDED', 'ACTIVITY_LIMIT_EXCEEDED', 'capped'],
    ]),
  );
}, 120_000);

test('a preview needs the right to record, and the right to name an instant', async () => {
  const input = { member: { externalId: 'ada' }, event: { name: 'visit' } };
  const { createApiKey } = await shop.run(api.CreateApiKeyDocument, { input: { name: 'Till', scopes: ['activities:write'] } });
  const till = new Caller(shop.url, createApiKey?.secret ?? null);
  expect((await till.run(api.PreviewActivityDocument, { input })).previewActivity?.errors).toEqual([]);
  const { errors } = await till.ask(api.PreviewActivityDocument, { input: { ...input, effectiveAt: new Date(START).toISOString() } });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
