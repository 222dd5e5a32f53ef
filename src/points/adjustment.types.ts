import { Field, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import type { AdjustmentPolicy } from './adjustment-policy.js';

const PER_ADJUSTMENT = 'Points that one adjustment or reinstatement may give or take';
const PER_AGENT =
  "Points of one currency that one agent, a staff identity or an API key, may give and take on a day in the programme's zone, of all members together";

@ObjectType('AdjustmentPolicy', { description: 'How many points may be given and taken by hand. Points count, whatever their sign.' })
@ReadableWithParent()
export class AdjustmentPolicyType {
  @Field(() => Points, { nullable: true, description: `${PER_ADJUSTMENT}; null: no limit.` })
  maxPerAdjustment!: number | null;
  @Field(() => Points, { nullable: true, description: `${PER_AGENT}; null: no limit.` })
  maxPerAgentPerDay!: number | null;
}

@InputType({ description: 'How many points may be given and taken by hand from now on.' })
export class SetAdjustmentPolicyInput {
  @Field(() => Points, { nullable: true, description: `${PER_ADJUSTMENT}; no limit when left out.` })
  maxPerAdjustment?: number | null;
  @Field(() => Points, {
    nullable: true,
    description: `${PER_AGENT}; no limit when left out. What was adjusted while there was no limit is not counted.`,
  })
  maxPerAgentPerDay?: number | null;
}

@ObjectType({ implements: Payload, description: 'The policy from now on.' })
@ReadableWithParent()
export class SetAdjustmentPolicyPayload extends Payload {
  @Field(() => AdjustmentPolicyType, { nullable: true, description: 'The policy; null when refused.' })
  adjustmentPolicy!: AdjustmentPolicyType | null;
}

export const adjustmentPolicy = (policy: AdjustmentPolicy): AdjustmentPolicyType => Object.assign(new AdjustmentPolicyType(), policy);
