import type { FastifyRequest } from 'fastify';

export const EVENTS = 'text/event-stream';

export const wantsEvents = ({ headers }: FastifyRequest): boolean => headers.accept?.includes(EVENTS) ?? false;

/** The token of a reservation that a request comes with; null where it has none. */
export function tokenOf({ headers, query }: FastifyRequest): string | null {
  const token = headers['x-graphql-event-stream-token'] ?? (query as { token?: unknown }).token;
  return typeof token === 'string' && token !== '' ? token : null;
}

/** The id that the client gave an operation; null where there is none. */
export function operationIdOf({ method, query, body }: FastifyRequest): string | null {
  const id = method === 'DELETE' ? (query as { operationId?: unknown }).operationId : (body as Body | null)?.extensions?.operationId;
  return typeof id === 'string' && id !== '' ? id : null;
}
type Body = { readonly extensions?: { readonly operationId?: unknown } | null };

/** The one type that the library shall answer with; it knows lists of them not. */
export function acceptOf({ headers }: FastifyRequest): string {
  const { accept = '*/*' } = headers;
  return [EVENTS, 'application/json', '*/*'].find((type) => accept.includes(type)) ?? accept;
}
