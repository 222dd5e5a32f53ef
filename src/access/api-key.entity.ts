import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid().nullable(),
    name: p.string(),
    prefix: p.string(),
    hash: p.string(),
    scopes: p.array<string>(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

/** A credential. Only its digest is kept. */
export class ApiKey extends schema.class {}
schema.setClass(ApiKey);
