import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';

export enum ReactionKind {
  LIKE = 'LIKE',
  LOVE = 'LOVE',
  HELPFUL = 'HELPFUL',
  THANKS = 'THANKS',
  LAUGH = 'LAUGH',
  SURPRISE = 'SURPRISE',
}
registerEnumType(ReactionKind, {
  name: 'ReactionKind',
  description: 'How somebody reacts to a post. More kinds may be added.',
  valuesConfig: {
    LIKE: { description: 'Likes it.' },
    LOVE: { description: 'Loves it.' },
    HELPFUL: { description: 'It helped.' },
    THANKS: { description: 'Says thank you.' },
    LAUGH: { description: 'Finds it funny.' },
    SURPRISE: { description: 'Did not expect it.' },
  },
});

/** A post as it is stored; its texts only where they are asked for. */
export interface PostRow {
  readonly id: string;
  readonly threadId: string;
  readonly number: number;
  readonly authorId: string | null;
  readonly replyToId: string | null;
  readonly body: string;
  readonly html: string;
  readonly renderer: number;
  readonly attachments: readonly { readonly url: string; readonly title: string | null; readonly mediaType: string | null }[];
  readonly reactions: Readonly<Record<string, number>>;
  readonly editCount: number;
  readonly editedAt: Date | null;
  readonly isHidden: boolean;
  readonly isHeld: boolean;
  /** The rule for which it waits; null: it does not. */
  readonly heldFor: string | null;
  readonly isDeleted: boolean;
  /** Flags that nobody has decided on. */
  readonly flagCount: number;
  /** Since when moderators should look at it; null: they need not. */
  readonly queuedAt: Date | null;
  readonly createdAt: Date;
}

@ObjectType({ description: 'How many reacted to a post in one way.' })
@ReadableWithParent()
@Cost({ listSize: 3 })
export class ReactionCount {
  @Field(() => ReactionKind, { description: 'How.' })
  kind!: ReactionKind;
  @Field(() => Int, { description: 'How many; at least 1.' })
  count!: number;
}

@ObjectType('Attachment', { description: 'A file elsewhere that a post refers to. Laurel neither fetches nor checks it.' })
@ReadableWithParent()
@Cost({ listSize: 2 })
export class AttachmentType {
  @Field(() => String, { description: 'An https URL.' })
  url!: string;
  @Field(() => String, { nullable: true, description: 'What it is called; null when nothing was said.' })
  title!: string | null;
  @Field(() => String, { nullable: true, description: 'Like image/png, as the author said; null when nothing was said.' })
  mediaType!: string | null;
}

@ObjectType('PostEdit', { description: 'What a post said before it was edited.' })
@ReadableWithParent()
@Cost({ listSize: 3 })
export class PostEditType {
  @Field(() => String, { description: 'The text, as it was written.' })
  body!: string;
  @Field(() => DateTime, { description: 'When it was changed.' })
  editedAt!: Date;
}

@ObjectType('Post', { implements: Node, description: 'What a member wrote in a thread.' })
@ReadableWithParent()
export class PostType extends Node {
  @Field(() => Int, { description: 'Its place in the thread, from 1. Posts that were moved or taken away leave gaps.' })
  number!: number;
  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it was edited last; null: never.' })
  editedAt!: Date | null;
  @Field(() => Int, { description: 'How often it was edited.' })
  editCount!: number;
  @Field(() => Boolean, { description: 'It is out of sight: moderators, members with flags, or a rule took it there.' })
  isHidden!: boolean;
  @Field(() => Boolean, { description: 'It waits until moderators looked at it, because of a rule; its author can read it meanwhile.' })
  isHeld!: boolean;
  @Field(() => Boolean, { description: 'Its author, or a moderator, deleted it.' })
  isDeleted!: boolean;
  @Field(() => ID, { description: 'Its thread: thr_…' })
  threadId!: string;

  row!: PostRow;
}

export const postType = (row: PostRow): PostType => {
  const { id, threadId, number, createdAt, editedAt, editCount, isHidden, isHeld, isDeleted } = row;
  return Object.assign(new PostType(), {
    ...{ id: globalId('post', id), threadId: globalId('thread', threadId), row },
    ...{ number, createdAt, editedAt, editCount, isHidden, isHeld, isDeleted },
  });
};

export const PostConnection = connectionType('Post', () => PostType, 'posts');
