import type { EntityManager } from '@mikro-orm/postgresql';
import { newUuid } from '../graphql/global-id.js';
import { ApiKey } from './api-key.entity.js';
import { digest, newSecret, prefixOf } from './secret.js';

export interface NewApiKey {
  /** null: the operator's. */
  readonly programId: string | null;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Whose personal key it is. */
  readonly staffId?: string | null;
  readonly expiresAt?: Date | null;
}

/** Makes a key and gives its secret, which is kept nowhere. The caller commits. */
export function createApiKey(
  em: EntityManager,
  { programId, name, scopes, staffId = null, expiresAt = null }: NewApiKey,
  secret = newSecret(),
) {
  const key = em.create(ApiKey, {
    id: newUuid(),
    programId,
    staffId,
    name,
    prefix: prefixOf(secret),
    hash: digest(secret),
    previousHash: null,
    previousExpiresAt: null,
    scopes: [...scopes],
    createdAt: new Date(),
    expiresAt,
    revokedAt: null,
    lastUsedAt: null,
  });
  em.persist(key);
  return { key, secret };
}

/** Gives a key a new secret; the one before works until `previousExpiresAt`, the one before that no longer. The caller commits. */
export function rotateApiKey(key: ApiKey, previousExpiresAt: Date): string {
  const secret = newSecret();
  key.previousHash = key.hash;
  key.previousExpiresAt = previousExpiresAt;
  key.hash = digest(secret);
  key.prefix = prefixOf(secret);
  return secret;
}
