import { Field, ID, InputType, Int } from 'type-graphql';
import { JournalEntryKind } from '../journal/entry-kinds.types.js';

const ENDPOINT = 'Id of the endpoint.';
const URL_RULES =
  'Where to send, at most 2,048 characters: https, any port, no user name or password. Its host must be at a public address; that is checked again at every connection.';

@InputType({ description: 'Which entries are sent: those that meet every condition.' })
export class WebhookFilterInput {
  @Field(() => [JournalEntryKind], { nullable: true, description: 'Only these kinds; all, also those to come, when left out.' })
  kinds?: JournalEntryKind[] | null;
  @Field(() => [ID], { nullable: true, description: 'Only entries of these members, 1 to 100 ids; all when left out.' })
  memberIds?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Only entries that changed a wallet of one of these point currencies, by code; all when left out.',
  })
  currencyCodes?: string[] | null;
}

@InputType({ description: 'A new webhook endpoint.' })
export class CreateWebhookEndpointInput {
  @Field(() => String, { description: URL_RULES })
  url!: string;
  @Field(() => String, { nullable: true, description: 'For people, at most 255 characters.' })
  description?: string | null;
  @Field(() => WebhookFilterInput, { nullable: true, description: 'Which entries; all when left out.' })
  filter?: WebhookFilterInput | null;
}

@InputType({ description: 'Changes to a webhook endpoint; what is left out stays.' })
export class UpdateWebhookEndpointInput {
  @Field(() => ID, { description: ENDPOINT })
  id!: string;
  @Field(() => String, { nullable: true, description: `${URL_RULES} null changes nothing.` })
  url?: string | null;
  @Field(() => String, { nullable: true, description: 'For people, at most 255 characters; null: none.' })
  description?: string | null;
  @Field(() => WebhookFilterInput, { nullable: true, description: 'Which entries, in place of the whole filter before; null: all.' })
  filter?: WebhookFilterInput | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true also forgets earlier failures; what was written while it was false is for replayWebhook. null changes nothing.',
  })
  isEnabled?: boolean | null;
}

@InputType({ description: 'A webhook endpoint that shall be gone, with everything that waits for it.' })
export class DeleteWebhookEndpointInput {
  @Field(() => ID, { description: ENDPOINT })
  id!: string;
}

@InputType({ description: 'An endpoint that gets a new secret.' })
export class RotateWebhookSecretInput {
  @Field(() => ID, { description: ENDPOINT })
  id!: string;
  @Field(() => Int, {
    defaultValue: 24,
    description: 'Hours for which the present secret signs, too, 0 to 168. One that was present before it no longer does.',
  })
  overlapHours!: number;
}

@InputType({ description: 'An endpoint to try.' })
export class SendTestWebhookInput {
  @Field(() => ID, { description: ENDPOINT })
  id!: string;
}

@InputType({ description: 'Deliveries to try again now, with all attempts before them.' })
export class RetryWebhookDeliveriesInput {
  @Field(() => ID, { description: ENDPOINT })
  endpoint!: string;
  @Field(() => [ID], { nullable: true, description: 'Which, at most 100, dead or pending; all dead ones when left out.' })
  deliveries?: string[] | null;
}

@InputType({ description: 'A part of the past to send again.' })
export class ReplayWebhookInput {
  @Field(() => ID, { description: ENDPOINT })
  endpoint!: string;
  @Field(() => String, {
    description: 'Programme-wide cursor that everything behind is sent of: from a payload, Query.journal without a member, or feedInfo.',
  })
  after!: string;
  @Field(() => String, { nullable: true, description: 'Programme-wide cursor to end with; the present when left out.' })
  until?: string | null;
}
