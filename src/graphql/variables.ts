import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { RawVariables } from './cost-size.js';
import { publicError } from './errors.js';

const ERRORS_MAX = 5;
/** What graphql-js says of a place without quoting what stands there. */
const SAYS_NO_VALUE = /^(Field "\w+" of required type|Expected (non-nullable )?type "[\w![\]]+")/;

/**
 * What is wrong with the variables of an operation, before it runs. graphql-js would say it by quoting the values, and they
 * may be secrets; here each place is named, and what belongs there.
 */
export function refuseVariables(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
  variables: RawVariables,
): GraphQLError[] {
  const errors: GraphQLError[] = [];
  for (const { variable, type: node, defaultValue } of variableDefinitions ?? []) {
    const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
    if (!type || !isInputType(type)) continue;
    const name = variable.name.value;
    const say = (place: string, what: string) => errors.push(publicError(`Variable "$${place}": ${what}`, 'BAD_USER_INPUT'));
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) {
      if (isNonNullType(type) && defaultValue === undefined) say(name, `a value of type "${type}" is required.`);
      continue;
    }
    if (value === null && isNonNullType(type)) {
      say(name, `a value of type "${type}" is required, not null.`);
      continue;
    }
    coerceInputValue(value, type, (path, _value, error) => {
      if (errors.length >= ERRORS_MAX) return;
      const reason = SAYS_NO_VALUE.test(error.message) ? error.message : 'this value is not of the type that belongs here.';
      // Of a path only list places and names that the schema knows are repeated.
      say([name, ...path.filter((step) => typeof step === 'number' || /^[A-Za-z]\w{0,63}$/.test(step))].join('.'), reason);
    });
    if (errors.length >= ERRORS_MAX) break;
  }
  return errors;
}
