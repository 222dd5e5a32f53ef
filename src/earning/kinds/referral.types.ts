import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Refused } from '../../graphql/attempt.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { Points } from '../../graphql/scalars.js';
import { invalid } from '../../graphql/user-error.types.js';
import { parsePeriod } from '../../programs/calendar.js';
import { count, eventName } from '../parse-rule.js';
import { EarningRule, type RuleKindTypes } from '../rule.types.js';
import type { ReferralSettings } from './referral.js';

@ObjectType({ description: "When somebody's further referrals are flagged." })
@ReadableWithParent()
export class ReferralFlagging {
  @Field(() => Int, { description: 'After so many.' })
  count!: number;
  @Field(() => String, { description: 'In this time: an ISO 8601 duration of whole days or longer.' })
  period!: string;
}

@ObjectType({
  implements: EarningRule,
  description:
    'Points for a member who refers another one, and for the one who was referred, once that one does what is counted. Tiers do not multiply them.',
})
@ReadableWithParent()
export class ReferralRule extends EarningRule {
  @Field(() => Points, { description: 'Points for who referred.' })
  referrerPoints!: number;
  @Field(() => Points, { description: 'Points for who was referred.' })
  refereePoints!: number;
  @Field(() => String, { nullable: true, description: 'Name of the event that counts; null: a purchase.' })
  event!: string | null;
  @Field(() => String, { nullable: true, description: 'How long after the enrolment it counts, as ISO 8601 duration; null: for ever.' })
  qualifyWithin!: string | null;
  @Field(() => String, { nullable: true, description: 'How long the points are pending, as ISO 8601 duration; null: not at all.' })
  returnWindow!: string | null;
  @Field(() => ReferralFlagging, { nullable: true, description: "When somebody's further referrals are flagged; null: never by number." })
  flagAbove!: ReferralFlagging | null;
}

@InputType({ description: "When somebody's further referrals are flagged, to be looked at." })
export class ReferralFlaggingInput {
  @Field(() => Int, { description: 'After so many.' })
  count!: number;
  @Field(() => String, { description: 'In this time: an ISO 8601 duration of whole days or longer, like P1D.' })
  period!: string;
}

@InputType({
  description:
    'Points for a member who refers another one, and for the one who was referred, once that one does what is counted and meets the conditions. A purchase for which no money was paid does not count.',
})
export class ReferralInput {
  @Field(() => Points, { description: 'Points for who referred; 0 to 1,000,000.' })
  referrerPoints!: number;
  @Field(() => Points, { description: 'Points for who was referred; 0 to 1,000,000.' })
  refereePoints!: number;
  @Field(() => String, { nullable: true, description: 'Name of the event that counts; a purchase when left out.' })
  event?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'How long after the enrolment it counts, as ISO 8601 duration like P30D; for ever when left out.',
  })
  qualifyWithin?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'How long the points are pending, as ISO 8601 duration like P14D; not at all when left out.',
  })
  returnWindow?: string | null;
  @Field(() => ReferralFlaggingInput, {
    nullable: true,
    description: "When somebody's further referrals are flagged; never by number when left out.",
  })
  flagAbove?: ReferralFlaggingInput | null;
}

export const referralTypes: RuleKindTypes<ReferralSettings, ReferralInput> = {
  field: 'referral',
  description: 'Kind: points for both sides of a referral.',
  input: ReferralInput,
  object: ReferralRule,
  parse: ({ referrerPoints, refereePoints, event, qualifyWithin, returnWindow, flagAbove }) => ({
    kind: 'REFERRAL',
    referrerPoints: count(referrerPoints, 0, 'referral', 'referrerPoints'),
    refereePoints: count(refereePoints, 0, 'referral', 'refereePoints'),
    event: eventName(event, 'referral'),
    qualifyWithin: qualifyWithin == null ? null : period(qualifyWithin, 'qualifyWithin'),
    returnWindow: returnWindow == null ? null : period(returnWindow, 'returnWindow'),
    flagAbove: flagAbove
      ? { count: count(flagAbove.count, 1, 'referral', 'flagAbove'), period: period(flagAbove.period, 'flagAbove') }
      : null,
  }),
  show: ({ referrerPoints, refereePoints, event, qualifyWithin, returnWindow, flagAbove }) => ({
    ...{ referrerPoints, refereePoints, event, qualifyWithin, returnWindow },
    flagAbove: flagAbove && Object.assign(new ReferralFlagging(), flagAbove),
  }),
};

function period(text: string, field: string): string {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Refused(invalid(`${field} is a period above zero as ISO 8601 duration, like P14D.`, 'referral', field));
  return parsed;
}
