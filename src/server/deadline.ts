import { OUTCOME_UNKNOWN, publicError } from '../graphql/errors.js';

/** A request is answered within this time, whatever the database does. */
export const DEADLINE_MS = 7_000;

/** The work may still be done: giving up waiting does not take it back. */
export const timedOut = () => publicError(OUTCOME_UNKNOWN, 'TIMEOUT', { http: { status: 503 }, retryAfterMs: 1_000 });

/**
 * What `work` gives, if it does so in time. It is not begun where no time is left.
 * @throws GraphQLError TIMEOUT after `ms`; what the work does later is nobody's concern
 */
export async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  if (ms <= 0) throw timedOut();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut()), ms);
  });
  const working = work();
  // Lost races are lost silently.
  working.catch(() => {});
  return Promise.race([working, late]).finally(() => clearTimeout(timer));
}
