import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { Requires } from '../../graphql/policy.js';
import { ThreadPayload } from '../thread-input.types.js';
import { leavesThread } from '../thread-left.js';
import { closeThread, hideThread, moveThread, pinThread, reopenThread, showThread, unpinThread } from './change-thread.js';
import { mergeThreads } from './merge-threads.js';
import { MergeThreadsInput, ModerateThreadInput, MoveThreadInput, SplitThreadInput } from './moderation.types.js';
import { splitThread } from './split-thread.js';

const WHICH = { description: 'Which.' };

@Resolver()
export class ThreadModerationResolver {
  @Mutation(() => ThreadPayload, { nullable: true, description: 'Takes a thread with its posts out of sight. Scope community:moderate.' })
  @Requires('community:moderate')
  hideThread(@Ctx() context: Context, @Arg('input', () => ModerateThreadInput, WHICH) input: ModerateThreadInput) {
    return leavesThread(context, () => hideThread(context, input));
  }

  @Mutation(() => ThreadPayload, { nullable: true, description: 'Shows a thread that is hidden. Scope community:moderate.' })
  @Requires('community:moderate')
  showThread(@Ctx() context: Context, @Arg('input', () => ModerateThreadInput, WHICH) input: ModerateThreadInput) {
    return leavesThread(context, () => showThread(context, input));
  }

  @Mutation(() => ThreadPayload, { nullable: true, description: 'Pins a thread to the top of its category. Scope community:moderate.' })
  @Requires('community:moderate')
  pinThread(@Ctx() context: Context, @Arg('input', () => ModerateThreadInput, WHICH) input: ModerateThreadInput) {
    return leavesThread(context, () => pinThread(context, input));
  }

  @Mutation(() => ThreadPayload, { nullable: true, description: 'Unpins a thread. Scope community:moderate.' })
  @Requires('community:moderate')
  unpinThread(@Ctx() context: Context, @Arg('input', () => ModerateThreadInput, WHICH) input: ModerateThreadInput) {
    return leavesThread(context, () => unpinThread(context, input));
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description:
      'Closes a thread: it is read, and nothing is added. A post that comes at the same time is in it, or refused. Scope community:moderate.',
  })
  @Requires('community:moderate')
  closeThread(@Ctx() context: Context, @Arg('input', () => ModerateThreadInput, WHICH) input: ModerateThreadInput) {
    return leavesThread(context, () => closeThread(context, input));
  }

  @Mutation(() => ThreadPayload, { nullable: true, description: 'Opens a thread again. Scope community:moderate.' })
  @Requires('community:moderate')
  reopenThread(@Ctx() context: Context, @Arg('input', () => ModerateThreadInput, WHICH) input: ModerateThreadInput) {
    return leavesThread(context, () => reopenThread(context, input));
  }

  @Mutation(() => ThreadPayload, { nullable: true, description: 'Moves a thread to another category. Scope community:moderate.' })
  @Requires('community:moderate')
  moveThread(@Ctx() context: Context, @Arg('input', () => MoveThreadInput, WHICH) input: MoveThreadInput) {
    return leavesThread(context, () => moveThread(context, input));
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description:
      'Makes two threads one: the posts get the next numbers of the other, in their order; who asks for the thread that they left is led there. Gives the other. Scope community:moderate.',
  })
  @Requires('community:moderate')
  mergeThreads(@Ctx() context: Context, @Arg('input', () => MergeThreadsInput, WHICH) input: MergeThreadsInput) {
    return leavesThread(context, () => mergeThreads(context, input));
  }

  @Mutation(() => ThreadPayload, {
    nullable: true,
    description: 'Makes a thread of some posts of another, numbered from 1 in their order. Gives the new one. Scope community:moderate.',
  })
  @Requires('community:moderate')
  splitThread(@Ctx() context: Context, @Arg('input', () => SplitThreadInput, WHICH) input: SplitThreadInput) {
    return leavesThread(context, () => splitThread(context, input));
  }
}
