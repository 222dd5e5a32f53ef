import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSONObject } from 'graphql-scalars';

export const DateTime = GraphQLDateTimeISO;
const DEPTH_MAX = 64;

/** What is walked by recursion later must not be deeper than a stack; so this walks by levels. */
const shallow = <T>(value: T): T => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX)
      throw new GraphQLError(`A JSONObject nests at most ${DEPTH_MAX} levels deep.`, { extensions: { code: 'BAD_USER_INPUT' } });
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return value;
};

const json = GraphQLJSONObject.toConfig();
export const JSONObject = new GraphQLScalarType<unknown, unknown>({
  ...json,
  parseValue: (value) => json.parseValue(shallow(value)),
  parseLiteral: (node, variables) => shallow(json.parseLiteral(node, variables)),
});

const points = (value: unknown): number => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError('Points are whole numbers between -(2^53 - 1) and 2^53 - 1.', { extensions: { code: 'BAD_USER_INPUT' } });
};

export const Points = new GraphQLScalarType<number, number>({
  name: 'Points',
  description: 'A whole number of points, between -(2^53 - 1) and 2^53 - 1, so that JavaScript holds it exactly.',
  serialize: points,
  parseValue: points,
  parseLiteral: (node) => points(node.kind === Kind.INT ? Number(node.value) : undefined),
});

const decimal = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return text;
  throw new GraphQLError('A Decimal is written like "12.50": at most 15 digits before and after the point, no exponent.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
};

export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number as text, like "12.50". Never a float.',
  serialize: decimal,
  parseValue: decimal,
  parseLiteral: (node) => decimal(node.kind === Kind.INT || node.kind === Kind.FLOAT || node.kind === Kind.STRING ? node.value : undefined),
});
