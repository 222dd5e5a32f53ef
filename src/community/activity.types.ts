import { createUnionType, Field, ObjectType } from 'type-graphql';
import { StreamBookmark, StreamItem, StreamReset } from '../feed/feed.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import { ThreadEntry } from '../journal/journal.types.js';
import { CategoryType } from './category.types.js';
import { ThreadType } from './thread.types.js';

@ObjectType({ implements: StreamItem, description: 'The first item: the thread as it stands.' })
@ReadableWithParent()
export class ThreadSnapshot extends StreamItem {
  @Field(() => Points, { description: "Number of the thread's last entry that it includes." })
  number!: number;
  @Field(() => ThreadType, { description: 'The thread.' })
  thread!: ThreadType;
}

@ObjectType({ implements: StreamItem, description: 'Something happened in a thread.' })
@ReadableWithParent()
export class ThreadChange extends StreamItem {
  @Field(() => Points, { description: "The entry's number in the thread's stream." })
  number!: number;
  @Field(() => Points, { description: 'Number of the item before this one; 0 for a category.' })
  follows!: number;
  @Field(() => ThreadEntry, { description: 'What happened.' })
  entry!: ThreadEntry;

  /** UUIDs. */
  threadUuid!: string;
  postUuid!: string | null;
}

@ObjectType({ implements: StreamItem, description: 'The first item: the category. What happens in its threads follows.' })
@ReadableWithParent()
export class CategorySnapshot extends StreamItem {
  @Field(() => Points, { description: 'Always 0: many threads are followed.' })
  number!: number;
  @Field(() => CategoryType, { description: 'The category.' })
  category!: CategoryType;
}

export const ThreadActivityItem = createUnionType({
  name: 'ThreadActivityItem',
  description: 'What threadActivity sends: a snapshot first, then changes, now and then a bookmark.',
  types: () => [ThreadSnapshot, ThreadChange, StreamReset, StreamBookmark] as const,
});
export const CategoryActivityItem = createUnionType({
  name: 'CategoryActivityItem',
  description: 'What categoryActivity sends: the category first, then changes of its threads, now and then a bookmark.',
  types: () => [CategorySnapshot, ThreadChange, StreamReset, StreamBookmark] as const,
});
