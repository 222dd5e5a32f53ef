import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime } from '../graphql/scalars.js';
import { TierEntry } from '../journal/journal.types.js';
import { MemberRef } from '../members/member.types.js';

export enum ManualTierReasonType {
  STATUS_MATCH = 'STATUS_MATCH',
  GOODWILL = 'GOODWILL',
  CORRECTION = 'CORRECTION',
  MIGRATION = 'MIGRATION',
  FRAUD = 'FRAUD',
  OTHER = 'OTHER',
}
registerEnumType(ManualTierReasonType, {
  name: 'ManualTierReason',
  description: 'Why a tier was given by hand, or ended.',
  valuesConfig: {
    STATUS_MATCH: { description: 'The member has such a status in another programme.' },
    GOODWILL: { description: 'To make up for something.' },
    CORRECTION: { description: 'To put right a mistake.' },
    MIGRATION: { description: 'Brought over from another system.' },
    FRAUD: { description: 'Changed after fraud.' },
    OTHER: { description: 'None of the others; say it in the note.' },
  },
});

const NOTE = 'More about why; kept in the journal, so no personal data. At most 255 characters.';
const EFFECTIVE_AT = 'When it counts; now when left out. Needs the scope backdate.';

@InputType({ description: 'A tier to give by hand.' })
export class SetTierInput {
  @Field(() => MemberRef, { description: 'Who gets it.' })
  member!: MemberRef;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => String, { nullable: true, description: 'Id or name of the tier set; may be left out when there is only one.' })
  tierSet?: string | null;
  @Field(() => String, { description: 'Id or name of the tier, which may lie above or below the present one.' })
  tier!: string;
  @Field(() => DateTime, { description: 'When it ends (exclusive); after now.' })
  until!: Date;
  @Field(() => ManualTierReasonType, { description: 'Why.' })
  reason!: ManualTierReasonType;
  @Field(() => String, { nullable: true, description: NOTE })
  note?: string | null;
  @Field(() => DateTime, { nullable: true, description: EFFECTIVE_AT })
  effectiveAt?: Date | null;
}

@InputType({ description: 'A tier given by hand that shall end now.' })
export class ClearTierInput {
  @Field(() => MemberRef, { description: 'Whose.' })
  member!: MemberRef;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => String, { nullable: true, description: 'Id or name of the tier set; may be left out when there is only one.' })
  tierSet?: string | null;
  @Field(() => ManualTierReasonType, { description: 'Why.' })
  reason!: ManualTierReasonType;
  @Field(() => String, { nullable: true, description: NOTE })
  note?: string | null;
  @Field(() => DateTime, { nullable: true, description: EFFECTIVE_AT })
  effectiveAt?: Date | null;
}

@ObjectType({ implements: Payload, description: 'What became of the command.' })
@ReadableWithParent()
export class TierPayload extends Payload {
  @Field(() => TierEntry, { nullable: true, description: 'The journal entry; null when refused.' })
  entry!: TierEntry | null;
  @Field(() => Boolean, { description: 'The key was known: this is the first outcome again, and nothing was done now.' })
  replayed!: boolean;

  /** Whose standing to show, and in which tier set; null when refused. */
  moved!: { readonly memberId: string; readonly tierSetId: string } | null;
}
