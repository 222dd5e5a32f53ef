import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, type GraphQLError } from 'graphql';
import type { Actor } from '../access/actor.js';
import type { Session } from '../access/session.js';
import type { Context } from '../context.js';
import { Deliveries } from '../feed/deliveries.js';
import type { DirectOutlet } from './outlet.js';
import { Permit } from './permit.js';
import { SharedSubscription, type Sharing } from './shared-subscription.js';

export interface SubscriptionArgs extends ExecutionArgs {
  readonly contextValue: Context;
  /** Whose subscription it is. */
  readonly session: Session;
  readonly direct?: Direct;
}

/** A connection that can be written to directly, and the first bytes of the subscription's messages there. */
export interface Direct {
  readonly outlet: DirectOutlet;
  readonly opening: Buffer;
}

export type Results = AsyncGenerator<ExecutionResult, void, void>;

/**
 * Runs a subscription for as long as its caller may have it; then it throws why not, and gives nothing more. Where the connection
 * can be written to directly, it goes on in a group as soon as it has been given everything there is.
 */
export async function subscribeFresh(args: SubscriptionArgs, sharing: Sharing | null = null): Promise<Results | ExecutionResult> {
  const { session, direct, ...plain } = args;
  const stream = await createSourceEventStream(plain);
  if (!(Symbol.asyncIterator in stream)) return stream;
  const events = stream[Symbol.asyncIterator]();
  return sharing && direct && events instanceof Deliveries ? new SharedSubscription(args, direct, events, sharing) : alone(args, events);
}

/** graphql-js would run every event with the context of the first; here each one gets a context of its own, so that no loader remembers. */
export function executeFresh(
  { session: _session, direct: _direct, ...args }: SubscriptionArgs,
  rootValue: unknown,
  actor: Actor,
): Promise<ExecutionResult> {
  return Promise.resolve(execute({ ...args, rootValue, contextValue: args.contextValue.fresh(actor) }));
}

/** The error that ends a subscription, where an execution brought one; else null. */
export const endOf = ({ errors }: ExecutionResult): GraphQLError | null =>
  errors?.find(({ extensions }) => extensions.isEnd === true) ?? null;

function alone(args: SubscriptionArgs, events: AsyncIterator<unknown>): Results {
  const { session, contextValue } = args;
  const permit: Permit = new Permit(session, contextValue, () => {
    // A reader that waits is woken by it.
    if (permit.refusal) void events.return?.();
  });
  const leave = async () => {
    permit.close();
    await events.return?.();
  };
  const requirePermission = async () => {
    const refusal = await permit.settled();
    if (!refusal) return;
    await leave();
    throw refusal;
  };
  // What changed while it began.
  permit.look();
  return {
    async next() {
      const event = await events.next();
      await requirePermission();
      if (event.done) {
        permit.close();
        return { done: true, value: undefined };
      }
      const value = await executeFresh(args, event.value, session.actor);
      await requirePermission();
      const end = endOf(value);
      if (end) {
        await leave();
        throw end;
      }
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
}
