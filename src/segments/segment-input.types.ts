import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateTime, Decimal, Points } from '../graphql/scalars.js';

export enum SegmentProfileField {
  EXTERNAL_ID = 'EXTERNAL_ID',
  EMAIL = 'EMAIL',
  GIVEN_NAME = 'GIVEN_NAME',
  FAMILY_NAME = 'FAMILY_NAME',
}
registerEnumType(SegmentProfileField, {
  name: 'SegmentProfileField',
  description: 'A field of a profile that a segment can ask about.',
  valuesConfig: {
    EXTERNAL_ID: { description: "The partner's own key." },
    EMAIL: { description: 'E-mail address; upper and lower case are the same.' },
    GIVEN_NAME: { description: 'Given name.' },
    FAMILY_NAME: { description: 'Family name.' },
  },
});

@InputType({ description: 'Asks about a field of the profile. Exactly one of oneOf and isPresent is given.' })
export class SegmentProfileConditionInput {
  @Field(() => SegmentProfileField, { description: 'Which field.' })
  field!: SegmentProfileField;
  @Field(() => [String], { nullable: true, description: 'It is one of these texts; 1 to 100.' })
  oneOf?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is filled.' })
  isPresent?: boolean | null;
}

@InputType({
  description:
    'Asks about a custom attribute of the profile, in one way: its text, its truth, whether it is there, a number between bounds, or a date between days. An attribute of another type does not meet it.',
})
export class SegmentAttributeConditionInput {
  @Field(() => String, { description: 'Name of the attribute; 1 to 255 characters.' })
  name!: string;
  @Field(() => [String], { nullable: true, description: 'It is one of these texts; 1 to 100.' })
  oneOf?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'It is true, or false.' })
  isTrue?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is there, and not null.' })
  isPresent?: boolean | null;
  @Field(() => Decimal, { nullable: true, description: 'It is a number, and at least this.' })
  atLeast?: string | null;
  @Field(() => Decimal, { nullable: true, description: 'It is a number, and at most this.' })
  atMost?: string | null;
  @Field(() => String, { nullable: true, description: 'It is a date like 1990-12-24, and not before this one.' })
  from?: string | null;
  @Field(() => String, { nullable: true, description: 'It is a date like 1990-12-24, and not after this one.' })
  to?: string | null;
}

@InputType({
  description: "When something was last: in the last days, or not. They are days in the programme's zone, and today is the last of them.",
})
export class SegmentLastTimeConditionInput {
  @Field(() => Int, { nullable: true, description: 'In the last so many days; 1 to 3660.' })
  withinDays?: number | null;
  @Field(() => Int, { nullable: true, description: 'Not in the last so many days, or never; 1 to 3660.' })
  notWithinDays?: number | null;
}

@InputType({ description: 'Asks when the membership began. At least one is given; all that are given must hold.' })
export class SegmentEnrolledConditionInput {
  @Field(() => DateTime, { nullable: true, description: 'At this instant or later.' })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' })
  before?: Date | null;
  @Field(() => Int, { nullable: true, description: 'In the last so many days; 1 to 3660.' })
  withinDays?: number | null;
  @Field(() => Int, { nullable: true, description: 'Before the last so many days; 1 to 3660.' })
  notWithinDays?: number | null;
}

@InputType({
  description:
    'Asks how much money was spent: what purchases cost, without what was paid with points and what was returned. At least one bound is given.',
})
export class SegmentSpendConditionInput {
  @Field(() => Decimal, { nullable: true, description: "At least this, in the programme's money." })
  atLeast?: string | null;
  @Field(() => Decimal, { nullable: true, description: "At most this, in the programme's money." })
  atMost?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "Purchases of the last so many days in the programme's zone, today included; 1 to 3660. Of all times when left out.",
  })
  days?: number | null;
}

@InputType({ description: 'Asks how many purchases were made, without those that were returned as a whole. At least one bound is given.' })
export class SegmentPurchasesConditionInput {
  @Field(() => Int, { nullable: true, description: 'At least so many.' })
  atLeast?: number | null;
  @Field(() => Int, { nullable: true, description: 'At most so many.' })
  atMost?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Purchases of the last so many days in the programme's zone, today included; 1 to 3660. Of all times when left out.",
  })
  days?: number | null;
}

@InputType({ description: 'Asks how many points can be spent now. At least one bound is given.' })
export class SegmentBalanceConditionInput {
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
  @Field(() => Points, { nullable: true, description: 'At least so many.' })
  atLeast?: number | null;
  @Field(() => Points, { nullable: true, description: 'At most so many.' })
  atMost?: number | null;
}

@InputType({ description: 'Asks on which tier of a ladder the member stands. Exactly one of atLeast and oneOf is given.' })
export class SegmentTierConditionInput {
  @Field(() => ID, { description: 'The tier set.' })
  tierSet!: string;
  @Field(() => ID, { nullable: true, description: 'On this tier or a higher one.' })
  atLeast?: string | null;
  @Field(() => [ID], { nullable: true, description: 'On one of these tiers; 1 to 100.' })
  oneOf?: string[] | null;
}

@InputType({
  description:
    'Something that is true of a member or not. Exactly one field is given. Conditions nest at most 8 levels deep, and there are at most 50 in a segment.',
})
export class SegmentConditionInput {
  @Field(() => [SegmentConditionInput], { nullable: true, description: 'All of these are true.' })
  all?: SegmentConditionInput[] | null;
  @Field(() => [SegmentConditionInput], { nullable: true, description: 'At least one of these is true.' })
  any?: SegmentConditionInput[] | null;
  @Field(() => SegmentConditionInput, { nullable: true, description: 'This is not true.' })
  not?: SegmentConditionInput | null;
  @Field(() => SegmentProfileConditionInput, { nullable: true, description: 'About a field of the profile.' })
  profile?: SegmentProfileConditionInput | null;
  @Field(() => SegmentAttributeConditionInput, { nullable: true, description: 'About a custom attribute of the profile.' })
  attribute?: SegmentAttributeConditionInput | null;
  @Field(() => SegmentEnrolledConditionInput, { nullable: true, description: 'When the membership began.' })
  enrolled?: SegmentEnrolledConditionInput | null;
  @Field(() => SegmentSpendConditionInput, { nullable: true, description: 'How much money was spent, ever or lately.' })
  spend?: SegmentSpendConditionInput | null;
  @Field(() => SegmentPurchasesConditionInput, { nullable: true, description: 'How many purchases were made, ever or lately.' })
  purchases?: SegmentPurchasesConditionInput | null;
  @Field(() => SegmentLastTimeConditionInput, {
    nullable: true,
    description: 'When the last purchase was that was not returned as a whole.',
  })
  lastPurchase?: SegmentLastTimeConditionInput | null;
  @Field(() => SegmentLastTimeConditionInput, { nullable: true, description: 'When a reward was last redeemed.' })
  lastRedemption?: SegmentLastTimeConditionInput | null;
  @Field(() => SegmentBalanceConditionInput, { nullable: true, description: 'How many points can be spent.' })
  balance?: SegmentBalanceConditionInput | null;
  @Field(() => SegmentTierConditionInput, { nullable: true, description: 'On which tier the member stands.' })
  tier?: SegmentTierConditionInput | null;
}
