import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { transactionOf } from '../database/orm.js';
import { readWork } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { globalId, localId, newUuid } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import { noting } from '../programs/noting.js';
import { checkedDescription, checkedFilter, checkedUrl } from './endpoint-input.js';
import { WebhookSecrets } from './secrets.js';
import type { CreateWebhookEndpointInput, RotateWebhookSecretInput, UpdateWebhookEndpointInput } from './webhook.inputs.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

export const ENDPOINTS_MAX = 20;
const OVERLAP_HOURS_MAX = 168;

/** Not the programme's row: whoever publishes settings takes that behind the lanes, we would take it before them. */
const LOCK_COUNT = { name: 'webhook_count', text: "select pg_advisory_xact_lock(hashtextextended('webhook endpoints ' || $1, 0))" };
const SET_STARTS = {
  name: 'webhook_starts',
  text: 'update webhook_endpoints set starts = (select array_agg(position order by lane) from lanes) where id = $1',
};

const detail = ({ id }: WebhookEndpoint) => ({ webhookEndpoint: globalId('webhookEndpoint', id) });

/** The endpoint for a command that does not change it. @throws Refused when the programme has none with this id */
export const readEndpoint = (context: Context, id: string, path?: string): Promise<WebhookEndpoint> =>
  readWork(context, (em) => endpointOf(em, context.programId, id, path));

/** @throws Refused when the programme has no such endpoint */
export async function endpointOf(em: EntityManager, programId: string, id: string, path = 'id'): Promise<WebhookEndpoint> {
  const uuid = localId('webhookEndpoint', id);
  const found = uuid && (await em.findOne(WebhookEndpoint, { id: uuid, programId }));
  if (!found) throw new Refused(invalid('There is no webhook endpoint with this id in the programme.', path));
  return found;
}

/** Makes an endpoint and its secret, which cannot be read again. */
export async function createEndpoint(context: Context, input: CreateWebhookEndpointInput) {
  const { programId, services } = context;
  const url = checkedUrl(context, input.url);
  const description = checkedDescription(input.description);
  const filter = await checkedFilter(context, input.filter);
  const [id, secret, now] = [newUuid(), WebhookSecrets.make(), new Date()];
  const create = async (em: EntityManager) => {
    const tx = transactionOf(em);
    // Two at the same time must not both take the last place.
    await tx.query(LOCK_COUNT, [programId]);
    if ((await em.count(WebhookEndpoint, { programId })) >= ENDPOINTS_MAX) {
      throw new Refused(invalid(`A programme has at most ${ENDPOINTS_MAX} webhook endpoints.`));
    }
    const endpoint = em.create(WebhookEndpoint, {
      ...{ id, programId, url, description, isEnabled: true, failedRounds: 0, createdAt: now, updatedAt: now },
      ...mutable(filter),
      secret: services.webhooks.secrets.seal(id, secret),
    });
    em.persist(endpoint);
    await em.flush();
    await tx.query(SET_STARTS, [id]);
    return endpoint;
  };
  const endpoint = await noting(context, 'WEBHOOK_ENDPOINT_CREATED', create, detail);
  services.webhooks.wake();
  return { endpoint, secret };
}

export async function updateEndpoint(context: Context, input: UpdateWebhookEndpointInput): Promise<WebhookEndpoint> {
  const changes = {
    ...(input.url != null && { url: checkedUrl(context, input.url) }),
    ...(input.description !== undefined && { description: checkedDescription(input.description) }),
    ...(input.filter !== undefined && mutable(await checkedFilter(context, input.filter))),
  };
  const update = async (em: EntityManager) => {
    const endpoint = await endpointOf(em, context.programId, input.id);
    em.assign(endpoint, { ...changes, updatedAt: new Date() });
    if (input.isEnabled != null && input.isEnabled !== endpoint.isEnabled) {
      const isDisabled = !input.isEnabled;
      em.assign(endpoint, {
        isEnabled: input.isEnabled,
        disabledReason: isDisabled ? 'BY_REQUEST' : null,
        disabledAt: isDisabled ? new Date() : null,
      });
    }
    // Whoever changed something wants to see now whether it helped.
    if (input.isEnabled || input.url != null) em.assign(endpoint, { failingSince: null, failedRounds: 0, restingUntil: null });
    return endpoint;
  };
  const changed = ['url', 'description', 'filter', 'isEnabled'].filter((name) => input[name as keyof typeof input] !== undefined);
  const endpoint = await noting(context, 'WEBHOOK_ENDPOINT_UPDATED', update, (each) => ({ ...detail(each), changed }));
  context.services.webhooks.wake();
  return endpoint;
}

/** Gives the id of what is gone. */
export async function deleteEndpoint(context: Context, id: string): Promise<string> {
  const remove = async (em: EntityManager) => {
    const endpoint = await endpointOf(em, context.programId, id);
    em.remove(endpoint);
    return endpoint;
  };
  await noting(context, 'WEBHOOK_ENDPOINT_DELETED', remove, () => ({ webhookEndpoint: id }));
  return id;
}

export async function rotateSecret(context: Context, { id, overlapHours }: RotateWebhookSecretInput) {
  if (overlapHours < 0 || overlapHours > OVERLAP_HOURS_MAX) {
    throw new Refused(invalid(`overlapHours is 0 to ${OVERLAP_HOURS_MAX}.`, 'overlapHours'));
  }
  const secret = WebhookSecrets.make();
  const rotate = async (em: EntityManager) => {
    const endpoint = await endpointOf(em, context.programId, id);
    const until = overlapHours === 0 ? null : new Date(Date.now() + overlapHours * 3_600_000);
    em.assign(endpoint, {
      previousSecret: until && endpoint.secret,
      previousSecretUntil: until,
      secret: context.services.webhooks.secrets.seal(endpoint.id, secret),
      updatedAt: new Date(),
    });
    return endpoint;
  };
  const endpoint = await noting(context, 'WEBHOOK_SECRET_ROTATED', rotate, (each) => ({ ...detail(each), overlapHours }));
  return { endpoint, secret };
}

const mutable = <T>({
  kinds,
  memberIds,
  currencyIds,
}: {
  kinds: readonly T[] | null;
  memberIds: readonly T[] | null;
  currencyIds: readonly T[] | null;
}) => ({
  kinds: kinds && [...kinds],
  memberIds: memberIds && [...memberIds],
  currencyIds: currencyIds && [...currencyIds],
});
