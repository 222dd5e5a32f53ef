import { Arg, Ctx, Extensions, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { badInput, forbidden } from '../graphql/errors.js';
import { Requires } from '../graphql/policy.js';
import { NO_STREAM } from '../journal/core/state.js';
import { journalEntry } from '../journal/entry-view.js';
import { type JournalEntry, type TierEntry } from '../journal/journal.types.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import { MemberRef } from '../members/member.types.js';
import { wallet } from '../points/wallet.types.js';
import type { Program } from '../programs/program.js';
import { tierStanding } from '../tiers/standing.js';
import type { Deliveries, Delivery } from './deliveries.js';
import type { FeedItem, StreamKey } from './feed.js';
import {
  BalanceChange,
  BalanceChangedItem,
  BalanceSnapshot,
  FeedInfo,
  JournalChange,
  JournalFilter,
  JournalItem,
  JournalPage,
  JournalSnapshot,
  TierChange,
  TierChangedItem,
  TierSnapshot,
} from './feed.types.js';
import { AFTER, common, follow, refusingCursors, signal } from './follow.js';
import { memberStream } from './member-stream.js';

const PAGE_MAX = 500;

interface SubscribeArgs {
  readonly args: { readonly member?: MemberRef; readonly filter?: JournalFilter | null; readonly after?: string | null };
  readonly context: Context;
}

const TIER_KINDS: ReadonlySet<string> = new Set(['TIER_CHANGED', 'TIER_KEPT']);

@Resolver()
export class FeedResolver {
  @Subscription(() => BalanceChangedItem, {
    nullable: true,
    description:
      "A member's points: a snapshot first, then each change with the balance after it, in order, each once. Scope members:read, or self:read for oneself.",
    subscribe: ({ args, context }: SubscribeArgs) =>
      followMember(context, args.member, args.after, (entry) => (entry.data.changes?.length ?? 0) > 0),
  })
  @Extensions({ deliver: balanceItem })
  @Requires('members:read', 'self:read')
  async balanceChanged(
    @Root() delivery: Delivery,
    @Ctx() context: Context,
    @Arg('member', () => MemberRef, { description: 'Who.' }) _member: MemberRef,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): Promise<typeof BalanceChangedItem> {
    return balanceItem(delivery, await context.program());
  }

  @Subscription(() => TierChangedItem, {
    nullable: true,
    description:
      "A member's tiers: a snapshot first, then each time one changed or was kept, in order, each once. Scope members:read, or self:read for oneself.",
    subscribe: ({ args, context }: SubscribeArgs) => followMember(context, args.member, args.after, (entry) => TIER_KINDS.has(entry.kind)),
  })
  @Extensions({ deliver: tierItem })
  @Requires('members:read', 'self:read')
  async tierChanged(
    @Root() delivery: Delivery,
    @Ctx() context: Context,
    @Arg('member', () => MemberRef, { description: 'Who.' }) _member: MemberRef,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): Promise<typeof TierChangedItem> {
    return tierItem(delivery, await context.program());
  }

  @Subscription(() => JournalItem, {
    nullable: true,
    name: 'journal',
    description:
      'Entries of a member or of the whole programme as they happen, in order per member, each once. Scope members:read, or self:read for oneself.',
    subscribe: ({ args, context }: SubscribeArgs) => followMember(context, args.filter?.member, args.after, byKind(args.filter)),
  })
  @Extensions({ deliver: journalItem })
  @Requires('members:read', 'self:read')
  async journalItems(
    @Root() delivery: Delivery,
    @Ctx() context: Context,
    @Arg('filter', () => JournalFilter, { nullable: true, description: 'Which; all of the programme when left out.' })
    _filter?: JournalFilter | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): Promise<typeof JournalItem> {
    return journalItem(delivery, await context.program());
  }

  @Query(() => JournalPage, {
    nullable: true,
    description:
      'Entries behind a cursor, oldest first, however old. The cursors are those of the subscription. Scope members:read, or self:read for oneself.',
  })
  @Requires('members:read', 'self:read')
  async journal(
    @Ctx() context: Context,
    @Arg('filter', () => JournalFilter, { nullable: true, description: 'Which; all of the programme when left out.' })
    filter?: JournalFilter | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what comes behind this cursor; from the beginning when left out.' })
    after?: string | null,
    @Arg('first', () => Int, { defaultValue: 100, description: 'At most 500.' }) first = 100,
  ): Promise<JournalPage> {
    if (first < 1 || first > PAGE_MAX) throw badInput(`first is 1 to ${PAGE_MAX}.`);
    const stream = await streamOf(context, filter?.member);
    const [program, page] = await Promise.all([
      context.program(),
      refusingCursors(() =>
        context.services.feed.page({ programId: context.programId, stream, matches: byKind(filter), after: after ?? null, limit: first }),
      ),
    ]);
    const items = page.items.flatMap((item) => (item.type === 'ENTRY' ? [journalChange(item, program)] : []));
    return Object.assign(new JournalPage(), { items, cursor: page.cursor, hasMore: page.hasMore });
  }

  @Query(() => FeedInfo, { nullable: true, description: 'Where the feed of the programme stands. Scope members:read.' })
  @Requires('members:read')
  async feedInfo(@Ctx() { services, programId }: Context): Promise<FeedInfo> {
    return Object.assign(new FeedInfo(), await services.feed.info(programId));
  }
}

function balanceItem({ item, memberId }: Delivery, program: Program): typeof BalanceChangedItem {
  const { cursor, number } = common(item);
  switch (item.type) {
    case 'SNAPSHOT': {
      const view = stateView(item, memberId, program);
      const wallets = program.settings.pointCurrencies.map((each) => wallet(view, each));
      return Object.assign(new BalanceSnapshot(), { cursor, number, wallets });
    }
    case 'ENTRY': {
      const entry = journalEntry(item.entry, program);
      return Object.assign(new BalanceChange(), { cursor, number, follows: item.follows, changes: entry.changes, entry });
    }
    default:
      return signal(item);
  }
}

function tierItem({ item, memberId }: Delivery, program: Program): typeof TierChangedItem {
  const { cursor, number } = common(item);
  switch (item.type) {
    case 'SNAPSHOT': {
      const view = stateView(item, memberId, program);
      const standings = program.settings.tierSets.map((set) => tierStanding(view, set, program));
      return Object.assign(new TierSnapshot(), { cursor, number, standings });
    }
    case 'ENTRY': {
      const entry = journalEntry(item.entry, program) as TierEntry;
      return Object.assign(new TierChange(), { cursor, number, follows: item.follows, entry });
    }
    default:
      return signal(item);
  }
}

function journalItem({ item }: Delivery, program: Program): typeof JournalItem {
  const { cursor, number } = common(item);
  if (item.type === 'SNAPSHOT') return Object.assign(new JournalSnapshot(), { cursor, number });
  return item.type === 'ENTRY' ? journalChange(item, program) : signal(item);
}

const byKind = (filter: JournalFilter | null | undefined) => {
  const kinds = filter?.kinds ? new Set<string>(filter.kinds) : null;
  return (entry: StoredEntry): boolean => kinds === null || kinds.has(entry.kind);
};

const journalChange = (item: FeedItem & { type: 'ENTRY' }, program: Program): JournalChange =>
  Object.assign(new JournalChange(), {
    cursor: item.cursor,
    number: item.number,
    follows: item.follows,
    entry: journalEntry(item.entry, program) as JournalEntry,
  });

/** The state of a snapshot as it is stored: what is due but not posted comes as an entry of its own. */
const stateView = (item: FeedItem & { type: 'SNAPSHOT' }, memberId: string | null, program: Program) => {
  const state = item.state ?? NO_STREAM;
  return { memberId: memberId ?? '', at: Math.max(program.now(), state.settledAt), state, hasLots: false };
};

/** The stream that is asked for; null: the whole programme, which is not for members. */
async function streamOf(context: Context, ref: MemberRef | null | undefined): Promise<StreamKey | null> {
  if (ref) return memberStream(context, ref);
  if (context.actor?.memberId) throw forbidden('members:read');
  return null;
}

/** Follows a member, or the whole programme. */
const followMember = async (
  context: Context,
  member: MemberRef | null | undefined,
  after: string | null | undefined,
  matches: (entry: StoredEntry) => boolean,
): Promise<Deliveries> => follow(context, await streamOf(context, member), after, matches);
