import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, type GraphQLError } from 'graphql';
import type { Session, SessionEnd } from '../access/session.js';
import type { Context } from '../context.js';
import { forbidden, publicError } from '../graphql/errors.js';
import { lackedScope } from '../graphql/policy.js';

export interface SubscriptionArgs extends ExecutionArgs {
  readonly contextValue: Context;
  /** Whose subscription it is. */
  readonly session: Session;
}

export type Results = AsyncGenerator<ExecutionResult, void, void>;

/**
 * Runs a subscription for as long as its caller may have it; then it throws why not, and gives nothing more. graphql-js would
 * run every event with the context of the first; here each one gets a context of its own, so that no loader remembers.
 */
export async function subscribeFresh({ session, ...args }: SubscriptionArgs): Promise<Results | ExecutionResult> {
  const { contextValue: context } = args;
  const stream = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in stream)) return stream;
  const events = stream[Symbol.asyncIterator]();
  let refusal: GraphQLError | null = null;
  const look = () => {
    refusal ??= refusalOf(session, context);
    // A reader that waits is woken by it.
    if (refusal) void events.return?.();
  };
  const stopListening = session.listen(look);
  const leave = async () => {
    stopListening();
    await events.return?.();
  };
  const requirePermission = async () => {
    await session.settled();
    if (!refusal) return;
    await leave();
    throw refusal;
  };
  // What changed while it began.
  look();
  const results: Results = {
    async next() {
      const event = await events.next();
      await requirePermission();
      if (event.done) {
        stopListening();
        return { done: true, value: undefined };
      }
      const value = await execute({ ...args, rootValue: event.value, contextValue: context.fresh(session.actor) });
      await requirePermission();
      return { done: false, value };
    },
    async return() {
      await leave();
      return { done: true, value: undefined };
    },
    async throw(error) {
      await leave();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await leave();
    },
  };
  return results;
}

/** What a subscription that began with `context` ends with by now; null: with nothing. */
function refusalOf({ ended, actor }: Session, { doors }: Context): GraphQLError | null {
  if (ended) return ENDS[ended]();
  for (const policy of doors) {
    const scope = lackedScope(policy, actor);
    if (scope) return forbidden(scope);
  }
  return null;
}

const ENDS: Readonly<Record<SessionEnd, () => GraphQLError>> = {
  EXPIRED: () => publicError('The credential has expired. Come back with another one and your cursor.', 'UNAUTHENTICATED'),
  REVOKED: () => publicError('The credential is no longer valid.', 'UNAUTHENTICATED'),
  UNKNOWN: () =>
    publicError('It could not be found out whether the credential is still valid. Come back with your cursor.', 'TIMEOUT', {
      retryAfterMs: 1_000,
    }),
};
