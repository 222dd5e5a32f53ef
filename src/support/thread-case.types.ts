import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ThreadType } from '../community/thread.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { SupportPriorityType } from '../journal/journal.types.js';
import { SupportCaseType } from './support-case.types.js';

@InputType({ description: 'A thread to go on with as a support case.' })
export class MoveThreadToSupportInput {
  @Field(() => ID, { description: 'Which.' })
  thread!: string;
  @Field(() => SupportPriorityType, { nullable: true, description: 'How urgent it is; NORMAL when left out.' })
  priority?: SupportPriorityType | null;
  @Field(() => String, { nullable: true, description: 'Why, for the log of moderators; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A support case to give back to the community.' })
export class ReturnSupportCaseToThreadInput {
  @Field(() => ID, { description: 'Which; one that came from a thread.' })
  case!: string;
  @Field(() => String, { nullable: true, description: 'Why, for the log of moderators; at most 500 characters.' })
  reason?: string | null;
}

@ObjectType({ implements: Payload, description: 'A support case and the thread that it came from, after the command.' })
@ReadableWithParent()
export class ThreadCasePayload extends Payload {
  @Field(() => SupportCaseType, { nullable: true, description: 'The case; null when nothing was done.' })
  supportCase!: SupportCaseType | null;
  @Field(() => ThreadType, { nullable: true, description: 'The thread; null when nothing was done.' })
  thread!: ThreadType | null;
}
