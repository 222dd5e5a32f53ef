import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt } from '../graphql/attempt.js';
import { ConnectionArgs } from '../graphql/connection.js';
import { Cost } from '../graphql/cost-declaration.js';
import { localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { acceptAnswer, withdrawAnswer } from './answer.js';
import { CategoryType, categoryType } from './category.types.js';
import { CommunityMemberType, communityMember } from './community-member.types.js';
import { createThread } from './create-thread.js';
import { participantOf } from './participant.js';
import { votePoll } from './poll.js';
import { PostConnection, PostType, postType } from './post.types.js';
import { AcceptAnswerInput, WithdrawAnswerInput } from './post-input.types.js';
import { listPosts } from './post-lists.js';
import { PollType, pollType, ThreadConnection, ThreadOrder, ThreadType, ThreadVisitType, threadType } from './thread.types.js';
import {
  CreateThreadInput,
  CreateThreadPayload,
  FollowThreadInput,
  MarkThreadReadInput,
  ThreadFilter,
  ThreadPayload,
  UpdateThreadInput,
  VotePollInput,
} from './thread-input.types.js';
import { leavesThread } from './thread-left.js';
import { listThreads, pinnedThreads } from './thread-lists.js';
import { updateThread } from './update-thread.js';
import { markRead, setFollowing } from './visit.js';

@Resolver(() => ThreadType)
export class ThreadResolver {
  @Query(() => ThreadType, {
    nullable: true,
    description:
      'One thread; null when there is none, or it is not open to the caller. One that was merged into another leads there. Scope community:read.',
  })
  @Requires('community:read')
  thread(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Its id: thr_…' }) id: string): Promise<ThreadType | null> {
    return findThread(context, id);
  }

  @Query(() => ThreadConnection, {
    nullable: true,
    description: 'Threads that are open to the caller; those of archived categories only where one is named. Scope community:read.',
  })
  @Requires('community:read')
  threads(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ThreadFilter, { nullable: true, description: 'Which; all when left out.' }) filter?: ThreadFilter | null,
    @Arg('order', () => ThreadOrder, { defaultValue: ThreadOrder.ACTIVE, description: 'In which order.' }) order = ThreadOrder.ACTIVE,
  ) {
    return listThreads(context, filter ?? {}, order, args);
  }

  @Mutation(() => CreateThreadPayload, {
    nullable: true,
    description: 'Opens a thread with its first post. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  createThread(@Ctx() context: Context, @Arg('input', () => CreateThreadInput, { description: 'The thread.' }) input: CreateThreadInput) {
    return attempt(async () => {
      const { thread, post, replayed } = await createThread(context, input);
      const { community } = context;
      const [threadRow, postRow] = await Promise.all([community.threads.load(thread), community.posts.load(post)]);
      return { thread: threadRow && threadType(threadRow), post: postRow && postType(postRow), replayed };
    });
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description:
      'Changes the title or the tags of a thread. Whoever opened it, scope community:write; any thread, scope community:moderate.',
  })
  @Requires('community:write', 'community:moderate')
  updateThread(
    @Ctx() context: Context,
    @Arg('input', () => UpdateThreadInput, { description: 'What to change.' }) input: UpdateThreadInput,
  ) {
    return leavesThread(context, () => updateThread(context, input));
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description: 'Says which post answers a question; another one is withdrawn. Whoever asked, scope community:write.',
  })
  @Requires('community:write')
  acceptAnswer(@Ctx() context: Context, @Arg('input', () => AcceptAnswerInput, { description: 'The answer.' }) input: AcceptAnswerInput) {
    return leavesThread(context, () => acceptAnswer(context, input));
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description: 'Says that a question is open again. Whoever asked, scope community:write.',
  })
  @Requires('community:write')
  withdrawAnswer(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawAnswerInput, { description: 'The question.' }) input: WithdrawAnswerInput,
  ) {
    return leavesThread(context, () => withdrawAnswer(context, input));
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description: 'Has a member told of new posts in a thread. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  followThread(@Ctx() context: Context, @Arg('input', () => FollowThreadInput, { description: 'Which.' }) input: FollowThreadInput) {
    return leavesThread(context, async () =>
      setFollowing(context, await participantOf(context, input.member, { isReading: true }), localId('thread', input.thread), true),
    );
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description: 'Has a member told no longer of new posts in a thread. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  unfollowThread(@Ctx() context: Context, @Arg('input', () => FollowThreadInput, { description: 'Which.' }) input: FollowThreadInput) {
    return leavesThread(context, async () =>
      setFollowing(context, await participantOf(context, input.member, { isReading: true }), localId('thread', input.thread), false),
    );
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description:
      'A member opened a thread, and read it up to a post. The first time counts as a view; what was read stays read. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  markThreadRead(
    @Ctx() context: Context,
    @Arg('input', () => MarkThreadReadInput, { description: 'How far.' }) input: MarkThreadReadInput,
  ) {
    return leavesThread(context, async () =>
      markRead(
        context,
        await participantOf(context, input.member, { isReading: true }),
        localId('thread', input.thread),
        input.upTo ?? null,
      ),
    );
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description: 'Votes in the poll of a thread, in place of an earlier vote. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  votePoll(@Ctx() context: Context, @Arg('input', () => VotePollInput, { description: 'The vote.' }) input: VotePollInput) {
    return leavesThread(context, () => votePoll(context, input));
  }

  @FieldResolver(() => CategoryType, { nullable: true, description: 'Where it is; null when that is not open to the caller any more.' })
  async category(@Root() { row }: ThreadType, @Ctx() context: Context): Promise<CategoryType | null> {
    const [{ settings }, categories] = await Promise.all([context.program(), context.community.categories()]);
    const category = categories.find(({ id }) => id === row.categoryId);
    return category ? categoryType(category, settings) : null;
  }

  @FieldResolver(() => CommunityMemberType, { nullable: true, description: 'Who opened it; null once they are erased.' })
  async author(@Root() { row }: ThreadType, @Ctx() { community }: Context): Promise<CommunityMemberType | null> {
    return row.authorId ? communityMember(await community.people.load(row.authorId)) : null;
  }

  @FieldResolver(() => PostType, { nullable: true, description: 'The answer that was accepted; null: none.' })
  async acceptedAnswer(@Root() { row }: ThreadType, @Ctx() { community }: Context): Promise<PostType | null> {
    const post = row.acceptedPostId && (await community.posts.load(row.acceptedPostId));
    return post ? postType(post) : null;
  }

  @FieldResolver(() => PostConnection, { description: 'Its posts by number; those that are out of sight only to moderators.' })
  posts(
    @Root() { row }: ThreadType,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('from', () => Int, { nullable: true, description: 'Begin at this number, wherever that is: in place of after.' })
    from?: number | null,
  ) {
    return listPosts(context, row.id, args, from ?? null);
  }

  @FieldResolver(() => PollType, { nullable: true, description: 'Its poll; null: none.' })
  async poll(@Root() { row }: ThreadType, @Ctx() { community }: Context): Promise<PollType | null> {
    const poll = await community.polls.load(row.id);
    return poll && pollType(poll);
  }

  @FieldResolver(() => ThreadVisitType, {
    nullable: true,
    description: 'How the calling member stands to it; null for callers who are no member.',
  })
  async ownVisit(@Root() { row }: ThreadType, @Ctx() { community, actor }: Context): Promise<ThreadVisitType | null> {
    if (!actor?.memberId) return null;
    const { readNumber, isFollowing } = (await community.visits.load(row.id)) ?? { readNumber: 0, isFollowing: false };
    return Object.assign(new ThreadVisitType(), { readNumber, isFollowing, unreadCount: Math.max(0, row.lastNumber - readNumber) });
  }
}

@Resolver(() => PollType)
export class PollResolver {
  @FieldResolver(() => [Int], {
    nullable: true,
    description: 'Numbers of the options that the calling member chose; null for callers who are no member.',
  })
  async ownVote(@Root() { thread }: PollType, @Ctx() { community, actor }: Context): Promise<readonly number[] | null> {
    return actor?.memberId ? community.ownVotes.load(thread) : null;
  }
}

@Resolver(() => CategoryType)
export class CategoryThreadsResolver {
  @FieldResolver(() => [ThreadType], { description: 'Its pinned threads, the youngest first; at most 20.' })
  @Cost({ listSize: 3 })
  pinnedThreads(@Root() { categoryId }: CategoryType, @Ctx() context: Context): Promise<ThreadType[]> {
    return pinnedThreads(context, categoryId);
  }
}

/** A thread by its global id, where it is open to the caller; or the one that it was merged into. */
export async function findThread({ community }: Context, id: string): Promise<ThreadType | null> {
  let row = null;
  for (let uuid = localId('thread', id); uuid; uuid = row?.mergedInto ?? null) row = await community.threads.load(uuid);
  return row && threadType(row);
}
