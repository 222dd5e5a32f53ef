import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { createSchema } from '../../src/schema.js';
import * as api from '../support/generated.js';
import { Caller, enroll, openShop, TestLaurel } from '../support/laurel.js';

const ROLES = ['NOBODY', 'OPERATOR', 'ADMIN', 'STAFF', 'PARTNER', 'MEMBER'] as const;
type Role = (typeof ROLES)[number];
type Cell = 'yes' | 'own' | 'no';
const KINDS = ['query', 'mutation', 'subscription'] as const;
type Kind = (typeof KINDS)[number];

/** The table that people read is what is tested: a line a root field, a column a role. */
async function readMatrix(): Promise<Map<string, Record<Role, Cell>>> {
  const text = await readFile('docs/roles.md', 'utf8');
  const rows = text.split('\n').filter((line) => /^\| `(query|mutation|subscription) /.test(line));
  return new Map(
    rows.map((row) => {
      const [name = '', ...cells] = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [name.replaceAll('`', ''), Object.fromEntries(ROLES.map((role, i) => [role, cells[i]])) as Record<Role, Cell>];
    }),
  );
}

/** A value that the type takes, as GraphQL text; nothing stands behind its ids. */
function literal(type: GraphQLInputType, depth = 0): string {
  if (isNonNullType(type)) return literal(type.ofType, depth);
  if (isListType(type)) return `[${literal(type.ofType, depth + 1)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name as string;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const needed = type.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${literal(field.type, depth + 1)}`).join(', ')} }`;
  }
  return SCALARS[type.name] ?? '"1"';
}
const SCALARS: Readonly<Record<string, string>> = {
  Int: '1',
  Points: '1',
  Boolean: 'true',
  DateTimeISO: '"2020-01-01T00:00:00Z"',
  JSONObject: '{}',
};

/** A call of the field; where it can name a member, it names this one. */
function documentOf(kind: Kind, field: GraphQLField<unknown, unknown>, member = '{ externalId: "1" }'): string {
  const values = field.args.flatMap(({ name, type }) => {
    if (getNamedType(type).name === 'MemberRef') return `${name}: ${member}`;
    if (getNamedType(type).name === 'JournalFilter') return `${name}: { member: ${member} }`;
    return isNonNullType(type) ? `${name}: ${literal(type)}` : [];
  });
  const args = values.length === 0 ? '' : `(${values.join(', ')})`;
  return `${kind} { ${field.name}${args}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'} }`;
}

const rootFields = (schema: GraphQLSchema): { kind: Kind; field: GraphQLField<unknown, unknown> }[] =>
  KINDS.flatMap((kind) => {
    const type = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }[kind];
    return Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field }));
  });

describe('every root field by every role', () => {
  let laurel: TestLaurel;
  let schema: GraphQLSchema;
  let callers: Record<Role, Caller>;
  beforeAll(async () => {
    schema = await createSchema();
    laurel = await TestLaurel.start();
    const admin = await laurel.program(null);
    await openShop(admin);
    await enroll(admin, 'ada');
    const as = (secret: string | null | undefined) => new Caller(laurel.url, secret ?? null);
    const { createStaff } = await admin.run(api.CreateStaffDocument, { input: { name: 'Sam', role: 'STAFF' } });
    // What an integration is usually given.
    const scopes = ['program:read', 'members:read', 'members:write', 'activities:write', 'points:write', 'tokens:create'];
    const { createApiKey } = await admin.run(api.CreateApiKeyDocument, { input: { name: 'partner', scopes } });
    const { createMemberToken } = await admin.run(api.CreateMemberTokenDocument, { input: { member: { externalId: 'ada' } } });
    callers = {
      NOBODY: as(null),
      OPERATOR: laurel.operator,
      ADMIN: admin,
      STAFF: as(createStaff?.secret),
      PARTNER: as(createApiKey?.secret),
      MEMBER: as(createMemberToken?.token),
    };
  });
  afterAll(() => laurel.stop());

  const codeOf = (errors: readonly { extensions?: { code?: unknown } }[] | undefined): string =>
    String(errors?.[0]?.extensions?.code ?? 'none');

  /** Whether the door opens: anything but the two refusals at the door counts as open. */
  async function isOpen(kind: Kind, document: string, caller: Caller): Promise<boolean> {
    if (kind !== 'subscription') {
      const { errors } = await caller.ask<Record<string, unknown>, unknown>(document);
      return !['UNAUTHENTICATED', 'FORBIDDEN'].includes(codeOf(errors));
    }
    const client = caller.live();
    const code = await new Promise<string>((resolve) => {
      client.subscribe(
        { query: document },
        {
          next: ({ errors }) => resolve(codeOf(errors)),
          error: (error) =>
            resolve(Array.isArray(error) ? codeOf(error) : (error as { code?: number }).code === 4403 ? 'UNAUTHENTICATED' : 'none'),
          complete: () => resolve('none'),
        },
      );
    });
    await client.dispose();
    return !['UNAUTHENTICATED', 'FORBIDDEN'].includes(code);
  }

  test('has a line in docs/roles.md, and no line is left over', async () => {
    const names = rootFields(schema).map(({ kind, field }) => `${kind} ${field.name}`);
    expect([...(await readMatrix()).keys()].sort()).toEqual(names.sort());
  });

  test.each(ROLES)('%s: each door is as the table says', async (role) => {
    const matrix = await readMatrix();
    const found: Record<string, Cell> = {};
    const said: Record<string, Cell | undefined> = {};
    for (const { kind, field } of rootFields(schema)) {
      const name = `${kind} ${field.name}`;
      found[name] = (await isOpen(kind, documentOf(kind, field), callers[role])) ? 'yes' : 'no';
      const cell = matrix.get(name)?.[role];
      said[name] = cell === 'own' ? 'yes' : cell;
    }
    expect(found).toEqual(said);
  });

  test('"own": whoever else a member names is nobody', async () => {
    await enroll(callers.ADMIN, 'billie');
    const matrix = await readMatrix();
    const fields = rootFields(schema).filter(({ kind, field }) => matrix.get(`${kind} ${field.name}`)?.MEMBER === 'own');
    expect(fields.length).toBeGreaterThanOrEqual(5);
    for (const { kind, field } of fields.filter(({ kind }) => kind === 'query')) {
      const [theirs, nobodys] = await Promise.all(
        ['billie', 'nobody'].map((name) => callers.MEMBER.ask(documentOf(kind, field, `{ externalId: "${name}" }`))),
      );
      expect(theirs).toEqual(nobodys);
    }
  });
});
