import type { Context } from '../context.js';
import { globalId, newUuid } from '../graphql/global-id.js';
import { attempt } from './attempt.js';
import { testBody } from './payload.js';
import type { WebhookEndpoint } from './webhook-endpoint.entity.js';

/** Sends one test and waits for its end. */
export async function sendTest({ services }: Context, { id, url, secret, previousSecret, previousSecretUntil }: WebhookEndpoint) {
  const { webhooks } = services;
  const isPreviousValid = previousSecret && previousSecretUntil && previousSecretUntil.getTime() > Date.now();
  const sealed = isPreviousValid ? [secret, previousSecret] : [secret];
  const message = {
    deliveryId: newUuid(),
    url,
    body: testBody(globalId('webhookEndpoint', id), Date.now()),
    secrets: sealed.map((each) => webhooks.secrets.open(id, each)),
  };
  const webhookId = globalId('webhookDelivery', message.deliveryId);
  const { isDelivered, status, error } = await attempt(webhooks.outbound, { ...message, webhookId });
  return { isDelivered, statusCode: status, error };
}
