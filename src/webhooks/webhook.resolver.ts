import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { readWork } from '../database/unit-of-work.js';
import { attempt } from '../graphql/attempt.js';
import { ConnectionArgs } from '../graphql/connection.js';
import { forbidden } from '../graphql/errors.js';
import { Requires } from '../graphql/policy.js';
import { isReplaying, listDeliveries } from './delivery-list.js';
import { createEndpoint, deleteEndpoint, readEndpoint, rotateSecret, updateEndpoint } from './endpoint-commands.js';
import { beginReplay, retryDeliveries } from './send-again.js';
import { sendTest } from './send-test.js';
import {
  CreateWebhookEndpointInput,
  DeleteWebhookEndpointInput,
  ReplayWebhookInput,
  RetryWebhookDeliveriesInput,
  RotateWebhookSecretInput,
  SendTestWebhookInput,
  UpdateWebhookEndpointInput,
} from './webhook.inputs.js';
import {
  DeleteWebhookEndpointPayload,
  RetryWebhookDeliveriesPayload,
  SendTestWebhookPayload,
  WebhookDeliveryConnection,
  WebhookDeliveryStatus,
  WebhookEndpointPayload,
  WebhookEndpointType,
  WebhookSecretPayload,
  webhookEndpoint,
} from './webhook.types.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

/** Sending entries somewhere is reading them. */
const requireMembersRead = ({ actor }: Context): void => {
  if (!actor?.scopes.has('members:read')) throw forbidden('members:read');
};

@Resolver(() => WebhookEndpointType)
export class WebhookResolver {
  @Query(() => [WebhookEndpointType], {
    nullable: true,
    description: 'The webhook endpoints of the programme, oldest first; there are at most 20. Scope webhooks:read.',
  })
  @Requires('webhooks:read')
  async webhookEndpoints(@Ctx() context: Context): Promise<WebhookEndpointType[]> {
    const program = await context.program();
    const endpoints = await readWork(context, (em) =>
      em.find(WebhookEndpoint, { programId: context.programId }, { orderBy: { id: 'asc' } }),
    );
    return endpoints.map((each) => webhookEndpoint(each, program));
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description: 'What it was not sent yet, oldest first. What succeeded is not kept; the rest for 30 days.',
  })
  deliveries(
    @Root() { id }: WebhookEndpointType,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('status', () => WebhookDeliveryStatus, { nullable: true, description: 'Only those that stand so; all when left out.' })
    status?: WebhookDeliveryStatus | null,
  ) {
    return listDeliveries(context, id, status ?? null, args);
  }

  @FieldResolver(() => Boolean, { description: 'A replay that replayWebhook asked for is not all queued yet.' })
  isReplaying(@Root() { id }: WebhookEndpointType, @Ctx() context: Context): Promise<boolean> {
    return isReplaying(context, id);
  }

  @Mutation(() => WebhookSecretPayload, {
    nullable: true,
    description: 'Makes a webhook endpoint; it is sent what is written from then on. Scopes webhooks:write and members:read.',
  })
  @Requires('webhooks:write')
  createWebhookEndpoint(
    @Ctx() context: Context,
    @Arg('input', () => CreateWebhookEndpointInput, { description: 'The new endpoint.' }) input: CreateWebhookEndpointInput,
  ) {
    requireMembersRead(context);
    return attempt(async () => {
      const { endpoint, secret } = await createEndpoint(context, input);
      return { webhookEndpoint: webhookEndpoint(endpoint, await context.program()), secret };
    });
  }

  @Mutation(() => WebhookEndpointPayload, {
    nullable: true,
    description: 'Changes, enables or disables a webhook endpoint. Scopes webhooks:write and members:read.',
  })
  @Requires('webhooks:write')
  updateWebhookEndpoint(
    @Ctx() context: Context,
    @Arg('input', () => UpdateWebhookEndpointInput, { description: 'What to change.' }) input: UpdateWebhookEndpointInput,
  ) {
    requireMembersRead(context);
    return attempt(async () => ({ webhookEndpoint: webhookEndpoint(await updateEndpoint(context, input), await context.program()) }));
  }

  @Mutation(() => DeleteWebhookEndpointPayload, {
    nullable: true,
    description:
      'Deletes a webhook endpoint with everything that waits for it. A request that is under way still ends. Scope webhooks:write.',
  })
  @Requires('webhooks:write')
  deleteWebhookEndpoint(
    @Ctx() context: Context,
    @Arg('input', () => DeleteWebhookEndpointInput, { description: 'The endpoint.' }) { id }: DeleteWebhookEndpointInput,
  ) {
    return attempt(async () => ({ deletedId: await deleteEndpoint(context, id) }));
  }

  @Mutation(() => WebhookSecretPayload, {
    nullable: true,
    description: 'Gives an endpoint a new secret. For a time requests carry a signature of each. Scope webhooks:write.',
  })
  @Requires('webhooks:write')
  rotateWebhookSecret(
    @Ctx() context: Context,
    @Arg('input', () => RotateWebhookSecretInput, { description: 'The endpoint.' }) input: RotateWebhookSecretInput,
  ) {
    return attempt(async () => {
      const { endpoint, secret } = await rotateSecret(context, input);
      return { webhookEndpoint: webhookEndpoint(endpoint, await context.program()), secret };
    });
  }

  @Mutation(() => SendTestWebhookPayload, {
    nullable: true,
    description:
      'Sends one request of type webhook.test, whether the endpoint is enabled or not, and waits for its end, 10 s at most. It is not repeated. Scope webhooks:write.',
  })
  @Requires('webhooks:write')
  sendTestWebhook(
    @Ctx() context: Context,
    @Arg('input', () => SendTestWebhookInput, { description: 'The endpoint.' }) { id }: SendTestWebhookInput,
  ) {
    return attempt(async () => sendTest(context, await readEndpoint(context, id)));
  }

  @Mutation(() => RetryWebhookDeliveriesPayload, {
    nullable: true,
    description: 'Makes deliveries due again, dead ones too. Scope webhooks:write.',
  })
  @Requires('webhooks:write')
  retryWebhookDeliveries(
    @Ctx() context: Context,
    @Arg('input', () => RetryWebhookDeliveriesInput, { description: 'Which.' }) input: RetryWebhookDeliveriesInput,
  ) {
    return attempt(async () => ({ count: await retryDeliveries(context, input) }));
  }

  @Mutation(() => WebhookEndpointPayload, {
    nullable: true,
    description:
      'Sends again every entry behind a cursor that meets the filter, as new deliveries with new webhook-ids. It is worked off in the background, over restarts, one replay at a time for an endpoint. Scopes webhooks:write and members:read.',
  })
  @Requires('webhooks:write')
  replayWebhook(
    @Ctx() context: Context,
    @Arg('input', () => ReplayWebhookInput, { description: 'Where to, and what.' }) input: ReplayWebhookInput,
  ) {
    requireMembersRead(context);
    return attempt(async () => ({ webhookEndpoint: webhookEndpoint(await beginReplay(context, input), await context.program()) }));
  }
}
