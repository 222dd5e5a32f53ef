import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ReadableWithParent } from '../../graphql/policy.js';
import { Decimal } from '../../graphql/scalars.js';
import { count, eventName, positive } from '../parse-rule.js';
import { EarningRule, type RuleKindTypes } from '../rule.types.js';
import type { NthTimeSettings } from './nth-time.js';

@ObjectType({ implements: EarningRule, description: 'A bonus for the first or the n-th time. Tiers do not multiply it.' })
@ReadableWithParent()
export class NthTimeRule extends EarningRule {
  @Field(() => Decimal, { description: 'Points for that time.' })
  points!: string;
  @Field(() => Int, { description: 'Which time: 1 is the first.' })
  n!: number;
  @Field(() => Boolean, { description: 'It is every n-th time.' })
  isRepeating!: boolean;
  @Field(() => String, { nullable: true, description: 'Name of the event; null: purchases.' })
  event!: string | null;
}

@InputType({
  description:
    'A bonus for the first or the n-th purchase or event. It counts from the rule on, and what is wholly returned does not count.',
})
export class NthTimeInput {
  @Field(() => Decimal, { description: 'Points for that time; above 0.' })
  points!: string;
  @Field(() => Int, { description: 'Which time: 1 is the first.' })
  n!: number;
  @Field(() => Boolean, { nullable: true, description: 'Every n-th time; once when left out.' })
  isRepeating?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Name of the event; purchases when left out.' })
  event?: string | null;
}

export const nthTimeTypes: RuleKindTypes<NthTimeSettings, NthTimeInput> = {
  field: 'nthTime',
  description: 'Kind: a bonus for the first or the n-th time.',
  input: NthTimeInput,
  object: NthTimeRule,
  parse: ({ points, n, isRepeating, event }) => ({
    kind: 'NTH_TIME',
    points: positive(points, 'nthTime'),
    n: count(n, 1, 'nthTime', 'n'),
    isRepeating: isRepeating ?? false,
    event: eventName(event, 'nthTime'),
  }),
  show: ({ points, n, isRepeating, event }) => ({ points, n, isRepeating, event }),
};
