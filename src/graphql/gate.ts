import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, type ValidationRule, validate } from 'graphql';

/** Tokens a document may have; parsing stops there. */
export const TOKENS_MAX = 2_000;
const DEPTH_MAX = 15;
const ROOT_FIELDS_MAX = 20;
const DOCUMENTS_MAX = 1_000;

/** Refuses documents that nest deeper than any sensible query, or ask for too many root fields at once. */
const limitShape: ValidationRule = (context) => {
  let depth = 0;
  return {
    OperationDefinition(node) {
      if (node.selectionSet.selections.length > ROOT_FIELDS_MAX) {
        context.reportError(new GraphQLError(`An operation has at most ${ROOT_FIELDS_MAX} root fields.`, { nodes: [node] }));
      }
    },
    Field: {
      enter(node) {
        depth += 1;
        if (depth === DEPTH_MAX + 1)
          context.reportError(new GraphQLError(`A document nests at most ${DEPTH_MAX} levels deep.`, { nodes: [node] }));
      },
      leave() {
        depth -= 1;
      },
    },
  };
};

export const GATE_RULES: readonly ValidationRule[] = [limitShape];

/** Parses and validates documents for transports that do not do it themselves; what passed is remembered. */
export class Gate {
  private readonly passed = new Map<string, DocumentNode>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The document, or the errors that it was refused with. */
  admit(query: string): DocumentNode | readonly GraphQLError[] {
    const key = createHash('sha256').update(query).digest('base64');
    const known = this.passed.get(key);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: TOKENS_MAX });
    } catch (error) {
      return [error as GraphQLError];
    }
    const errors = validate(this.schema, document, [...specifiedRules, ...GATE_RULES]);
    if (errors.length > 0) return errors;
    if (this.passed.size >= DOCUMENTS_MAX) this.passed.clear();
    this.passed.set(key, document);
    return document;
  }
}
