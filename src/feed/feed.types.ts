import { createUnionType, Field, InputType, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { ReadableWithParent } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import { JournalEntryKind } from '../journal/entry-kinds.types.js';
import { JournalEntry, TierEntry, WalletChange } from '../journal/journal.types.js';
import { MemberRef } from '../members/member.types.js';
import { Wallet } from '../points/wallet.types.js';
import { TierStanding } from '../tiers/standing.types.js';

@InterfaceType({
  description: 'Anything that a subscription sends. Keep its cursor: who comes back with it gets exactly the rest.',
})
@ReadableWithParent()
export abstract class StreamItem {
  @Field(() => String, { description: 'Opaque place in the stream; pass it as `after` to go on behind this item.' })
  cursor!: string;
}

export enum StreamResetReason {
  EPOCH_CHANGED = 'EPOCH_CHANGED',
  CURSOR_EXPIRED = 'CURSOR_EXPIRED',
  CURSOR_AHEAD = 'CURSOR_AHEAD',
  TOO_FAR_BEHIND = 'TOO_FAR_BEHIND',
}
registerEnumType(StreamResetReason, {
  name: 'StreamResetReason',
  description: 'Why a subscription could not go on behind its cursor.',
  valuesConfig: {
    EPOCH_CHANGED: { description: 'The database was restored or rebuilt; the cursor belongs to the one before.' },
    CURSOR_EXPIRED: {
      description: 'What the cursor missed is older than subscriptions reach: 7 days for a member, 30 days for the programme. Query it.',
    },
    CURSOR_AHEAD: { description: 'The cursor is ahead of the stream.' },
    TOO_FAR_BEHIND: { description: 'The cursor missed more than 10,000 entries. Query them.' },
  },
});

@ObjectType({ implements: StreamItem, description: 'The cursor could not be used. A fresh snapshot follows at once; drop what you held.' })
@ReadableWithParent()
export class StreamReset extends StreamItem {
  @Field(() => StreamResetReason, { description: 'Why.' })
  reason!: StreamResetReason;
}

@ObjectType({
  implements: StreamItem,
  description: 'Nothing new that matches; only the cursor moved. Also the first answer to a cursor that missed nothing.',
})
@ReadableWithParent()
export class StreamBookmark extends StreamItem {
  @Field(() => Points, { description: 'Number of the last entry that was looked at; 0 for a whole programme.' })
  number!: number;
}

@ObjectType({ implements: StreamItem, description: 'The first item: all wallets as they stand.' })
@ReadableWithParent()
export class BalanceSnapshot extends StreamItem {
  @Field(() => Points, { description: "Number of the member's last entry that it includes." })
  number!: number;
  @Field(() => [Wallet], { description: 'A wallet for each point currency.' })
  wallets!: Wallet[];
}

@ObjectType({ implements: StreamItem, description: 'An entry that moved points.' })
@ReadableWithParent()
export class BalanceChange extends StreamItem {
  @Field(() => Points, { description: "The entry's number in the member's stream." })
  number!: number;
  @Field(() => Points, { description: 'Number of the item before this one; entries in between moved no points.' })
  follows!: number;
  @Field(() => [WalletChange], { description: 'What changed, with the balance after it.' })
  changes!: WalletChange[];
  @Field(() => JournalEntry, { description: 'The entry.' })
  entry!: JournalEntry;
}

@ObjectType({ implements: StreamItem, description: 'The first item: all standings as they are.' })
@ReadableWithParent()
export class TierSnapshot extends StreamItem {
  @Field(() => Points, { description: "Number of the member's last entry that it includes." })
  number!: number;
  @Field(() => [TierStanding], { description: 'A standing for each tier set.' })
  standings!: TierStanding[];
}

@ObjectType({ implements: StreamItem, description: 'A move to another tier.' })
@ReadableWithParent()
export class TierChange extends StreamItem {
  @Field(() => Points, { description: "The entry's number in the member's stream." })
  number!: number;
  @Field(() => Points, { description: 'Number of the item before this one; entries in between changed no tier.' })
  follows!: number;
  @Field(() => TierEntry, { description: 'The entry.' })
  entry!: TierEntry;
}

@ObjectType({ implements: StreamItem, description: 'The first item: where the stream stands. Entries follow as they happen.' })
@ReadableWithParent()
export class JournalSnapshot extends StreamItem {
  @Field(() => Points, { description: "Number of the member's last entry; 0 for a whole programme." })
  number!: number;
}

@ObjectType({ implements: StreamItem, description: 'An entry of the journal.' })
@ReadableWithParent()
export class JournalChange extends StreamItem {
  @Field(() => Points, { description: "The entry's number in its stream." })
  number!: number;
  @Field(() => Points, {
    description: 'Number of the item before this one; entries in between did not match the filter. 0 for a whole programme.',
  })
  follows!: number;
  @Field(() => JournalEntry, { description: 'The entry.' })
  entry!: JournalEntry;
}

export const BalanceChangedItem = createUnionType({
  name: 'BalanceChangedItem',
  description: 'What balanceChanged sends: a snapshot first, then changes, now and then a bookmark.',
  types: () => [BalanceSnapshot, BalanceChange, StreamReset, StreamBookmark] as const,
});
export const TierChangedItem = createUnionType({
  name: 'TierChangedItem',
  description: 'What tierChanged sends: a snapshot first, then changes, now and then a bookmark.',
  types: () => [TierSnapshot, TierChange, StreamReset, StreamBookmark] as const,
});
export const JournalItem = createUnionType({
  name: 'JournalItem',
  description: 'What journal sends: its place first, then entries, now and then a bookmark.',
  types: () => [JournalSnapshot, JournalChange, StreamReset, StreamBookmark] as const,
});

@InputType({ description: 'Which entries. All conditions must hold.' })
export class JournalFilter {
  @Field(() => MemberRef, { nullable: true, description: 'Only of this member; of the whole programme when left out.' })
  member?: MemberRef | null;
  @Field(() => [JournalEntryKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: JournalEntryKind[] | null;
}

@ObjectType({ description: 'A page of the journal.' })
@ReadableWithParent()
export class JournalPage {
  @Field(() => [JournalChange], { description: 'The entries. Fewer than asked for does not mean the end; hasMore does.' })
  items!: JournalChange[];
  @Field(() => String, { description: 'Where the page ends; good for the next page and for a subscription.' })
  cursor!: string;
  @Field(() => Boolean, { description: 'There may be more behind it.' })
  hasMore!: boolean;
}

@ObjectType({ description: 'Where the feed of the programme stands.' })
@ReadableWithParent()
export class FeedInfo {
  @Field(() => String, {
    description: 'Changes when the database is restored or rebuilt; cursors of another epoch are answered with a reset.',
  })
  epoch!: string;
  @Field(() => String, { description: 'The oldest place that a subscription to the programme can go on from.' })
  oldestCursor!: string;
  @Field(() => String, { description: 'The present end.' })
  headCursor!: string;
}
