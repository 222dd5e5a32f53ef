import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { MemberRef } from '../members/member.types.js';
import { PostType } from './post.types.js';
import { AttachmentInput } from './post-input.types.js';
import { ThreadType } from './thread.types.js';

const MEMBER = "In whose name; left out by a member's own token.";

@InputType({ description: 'A poll to begin with a thread.' })
export class PollInput {
  @Field(() => String, { description: 'What is asked, 1 to 255 characters.' })
  question!: string;
  @Field(() => [String], { description: 'What can be chosen: 2 to 20, each once, of 1 to 255 characters.' })
  options!: string[];
  @Field(() => Int, { nullable: true, description: 'How many options one member may choose; 1 when left out.' })
  choicesMax?: number | null;
  @Field(() => DateTime, { nullable: true, description: 'When voting ends; with the thread when left out.' })
  closesAt?: Date | null;
}

@InputType({ description: 'A thread to open.' })
export class CreateThreadInput {
  @Field(() => MemberRef, { nullable: true, description: MEMBER })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'Where.' })
  category!: string;
  @Field(() => String, { description: 'What it is about, 1 to 255 characters.' })
  title!: string;
  @Field(() => String, {
    description: 'Its first post: CommonMark, 1 to 32,000 characters; HTML in it is text. `@handle` mentions a member, at most 20 of them.',
  })
  body!: string;
  @Field(() => [String], { nullable: true, description: 'At most 10, each of 1 to 40 lower-case letters, digits and hyphens.' })
  tags?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Somebody asks, and will accept an answer; no when left out.' })
  isQuestion?: boolean | null;
  @Field(() => [AttachmentInput], { nullable: true, description: 'At most 10.' })
  attachments?: AttachmentInput[] | null;
  @Field(() => PollInput, { nullable: true, description: 'A question to everybody; none when left out.' })
  poll?: PollInput | null;
  @Field(() => String, { description: 'Names the thread for ever among what its author wrote: sending it again opens none.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Changes to a thread. What is left out stays.' })
export class UpdateThreadInput {
  @Field(() => MemberRef, { nullable: true, description: MEMBER })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'Which; their own.' })
  thread!: string;
  @Field(() => String, { nullable: true, description: 'What it is about, 1 to 255 characters.' })
  title?: string | null;
  @Field(() => [String], { nullable: true, description: 'Replaces all tags.' })
  tags?: string[] | null;
}

@InputType({ description: 'A thread that a member follows, or no longer.' })
export class FollowThreadInput {
  @Field(() => MemberRef, { nullable: true, description: MEMBER })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'Which.' })
  thread!: string;
}

@InputType({ description: 'How far a member read a thread.' })
export class MarkThreadReadInput {
  @Field(() => MemberRef, { nullable: true, description: MEMBER })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'Which.' })
  thread!: string;
  @Field(() => Int, { nullable: true, description: 'Number of the last post that they read; the last one when left out.' })
  upTo?: number | null;
}

@InputType({ description: 'A vote.' })
export class VotePollInput {
  @Field(() => MemberRef, { nullable: true, description: MEMBER })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'The thread with the poll.' })
  thread!: string;
  @Field(() => [Int], { description: 'Numbers of the options, in place of an earlier vote; none takes that back.' })
  choices!: number[];
}

@InputType({ description: 'Which threads. All conditions must hold.' })
export class ThreadFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this category; of all that are open to the caller when left out.' })
  category?: string | null;
  @Field(() => String, { nullable: true, description: 'Only with this tag.' })
  tag?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only questions, or only what is none.' })
  isQuestion?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only questions that have an accepted answer, or have none.' })
  isAnswered?: boolean | null;
}

@InputType({ description: 'Which posts are searched. All conditions must hold.' })
export class PostFilter {
  @Field(() => ID, { nullable: true, description: 'Only in this category.' })
  category?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only in this thread.' })
  thread?: string | null;
}

@ObjectType({ implements: Payload, description: 'The thread after the command.' })
@ReadableWithParent()
export class ThreadPayload extends Payload {
  @Field(() => ThreadType, { nullable: true, description: 'The thread; null when nothing was done.' })
  thread!: ThreadType | null;
}

@ObjectType({ implements: Payload, description: 'The thread that was opened.' })
@ReadableWithParent()
export class CreateThreadPayload extends Payload {
  @Field(() => ThreadType, {
    nullable: true,
    description: 'The thread; null when nothing was done, or it waits for moderators and the caller is neither its author nor one of them.',
  })
  thread!: ThreadType | null;
  @Field(() => PostType, { nullable: true, description: 'Its first post; null when nothing was done.' })
  post!: PostType | null;
  @Field(() => Boolean, { nullable: true, description: 'The key was used before, and this is what it opened then; null when refused.' })
  replayed!: boolean | null;
}
