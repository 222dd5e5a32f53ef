import { Arg, Ctx, Extensions, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import type { Deliveries, Delivery } from '../feed/deliveries.js';
import { StreamBookmark } from '../feed/feed.types.js';
import { AFTER, common, follow, signal } from '../feed/follow.js';
import { badInput } from '../graphql/errors.js';
import { globalId, localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { journalEntry } from '../journal/entry-view.js';
import type { SupportCaseEntry } from '../journal/journal.types.js';
import { shardOf } from '../journal/shard.js';
import { SupportCaseActivityItem, SupportCaseChange, SupportCaseSnapshot } from './case-activity.types.js';
import { findCaseRow, isTold } from './find-case.js';
import { supportCaseMessage } from './support-case.types.js';

interface SubscribeArgs {
  readonly args: { readonly case: string; readonly after?: string | null };
  readonly context: Context;
}

@Resolver()
export class CaseActivityResolver {
  @Subscription(() => SupportCaseActivityItem, {
    nullable: true,
    description:
      'A support case as it goes: a snapshot first, then what happens to it, in order, each once. Internal notes are told to callers with cases:work alone. Scope cases:open or cases:work; a member, only of their own cases.',
    subscribe: ({ args, context }: SubscribeArgs) => followCase(context, args.case, args.after),
  })
  @Extensions({ deliver: activityItem })
  @Requires('cases:open', 'cases:work')
  supportCaseActivity(
    @Root() delivery: Delivery,
    @Ctx() context: Context,
    @Arg('case', () => ID, { description: 'Which: cas_…' }) _case: string,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): Promise<typeof SupportCaseActivityItem> {
    return activityItem(delivery, context);
  }
}

async function followCase(context: Context, id: string, after: string | null | undefined): Promise<Deliveries> {
  const streamId = localId('supportCase', id);
  const row = streamId && (await findCaseRow(context, streamId));
  if (!row) throw badInput('No such support case in this programme.');
  const stream = { streamId: row.id, shard: shardOf(context.programId, row.id) };
  return follow(context, stream, after, (entry) => isTold(context, entry));
}

async function activityItem({ item, memberId: caseId }: Delivery, context: Context): Promise<typeof SupportCaseActivityItem> {
  const { cursor, number } = common(item);
  switch (item.type) {
    case 'SNAPSHOT': {
      const row = await context.supportCases.byId.load(caseId as string);
      if (!row) throw new Error(`case ${caseId} is gone`);
      const at = (instant: number | null) => (instant === null ? null : new Date(instant));
      return Object.assign(new SupportCaseSnapshot(), {
        cursor,
        number,
        caseStatus: row.status as SupportCaseSnapshot['caseStatus'],
        casePriority: row.priority as SupportCaseSnapshot['casePriority'],
        assigneeId: row.assigneeId && globalId('staff', row.assigneeId),
        firstResponseDueAt: at(row.firstResponseDueAt),
        resolutionDueAt: at(row.resolutionDueAt),
      });
    }
    case 'ENTRY': {
      // What the caller may be told was found out when it began; they may be less by now.
      if (!isTold(context, item.entry)) return Object.assign(new StreamBookmark(), { cursor, number });
      const entry = journalEntry(item.entry, await context.program()) as SupportCaseEntry;
      const { messageNumber } = entry;
      const row =
        messageNumber === null ? null : await context.supportCases.message.load({ caseId: caseId as string, number: messageNumber });
      return Object.assign(new SupportCaseChange(), {
        ...{ cursor, number, follows: item.follows, entry, message: row && supportCaseMessage(row) },
      });
    }
    default:
      return signal(item);
  }
}
