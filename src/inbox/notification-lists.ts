import type { Context } from '../context.js';
import { type Connection, type ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { shardOf } from '../journal/shard.js';
import { ENTRY_COLUMNS, storedEntry } from '../journal/stored-entry.js';
import type { Row } from '../journal/transaction.js';
import { inboxOf } from './inbox.js';
import { inboxKey, inboxList, parseNotificationId, type StoredNotification } from './notification.js';
import { type Notification, notificationOf } from './notification.types.js';

const isKey = (text: string): boolean => /^\d{12}$/.test(text);

/** A page of a member's inbox, the newest first. Of the list of the inbox no more is read than the page, and what lies between that does not match. */
export async function listNotifications(
  context: Context,
  member: string,
  args: ConnectionArgs,
  isUnread: boolean | null,
): Promise<Connection<Notification>> {
  const page = keysetPage(args, isKey);
  const view = await context.members.present.load(member);
  if (!view) return connection(page, [], String, () => ({}) as Notification);
  const inbox = inboxOf(view.state);
  const { rows } = await context.reads.query<Row>(
    `select l.key, ${ENTRY_COLUMNS} from listings l
        join journal j on j.shard = l.shard and j.stream_id = l.stream_id and j.number = l.number
      where l.program_id = $1 and l.list = $2 and ($3::text is null or l.key < $3) and ($4::text is null or l.key > $4)
        and ($5::bool is null or $5 <> exists (select from unnest($6::text[], $7::text[]) r(first, last) where l.key between r.first and r.last))
      order by l.key ${page.isForward ? 'desc' : 'asc'} limit $8`,
    [
      ...[context.programId, inboxList(member), page.after, page.before, isUnread],
      ...[inbox.read.map(([from]) => inboxKey(from)), inbox.read.map(([, to]) => inboxKey(to)), page.limit],
    ],
  );
  return connection(
    page,
    rows,
    (row) => row.key as string,
    (row) => notificationOf(storedEntry(row), inbox),
  );
}

/** A notification by its id; null when there is none, or to a member, when it is another's. */
export async function findNotification(context: Context, id: string): Promise<Notification | null> {
  const key = parseNotificationId(id);
  const own = context.actor?.memberId;
  if (!key || (own && own !== key.member)) return null;
  const { reads, programId } = context;
  const { rows } = await reads.query<{ number: string }>(
    'select number from listings where program_id = $1 and list = $2 and key = $3 and shard = $4 and stream_id = $5',
    [programId, inboxList(key.member), inboxKey(key.n), shardOf(programId, key.member), key.member],
  );
  const [row] = rows;
  if (!row) return null;
  const [entry, view] = await Promise.all([
    context.members.entries.load({ streamId: key.member, number: Number(row.number) }),
    context.members.present.load(key.member),
  ]);
  return entry && view && (entry.data.input as StoredNotification).n === key.n ? notificationOf(entry, inboxOf(view.state)) : null;
}
