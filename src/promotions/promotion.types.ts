import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EarningCapPeriod } from '../earning/cap.types.js';
import { ConditionsType, conditionsType } from '../earning/conditions.types.js';
import { timeText } from '../earning/time-of-day.js';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Money, moneyType } from '../graphql/money.types.js';
import { Node } from '../graphql/node.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Decimal, Points } from '../graphql/scalars.js';
import { fromMinor } from '../programs/money.js';
import type { ProgramSettings } from '../programs/settings.js';
import { type PromotionSettings, STACK_ALL, type StackingSettings } from './promotion.js';

export enum PromotionStatus {
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(PromotionStatus, {
  name: 'PromotionStatus',
  description: 'Whether a promotion is applied.',
  valuesConfig: {
    ACTIVE: { description: 'It is, in its season and on its schedule.' },
    PAUSED: { description: 'It is not, until it is resumed.' },
    ARCHIVED: { description: 'It is not, for good. Points that it gave are returned as before, and so is its budget.' },
  },
});

export enum PromotionStacking {
  ALL = 'ALL',
  BEST_FOR_MEMBER = 'BEST_FOR_MEMBER',
  PRIORITY = 'PRIORITY',
}
registerEnumType(PromotionStacking, {
  name: 'PromotionStacking',
  description: 'Which of several promotions of one group apply, where they fit the same activity and give the same points.',
  valuesConfig: {
    ALL: { description: 'All: multipliers with each other, then bonuses on top.' },
    BEST_FOR_MEMBER: {
      description:
        'The one that would give most alone, with what is left of its budget. Of equal ones the one of higher priority, then the older.',
    },
    PRIORITY: { description: 'The one of the highest priority that gives anything. Of equal ones the older.' },
  },
});

@ObjectType({ description: "A time of the week in the programme's zone, as its clocks show it." })
@ReadableWithParent()
export class PromotionSchedule {
  @Field(() => [Int], { description: 'Days on which it begins, from 1, Monday, to 7, Sunday; empty: every day.' })
  weekdays!: readonly number[];
  @Field(() => String, { description: 'Local time at which it begins, like 09:00.' })
  from!: string;
  @Field(() => String, { description: 'Local time at which it is over, like 11:00. Not later than `from`: on the next day.' })
  to!: string;
}

@ObjectType('PromotionBudget', { description: 'How much all members together can get from a promotion.' })
@ReadableWithParent()
export class PromotionBudgetType {
  @Field(() => Points, { nullable: true, description: 'In points; null: no limit in points.' })
  points!: number | null;
  @Field(() => Money, { nullable: true, description: 'In money, by what a point costs; null: no limit in money.' })
  money!: Money | null;
}

@ObjectType({ description: 'What was used of a budget, or is left.' })
@ReadableWithParent()
export class PromotionUse {
  @Field(() => Points, { description: 'In points; without what was returned, cancelled or lapsed.' })
  points!: number;
  @Field(() => Money, { nullable: true, description: 'In money, rounded half-up; null where it is not said what a point costs.' })
  money!: Money | null;
}

@ObjectType('PromotionMemberCap', { description: 'How many points a promotion gives each member.' })
@ReadableWithParent()
export class PromotionMemberCapType {
  @Field(() => EarningCapPeriod, { description: 'What it counts over.' })
  period!: EarningCapPeriod;
  @Field(() => Points, { description: 'How many points.' })
  max!: number;
}

@ObjectType('Promotion', {
  implements: Node,
  description:
    'Raises what earning rules give for an activity: by a multiplier, or by a fixed bonus. It gives nothing where rules give nothing.',
})
@ReadableWithParent()
@Cost({ listSize: 10 })
export class PromotionType extends Node {
  @Field(() => String, { description: 'Name for people; it appears in explanations.' })
  name!: string;
  @Field(() => Int, { description: 'From 1; each change makes the next. Entries name the one they were made under.' })
  version!: number;
  @Field(() => PromotionStatus, { description: 'Whether it is applied.' })
  status!: PromotionStatus;
  @Field(() => String, { description: 'Code of the point currency.' })
  currencyCode!: string;
  @Field(() => Decimal, { nullable: true, description: 'What rules give is multiplied by this; null for a bonus.' })
  multiplier!: string | null;
  @Field(() => [ID], { description: 'Rules whose points are multiplied; empty: all.' })
  ruleIds!: string[];
  @Field(() => Points, { nullable: true, description: 'So many points more, once for an activity; null for a multiplier.' })
  bonus!: number | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities from this instant on; null: from ever.' })
  validFrom!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Counts for activities before this instant; null: for ever.' })
  validTo!: Date | null;
  @Field(() => [PromotionSchedule], { description: 'Times of the week, any of them; empty: always.' })
  schedule!: PromotionSchedule[];
  @Field(() => ConditionsType, { nullable: true, description: 'What must hold of the activity and the member; null: nothing.' })
  conditions!: ConditionsType | null;
  @Field(() => String, { nullable: true, description: 'Promotions of one group compete; null: those without a group do.' })
  group!: string | null;
  @Field(() => Int, { description: 'The higher goes first.' })
  priority!: number;
  @Field(() => PromotionBudgetType, { nullable: true, description: 'What all members together can get; null: no limit.' })
  budget!: PromotionBudgetType | null;
  @Field(() => Decimal, { nullable: true, description: "What a point costs, in the programme's money; null where it is not said." })
  costPerPoint!: string | null;
  @Field(() => PromotionMemberCapType, { nullable: true, description: 'What each member can get; null: no limit.' })
  memberCap!: PromotionMemberCapType | null;
}

@ObjectType({ description: 'How the promotions of a group compete.' })
@ReadableWithParent()
export class PromotionGroup {
  @Field(() => String, { description: 'Name of the group.' })
  name!: string;
  @Field(() => PromotionStacking, { description: 'Which of them apply.' })
  stacking!: PromotionStacking;
}

@ObjectType({ description: 'Which of several promotions apply. Groups do not compete with each other.' })
@ReadableWithParent()
export class PromotionStackingPolicy {
  @Field(() => PromotionStacking, { description: 'Of those without a group.' })
  stacking!: PromotionStacking;
  @Field(() => [PromotionGroup], { description: 'Of groups; those of a group that is not named here all apply.' })
  groups!: PromotionGroup[];
}

const date = (at: number | null): Date | null => (at === null ? null : new Date(at));

export const moneyOf = (minor: number | null, { currencyCode }: ProgramSettings): Money | null =>
  minor === null ? null : moneyType(fromMinor(minor, currencyCode), currencyCode);

export function promotionType(promotion: PromotionSettings, settings: ProgramSettings): PromotionType {
  const { id, name, version, currency, effect, schedule = [], conditions, group, priority, budget, memberCap } = promotion;
  const isMultiplier = effect.kind === 'MULTIPLIER';
  return Object.assign(new PromotionType(), {
    id: globalId('promotion', id),
    ...{ name, version, group, priority },
    status: promotion.status as PromotionStatus,
    currencyCode: settings.pointCurrencies.find((each) => each.id === currency)?.code ?? currency,
    multiplier: isMultiplier ? effect.by : null,
    ruleIds: isMultiplier ? (effect.rules ?? []).map((rule) => globalId('earningRule', rule)) : [],
    bonus: isMultiplier ? null : effect.points,
    validFrom: date(promotion.validFrom),
    validTo: date(promotion.validTo),
    schedule: schedule.map(({ weekdays, from, to }) =>
      Object.assign(new PromotionSchedule(), { weekdays: weekdays ?? [], from: timeText(from), to: timeText(to) }),
    ),
    conditions: conditions ? conditionsType(conditions, settings.currencyCode) : null,
    budget: budget ? Object.assign(new PromotionBudgetType(), { points: budget.points, money: moneyOf(budget.money, settings) }) : null,
    costPerPoint: promotion.costPerPoint ?? null,
    memberCap: memberCap
      ? Object.assign(new PromotionMemberCapType(), { period: memberCap.period as EarningCapPeriod, max: memberCap.max })
      : null,
  });
}

export const stackingPolicy = ({ stacking, groups }: StackingSettings = STACK_ALL): PromotionStackingPolicy =>
  Object.assign(new PromotionStackingPolicy(), {
    stacking: stacking as PromotionStacking,
    groups: Object.entries(groups).map(([name, each]) =>
      Object.assign(new PromotionGroup(), { name, stacking: each as PromotionStacking }),
    ),
  });
