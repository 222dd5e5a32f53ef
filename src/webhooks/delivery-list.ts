import type { Context } from '../context.js';
import { type ConnectionArgs, connection, type KeysetPage, keysetPage } from '../graphql/connection.js';
import { entryId, globalId, localId, streamKindOf } from '../graphql/global-id.js';
import type { JournalEntryKind } from '../journal/entry-kinds.types.js';
import type { Row } from '../journal/transaction.js';
import { loadForEndpoint } from './endpoint-loader.js';
import { WebhookDeliveryStatus, WebhookDeliveryType } from './webhook.types.js';

const COLUMNS = `d.id, d.stream_id, d.number, d.kind, d.is_replay, d.is_dead, d.attempts, d.next_attempt_at, d.last_attempt_at,
  d.last_status, d.last_error, d.created_at`;

/** What an endpoint was not sent yet, oldest first. One statement for all endpoints of an operation, whatever the size of the page. */
export function listDeliveries(context: Context, endpoint: string, status: WebhookDeliveryStatus | null, args: ConnectionArgs) {
  const page = keysetPage(args, (text) => localId('webhookDelivery', text) !== null);
  const key = JSON.stringify(['deliveries', status, page]);
  return loadForEndpoint(context, key, endpoint, (endpoints) => readPages(context, endpoints, status, page));
}

async function readPages(
  { reads, programId }: Context,
  endpoints: readonly string[],
  status: WebhookDeliveryStatus | null,
  page: KeysetPage,
) {
  const ids = endpoints.map((each) => localId('webhookEndpoint', each));
  const [after, before] = [page.after, page.before].map((cursor) => cursor && localId('webhookDelivery', cursor));
  const isDead = status === null ? [true, false] : [status === WebhookDeliveryStatus.DEAD];
  const order = page.isForward ? 'asc' : 'desc';
  const { rows } = await reads.query<Row>(
    `select d.* from unnest($1::uuid[]) q(endpoint_id) cross join lateral (
        select d.endpoint_id, ${COLUMNS} from webhook_deliveries d where d.endpoint_id = q.endpoint_id and d.is_dead = any($2::boolean[])
          and ($3::uuid is null or d.id > $3) and ($4::uuid is null or d.id < $4) order by d.id ${order} limit $5
      ) d order by d.id ${order}`,
    [ids, isDead, after, before, page.limit],
  );
  const byEndpoint = Map.groupBy(rows, (row) => row.endpoint_id as string);
  const delivery = (row: Row) => webhookDelivery(row, programId);
  const keyOf = (row: Row) => globalId('webhookDelivery', row.id as string);
  return ids.map((id) => connection(page, byEndpoint.get(id ?? '') ?? [], keyOf, delivery));
}

/** Whether a replay of an endpoint is not all queued yet. */
export function isReplaying(context: Context, endpoint: string): Promise<boolean> {
  return loadForEndpoint(context, 'isReplaying', endpoint, async (endpoints) => {
    const ids = endpoints.map((each) => localId('webhookEndpoint', each));
    const { rows } = await context.reads.query<{ endpoint_id: string }>(
      'select endpoint_id from webhook_replays where endpoint_id = any($1::uuid[])',
      [ids],
    );
    const replaying = new Set(rows.map((row) => row.endpoint_id));
    return ids.map((id) => replaying.has(id ?? ''));
  });
}

/** One delivery of the programme; null when there is none, or it was delivered. */
export async function findDelivery({ reads, programId }: Context, id: string): Promise<WebhookDeliveryType | null> {
  const { rows } = await reads.query<Row>(
    `select ${COLUMNS} from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id where d.id = $1 and e.program_id = $2`,
    [id, programId],
  );
  return rows[0] ? webhookDelivery(rows[0], programId) : null;
}

function webhookDelivery(row: Row, programId: string): WebhookDeliveryType {
  const [streamId, number] = [row.stream_id as string, Number(row.number)];
  const streamKind = streamKindOf({ streamId, programId });
  return Object.assign(new WebhookDeliveryType(), {
    id: globalId('webhookDelivery', row.id as string),
    status: row.is_dead ? WebhookDeliveryStatus.DEAD : WebhookDeliveryStatus.PENDING,
    entryId: entryId(streamKind, streamId, number),
    kind: row.kind as JournalEntryKind,
    streamId: globalId(streamKind, streamId),
    number,
    isReplay: row.is_replay as boolean,
    attempts: Number(row.attempts),
    lastAttemptAt: row.last_attempt_at as Date | null,
    lastStatusCode: row.last_status as number | null,
    lastError: row.last_error as string | null,
    nextAttemptAt: row.is_dead ? null : (row.next_attempt_at as Date),
    createdAt: row.created_at as Date,
  });
}
