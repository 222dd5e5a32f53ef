import type { Context } from '../context.js';
import { InvalidCursor } from '../feed/feed.js';
import { Refused } from '../graphql/attempt.js';
import { badInput } from '../graphql/errors.js';
import { localId } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import { inTransaction } from '../journal/in-transaction.js';
import { readEndpoint } from './endpoint-commands.js';
import type { ReplayWebhookInput, RetryWebhookDeliveriesInput } from './webhook.inputs.js';
import type { WebhookEndpoint } from './webhook-endpoint.entity.js';

const IDS_MAX = 100;
const RETRIED_MAX = 10_000;

const RETRY = {
  name: 'webhook_retry',
  text: `with again as (update webhook_deliveries d set is_dead = false, attempts = 0, next_attempt_at = now()
  from (
    select id from webhook_deliveries where endpoint_id = $1 and case when $2::uuid[] is null then is_dead else id = any($2) end
      order by id limit ${RETRIED_MAX}
  ) q where d.id = q.id returning 1) select count(*) from again`,
};
const WAKE = { name: 'webhook_wake', text: 'update webhook_endpoints set resting_until = null where id = $1' };
const REPLAY = `insert into webhook_replays (endpoint_id, positions, until) values ($1, $2::int8[], $3::int8[]) on conflict do nothing`;

/** Makes deliveries due, with all their attempts before them. Gives how many. */
export async function retryDeliveries(context: Context, { endpoint: id, deliveries }: RetryWebhookDeliveriesInput): Promise<number> {
  if (deliveries && deliveries.length > IDS_MAX) throw badInput(`At most ${IDS_MAX} deliveries a call.`);
  const endpoint = await readEndpoint(context, id, 'endpoint');
  const ids = deliveries?.flatMap((each) => localId('webhookDelivery', each) ?? []) ?? null;
  const { webhooks } = context.services;
  const count = await inTransaction(webhooks.pool, async (tx) => {
    // The endpoint's row first, as whoever writes down a round does, so that neither waits for the other in a circle.
    await tx.query(WAKE, [endpoint.id]);
    const [row] = await tx.query(RETRY, [endpoint.id, ids]);
    return Number(row?.count ?? 0);
  });
  webhooks.wake();
  return count;
}

/** Begins to send again what lies between two cursors; the work goes on in the background. One replay at a time for an endpoint. */
export async function beginReplay(context: Context, { endpoint: id, after, until }: ReplayWebhookInput): Promise<WebhookEndpoint> {
  const endpoint = await readEndpoint(context, id, 'endpoint');
  if (!endpoint.isEnabled) throw new Refused(invalid('The endpoint is disabled; enable it first.', 'endpoint'));
  const heads = await context.services.feed.past.readHeads();
  const from = positionsOf(context, after, 'after', heads);
  const to = until == null ? heads : positionsOf(context, until, 'until', heads);
  const { webhooks } = context.services;
  const { rowCount } = await webhooks.pool.query(REPLAY, [endpoint.id, from, to]);
  if (rowCount !== 1) throw new Refused(invalid('A replay of this endpoint is under way; wait for its end.', 'endpoint'));
  webhooks.wake();
  return endpoint;
}

function positionsOf({ services, programId }: Context, after: string, path: string, heads: readonly number[]): readonly number[] {
  try {
    const cursor = services.feed.open({ programId, stream: null, matches: () => true, after });
    if (cursor?.epoch === services.feed.epoch && cursor.positions.every((position, lane) => position <= (heads[lane] ?? 0))) {
      return cursor.positions;
    }
  } catch (error) {
    if (!(error instanceof InvalidCursor)) throw error;
  }
  throw new Refused(invalid('This is no present, programme-wide cursor of the programme.', path));
}
