import {
  type FieldNode,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

/** Variables as the caller sent them: not yet checked, so nothing about them can be relied on. */
export type RawVariables = Readonly<Record<string, unknown>>;
/** How many items a field has, with these variables. */
export type SizeOf = (variables: RawVariables) => number;

const PAGE_DEFAULT = 20;
/** Beyond every limit, and far enough from infinity that products and sums stay numbers. */
const SIZE_MAX = 1_000_000_000;

/** The size that a field's arguments give; null where none of them does. */
export function sizeFromArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode,
): SizeOf | null {
  const names = new Set(field.args.map((arg) => arg.name));
  const read = (name: string) => argumentReader(field, node, operation, name);
  if (names.has('first')) {
    const [first, last] = [read('first'), read('last')];
    return (variables) => pageSize(first(variables) ?? last(variables));
  }
  if (names.has('ids') && isListType(getNullableType(field.type))) {
    const ids = read('ids');
    return (variables) => lengthOf(ids(variables));
  }
  const list = bulkList(field);
  if (list === null) return null;
  const input = read('input');
  return (variables) => lengthOf(own(input(variables), list));
}

/**
 * Name of the input's list, when the field is a bulk mutation: one whose payload has an outcome for each item.
 * So a new bulk mutation is known by its shape, and nobody has to remember to declare it.
 */
export function bulkList(field: GraphQLField<unknown, unknown>): string | null {
  const payload = getNamedType(field.type);
  if (!isObjectType(payload) || !('outcomes' in payload.getFields())) return null;
  const input = field.args.find((arg) => arg.name === 'input');
  const type = input && getNamedType(input.type);
  if (!type || !isInputObjectType(type)) return null;
  return Object.values(type.getFields()).find(({ type: each }) => isListType(getNullableType(each)))?.name ?? null;
}

/** Reads an argument as execution will: literal, variable, the variable's default, the argument's default. */
function argumentReader(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode,
  name: string,
): (variables: RawVariables) => unknown {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const fallback = field.args.find((arg) => arg.name === name)?.defaultValue;
  if (!given) return () => fallback;
  const defaults = defaultsOf(operation);
  return (variables) => {
    const value = valueFromASTUntyped(given, { ...defaults, ...variables });
    return value === undefined ? fallback : value;
  };
}

const defaultsOf = (operation: OperationDefinitionNode): RawVariables =>
  Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

/** A value of the wrong type never gets as far as execution; it counts like a page that was not asked for. */
const pageSize = (value: unknown): number =>
  typeof value === 'number' && !Number.isNaN(value) ? Math.min(Math.max(Math.trunc(value), 0), SIZE_MAX) : PAGE_DEFAULT;

/** GraphQL makes a list of one out of anything that is no list. */
const lengthOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  return value === null || value === undefined ? 0 : 1;
};

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as RawVariables)[name] : undefined;
