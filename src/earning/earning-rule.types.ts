import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
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

@InputType({
  description:
    'Changes to an earning rule. What is left out stays as it is. Its currency and its kind stay; what is given of the kind replaces all that it said.',
})
export class UpdateEarningRuleInput {
  @Field(() => ID, { description: 'Id of the rule.' })
  id!: string;
  @Field(() => String, { nullable: true, description: 'Name for people.' })
  name?: string | null;
  @Field(() => RoundingMode, { nullable: true, description: 'How its points are rounded.' })
  rounding?: RoundingMode | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities from this instant on; null: from ever.' })
  validFrom?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities before this instant; null: for ever.' })
  validTo?: Date | null;
  @Field(() => ConditionsInput, { nullable: true, description: 'All of its conditions; null: none.' })
  conditions?: ConditionsInput | null;
}

// The inputs have a field for each kind, whose own folder says what is in it.
for (const { field, input, description } of ALL_KIND_TYPES)
  for (const { prototype } of [CreateEarningRuleInput, UpdateEarningRuleInput])
    Field(() => input, { nullable: true, description })(prototype, field);

@InputType({ description: 'A rule to take away.' })
export class DeleteEarningRuleInput {
  @Field(() => ID, { description: 'Id of the rule.' })
  id!: string;
}

@ObjectType({ implements: Payload, description: 'What was taken away.' })
@ReadableWithParent()
export class DeleteEarningRulePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the rule that is gone; null when refused.' })
  deletedId!: string | null;
}

@ObjectType({ description: 'An earning rule as it was from one version of the settings to the next in which it was changed.' })
@ReadableWithParent()
export class EarningRuleVersion {
  @Field(() => Int, { description: "Version of the programme's settings, as entries name it." })
  version!: number;
  @Field(() => DateTime, { description: 'When it came into force, by the real clock.' })
  publishedAt!: Date;
  @Field(() => EarningRule, { description: 'The rule as it was then.' })
  rule!: EarningRule;
}

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
