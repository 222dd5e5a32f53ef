import { publicError } from '../graphql/errors.js';

/** A request is answered within this time, whatever the database does. */
export const DEADLINE_MS = 7_000;

/** The work may still be done: giving up waiting does not take it back. */
export const timedOut = () =>
  publicError(
    `There was no answer within ${DEADLINE_MS / 1_000} s. The outcome is unknown: send the same again, with the same idempotencyKey.`,
    'TIMEOUT',
    { http: { status: 503 }, retryAfterMs: 1_000 },
  );

/**
 * What `work` gives, if it does so in time.
 * @throws GraphQLError TIMEOUT after `ms`; what the work does later is nobody's concern
 */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut()), Math.max(0, ms));
  });
  // Lost races are lost silently.
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
