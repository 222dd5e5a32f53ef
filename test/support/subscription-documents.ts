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
  return concrete(schema, getNamedType(field.type)).flatMap((type) =>
    selectionsOf(schema, type, []).map(
      (selection) => `subscription (${variables}) { ${field.name}(${passed}) { __typename ... on ${type.name} ${selection} } }`,
    ),
  );
}

/** What is longer costs more than a caller may ask for at once. */
const SELECTION_MAX = 6_000;

/** All fields of a type; of one that is too much for one document, each object below it in a document of its own. */
function selectionsOf(schema: GraphQLSchema, type: GraphQLObjectType, above: readonly GraphQLNamedType[]): string[] {
  const whole = selectionOf(schema, type, above);
  const fields = Object.values(type.getFields());
  const below = fields.filter((field) => isObjectType(getNamedType(field.type)) && !above.includes(getNamedType(field.type)));
  if (whole.length <= SELECTION_MAX || below.length === 0) return [whole];
  const others = fields.flatMap((field) => (below.includes(field) ? [] : fieldOf(schema, field, [...above, type])));
  return below.flatMap((field) =>
    selectionsOf(schema, getNamedType(field.type) as GraphQLObjectType, [...above, type]).map(
      (selection) => `{ ${[...others, `${field.name}${argumentsOf(field)} ${selection}`].join(' ')} }`,
    ),
  );
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
  const fields = Object.values((type as GraphQLObjectType).getFields()).flatMap((field) => fieldOf(schema, field, [...above, type]));
  return `{ ${fields.join(' ')} }`;
}

/** A field with all below it; none where its type lies above. */
function fieldOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, above: readonly GraphQLNamedType[]): string[] {
  const inner = getNamedType(field.type);
  if (isLeafType(inner)) return [`${field.name}${argumentsOf(field)}`];
  return above.slice(0, -1).includes(inner) ? [] : [`${field.name}${argumentsOf(field)} ${selectionOf(schema, inner, above)}`];
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
