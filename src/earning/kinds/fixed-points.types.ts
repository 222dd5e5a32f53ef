import { Field, InputType, ObjectType } from 'type-graphql';
import { Refused } from '../../graphql/attempt.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { Decimal } from '../../graphql/scalars.js';
import { invalid } from '../../graphql/user-error.types.js';
import { eventName, positive } from '../parse-rule.js';
import { EarningRule, type RuleKindTypes } from '../rule.types.js';
import type { FixedPointsSettings } from './fixed-points.js';

@ObjectType({ implements: EarningRule, description: 'The same points each time a named event happens.' })
@ReadableWithParent()
export class FixedPointsRule extends EarningRule {
  @Field(() => Decimal, { description: 'Points each time.' })
  points!: string;
  @Field(() => String, { description: 'Name of the event.' })
  event!: string;
}

@InputType({ description: 'The same points each time a named event happens.' })
export class FixedPointsInput {
  @Field(() => Decimal, { description: 'Points each time; above 0.' })
  points!: string;
  @Field(() => String, {
    description:
      'Name of the event, as recordActivity sends it. Laurel itself records `joining`, `birthday` and `anniversary` where a rule goes by them.',
  })
  event!: string;
}

export const fixedPointsTypes: RuleKindTypes<FixedPointsSettings, FixedPointsInput> = {
  field: 'fixedPoints',
  description: 'Kind: fixed points for a named event.',
  input: FixedPointsInput,
  object: FixedPointsRule,
  parse(input) {
    const event = eventName(input.event, 'fixedPoints');
    if (event === null) throw new Refused(invalid('Name the event.', 'fixedPoints', 'event'));
    return { kind: 'FIXED_POINTS', points: positive(input.points, 'fixedPoints'), event };
  },
  show: ({ points, event }) => ({ points, event }),
};
