import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { StreamBookmark, StreamItem, StreamReset } from '../feed/feed.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import { Notification } from './notification.types.js';

const UNREAD = 'How many notifications are unread after it.';

@ObjectType({ implements: StreamItem, description: 'The first item: how the inbox stands.' })
@ReadableWithParent()
export class NotificationSnapshot extends StreamItem {
  @Field(() => Points, { description: "Number of the member's last entry that it includes." })
  number!: number;
  @Field(() => Int, { description: 'How many notifications are unread.' })
  unreadCount!: number;
}

@ObjectType({ implements: StreamItem, description: 'A notification came, or some were read.' })
@ReadableWithParent()
export class NotificationChange extends StreamItem {
  @Field(() => Points, { description: "The entry's number in the member's stream." })
  number!: number;
  @Field(() => Points, { description: 'Number of the item before this one; entries in between were about something else.' })
  follows!: number;
  @Field(() => Notification, { nullable: true, description: 'The one that came; null when some were read.' })
  notification!: Notification | null;
  @Field(() => Int, { description: UNREAD })
  unreadCount!: number;
}

export const NotificationItem = createUnionType({
  name: 'NotificationItem',
  description: 'What notifications sends: a snapshot first, then changes, now and then a bookmark.',
  types: () => [NotificationSnapshot, NotificationChange, StreamReset, StreamBookmark] as const,
});
