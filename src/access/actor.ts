import type { Role } from './roles.js';

/** Who calls: a live credential, and what it may do. */
export interface Actor {
  /** Kind and UUID, like `key:…`, `staff:…` or `member:…`: named in journal entries, and whose bucket a request is counted in. */
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** The one programme it belongs to; null for the operator, who belongs to none. */
  readonly programId: string | null;
  readonly scopes: ReadonlySet<string>;
  /** UUID of the API key that was presented; null for a token. */
  readonly keyId: string | null;
  /** UUID of the staff identity whose credential it is. */
  readonly staffId: string | null;
  /** UUID of the one member that a member token speaks for. */
  readonly memberId: string | null;
  /** Whose word a token is taken on: the `key:…` or `staff:…` that had it made, or a `provider:…`; null for a key. */
  readonly vouchedBy: string | null;
  /** When the credential ends by itself, in ms; null: never. */
  readonly expiresAt: number | null;
}
