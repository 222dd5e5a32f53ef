import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

const PASCAL = /^[A-Z][A-Za-z0-9]*$/;
const CAMEL = /^[a-z][A-Za-z0-9]*$/;
const UPPER = /^[A-Z][A-Z0-9_]*$/;

/** Offences against the rules of the API: names, descriptions, nullable roots, one input a mutation, payloads with errors. */
export function lintSchema(schema: GraphQLSchema): string[] {
  const offences: string[] = [];
  const must = (isRight: boolean, where: string, rule: string) => {
    if (!isRight) offences.push(`${where}: ${rule}`);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    lintType(schema, type, must);
  }
  return offences;
}

type Must = (isRight: boolean, where: string, rule: string) => void;

function lintType(schema: GraphQLSchema, type: GraphQLNamedType, must: Must): void {
  const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some((root) => root === type);
  must(PASCAL.test(type.name), type.name, 'types are PascalCase');
  if (!isRoot) must(Boolean(type.description), type.name, 'has no description');
  if (isEnumType(type)) {
    for (const value of type.getValues()) {
      must(UPPER.test(value.name), `${type.name}.${value.name}`, 'enum values are UPPER_CASE');
      must(Boolean(value.description), `${type.name}.${value.name}`, 'has no description');
    }
  } else if (isInputObjectType(type)) {
    must(/(Input|Ref|Filter)$/.test(type.name), type.name, 'input types end in Input, Ref or Filter');
    for (const field of Object.values(type.getFields())) {
      must(CAMEL.test(field.name), `${type.name}.${field.name}`, 'fields are camelCase');
      must(Boolean(field.description), `${type.name}.${field.name}`, 'has no description');
    }
  } else if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) lintField(type.name, field, must);
    if (isRoot)
      for (const field of Object.values(type.getFields()))
        must(!isNonNullType(field.type), `${type.name}.${field.name}`, 'root fields are nullable');
    if (type === schema.getMutationType()) for (const field of Object.values(type.getFields())) lintMutation(field, must);
  }
}

function lintField(typeName: string, field: GraphQLField<unknown, unknown>, must: Must): void {
  const where = `${typeName}.${field.name}`;
  must(CAMEL.test(field.name), where, 'fields are camelCase');
  must(Boolean(field.description), where, 'has no description');
  for (const arg of field.args) must(Boolean(arg.description), `${where}(${arg.name})`, 'has no description');
  if (isListType(field.type)) must(!field.name.endsWith('List'), where, 'lists are plurals');
  const names = field.args.map((arg) => arg.name);
  if (getNamedType(field.type).name.endsWith('Connection')) {
    must(
      ['first', 'after', 'last', 'before'].every((name) => names.includes(name)),
      where,
      'connections take first, after, last and before',
    );
  }
}

function lintMutation(field: GraphQLField<unknown, unknown>, must: Must): void {
  const where = `Mutation.${field.name}`;
  const names = field.args.map((arg) => arg.name);
  must(names.length === 0 || (names.length === 1 && names[0] === 'input'), where, 'mutations take one argument, input');
  const payload = getNamedType(field.type);
  must(payload.name.endsWith('Payload'), where, 'mutations give a payload');
  const fields = isObjectType(payload) ? payload.getFields() : {};
  must('errors' in fields || 'outcomes' in fields, where, 'a payload has errors, or outcomes that have');
}
