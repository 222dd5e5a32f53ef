import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getOperationAST,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  visit,
} from 'graphql';
// What executions of graphql-js collect, so that both mean the same by a selection.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

/** Makes of an object what a selection asks for. @throws NotProjectable where only an execution can */
type Project = (value: unknown) => unknown;

/** Only an execution can tell: a resolver, a promise, or an error has its place in the answer. */
export class NotProjectable extends Error {}

const give = (): never => {
  throw new NotProjectable();
};

/**
 * What a document asks of the one root field of its subscription, as far as that is nothing but reading properties. The
 * answer is the one that graphql-js would give; where it would take more, it is refused.
 */
export class Projection {
  private constructor(
    /** Key of the root field in the answer. */
    readonly responseName: string,
    /** Makes what the root field holds of what happened. */
    readonly deliver: Deliver,
    private readonly project: Project,
  ) {}

  private static readonly known = new WeakMap<DocumentNode, Map<string | null, Projection | null>>();

  /** The projection of a document, made once; null: it has to be executed. */
  static for(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): Projection | null {
    const known = Projection.known.get(document) ?? new Map<string | null, Projection | null>();
    Projection.known.set(document, known);
    const before = known.get(operationName);
    if (before !== undefined) return before;
    const made = Projection.of(schema, document, operationName);
    known.set(operationName, made);
    return made;
  }

  private static of(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): Projection | null {
    const operation = getOperationAST(document, operationName);
    const root = schema.getSubscriptionType();
    if (!operation || !root || hasDirectives(document)) return null;
    const fragments: Record<string, FragmentDefinitionNode> = Object.fromEntries(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
    );
    const [only, ...more] = collectFields(schema, fragments, {}, root, operation.selectionSet);
    if (!only || more.length > 0) return null;
    const [responseName, nodes] = only;
    const field = root.getFields()[nodes[0]?.name.value ?? ''];
    const { deliver } = (field?.extensions ?? {}) as { deliver?: Deliver };
    if (!field || !deliver) return null;
    return new Projection(responseName, deliver, projectionOf({ schema, fragments }, field.type, nodes));
  }

  /** The answer about one item. @throws NotProjectable */
  answer(item: unknown): { readonly data: Record<string, unknown> } {
    return { data: { [this.responseName]: this.project(item) } };
  }
}

/** Gives what a root field holds, with nothing of the caller but the programme that they are of. */
// biome-ignore lint/suspicious/noExplicitAny: each subscription knows what its source gives
export type Deliver = (event: any, program: any) => unknown;

interface Selection {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
}

/** With them, variables may say which fields there are. */
function hasDirectives(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE) found = true;
    },
  });
  return found;
}

function projectionOf(of: Selection, type: GraphQLOutputType, nodes: readonly FieldNode[]): Project {
  if (isNonNullType(type)) {
    const project = projectionOf(of, type.ofType, nodes);
    return (value) => project(value) ?? give();
  }
  if (isListType(type)) {
    const project = projectionOf(of, type.ofType, nodes);
    return (value) => (value == null ? null : Array.isArray(value) ? value.map(project) : give());
  }
  if (isLeafType(type)) return (value) => (value == null ? null : (type.serialize(value) ?? give()));
  if (isAbstractType(type)) {
    const known = new Map<string, Project>();
    return (value) => {
      if (value == null) return null;
      const name = type.resolveType?.(value, undefined, undefined as never, type);
      if (typeof name !== 'string') return give();
      const concrete = of.schema.getType(name) as GraphQLObjectType | undefined;
      if (!concrete || !of.schema.isSubType(type, concrete)) return give();
      const project = known.get(name) ?? objectProjection(of, concrete, nodes);
      known.set(name, project);
      return project(value);
    };
  }
  const project = objectProjection(of, type, nodes);
  return (value) => (value == null ? null : project(value));
}

function objectProjection(of: Selection, type: GraphQLObjectType, nodes: readonly FieldNode[]): Project {
  const fields: { readonly key: string; readonly name: string; readonly project: Project }[] = [];
  for (const [key, of2] of collectSubfields(of.schema, of.fragments, {}, type, nodes as FieldNode[])) {
    const name = of2[0]?.name.value ?? '';
    if (name === '__typename') {
      fields.push({ key, name, project: () => type.name });
      continue;
    }
    const field = type.getFields()[name];
    // Told when it comes to it: items of another type may do without.
    if (!field || field.resolve) return give;
    fields.push({ key, name, project: projectionOf(of, field.type, of2) });
  }
  if (type.isTypeOf) return give;
  return (value) => {
    const answer: Record<string, unknown> = {};
    for (const { key, name, project } of fields) answer[key] = project(read(value as Record<string, unknown>, name));
    return answer;
  };
}

/** As the default resolver of graphql-js reads it, but for what takes arguments or time. */
function read(object: Record<string, unknown>, name: string): unknown {
  const value = object[name];
  if (typeof value === 'function' || value instanceof Promise || value instanceof Error) return give();
  return value;
}
