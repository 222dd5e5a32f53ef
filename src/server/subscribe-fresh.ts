import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { Context } from '../context.js';

export interface SubscriptionArgs extends ExecutionArgs {
  /** Whether the caller may still see what comes next. */
  readonly isAllowed?: () => Promise<boolean>;
}

/** graphql-js would run every event with the context of the first; here each one gets a context of its own, so that no loader remembers, and none is run for a caller who was locked out meanwhile. */
export async function subscribeFresh({
  isAllowed,
  ...args
}: SubscriptionArgs): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const stream = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in stream)) return stream;
  const events = stream[Symbol.asyncIterator]();
  const context = args.contextValue as Context;
  const results: AsyncGenerator<ExecutionResult, void, void> = {
    async next() {
      const event = await events.next();
      if (event.done) return { done: true, value: undefined };
      if (isAllowed && !(await isAllowed())) {
        await events.return?.();
        return { done: true, value: undefined };
      }
      return { done: false, value: await execute({ ...args, rootValue: event.value, contextValue: context.fresh() }) };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    async throw(error) {
      await events.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await events.return?.();
    },
  };
  return results;
}
