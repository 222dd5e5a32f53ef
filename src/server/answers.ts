import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';

const GRAPHQL_JSON = 'application/graphql-response+json';

/** An error as GraphQL over HTTP shows it. */
export const plainError = (message: string, code: string, more: Record<string, unknown> = {}): GraphQLFormattedError => ({
  message,
  extensions: { code, ...more },
});

/** Answers with errors alone, in the form of GraphQL over HTTP, whatever it was that went wrong. */
export function answerErrors(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  errors: readonly GraphQLFormattedError[],
  extensions?: Record<string, unknown>,
): FastifyReply {
  request.call.note(errors);
  const type = request.headers.accept?.includes(GRAPHQL_JSON) ? GRAPHQL_JSON : 'application/json';
  const [first] = errors;
  const { retryAfterMs } = (first?.extensions ?? {}) as { retryAfterMs?: number };
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1_000));
  return reply
    .code(status)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify({ errors, ...(extensions && { extensions }) }));
}
