import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { globalId } from '../graphql/global-id.js';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { ReferralEntry } from '../journal/journal.types.js';
import { MemberRef } from '../members/member.types.js';
import { stateOf } from './referral.js';
import type { ReferralRow } from './referral-rows.js';

export enum ReferralStateType {
  IN_PROGRESS = 'IN_PROGRESS',
  PENDING = 'PENDING',
  FLAGGED = 'FLAGGED',
  APPROVED = 'APPROVED',
  VOIDED = 'VOIDED',
}
registerEnumType(ReferralStateType, {
  name: 'ReferralState',
  description: 'Where a referral stands.',
  valuesConfig: {
    IN_PROGRESS: { description: 'The referred member did not do yet what it takes.' },
    PENDING: { description: 'They did; the points are pending until the return window closes.' },
    FLAGGED: { description: 'Somebody must look at it, with approveReferral or voidReferral; until then no points become spendable.' },
    APPROVED: { description: 'Both sides have their points, for good.' },
    VOIDED: { description: 'It ended without points, for good.' },
  },
});

export enum ReferralFlagType {
  MANY_IN_A_SHORT_TIME = 'MANY_IN_A_SHORT_TIME',
  SAME_MAILBOX = 'SAME_MAILBOX',
  BY_STAFF = 'BY_STAFF',
}
registerEnumType(ReferralFlagType, {
  name: 'ReferralFlagCode',
  description: 'Why a referral is flagged. More reasons may be added.',
  valuesConfig: {
    MANY_IN_A_SHORT_TIME: { description: 'The referrer made more than the rule takes for usual.' },
    SAME_MAILBOX: {
      description: 'Another member whom the referrer referred has an e-mail address that differs by case, or by what follows a +, alone.',
    },
    BY_STAFF: { description: 'With flagReferral.' },
  },
});

export enum ReferralVoidReasonType {
  NOT_IN_TIME = 'NOT_IN_TIME',
  RETURNED = 'RETURNED',
  BY_STAFF = 'BY_STAFF',
  LEFT = 'LEFT',
}
registerEnumType(ReferralVoidReasonType, {
  name: 'ReferralVoidReason',
  description: 'Why a referral is void. More reasons may be added.',
  valuesConfig: {
    NOT_IN_TIME: { description: 'The referred member did not qualify in time.' },
    RETURNED: {
      description: 'So much of the purchase that qualified came back within the return window that the rest would not have done.',
    },
    BY_STAFF: { description: 'With voidReferral.' },
    LEFT: { description: 'The referred member left, or was erased, before qualifying.' },
  },
});

@ObjectType('ReferralFlag', { description: 'Why a referral is to be looked at.' })
@ReadableWithParent()
export class ReferralFlag {
  @Field(() => ReferralFlagType, { description: 'Why.' })
  code!: ReferralFlagType;
  @Field(() => String, { nullable: true, description: 'What staff said; null unless BY_STAFF.' })
  note!: string | null;
}

@ObjectType('Referral', {
  implements: Node,
  description: 'That one member referred another one. A member sees those that they have a part in, and of the other side no name.',
})
@ReadableWithParent()
export class ReferralType extends Node {
  @Field(() => ReferralStateType, { description: 'Where it stands now.' })
  state!: ReferralStateType;
  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Exclusive: it is void unless the referred member qualified before; null: no limit.',
  })
  qualifyBy!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When the referred member qualified; null: not yet.' })
  qualifiedAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When its points become spendable, or did, if nothing comes between; null before it qualified.',
  })
  approvesAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was approved or voided; null while it goes on.' })
  endedAt!: Date | null;
  @Field(() => ReferralVoidReasonType, { nullable: true, description: 'Why it is void; null where it is not.' })
  voidReason!: ReferralVoidReasonType | null;

  row!: ReferralRow;
}

const dateOf = (at: number | null | undefined): Date | null => (at == null ? null : new Date(at));

/** The referral as the API shows it, with what was due by `now`. */
export function referralType(row: ReferralRow, now: number): ReferralType {
  const { id, ofReferee } = row;
  const { startedAt, qualifyBy, qualified, ended } = ofReferee;
  const state = stateOf(ofReferee, now);
  // What ended by time alone may not be posted yet.
  const dueAt = state === 'APPROVED' ? qualified?.approvesAt : state === 'VOIDED' ? qualifyBy : null;
  return Object.assign(new ReferralType(), {
    ...{ id: globalId('referral', id), state: state as ReferralStateType, startedAt: new Date(startedAt), row },
    ...{ qualifyBy: dateOf(qualifyBy), qualifiedAt: dateOf(qualified?.at), approvesAt: dateOf(qualified?.approvesAt) },
    endedAt: dateOf(ended?.at ?? dueAt),
    voidReason: state === 'VOIDED' ? ((ended?.reason ?? 'NOT_IN_TIME') as ReferralVoidReasonType) : null,
  });
}

export const ReferralConnection = connectionType('Referral', () => ReferralType, 'referrals');

@InputType({ description: 'Who was referred by whom.' })
export class ReferMemberInput {
  @Field(() => MemberRef, { description: 'The member who was referred.' })
  member!: MemberRef;
  @Field(() => String, { description: 'Referral code of the member who referred them, in any case.' })
  referralCode!: string;
}

@InputType({ description: 'What staff decide about a referral.' })
export class JudgeReferralInput {
  @Field(() => ID, { description: 'The referral.' })
  referral!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => String, { description: 'Why, 1 to 255 characters; kept in the journal, so no personal data.' })
  reason!: string;
}

@ObjectType({ implements: Payload, description: 'The referral after the command.' })
@ReadableWithParent()
export class ReferMemberPayload extends Payload {
  @Field(() => ReferralType, { nullable: true, description: 'The referral; null when refused.' })
  referral!: ReferralType | null;
}

@ObjectType({ implements: Payload, description: 'The referral after what staff decided.' })
@ReadableWithParent()
export class ReferralPayload extends Payload {
  @Field(() => ReferralType, { nullable: true, description: 'The referral as it is now; null when refused.' })
  referral!: ReferralType | null;
  @Field(() => ReferralEntry, { nullable: true, description: "The entry in the referred member's journal; null when refused." })
  entry!: ReferralEntry | null;
  @Field(() => Boolean, { description: 'The key was used before, and this is what it led to then.' })
  replayed!: boolean;
}
