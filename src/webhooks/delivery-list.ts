import type { Context } from '../context.js';
import { type ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { entryId, globalId, localId } from '../graphql/global-id.js';
import type { JournalEntryKind } from '../journal/journal.types.js';
import type { Row } from '../journal/transaction.js';
import { WebhookDeliveryStatus, WebhookDeliveryType } from './webhook.types.js';

const COLUMNS = `d.id, d.stream_id, d.number, d.kind, d.is_replay, d.is_dead, d.attempts, d.next_attempt_at, d.last_attempt_at,
  d.last_status, d.last_error, d.created_at`;

/** What an endpoint was not sent yet, oldest first. One statement, whatever the size of the page. */
export async function listDeliveries(
  { services, programId }: Context,
  endpoint: string,
  status: WebhookDeliveryStatus | null,
  args: ConnectionArgs,
) {
  const page = keysetPage(args, (text) => localId('webhookDelivery', text) !== null);
  const [after, before] = [page.after, page.before].map((cursor) => cursor && localId('webhookDelivery', cursor));
  const { rows } = await services.reads.query<Row>(
    `select ${COLUMNS} from webhook_deliveries d where d.endpoint_id = $1 and d.is_dead = any($2::boolean[])
      and ($3::uuid is null or d.id > $3) and ($4::uuid is null or d.id < $4) order by d.id ${page.isForward ? 'asc' : 'desc'} limit $5`,
    [
      localId('webhookEndpoint', endpoint),
      status === null ? [true, false] : [status === WebhookDeliveryStatus.DEAD],
      after,
      before,
      page.limit,
    ],
  );
  const delivery = (row: Row) => webhookDelivery(row, programId);
  return connection(page, rows, (row) => globalId('webhookDelivery', row.id as string), delivery);
}

/** One delivery of the programme; null when there is none, or it was delivered. */
export async function findDelivery({ services, programId }: Context, id: string): Promise<WebhookDeliveryType | null> {
  const { rows } = await services.reads.query<Row>(
    `select ${COLUMNS} from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id where d.id = $1 and e.program_id = $2`,
    [id, programId],
  );
  return rows[0] ? webhookDelivery(rows[0], programId) : null;
}

function webhookDelivery(row: Row, programId: string): WebhookDeliveryType {
  const [streamId, number] = [row.stream_id as string, Number(row.number)];
  const streamKind = streamId === programId ? 'program' : 'member';
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
