import type { FastifyRequest } from 'fastify';
import type { Asked } from '../graphql/gate.js';

/** Parameters of GraphQL over HTTP; null where they are no such, which Apollo then says better. */
export function askedBy(request: FastifyRequest): Asked | null {
  const given = request.method === 'GET' ? fromSearch(request.url) : request.body;
  if (!isObject(given)) return null;
  const { query, documentId, operationName, variables } = given;
  const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';
  if (!isText(query) || !isText(documentId) || (!query && !documentId)) return null;
  if (!isText(operationName ?? undefined) || !(variables == null || isObject(variables))) return null;
  return { query, documentId, operationName: operationName as string | null | undefined, variables: variables as Asked['variables'] };
}

function fromSearch(url: string): Record<string, unknown> | null {
  const search = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const given = Object.fromEntries(search);
  // A parameter that is given twice could mean one thing here and another behind.
  if ([...search.keys()].length !== Object.keys(given).length) return null;
  try {
    return { ...given, ...(given.variables && { variables: JSON.parse(given.variables) as unknown }) };
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
