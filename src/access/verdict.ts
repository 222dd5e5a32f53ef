import type { StoredEntry } from '../journal/stored-entry.js';
import type { Actor } from './actor.js';

/** `END`: the credential is worth nothing from this entry on. `LOOK`: it may be, or may be worth less. */
export type Verdict = 'END' | 'LOOK' | null;

/** Entries that can take something away from somebody. */
export const takesAway = ({ kind }: StoredEntry): boolean => kind in VERDICTS;

/** What an entry of the programme's stream, or of a member's own, does to a caller. */
export const verdictOn = (entry: StoredEntry, actor: Actor): Verdict => VERDICTS[entry.kind]?.(actor, entry) ?? null;

const VERDICTS: Readonly<Record<string, (actor: Actor, entry: StoredEntry) => Verdict>> = {
  API_KEY_REVOKED: ({ keyId, vouchedBy }, entry) => {
    const { apiKey } = detailOf(entry);
    return keyId === apiKey || vouchedBy === `key:${apiKey}` ? 'END' : null;
  },
  // Of the two secrets that were good, one has an end now and one is dead.
  API_KEY_ROTATED: ({ keyId }, entry) => (keyId === detailOf(entry).apiKey ? 'LOOK' : null),
  STAFF_UPDATED: ({ staffId, vouchedBy }, entry) => {
    const { staff, isEnabled } = detailOf(entry);
    if (staffId !== staff && vouchedBy !== `staff:${staff}`) return null;
    return isEnabled === false ? 'END' : 'LOOK';
  },
  IDENTITY_PROVIDER_DELETED: ({ vouchedBy }, entry) => (vouchedBy === `provider:${detailOf(entry).identityProvider}` ? 'END' : null),
  MEMBER_STATUS_CHANGED: ({ memberId }, { streamId, data }) => (memberId === streamId && data.status === 'CLOSED' ? 'END' : null),
  MEMBER_ERASED: ({ memberId }, { streamId }) => (memberId === streamId ? 'END' : null),
};

const detailOf = ({ data }: StoredEntry) =>
  data.input as { readonly apiKey?: string; readonly staff?: string; readonly identityProvider?: string; readonly isEnabled?: boolean };
