import { Refused } from '../graphql/attempt.js';
import { isHttpsUrl } from '../graphql/https-url.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import { refuseNames } from '../members/give-command.js';

const BODY_MAX = 10_000;
const COMMENT_MAX = 2_000;
const ATTACHMENTS_MAX = 10;

/** @throws Refused unless it is something to read, of 1 to 10,000 characters */
export function requireBody(body: string): void {
  if (body.trim() === '' || body.length > BODY_MAX || !isStorable(body))
    throw new Refused(invalid(`body has 1 to ${BODY_MAX} characters.`, 'body'));
}

/** @throws Refused when there is more than 2,000 characters of it */
export function requireComment(comment: string | null): void {
  if (comment !== null && (comment.length > COMMENT_MAX || !isStorable(comment)))
    throw new Refused(invalid(`comment has at most ${COMMENT_MAX} characters.`, 'comment'));
}

/** Where attachments are kept: somewhere else. @throws Refused unless each is an https URL, and there are at most ten */
export function attachmentsOf(given: readonly string[] | null | undefined): string[] {
  const all = [...new Set(given ?? [])];
  if (all.length > ATTACHMENTS_MAX || !all.every(isHttpsUrl))
    throw new Refused(invalid(`attachments are at most ${ATTACHMENTS_MAX} https URLs.`, 'attachments'));
  return all;
}

/** @throws Refused when it cannot name a request */
export function requireKey(idempotencyKey: string | null): void {
  const refusal = refuseNames({ idempotencyKey });
  if (refusal) throw new Refused(refusal);
}

/** A request that was sent before under its key. @throws Refused when it was another one */
export function requireSame(before: string | null | undefined, hash: string): void {
  if (before === hash) return;
  throw new Refused({
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: 'This idempotencyKey was used before with another input. Nothing was done; use a new key for a new command.',
    path: ['idempotencyKey'],
  });
}
