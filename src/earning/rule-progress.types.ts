import { Field, Int, ObjectType } from 'type-graphql';
import { Cost } from '../graphql/cost-declaration.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Decimal } from '../graphql/scalars.js';
import { EarningRule } from './rule.types.js';

@ObjectType({ description: 'How far a member is with a rule that counts: a punch card, an n-th time, a streak, an achievement.' })
@ReadableWithParent()
@Cost({ listSize: 3 })
export class RuleProgress {
  @Field(() => EarningRule, { description: 'The rule.' })
  rule!: EarningRule;
  @Field(() => Decimal, {
    description: "How far, of `target`: stamps, times, days or weeks in a row, or money of the programme's currency.",
  })
  current!: string;
  @Field(() => Decimal, { description: 'What it takes.' })
  target!: string;
  @Field(() => Int, { nullable: true, description: 'How often its bonus was given; null for cards and streaks.' })
  times!: number | null;
  @Field(() => String, { nullable: true, description: 'The badge that the member has by it; null: none.' })
  badge!: string | null;
}
