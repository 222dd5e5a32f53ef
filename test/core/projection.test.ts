import { describe, expect, test } from '@jest/globals';
import { execute, type GraphQLSchema, parse } from 'graphql';
import type { Delivery } from '../../src/feed/deliveries.js';
import { NotProjectable, Projection } from '../../src/graphql/projection.js';
import type { StreamState } from '../../src/journal/core/state.js';
import { NO_STREAM } from '../../src/journal/core/state.js';
import { Program } from '../../src/programs/program.js';
import { createSchema } from '../../src/schema.js';
import { settingsWith, tier } from '../support/ladder-member.js';

const MEMBER = '0192b1d2-0000-7000-8000-00000000000a';
const ID = '0192b1d2-0000-7000-8000-00000000000b';
const KIND = { streamId: MEMBER, programId: '0192b1d2-0000-7000-8000-00000000000c', shard: 1, lane: 1, position: 7, postedAt: 5_000 };

const settings = settingsWith([
  {
    id: ID,
    name: 'Status',
    measures: [{ measure: 'SPEND' }],
    window: { type: 'LIFETIME', startsOn: { month: 1, day: 1 } },
    upgrades: 'IMMEDIATE',
    lasts: { mode: 'FOREVER' },
    downgrade: 'BY_BALANCE',
    grace: null,
    tiers: [tier(MEMBER, 0), tier(ID, 100)],
  },
]);
const program = new Program(KIND.programId, 1, null, settings);
const context = { program: async () => program, actor: { scopes: new Set(['members:read']) } };

const entry = (number: number, kind: string, data: object) => ({
  type: 'ENTRY',
  cursor: `c${number}`,
  number,
  follows: number - 1,
  entry: { ...KIND, number, kind, effectiveAt: 4_000, data: { by: `key:${ID}`, settings: 1, ...data } },
});
const CHANGE = { currency: 'stars', delta: { active: 5, earned: 5 }, lots: [], after: { active: 12, earned: 12 } };
const ITEMS = [
  { type: 'SNAPSHOT', cursor: 'c1', number: 1, state: { ...NO_STREAM, number: 1, enrolledAt: 0, settledAt: 0 } satisfies StreamState },
  entry(2, 'POINTS_SPENT', { input: { amount: 5, reason: 'a "reason" é' }, changes: [CHANGE] }),
  entry(3, 'ACTIVITY_RECORDED', {
    input: { type: 'PURCHASE', amount: 500, items: [] },
    changes: [CHANGE],
    because: [{ currency: 'stars', shares: [] }],
  }),
  entry(4, 'TIER_CHANGED', { because: { tierSet: ID, from: MEMBER, to: ID, reason: 'UPGRADED' } }),
  entry(5, 'MEMBER_STATUS_CHANGED', { input: { from: 'ACTIVE', to: 'SUSPENDED', reason: null } }),
  { type: 'BOOKMARK', cursor: 'c6', number: 6 },
  { type: 'RESET', cursor: 'c7', reason: 'CURSOR_AHEAD' },
].map((item) => ({ item, memberId: MEMBER }) as unknown as Delivery);

const ENTRY =
  'id kind number streamId effectiveAt postedAt isBackDated actor settingsVersion summary explanation changes { currencyCode amount balanceBefore balanceAfter pending held debt }';
const JOURNAL = `subscription J { journal { __typename ... on StreamItem { cursor } ... on JournalChange { number follows what: entry { ...E ... on PointsEntry { reason } } } ...Others } }
  fragment E on JournalEntry { __typename ${ENTRY} ... on TierEntry { tierReason toTierName fromTierId } }
  fragment Others on JournalItem { ... on JournalSnapshot { number } ... on StreamReset { reason } ... on StreamBookmark { cursor number } }`;

const DOCUMENTS = [
  JOURNAL,
  `subscription { balanceChanged(member: { id: "m" }) { ... on BalanceChange { number cursor follows changes { amount } again: changes { balanceAfter } entry { ${ENTRY} } } ... on StreamReset { cursor reason } } }`,
  'subscription { of: tierChanged(member: { id: "m" }) { ... on TierChange { follows entry { tierReason fromTierName toTierName kind } } } }',
  'subscription ($after: String) { journal(after: $after) { ... on JournalChange { number } ... on JournalChange { entry { kind } entry { number } } } }',
];

describe('a projection', () => {
  let schema: GraphQLSchema;
  const executed = async (document: string, delivery: Delivery) =>
    JSON.stringify(await execute({ schema, document: parse(document), rootValue: delivery, contextValue: context }));
  const projected = async (document: string, delivery: Delivery) => {
    const projection = Projection.for(schema, parse(document), null);
    return projection && JSON.stringify(projection.answer(projection.deliver(delivery, program)));
  };

  test('answers in the same bytes as an execution, or not at all', async () => {
    schema = await createSchema();
    let count = 0;
    for (const document of DOCUMENTS) {
      for (const delivery of ITEMS) {
        const answer = await projected(document, delivery).catch((error) => {
          if (error instanceof NotProjectable) return null;
          throw error;
        });
        if (answer === null) continue;
        count += 1;
        expect([document, delivery.item.type, answer]).toEqual([document, delivery.item.type, await executed(document, delivery)]);
      }
    }
    // All but the three entries that tell of no tier, whose answer has an error in it.
    expect(count).toBe(DOCUMENTS.length * ITEMS.length - 3);
  });

  test.each([
    [
      'a field with a resolver',
      'subscription { journal { ... on JournalChange { entry { ... on ActivityEntry { activity { id } } } } } }',
      2,
    ],
    [
      'a wallet of a snapshot',
      'subscription { balanceChanged(member: { id: "m" }) { ... on BalanceSnapshot { wallets { active lots { remaining } } } } }',
      0,
    ],
  ])('leaves %s to an execution', async (_, document, item) => {
    schema = await createSchema();
    await expect(projected(document, ITEMS[item] as Delivery)).rejects.toThrow(NotProjectable);
  });

  test.each([
    ['directives', 'subscription ($yes: Boolean!) { journal { ... on StreamItem { cursor @include(if: $yes) } } }'],
    ['several operations without a name', 'subscription A { journal { __typename } } subscription B { journal { __typename } }'],
  ])('is not made of %s', async (_, document) => {
    schema = await createSchema();
    expect(Projection.for(schema, parse(document), null)).toBeNull();
  });

  test('with a name takes that operation', async () => {
    schema = await createSchema();
    const document = parse('subscription A { journal { __typename } } subscription B { mine: journal { ... on StreamItem { cursor } } }');
    const projection = Projection.for(schema, document, 'B') as Projection;
    expect(projection.answer(await projection.deliver(ITEMS[6], context))).toEqual({ data: { mine: { cursor: 'c7' } } });
  });
});
