import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import type { ProgramSettings } from '../programs/settings.js';
import type { CapSettings } from './cap.js';

export enum EarningCapPeriod {
  ACTIVITY = 'ACTIVITY',
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
  EVER = 'EVER',
}
registerEnumType(EarningCapPeriod, {
  name: 'EarningCapPeriod',
  description: "What a cap counts over, in the programme's zone.",
  valuesConfig: {
    ACTIVITY: { description: 'One activity. One that would earn more is refused as a whole.' },
    DAY: { description: 'A day.' },
    WEEK: { description: 'A week, from Monday (ISO 8601).' },
    MONTH: { description: 'A calendar month.' },
    YEAR: { description: 'A calendar year.' },
    EVER: { description: "The member's whole life, or the programme's." },
  },
});

export enum EarningCapScope {
  MEMBER = 'MEMBER',
  PROGRAM = 'PROGRAM',
}
registerEnumType(EarningCapScope, {
  name: 'EarningCapScope',
  description: 'Whose points a cap counts.',
  valuesConfig: {
    MEMBER: { description: 'Each member has the whole of it.' },
    PROGRAM: { description: 'All members of the programme share it. With EVER it is a budget.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'How many points of a currency can be earned in a period. Who reaches it is given what is left.',
})
@ReadableWithParent()
export class EarningCap extends Node {
  @Field(() => String, { description: 'Name for people; it appears in explanations.' })
  name!: string;
  @Field(() => String, { description: 'Code of the point currency.' })
  currencyCode!: string;
  @Field(() => ID, { nullable: true, description: 'The one rule whose points count; null: those of all rules together.' })
  ruleId!: string | null;
  @Field(() => EarningCapPeriod, { description: 'What it counts over.' })
  period!: EarningCapPeriod;
  @Field(() => EarningCapScope, { description: 'Whose points it counts.' })
  scope!: EarningCapScope;
  @Field(() => Points, { description: 'How many points.' })
  max!: number;
}

export const earningCap = ({ id, name, currency, rule, period, max, scope }: CapSettings, settings: ProgramSettings): EarningCap =>
  Object.assign(new EarningCap(), {
    id: globalId('earningCap', id),
    name,
    currencyCode: settings.pointCurrencies.find((each) => each.id === currency)?.code ?? currency,
    ruleId: rule && globalId('earningRule', rule),
    period: period as EarningCapPeriod,
    scope: scope ? EarningCapScope.PROGRAM : EarningCapScope.MEMBER,
    max,
  });

@InputType({ description: 'A new cap; at most 50 a programme.' })
export class CreateEarningCapInput {
  @Field(() => String, { description: 'Name for people; at most 255 characters.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
  @Field(() => ID, { nullable: true, description: 'Counts the points of this rule alone; those of all rules together when left out.' })
  ruleId?: string | null;
  @Field(() => EarningCapPeriod, { description: 'What it counts over.' })
  period!: EarningCapPeriod;
  @Field(() => EarningCapScope, {
    nullable: true,
    description: 'Whose points it counts; MEMBER when left out. PROGRAM needs a period other than ACTIVITY.',
  })
  scope?: EarningCapScope | null;
  @Field(() => Points, { description: 'How many points; 0 stops earning.' })
  max!: number;
}

@InputType({ description: 'A cap that shall no longer count.' })
export class DeleteEarningCapInput {
  @Field(() => ID, { description: 'The cap.' })
  id!: string;
}

@ObjectType({ implements: Payload, description: 'A new cap.' })
@ReadableWithParent()
export class CreateEarningCapPayload extends Payload {
  @Field(() => EarningCap, { nullable: true, description: 'The cap; null when refused.' })
  earningCap!: EarningCap | null;
}

@ObjectType({ implements: Payload, description: 'A cap that was taken away.' })
@ReadableWithParent()
export class DeleteEarningCapPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Its id; null when refused.' })
  id!: string | null;
}

@ObjectType({ description: 'A cap that gave less than was asked for.' })
@ReadableWithParent()
@Cost({ listSize: 1 })
export class CapLimit {
  @Field(() => ID, { description: 'The cap, or the promotion whose budget or limit for a member it is.' })
  capId!: string;
  @Field(() => String, { description: 'Its name, as it was then.' })
  name!: string;
  @Field(() => Points, { description: 'Points that it was asked for.' })
  requested!: number;
  @Field(() => Points, { description: 'Points that it gave.' })
  granted!: number;
}

@ObjectType({ description: 'What a promotion added to what rules gave.' })
@ReadableWithParent()
@Cost({ listSize: 1 })
export class AppliedPromotion {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId!: string;
  @Field(() => Int, { description: 'Its version then.' })
  version!: number;
  @Field(() => String, { description: 'Its name, as it was then.' })
  name!: string;
  @Field(() => String, { description: 'How it was calculated, like × 2.' })
  formula!: string;
  @Field(() => Points, { description: 'Points that it added, after caps.' })
  points!: number;
}

export enum PromotionDeclineReason {
  BUDGET_USED_UP = 'BUDGET_USED_UP',
  MEMBER_LIMIT_REACHED = 'MEMBER_LIMIT_REACHED',
  STACKING = 'STACKING',
}
registerEnumType(PromotionDeclineReason, {
  name: 'PromotionDeclineReason',
  description: 'Why a promotion that fits an activity did not apply.',
  valuesConfig: {
    BUDGET_USED_UP: { description: 'Nothing was left of its budget.' },
    MEMBER_LIMIT_REACHED: { description: 'The member had got as much of it as one can.' },
    STACKING: { description: 'Another one of its group went instead.' },
  },
});

@ObjectType({ description: 'A promotion that fits an activity and did not apply.' })
@ReadableWithParent()
@Cost({ listSize: 1 })
export class DeclinedPromotion {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId!: string;
  @Field(() => Int, { description: 'Its version then.' })
  version!: number;
  @Field(() => String, { description: 'Its name, as it was then.' })
  name!: string;
  @Field(() => PromotionDeclineReason, { description: 'Why not.' })
  reason!: PromotionDeclineReason;
  @Field(() => ID, { nullable: true, description: 'With STACKING: the promotion that went instead; else null.' })
  insteadId!: string | null;
}

@ObjectType({ description: 'What an activity earned in one currency.' })
@ReadableWithParent()
@Cost({ listSize: 1 })
export class PointsAward {
  @Field(() => String, { description: 'Code of the point currency.' })
  currencyCode!: string;
  @Field(() => Points, { description: 'What rules and promotions gave, before caps.' })
  requested!: number;
  @Field(() => Points, { description: 'What was earned, at once or pending.' })
  granted!: number;
  @Field(() => [CapLimit], { description: 'The caps that made the difference; empty when there is none.' })
  limitedBy!: CapLimit[];
  @Field(() => [AppliedPromotion], { description: 'What promotions added; empty when none applied.' })
  promotions!: AppliedPromotion[];
  @Field(() => [DeclinedPromotion], { description: 'Promotions that fit and did not apply, and why.' })
  declinedPromotions!: DeclinedPromotion[];
}
