import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Cost } from '../graphql/cost-declaration.js';
import { entryId, globalId } from '../graphql/global-id.js';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Money, moneyType } from '../graphql/money.types.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Decimal, JSONObject } from '../graphql/scalars.js';
import { type EntryNames, walletChange } from '../journal/entry-view.js';
import { WalletChange } from '../journal/journal.types.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Given } from '../members/give-command.js';
import { MemberRef } from '../members/member.types.js';
import { fromMinor } from '../programs/money.js';
import type { Activity, ActivityItem } from './activity.js';

@ObjectType('ActivityItem', { description: 'One line of a purchase.' })
@ReadableWithParent()
@Cost({ listSize: 3 })
export class ActivityItemType {
  @Field(() => String, { nullable: true, description: 'Stock keeping unit.' })
  sku!: string | null;
  @Field(() => String, { nullable: true, description: 'Name for people.' })
  name!: string | null;
  @Field(() => Int, { description: 'How many, at least 1.' })
  quantity!: number;
  @Field(() => Money, { nullable: true, description: 'What the line cost in all.' })
  amount!: Money | null;
  @Field(() => String, { nullable: true, description: 'Product category.' })
  category!: string | null;
  @Field(() => String, { nullable: true, description: 'Brand of the product.' })
  brand!: string | null;
}

@ObjectType('Activity', { implements: Node, description: 'Something a member did: a purchase, or a named event.' })
@ReadableWithParent()
export class ActivityType extends Node {
  @Field(() => ID, { description: 'Who did it.' })
  memberId!: string;
  @Field(() => String, { nullable: true, description: "The partner's own number of it, like an order number; unique per member." })
  externalId!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the event; null for a purchase.' })
  event!: string | null;
  @Field(() => JSONObject, { nullable: true, description: 'Attributes of the event; null when none were sent, and for a purchase.' })
  attributes!: Record<string, unknown> | null;
  @Field(() => Money, { nullable: true, description: 'What the purchase cost in all; null for an event.' })
  amount!: Money | null;
  @Field(() => String, { nullable: true, description: 'Where it was done, like app, web or till; null when that was not sent.' })
  channel!: string | null;
  @Field(() => String, { nullable: true, description: 'The store that it was done in; null when that was not sent.' })
  store!: string | null;
  @Field(() => [ActivityItemType], { description: 'Lines of the purchase; empty when none were sent.' })
  items!: ActivityItemType[];
  @Field(() => DateTime, { description: 'When it counts.' })
  effectiveAt!: Date;
  @Field(() => [WalletChange], { description: 'What it earned when it was recorded.' })
  earned!: WalletChange[];
}

export const ActivityConnection = connectionType('Activity', () => ActivityType, 'activities');

const itemType = ({ sku, name, quantity, amount, category, brand }: ActivityItem, currencyCode: string): ActivityItemType =>
  Object.assign(new ActivityItemType(), {
    sku,
    name,
    quantity,
    category,
    brand: brand ?? null,
    amount: amount === null ? null : moneyType(fromMinor(amount, currencyCode), currencyCode),
  });

/** The activity in the entry that recorded it. */
export function activityType(stored: StoredEntry, names: EntryNames): ActivityType {
  const activity = stored.data.input as Activity;
  const isPurchase = activity.type === 'PURCHASE';
  return Object.assign(new ActivityType(), {
    id: entryId('member', stored.streamId, stored.number, 'act'),
    memberId: globalId('member', stored.streamId),
    externalId: activity.externalId,
    event: isPurchase ? null : activity.name,
    attributes: isPurchase ? null : activity.attributes,
    amount: isPurchase ? moneyType(fromMinor(activity.amount, activity.currencyCode), activity.currencyCode) : null,
    channel: activity.channel ?? null,
    store: activity.store ?? null,
    items: isPurchase ? activity.items.map((item) => itemType(item, activity.currencyCode)) : [],
    effectiveAt: new Date(stored.effectiveAt),
    earned: (stored.data.changes ?? []).map((change) => walletChange(change, names)),
  });
}

@InputType({ description: 'One line of a purchase.' })
export class ActivityItemInput {
  @Field(() => String, { nullable: true, description: 'Stock keeping unit.' })
  sku?: string | null;
  @Field(() => String, { nullable: true, description: 'Name for people.' })
  name?: string | null;
  @Field(() => Int, { description: 'How many, at least 1.' })
  quantity!: number;
  @Field(() => Decimal, { nullable: true, description: "What the line cost in all, in the purchase's currency." })
  amount?: string | null;
  @Field(() => String, { nullable: true, description: 'Product category.' })
  category?: string | null;
  @Field(() => String, { nullable: true, description: 'Brand of the product.' })
  brand?: string | null;
}

@InputType({ description: 'Points that a part of a purchase was paid with. That part earns nothing.' })
export class PaidWithPointsInput {
  @Field(() => ID, { description: 'The entry that spent them, by spendPoints or captureHold; each pays for one purchase.' })
  entry!: string;
  @Field(() => Decimal, { description: "The money that they stood for, in the purchase's currency; not more than the purchase." })
  value!: string;
}

@InputType({ description: 'A purchase.' })
export class PurchaseInput {
  @Field(() => Decimal, { description: 'What it cost in all; 0 is allowed and earns nothing.' })
  amount!: string;
  @Field(() => String, {
    nullable: true,
    description: "ISO 4217 code; the programme's own when left out. Another one is refused with CurrencyMismatch.",
  })
  currencyCode?: string | null;
  @Field(() => [ActivityItemInput], { nullable: true, description: 'Its lines; at most 500.' })
  items?: ActivityItemInput[] | null;
  @Field(() => PaidWithPointsInput, { nullable: true, description: 'Points that a part of it was paid with; nothing when left out.' })
  paidWithPoints?: PaidWithPointsInput | null;
}

@InputType({ description: 'A named event: a review, a visit, anything.' })
export class EventInput {
  @Field(() => String, { description: 'Name that earning rules go by, at most 100 characters.' })
  name!: string;
  @Field(() => JSONObject, {
    nullable: true,
    description: 'What else is known of it; at most 4 KB, and no personal data: it is kept for ever.',
  })
  attributes?: Record<string, unknown> | null;
  @Field(() => String, {
    nullable: true,
    description:
      'externalId of the activity that the event is about: its points that wait for this event become spendable. All that wait when left out.',
  })
  refersTo?: string | null;
}

@InputType({ description: 'Something a member did. Exactly one of purchase and event is given.' })
export class RecordActivityInput {
  @Field(() => MemberRef, { description: 'Who did it.' })
  member!: MemberRef;
  @Field(() => String, {
    description: IDEMPOTENCY_KEY,
  })
  idempotencyKey!: string;
  @Field(() => String, { nullable: true, description: 'Your own number of it, like an order number; unique per member.' })
  externalId?: string | null;
  @Field(() => PurchaseInput, { nullable: true, description: 'A purchase.' })
  purchase?: PurchaseInput | null;
  @Field(() => EventInput, { nullable: true, description: 'A named event.' })
  event?: EventInput | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where it was done, like app, web or till; conditions of rules go by it. At most 255 characters.',
  })
  channel?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Your own name of the store it was done in; conditions of rules go by it. At most 255 characters.',
  })
  store?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it counts; now when left out. Needs the scope backdate.' })
  effectiveAt?: Date | null;
}

@InputType({ description: 'Something that a member might do. Exactly one of purchase and event is given.' })
export class PreviewActivityInput {
  @Field(() => MemberRef, { description: 'Who would do it.' })
  member!: MemberRef;
  @Field(() => String, { nullable: true, description: 'Your own number of it; one that was recorded already is refused, as it would be.' })
  externalId?: string | null;
  @Field(() => PurchaseInput, { nullable: true, description: 'A purchase.' })
  purchase?: PurchaseInput | null;
  @Field(() => EventInput, { nullable: true, description: 'A named event.' })
  event?: EventInput | null;
  @Field(() => String, { nullable: true, description: 'Where it would be done, like app, web or till.' })
  channel?: string | null;
  @Field(() => String, { nullable: true, description: 'Your own name of the store.' })
  store?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it would count; now when left out. Needs the scope backdate.' })
  effectiveAt?: Date | null;
}

@InputType({ description: 'Activities to record.' })
export class RecordActivitiesInput {
  @Field(() => [RecordActivityInput], { description: 'At most 500. Those of one member are recorded in list order.' })
  activities!: RecordActivityInput[];
}

@ObjectType({ implements: Payload, description: 'What became of the activity.' })
@ReadableWithParent()
export class RecordActivityPayload extends Payload {
  @Field(() => Boolean, { description: 'The key was known: this is the first outcome again, and nothing was done now.' })
  replayed!: boolean;

  /** What the fields `activity` and `entry` are made of, when they are asked for. */
  given!: Given;
}

@ObjectType({ description: 'What became of each activity of the list, in its order.' })
@ReadableWithParent()
export class RecordActivitiesPayload {
  @Field(() => [RecordActivityPayload], { description: 'One for each item, in order.' })
  outcomes!: RecordActivityPayload[];
}
