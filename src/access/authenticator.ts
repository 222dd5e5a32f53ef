import type { Actor } from './actor.js';
import { digest } from './secret.js';

/** One kind of credential. */
export interface CredentialKind {
  /** Whether a bearer text is meant to be of this kind; says nothing of its worth. */
  claims(bearer: string): boolean;
  /** The actor of a bearer text; null when it is not, or no longer, worth anything. */
  read(bearer: string): Promise<Actor | null>;
  /** Forgets what was remembered between reads. */
  forget?(): void;
}

/** A credential that was revoked on another process works at most this much longer. */
const FRESH_MS = 1_000;
const MEMORY_MAX = 10_000;
const BEARER_MAX = 8_192;

/** Finds the actor of an Authorization header, whatever kind of credential it carries. */
export class Authenticator {
  private seen = new Map<string, { actor: Actor; at: number }>();
  /** Looks that are asked for and not begun. */
  private readonly renewing = new Map<string, Promise<Actor | null>>();

  constructor(private readonly kinds: readonly CredentialKind[]) {}

  /** The actor of an Authorization header; null without one, and whenever the credential is unknown, forged, expired or revoked. */
  async authenticate(header: string | undefined): Promise<Actor | null> {
    const bearer = bearerOf(header);
    const kind = bearer && this.kinds.find((each) => each.claims(bearer));
    if (!kind) return null;
    const key = digest(bearer);
    const now = Date.now();
    const seen = this.fresh(key, now);
    if (seen) return seen;
    // What was read before something was revoked must not be remembered behind it.
    const { seen: memory } = this;
    const actor = await kind.read(bearer);
    if (!actor || !isLive(actor, now)) {
      memory.delete(key);
      return null;
    }
    if (memory.size >= MEMORY_MAX) memory.clear();
    memory.set(key, { actor, at: now });
    return actor;
  }

  /** The same, as it is now: nothing that was seen before is believed. Those who ask in one turn of the event loop share a look. */
  async renew(header: string | undefined): Promise<Actor | null> {
    const bearer = bearerOf(header);
    const kind = bearer && this.kinds.find((each) => each.claims(bearer));
    if (!kind) return null;
    const key = digest(bearer);
    let look = this.renewing.get(key);
    if (!look) {
      look = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        this.renewing.delete(key);
        kind.forget?.();
        this.seen.delete(key);
        return this.authenticate(header);
      });
      this.renewing.set(key, look);
    }
    return look;
  }

  /** The same at once, where nothing has to be waited for; undefined: it has to. */
  known(header: string | undefined): Actor | null | undefined {
    const bearer = bearerOf(header);
    return bearer ? this.fresh(digest(bearer), Date.now()) : null;
  }

  private fresh(key: string, now: number): Actor | undefined {
    const seen = this.seen.get(key);
    return seen && now - seen.at < FRESH_MS && isLive(seen.actor, now) ? seen.actor : undefined;
  }

  /** Forgets what was seen, so that a revocation made here counts at once. */
  forget(): void {
    this.seen = new Map();
    for (const kind of this.kinds) kind.forget?.();
  }
}

const isLive = ({ expiresAt }: Actor, now: number): boolean => expiresAt === null || now < expiresAt;

function bearerOf(header: string | undefined): string | null {
  const [, bearer] = /^Bearer ([\w.~-]+)$/i.exec(header ?? '') ?? [];
  return bearer && bearer.length <= BEARER_MAX ? bearer : null;
}
