import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { attempt } from '../../graphql/attempt.js';
import { ConnectionArgs } from '../../graphql/connection.js';
import { Requires } from '../../graphql/policy.js';
import { CommunityMemberType, communityMember } from '../community-member.types.js';
import { postType } from '../post.types.js';
import { PostPayload } from '../post-input.types.js';
import { ModerationActionConnection, ModerationLogFilter } from './action.types.js';
import { hidePost, removePost, resolveFlags, showPost } from './decide-post.js';
import { flagPost } from './flag.js';
import {
  FlagPostInput,
  FlagPostPayload,
  ModeratePostInput,
  PostFlagType,
  QueuedPostConnection,
  ResolveFlagsInput,
} from './moderation.types.js';
import { moderationLog, moderationQueue } from './moderation-lists.js';

@Resolver(() => PostFlagType)
export class ModerationResolver {
  @Query(() => QueuedPostConnection, {
    nullable: true,
    description: 'Posts that members reported, or that wait because of a rule, the oldest first. Scope community:moderate.',
  })
  @Requires('community:moderate')
  moderationQueue(@Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    return moderationQueue(context, args);
  }

  @Query(() => ModerationActionConnection, {
    nullable: true,
    description: 'What moderators did, the latest first; kept for good. Scope community:moderate.',
  })
  @Requires('community:moderate')
  moderationLog(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ModerationLogFilter, { nullable: true, description: 'Which; all when left out.' })
    filter?: ModerationLogFilter | null,
  ) {
    return moderationLog(context, filter ?? {}, args);
  }

  @Mutation(() => FlagPostPayload, {
    nullable: true,
    description:
      'Reports a post of somebody else, once. Enough reports of trusted members hide it until somebody looks. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  flagPost(@Ctx() context: Context, @Arg('input', () => FlagPostInput, { description: 'The report.' }) input: FlagPostInput) {
    return attempt(async () => {
      await flagPost(context, input);
      return { isFlagged: true };
    });
  }

  @Mutation(() => PostPayload, {
    nullable: true,
    description:
      'Decides on a post in the queue, and with it on all its flags. Where somebody decided before, nothing is done. Scope community:moderate.',
  })
  @Requires('community:moderate')
  resolveFlags(@Ctx() context: Context, @Arg('input', () => ResolveFlagsInput, { description: 'The decision.' }) input: ResolveFlagsInput) {
    return decided(context, resolveFlags(context, input));
  }

  @Mutation(() => PostPayload, {
    nullable: true,
    description: 'Takes a post out of sight, and out of all that is counted; flags on it were right. Scope community:moderate.',
  })
  @Requires('community:moderate')
  hidePost(@Ctx() context: Context, @Arg('input', () => ModeratePostInput, { description: 'Which.' }) input: ModeratePostInput) {
    return decided(context, hidePost(context, input));
  }

  @Mutation(() => PostPayload, {
    nullable: true,
    description: 'Shows a post that is hidden or waits; flags on it were wrong. Scope community:moderate.',
  })
  @Requires('community:moderate')
  showPost(@Ctx() context: Context, @Arg('input', () => ModeratePostInput, { description: 'Which.' }) input: ModeratePostInput) {
    return decided(context, showPost(context, input));
  }

  @Mutation(() => PostPayload, {
    nullable: true,
    description: 'Deletes a post for good; a thread goes with its only post. Scope community:moderate.',
  })
  @Requires('community:moderate')
  removePost(@Ctx() context: Context, @Arg('input', () => ModeratePostInput, { description: 'Which.' }) input: ModeratePostInput) {
    return decided(context, removePost(context, input));
  }

  @FieldResolver(() => CommunityMemberType, { nullable: true, description: 'Who reported it; null once they are erased.' })
  async member(@Root() { member }: PostFlagType, @Ctx() { community }: Context): Promise<CommunityMemberType | null> {
    return communityMember(await community.people.load(member));
  }
}

/** A mutation that leaves a post behind, by UUID. */
const decided = (context: Context, decision: Promise<string>) =>
  attempt(async () => {
    const uuid = await decision;
    const row = await context.community.posts.clear(uuid).load(uuid);
    return { post: row && postType(row) };
  });
