import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Decimal } from '../graphql/scalars.js';
import type { ReturnPolicy } from './return-policy.js';

export enum EarnedReturnPolicy {
  KEEP = 'KEEP',
  PENDING_ONLY = 'PENDING_ONLY',
  WITHIN_BALANCE = 'WITHIN_BALANCE',
  ALLOW_DEBT = 'ALLOW_DEBT',
}
registerEnumType(EarnedReturnPolicy, {
  name: 'EarnedReturnPolicy',
  description: 'What becomes of points that a returned purchase earned.',
  valuesConfig: {
    KEEP: { description: 'The member keeps them.' },
    PENDING_ONLY: { description: 'Those that are still pending are taken back.' },
    WITHIN_BALANCE: { description: 'They are taken back as far as the active points go; the rest is let go.' },
    ALLOW_DEBT: { description: 'They are taken back; what is not there becomes debt, which later earnings repay first.' },
  },
});

export enum ReturnAttribution {
  BY_ITEM = 'BY_ITEM',
  PROPORTIONAL = 'PROPORTIONAL',
}
registerEnumType(ReturnAttribution, {
  name: 'ReturnAttribution',
  description: 'How many points a part of a purchase carries.',
  valuesConfig: {
    BY_ITEM: {
      description:
        'What that item, in that quantity, earned. Counts for purchases recorded while this policy is in force; for others, and for returns of an amount, in proportion.',
    },
    PROPORTIONAL: { description: 'Its share of the money.' },
  },
});

export enum SpentReturnPolicy {
  KEEP = 'KEEP',
  RESTORE = 'RESTORE',
}
registerEnumType(SpentReturnPolicy, {
  name: 'SpentReturnPolicy',
  description: 'What becomes of points that a returned purchase was paid with.',
  valuesConfig: {
    KEEP: { description: 'They stay spent.' },
    RESTORE: { description: 'They go back into the lots they came from, those that expire last first.' },
  },
});

export enum TierReturnPolicy {
  AT_EVALUATION = 'AT_EVALUATION',
  AT_ONCE = 'AT_ONCE',
}
registerEnumType(TierReturnPolicy, {
  name: 'TierReturnPolicy',
  description: 'When a tier goes that was reached by a purchase which is returned.',
  valuesConfig: {
    AT_EVALUATION: { description: 'At evaluatesAt, like every other.' },
    AT_ONCE: { description: 'With the return, if what is left does not give it; to the tier that it does give.' },
  },
});

@ObjectType('ReturnPolicy', { description: 'What becomes of the points of a purchase that is returned.' })
@ReadableWithParent()
export class ReturnPolicyType {
  @Field(() => EarnedReturnPolicy, { description: 'Of the points it earned.' })
  earned!: EarnedReturnPolicy;
  @Field(() => ReturnAttribution, { description: 'How many of them a part of it carries.' })
  attribution!: ReturnAttribution;
  @Field(() => SpentReturnPolicy, { description: 'Of the points it was paid with.' })
  spent!: SpentReturnPolicy;
  @Field(() => String, {
    nullable: true,
    description:
      'How long points that are given back stay valid at least, as ISO 8601 duration; null: what is past its expiry expires at once.',
  })
  restoreGrace!: string | null;
  @Field(() => TierReturnPolicy, { description: 'When a tier that was reached by it goes.' })
  tiers!: TierReturnPolicy;
}

@InputType({ description: 'What becomes of the points of purchases that are returned from now on.' })
export class SetReturnPolicyInput {
  @Field(() => EarnedReturnPolicy, { description: 'Of the points they earned.' })
  earned!: EarnedReturnPolicy;
  @Field(() => ReturnAttribution, { description: 'How many of them a part carries.' })
  attribution!: ReturnAttribution;
  @Field(() => SpentReturnPolicy, { description: 'Of the points they were paid with.' })
  spent!: SpentReturnPolicy;
  @Field(() => String, {
    nullable: true,
    description: 'How long points that are given back stay valid at least, like P30D; no grace when left out.',
  })
  restoreGrace?: string | null;
  @Field(() => TierReturnPolicy, { nullable: true, description: 'When a tier that was reached by them goes; AT_EVALUATION when left out.' })
  tiers?: TierReturnPolicy | null;
}

/** A policy as the API shows it. */
export const returnPolicyType = (policy: ReturnPolicy): ReturnPolicyType =>
  Object.assign(new ReturnPolicyType(), { ...policy, tiers: policy.tiers ?? 'AT_EVALUATION' });

@ObjectType({ implements: Payload, description: 'The policy from now on.' })
@ReadableWithParent()
export class SetReturnPolicyPayload extends Payload {
  @Field(() => ReturnPolicyType, { nullable: true, description: 'The policy; null when refused.' })
  returnPolicy!: ReturnPolicyType | null;
}

@InputType({ description: 'A line of a purchase that comes back.' })
export class ReturnedItemInput {
  @Field(() => Int, { description: 'Place of the line in the items of the purchase, from 0.' })
  line!: number;
  @Field(() => Int, { description: 'How many of it; at least 1.' })
  quantity!: number;
}

@InputType({ description: 'A part of a purchase that comes back. Exactly one of items and amount is given.' })
export class ReturnPurchaseInput {
  @Field(() => ID, { description: 'The purchase: act_…' })
  purchase!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => [ReturnedItemInput], { nullable: true, description: 'Lines that come back, at most 500. An item cannot come back twice.' })
  items?: ReturnedItemInput[] | null;
  @Field(() => Decimal, { nullable: true, description: 'Money that goes back, in the currency of the purchase; above 0.' })
  amount?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it counts; now when left out. Needs the scope backdate.' })
  effectiveAt?: Date | null;
}

@InputType({ description: 'A purchase that is taken back as a whole, or what is left of it.' })
export class CancelPurchaseInput {
  @Field(() => ID, { description: 'The purchase: act_…' })
  purchase!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => DateTime, { nullable: true, description: 'When it counts; now when left out. Needs the scope backdate.' })
  effectiveAt?: Date | null;
}

@InputType({ description: 'An event that is taken back. A purchase is not: see cancelPurchase.' })
export class CancelActivityInput {
  @Field(() => ID, { description: 'The event: act_…' })
  activity!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => DateTime, { nullable: true, description: 'When it counts; now when left out. Needs the scope backdate.' })
  effectiveAt?: Date | null;
}
