import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';

export enum ThreadOrder {
  HOT = 'HOT',
  NEW = 'NEW',
  ACTIVE = 'ACTIVE',
  TOP = 'TOP',
}
registerEnumType(ThreadOrder, {
  name: 'ThreadOrder',
  description: 'In which order threads are listed.',
  valuesConfig: {
    HOT: { description: 'By posts and reactions, each ten times as many worth 12.5 hours of age.' },
    NEW: { description: 'The youngest first.' },
    ACTIVE: { description: 'The one with the latest post first.' },
    TOP: { description: 'The one with the most reactions first.' },
  },
});

/** A thread as it is stored. */
export interface ThreadRow {
  readonly id: string;
  readonly categoryId: string;
  readonly authorId: string | null;
  readonly title: string;
  readonly tags: readonly string[];
  readonly isQuestion: boolean;
  readonly acceptedPostId: string | null;
  readonly isPinned: boolean;
  readonly isClosed: boolean;
  readonly isHidden: boolean;
  /** It waits for moderators, together with its first post. */
  readonly isHeld: boolean;
  readonly isDeleted: boolean;
  readonly mergedInto: string | null;
  readonly lastNumber: number;
  readonly postCount: number;
  readonly reactionCount: number;
  readonly viewCount: number;
  readonly createdAt: Date;
  readonly lastPostAt: Date;
  readonly heat: number;
}

/** A poll as it is stored. */
export interface PollRow {
  readonly thread: string;
  readonly question: string;
  readonly choicesMax: number;
  readonly closesAt: Date | null;
  readonly voterCount: number;
  readonly options: readonly { readonly number: number; readonly text: string; readonly voteCount: number }[];
}

@ObjectType('PollOption', { description: 'What can be chosen in a poll.' })
@ReadableWithParent()
@Cost({ listSize: 5 })
export class PollOptionType {
  @Field(() => Int, { description: 'Its number, from 1: votes name it.' })
  number!: number;
  @Field(() => String, { description: 'What it says.' })
  text!: string;
  @Field(() => Int, { description: 'How many chose it.' })
  voteCount!: number;
}

@ObjectType('Poll', { description: 'A question to everybody in a thread.' })
@ReadableWithParent()
export class PollType {
  @Field(() => String, { description: 'What is asked.' })
  question!: string;
  @Field(() => [PollOptionType], { description: 'What can be chosen, 2 to 20.' })
  options!: PollOptionType[];
  @Field(() => Int, { description: 'How many options one member may choose.' })
  choicesMax!: number;
  @Field(() => DateTime, { nullable: true, description: 'When voting ends; null: with the thread.' })
  closesAt!: Date | null;
  @Field(() => Int, { description: 'How many members voted.' })
  voterCount!: number;

  thread!: string;
}

export const pollType = (row: PollRow): PollType =>
  Object.assign(new PollType(), row, { options: row.options.map((option) => Object.assign(new PollOptionType(), option)) });

@ObjectType('ThreadVisit', { description: 'How a member stands to a thread.' })
@ReadableWithParent()
export class ThreadVisitType {
  @Field(() => Int, { description: 'Number of the last post that they read; 0: none.' })
  readNumber!: number;
  @Field(() => Int, { description: 'Posts behind it, also those that were taken away since.' })
  unreadCount!: number;
  @Field(() => Boolean, { description: 'They are told of new posts.' })
  isFollowing!: boolean;
}

@ObjectType('Thread', { implements: Node, description: 'Posts about one thing.' })
@ReadableWithParent()
export class ThreadType extends Node {
  @Field(() => String, { description: 'What it is about.' })
  title!: string;
  @Field(() => [String], { description: 'Names under which it is found, at most 10.' })
  tags!: readonly string[];
  @Field(() => Boolean, { description: 'Somebody asks, and can accept an answer.' })
  isQuestion!: boolean;
  @Field(() => Boolean, { description: 'Moderators pinned it to the top of its category.' })
  isPinned!: boolean;
  @Field(() => Boolean, { description: 'It can be read, and nothing is added.' })
  isClosed!: boolean;
  @Field(() => Boolean, { description: 'It is out of sight: moderators, members with flags, or a rule took it there.' })
  isHidden!: boolean;
  @Field(() => Boolean, { description: 'It was deleted.' })
  isDeleted!: boolean;
  @Field(() => Int, { description: 'Posts that are neither hidden nor deleted, the first one included.' })
  postCount!: number;
  @Field(() => Int, { description: 'Number of the last post; new posts get the next.' })
  lastNumber!: number;
  @Field(() => Int, { description: 'Reactions to all its posts.' })
  reactionCount!: number;
  @Field(() => Int, { description: 'Members who opened it.' })
  viewCount!: number;
  @Field(() => DateTime, { description: 'When it was opened.' })
  createdAt!: Date;
  @Field(() => DateTime, { description: 'When its last post was written.' })
  lastPostAt!: Date;

  row!: ThreadRow;
}

export const threadType = (row: ThreadRow): ThreadType => {
  const { id, title, tags, isQuestion, isPinned, isClosed, isHidden, isDeleted } = row;
  const { postCount, lastNumber, reactionCount, viewCount, createdAt, lastPostAt } = row;
  return Object.assign(new ThreadType(), {
    ...{ id: globalId('thread', id), row, title, tags, isQuestion, isPinned, isClosed, isHidden, isDeleted },
    ...{ postCount, lastNumber, reactionCount, viewCount, createdAt, lastPostAt },
  });
};

export const ThreadConnection = connectionType('Thread', () => ThreadType, 'threads');
