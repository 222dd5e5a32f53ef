import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import { PointsEntry, SupportCaseStatusType, SupportPriorityType } from '../journal/journal.types.js';
import { MemberRef } from '../members/member.types.js';
import { SupportCaseMessageType, SupportCaseType } from './support-case.types.js';

const CASE = 'The case: cas_…';
const BODY = 'What to say, 1 to 10,000 characters.';
const ATTACHMENTS = 'https URLs of files that belong to it, at most 10.';
const KEY =
  'Names this request, 1 to 255 characters: sent again, it does nothing and gives the first outcome. Without one, sending it twice does it twice.';
const NAMED = 'The member for whom it is said; where it is given, a case of anybody else is not there.';
const REPLAYED = 'The key was known: this is the first outcome again, and nothing was done now.';

@InputType({ description: 'A support case to open.' })
export class OpenSupportCaseInput {
  @Field(() => MemberRef, { description: 'Whose case it is; a member names themselves.' })
  member!: MemberRef;
  @Field(() => String, { description: 'What it is about, 1 to 255 characters.' })
  subject!: string;
  @Field(() => String, { description: BODY })
  body!: string;
  @Field(() => [String], { nullable: true, description: ATTACHMENTS })
  attachments?: string[] | null;
  @Field(() => SupportPriorityType, {
    nullable: true,
    description: 'How much of a hurry it is; NORMAL when left out. Only with cases:work is another one taken.',
  })
  priority?: SupportPriorityType | null;
  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Something to write in a support case.' })
export class ReplyToSupportCaseInput {
  @Field(() => ID, { description: CASE })
  case!: string;
  @Field(() => String, { description: BODY })
  body!: string;
  @Field(() => [String], { nullable: true, description: ATTACHMENTS })
  attachments?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'A note of agents for each other: it is shown to nobody else, is no answer, and leaves the status. Not when left out. Needs cases:work.',
  })
  isInternal?: boolean | null;
  @Field(() => SupportCaseStatusType, {
    nullable: true,
    description:
      "What an agent's answer leaves the case at: OPEN, PENDING or SOLVED. When left out PENDING, or SOLVED where it is. Needs cases:work; a member's words always open it.",
  })
  status?: SupportCaseStatusType | null;
  @Field(() => MemberRef, { nullable: true, description: NAMED })
  member?: MemberRef | null;
  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Who is to look after a support case.' })
export class AssignSupportCaseInput {
  @Field(() => ID, { description: CASE })
  case!: string;
  @Field(() => ID, { nullable: true, description: 'A staff identity: stf_…; null: nobody; when left out, the caller.' })
  assignee?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Refuse where somebody else looks after it already, so that of two who take it at once one has it. Not when left out.',
  })
  onlyIfUnassigned?: boolean | null;
}

@InputType({ description: 'Another priority of a support case.' })
export class SetSupportCasePriorityInput {
  @Field(() => ID, { description: CASE })
  case!: string;
  @Field(() => SupportPriorityType, {
    description:
      'The priority. What is due is counted anew to its targets, from the opening of the case; what would have been due before now is due now, or with the next business hour.',
  })
  priority!: SupportPriorityType;
}

@InputType({ description: 'A support case.' })
export class SupportCaseInput {
  @Field(() => ID, { description: CASE })
  case!: string;
}

@InputType({ description: 'How satisfied a member is with a support case.' })
export class RateSupportCaseInput {
  @Field(() => ID, { description: CASE })
  case!: string;
  @Field(() => Int, { description: 'From 1, not at all, to 5.' })
  rating!: number;
  @Field(() => String, { nullable: true, description: 'What there is to say of it, at most 2,000 characters.' })
  comment?: string | null;
  @Field(() => MemberRef, { nullable: true, description: NAMED })
  member?: MemberRef | null;
}

@InputType({ description: 'Points for the member of a support case.' })
export class GrantGoodwillInput {
  @Field(() => ID, { description: CASE })
  case!: string;
  @Field(() => String, { description: `${IDEMPOTENCY_KEY} It is one of the keys of the member.` })
  idempotencyKey!: string;
  @Field(() => Points, { description: 'How many; above 0, and within what the agent may adjust today.' })
  amount!: number;
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
}

@InputType({ description: 'Which support cases. All conditions must hold.' })
export class SupportCaseFilter {
  @Field(() => [SupportCaseStatusType], { nullable: true, description: 'Only with one of these.' })
  statuses?: SupportCaseStatusType[] | null;
  @Field(() => [SupportPriorityType], { nullable: true, description: 'Only with one of these.' })
  priorities?: SupportPriorityType[] | null;
  @Field(() => ID, { nullable: true, description: 'Only those that this staff identity looks after: stf_…' })
  assignee?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'true: only those that somebody looks after; false: only the others.' })
  isAssigned?: boolean | null;
  @Field(() => MemberRef, { nullable: true, description: 'Only of this member.' })
  member?: MemberRef | null;
  @Field(() => Boolean, { nullable: true, description: 'true: only those that are overdue; false: only the others.' })
  isOverdue?: boolean | null;
}

@ObjectType({ implements: Payload, description: 'The support case after the command.' })
@ReadableWithParent()
export class SupportCasePayload extends Payload {
  @Field(() => SupportCaseType, { nullable: true, description: 'The case; null when refused.' })
  supportCase!: SupportCaseType | null;
}

@ObjectType({ implements: Payload, description: 'The support case that was opened.' })
@ReadableWithParent()
export class OpenSupportCasePayload extends Payload {
  @Field(() => SupportCaseType, { nullable: true, description: 'The case; null when refused.' })
  supportCase!: SupportCaseType | null;
  @Field(() => Boolean, { nullable: true, description: `${REPLAYED} null when refused.` })
  replayed!: boolean | null;
}

@ObjectType({ implements: Payload, description: 'What was written in a support case.' })
@ReadableWithParent()
export class ReplyToSupportCasePayload extends Payload {
  @Field(() => SupportCaseType, { nullable: true, description: 'The case; null when refused.' })
  supportCase!: SupportCaseType | null;
  @Field(() => SupportCaseMessageType, { nullable: true, description: 'What was written; null when refused.' })
  message!: SupportCaseMessageType | null;
  @Field(() => Boolean, { nullable: true, description: `${REPLAYED} null when refused.` })
  replayed!: boolean | null;
}

@ObjectType({ implements: Payload, description: 'What became of the points.' })
@ReadableWithParent()
export class GrantGoodwillPayload extends Payload {
  @Field(() => SupportCaseType, { nullable: true, description: 'The case; null when refused.' })
  supportCase!: SupportCaseType | null;
  @Field(() => PointsEntry, { nullable: true, description: "The adjustment in the member's journal; null when refused." })
  entry!: PointsEntry | null;
  @Field(() => Boolean, { description: REPLAYED })
  replayed!: boolean;
}
