import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt } from '../graphql/attempt.js';
import { ConnectionArgs } from '../graphql/connection.js';
import { globalId, localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { CommunityMemberType, communityMember } from './community-member.types.js';
import { createPost } from './create-post.js';
import { deletePost } from './delete-post.js';
import { AttachmentType, PostConnection, PostEditType, PostType, postType, ReactionCount, ReactionKind } from './post.types.js';
import { CreatePostInput, CreatePostPayload, DeletePostInput, PostPayload, ReactionInput, UpdatePostInput } from './post-input.types.js';
import { listReplies, searchPosts } from './post-lists.js';
import { addReaction, removeReaction } from './reaction.js';
import { RENDERER_VERSION, renderPost } from './text/render-post.js';
import { ThreadType, threadType } from './thread.types.js';
import { PostFilter, ThreadPayload } from './thread-input.types.js';
import { leavesThread } from './thread-left.js';
import { updatePost } from './update-post.js';

@Resolver(() => PostType)
export class PostResolver {
  @Query(() => PostType, {
    nullable: true,
    description: 'One post; null when there is none, or it is not open to the caller. Scope community:read.',
  })
  @Requires('community:read')
  post(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Its id: pst_…' }) id: string): Promise<PostType | null> {
    return findPost(context, id);
  }

  @Query(() => PostConnection, {
    nullable: true,
    description:
      'Posts that match a text, and titles of threads by their first posts, the best first. Words in quotes stand together, `or` joins, - leaves out. The 200 youngest that match are ranked. Scope community:read.',
  })
  @Requires('community:read')
  searchPosts(
    @Ctx() context: Context,
    @Arg('text', () => String, { description: '1 to 255 characters.' }) text: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => PostFilter, { nullable: true, description: 'Which; all that are open to the caller when left out.' })
    filter?: PostFilter | null,
  ) {
    return searchPosts(context, text, filter ?? {}, args);
  }

  @Mutation(() => CreatePostPayload, {
    nullable: true,
    description: 'Writes in a thread that is not closed. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  createPost(@Ctx() context: Context, @Arg('input', () => CreatePostInput, { description: 'The post.' }) input: CreatePostInput) {
    return attempt(async () => {
      const { post, replayed } = await createPost(context, input);
      return { post: await postOf(context, post), replayed };
    });
  }

  @Mutation(() => PostPayload, {
    nullable: true,
    description: 'Changes what a post says; earlier texts are kept. Its author, scope community:write.',
  })
  @Requires('community:write')
  updatePost(@Ctx() context: Context, @Arg('input', () => UpdatePostInput, { description: 'What to change.' }) input: UpdatePostInput) {
    return attempt(async () => ({ post: await postOf(context, await updatePost(context, input)) }));
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description: 'Takes a post away; a thread goes with its only post. What it earned goes back. Its author, scope community:write.',
  })
  @Requires('community:write')
  deletePost(@Ctx() context: Context, @Arg('input', () => DeletePostInput, { description: 'Which.' }) input: DeletePostInput) {
    return leavesThread(context, () => deletePost(context, input));
  }

  @Mutation(() => PostPayload, {
    nullable: true,
    description: 'Reacts to a post; who reacted so already changes nothing. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  addReaction(@Ctx() context: Context, @Arg('input', () => ReactionInput, { description: 'The reaction.' }) input: ReactionInput) {
    return attempt(async () => ({ post: await postOf(context, await addReaction(context, input)) }));
  }

  @Mutation(() => PostPayload, {
    nullable: true,
    description: 'Takes a reaction back; where there is none, nothing changes. Scope community:write; a member, only for themselves.',
  })
  @Requires('community:write')
  removeReaction(@Ctx() context: Context, @Arg('input', () => ReactionInput, { description: 'The reaction.' }) input: ReactionInput) {
    return attempt(async () => ({ post: await postOf(context, await removeReaction(context, input)) }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'What it says, as written: CommonMark. null when it is out of sight.' })
  body(@Root() { row }: PostType, @Ctx() { community }: Context): string | null {
    return community.sees(row) ? row.body : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What it says, as HTML that is safe to put into a page: no script, style, frame, form, id or class but `mention`; links open nothing by themselves. null when it is out of sight.',
  })
  async html(@Root() { row }: PostType, @Ctx() { community }: Context): Promise<string | null> {
    if (!community.sees(row)) return null;
    if (row.renderer === RENDERER_VERSION) return row.html;
    const mentioned = await community.mentioned.load(row.id);
    return renderPost(row.body, (handle) => {
      const uuid = mentioned.get(handle);
      return uuid === undefined ? null : { id: globalId('member', uuid) };
    });
  }

  @FieldResolver(() => CommunityMemberType, {
    nullable: true,
    description: 'Who wrote it; null once they are erased, or it is out of sight.',
  })
  async author(@Root() { row }: PostType, @Ctx() { community }: Context): Promise<CommunityMemberType | null> {
    if (!row.authorId || !community.sees(row)) return null;
    return communityMember(await community.people.load(row.authorId));
  }

  @FieldResolver(() => ThreadType, { nullable: true, description: 'Its thread; null when that is not open to the caller.' })
  async thread(@Root() { row }: PostType, @Ctx() { community }: Context): Promise<ThreadType | null> {
    const thread = await community.threads.load(row.threadId);
    return thread && threadType(thread);
  }

  @FieldResolver(() => PostType, {
    nullable: true,
    description: 'The post that it replies to, also when that is out of sight; null: none.',
  })
  async replyTo(@Root() { row }: PostType, @Ctx() { community }: Context): Promise<PostType | null> {
    const to = row.replyToId && (await community.posts.load(row.replyToId));
    // It may have been moved to a thread that is not open.
    return to && (await community.threads.load(to.threadId)) ? postType(to) : null;
  }

  @FieldResolver(() => PostConnection, { description: 'Replies to it, the oldest first.' })
  replies(@Root() { row }: PostType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    return listReplies(context, row.id, args);
  }

  @FieldResolver(() => [AttachmentType], { description: 'Files elsewhere that it refers to; none when it is out of sight.' })
  attachments(@Root() { row }: PostType, @Ctx() { community }: Context): AttachmentType[] {
    return community.sees(row) ? row.attachments.map((each) => Object.assign(new AttachmentType(), each)) : [];
  }

  @FieldResolver(() => [ReactionCount], { description: 'How many reacted, in which ways; ways in which nobody did are left out.' })
  reactions(@Root() { row }: PostType): ReactionCount[] {
    return Object.values(ReactionKind).flatMap((kind) => {
      const count = row.reactions[kind];
      return count ? [Object.assign(new ReactionCount(), { kind, count })] : [];
    });
  }

  @FieldResolver(() => [ReactionKind], {
    nullable: true,
    description: 'How the calling member reacted; null for callers who are no member.',
  })
  async ownReactions(@Root() { row }: PostType, @Ctx() { community, actor }: Context): Promise<ReactionKind[] | null> {
    return actor?.memberId ? ((await community.ownReactions.load(row.id)) as ReactionKind[]) : null;
  }

  @FieldResolver(() => [PostEditType], {
    nullable: true,
    description: 'What it said before, the oldest first. null to everybody but its author and moderators.',
  })
  async edits(@Root() { row }: PostType, @Ctx() { community, actor }: Context): Promise<PostEditType[] | null> {
    const isOwn = actor?.memberId != null && actor.memberId === row.authorId;
    if (!community.isModerator && (!isOwn || !community.sees(row))) return null;
    return (await community.edits.load(row.id)).map((edit) => Object.assign(new PostEditType(), edit));
  }
}

/** A post by its global id, where it is open to the caller. */
export async function findPost(context: Context, id: string): Promise<PostType | null> {
  const uuid = localId('post', id);
  const row = uuid && (await context.community.post(uuid));
  return row ? postType(row) : null;
}

/** A post as it is after a command, by UUID. */
async function postOf({ community }: Context, uuid: string): Promise<PostType | null> {
  community.posts.clear(uuid);
  const row = await community.posts.load(uuid);
  return row && postType(row);
}
