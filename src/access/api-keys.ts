import type { EntityManager } from '@mikro-orm/postgresql';
import { newUuid } from '../graphql/global-id.js';
import { ApiKey } from './api-key.entity.js';
import { digest, newSecret, prefixOf } from './secret.js';

/** Makes a key and gives its secret, which is kept nowhere. The caller commits. */
export function createApiKey(em: EntityManager, programId: string | null, name: string, scopes: readonly string[], secret = newSecret()) {
  const key = em.create(ApiKey, {
    id: newUuid(),
    programId,
    name,
    prefix: prefixOf(secret),
    hash: digest(secret),
    scopes: [...scopes],
    createdAt: new Date(),
    revokedAt: null,
  });
  em.persist(key);
  return { key, secret };
}
