import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'IdentityProvider',
  tableName: 'identity_providers',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid(),
    name: p.string(),
    issuer: p.string(),
    audience: p.string(),
    jwksUrl: p.string(),
    algorithms: p.array<string>(),
    tokenType: p.string(),
    signsIn: p.string().$type<'STAFF' | 'MEMBER'>(),
    memberClaim: p.string().nullable(),
    createdAt: p.datetime(),
  },
});

/** An OpenID Connect provider whose tokens the programme takes. */
export class IdentityProvider extends schema.class {}
schema.setClass(IdentityProvider);
