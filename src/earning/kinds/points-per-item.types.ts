import { Field, InputType, ObjectType } from 'type-graphql';
import { Refused } from '../../graphql/attempt.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { Decimal } from '../../graphql/scalars.js';
import { isStorable } from '../../graphql/stored-text.js';
import { invalid } from '../../graphql/user-error.types.js';
import { positive } from '../parse-rule.js';
import { EarningRule, type RuleKindTypes } from '../rule.types.js';
import type { PointsPerItemSettings } from './points-per-item.js';

@ObjectType({ implements: EarningRule, description: 'Points for each unit of one product.' })
@ReadableWithParent()
export class PointsPerItemRule extends EarningRule {
  @Field(() => Decimal, { description: 'Points for each unit.' })
  points!: string;
  @Field(() => String, { description: 'Stock keeping unit of the product.' })
  sku!: string;
}

@InputType({ description: 'Points for each unit of one product, on top of what others give.' })
export class PointsPerItemInput {
  @Field(() => Decimal, { description: 'Points for each unit; above 0.' })
  points!: string;
  @Field(() => String, { description: 'Stock keeping unit, as recordActivity sends it; at most 255 characters.' })
  sku!: string;
}

export const pointsPerItemTypes: RuleKindTypes<PointsPerItemSettings, PointsPerItemInput> = {
  field: 'pointsPerItem',
  description: 'Kind: points for each unit of a product.',
  input: PointsPerItemInput,
  object: PointsPerItemRule,
  parse({ points, sku }) {
    if (sku === '' || sku.length > 255 || !isStorable(sku)) throw new Refused(invalid('Name the product.', 'pointsPerItem', 'sku'));
    return { kind: 'POINTS_PER_ITEM', points: positive(points, 'pointsPerItem'), sku };
  },
  show: ({ points, sku }) => ({ points, sku }),
};
