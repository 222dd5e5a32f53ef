import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Thread',
  tableName: 'threads',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid(),
    categoryId: p.uuid(),
    authorId: p.uuid().nullable(),
    title: p.string(),
    tags: p.array<string>(),
    isQuestion: p.boolean(),
    acceptedPostId: p.uuid().nullable(),
    isPinned: p.boolean().default(false),
    isClosed: p.boolean().default(false),
    isHidden: p.boolean().default(false),
    isHeld: p.boolean().default(false),
    isDeleted: p.boolean().default(false),
    mergedInto: p.uuid().nullable(),
    lastNumber: p.integer(),
    postCount: p.integer(),
    reactionCount: p.integer().default(0),
    viewCount: p.integer().default(0),
    createdAt: p.datetime(),
    lastPostAt: p.datetime(),
  },
});

/** Posts about one thing. It has a stream of the journal, under its id. */
export class Thread extends schema.class {}
schema.setClass(Thread);
