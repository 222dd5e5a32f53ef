import type { Session } from '../access/session.js';
import type { Sessions } from '../access/sessions.js';
import { DEADLINE_MS, within } from './deadline.js';

/**
 * Opens the session of an Authorization header; null when it is worth nothing, or when the caller is gone meanwhile.
 * @throws GraphQLError TIMEOUT where that takes too long; nothing is left open then
 */
export async function openSession(sessions: Sessions, header: string | undefined, isGone: () => boolean): Promise<Session | null> {
  let isLate = false;
  const opening = sessions.open(header);
  opening.then(
    (session) => isLate && session?.close(),
    () => {},
  );
  const session = await within(DEADLINE_MS, () => opening).catch((error: unknown) => {
    isLate = true;
    throw error;
  });
  if (!session || !isGone()) return session;
  session.close();
  return null;
}
