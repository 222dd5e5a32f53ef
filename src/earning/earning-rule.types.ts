import { Field, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { ConditionsInput } from './conditions.types.js';
import { ALL_KIND_TYPES } from './kinds/kinds.types.js';
import { EarningRule, RoundingMode } from './rule.types.js';

@InputType({ description: 'A new earning rule. Exactly one kind is given.' })
export class CreateEarningRuleInput {
  @Field(() => String, { description: 'Name for people; it appears in explanations.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
  @Field(() => RoundingMode, { nullable: true, description: 'DOWN when left out.' })
  rounding?: RoundingMode | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities from this instant on.' })
  validFrom?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities before this instant.' })
  validTo?: Date | null;
  @Field(() => ConditionsInput, { nullable: true, description: 'When it counts, beyond what its kind says; always when left out.' })
  conditions?: ConditionsInput | null;
}

// The inputs have a field for each kind, whose own folder says what is in it.
for (const { field, input, description } of ALL_KIND_TYPES)
  Field(() => input, { nullable: true, description })(CreateEarningRuleInput.prototype, field);

@InputType({ description: 'A rule to switch on or off.' })
export class SetEarningRuleActiveInput {
  @Field(() => String, { description: 'Id of the rule.' })
  id!: string;
  @Field(() => Boolean, { description: 'Applied or not, from now on.' })
  isActive!: boolean;
}

@ObjectType({ implements: Payload, description: 'An earning rule after the change.' })
@ReadableWithParent()
export class EarningRulePayload extends Payload {
  @Field(() => EarningRule, { nullable: true, description: 'The rule; null when refused.' })
  earningRule!: EarningRule | null;
}
