import { Field, InputType, ObjectType } from 'type-graphql';
import { Refused } from '../../graphql/attempt.js';
import { Money, moneyType } from '../../graphql/money.types.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { Decimal } from '../../graphql/scalars.js';
import { invalid } from '../../graphql/user-error.types.js';
import { fromMinor, toMinor } from '../../programs/money.js';
import { positive } from '../parse-rule.js';
import { EarningRule, type RuleKindTypes } from '../rule.types.js';
import type { PointsPerSpendSettings } from './points-per-spend.js';

@ObjectType({ implements: EarningRule, description: 'Points for every so much money spent.' })
@ReadableWithParent()
export class PointsPerSpendRule extends EarningRule {
  @Field(() => Decimal, { description: 'Points for each `per`.' })
  points!: string;
  @Field(() => Money, { description: 'The money that earns `points`.' })
  per!: Money;
}

@InputType({ description: 'Points for every so much money spent.' })
export class PointsPerSpendInput {
  @Field(() => Decimal, { description: 'Points for each `per`; above 0.' })
  points!: string;
  @Field(() => Decimal, { description: "Money in the programme's currency; above 0." })
  per!: string;
}

export const pointsPerSpendTypes: RuleKindTypes<PointsPerSpendSettings, PointsPerSpendInput> = {
  field: 'pointsPerSpend',
  description: 'Kind: points per spend.',
  input: PointsPerSpendInput,
  object: PointsPerSpendRule,
  parse(input, { settings }) {
    const per = toMinor(input.per, settings.currencyCode);
    if (per === null || per <= 0)
      throw new Refused(invalid('per is an amount above 0 in the money of the programme.', 'pointsPerSpend', 'per'));
    return { kind: 'POINTS_PER_SPEND', points: positive(input.points, 'pointsPerSpend'), per };
  },
  show: ({ points, per }, { currencyCode }) => ({ points, per: moneyType(fromMinor(per, currencyCode), currencyCode) }),
};
