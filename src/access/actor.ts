import type { Pool } from 'pg';
import { SCOPES } from '../graphql/policy.js';
import { digest } from './secret.js';

export type Role = 'OPERATOR' | 'ADMIN' | 'STAFF' | 'PARTNER' | 'MEMBER';

/** Who calls: a live credential, and what it may do. */
export interface Actor {
  /** Kind and UUID, like `key:…`, `staff:…` or `member:…`: named in journal entries, and whose bucket a request is counted in. */
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** The one programme it belongs to; null for the operator, who belongs to none. */
  readonly programId: string | null;
  readonly scopes: ReadonlySet<string>;
  /** UUID of the API key that was presented, or that vouches for a member token; null for an identity provider's token. */
  readonly keyId: string | null;
  /** The one member that a member token speaks for. */
  readonly memberId: string | null;
  /** When the credential ends by itself, in ms; null: never. */
  readonly expiresAt: number | null;
}

export const PROGRAM_SCOPES = Object.keys(SCOPES).filter((scope) => scope !== 'programs:create');
export const OPERATOR_SCOPES = ['programs:create'];

/** A key that was revoked on another process works at most this much longer. */
const FRESH_MS = 1_000;
const MEMORY_MAX = 10_000;

const READ_KEY = {
  name: 'read_api_key',
  text: 'select id, name, program_id, scopes from api_keys where hash = $1 and revoked_at is null',
};

/** Finds the actor of a bearer secret. */
export class Authenticator {
  private readonly seen = new Map<string, { actor: Actor; at: number }>();

  constructor(private readonly pool: Pool) {}

  /** The actor of an Authorization header; null without one or when the key is unknown or revoked. */
  async authenticate(header: string | undefined): Promise<Actor | null> {
    const [, secret] = /^Bearer (lrl_[\w-]{20,100})$/.exec(header ?? '') ?? [];
    if (!secret) return null;
    const hash = digest(secret);
    const seen = this.seen.get(hash);
    if (seen && Date.now() - seen.at < FRESH_MS) return seen.actor;
    const { rows } = await this.pool.query({ ...READ_KEY, values: [hash] });
    const [row] = rows as { id: string; name: string; program_id: string | null; scopes: string[] }[];
    if (!row) {
      this.seen.delete(hash);
      return null;
    }
    const actor: Actor = {
      id: `key:${row.id}`,
      role: row.program_id === null ? 'OPERATOR' : 'PARTNER',
      name: row.name,
      programId: row.program_id,
      scopes: new Set(row.scopes),
      keyId: row.id,
      memberId: null,
      expiresAt: null,
    };
    if (this.seen.size >= MEMORY_MAX) this.seen.clear();
    this.seen.set(hash, { actor, at: Date.now() });
    return actor;
  }

  /** Forgets what was seen, so that a revocation made here counts at once. */
  forget(): void {
    this.seen.clear();
  }
}
