import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export const SCHEMA = buildSchema(readFileSync('schema.graphql', 'utf8'));

export type Root = 'query' | 'mutation' | 'subscription';

/** A place in the arguments of a root field, or of a field below one, where a scalar can be sent. */
export interface Leaf {
  readonly root: Root;
  /** Name of the root field. */
  readonly field: string;
  /** Names from the argument down. */
  readonly path: readonly string[];
  /** Name of the scalar. */
  readonly scalar: string;
  /** A request with this value there, and with sensible ones where something must be. */
  request(value: unknown, memberId: string): { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
}

/** What an input type needs beside its required fields to get past the first refusal. */
const EXTRAS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  RecordActivityInput: { purchase: { amount: '1' } },
  CreateEarningRuleInput: { pointsPerSpend: { points: '1', per: '1' } },
};
const SCALARS: Readonly<Record<string, unknown>> = {
  String: 'x',
  ID: 'x',
  Int: 1,
  Boolean: false,
  Points: 1,
  Decimal: '1',
  DateTimeISO: '2030-01-01T00:00:00.000Z',
  JSONObject: {},
};

let serial = 0;

/** A value of the type; along `path` it leads to `value`. */
function sampleOf(type: GraphQLInputType, path: readonly string[], value: unknown, memberId: string): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [sampleOf(bare.ofType as GraphQLInputType, path, value, memberId)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (!isInputObjectType(bare)) return path.length === 0 && value !== undefined ? value : SCALARS[bare.toString()];
  const [next, ...rest] = path;
  if (bare.name === 'MemberRef') return next === undefined ? { id: memberId } : { [next]: value };
  const made: Record<string, unknown> = {};
  for (const field of Object.values(bare.getFields())) {
    const isOnPath = field.name === next;
    if (isOnPath || isNonNullType(field.type))
      made[field.name] = sampleOf(field.type, isOnPath ? rest : [], isOnPath ? value : undefined, memberId);
  }
  // Else every command after the first would be the same one again.
  if ('idempotencyKey' in made && next !== 'idempotencyKey') made.idempotencyKey = `walk ${(serial += 1)}`;
  const extras = EXTRAS[bare.name];
  return extras && !(next !== undefined && next in extras) && !(next === 'event' || next === 'fixedPoints') ? { ...extras, ...made } : made;
}

/** An input type that contains itself is entered once more below itself, and no further. */
function* leavesOf(
  type: GraphQLInputType,
  path: readonly string[],
  above: readonly unknown[] = [],
): Generator<{ path: readonly string[]; scalar: string }> {
  const named = getNamedType(type);
  if (isEnumType(named) || above.filter((each) => each === named).length > 1) return;
  if (!isInputObjectType(named)) yield { path, scalar: named.name };
  else for (const field of Object.values(named.getFields())) yield* leavesOf(field.type, [...path, field.name], [...above, named]);
}

/** Everything of a type that can be asked for without arguments, so many levels deep. */
export function selection(type: GraphQLNamedOutputType, depth: number): string {
  if (!isCompositeType(type)) return '';
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const chosen = fields.flatMap((field): string[] => {
    const below = getNamedType(field.type);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    if (!isCompositeType(below)) return [field.name];
    // Pages hold what nodes hold; once is enough.
    return depth > 1 && field.name !== 'edges' ? [`${field.name} ${selection(below, depth - 1)}`] : [];
  });
  return `{ ${['__typename', ...chosen].join(' ')} }`;
}

function operation(root: Root, field: GraphQLField<unknown, unknown>, args: readonly GraphQLArgument[], below: string): string {
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${root}${declared && `(${declared})`} { ${field.name}${given && `(${given})`} ${below} }`;
}

const requestFor = (root: Root, field: GraphQLField<unknown, unknown>, path: readonly string[], depth: number) => {
  const [argument] = path;
  const args = field.args.filter((arg) => arg.name === argument || (isNonNullType(arg.type) && arg.defaultValue === undefined));
  const query = operation(root, field, args, selection(getNamedType(field.type), depth));
  return (value: unknown, memberId: string) => ({
    query,
    variables: Object.fromEntries(
      args.map((arg) => [
        arg.name,
        sampleOf(arg.type, arg.name === argument ? path.slice(1) : [], arg.name === argument ? value : undefined, memberId),
      ]),
    ),
  });
};

/** Types whose fields take arguments, and how a query gets there. A new one must be added: what is not walked is not attacked. */
const WAYS: Readonly<Record<string, (inner: string) => string>> = {
  Member: (inner) => `member(ref: $ref) { ${inner} }`,
  Segment: (inner) => `segments { ${inner} }`,
  Wallet: (inner) => `member(ref: $ref) { wallet(currencyCode: "POINTS") { ${inner} } }`,
  Voucher: (inner) => `member(ref: $ref) { redemptions(first: 1) { nodes { voucher { ${inner} } } } }`,
  SupportCase: (inner) => `member(ref: $ref) { supportCases(first: 1) { nodes { ${inner} } } }`,
  Thread: (inner) => `threads(first: 1) { nodes { ${inner} } }`,
  Post: (inner) => `threads(first: 1) { nodes { posts(first: 1) { nodes { ${inner} } } } }`,
  WebhookEndpoint: (inner) => `webhookEndpoints { ${inner} }`,
};

function nested(): Leaf[] {
  const roots = [SCHEMA.getQueryType(), SCHEMA.getMutationType(), SCHEMA.getSubscriptionType()];
  return Object.values(SCHEMA.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.includes(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((arg) => {
        const way = WAYS[type.name];
        if (!way) throw new Error(`${type.name}.${field.name} takes arguments, and nobody knows how to get there`);
        return [...leavesOf(arg.type, [arg.name])].map(
          ({ path, scalar }): Leaf => ({
            root: 'query',
            field: `${type.name}.${field.name}`,
            path,
            scalar,
            request: (value, memberId) => ({
              query: `query ($ref: MemberRef!, $${arg.name}: ${arg.type}) { ${way(`${field.name}(${arg.name}: $${arg.name}) ${selection(getNamedType(field.type), 2)}`)} }`,
              variables: { ref: { id: memberId }, [arg.name]: sampleOf(arg.type, path.slice(1), value, memberId) },
            }),
          }),
        );
      }),
    );
  });
}

const fieldsOf = (root: Root): readonly GraphQLField<unknown, unknown>[] =>
  Object.values(SCHEMA.getRootType(root as never)?.getFields() ?? {});

/** Every place in the schema where a caller can put a scalar. */
export const LEAVES: readonly Leaf[] = [
  ...(['query', 'mutation', 'subscription'] as const).flatMap((root) =>
    fieldsOf(root).flatMap((field) =>
      field.args.flatMap((arg) =>
        [...leavesOf(arg.type, [arg.name])].map(
          ({ path, scalar }): Leaf => ({
            root,
            field: field.name,
            path,
            scalar,
            request: requestFor(root, field, path, root === 'subscription' ? 1 : 3),
          }),
        ),
      ),
    ),
  ),
  ...nested(),
];

/** Each mutation once, with arguments that are well-formed. */
export const MUTATIONS: readonly { readonly name: string; request(memberId: string): ReturnType<Leaf['request']> }[] = fieldsOf(
  'mutation',
).map((field) => ({
  name: field.name,
  request: (memberId) => ({
    query: operation('mutation', field, field.args, selection(getNamedType(field.type), 2)),
    variables: Object.fromEntries(field.args.map((arg) => [arg.name, sampleOf(arg.type, [], undefined, memberId)])),
  }),
}));

export const hasField = (root: Root, name: string): boolean => fieldsOf(root).some((field) => field.name === name);
