import { defineEntity, p } from '@mikro-orm/core';
import type { RestrictionKind } from './moderation/restriction.js';
import type { TrustLevel } from './moderation/trust.js';

const schema = defineEntity({
  name: 'CommunityMember',
  tableName: 'community_members',
  properties: {
    memberId: p.uuid().primary(),
    programId: p.uuid(),
    handle: p.string().nullable(),
    displayName: p.string().nullable(),
    postCount: p.integer().default(0),
    likesReceived: p.integer().default(0),
    answersAccepted: p.integer().default(0),
    joinedAt: p.datetime(),
    upheldFlags: p.integer().default(0),
    trustSet: p.string().$type<TrustLevel>().nullable(),
    restriction: p.string().$type<RestrictionKind>().nullable(),
    restrictedUntil: p.datetime().nullable(),
  },
});

/** What the community sees of a member, from the first time that they take part. */
export class CommunityMember extends schema.class {}
schema.setClass(CommunityMember);
