import { Arg, Extensions, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import type { Delivery } from '../feed/deliveries.js';
import { AFTER, common, follow, signal } from '../feed/follow.js';
import { memberStream } from '../feed/member-stream.js';
import { Requires } from '../graphql/policy.js';
import { NO_STREAM } from '../journal/core/state.js';
import { MemberRef } from '../members/member.types.js';
import { type Inbox, inboxAfter, inboxOf, unreadCount } from './inbox.js';
import { NotificationChange, NotificationItem, NotificationSnapshot } from './inbox-feed.types.js';
import { notificationOf } from './notification.types.js';
import { NOTIFICATION_SENT } from './send-notification.js';

interface SubscribeArgs {
  readonly args: { readonly member: MemberRef; readonly after?: string | null };
  readonly context: Context;
}

@Resolver()
export class NotificationFeedResolver {
  @Subscription(() => NotificationItem, {
    nullable: true,
    description:
      "A member's inbox: how many are unread first, then each notification that comes and each time some are read, in order, each once. Scope members:read, or self:read for oneself.",
    subscribe: async ({ args, context }: SubscribeArgs) =>
      follow(context, await memberStream(context, args.member), args.after, ({ data }) => inboxAfter(data.progress) !== null),
  })
  @Extensions({ deliver: notificationItem })
  @Requires('members:read', 'self:read')
  notifications(
    @Root() delivery: Delivery,
    @Arg('member', () => MemberRef, { description: 'Whose.' }) _member: MemberRef,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): typeof NotificationItem {
    return notificationItem(delivery);
  }
}

function notificationItem({ item }: Delivery): typeof NotificationItem {
  if (item.type === 'SNAPSHOT') {
    const unread = unreadCount(inboxOf(item.state ?? NO_STREAM));
    return Object.assign(new NotificationSnapshot(), { ...common(item), unreadCount: unread });
  }
  if (item.type !== 'ENTRY') return signal(item);
  const { entry } = item;
  const inbox = inboxAfter(entry.data.progress) as Inbox;
  const notification = entry.kind === NOTIFICATION_SENT ? notificationOf(entry, inbox) : null;
  return Object.assign(new NotificationChange(), {
    ...{ ...common(item), follows: item.follows, notification, unreadCount: unreadCount(inbox) },
  });
}
