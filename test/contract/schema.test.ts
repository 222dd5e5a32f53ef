import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLSchema, isInterfaceType, isIntrospectionType, isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { lintSchema } from '../../src/graphql/lint.js';
import { enforcePolicies, policyOf } from '../../src/graphql/policy.js';
import { createSchema } from '../../src/schema.js';

describe('the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await createSchema();
  });

  test('is printed in schema.graphql', async () => {
    expect(await readFile('schema.graphql', 'utf8')).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
  });

  test('keeps the rules of the API', () => {
    expect(lintSchema(schema)).toEqual([]);
  });

  test('declares a policy for every field, and a scope for every root field', () => {
    let count = 0;
    for (const type of Object.values(schema.getTypeMap())) {
      if ((!isObjectType(type) && !isInterfaceType(type)) || isIntrospectionType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        count += 1;
        expect([type.name, field.name, policyOf(field, type)]).toEqual([type.name, field.name, expect.anything()]);
      }
    }
    expect(count).toBeGreaterThan(150);
  });

  test('is refused when a field declares none', async () => {
    const bare = await createSchema();
    const field = bare.getQueryType()?.getFields().members;
    if (field) field.extensions = {};
    expect(() => enforcePolicies(bare)).toThrow('Query.members declares no fitting policy');
  });
});
