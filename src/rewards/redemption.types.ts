import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { entryId, globalId } from '../graphql/global-id.js';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { RedemptionEntry, WalletChange } from '../journal/journal.types.js';
import { MemberRef } from '../members/member.types.js';
import { sumOf } from '../points/lot-parts.js';
import type { ProgramSettings } from '../programs/settings.js';
import type { Redemption } from './redemption.js';
import { PointsPrice, pointsPrices } from './reward.types.js';

export enum RedemptionStatusType {
  PENDING = 'PENDING',
  ISSUED = 'ISSUED',
  USED = 'USED',
  CANCELLED = 'CANCELLED',
  EXPIRED = 'EXPIRED',
  FAILED = 'FAILED',
}
registerEnumType(RedemptionStatusType, {
  name: 'RedemptionStatus',
  description: 'What became of a redemption.',
  valuesConfig: {
    PENDING: { description: 'It awaits approval or fulfilment; points were taken.' },
    ISSUED: { description: 'The member has it.' },
    USED: { description: 'It was used.' },
    CANCELLED: { description: 'It was cancelled, rejected or taken back; points went back into their lots.' },
    EXPIRED: { description: 'It was not used in time; the points are gone.' },
    FAILED: { description: 'It could not be fulfilled; points went back into their lots.' },
  },
});

export enum RedemptionAwaits {
  APPROVAL = 'APPROVAL',
  FULFILMENT = 'FULFILMENT',
}
registerEnumType(RedemptionAwaits, {
  name: 'RedemptionAwaits',
  description: 'What a pending redemption waits for.',
  valuesConfig: {
    APPROVAL: { description: 'Staff approves or rejects it.' },
    FULFILMENT: { description: 'Somebody fulfils it by hand.' },
  },
});

@ObjectType('Redemption', { implements: Node, description: 'One purchase of a reward.' })
@ReadableWithParent()
export class RedemptionType extends Node {
  @Field(() => ID, { description: 'Who redeemed it.' })
  memberId!: string;
  @Field(() => ID, { description: 'What was redeemed.' })
  rewardId!: string;
  @Field(() => RedemptionStatusType, { description: 'What became of it.' })
  status!: RedemptionStatusType;
  @Field(() => RedemptionAwaits, { nullable: true, description: 'What it waits for; null unless it is pending.' })
  awaits!: RedemptionAwaits | null;
  @Field(() => [PointsPrice], { description: 'What was paid; empty where it was given for nothing.' })
  price!: PointsPrice[];
  @Field(() => DateTime, { description: 'When it was redeemed.' })
  redeemedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When what was issued ends, exclusive; null: never, or it was not issued yet.' })
  expiresAt!: Date | null;
  @Field(() => ID, { nullable: true, description: 'The entry that ended it; null while it is pending or issued.' })
  endedBy!: string | null;

  place!: { readonly streamId: string; readonly number: number };
  redemption!: Redemption;
}

export const RedemptionConnection = connectionType('Redemption', () => RedemptionType, 'redemptions');

export const redemptionType = (streamId: string, number: number, redemption: Redemption, settings: ProgramSettings): RedemptionType => {
  const { reward, status, awaits, paid, redeemedAt, expiresAt, endedBy } = redemption;
  const price = paid.map(({ currency, parts }) => ({ currency, amount: sumOf(parts) }));
  return Object.assign(new RedemptionType(), {
    id: entryId('member', streamId, number, 'rdm'),
    memberId: globalId('member', streamId),
    rewardId: globalId('reward', reward),
    status: status as RedemptionStatusType,
    awaits: awaits as RedemptionAwaits | null,
    price: pointsPrices(price, settings),
    redeemedAt: new Date(redeemedAt),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    endedBy: endedBy === null ? null : entryId('member', streamId, endedBy),
    place: { streamId, number },
    redemption,
  });
};

@ObjectType('Gift', { description: 'For whom a redemption is.' })
@ReadableWithParent()
export class GiftType {
  @Field(() => ID, { nullable: true, description: 'The member who got it; null while nobody claimed what went to an e-mail address.' })
  recipientId!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The e-mail address that it goes to, for those who gave it and for staff; null where there is none, or it was erased.',
  })
  email!: string | null;
  @Field(() => String, { nullable: true, description: 'What the giver says; null where that is nothing, or it was erased.' })
  message!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What to send to the e-mail address, for claimGift. For the scope vouchers:use, while nobody claimed it; else null.',
  })
  claimCode!: string | null;
}

@InputType({ description: 'For whom a redemption is: a member, or whoever reads an e-mail address. Exactly one of the two.' })
export class RedemptionRecipientInput {
  @Field(() => MemberRef, { nullable: true, description: 'Another member.' })
  member?: MemberRef | null;
  @Field(() => String, { nullable: true, description: 'An e-mail address. Laurel sends no e-mail: send its claimCode there.' })
  email?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What the giver says, at most 1000 characters. Erased with the giver or the recipient.',
  })
  message?: string | null;
}

@InputType({ description: 'A reward to redeem.' })
export class RedeemRewardInput {
  @Field(() => MemberRef, { description: 'Who redeems and pays.' })
  member!: MemberRef;
  @Field(() => ID, { description: 'What.' })
  reward!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => RedemptionRecipientInput, { nullable: true, description: 'For whom; the member themselves when left out.' })
  recipient?: RedemptionRecipientInput | null;
  @Field(() => DateTime, { nullable: true, description: 'When it counts; now when left out. Needs the scope backdate.' })
  effectiveAt?: Date | null;
}

@InputType({ description: 'A reward to give for nothing.' })
export class GrantRewardInput {
  @Field(() => MemberRef, { description: 'Who gets it.' })
  member!: MemberRef;
  @Field(() => ID, { description: 'What.' })
  reward!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => String, { nullable: true, description: 'Why; kept in the journal, so no personal data. At most 255 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A redemption to change.' })
export class RedemptionInput {
  @Field(() => ID, { description: 'The redemption: rdm_…' })
  redemption!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => String, { nullable: true, description: 'Why; kept in the journal, so no personal data. At most 255 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A redemption to end.' })
export class EndRedemptionInput extends RedemptionInput {
  @Field(() => Boolean, { nullable: true, description: 'The stock does not get it back; false when left out.' })
  writeOff?: boolean | null;
}

@InputType({ description: 'A gift to claim.' })
export class ClaimGiftInput {
  @Field(() => MemberRef, { description: 'Who claims it.' })
  member!: MemberRef;
  @Field(() => String, { description: 'The claim code of the gift.' })
  code!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@ObjectType('RedemptionPayload', { implements: Payload, description: 'What became of the command.' })
@ReadableWithParent()
export class RedemptionPayload extends Payload {
  @Field(() => RedemptionType, { nullable: true, description: 'The redemption as it is now; null when refused.' })
  redemption!: RedemptionType | null;
  @Field(() => RedemptionEntry, { nullable: true, description: 'The entry in the stream of the member who redeemed; null when refused.' })
  entry!: RedemptionEntry | null;
  @Field(() => Boolean, { description: 'The key was known: this is the first outcome again, and nothing was done now.' })
  replayed!: boolean;
}

@ObjectType('RedemptionPreview', { implements: Payload, description: 'What redeemReward would give now. Nothing was done.' })
@ReadableWithParent()
export class RedemptionPreview extends Payload {
  @Field(() => RedemptionStatusType, { nullable: true, description: 'PENDING or ISSUED; null when it would be refused.' })
  status!: RedemptionStatusType | null;
  @Field(() => RedemptionAwaits, { nullable: true, description: 'What it would wait for.' })
  awaits!: RedemptionAwaits | null;
  @Field(() => [PointsPrice], { description: 'What it would cost; empty when it would be refused.' })
  price!: PointsPrice[];
  @Field(() => DateTime, { nullable: true, description: 'When it would end; null: never, not issued at once, or refused.' })
  expiresAt!: Date | null;
  @Field(() => [WalletChange], { description: 'What it would do to wallets.' })
  changes!: WalletChange[];
  @Field(() => String, { nullable: true, description: 'The sentence that its entry would say; null when it would be refused.' })
  summary!: string | null;
}
