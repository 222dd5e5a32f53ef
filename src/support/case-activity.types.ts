import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { StreamBookmark, StreamItem, StreamReset } from '../feed/feed.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Points } from '../graphql/scalars.js';
import { SupportCaseEntry, SupportCaseStatusType, SupportPriorityType } from '../journal/journal.types.js';
import { SupportCaseMessageType } from './support-case.types.js';

@ObjectType({
  implements: StreamItem,
  description: 'The first item: how the case stands. It may be newer than its number; the entries behind that follow all the same.',
})
@ReadableWithParent()
export class SupportCaseSnapshot extends StreamItem {
  @Field(() => Points, { description: 'Number of the last entry of the case that it includes.' })
  number!: number;
  @Field(() => SupportCaseStatusType, { description: 'Whose turn it is.' })
  caseStatus!: SupportCaseStatusType;
  @Field(() => SupportPriorityType, { description: 'How much of a hurry it is.' })
  casePriority!: SupportPriorityType;
  @Field(() => ID, { nullable: true, description: 'The staff identity that looks after it; null: nobody does.' })
  assigneeId!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When the first answer is due, or was; null: none is promised.' })
  firstResponseDueAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is to be solved; null while that clock rests and was not missed, or where nothing is promised.',
  })
  resolutionDueAt!: Date | null;
}

@ObjectType({ implements: StreamItem, description: 'Something that happened to the case.' })
@ReadableWithParent()
export class SupportCaseChange extends StreamItem {
  @Field(() => Points, { description: "The entry's number in the stream of the case." })
  number!: number;
  @Field(() => Points, {
    description:
      'Number of the item before this one; entries in between are internal notes, which are told to callers with cases:work alone.',
  })
  follows!: number;
  @Field(() => SupportCaseEntry, { description: 'The entry, with how the case stands after it.' })
  entry!: SupportCaseEntry;
  @Field(() => SupportCaseMessageType, { nullable: true, description: 'What was written; null where nothing was.' })
  message!: SupportCaseMessageType | null;
}

export const SupportCaseActivityItem = createUnionType({
  name: 'SupportCaseActivityItem',
  description: 'What supportCaseActivity sends: a snapshot first, then what happens, now and then a bookmark.',
  types: () => [SupportCaseSnapshot, SupportCaseChange, StreamReset, StreamBookmark] as const,
});
