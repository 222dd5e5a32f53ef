import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from '../journal/unavailable.js';

/** An error whose message is meant for the caller. */
export const publicError = (message: string, code: string, extensions: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, isPublic: true, ...extensions } });

export const badInput = (message: string): GraphQLError => publicError(message, 'BAD_USER_INPUT');
export const unauthenticated = (): GraphQLError =>
  publicError('Send an API key: "Authorization: Bearer lrl_…".', 'UNAUTHENTICATED', { http: { status: 401 } });
export const forbidden = (scope: string): GraphQLError => publicError(`This credential lacks the scope ${scope}.`, 'FORBIDDEN', { scope });

/** Giving up waiting takes nothing back. */
export const OUTCOME_UNKNOWN = 'There was no answer in time. The outcome is unknown: send the same again, with the same idempotencyKey.';

/** Codes of errors that graphql-js and Apollo raise about the document itself; their messages name no data. */
const DOCUMENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What graphql-js quotes of a variable or a literal may be a secret; the place is told all the same. */
const withoutValues = (message: string): string =>
  message
    .replace(/^(Variable "\$\w+") got invalid value [\s\S]*$/, '$1 has a value of the wrong type.')
    .replace(/, found [\s\S]*$/, '.')
    .replace(/^(Value) [\s\S]* (does not exist in "\w+" enum)/, '$1 $2')
    .replace(/^(\w+ cannot represent [^:]*): [\s\S]*$/, '$1.');

/** Turns whatever went wrong into what a caller may see; a defect becomes an id, and `report` gets the whole of it. */
export function maskError(error: unknown, report: (errorId: string, error: unknown) => void): GraphQLFormattedError {
  if (error instanceof GraphQLError) {
    const { isPublic, isEnd: ___, stacktrace: _, http: __, ...extensions } = error.extensions;
    // Errors about a document or its variables come before execution, so they have no path and wrap nothing.
    const isAboutDocument = error.path === undefined && error.originalError === undefined && extensions.code === undefined;
    if (isPublic || DOCUMENT_CODES.has(String(extensions.code)) || isAboutDocument) {
      const { locations, path } = error;
      const code = extensions.code ?? 'GRAPHQL_VALIDATION_FAILED';
      const message = withoutValues(error.message.replace(/ Did you mean [^?]*\?/g, ''));
      return { message, ...(locations && { locations }), ...(path && { path }), extensions: { ...extensions, code } };
    }
  }
  const errorId = randomUUID();
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  report(errorId, original);
  const path = error instanceof GraphQLError ? error.path : undefined;
  if (isUnavailable(original)) {
    return { message: OUTCOME_UNKNOWN, ...(path && { path }), extensions: { code: 'TIMEOUT', errorId, retryAfterMs: 1_000 } };
  }
  return {
    message: 'Something went wrong on our side. Quote the errorId when you report it.',
    ...(path && { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
  };
}
