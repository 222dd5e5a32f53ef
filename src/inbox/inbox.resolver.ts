import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { CommunityMemberType, communityMember } from '../community/community-member.types.js';
import { memberOf } from '../community/participant.js';
import { PostType, postType } from '../community/post.types.js';
import { ThreadType, threadType } from '../community/thread.types.js';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { ConnectionArgs } from '../graphql/connection.js';
import { globalId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { journalEntry } from '../journal/entry-view.js';
import { JournalEntry } from '../journal/journal.types.js';
import { giveCommand } from '../members/give-command.js';
import { MemberType } from '../members/member.types.js';
import { inboxOf, unreadCount } from './inbox.js';
import { parseNotificationId } from './notification.js';
import {
  MarkNotificationsReadInput,
  MarkNotificationsReadPayload,
  Notification,
  NotificationConnection,
  NotificationFilter,
} from './notification.types.js';
import { listNotifications } from './notification-lists.js';
import { READ_NOTIFICATIONS, type ReadNotifications } from './read-notifications.js';

const IDS_MAX = 100;

@Resolver()
export class InboxResolver {
  @Mutation(() => MarkNotificationsReadPayload, {
    nullable: true,
    description:
      'Marks notifications as read, some or all up to one; what was read stays read. Scope members:write or community:write; a member, only their own.',
  })
  @Requires('members:write', 'community:write')
  markNotificationsRead(
    @Ctx() context: Context,
    @Arg('input', () => MarkNotificationsReadInput, { description: 'Which.' }) sent: MarkNotificationsReadInput,
  ) {
    return attempt(async () => {
      const member = await memberOf(context, sent.member);
      const input = readingOf(sent, member);
      const given = await giveCommand(context, {
        ...{ type: READ_NOTIFICATIONS, member: { id: globalId('member', member) }, idempotencyKey: null, input, sent },
      });
      if ('refusal' in given.outcome) throw new Refused(given.outcome.refusal);
      const view = await context.members.present.clear(member).load(member);
      return { unreadNotificationCount: view && unreadCount(inboxOf(view.state)) };
    });
  }
}

/** What is to be read, of that member's inbox. @throws Refused */
function readingOf({ ids = null, upTo = null }: MarkNotificationsReadInput, member: string): ReadNotifications {
  if ((ids === null) === (upTo === null)) throw new Refused(invalid('Give exactly one of ids and upTo.'));
  const numberOf = (id: string, path: string): number => {
    const key = parseNotificationId(id);
    if (key?.member === member) return key.n;
    throw new Refused({ code: 'NOTIFICATION_NOT_FOUND', message: 'There is no such notification of this member.', path: [path] });
  };
  if (upTo !== null) return { upTo: numberOf(upTo, 'upTo') };
  const all = ids as string[];
  if (all.length === 0 || all.length > IDS_MAX) throw new Refused(invalid(`Name 1 to ${IDS_MAX} notifications.`, 'ids'));
  return { numbers: all.map((id) => numberOf(id, 'ids')) };
}

@Resolver(() => MemberType)
export class MemberInboxResolver {
  @FieldResolver(() => NotificationConnection, { description: 'What is in their inbox, the newest first.' })
  notifications(
    @Root() { memberId }: MemberType,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => NotificationFilter, { nullable: true, description: 'Which; all when left out.' })
    filter?: NotificationFilter | null,
  ) {
    return listNotifications(context, memberId, args, filter?.isUnread ?? null);
  }

  @FieldResolver(() => Int, { description: 'How many notifications are unread. Costs the same however many there are.' })
  async unreadNotificationCount(@Root() { memberId }: MemberType, @Ctx() context: Context): Promise<number> {
    const view = await context.members.present.load(memberId);
    return view ? unreadCount(inboxOf(view.state)) : 0;
  }
}

const OPEN = 'null when it is about none, when that is not open to the caller any more, and without the scope community:read.';

@Resolver(() => Notification)
export class NotificationResolver {
  @FieldResolver(() => ThreadType, { nullable: true, description: `The thread; ${OPEN}` })
  async thread(@Root() { stored }: Notification, @Ctx() context: Context): Promise<ThreadType | null> {
    const row = stored.thread && seesCommunity(context) ? await context.community.threads.load(stored.thread) : null;
    return row && threadType(row);
  }

  @FieldResolver(() => PostType, { nullable: true, description: `The post; ${OPEN}` })
  async post(@Root() { stored }: Notification, @Ctx() context: Context): Promise<PostType | null> {
    const row = stored.post && seesCommunity(context) ? await context.community.post(stored.post) : null;
    return row && postType(row);
  }

  @FieldResolver(() => CommunityMemberType, {
    nullable: true,
    description: 'Who did it; null where nobody did, when they were erased, and without the scope community:read.',
  })
  async actor(@Root() { stored }: Notification, @Ctx() context: Context): Promise<CommunityMemberType | null> {
    return stored.actor && seesCommunity(context) ? communityMember(await context.community.people.load(stored.actor)) : null;
  }

  @FieldResolver(() => JournalEntry, {
    nullable: true,
    description: "The entry of the member's journal that it tells of, like the change of a tier; null where it tells of none.",
  })
  async entry(@Root() { stored, member }: Notification, @Ctx() context: Context): Promise<JournalEntry | null> {
    if (stored.entry === undefined) return null;
    const entry = await context.members.entries.load({ streamId: member, number: stored.entry });
    return entry && journalEntry(entry, await context.program());
  }
}

const seesCommunity = ({ actor }: Context): boolean => actor?.scopes.has('community:read') ?? false;
