import { defineEntity, p } from '@mikro-orm/core';

/** A file elsewhere that a post refers to. */
export interface Attachment {
  readonly url: string;
  readonly title: string | null;
  readonly mediaType: string | null;
}

const post = defineEntity({
  name: 'Post',
  tableName: 'posts',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid(),
    threadId: p.uuid(),
    number: p.integer(),
    authorId: p.uuid().nullable(),
    replyToId: p.uuid().nullable(),
    heading: p.text().nullable(),
    body: p.text(),
    html: p.text(),
    renderer: p.integer(),
    attachments: p.json<readonly Attachment[]>(),
    reactions: p.json<Record<string, number>>(),
    editCount: p.integer().default(0),
    editedAt: p.datetime().nullable(),
    isHidden: p.boolean().default(false),
    isDeleted: p.boolean().default(false),
    heldFor: p.text().nullable(),
    flagCount: p.integer().default(0),
    queuedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    idempotencyKey: p.string(),
    inputHash: p.blob(),
  },
});

/** What a member wrote in a thread, as written and as HTML. */
export class Post extends post.class {}
post.setClass(Post);

const edit = defineEntity({
  name: 'PostEdit',
  tableName: 'post_edits',
  properties: {
    postId: p.uuid().primary(),
    number: p.integer().primary(),
    programId: p.uuid(),
    body: p.text(),
    editedAt: p.datetime(),
    editedBy: p.string(),
  },
});

/** What a post said before it was edited. */
export class PostEdit extends edit.class {}
edit.setClass(PostEdit);
