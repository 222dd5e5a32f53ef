import { Arg, Ctx, Extensions, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import type { Deliveries, Delivery } from '../feed/deliveries.js';
import type { FeedItem } from '../feed/feed.js';
import { AFTER, common, follow, noLongerOpen, signal } from '../feed/follow.js';
import { badInput } from '../graphql/errors.js';
import { localId, streamKindOf } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { journalEntry } from '../journal/entry-view.js';
import type { ThreadEntry } from '../journal/journal.types.js';
import { shardOf } from '../journal/shard.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import { CategoryActivityItem, CategorySnapshot, ThreadActivityItem, ThreadChange, ThreadSnapshot } from './activity.types.js';
import type { CategorySettings } from './category.js';
import { categoryType } from './category.types.js';
import { PostType, postType } from './post.types.js';
import { ThreadType, threadType } from './thread.types.js';
import type { ThreadEventDetail } from './thread-event.js';

interface SubscribeArgs {
  readonly args: { readonly thread: string; readonly category: string; readonly after?: string | null };
  readonly context: Context;
}

/** They take a thread away from everybody but moderators. */
const TAKES_AWAY: ReadonlySet<string> = new Set(['THREAD_HIDDEN', 'THREAD_DELETED']);

@Resolver(() => ThreadChange)
export class ActivityResolver {
  @Subscription(() => ThreadActivityItem, {
    nullable: true,
    description:
      'What happens in a thread: the thread first, then each entry of it, in order, each once. Ends with FORBIDDEN when it is not open to the caller any more. Scope community:read.',
    subscribe: ({ args, context }: SubscribeArgs) => followThread(context, args.thread, args.after),
  })
  @Extensions({ deliver: threadItem })
  @Requires('community:read')
  threadActivity(
    @Root() delivery: Delivery,
    @Ctx() context: Context,
    @Arg('thread', () => ID, { description: 'Which: thr_…' }) _thread: string,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): Promise<typeof ThreadActivityItem> {
    return threadItem(delivery, context);
  }

  @Subscription(() => CategoryActivityItem, {
    nullable: true,
    description:
      'What happens in the threads of a category, in order per thread, each once. Ends with FORBIDDEN when it is not open to the caller any more. Scope community:read.',
    subscribe: ({ args, context }: SubscribeArgs) => followCategory(context, args.category, args.after),
  })
  @Requires('community:read')
  categoryActivity(
    @Root() delivery: Delivery,
    @Ctx() context: Context,
    @Arg('category', () => ID, { description: 'Which: cat_…' }) category: string,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): Promise<typeof CategoryActivityItem> {
    return categoryItem(delivery, context, category);
  }

  @FieldResolver(() => ThreadType, { nullable: true, description: 'The thread as it is now; null when it is not open to the caller.' })
  async thread(@Root() { threadUuid }: ThreadChange, @Ctx() { community }: Context): Promise<ThreadType | null> {
    const row = await community.threads.load(threadUuid);
    return row && threadType(row);
  }

  @FieldResolver(() => PostType, {
    nullable: true,
    description: 'The post that the entry is about, as it is now; null when it is about none, or that is not open to the caller.',
  })
  async post(@Root() { postUuid }: ThreadChange, @Ctx() { community }: Context): Promise<PostType | null> {
    const row = postUuid && (await community.post(postUuid));
    return row ? postType(row) : null;
  }
}

async function followThread(context: Context, id: string, after: string | null | undefined): Promise<Deliveries> {
  const uuid = localId('thread', id);
  if (!uuid || !(await context.community.threads.load(uuid))) throw badInput('There is no such thread, or it is not open to this caller.');
  return follow(context, { streamId: uuid, shard: shardOf(context.programId, uuid) }, after, () => true);
}

async function followCategory(context: Context, id: string, after: string | null | undefined): Promise<Deliveries> {
  const category = await openCategory(context, localId('category', id));
  if (!category) throw badInput('There is no such category, or it is not open to this caller.');
  return follow(context, null, after, (entry) => {
    if (streamKindOf(entry) !== 'thread') return false;
    const { category: at, from } = detailOf(entry);
    return at === category.id || from === category.id;
  });
}

async function threadItem({ item, memberId: thread }: Delivery, context: Context): Promise<typeof ThreadActivityItem> {
  if (item.type === 'SNAPSHOT') {
    const row = await context.community.threads.load(thread as string);
    if (!row) throw noLongerOpen('This thread');
    return Object.assign(new ThreadSnapshot(), { ...common(item), thread: threadType(row) });
  }
  if (item.type !== 'ENTRY') return signal(item);
  const isTaken = TAKES_AWAY.has(item.entry.kind) && !context.community.isModerator;
  if (isTaken || !(await openCategory(context, detailOf(item.entry).category))) throw noLongerOpen('This thread');
  return changeOf(item, context);
}

async function categoryItem({ item }: Delivery, context: Context, id: string): Promise<typeof CategoryActivityItem> {
  const category = await openCategory(context, localId('category', id));
  if (!category) throw noLongerOpen('This category');
  if (item.type === 'SNAPSHOT') {
    const { settings } = await context.program();
    return Object.assign(new CategorySnapshot(), { ...common(item), category: categoryType(category, settings) });
  }
  return item.type === 'ENTRY' ? changeOf(item, context) : signal(item);
}

async function changeOf(item: FeedItem & { type: 'ENTRY' }, context: Context): Promise<ThreadChange> {
  const { entry: stored, number, follows, cursor } = item;
  const entry = journalEntry(stored, await context.program()) as ThreadEntry;
  const { post = null } = detailOf(stored);
  return Object.assign(new ThreadChange(), { cursor, number, follows, entry, threadUuid: stored.streamId, postUuid: post });
}

const openCategory = async ({ community }: Context, uuid: string | null): Promise<CategorySettings | undefined> =>
  (await community.categories()).find(({ id }) => id === uuid);

const detailOf = ({ data }: StoredEntry) => data.input as ThreadEventDetail;
