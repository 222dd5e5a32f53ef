import { defineEntity, p } from '@mikro-orm/core';

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
  },
});

/** What the community sees of a member, from the first time that they take part. */
export class CommunityMember extends schema.class {}
schema.setClass(CommunityMember);
