import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Random, randomFrom } from '../../../src/cli/demo-random.js';
import * as api from '../../support/generated.js';
import { type Caller, newKey, TestLaurel } from '../../support/laurel.js';
import { seed } from '../../support/seed.js';
import { isIn, type Person, type Present } from '../../support/segment-oracle.js';

const CITIES = ['Bern', 'Ulm', 'Köln "Süd"', "Rock'n'Roll"];
const TIME_ZONE = 'Pacific/Auckland';
/** Shortly before midnight in Auckland. */
const NOW = new Date('2020-06-30T11:30:00Z');
const PEOPLE = 30;

let laurel: TestLaurel;
let shop: Caller;
let people: Person[];
let present: Present;
let random: Random;

beforeAll(async () => {
  random = randomFrom(seed());
  laurel = await TestLaurel.start();
  shop = await laurel.program('2019-01-01T00:00:00Z', { timeZone: TIME_ZONE });
  await shop.run(api.CreatePointCurrencyDocument, {
    input: { code: 'POINTS', name: 'Points', expiry: { mode: 'AFTER_PERIOD', period: 'P90D' } },
  });
  await shop.run(api.CreateEarningRuleDocument, { input: { name: 'Base', pointsPerSpend: { points: '1', per: '1' } } });
  const { createTierSet } = await shop.run(api.CreateTierSetDocument, {
    input: {
      name: 'Status',
      measure: 'SPEND',
      tiers: [
        { name: 'A', threshold: '0' },
        { name: 'B', threshold: '300' },
        { name: 'C', threshold: '600' },
      ],
    },
  });
  const tiers = createTierSet?.tierSet?.tiers.map(({ id }) => id) as string[];
  ladder.tierSet = createTierSet?.tierSet?.id as string;
  present = { now: NOW, timeZone: TIME_ZONE, ladder: tiers };
  people = Array.from({ length: PEOPLE }, (_, i) => somebody(i, tiers[0] as string));
  await shop.run(api.EnrollMembersDocument, {
    input: {
      members: people.map(({ externalId, email, givenName, attributes, enrolledAt }) => ({
        ...{ externalId, email, givenName, attributes, enrolledAt: enrolledAt.toISOString() },
      })),
    },
  });
  await Promise.all(people.map(live));
  await shop.run(api.AdvanceClockDocument, { input: { to: NOW.toISOString() } });
  await laurel.app.sweeper.finished();
  await readStandings();
}, 120_000);
afterAll(() => laurel.stop());

const ladder = { tierSet: '' };
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const day = (from: string, days: number): Date => new Date(Date.parse(from) + Math.floor(random() * days * 86_400_000));

function somebody(i: number, tier: string): Person {
  return {
    externalId: `m${i}`,
    email: random() < 0.6 ? `M${i}@x.example` : null,
    givenName: random() < 0.6 ? pick(['Ada', 'Bob']) : null,
    attributes: {
      ...(random() < 0.7 && { city: pick([...CITIES, 7, null]) }),
      ...(random() < 0.7 && { age: pick([20, 30.5, 1e21, '40']) }),
      ...(random() < 0.7 && { isVip: pick([true, false, 'true']) }),
      ...(random() < 0.7 && { born: pick(['1980-02-29', '1990-01-01', '2000-12-31', '199', 1990]) }),
      // What PostgreSQL cannot hold as text is there all the same.
      odd: 'a\u0000b\ud800',
    },
    enrolledAt: day('2019-06-01T00:00:00Z', 90),
    purchases: [],
    balance: 0,
    tier,
  };
}

/** A life of purchases, of which some come back, and of events. */
async function live({ externalId, purchases }: Person): Promise<void> {
  const member = { externalId };
  for (let i = Math.floor(random() * 8); i > 0; i -= 1) {
    const at = random() < 0.3 ? new Date(NOW.getTime() - Math.floor(random() * 3 * 86_400_000)) : day('2019-10-01T00:00:00Z', 270);
    const effectiveAt = at.toISOString();
    const cents = pick([0, 1_000, 9_999, 25_000]);
    const { recordActivity } = await shop.run(api.RecordActivityDocument, {
      input: { member, idempotencyKey: newKey(), purchase: { amount: (cents / 100).toFixed(2) }, effectiveAt },
    });
    const purchase = { at, cents, isGone: false };
    purchases.push(purchase);
    const id = recordActivity?.activity?.id as string;
    if (random() < 0.3 && cents > 0) {
      await shop.run(api.ReturnPurchaseDocument, { input: { purchase: id, idempotencyKey: newKey(), amount: '4.01', effectiveAt } });
      purchase.cents -= 401;
    }
    if (random() < 0.2) {
      await shop.run(api.CancelPurchaseDocument, { input: { purchase: id, idempotencyKey: newKey(), effectiveAt } });
      Object.assign(purchase, { cents: 0, isGone: true });
    }
    await shop.run(api.RecordActivityDocument, {
      input: { member, idempotencyKey: newKey(), event: { name: 'seen', attributes: { odd: '\u0000' } }, effectiveAt },
    });
  }
}

/** Balances and tiers are not what is tested here: they are what members are told. */
async function readStandings(): Promise<void> {
  for (const who of people) {
    const { member } = await shop.run(api.MemberStandingDocument, { ref: { externalId: who.externalId } });
    who.balance = member?.wallet?.active ?? 0;
    who.tier = member?.standings[0]?.tier.id as string;
  }
}

const days = fc.constantFrom(1, 2, 3, 30, 90, 91, 400);
const moment = fc.oneof(
  fc.record({ withinDays: days }),
  fc.record({ notWithinDays: days }),
  fc.record({ withinDays: days, notWithinDays: days }),
);
const bounds = (values: readonly number[]) =>
  fc.oneof(
    fc.record({ atLeast: fc.constantFrom(...values) }),
    fc.record({ atMost: fc.constantFrom(...values) }),
    fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)).map(([a, b]) => ({ atLeast: Math.min(a, b), atMost: Math.max(a, b) })),
  );
const inText = (range: { atLeast?: number; atMost?: number }) =>
  Object.fromEntries(Object.entries(range).map(([name, value]) => [name, String(value)]));
const maybeDays = fc.option(days, { nil: undefined });

const leaf: fc.Arbitrary<api.SegmentConditionInput> = fc.oneof(
  fc.constantFrom<api.SegmentConditionInput>(
    { profile: { field: 'EMAIL', oneOf: ['m1@X.example', 'M2@x.example', 'm3@x.example'] } },
    { profile: { field: 'EMAIL', isPresent: false } },
    { profile: { field: 'GIVEN_NAME', oneOf: ['Ada', 'ada'] } },
    { profile: { field: 'EXTERNAL_ID', oneOf: ['m4', 'm5', 'M6'] } },
    { profile: { field: 'FAMILY_NAME', isPresent: true } },
    { attribute: { name: 'city', oneOf: CITIES.slice(1) } },
    { attribute: { name: 'city', oneOf: ['7', 'Bern'] } },
    { attribute: { name: 'city', isPresent: true } },
    { attribute: { name: 'none', isPresent: false } },
    { attribute: { name: 'isVip', isTrue: true } },
    { attribute: { name: 'isVip', isTrue: false } },
    { attribute: { name: 'age', atLeast: '30.5' } },
    { attribute: { name: 'age', atLeast: '20', atMost: '30' } },
    { attribute: { name: 'born', from: '1990-01-01' } },
    { attribute: { name: 'born', from: '1980-02-28', to: '1990-01-01' } },
    { enrolled: { from: '2019-07-15T00:00:00Z', before: '2019-08-15T00:00:00Z' } },
  ),
  moment.map((lastPurchase) => ({ lastPurchase })),
  moment.map((lastRedemption) => ({ lastRedemption })),
  fc.constantFrom(300, 330, 360).map((withinDays) => ({ enrolled: { withinDays } })),
  fc
    .tuple(bounds([0, 5.99, 95.98, 99.99, 250, 500]), maybeDays)
    .map(([range, n]) => ({ spend: { ...inText(range), ...(n && { days: n }) } })),
  fc.tuple(bounds([0, 1, 2, 4]), maybeDays).map(([range, n]) => ({ purchases: { ...range, ...(n && { days: n }) } })),
  bounds([0, 1, 250, 500]).map((balance) => ({ balance })),
  fc
    .tuple(fc.nat(2), fc.boolean())
    .map(([rank, isExact]) => ({ tier: { tierSet: String(rank), ...(isExact ? { oneOf: ['x'] } : { atLeast: 'x' }) } })),
);
const tree = fc.letrec<{ condition: api.SegmentConditionInput; list: api.SegmentConditionInput[] }>((tie) => ({
  list: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
  condition: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: tie('list').map((all) => ({ all })) },
    { weight: 1, arbitrary: tie('list').map((any) => ({ any })) },
    { weight: 1, arbitrary: tie('condition').map((not) => ({ not })) },
  ),
})).condition;

/** Tiers are known only when the programme stands. */
const withIds = (condition: unknown): api.SegmentConditionInput =>
  JSON.parse(JSON.stringify(condition), (name, value) => {
    if (name !== 'tier') return value;
    const id = present.ladder[Number(value.tierSet)] as string;
    return { tierSet: ladder.tierSet, ...(value.oneOf ? { oneOf: [id] } : { atLeast: id }) };
  });

test('whatever is asked, those are in a segment of whom it is true: asked of one, of all, counted and listed', async () => {
  const conditions = fc.sample(tree, { seed: seed(), numRuns: 100 }).map(withIds);
  const shall = conditions.map((condition) => people.filter((who) => isIn(condition, who, present)).map(({ externalId }) => externalId));
  const ids: string[] = [];
  for (const [i, condition] of conditions.entries()) {
    const { createSegment } = await shop.run(api.CreateSegmentDocument, { input: { name: `s${i}`, condition } });
    expect([condition, createSegment?.errors, createSegment?.segment?.size]).toEqual([condition, [], shall[i]?.length]);
    ids.push(createSegment?.segment?.id as string);
  }
  // Those that are true of nobody or of everybody prove little.
  expect(shall.filter(({ length }) => length > 0 && length < PEOPLE).length).toBeGreaterThan(30);

  const { segments } = await shop.run(api.SegmentsDocument, {});
  expect(segments?.map(({ size }) => size)).toEqual(shall.map(({ length }) => length));
  const { members } = await shop.run(api.SegmentsOfMembersDocument, {});
  for (const { externalId, segments } of members?.nodes ?? []) {
    const names = shall.flatMap((list, i) => (list.includes(externalId as string) ? [`s${i}`] : []));
    expect([externalId, segments?.map(({ name }) => name)]).toEqual([externalId, names]);
  }
  for (const [i, id] of ids.slice(0, 20).entries()) {
    const { node } = await shop.run(api.SegmentMembersDocument, { id, first: 100 });
    if (node?.__typename !== 'Segment') throw new Error('no segment');
    expect(node.members?.nodes.map(({ externalId }) => externalId).sort()).toEqual(shall[i]?.toSorted());
    // What is told of a condition can be sent again.
    const again = await shop.run(api.UpdateSegmentDocument, { input: { id, condition: node.condition as api.SegmentConditionInput } });
    expect(again.updateSegment?.segment).toMatchObject({ version: 2, condition: node.condition, size: shall[i]?.length });
  }
}, 120_000);
