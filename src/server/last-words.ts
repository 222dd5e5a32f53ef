import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Results } from './subscribe-fresh.js';

/** Results that are one refusal. */
export async function* refusal(result: { errors: readonly GraphQLError[] }): AsyncGenerator<ExecutionResult, void, void> {
  yield result;
}

/** Whatever was thrown, to be masked when it is shown. */
export const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });

/** The same results, but what ends them is told as the last of them: the protocol has no other word for it. */
export function withLastWords(results: Results, onEnd: () => void): Results {
  let isOver = false;
  const end = () => {
    isOver = true;
    onEnd();
  };
  return {
    async next() {
      if (isOver) return { done: true, value: undefined };
      try {
        const next = await results.next();
        if (next.done) end();
        return next;
      } catch (error) {
        end();
        return { done: false, value: { errors: [asGraphQLError(error)] } };
      }
    },
    async return() {
      end();
      return results.return();
    },
    async throw(error) {
      end();
      return results.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      end();
      await results.return();
    },
  };
}
