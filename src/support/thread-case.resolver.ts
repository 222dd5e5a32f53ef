import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Actor } from '../access/actor.js';
import { threadType } from '../community/thread.types.js';
import type { Context } from '../context.js';
import { attempt } from '../graphql/attempt.js';
import { forbidden } from '../graphql/errors.js';
import { globalId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { findSupportCase } from './find-case.js';
import { caseIdOf } from './hold-case.js';
import { caseToThread, type ThreadCase, threadToCase } from './thread-case.js';
import { MoveThreadToSupportInput, ReturnSupportCaseToThreadInput, ThreadCasePayload } from './thread-case.types.js';

@Resolver()
export class ThreadCaseResolver {
  @Mutation(() => ThreadCasePayload, {
    nullable: true,
    description:
      'Takes a thread out of sight and goes on with it as a support case of whoever opened it, with its title and first post. A thread that is a case already stays it. Scopes cases:work and community:moderate.',
  })
  @Requires('cases:work')
  moveThreadToSupport(
    @Ctx() context: Context,
    @Arg('input', () => MoveThreadToSupportInput, { description: 'Which thread.' }) { thread, priority, reason }: MoveThreadToSupportInput,
  ) {
    requireModerator(context);
    return done(context, () => threadToCase(context, { thread, priority: priority ?? 'NORMAL', reason: reason ?? null }));
  }

  @Mutation(() => ThreadCasePayload, {
    nullable: true,
    description:
      'Closes a support case that came from a thread, and shows the thread again. What was said in the case stays there. Scopes cases:work and community:moderate.',
  })
  @Requires('cases:work')
  returnSupportCaseToThread(
    @Ctx() context: Context,
    @Arg('input', () => ReturnSupportCaseToThreadInput, { description: 'Which case.' }) input: ReturnSupportCaseToThreadInput,
  ) {
    requireModerator(context);
    return done(context, () => caseToThread(context, caseIdOf(input.case), input.reason));
  }
}

function requireModerator({ actor }: Context): void {
  if (!(actor as Actor).scopes.has('community:moderate')) throw forbidden('community:moderate');
}

const done = (context: Context, change: () => Promise<ThreadCase>) =>
  attempt(async () => {
    const { supportCase, thread } = await change();
    context.supportCases.byId.clear(supportCase);
    const [row, found] = await Promise.all([
      context.community.threads.clear(thread).load(thread),
      findSupportCase(context, globalId('supportCase', supportCase)),
    ]);
    return { supportCase: found, thread: row && threadType(row) };
  });
