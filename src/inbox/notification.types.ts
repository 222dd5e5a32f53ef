import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import { MemberRef } from '../members/member.types.js';
import { type Inbox, isRead } from './inbox.js';
import { notificationId, type StoredNotification } from './notification.js';

export enum NotificationType {
  REPLY = 'REPLY',
  MENTION = 'MENTION',
  THREAD_POST = 'THREAD_POST',
  ANSWER_ACCEPTED = 'ANSWER_ACCEPTED',
  TIER_CHANGED = 'TIER_CHANGED',
}
registerEnumType(NotificationType, {
  name: 'NotificationType',
  description: 'What a member is notified of. More may be added.',
  valuesConfig: {
    REPLY: { description: 'Somebody replied to a post of theirs, whether it mentions them or not.' },
    MENTION: { description: 'Somebody mentioned them, in a post or by editing one.' },
    THREAD_POST: { description: 'Somebody wrote in a thread that they follow.' },
    ANSWER_ACCEPTED: { description: 'A post of theirs was accepted as the answer.' },
    TIER_CHANGED: { description: 'They moved to another tier, up or down.' },
  },
});

@ObjectType('Notification', { implements: Node, description: "Something in a member's inbox." })
@ReadableWithParent()
export class Notification extends Node {
  @Field(() => NotificationType, { description: 'What it is about.' })
  type!: NotificationType;
  @Field(() => DateTime, { description: 'When it came.' })
  createdAt!: Date;
  @Field(() => Boolean, {
    description: 'It was marked as read. In a subscription: when it came, and so false; the mark comes as an item of its own.',
  })
  isRead!: boolean;

  stored!: StoredNotification;
  member!: string;
}

/** A notification of an entry, in an inbox as it stands. */
export function notificationOf({ streamId, effectiveAt, data }: StoredEntry, inbox: Inbox): Notification {
  const stored = data.input as StoredNotification;
  return Object.assign(new Notification(), {
    id: notificationId(streamId, stored.n),
    type: stored.type as NotificationType,
    createdAt: new Date(effectiveAt),
    isRead: isRead(inbox, stored.n),
    stored,
    member: streamId,
  });
}

export const NotificationConnection = connectionType('Notification', () => Notification, 'notifications');

@InputType({ description: 'Which notifications.' })
export class NotificationFilter {
  @Field(() => Boolean, { nullable: true, description: 'true: only those that were not read; false: only those that were.' })
  isUnread?: boolean | null;
}

@InputType({ description: 'Notifications to mark as read. Exactly one of ids and upTo is given.' })
export class MarkNotificationsReadInput {
  @Field(() => MemberRef, { nullable: true, description: "Whose; left out by a member's own token." })
  member?: MemberRef | null;
  @Field(() => [ID], { nullable: true, description: 'These: 1 to 100 ids ntf_…' })
  ids?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'This one, and all that came before it: ntf_…' })
  upTo?: string | null;
}

@ObjectType({ implements: Payload, description: 'The inbox after the command.' })
@ReadableWithParent()
export class MarkNotificationsReadPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many are unread now; null when nothing was done.' })
  unreadNotificationCount!: number | null;
}
