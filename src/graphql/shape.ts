import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode, visit } from 'graphql';
import { publicError } from './errors.js';

/** Tokens a document may have; parsing stops there. */
export const TOKENS_MAX = 2_000;
export const DEPTH_MAX = 15;
export const ROOT_FIELDS_MAX = 20;
export const MUTATIONS_MAX = 10;
export const ALIASES_MAX = 50;
/** Fields with every fragment written out: what validation and execution may have to look at. */
export const FIELDS_MAX = 5_000;

/** Measures of a selection set with every fragment written out. */
export interface Shape {
  readonly depth: number;
  /** Fields at its own level. */
  readonly width: number;
  /** Fields at all levels. */
  readonly fields: number;
}

/**
 * Measures selection sets. Each fragment is measured once and remembered, so a document that would be astronomical
 * when written out costs no more than its length; one that contains itself is infinitely deep.
 */
export class ShapeMeasure {
  private readonly definitions: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Shape>();

  constructor(document: DocumentNode) {
    this.definitions = new Map(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
    );
  }

  of(set: SelectionSetNode): Shape {
    let [depth, width, fields] = [0, 0, 0];
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? this.of(selection.selectionSet) : NOTHING;
        depth = Math.max(depth, 1 + below.depth);
        width += 1;
        fields += 1 + below.fields;
      } else {
        const inner = selection.kind === Kind.INLINE_FRAGMENT ? this.of(selection.selectionSet) : this.fragment(selection.name.value);
        depth = Math.max(depth, inner.depth);
        width += inner.width;
        fields += inner.fields;
      }
    }
    return { depth, width, fields };
  }

  private fragment(name: string): Shape {
    const known = this.known.get(name);
    if (known) return known;
    const definition = this.definitions.get(name);
    if (!definition) return NOTHING;
    // Found again only from within itself.
    this.known.set(name, ENDLESS);
    const shape = this.of(definition.selectionSet);
    this.known.set(name, shape);
    return shape;
  }
}

const NOTHING: Shape = { depth: 0, width: 0, fields: 0 };
const ENDLESS: Shape = { depth: Number.POSITIVE_INFINITY, width: Number.POSITIVE_INFINITY, fields: Number.POSITIVE_INFINITY };

/**
 * Refuses what no sensible client sends, by the syntax alone and in time proportional to the document's length: so it
 * comes before the validation, parts of which compare fields in pairs.
 * @throws GraphQLError GRAPHQL_VALIDATION_FAILED naming the limit
 */
export function limitShape(document: DocumentNode): void {
  const measure = new ShapeMeasure(document);
  let aliases = 0;
  visit(document, {
    Field({ alias }) {
      if (alias) aliases += 1;
    },
  });
  if (aliases > ALIASES_MAX) throw refused(`A document has at most ${ALIASES_MAX} aliases.`);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) limitOperation(definition, measure.of(definition.selectionSet));
    // Also those that no operation spreads: validation looks at them all the same.
    else if (definition.kind === Kind.FRAGMENT_DEFINITION) limitWritten(measure.of(definition.selectionSet));
  }
}

function limitOperation({ operation }: OperationDefinitionNode, shape: Shape): void {
  limitWritten(shape);
  if (operation === 'mutation' && shape.width > MUTATIONS_MAX) throw refused(`An operation has at most ${MUTATIONS_MAX} mutations.`);
  if (shape.width > ROOT_FIELDS_MAX) throw refused(`An operation has at most ${ROOT_FIELDS_MAX} root fields.`);
}

function limitWritten({ depth, fields }: Shape): void {
  if (depth > DEPTH_MAX) throw refused(`A document nests at most ${DEPTH_MAX} levels deep.`);
  if (fields > FIELDS_MAX) throw refused(`An operation has at most ${FIELDS_MAX} fields, with every fragment written out.`);
}

const refused = (message: string) => publicError(message, 'GRAPHQL_VALIDATION_FAILED');
