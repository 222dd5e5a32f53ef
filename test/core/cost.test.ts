import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type DocumentNode,
  type GraphQLSchema,
  getIntrospectionQuery,
  getOperationAST,
  parse,
  print,
  separateOperations,
  validate,
} from 'graphql';
import { COST_MAX, costPlan } from '../../src/graphql/cost.js';
import { Gate } from '../../src/graphql/gate.js';
import { limitShape } from '../../src/graphql/shape.js';
import { createSchema } from '../../src/schema.js';
import { check } from '../support/seed.js';

describe('the cost of an operation', () => {
  let schema: GraphQLSchema;
  let gate: Gate;
  beforeAll(async () => {
    schema = await createSchema();
    gate = new Gate(schema, { isIntrospectionOn: true, trusted: null });
  });
  const cost = (query: string, variables: Record<string, unknown> = {}): number => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('name it');
    return costPlan(schema, document, operation)(variables);
  };

  test('counts objects, multiplies by lists, and lets scalars be free', () => {
    expect(cost('{ viewer { name scopes } }')).toBe(1);
    expect(cost('{ members(first: 7) { nodes { id externalId } } }')).toBe(1 + 7);
    expect(cost('{ members(first: 7) { nodes { wallets { active } } } }')).toBe(1 + 7 * (1 + 2));
    expect(cost('{ members { nodes { id } } }')).toBe(1 + 20);
    expect(cost('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBe(3);
    expect(cost('{ apiKeys { id } }')).toBe(10);
    expect(cost('{ __schema { types { fields { type { name } } } } }')).toBe(100);
  });

  test('reads sizes from literals, variables and defaults', () => {
    const query = 'query ($n: Int = 3) { members(first: $n) { nodes { id } } }';
    expect(cost(query)).toBe(4);
    expect(cost(query, { n: 50 })).toBe(51);
    expect(cost(query, { n: null })).toBe(21);
    expect(cost('query ($n: Int) { members(last: $n) { nodes { id } } }', { n: 9 })).toBe(10);
    expect(cost('query ($n: Int!) { journal(first: $n) { items { cursor } } }', { n: 500 })).toBe(501);
    expect(cost('{ journal { items { cursor } } }')).toBe(101);
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(40).fill('x') })).toBe(40);
  });

  test('of bulk mutations grows by their inputs, wherever the list comes from', () => {
    const activities = Array.from({ length: 500 }, () => ({}));
    const below = '{ outcomes { entry { number } errors { code } } }';
    const byInput = cost(`mutation ($input: RecordActivitiesInput!) { recordActivities(input: $input) ${below} }`, {
      input: { activities },
    });
    const byList = cost(`mutation ($list: [RecordActivityInput!]!) { recordActivities(input: { activities: $list }) ${below} }`, {
      list: activities,
    });
    expect(byInput).toBe(10 + 500 * 3);
    expect(byList).toBe(byInput);
  });

  test('is a sane number whatever is given as a variable', () => {
    const query = 'query ($n: Int, $ids: [ID!]!) { members(first: $n) { nodes { wallets { active } } } nodes(ids: $ids) { id } }';
    for (const n of [1e308, Number.POSITIVE_INFINITY, 2 ** 53]) expect(cost(query, { n, ids: [] })).toBeGreaterThan(COST_MAX);
    for (const n of [-5, null, '7', {}, { gt: 1 }, [9], true, Number.NaN, undefined]) expect(cost(query, { n, ids: [] })).toBeLessThan(100);
    for (const ids of [null, 'a', 7, { in: ['a'] }, {}]) expect(cost(query, { n: 1, ids })).toBeLessThan(10);
    expect(cost(query, { ['__proto__']: { n: 1 }, ids: [] })).toBe(1 + 20 * 3);
    check(
      fc.property(fc.anything(), fc.anything(), (n, ids) => {
        const result = cost(query, { n, ids });
        expect(Number.isInteger(result) && result >= 1).toBe(true);
      }),
      300,
    );
  });

  test('grows with the page size, and is the same through fragments', () => {
    const plain = (n: number) => `{ members(first: ${n}) { nodes { wallets { active lots(first: 4) { remaining } } } } }`;
    const spread = (n: number) =>
      `{ members(first: ${n}) { ...M } } fragment M on MemberConnection { nodes { ... on Member { ...W } } }
       fragment W on Member { wallets { active lots(first: 4) { remaining } } }`;
    check(
      fc.property(fc.nat(100), fc.nat(100), (a, b) => {
        expect(cost(plain(a))).toBe(cost(spread(a)));
        expect(cost(plain(a)) <= cost(plain(b))).toBe(a <= b);
      }),
      100,
    );
  });

  test('of what the documentation and the tests ask for is within the limit', async () => {
    const bulk = { activities: Array(500).fill({}), members: Array(500).fill({}) };
    // Each operation with the fragments that it needs, also through others.
    const documents: DocumentNode[] = Object.values(separateOperations(parse(await readFile('test/support/operations.graphql', 'utf8'))));
    for (const page of ['docs/front-end.md', 'docs/dashboards.md', 'docs/partners.md']) {
      const text = await readFile(page, 'utf8');
      for (const [, document] of text.matchAll(/```graphql\n([\s\S]*?)```/g)) documents.push(parse(document as string));
    }
    for (const document of documents) {
      const query = print(document);
      const first = query.includes('JournalFilter') ? 500 : 100;
      limitShape(document);
      expect([query, cost(query, { first, input: bulk })]).toEqual([query, expect.any(Number)]);
      expect(cost(query, { first, input: bulk })).toBeLessThanOrEqual(COST_MAX);
    }
    expect(documents.length).toBeGreaterThan(25);
  });

  test('and shape of the standard introspection are within the limits', () => {
    for (const options of [{}, { inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true, oneOf: true }]) {
      expect(gate.admit({ query: getIntrospectionQuery(options) })).toMatchObject({ cost: 100 });
    }
  });
});
