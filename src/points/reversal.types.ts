import { Field, ID, InputType } from 'type-graphql';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { DateTime, Points } from '../graphql/scalars.js';

const REASON = 'Why; kept in the journal, so no personal data. At most 255 characters.';

@InputType({ description: 'An entry to take back: a spending, a capture or an adjustment.' })
export class ReverseEntryInput {
  @Field(() => ID, { description: 'The entry: ent_…' })
  entry!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => Points, { nullable: true, description: 'How many points of it, above 0; all that were not reversed yet when left out.' })
  amount?: number | null;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}

@InputType({ description: 'Expired points to give back.' })
export class ReinstatePointsInput {
  @Field(() => ID, { description: 'The entry that expired them: ent_…' })
  entry!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => Points, { nullable: true, description: 'How many, above 0; all that were not reinstated yet when left out.' })
  amount?: number | null;
  @Field(() => DateTime, { nullable: true, description: 'When they expire anew; as points that become active now do, when left out.' })
  expiresAt?: Date | null;
  @Field(() => String, { nullable: true, description: REASON })
  reason?: string | null;
}
