import { Field, InputType, ObjectType } from 'type-graphql';
import { EarningCapPeriod } from '../earning/cap.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import { MemberRef } from '../members/member.types.js';
import type { TransferPolicy } from './transfer-policy.js';

@InputType({ description: 'Points that one member gives another.' })
export class TransferPointsInput {
  @Field(() => MemberRef, { description: 'Who gives.' })
  from!: MemberRef;
  @Field(() => MemberRef, { description: 'Who receives; another member of the programme.' })
  to!: MemberRef;
  @Field(() => String, {
    description:
      "Names this command for ever within the giver's stream, 1 to 255 characters. Send the same key again when you do not know what became of it.",
  })
  idempotencyKey!: string;
  @Field(() => Points, { description: 'How many; above 0. All or nothing.' })
  amount!: number;
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
  @Field(() => String, { nullable: true, description: 'What for; kept in both journals, so no personal data. At most 255 characters.' })
  reason?: string | null;
}

@ObjectType('TransferPolicy', { description: 'Whether and how much members may give each other.' })
@ReadableWithParent()
export class TransferPolicyType {
  @Field(() => Boolean, { description: 'Points can be transferred at all.' })
  isAllowed!: boolean;
  @Field(() => Points, { nullable: true, description: 'Points of one transfer at most; null: no limit.' })
  maxPerTransfer!: number | null;
  @Field(() => EarningCapPeriod, {
    nullable: true,
    description: 'Period that maxPerPeriod counts over; null where there is no such limit.',
  })
  period!: EarningCapPeriod | null;
  @Field(() => Points, { nullable: true, description: 'Points that a member may give in a period; null: no limit.' })
  maxPerPeriod!: number | null;
}

@InputType({ description: 'Whether and how much members may give each other from now on.' })
export class SetTransferPolicyInput {
  @Field(() => Boolean, { description: 'Points can be transferred at all.' })
  isAllowed!: boolean;
  @Field(() => Points, { nullable: true, description: 'Points of one transfer at most; no limit when left out.' })
  maxPerTransfer?: number | null;
  @Field(() => EarningCapPeriod, {
    nullable: true,
    description: 'Period that maxPerPeriod counts over; given together with it. Not ACTIVITY.',
  })
  period?: EarningCapPeriod | null;
  @Field(() => Points, { nullable: true, description: 'Points that a member may give in a period; no limit when left out.' })
  maxPerPeriod?: number | null;
}

@ObjectType({ implements: Payload, description: 'The policy from now on.' })
@ReadableWithParent()
export class SetTransferPolicyPayload extends Payload {
  @Field(() => TransferPolicyType, { nullable: true, description: 'The policy; null when refused.' })
  transferPolicy!: TransferPolicyType | null;
}

export const transferPolicy = ({ isAllowed, maxPerTransfer, maxPerPeriod }: TransferPolicy): TransferPolicyType =>
  Object.assign(new TransferPolicyType(), {
    isAllowed,
    maxPerTransfer,
    period: (maxPerPeriod?.period as EarningCapPeriod | undefined) ?? null,
    maxPerPeriod: maxPerPeriod?.max ?? null,
  });
