import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { Cost } from '../../graphql/cost-declaration.js';
import { Payload } from '../../graphql/payload.types.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { DateTime } from '../../graphql/scalars.js';
import { MemberRef } from '../../members/member.types.js';
import { PostType } from '../post.types.js';

const REASON = 'Why, at most 500 characters; only moderators read it.';

export enum FlagReason {
  SPAM = 'SPAM',
  ABUSE = 'ABUSE',
  OFF_TOPIC = 'OFF_TOPIC',
  ILLEGAL = 'ILLEGAL',
  OTHER = 'OTHER',
}
registerEnumType(FlagReason, {
  name: 'FlagReason',
  description: 'Why a member reports a post. More reasons may be added.',
  valuesConfig: {
    SPAM: { description: 'It advertises.' },
    ABUSE: { description: 'It insults or harasses somebody.' },
    OFF_TOPIC: { description: 'It does not belong there.' },
    ILLEGAL: { description: 'It breaks the law.' },
    OTHER: { description: 'As the note says.' },
  },
});

export enum FlagDecision {
  HIDE = 'HIDE',
  DISMISS = 'DISMISS',
}
registerEnumType(FlagDecision, {
  name: 'FlagDecision',
  description: 'What moderators decide on a post in the queue.',
  valuesConfig: {
    HIDE: { description: 'It is or stays hidden; the flags were right, and count against its author.' },
    DISMISS: { description: 'It stays or is shown; the flags were wrong.' },
  },
});

@ObjectType('PostFlag', { description: 'A member reported a post. Nobody has decided on it.' })
@ReadableWithParent()
@Cost({ listSize: 3 })
export class PostFlagType {
  @Field(() => FlagReason, { description: 'Why.' })
  reason!: FlagReason;
  @Field(() => String, { nullable: true, description: 'What they said beside; null: nothing, or they are erased.' })
  note!: string | null;
  @Field(() => Boolean, { description: 'They were trusted by then: enough such flags hide a post.' })
  isTrusted!: boolean;
  @Field(() => DateTime, { description: 'When.' })
  createdAt!: Date;

  member!: string;
}

@ObjectType('QueuedPost', { description: 'A post that moderators should look at.' })
@ReadableWithParent()
export class QueuedPostType {
  @Field(() => PostType, { description: 'The post; it may have been hidden by flags, or deleted by its author.' })
  post!: PostType;
  @Field(() => DateTime, { description: 'Since when it is in the queue.' })
  queuedAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'The rule for which it waits, out of sight until it is shown; null: it does not wait.',
  })
  heldFor!: string | null;
  @Field(() => Int, { description: 'How many members reported it.' })
  flagCount!: number;
  @Field(() => [PostFlagType], { description: 'What they said, the oldest first; at most 50.' })
  flags!: PostFlagType[];
}
export const QueuedPostConnection = connectionType('QueuedPost', () => QueuedPostType, 'posts that moderators should look at');

@InputType({ description: 'A report of a post.' })
export class FlagPostInput {
  @Field(() => MemberRef, { nullable: true, description: "In whose name; left out by a member's own token." })
  member?: MemberRef | null;
  @Field(() => ID, { description: "Which; another's." })
  post!: string;
  @Field(() => FlagReason, { description: 'Why.' })
  reason!: FlagReason;
  @Field(() => String, { nullable: true, description: 'For moderators, at most 500 characters.' })
  note?: string | null;
}

@InputType({ description: 'A decision on a post in the queue.' })
export class ResolveFlagsInput {
  @Field(() => ID, { description: 'The post.' })
  post!: string;
  @Field(() => FlagDecision, { description: 'What is decided.' })
  decision!: FlagDecision;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'A post that moderators act on.' })
export class ModeratePostInput {
  @Field(() => ID, { description: 'Which; also one that is hidden or deleted.' })
  post!: string;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'A thread that moderators act on.' })
export class ModerateThreadInput {
  @Field(() => ID, { description: 'Which; also one that is hidden or deleted.' })
  thread!: string;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'A thread that goes to another category.' })
export class MoveThreadInput {
  @Field(() => ID, { description: 'Which.' })
  thread!: string;
  @Field(() => ID, { description: 'Where to.' })
  category!: string;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'Two threads that become one.' })
export class MergeThreadsInput {
  @Field(() => ID, { description: 'The thread whose posts go; it has no poll, is not hidden, and has at most 2,000 posts.' })
  from!: string;
  @Field(() => ID, { description: 'The thread that they go to, behind its own.' })
  into!: string;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'Posts that become a thread of their own.' })
export class SplitThreadInput {
  @Field(() => ID, { description: 'The thread that they are in.' })
  thread!: string;
  @Field(() => [ID], { description: '1 to 100 posts of it; not its first. Whoever wrote the first of them opens the new thread.' })
  posts!: string[];
  @Field(() => String, { description: 'What the new thread is about, 1 to 255 characters.' })
  title!: string;
  @Field(() => ID, { nullable: true, description: 'Where the new thread is; where the old one is when left out.' })
  category?: string | null;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@ObjectType({ implements: Payload, description: 'The report was taken.' })
@ReadableWithParent()
export class FlagPostPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'Moderators know of it, also where they did before; null when refused.' })
  isFlagged!: boolean | null;
}
