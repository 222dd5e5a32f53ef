import { createRemoteJWKSet, customFetch, decodeJwt, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Pool } from 'pg';
import { isStorable } from '../graphql/stored-text.js';
import type { Actor } from './actor.js';
import type { CredentialKind } from './authenticator.js';
import { memberActor, typeOf } from './member-token.js';
import { STAFF_SCOPES } from './roles.js';

const FRESH_MS = 1_000;
const JWKS_TIMEOUT_MS = 3_000;
/** A token that would live longer is not taken: a leaked one must end by itself. */
const SECONDS_MAX = 24 * 3_600;
const CLOCK_SKEW_SECONDS = 5;

const READ_PROVIDERS = {
  name: 'read_identity_providers',
  text: `select id, program_id, issuer, audience, jwks_url, algorithms, token_type, signs_in, member_claim
    from identity_providers where issuer = $1 and audience = any($2::text[])`,
};
const READ_STAFF = {
  name: 'read_staff_by_email',
  text: 'select id, name, role from staff where program_id = $1 and email = $2 and disabled_at is null',
};
const READ_MEMBER = {
  name: 'read_member_by_claim',
  text: `select m.id from members m join streams s on s.shard = m.shard and s.stream_id = m.id
    where m.program_id = $1 and m.external_id = $2 and s.status <> 'CLOSED'`,
};

interface Provider {
  readonly id: string;
  readonly program_id: string;
  readonly issuer: string;
  readonly audience: string;
  readonly jwks_url: string;
  readonly algorithms: string[];
  readonly token_type: string;
  readonly signs_in: 'STAFF' | 'MEMBER';
  readonly member_claim: string | null;
}

export type Fetch = (url: string, options: { readonly headers: Headers; readonly signal: AbortSignal }) => Promise<Response>;

/** Tokens of the OpenID Connect providers that programmes registered (OpenID Connect Core 1.0, RFC 9068, RFC 8725). */
export class OidcTokens implements CredentialKind {
  private providers = new Map<string, { rows: Provider[]; at: number }>();
  private readonly keys = new Map<string, JWTVerifyGetKey>();

  constructor(
    private readonly pool: Pool,
    private readonly fetch: Fetch,
  ) {}

  claims(bearer: string): boolean {
    return typeOf(bearer) !== null;
  }

  forget(): void {
    // What is being read meanwhile is kept in the map that nobody looks into any more.
    this.providers = new Map();
  }

  async read(bearer: string): Promise<Actor | null> {
    for (const provider of await this.providersOf(bearer)) {
      const payload = await this.verify(bearer, provider);
      if (payload) return provider.signs_in === 'STAFF' ? this.staff(provider, payload) : this.member(provider, payload);
    }
    return null;
  }

  /** Only the providers that the token names itself; none of what it says is believed yet. */
  private async providersOf(bearer: string): Promise<readonly Provider[]> {
    let claims: JWTPayload;
    try {
      claims = decodeJwt(bearer);
    } catch {
      return [];
    }
    const audiences = [claims.aud ?? []].flat().filter(isText);
    if (!isText(claims.iss) || audiences.length === 0 || audiences.length > 10) return [];
    const key = JSON.stringify([claims.iss, audiences]);
    const { providers } = this;
    const known = providers.get(key);
    if (known && Date.now() - known.at < FRESH_MS) return known.rows;
    const { rows } = await this.pool.query<Provider>({ ...READ_PROVIDERS, values: [claims.iss, audiences] });
    if (providers.size >= 1_000) providers.clear();
    if (rows.length > 0) providers.set(key, { rows, at: Date.now() });
    return rows;
  }

  private async verify(bearer: string, provider: Provider): Promise<JWTPayload | null> {
    const { issuer, audience, algorithms, token_type: typ } = provider;
    const options = { issuer, audience, algorithms, typ, requiredClaims: ['sub', 'exp'], clockTolerance: CLOCK_SKEW_SECONDS };
    const verified = await jwtVerify(bearer, this.keysOf(provider), options).catch(() => null);
    if (!verified) return null;
    const { exp = 0 } = verified.payload;
    return exp <= Date.now() / 1_000 + SECONDS_MAX ? verified.payload : null;
  }

  private keysOf({ jwks_url: url }: Provider): JWTVerifyGetKey {
    let keys = this.keys.get(url);
    if (!keys) {
      if (this.keys.size >= 1_000) this.keys.clear();
      keys = createRemoteJWKSet(new URL(url), { timeoutDuration: JWKS_TIMEOUT_MS, [customFetch]: this.fetch });
      this.keys.set(url, keys);
    }
    return keys;
  }

  private async staff(
    { id: providerId, program_id: programId }: Provider,
    { email, email_verified: isVerified, exp = 0 }: JWTPayload,
  ): Promise<Actor | null> {
    if (!isText(email) || isVerified !== true) return null;
    const { rows } = await this.pool.query<{ id: string; name: string; role: 'ADMIN' | 'STAFF' }>({
      ...READ_STAFF,
      values: [programId, email.toLowerCase()],
    });
    const [row] = rows;
    if (!row) return null;
    const { id, name, role } = row;
    const scopes = new Set(STAFF_SCOPES[role]);
    const vouchedBy = `provider:${providerId}`;
    return {
      id: `staff:${id}`,
      role,
      name,
      programId,
      scopes,
      keyId: null,
      staffId: id,
      memberId: null,
      vouchedBy,
      expiresAt: exp * 1_000,
    };
  }

  private async member({ id, program_id: programId, member_claim: claim }: Provider, payload: JWTPayload): Promise<Actor | null> {
    const externalId = payload[claim ?? 'sub'];
    if (!isText(externalId)) return null;
    const { rows } = await this.pool.query<{ id: string }>({ ...READ_MEMBER, values: [programId, externalId] });
    const [row] = rows;
    return row ? memberActor(programId, row.id, `provider:${id}`, (payload.exp ?? 0) * 1_000) : null;
  }
}

/** Text that the database can hold, and so can know. */
const isText = (claim: unknown): claim is string => typeof claim === 'string' && isStorable(claim);
