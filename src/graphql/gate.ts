import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { COST_MAX, costPlan } from './cost.js';
import { bulkList, type RawVariables } from './cost-size.js';
import { publicError } from './errors.js';
import { limitShape, TOKENS_MAX } from './shape.js';
import { digestOf, type TrustedDocuments, trustedText } from './trusted-documents.js';
import { refuseVariables } from './variables.js';

const DOCUMENTS_MAX = 1_000;
const ERRORS_MAX = 10;

/** What a request asks for, from whichever transport. */
export interface Asked {
  readonly query?: string | undefined;
  readonly documentId?: string | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: RawVariables | null | undefined;
}

/** A request that may run, and what it costs. */
export interface Admitted {
  /** As it was sent, or as it stands in the list of trusted documents. */
  readonly query: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly cost: number;
  /** Consists of bulk mutations only, whose inputs may be long. */
  readonly isBulk: boolean;
}

interface Known {
  readonly document: DocumentNode;
  readonly plans: Map<string | null, Pick<Admitted, 'operation' | 'isBulk'> & { costOf: (variables: RawVariables) => number }>;
}

export interface GateOptions {
  readonly isIntrospectionOn: boolean;
  /** Null: any document may run. */
  readonly trusted: TrustedDocuments | null;
}

/** What every operation passes before it runs, by HTTP and WebSocket alike: trusted, small, valid, and not too expensive. */
export class Gate {
  /** Documents that passed, by digest. What depends on variables is looked at each time. */
  private readonly passed = new Map<string, Known>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: GateOptions,
  ) {}

  /** The admitted request, or the errors that it is refused with. */
  admit(asked: Asked): Admitted | readonly GraphQLError[] {
    try {
      const query = this.textOf(asked);
      const known = this.known(query);
      if (!('document' in known)) return known;
      const plan = this.plan(known, asked.operationName ?? null);
      // Long inputs are looked at once, when they are executed; what is wrong in them is then told without its place.
      const wrong = plan.isBulk ? [] : refuseVariables(this.schema, plan.operation, asked.variables ?? {});
      if (wrong.length > 0) return wrong;
      const cost = plan.costOf(asked.variables ?? {});
      if (!(cost <= COST_MAX)) {
        throw publicError(`The operation costs ${cost}; at most ${COST_MAX} are allowed. Ask for shorter lists.`, 'COST_LIMIT_EXCEEDED', {
          cost,
          maximum: COST_MAX,
        });
      }
      return { query, document: known.document, operation: plan.operation, cost, isBulk: plan.isBulk };
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  /** A document that passed, by the SHA-256 of its text; undefined when it did not, or long ago. */
  document(digest: string): DocumentNode | undefined {
    return this.passed.get(digest)?.document;
  }

  private textOf({ query, documentId }: Asked): string {
    const { trusted } = this.options;
    if (trusted) {
      const text = trustedText(trusted, query, documentId);
      if (text === null) throw publicError('Only trusted documents run here, and this is none of them.', 'DOCUMENT_NOT_TRUSTED');
      return text;
    }
    if (documentId !== undefined) {
      throw publicError('No documents are kept here; send the text of the query.', 'DOCUMENT_NOT_FOUND');
    }
    return query ?? '';
  }

  private known(query: string): Known | readonly GraphQLError[] {
    const digest = digestOf(query);
    const known = this.passed.get(digest);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: TOKENS_MAX });
    } catch (error) {
      const { message, nodes, source, positions } = error as GraphQLError;
      return [new GraphQLError(message, { nodes, source, positions, extensions: { code: 'GRAPHQL_PARSE_FAILED', isPublic: true } })];
    }
    limitShape(document);
    const rules = this.options.isIntrospectionOn ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
    const errors = validate(this.schema, document, rules, { maxErrors: ERRORS_MAX, hideSuggestions: true });
    if (errors.length > 0) return errors;
    const made: Known = { document, plans: new Map() };
    if (this.passed.size >= DOCUMENTS_MAX) this.passed.delete(this.passed.keys().next().value as string);
    this.passed.set(digest, made);
    return made;
  }

  private plan({ document, plans }: Known, name: string | null) {
    const known = plans.get(name);
    if (known) return known;
    const operation = getOperationAST(document, name);
    if (!operation) throw publicError('Name one of the operations of the document in operationName.', 'OPERATION_RESOLUTION_FAILURE');
    const made = { operation, costOf: costPlan(this.schema, document, operation), isBulk: this.isBulk(operation) };
    plans.set(name, made);
    return made;
  }

  /** Root fields in fragments do not count as bulk: whoever sends much can send it plainly. */
  private isBulk({ operation, selectionSet }: OperationDefinitionNode): boolean {
    const fields = operation === 'mutation' ? this.schema.getMutationType()?.getFields() : undefined;
    return (
      fields !== undefined &&
      selectionSet.selections.every((each) => {
        const field = each.kind === Kind.FIELD ? fields[each.name.value] : undefined;
        return field !== undefined && bulkList(field) !== null;
      })
    );
  }
}
