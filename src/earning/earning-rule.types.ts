import { Field, InputType, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { globalId } from '../graphql/global-id.js';
import { Money, moneyType } from '../graphql/money.types.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Decimal } from '../graphql/scalars.js';
import { fromMinor } from '../programs/money.js';
import type { ProgramSettings } from '../programs/settings.js';
import { ConditionsInput, ConditionsType, conditionsType } from './conditions.types.js';
import type { EarningRuleSettings } from './rule.js';

export enum RoundingMode {
  DOWN = 'DOWN',
  HALF_UP = 'HALF_UP',
  HALF_EVEN = 'HALF_EVEN',
}
registerEnumType(RoundingMode, {
  name: 'RoundingMode',
  description: 'How an exact number of points becomes a whole one: once, at the end of one activity and currency.',
  valuesConfig: {
    DOWN: { description: 'Towards zero.' },
    HALF_UP: { description: 'To the nearest; a half goes up.' },
    HALF_EVEN: { description: 'To the nearest; a half goes to the even neighbour.' },
  },
});

@InterfaceType({
  description: 'Turns an activity into points. There are kinds of it, and more will come.',
  implements: Node,
})
@ReadableWithParent()
export abstract class EarningRule extends Node {
  @Field(() => String, { description: 'Name for people; it appears in explanations.' })
  name!: string;
  @Field(() => String, { description: 'Code of the point currency it gives.' })
  currencyCode!: string;
  @Field(() => RoundingMode, { description: 'How its points are rounded.' })
  rounding!: RoundingMode;
  @Field(() => Boolean, { description: 'It is applied at all.' })
  isActive!: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities from this instant on; null: from ever.' })
  validFrom!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities before this instant; null: for ever.' })
  validTo!: Date | null;
  @Field(() => ConditionsType, { nullable: true, description: 'When it counts, beyond what its kind says; null: always.' })
  conditions!: ConditionsType | null;
}

@ObjectType({ implements: EarningRule, description: 'Points for every so much money spent.' })
@ReadableWithParent()
export class PointsPerSpendRule extends EarningRule {
  @Field(() => Decimal, { description: 'Points for each `per`.' })
  points!: string;
  @Field(() => Money, { description: 'The money that earns `points`.' })
  per!: Money;
}

@ObjectType({ implements: EarningRule, description: 'The same points each time a named event happens.' })
@ReadableWithParent()
export class FixedPointsRule extends EarningRule {
  @Field(() => Decimal, { description: 'Points each time.' })
  points!: string;
  @Field(() => String, { description: 'Name of the event.' })
  event!: string;
}

@ObjectType({ implements: EarningRule, description: 'Points for each unit of one product.' })
@ReadableWithParent()
export class PointsPerItemRule extends EarningRule {
  @Field(() => Decimal, { description: 'Points for each unit.' })
  points!: string;
  @Field(() => String, { description: 'Stock keeping unit of the product.' })
  sku!: string;
}

export function earningRule(rule: EarningRuleSettings, settings: ProgramSettings): EarningRule {
  const base = {
    id: globalId('earningRule', rule.id),
    name: rule.name,
    currencyCode: settings.pointCurrencies.find(({ id }) => id === rule.currency)?.code ?? rule.currency,
    rounding: rule.rounding as RoundingMode,
    isActive: rule.isActive,
    validFrom: rule.validFrom === null ? null : new Date(rule.validFrom),
    validTo: rule.validTo === null ? null : new Date(rule.validTo),
    conditions: rule.conditions ? conditionsType(rule.conditions, settings.currencyCode) : null,
    points: rule.points,
  };
  switch (rule.kind) {
    case 'POINTS_PER_SPEND':
      return Object.assign(new PointsPerSpendRule(), base, {
        per: moneyType(fromMinor(rule.per, settings.currencyCode), settings.currencyCode),
      });
    case 'FIXED_POINTS':
      return Object.assign(new FixedPointsRule(), base, { event: rule.event });
    case 'POINTS_PER_ITEM':
      return Object.assign(new PointsPerItemRule(), base, { sku: rule.sku });
  }
}

@InputType({ description: 'Points for every so much money spent.' })
export class PointsPerSpendInput {
  @Field(() => Decimal, { description: 'Points for each `per`; above 0.' })
  points!: string;
  @Field(() => Decimal, { description: "Money in the programme's currency; above 0." })
  per!: string;
}

@InputType({ description: 'The same points each time a named event happens.' })
export class FixedPointsInput {
  @Field(() => Decimal, { description: 'Points each time; above 0.' })
  points!: string;
  @Field(() => String, { description: 'Name of the event, as recordActivity sends it.' })
  event!: string;
}

@InputType({ description: 'Points for each unit of one product, on top of what others give.' })
export class PointsPerItemInput {
  @Field(() => Decimal, { description: 'Points for each unit; above 0.' })
  points!: string;
  @Field(() => String, { description: 'Stock keeping unit, as recordActivity sends it; at most 255 characters.' })
  sku!: string;
}

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
  @Field(() => PointsPerSpendInput, { nullable: true, description: 'Kind: points per spend.' })
  pointsPerSpend?: PointsPerSpendInput | null;
  @Field(() => FixedPointsInput, { nullable: true, description: 'Kind: fixed points for a named event.' })
  fixedPoints?: FixedPointsInput | null;
  @Field(() => PointsPerItemInput, { nullable: true, description: 'Kind: points for each unit of a product.' })
  pointsPerItem?: PointsPerItemInput | null;
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
