import { hkdfSync } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import type { Pool } from 'pg';
import { globalId, localId } from '../graphql/global-id.js';
import { shardOf } from '../journal/shard.js';
import type { Actor } from './actor.js';
import type { CredentialKind } from './authenticator.js';
import { MEMBER_SCOPES } from './roles.js';

const TYPE = 'laurel-member+jwt';
const ISSUER = 'laurel';
export const TOKEN_SECONDS_MAX = 3_600;

// The member takes part still, and whoever vouched for the token is still trusted.
const READ_MEMBER = {
  name: 'read_token_member',
  text: `select k.expires_at from streams m
    left join api_keys k on k.id = $4 and k.program_id = $3 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
    left join staff s on s.id = $5 and s.program_id = $3 and s.disabled_at is null
    where m.shard = $1 and m.stream_id = $2 and m.program_id = $3 and m.status <> 'CLOSED' and (k.id is not null or s.id is not null)`,
};

/** Short-lived tokens that speak for one member, signed with a key of this installation. */
export class MemberTokens implements CredentialKind {
  private readonly key: Uint8Array;

  constructor(
    private readonly pool: Pool,
    installationSecret: Uint8Array,
  ) {
    this.key = new Uint8Array(hkdfSync('sha256', installationSecret, '', 'laurel member token v1', 32));
  }

  /** A token for a member; it ends by itself, with its voucher's revocation, or when the membership is closed. */
  async mint(programId: string, memberId: string, voucher: Actor, seconds: number): Promise<{ token: string; expiresAt: Date }> {
    const issuedAt = Math.floor(Date.now() / 1_000);
    const token = await new SignJWT({ vouchedBy: voucher.id })
      .setProtectedHeader({ alg: 'HS256', typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(globalId('program', programId))
      .setSubject(globalId('member', memberId))
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .sign(this.key);
    return { token, expiresAt: new Date((issuedAt + seconds) * 1_000) };
  }

  claims(bearer: string): boolean {
    return typeOf(bearer) === TYPE;
  }

  async read(bearer: string): Promise<Actor | null> {
    const options = { algorithms: ['HS256'], issuer: ISSUER, typ: TYPE, requiredClaims: ['sub', 'aud', 'exp', 'iat'] };
    const verified = await jwtVerify(bearer, this.key, { ...options, maxTokenAge: TOKEN_SECONDS_MAX }).catch(() => null);
    if (!verified) return null;
    const { sub = '', aud, exp, vouchedBy } = verified.payload;
    const [memberId, programId] = [localId('member', sub), localId('program', String(aud))];
    const [, kind, voucherId] = /^(key|staff):(.+)$/.exec(String(vouchedBy)) ?? [];
    if (!memberId || !programId || !voucherId) return null;
    const vouchers = kind === 'key' ? [voucherId, null] : [null, voucherId];
    const { rows } = await this.pool.query<{ expires_at: Date | null }>({
      ...READ_MEMBER,
      values: [shardOf(programId, memberId), memberId, programId, ...vouchers],
    });
    const [row] = rows;
    if (!row) return null;
    const expiresAt = Math.min((exp as number) * 1_000, row.expires_at?.getTime() ?? Infinity);
    return memberActor(programId, memberId, String(vouchedBy), expiresAt);
  }
}

/** Somebody who may see one member's things and nothing else. */
export const memberActor = (programId: string, memberId: string, vouchedBy: string, expiresAt: number): Actor => ({
  id: `member:${memberId}`,
  role: 'MEMBER',
  name: 'member',
  programId,
  scopes: new Set(MEMBER_SCOPES),
  keyId: null,
  staffId: null,
  memberId,
  vouchedBy,
  expiresAt,
});

/** The `typ` of a JWT; null when the text is none. */
export function typeOf(bearer: string): string | null {
  try {
    return decodeProtectedHeader(bearer).typ ?? null;
  } catch {
    return null;
  }
}
