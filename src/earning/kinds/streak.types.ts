import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReadableWithParent } from '../../graphql/policy.js';
import { Decimal } from '../../graphql/scalars.js';
import { count, eventName, positive } from '../parse-rule.js';
import { EarningRule, type RuleKindTypes } from '../rule.types.js';
import type { StreakSettings } from './streak.js';

export enum StreakUnit {
  DAY = 'DAY',
  WEEK = 'WEEK',
}
registerEnumType(StreakUnit, {
  name: 'StreakUnit',
  description: "What a streak is made of, in the programme's zone.",
  valuesConfig: { DAY: { description: 'Local days.' }, WEEK: { description: 'Weeks from Monday.' } },
});

@ObjectType({ implements: EarningRule, description: 'A bonus for days or weeks in a row. Tiers do not multiply it.' })
@ReadableWithParent()
export class StreakRule extends EarningRule {
  @Field(() => Decimal, { description: 'Points for each `length` in a row.' })
  points!: string;
  @Field(() => StreakUnit, { description: 'Days or weeks.' })
  unit!: StreakUnit;
  @Field(() => Int, { description: 'How many in a row give the points.' })
  length!: number;
  @Field(() => Int, { description: 'How many may be missed on the way to each bonus.' })
  freezes!: number;
  @Field(() => String, { nullable: true, description: 'Name of the event; null: purchases.' })
  event!: string | null;
}

@InputType({
  description:
    'A bonus for days or weeks in a row. What is returned later is not taken out of a streak; what is recorded late counts to none.',
})
export class StreakInput {
  @Field(() => Decimal, { description: 'Points for each `length` in a row; above 0.' })
  points!: string;
  @Field(() => StreakUnit, { description: 'Days or weeks.' })
  unit!: StreakUnit;
  @Field(() => Int, { description: 'How many in a row give the points; at least 2. Then it goes on to the next so many.' })
  length!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'How many may be missed on the way to each bonus without ending the streak; 0 when left out.',
  })
  freezes?: number | null;
  @Field(() => String, { nullable: true, description: 'Name of the event; purchases when left out.' })
  event?: string | null;
}

export const streakTypes: RuleKindTypes<StreakSettings, StreakInput> = {
  field: 'streak',
  description: 'Kind: a bonus for days or weeks in a row.',
  input: StreakInput,
  object: StreakRule,
  parse: ({ points, unit, length, freezes, event }) => ({
    kind: 'STREAK',
    points: positive(points, 'streak'),
    unit,
    length: count(length, 2, 'streak', 'length'),
    freezes: count(freezes ?? 0, 0, 'streak', 'freezes'),
    event: eventName(event, 'streak'),
  }),
  show: ({ points, unit, length, freezes, event }) => ({ points, unit, length, freezes, event }),
};
