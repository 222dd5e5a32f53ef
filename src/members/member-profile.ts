import { createHmac, randomBytes } from 'node:crypto';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import { isDate } from '../programs/calendar.js';
import type { ProfileDigest } from './enrollment.js';

/** A profile as it was sent; undefined: not mentioned. */
export interface Profile {
  readonly externalId?: string | null;
  readonly email?: string | null;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  /** Like 1990-05-31. */
  readonly birthDate?: string | null;
  readonly attributes?: Record<string, unknown> | null;
}

const TEXT_MAX = 255;

/** A new member's own key for the digests in its entries. */
export const newDigestKey = (): Buffer => randomBytes(32);

/**
 * Digest of a profile, for the journal: it proves what was said as long as the key is kept. Erasing a member
 * erases its key, and what is left in the journal can be tied to nobody, not even by guessing.
 */
export const profileDigest = (key: Uint8Array, profile: Profile): ProfileDigest => ({
  profile: createHmac('sha256', key).update(JSON.stringify(profile)).digest('hex'),
});

/** What is wrong with a profile; undefined: nothing. */
export function refuseProfile({ externalId, email, givenName, familyName, birthDate, attributes }: Profile): Refusal | undefined {
  for (const [name, value] of Object.entries({ externalId, email, givenName, familyName })) {
    if (value != null && (value.length > TEXT_MAX || !isStorable(value)))
      return invalid(`${name} has at most ${TEXT_MAX} characters.`, name);
    if (value === '') return invalid(`${name} must not be empty; leave it out.`, name);
  }
  if (email != null && !/^[^\s@]+@[^\s@]+$/.test(email)) return invalid('This is no e-mail address.', 'email');
  if (birthDate != null && !(isDate(birthDate) && birthDate >= '1800'))
    return invalid('A birth date is written like 1990-05-31.', 'birthDate');
  if (attributes && JSON.stringify(attributes).length > 16_384) return invalid('attributes take at most 16 KB.', 'attributes');
  return undefined;
}
