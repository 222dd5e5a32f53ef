import type { Pool } from 'pg';
import type { Actor } from './actor.js';
import type { CredentialKind } from './authenticator.js';
import { OPERATOR_SCOPES, STAFF_SCOPES } from './roles.js';
import { digest } from './secret.js';

const NOTE_USE_MS = 60_000;

// The secret before the last rotation works until its overlap ends.
const READ_KEY = {
  name: 'read_api_key',
  text: `select k.id, k.name, k.program_id, k.scopes, s.id as staff_id, s.name as staff_name, s.role,
      case when k.hash = $1 then k.expires_at else least(k.previous_expires_at, k.expires_at) end as expires_at
    from api_keys k left join staff s on s.id = k.staff_id
    where (k.hash = $1 or k.previous_hash = $1) and k.revoked_at is null and s.disabled_at is null`,
};
const NOTE_USE = 'update api_keys set last_used_at = now() where id = any($1::uuid[])';

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly program_id: string | null;
  readonly scopes: string[];
  readonly staff_id: string | null;
  readonly staff_name: string | null;
  readonly role: 'ADMIN' | 'STAFF' | null;
  readonly expires_at: Date | null;
}

/** API keys: a partner's, a staff member's personal ones, the operator's. */
export class KeyCredential implements CredentialKind {
  private used = new Set<string>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pool: Pool) {
    this.timer = setInterval(() => void this.noteUse().catch(() => {}), NOTE_USE_MS);
    this.timer.unref();
  }

  claims(bearer: string): boolean {
    return /^lrl_[\w-]{20,100}$/.test(bearer);
  }

  async read(bearer: string): Promise<Actor | null> {
    const { rows } = await this.pool.query<KeyRow>({ ...READ_KEY, values: [digest(bearer)] });
    const [row] = rows;
    if (!row) return null;
    this.used.add(row.id);
    return actorOf(row);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.noteUse();
  }

  /** Writes down which keys were used, all in one statement, at most once a minute. */
  private async noteUse(): Promise<void> {
    if (this.used.size === 0) return;
    const used = [...this.used];
    this.used = new Set();
    await this.pool.query(NOTE_USE, [used]);
  }
}

function actorOf({ id, name, program_id: programId, scopes, staff_id: staffId, staff_name: staffName, role, expires_at }: KeyRow): Actor {
  const common = { programId, keyId: id, staffId, memberId: null, vouchedBy: null, expiresAt: expires_at?.getTime() ?? null };
  if (programId === null) return { ...common, id: `key:${id}`, role: 'OPERATOR', name, scopes: new Set(OPERATOR_SCOPES) };
  if (staffId === null || role === null) return { ...common, id: `key:${id}`, role: 'PARTNER', name, scopes: new Set(scopes) };
  return { ...common, id: `staff:${staffId}`, role, name: staffName ?? name, scopes: new Set(STAFF_SCOPES[role]) };
}
