import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** What fields of a payload are given that cannot do without. */
const NEEDED: Readonly<Record<string, string>> = { Int: '3' };

/**
 * Documents of one subscription that together ask for every field it can tell, however deep: one for each type of item. They take
 * the subscription's own arguments as variables of the same names.
 */
export function documentsOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): string[] {
  const variables = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return concrete(schema, getNamedType(field.type)).map((type) => {
    const selection = `__typename ... on ${type.name} ${selectionOf(schema, type, [])}`;
    return `subscription (${variables}) { ${field.name}(${passed}) { ${selection} } }`;
  });
}

/** Names of all fields that can be reached below a type, like `Wallet.active`. */
export function fieldsBelow(schema: GraphQLSchema, type: GraphQLNamedType, found = new Set<string>()): Set<string> {
  for (const each of concrete(schema, type)) {
    for (const field of Object.values(each.getFields())) {
      const name = `${each.name}.${field.name}`;
      if (found.has(name)) continue;
      found.add(name);
      fieldsBelow(schema, getNamedType(field.type), found);
    }
  }
  return found;
}

const concrete = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];

/** All fields of a type; of one that lies within itself, its leaves. */
function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, above: readonly GraphQLNamedType[]): string {
  if (isAbstractType(type)) {
    const of = concrete(schema, type).map((each) => `... on ${each.name} ${selectionOf(schema, each, above)}`);
    return `{ __typename ${of.join(' ')} }`;
  }
  const fields = Object.values((type as GraphQLObjectType).getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return `${field.name}${argumentsOf(field)}`;
    return above.includes(inner) ? [] : `${field.name}${argumentsOf(field)} ${selectionOf(schema, inner, [...above, type])}`;
  });
  return `{ ${fields.join(' ')} }`;
}

function argumentsOf({ name, args }: GraphQLField<unknown, unknown>): string {
  const needed = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  if (needed.length === 0) return '';
  const given = needed.map((each) => {
    const value = NEEDED[getNamedType(each.type).name];
    if (value === undefined) throw new Error(`say what ${name}(${each.name}) is given`);
    return `${each.name}: ${value}`;
  });
  return `(${given.join(', ')})`;
}
