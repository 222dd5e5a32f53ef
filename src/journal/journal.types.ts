import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Cost } from '../graphql/cost-declaration.js';
import { Node } from '../graphql/node.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, JSONObject, Points } from '../graphql/scalars.js';
import { JournalEntryKind, TierReason } from './entry-kinds.types.js';
import type { StoredEntry } from './stored-entry.js';

@ObjectType({ description: 'What one entry did to one wallet.' })
@ReadableWithParent()
@Cost({ listSize: 2 })
export class WalletChange {
  @Field(() => String, { description: 'Code of the point currency.' })
  currencyCode!: string;
  @Field(() => Points, { description: 'Change of the spendable points; negative when they left.' })
  amount!: number;
  @Field(() => Points, { description: 'Spendable points before the entry.' })
  balanceBefore!: number;
  @Field(() => Points, { description: 'Spendable points after the entry.' })
  balanceAfter!: number;
  @Field(() => Points, { description: 'Change of the pending points.' })
  pending!: number;
  @Field(() => Points, { description: 'Change of the points that are set aside.' })
  held!: number;
  @Field(() => Points, { description: 'Change of the debt; negative when it was repaid.' })
  debt!: number;
}

@InterfaceType({
  description: 'One thing that happened, immutable, numbered 1, 2, 3… without gaps in its stream.',
  implements: Node,
})
@ReadableWithParent()
export abstract class JournalEntry extends Node {
  @Field(() => JournalEntryKind, { description: 'What happened.' })
  kind!: JournalEntryKind;
  @Field(() => Points, { description: 'Place in its stream, from 1, without gaps.' })
  number!: number;
  @Field(() => ID, { description: 'Whose stream it belongs to: a member, the programme, a voucher, a thread or a support case.' })
  streamId!: string;
  @Field(() => DateTime, { description: 'When it counts.' })
  effectiveAt!: Date;
  @Field(() => DateTime, { description: 'When it was written.' })
  postedAt!: Date;
  @Field(() => Boolean, {
    description: "It was given an instant before the member's last settled one, and decided on the state of its writing.",
  })
  isBackDated!: boolean;
  @Field(() => String, {
    description: 'Who caused it: the id of an API key, of a member of staff or of the member, or "system" for what falls due by itself.',
  })
  actor!: string;
  @Field(() => Int, { description: "Version of the programme's settings that it was decided under." })
  settingsVersion!: number;
  @Field(() => [WalletChange], { description: 'What it did to wallets; empty when it moved no points.' })
  changes!: WalletChange[];
  @Field(() => String, { description: 'What happened and why, in one sentence that a member can read.' })
  summary!: string;
  @Field(() => JSONObject, {
    nullable: true,
    description: 'Why the numbers are what they are, as data: rules, inputs, formulas. null where nothing needs explaining.',
  })
  explanation!: Record<string, unknown> | null;
}

@ObjectType({ implements: JournalEntry, description: 'An entry about the programme itself: settings, clock, keys.' })
@ReadableWithParent()
export class ProgramEntry extends JournalEntry {}

@ObjectType({ implements: JournalEntry, description: 'An entry about a membership: joined, changed, suspended, closed.' })
@ReadableWithParent()
export class MembershipEntry extends JournalEntry {}

@ObjectType({ implements: JournalEntry, description: 'An activity of a member, with all that it earned.' })
@ReadableWithParent()
export class ActivityEntry extends JournalEntry {
  /** The stored entry, for the activity's own resolver. */
  stored!: StoredEntry;
}

@ObjectType({ implements: JournalEntry, description: 'Points that moved: spent, held, activated, adjusted, expired and the like.' })
@ReadableWithParent()
export class PointsEntry extends JournalEntry {
  @Field(() => String, { nullable: true, description: 'The reason that was given; null when none was.' })
  reason!: string | null;
}

@ObjectType({
  implements: JournalEntry,
  description: 'A move from one tier to another, or a tier that was kept; a jump over a tier is one entry.',
})
@ReadableWithParent()
export class TierEntry extends JournalEntry {
  @Field(() => TierReason, { description: 'Why.' })
  tierReason!: TierReason;
  @Field(() => ID, { description: 'The ladder.' })
  tierSetId!: string;
  @Field(() => ID, { description: 'Tier before.' })
  fromTierId!: string;
  @Field(() => ID, { description: 'Tier after.' })
  toTierId!: string;
  @Field(() => String, { description: 'Name of the tier before, as it is today.' })
  fromTierName!: string;
  @Field(() => String, { description: 'Name of the tier after, as it is today.' })
  toTierName!: string;
}

export enum ReferralSideType {
  REFERRER = 'REFERRER',
  REFEREE = 'REFEREE',
}
registerEnumType(ReferralSideType, {
  name: 'ReferralSide',
  description: 'On which side of a referral a member is.',
  valuesConfig: { REFERRER: { description: 'Who referred.' }, REFEREE: { description: 'Who was referred.' } },
});

@ObjectType({ implements: JournalEntry, description: 'Something about a referral, as the journal of one of its sides tells it.' })
@ReadableWithParent()
export class ReferralEntry extends JournalEntry {
  @Field(() => ID, { description: 'The referral: rfl_…' })
  referralId!: string;
  @Field(() => ReferralSideType, { description: 'On which side the member of this journal is.' })
  side!: ReferralSideType;
}

@ObjectType({ implements: JournalEntry, description: 'Something about what a member redeemed, was given or got as a gift.' })
@ReadableWithParent()
export class RedemptionEntry extends JournalEntry {
  @Field(() => ID, { description: 'The redemption: rdm_…' })
  redemptionId!: string;
}

@ObjectType({
  implements: JournalEntry,
  description: "An entry of a voucher's own stream. Amounts are of VALUE, in minor units of the programme's money, or of USES.",
})
@ReadableWithParent()
export class VoucherEntry extends JournalEntry {}

export enum SupportCaseStatusType {
  OPEN = 'OPEN',
  PENDING = 'PENDING',
  SOLVED = 'SOLVED',
  CLOSED = 'CLOSED',
}
registerEnumType(SupportCaseStatusType, {
  name: 'SupportCaseStatus',
  description: 'Whose turn it is in a support case.',
  valuesConfig: {
    OPEN: { description: 'It waits for an agent. The clock of its resolution runs.' },
    PENDING: { description: 'It waits for the member. The clock of its resolution rests, and goes on when the member answers.' },
    SOLVED: { description: 'Nothing is left to do. The member can open it again by writing, until it is closed.' },
    CLOSED: { description: 'It is over for good.' },
  },
});

export enum SupportPriorityType {
  LOW = 'LOW',
  NORMAL = 'NORMAL',
  HIGH = 'HIGH',
  URGENT = 'URGENT',
}
registerEnumType(SupportPriorityType, {
  name: 'SupportPriority',
  description: "How much of a hurry a support case is. The programme's support policy says what is promised for each.",
  valuesConfig: {
    LOW: { description: 'It can wait.' },
    NORMAL: { description: 'As usual.' },
    HIGH: { description: 'Sooner than usual.' },
    URGENT: { description: 'Before everything else.' },
  },
});

@ObjectType({
  implements: JournalEntry,
  description: 'Something that happened to a support case, and how the case stands after it. What people wrote is in no entry.',
})
@ReadableWithParent()
export class SupportCaseEntry extends JournalEntry {
  @Field(() => SupportCaseStatusType, { description: 'Whose turn it is after it.' })
  caseStatus!: SupportCaseStatusType;
  @Field(() => SupportPriorityType, { description: 'Its priority after it.' })
  casePriority!: SupportPriorityType;
  @Field(() => ID, { nullable: true, description: 'The staff identity that looks after the case after it; null: nobody does.' })
  assigneeId!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When the first answer is due, or was; null: none is promised.' })
  firstResponseDueAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the case is to be solved; null while that clock rests and was not missed, or where nothing is promised.',
  })
  resolutionDueAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'Number of the message that was written; null where none was.' })
  messageNumber!: number | null;
  @Field(() => ID, {
    nullable: true,
    description: "The entry in the member's journal that gave points; null unless it is SUPPORT_CASE_GOODWILL.",
  })
  adjustmentEntryId!: string | null;
}

@ObjectType({ implements: JournalEntry, description: 'Something about a thread or its posts. What was written is not in it.' })
@ReadableWithParent()
export class ThreadEntry extends JournalEntry {
  @Field(() => ID, { description: 'The thread: thr_…' })
  threadId!: string;
  @Field(() => ID, { description: 'The category that it is in after the entry: cat_…' })
  categoryId!: string;
  @Field(() => ID, { nullable: true, description: 'The post that it is about: pst_…; null where it is about the thread.' })
  postId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The member who did it, in whose name: mem_…; null where nobody did as a member.' })
  memberId!: string | null;
}

@ObjectType({ implements: JournalEntry, description: 'Something about the inbox of a member: a notification came, or some were read.' })
@ReadableWithParent()
export class InboxEntry extends JournalEntry {
  @Field(() => ID, { nullable: true, description: 'The notification that came: ntf_…; null where some were read.' })
  notificationId!: string | null;
}

export const JournalEntryConnection = connectionType<JournalEntry>('JournalEntry', () => JournalEntry as never, 'journal entries');
