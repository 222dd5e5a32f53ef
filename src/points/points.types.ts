import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Points } from '../graphql/scalars.js';
import { PointsEntry } from '../journal/journal.types.js';
import { MemberRef } from '../members/member.types.js';

export enum AdjustmentReasonType {
  GOODWILL = 'GOODWILL',
  CORRECTION = 'CORRECTION',
  MIGRATION = 'MIGRATION',
  FRAUD = 'FRAUD',
  OTHER = 'OTHER',
}
registerEnumType(AdjustmentReasonType, {
  name: 'AdjustmentReason',
  description: 'Why points were given or taken by hand.',
  valuesConfig: {
    GOODWILL: { description: 'To make up for something.' },
    CORRECTION: { description: 'To put right a mistake.' },
    MIGRATION: { description: 'Brought over from another system.' },
    FRAUD: { description: 'Taken after fraud.' },
    OTHER: { description: 'None of the others; say it in the note.' },
  },
});

@InputType({ description: 'Points to spend.' })
export class SpendPointsInput {
  @Field(() => MemberRef, { description: 'Who spends.' })
  member!: MemberRef;
  @Field(() => String, {
    description: IDEMPOTENCY_KEY,
  })
  idempotencyKey!: string;
  @Field(() => Points, { description: 'How many; above 0. All or nothing.' })
  amount!: number;
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
  @Field(() => String, { nullable: true, description: 'What for; kept in the journal, so no personal data. At most 255 characters.' })
  reason?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it counts; now when left out. Needs the scope backdate.' })
  effectiveAt?: Date | null;
}

@InputType({ description: 'Points to give or take by hand.' })
export class AdjustPointsInput {
  @Field(() => MemberRef, { description: 'Whose points.' })
  member!: MemberRef;
  @Field(() => String, {
    description: IDEMPOTENCY_KEY,
  })
  idempotencyKey!: string;
  @Field(() => Points, { description: 'Positive: given; negative: taken. Not 0. Counts to no tier.' })
  amount!: number;
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
  @Field(() => AdjustmentReasonType, { description: 'Why.' })
  reason!: AdjustmentReasonType;
  @Field(() => String, { nullable: true, description: 'More about why; kept in the journal, so no personal data. At most 255 characters.' })
  note?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it counts; now when left out. Needs the scope backdate.' })
  effectiveAt?: Date | null;
}

@ObjectType({ implements: Payload, description: 'What became of the command.' })
@ReadableWithParent()
export class PointsPayload extends Payload {
  @Field(() => PointsEntry, { nullable: true, description: 'The journal entry; null when refused.' })
  entry!: PointsEntry | null;
  @Field(() => Boolean, { description: 'The key was known: this is the first outcome again, and nothing was done now.' })
  replayed!: boolean;

  /** Whose wallet to show, and which; null when refused. */
  moved!: { readonly memberId: string; readonly currencyId: string } | null;
}
