import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Member',
  tableName: 'members',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid(),
    shard: p.smallint(),
    externalId: p.string().nullable(),
    email: p.string().nullable(),
    givenName: p.string().nullable(),
    familyName: p.string().nullable(),
    birthDate: p.date().nullable(),
    attributes: p.json<Record<string, unknown>>().nullable(),
    referralCode: p.string().nullable(),
    digestKey: p.blob().nullable(),
    erasedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** A member's profile: what may be erased. Points, tiers and status live in the member's stream. */
export class Member extends schema.class {}
schema.setClass(Member);
