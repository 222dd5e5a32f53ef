import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { actorId } from '../journal/entry-view.js';
import { SupportCaseStatusType, SupportPriorityType } from '../journal/journal.types.js';
import type { CaseRow, MessageRow } from './case-rows.js';

export enum SupportAuthorType {
  MEMBER = 'MEMBER',
  STAFF = 'STAFF',
  KEY = 'KEY',
}
registerEnumType(SupportAuthorType, {
  name: 'SupportAuthor',
  description: 'For whom a message speaks.',
  valuesConfig: {
    MEMBER: { description: 'The member, or an app that writes for them.' },
    STAFF: { description: 'An agent.' },
    KEY: { description: 'An API key that works on cases.' },
  },
});

@ObjectType({ description: 'Somebody who works on support cases.' })
@ReadableWithParent()
export class SupportAgent {
  @Field(() => ID, { description: 'Their staff identity.' })
  id!: string;
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
}

@ObjectType({ description: 'How satisfied a member was with a support case.' })
@ReadableWithParent()
export class SupportSatisfaction {
  @Field(() => Int, { description: 'From 1, not at all, to 5.' })
  rating!: number;
  @Field(() => String, { nullable: true, description: 'What the member says of it; null: nothing, or it was erased.' })
  comment!: string | null;
  @Field(() => DateTime, { description: 'When they said so first; it can be changed for 7 days.' })
  ratedAt!: Date;
}

@ObjectType('SupportCaseMessage', { description: 'What somebody wrote in a support case.' })
@ReadableWithParent()
export class SupportCaseMessageType {
  @Field(() => Int, {
    description: 'Place in the case, from 1. Whoever is not shown internal notes sees gaps where they are.',
  })
  number!: number;
  @Field(() => SupportAuthorType, { description: 'For whom it speaks.' })
  author!: SupportAuthorType;
  @Field(() => ID, { description: 'Who wrote it: the id of a member of staff, an API key or the member.' })
  writtenBy!: string;
  @Field(() => String, { nullable: true, description: 'What it says; null once the member is erased.' })
  body!: string | null;
  @Field(() => [String], { description: 'https URLs of files that belong to it; Laurel keeps no files.' })
  attachments!: string[];
  @Field(() => Boolean, { description: 'It is a note of agents for each other; only those with cases:work are shown it.' })
  isInternal!: boolean;
  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;

  row!: MessageRow;
}

@ObjectType('SupportCase', { implements: Node, description: 'Something that a member wants to be helped with.' })
@ReadableWithParent()
export class SupportCaseType extends Node {
  @Field(() => String, { nullable: true, description: 'What it is about; null once the member is erased.' })
  subject!: string | null;
  @Field(() => SupportCaseStatusType, { description: 'Whose turn it is.' })
  status!: SupportCaseStatusType;
  @Field(() => SupportPriorityType, { description: 'How much of a hurry it is.' })
  priority!: SupportPriorityType;
  @Field(() => ID, { nullable: true, description: 'Whose case it is; null once they are erased.' })
  memberId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The staff identity that looks after it; null: nobody does.' })
  assigneeId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The thread of the community that it belongs to; null: none.' })
  threadId!: string | null;
  @Field(() => DateTime, { description: 'When it was opened.' })
  createdAt!: Date;
  @Field(() => DateTime, { description: 'When it last changed, points that were given left out.' })
  updatedAt!: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the first answer is due, or was, in business hours; null: none is promised.',
  })
  firstResponseDueAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When an agent answered first, internal notes left out; null: nobody has.' })
  firstRespondedAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'The instant since which the first answer was late, or is; null: it was in time, still may be, or is not promised.',
  })
  firstResponseBreachedAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it is to be solved, in business hours. The clock rests while it is PENDING or SOLVED, and goes on with what is left when it is OPEN again; null while it rests, unless it was missed before, and where nothing is promised.',
  })
  resolutionDueAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'The instant since which its solution is late, or was; null: it is in time, or nothing is promised.',
  })
  resolutionBreachedAt!: Date | null;
  @Field(() => Boolean, { description: 'It is neither solved nor closed, and its first answer or its solution is late.' })
  isOverdue!: boolean;
  @Field(() => DateTime, { nullable: true, description: 'When it was solved; null: it is not.' })
  solvedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it is closed by itself, unless it is opened again; null: not by itself.' })
  closesAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null: it is not.' })
  closedAt!: Date | null;
  @Field(() => SupportSatisfaction, { nullable: true, description: 'How satisfied the member was; null: they have not said.' })
  satisfaction!: SupportSatisfaction | null;

  row!: CaseRow;
}

export const SupportCaseConnection = connectionType('SupportCase', () => SupportCaseType, 'support cases');
export const SupportCaseMessageConnection = connectionType(
  'SupportCaseMessage',
  () => SupportCaseMessageType,
  'messages of a support case',
);

const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** @param row as it stands now */
export function supportCaseType(row: CaseRow, now: number): SupportCaseType {
  const { firstResponseDueAt, firstRespondedAt, resolutionDueAt, satisfaction } = row;
  const answered = firstRespondedAt ?? row.solvedAt ?? row.closedAt ?? now;
  // While that clock rests, what stands there was missed.
  const isLate = resolutionDueAt !== null && (row.resolutionRunningSince === null || resolutionDueAt < now);
  return Object.assign(new SupportCaseType(), {
    id: globalId('supportCase', row.id),
    subject: row.subject,
    status: row.status as SupportCaseStatusType,
    priority: row.priority as SupportPriorityType,
    memberId: row.memberId && globalId('member', row.memberId),
    assigneeId: row.assigneeId && globalId('staff', row.assigneeId),
    threadId: row.threadId && globalId('thread', row.threadId),
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
    firstResponseDueAt: instant(firstResponseDueAt),
    firstRespondedAt: instant(firstRespondedAt),
    firstResponseBreachedAt: firstResponseDueAt !== null && firstResponseDueAt < answered ? new Date(firstResponseDueAt) : null,
    resolutionDueAt: instant(resolutionDueAt),
    resolutionBreachedAt: isLate ? instant(resolutionDueAt) : null,
    isOverdue: row.dueAt < now,
    solvedAt: instant(row.solvedAt),
    closesAt: instant(row.closesAt),
    closedAt: instant(row.closedAt),
    satisfaction:
      satisfaction === null
        ? null
        : Object.assign(new SupportSatisfaction(), {
            rating: satisfaction,
            comment: row.satisfactionComment,
            ratedAt: new Date(row.satisfactionAt ?? 0),
          }),
    row,
  });
}

export const supportCaseMessage = (row: MessageRow): SupportCaseMessageType =>
  Object.assign(new SupportCaseMessageType(), {
    number: row.number,
    author: row.author as SupportAuthorType,
    writtenBy: actorId(row.writtenBy),
    body: row.body,
    attachments: [...row.attachments],
    isInternal: row.isInternal,
    createdAt: new Date(row.createdAt),
    row,
  });
