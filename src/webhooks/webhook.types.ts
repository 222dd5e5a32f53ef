import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Points } from '../graphql/scalars.js';
import { JournalEntryKind } from '../journal/entry-kinds.types.js';
import type { Program } from '../programs/program.js';
import type { WebhookEndpoint } from './webhook-endpoint.entity.js';

export enum WebhookDisabledReason {
  BY_REQUEST = 'BY_REQUEST',
  GONE = 'GONE',
  FAILING = 'FAILING',
  BACKLOG = 'BACKLOG',
}
registerEnumType(WebhookDisabledReason, {
  name: 'WebhookDisabledReason',
  description: 'Why nothing is sent to an endpoint.',
  valuesConfig: {
    BY_REQUEST: { description: 'It was disabled through updateWebhookEndpoint.' },
    GONE: { description: 'It answered 410 Gone.' },
    FAILING: { description: 'Every request to it failed for 5 days.' },
    BACKLOG: { description: 'Requests to it failed while more than 100,000 deliveries were waiting.' },
  },
});

export enum WebhookDeliveryStatus {
  PENDING = 'PENDING',
  DEAD = 'DEAD',
}
registerEnumType(WebhookDeliveryStatus, {
  name: 'WebhookDeliveryStatus',
  description: 'Where a delivery stands. One that succeeded is not kept.',
  valuesConfig: {
    PENDING: { description: 'It will be tried, or tried again.' },
    DEAD: { description: 'It failed too often and is tried no more, unless retryWebhookDeliveries asks for it.' },
  },
});

@ObjectType('WebhookFilter', { description: 'Which entries are sent: those that meet every condition.' })
@ReadableWithParent()
export class WebhookFilterType {
  @Field(() => [JournalEntryKind], { nullable: true, description: 'Only these kinds; null: all, also those to come.' })
  kinds!: JournalEntryKind[] | null;
  @Field(() => [ID], { nullable: true, description: 'Only entries of these members; null: of all, and of the programme itself.' })
  memberIds!: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Only entries that changed a wallet of one of these point currencies, by code; null: all.',
  })
  currencyCodes!: string[] | null;
}

@ObjectType('WebhookEndpoint', { implements: Node, description: 'Where the entries of the programme are sent to, as Standard Webhooks.' })
@ReadableWithParent()
export class WebhookEndpointType extends Node {
  @Field(() => String, { description: 'Where requests are sent to, by POST.' })
  url!: string;
  @Field(() => String, { nullable: true, description: 'For people; null when none was given.' })
  description!: string | null;
  @Field(() => WebhookFilterType, { description: 'Which entries are sent.' })
  filter!: WebhookFilterType;
  @Field(() => Boolean, { description: 'Entries are collected and sent. While false, neither happens: catch up with replayWebhook.' })
  isEnabled!: boolean;
  @Field(() => WebhookDisabledReason, { nullable: true, description: 'Why it is disabled; null while it is enabled.' })
  disabledReason!: WebhookDisabledReason | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was disabled; null while it is enabled.' })
  disabledAt!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the secret before the present one signs, too; null when there is none.',
  })
  previousSecretUntil!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'The last delivery that succeeded; null before the first.' })
  lastSuccessAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Since when every request failed; null while it works.' })
  failingSince!: Date | null;
  @Field(() => DateTime, { description: 'When it was made. Entries before are sent only by replayWebhook.' })
  createdAt!: Date;
  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

@ObjectType('WebhookDelivery', { implements: Node, description: 'An entry that an endpoint has not been sent successfully yet.' })
@ReadableWithParent()
export class WebhookDeliveryType extends Node {
  @Field(() => WebhookDeliveryStatus, { description: 'Where it stands.' })
  status!: WebhookDeliveryStatus;
  @Field(() => ID, { description: 'Id of the entry.' })
  entryId!: string;
  @Field(() => JournalEntryKind, { description: 'Kind of the entry.' })
  kind!: JournalEntryKind;
  @Field(() => ID, { description: 'Stream of the entry: a member or the programme.' })
  streamId!: string;
  @Field(() => Points, { description: 'Number of the entry in its stream.' })
  number!: number;
  @Field(() => Boolean, { description: 'It comes from replayWebhook.' })
  isReplay!: boolean;
  @Field(() => Int, { description: 'Requests that failed so far.' })
  attempts!: number;
  @Field(() => DateTime, { nullable: true, description: 'When it was last tried; null before.' })
  lastAttemptAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'Status of the last answer; null when there was none.' })
  lastStatusCode!: number | null;
  @Field(() => String, { nullable: true, description: 'Why the last request failed; null before. Never what the receiver answered.' })
  lastError!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it is tried next, at the earliest; null when it is dead.' })
  nextAttemptAt!: Date | null;
  @Field(() => DateTime, { description: 'When it was queued. It is kept for 30 days from then.' })
  createdAt!: Date;
}

export const WebhookDeliveryConnection = connectionType<WebhookDeliveryType>(
  'WebhookDelivery',
  () => WebhookDeliveryType,
  'deliveries that did not succeed yet',
);

/** The endpoint as the API shows it. Its secrets stay behind. */
export const webhookEndpoint = (stored: WebhookEndpoint, program: Program): WebhookEndpointType =>
  Object.assign(new WebhookEndpointType(), {
    id: globalId('webhookEndpoint', stored.id),
    url: stored.url,
    description: stored.description ?? null,
    filter: Object.assign(new WebhookFilterType(), {
      kinds: (stored.kinds as JournalEntryKind[] | null | undefined) ?? null,
      memberIds: stored.memberIds?.map((id) => globalId('member', id)) ?? null,
      currencyCodes: stored.currencyIds?.map((id) => program.currencyCode(id)) ?? null,
    }),
    isEnabled: stored.isEnabled,
    disabledReason: (stored.disabledReason as WebhookDisabledReason | null | undefined) ?? null,
    disabledAt: stored.disabledAt ?? null,
    previousSecretUntil: stored.previousSecretUntil && stored.previousSecretUntil > new Date() ? stored.previousSecretUntil : null,
    lastSuccessAt: stored.lastSuccessAt ?? null,
    failingSince: stored.failingSince ?? null,
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
  });

@ObjectType({ implements: Payload, description: 'A webhook endpoint that was made or changed.' })
@ReadableWithParent()
export class WebhookEndpointPayload extends Payload {
  @Field(() => WebhookEndpointType, { nullable: true, description: 'The endpoint; null when refused.' })
  webhookEndpoint!: WebhookEndpointType | null;
}

@ObjectType({ implements: Payload, description: 'A webhook endpoint with a new secret.' })
@ReadableWithParent()
export class WebhookSecretPayload extends Payload {
  @Field(() => WebhookEndpointType, { nullable: true, description: 'The endpoint; null when refused.' })
  webhookEndpoint!: WebhookEndpointType | null;
  @Field(() => String, { nullable: true, description: 'The secret that signatures are made with, whsec_…. It is shown this once.' })
  secret!: string | null;
}

@ObjectType({ implements: Payload, description: 'A webhook endpoint that is gone.' })
@ReadableWithParent()
export class DeleteWebhookEndpointPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of what was deleted; null when refused.' })
  deletedId!: string | null;
}

@ObjectType({ implements: Payload, description: 'What became of a test.' })
@ReadableWithParent()
export class SendTestWebhookPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'Whether the receiver answered 2xx; null when refused.' })
  isDelivered!: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Status of the answer; null when there was none.' })
  statusCode!: number | null;
  @Field(() => String, { nullable: true, description: 'Why it failed; null when it did not. Never what the receiver answered.' })
  error!: string | null;
}

@ObjectType({ implements: Payload, description: 'Deliveries that are tried again.' })
@ReadableWithParent()
export class RetryWebhookDeliveriesPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many are due again, at most 10,000 a call; null when refused.' })
  count!: number | null;
}
