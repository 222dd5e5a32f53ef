import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid().nullable(),
    staffId: p.uuid().nullable(),
    name: p.string(),
    prefix: p.string(),
    hash: p.string(),
    previousHash: p.string().nullable(),
    previousExpiresAt: p.datetime().nullable(),
    scopes: p.array<string>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
});

/** A credential. Only digests of its secrets are kept; two of them while a rotation is under way. */
export class ApiKey extends schema.class {}
schema.setClass(ApiKey);
