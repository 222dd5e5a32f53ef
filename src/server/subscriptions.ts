import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Session } from '../access/session.js';
import { Context, type Services } from '../context.js';
import { maskError, publicError } from '../graphql/errors.js';
import type { Asked, Gate } from '../graphql/gate.js';
import { type Buckets, REFUSED_COST } from './buckets.js';
import type { Call } from './call.js';
import { DEADLINE_MS, within } from './deadline.js';
import { Groups } from './groups.js';
import type { Report } from './protections.js';
import { shareKey } from './share-key.js';
import { type Results, type SubscriptionArgs, subscribeFresh } from './subscribe-fresh.js';

/** How many subscriptions one connection carries. */
export const SUBSCRIPTIONS_MAX = 20;

export interface SubscriptionDependencies {
  readonly schema: GraphQLSchema;
  readonly gate: Gate;
  readonly buckets: Buckets | null;
  readonly services: Services;
  readonly report: Report;
}

/** Begins subscriptions, by whatever transport: the same gate, buckets, deadline and errors as for any request. */
export class Subscriptions {
  private readonly groups = new Groups();

  constructor(private readonly dependencies: SubscriptionDependencies) {}

  /**
   * What is to be run, or why not. `call` is told what it is.
   * @throws GraphQLError when the caller asked too often, or for no subscription
   */
  async admit(session: Session, address: string, asked: Asked, call?: Call): Promise<SubscriptionArgs | readonly GraphQLError[]> {
    const { schema, gate, buckets, services } = this.dependencies;
    const admitted = gate.admit(asked);
    const isAdmitted = 'cost' in admitted;
    const { actor } = session;
    const allowance = buckets ? await buckets.charge(actor, address, isAdmitted ? admitted.cost : REFUSED_COST) : null;
    if (!isAdmitted) return admitted;
    const { document, operation, cost } = admitted;
    if (call) Object.assign(call, { operation, cost });
    if (operation.operation !== 'subscription') throw onlySubscriptions();
    return {
      schema,
      document,
      operationName: asked.operationName ?? null,
      variableValues: (asked.variables ?? null) as SubscriptionArgs['variableValues'],
      contextValue: new Context(services, actor, allowance, address),
      session,
    };
  }

  /** Begins it; one that begins too late is ended again, for its caller was told long ago. */
  async begin(args: SubscriptionArgs): Promise<Results | ExecutionResult> {
    const starting = subscribeFresh(args, { groups: this.groups, keyOf: shareKey, masked: this.masked });
    let isLate = false;
    starting.then(
      (stream) => (isLate && Symbol.asyncIterator in stream ? stream.return() : undefined),
      () => {},
    );
    return within(DEADLINE_MS, () => starting).catch((error: unknown) => {
      isLate = true;
      if (error instanceof GraphQLError && error.extensions.code === 'TIMEOUT') return { errors: [error] };
      throw error;
    });
  }

  /** An error as the caller may see it. */
  readonly mask = (error: unknown): GraphQLError => maskError(error, this.dependencies.report) as GraphQLError;

  /** The same for all errors of a result. */
  readonly masked = (result: ExecutionResult): ExecutionResult =>
    result.errors ? { ...result, errors: result.errors.map(this.mask) } : result;
}

export const tooMany = () => publicError(`A connection carries at most ${SUBSCRIPTIONS_MAX} subscriptions.`, 'BAD_REQUEST');
const onlySubscriptions = () => publicError('Only subscriptions here; send queries and mutations to /graphql.', 'BAD_REQUEST');
