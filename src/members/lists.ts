import type { Context } from '../context.js';
import { type Connection, type ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { badInput } from '../graphql/errors.js';
import { isUuid } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';
import { shardOf } from '../journal/shard.js';
import { ENTRY_COLUMNS, type StoredEntry, storedEntry } from '../journal/stored-entry.js';
import type { Row } from '../journal/transaction.js';
import { type MemberFilter, type MemberType, memberType } from './member.types.js';

const EXTERNAL_IDS_MAX = 100;
const isNumber = (text: string): boolean => /^\d{1,15}$/.test(text);

/** Members of the programme by id, which sorts by enrolment. */
export async function listMembers(context: Context, args: ConnectionArgs, filter: MemberFilter): Promise<Connection<MemberType>> {
  const page = keysetPage(args, isUuid);
  const { status = null, externalIds = null, createdFrom = null, createdTo = null } = filter;
  if ((externalIds?.length ?? 0) > EXTERNAL_IDS_MAX) throw badInput(`At most ${EXTERNAL_IDS_MAX} externalIds.`);
  const direction = page.isForward ? 'asc' : 'desc';
  const { rows } = await context.reads.query<Row>(
    `select m.id from members m join streams s on s.shard = m.shard and s.stream_id = m.id
      where m.program_id = $1 and ($2::uuid is null or m.id > $2) and ($3::uuid is null or m.id < $3)
        and ($4::text is null or s.status = $4) and ($5::text[] is null or m.external_id = any($5))
        and ($6::timestamptz is null or m.created_at >= $6) and ($7::timestamptz is null or m.created_at < $7)
      order by m.id ${direction} limit $8`,
    [context.programId, page.after, page.before, status, externalIds?.filter(isStorable) ?? null, createdFrom, createdTo, page.limit],
  );
  return connection(
    page,
    rows,
    (row) => row.id as string,
    (row) => memberType(row.id as string),
  );
}

/** Entries of a member's stream by number. */
export async function entriesOf<T>(
  context: Context,
  memberId: string,
  args: ConnectionArgs,
  kinds: readonly string[] | null,
  nodeOf: (entry: StoredEntry) => T,
): Promise<Connection<T>> {
  const page = keysetPage(args, isNumber);
  const { programId } = context;
  const { rows } = await context.reads.query<Row>(
    `select ${ENTRY_COLUMNS} from journal j
      where j.shard = $1 and j.stream_id = $2 and j.program_id = $3
        and j.number > coalesce($4::int8, 0) and ($5::int8 is null or j.number < $5) and ($6::text[] is null or j.kind = any($6))
      order by j.number ${page.isForward ? 'asc' : 'desc'} limit $7`,
    [shardOf(programId, memberId), memberId, programId, page.after, page.before, kinds, page.limit],
  );
  return connection(page, rows.map(storedEntry), (entry) => String(entry.number), nodeOf);
}
