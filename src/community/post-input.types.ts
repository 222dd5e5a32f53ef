import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { MemberRef } from '../members/member.types.js';
import { PostType, ReactionKind } from './post.types.js';

const MEMBER = "In whose name; left out by a member's own token.";
const BODY = 'CommonMark, 1 to 32,000 characters; HTML in it is text. `@handle` mentions a member, at most 20 of them.';

@InputType({ description: 'A file elsewhere that a post refers to.' })
export class AttachmentInput {
  @Field(() => String, { description: 'An https URL, at most 2,048 characters.' })
  url!: string;
  @Field(() => String, { nullable: true, description: 'What it is called, at most 255 characters.' })
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'Like image/png.' })
  mediaType?: string | null;
}

@InputType({ description: 'A post to write.' })
export class CreatePostInput {
  @Field(() => MemberRef, { nullable: true, description: MEMBER })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'The thread.' })
  thread!: string;
  @Field(() => String, { description: BODY })
  body!: string;
  @Field(() => ID, { nullable: true, description: 'The post of the same thread that it replies to; none when left out.' })
  replyTo?: string | null;
  @Field(() => [AttachmentInput], { nullable: true, description: 'At most 10.' })
  attachments?: AttachmentInput[] | null;
  @Field(() => String, { description: 'Names the post for ever among those of its author: sending it again writes nothing.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A post to change.' })
export class UpdatePostInput {
  @Field(() => MemberRef, { nullable: true, description: MEMBER })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'Which; their own.' })
  post!: string;
  @Field(() => String, { description: BODY })
  body!: string;
  @Field(() => [AttachmentInput], { nullable: true, description: 'Replaces all; they stay when left out.' })
  attachments?: AttachmentInput[] | null;
}

@InputType({ description: 'A post to take away.' })
export class DeletePostInput {
  @Field(() => MemberRef, { nullable: true, description: MEMBER })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'Which; their own.' })
  post!: string;
}

@InputType({ description: 'A reaction to a post.' })
export class ReactionInput {
  @Field(() => MemberRef, { nullable: true, description: MEMBER })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'The post.' })
  post!: string;
  @Field(() => ReactionKind, { description: 'How.' })
  kind!: ReactionKind;
}

@InputType({ description: 'An answer to accept.' })
export class AcceptAnswerInput {
  @Field(() => MemberRef, { nullable: true, description: 'Whoever asked. Left out by their own token.' })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'The post that answers the question.' })
  post!: string;
}

@InputType({ description: 'A question that is open again.' })
export class WithdrawAnswerInput {
  @Field(() => MemberRef, { nullable: true, description: 'Whoever asked. Left out by their own token.' })
  member?: MemberRef | null;
  @Field(() => ID, { description: 'The thread.' })
  thread!: string;
}

@ObjectType({ implements: Payload, description: 'The post after the command.' })
@ReadableWithParent()
export class PostPayload extends Payload {
  @Field(() => PostType, { nullable: true, description: 'The post; null when nothing was done.' })
  post!: PostType | null;
}

@ObjectType({ implements: Payload, description: 'The post that was written.' })
@ReadableWithParent()
export class CreatePostPayload extends Payload {
  @Field(() => PostType, { nullable: true, description: 'The post; null when nothing was done.' })
  post!: PostType | null;
  @Field(() => Boolean, { nullable: true, description: 'The key was used before, and this is what it wrote then; null when refused.' })
  replayed!: boolean | null;
}
