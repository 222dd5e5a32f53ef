import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { entryId } from '../graphql/global-id.js';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Points } from '../graphql/scalars.js';
import { type PendingPoints, pendingAmount } from './activity-record.js';

@ObjectType('PendingPoints', { description: 'Points of one activity that are not spendable yet. They count to no tier until they are.' })
@ReadableWithParent()
export class PendingPointsType {
  @Field(() => ID, { description: 'The activity that earned them.' })
  activityId!: string;
  @Field(() => Points, { description: 'How many.' })
  amount!: number;
  @Field(() => DateTime, { nullable: true, description: 'When they become spendable; null when they wait for an event.' })
  activatesAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Name of the event that they wait for; null when they wait for an instant.' })
  event!: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When they are cancelled if the event does not come; null when they wait for an instant.',
  })
  cancelsAt!: Date | null;
}

const date = (at: number | null): Date | null => (at === null ? null : new Date(at));

export const pendingPoints = (streamId: string, of: number, pending: PendingPoints): PendingPointsType =>
  Object.assign(new PendingPointsType(), {
    activityId: entryId('member', streamId, of, 'act'),
    amount: pendingAmount(pending),
    activatesAt: date(pending.activatesAt),
    event: pending.event,
    cancelsAt: date(pending.cancelsAt),
  });

@InputType({ description: 'An activity whose points wait.' })
export class EndPendingInput {
  @Field(() => ID, { description: 'The activity: act_…' })
  activity!: string;
  @Field(() => String, {
    description: IDEMPOTENCY_KEY,
  })
  idempotencyKey!: string;
}
