import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { costOf } from './cost-declaration.js';
import { type RawVariables, type SizeOf, sizeFromArguments } from './cost-size.js';

/** Points that one operation may cost. */
export const COST_MAX = 10_000;
const LIST_SIZE = 10;
const MUTATION = 10;
const INTROSPECTION = 100;

/** A selected field: what it costs, how many items it has, and what is selected in each. */
interface FieldCost {
  readonly weight: number;
  readonly isList: boolean;
  /** Set by its arguments. Where the field is no list itself, the size of the lists directly below it, like `nodes`. */
  readonly size: SizeOf | null;
  readonly assumed: number;
  readonly below: Selections | null;
}

/** Fields and the fragments among them. A fragment is one object wherever it is spread, so it is counted once for each size. */
interface Selections {
  readonly fields: FieldCost[];
  readonly spreads: Selections[];
}

/**
 * What an operation costs, as a function of its variables, before anything is run. Every object is a point, a list that
 * many times what is selected in it; scalars are free. `@skip` and `@include` are not looked at, and alternatives of a
 * union are added up: the count is an upper bound of what is asked for. The document must be valid.
 */
export function costPlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: RawVariables) => number {
  const root = schema.getRootType(operation.operation);
  if (!root) return () => 0;
  const selections = new Planner(schema, document, operation).fragmentOr(operation.selectionSet, root);
  return (variables) => Math.max(1, Math.ceil(new Count(variables).of(selections, null)));
}

class Planner {
  private readonly fragments = new Map<string, Selections>();
  private readonly definitions: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.definitions = new Map(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
    );
  }

  fragmentOr(set: SelectionSetNode, type: GraphQLCompositeType): Selections {
    const result: Selections = { fields: [], spreads: [] };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const field = this.field(selection, type);
        if (field) result.fields.push(field);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        result.spreads.push(this.fragmentOr(selection.selectionSet, this.typeOf(selection.typeCondition?.name.value, type)));
      } else result.spreads.push(this.fragment(selection.name.value, type));
    }
    return result;
  }

  private fragment(name: string, type: GraphQLCompositeType): Selections {
    const known = this.fragments.get(name);
    if (known) return known;
    const definition = this.definitions.get(name);
    if (!definition) return { fields: [], spreads: [] };
    const made = this.fragmentOr(definition.selectionSet, this.typeOf(definition.typeCondition.name.value, type));
    this.fragments.set(name, made);
    return made;
  }

  private typeOf(name: string | undefined, outer: GraphQLCompositeType): GraphQLCompositeType {
    const type = name === undefined ? outer : this.schema.getType(name);
    return isCompositeType(type) ? type : outer;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): FieldCost | null {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return { weight: INTROSPECTION, isList: false, size: null, assumed: 1, below: null };
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    return field ? this.known(field, node, parent) : null;
  }

  private known(field: GraphQLField<unknown, unknown>, node: FieldNode, parent: GraphQLCompositeType): FieldCost | null {
    const type = getNamedType(field.type);
    const { weight, listSize } = costOf(field);
    const ofType = isCompositeType(type) ? costOf(type).listSize : undefined;
    const isMutation = parent === this.schema.getMutationType();
    if (!isCompositeType(type) && weight === undefined && !isMutation) return null;
    return {
      weight: weight ?? (isMutation ? MUTATION : 1),
      isList: isListType(getNullableType(field.type)),
      size: sizeFromArguments(field, node, this.operation),
      assumed: listSize ?? ofType ?? LIST_SIZE,
      below: node.selectionSet && isCompositeType(type) ? this.fragmentOr(node.selectionSet, type) : null,
    };
  }
}

/** One counting, with its variables. What a fragment costs is remembered for each size that reaches it. */
class Count {
  private readonly known = new Map<Selections, Map<number | null, number>>();

  constructor(private readonly variables: RawVariables) {}

  /** `size` is that of the lists directly in the selections, where the field above gave one. */
  of(selections: Selections, size: number | null): number {
    const ofSelections = this.known.get(selections);
    const known = ofSelections?.get(size);
    if (known !== undefined) return known;
    let sum = 0;
    for (const field of selections.fields) sum += this.field(field, size);
    for (const spread of selections.spreads) sum += this.of(spread, size);
    if (ofSelections) ofSelections.set(size, sum);
    else this.known.set(selections, new Map([[size, sum]]));
    return sum;
  }

  private field({ weight, isList, size, assumed, below }: FieldCost, inherited: number | null): number {
    const own = size?.(this.variables) ?? null;
    if (isList) return (own ?? inherited ?? assumed) * (weight + (below ? this.of(below, null) : 0));
    return weight + (below ? this.of(below, own) : 0);
  }
}
