import { publicError } from '../graphql/errors.js';
import { plainError } from './answers.js';

const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  409: 'CONFLICT',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** What the library refuses, in the form of all refusals. */
export function refusalOf(status: number, body: string | null) {
  const { errors } = (body ? JSON.parse(body) : {}) as { errors?: readonly { message: string }[] };
  return plainError(errors?.[0]?.message ?? NOT_ACCEPTABLE, CODES[status] ?? 'BAD_REQUEST');
}

const NOT_ACCEPTABLE = 'Accept text/plain for a reservation, application/json for an operation, text/event-stream for a stream.';
export const noStream = () => publicError('Stream not found', 'NOT_FOUND', { http: { status: 404 } });
export const foreignOrigin = () => publicError('This origin is not allowed.', 'FORBIDDEN', { http: { status: 403 } });
