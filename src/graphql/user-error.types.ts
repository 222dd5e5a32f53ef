import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import type { Refusal } from '../journal/core/decide.js';
import { Cost } from './cost-declaration.js';
import { ReadableWithParent } from './policy.js';
import { DateTime, Points } from './scalars.js';

@InterfaceType({
  description: 'An expected "no": nothing was done, and the message says what to do. More kinds and codes may be added.',
})
@ReadableWithParent()
@Cost({ listSize: 1 })
export abstract class UserError {
  @Field(() => String, {
    description: 'Stable name of the refusal, like INSUFFICIENT_POINTS. Decide by this or by the type, never by the message.',
  })
  code!: string;
  @Field(() => String, { description: 'For people, in English.' })
  message!: string;
  @Field(() => [String], {
    nullable: true,
    description: 'The input field that it is about, from the input down; null when it is about none.',
  })
  path!: string[] | null;
}

@ObjectType({ implements: UserError, description: 'The input cannot be used as it is; code and message say why.' })
@ReadableWithParent()
export class InvalidInput extends UserError {}

@ObjectType({ implements: UserError, description: 'There is no such member in this programme.' })
@ReadableWithParent()
export class MemberNotFound extends UserError {}

@ObjectType({ implements: UserError, description: 'The member is suspended or the membership is closed.' })
@ReadableWithParent()
export class MemberNotActive extends UserError {}

@ObjectType({ implements: UserError, description: 'An externalId or e-mail address belongs to another member.' })
@ReadableWithParent()
export class MemberAlreadyEnrolled extends UserError {}

@ObjectType({ implements: UserError, description: 'The wallet holds less than the command takes.' })
@ReadableWithParent()
export class InsufficientPoints extends UserError {
  @Field(() => Points, { description: 'Points that can be spent at the instant of the command.' })
  available!: number;
  @Field(() => Points, { description: 'Points that the command asked for.' })
  required!: number;
}

@ObjectType({ implements: UserError, description: 'The purchase is in another currency than the programme counts in.' })
@ReadableWithParent()
export class CurrencyMismatch extends UserError {
  @Field(() => String, { description: "ISO 4217 code of the programme's money." })
  expected!: string;
  @Field(() => String, { description: 'ISO 4217 code that was sent.' })
  actual!: string;
}

@ObjectType({ implements: UserError, description: 'The member already has an activity with this externalId; it was not recorded again.' })
@ReadableWithParent()
export class ActivityAlreadyRecorded extends UserError {
  @Field(() => Points, { description: 'Number of the journal entry that recorded it.' })
  number!: number;
}

@ObjectType({ implements: UserError, description: 'The idempotencyKey was used before with another input.' })
@ReadableWithParent()
export class IdempotencyKeyReused extends UserError {}

@ObjectType({ implements: UserError, description: 'Somebody else ended the hold, or it timed out. Nothing was done now.' })
@ReadableWithParent()
export class HoldEnded extends UserError {
  @Field(() => String, { description: 'How it ended: CAPTURED, RELEASED or TIMED_OUT.' })
  status!: string;
  @Field(() => Points, { description: 'Number of the journal entry that ended it.' })
  endedBy!: number;
  @Field(() => Points, { description: 'Points that had been captured by then.' })
  captured!: number;
}

@ObjectType({ implements: UserError, description: 'More was asked for than is left.' })
@ReadableWithParent()
export class LimitExceeded extends UserError {
  @Field(() => Points, { description: 'What is left: points, a quantity, or minor units of money, as what was asked for.' })
  remaining!: number;
  @Field(() => Points, { description: 'What was asked for.' })
  required!: number;
}

@ObjectType({ implements: UserError, description: 'Something asks about the segment, so it was not deleted.' })
@ReadableWithParent()
export class SegmentInUse extends UserError {
  @Field(() => [String], { description: 'What does, for people.' })
  usedBy!: string[];
}

@ObjectType({ implements: UserError, description: 'Too much is waiting; nothing was queued. Send the same again.' })
@ReadableWithParent()
export class RetryLater extends UserError {
  @Field(() => Int, { description: 'Milliseconds to wait before the next try.' })
  retryAfterMs!: number;
}

@ObjectType({
  implements: UserError,
  description: 'The reward is sold out: its stock is gone, or its pool has no code left. No points were taken.',
})
@ReadableWithParent()
export class RewardSoldOut extends UserError {}

export enum RewardUnavailableReason {
  ARCHIVED = 'ARCHIVED',
  NOT_YET = 'NOT_YET',
  NO_LONGER = 'NO_LONGER',
  TIER = 'TIER',
  SEGMENT = 'SEGMENT',
  NO_PRICE = 'NO_PRICE',
}
registerEnumType(RewardUnavailableReason, {
  name: 'RewardUnavailableReason',
  description: 'Why a reward cannot be had. More reasons may be added.',
  valuesConfig: {
    ARCHIVED: { description: 'It is not offered any more.' },
    NOT_YET: { description: 'It can be redeemed later; availableFrom says when.' },
    NO_LONGER: { description: 'The time in which it could be redeemed is over.' },
    TIER: { description: 'It is for members of a higher tier.' },
    SEGMENT: { description: 'It is for members of certain segments.' },
    NO_PRICE: { description: 'None of its prices is for this member at this time.' },
  },
});

@ObjectType({ implements: UserError, description: 'The reward is not for this member, or not now.' })
@ReadableWithParent()
export class RewardNotAvailable extends UserError {
  @Field(() => RewardUnavailableReason, { description: 'Why.' })
  reason!: RewardUnavailableReason;
  @Field(() => DateTime, { nullable: true, description: 'From when on it can be redeemed; null unless the reason is NOT_YET.' })
  availableFrom!: Date | null;
}

@ObjectType({ implements: UserError, description: 'The member redeemed this reward as often as they may.' })
@ReadableWithParent()
export class RewardLimitReached extends UserError {
  @Field(() => Int, { description: 'How often a member may redeem it.' })
  max!: number;
  @Field(() => String, { description: "In which period of the programme's zone: DAY, WEEK, MONTH, YEAR or EVER." })
  period!: string;
}

@ObjectType({ implements: UserError, description: 'Too many wrong codes came from this credential or this address.' })
@ReadableWithParent()
export class TooManyAttempts extends UserError {
  @Field(() => Int, { description: 'Seconds to wait before the next try.' })
  retryAfter!: number;
}

/** Every concrete refusal; the schema lists them although only the interface is mentioned. */
export const USER_ERRORS = {
  MEMBER_NOT_FOUND: MemberNotFound,
  MEMBER_NOT_ACTIVE: MemberNotActive,
  EXTERNAL_ID_TAKEN: MemberAlreadyEnrolled,
  EMAIL_TAKEN: MemberAlreadyEnrolled,
  INSUFFICIENT_POINTS: InsufficientPoints,
  CURRENCY_MISMATCH: CurrencyMismatch,
  ACTIVITY_ALREADY_RECORDED: ActivityAlreadyRecorded,
  IDEMPOTENCY_KEY_REUSED: IdempotencyKeyReused,
  HOLD_ENDED: HoldEnded,
  HOLD_EXCEEDED: LimitExceeded,
  ACTIVITY_LIMIT_EXCEEDED: LimitExceeded,
  TRANSFER_LIMIT_EXCEEDED: LimitExceeded,
  ADJUSTMENT_LIMIT_EXCEEDED: LimitExceeded,
  RETURN_EXCEEDED: LimitExceeded,
  REVERSAL_EXCEEDED: LimitExceeded,
  SEGMENT_IN_USE: SegmentInUse,
  VOUCHER_EXCEEDED: LimitExceeded,
  REWARD_SOLD_OUT: RewardSoldOut,
  REWARD_NOT_AVAILABLE: RewardNotAvailable,
  REWARD_LIMIT_REACHED: RewardLimitReached,
  TOO_MANY_ATTEMPTS: TooManyAttempts,
  RETRY_LATER: RetryLater,
} as const;

/** A refusal of the core as the API shows it. */
export function userError({ code, message, path, data }: Refusal): UserError {
  const type: new () => UserError = USER_ERRORS[code as keyof typeof USER_ERRORS] ?? InvalidInput;
  return Object.assign(new type(), { code, message, path: path ? [...path] : null }, data);
}

export const memberNotFound = (): Refusal => ({
  code: 'MEMBER_NOT_FOUND',
  message: 'No such member in this programme.',
  path: ['member'],
});

export const invalid = (message: string, ...path: string[]): Refusal => ({ code: 'INVALID_INPUT', message, path });
