import type { Context } from '../context.js';
import { readWork } from '../database/unit-of-work.js';
import { localId } from '../graphql/global-id.js';
import type { Node } from '../graphql/node.types.js';
import { findDelivery } from './delivery-list.js';
import { webhookEndpoint } from './webhook.types.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

/** The endpoint or delivery with that id; null when there is none in the programme, or the caller may not read webhooks. */
export async function findWebhookNode(context: Context, id: string): Promise<Node | null> {
  if (!context.actor?.scopes.has('webhooks:read')) return null;
  const deliveryId = localId('webhookDelivery', id);
  if (deliveryId) return findDelivery(context, deliveryId);
  const endpointId = localId('webhookEndpoint', id);
  const endpoint =
    endpointId && (await readWork(context, (em) => em.findOne(WebhookEndpoint, { id: endpointId, programId: context.programId })));
  return endpoint ? webhookEndpoint(endpoint, await context.program()) : null;
}
