import type { FastifyRequest } from 'fastify';
import { publicError } from '../graphql/errors.js';

export const EVENTS = 'text/event-stream';

export const wantsEvents = ({ headers }: FastifyRequest): boolean => headers.accept?.includes(EVENTS) ?? false;

/** The token of a reservation that a request comes with; null where it has none. */
export function tokenOf({ headers, query }: FastifyRequest): string | null {
  const token = headers['x-graphql-event-stream-token'] ?? (query as { token?: unknown }).token;
  return typeof token === 'string' && token !== '' ? token : null;
}

/**
 * The id that the client gave an operation, read as the library does; null where there is none.
 * @throws GraphQLError where it is no text that the library could make of it
 */
export function operationIdOf({ method, query, body }: FastifyRequest): string | null {
  const given = method === 'DELETE' ? (query as { operationId?: unknown }).operationId : (body as Body | null)?.extensions?.operationId;
  if (typeof given === 'object' && given !== null) throw publicError('operationId is a text.', 'BAD_REQUEST', { http: { status: 400 } });
  return String(given ?? '') || null;
}
type Body = { readonly extensions?: { readonly operationId?: unknown } | null };

/** The one type that the library shall answer with; it knows lists of them not. */
export function acceptOf({ headers }: FastifyRequest): string {
  const { accept = '*/*' } = headers;
  return [EVENTS, 'application/json', '*/*'].find((type) => accept.includes(type)) ?? accept;
}
