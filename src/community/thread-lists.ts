import type { Context } from '../context.js';
import { type Connection, type ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { localId } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';
import type { Row } from '../journal/transaction.js';
import { THREAD_COLUMNS, threadRow } from './community-loaders.js';
import { ThreadOrder, type ThreadType, threadType } from './thread.types.js';
import { type ThreadFilter } from './thread-input.types.js';

const PINNED_MAX = 20;

const INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;
/** What each order goes by, before the id: a column with an index in each category, and the type of its values. */
const ORDERS: Readonly<Record<ThreadOrder, { readonly by: string; readonly type: string; readonly isValue: (text: string) => boolean }>> = {
  HOT: { by: 't.heat', type: 'float8', isValue: (text) => text.length < 30 && Number.isFinite(Number(text)) },
  NEW: { by: '0', type: 'int4', isValue: (text) => text === '0' },
  ACTIVE: { by: 't.last_post_at', type: 'timestamptz', isValue: (text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)) },
  TOP: { by: 't.reaction_count', type: 'int4', isValue: (text) => /^\d{1,9}$/.test(text) },
};
const IS_SEEN = 'not t.is_hidden and not t.is_deleted';
const KEY = /^(\S.*) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Threads of the categories that are open to the caller. Each category is read in the order of its own index and no further than the
 * page needs, so that it costs the same however many there are.
 */
export async function listThreads(
  context: Context,
  filter: ThreadFilter,
  order: ThreadOrder,
  args: ConnectionArgs,
): Promise<Connection<ThreadType>> {
  const { by, type, isValue } = ORDERS[order];
  const page = keysetPage(args, (text) => isValue(KEY.exec(text)?.[1] ?? 'none'));
  const [afterBy, afterId] = KEY.exec(page.after ?? '')?.slice(1) ?? [null, null];
  const [beforeBy, beforeId] = KEY.exec(page.before ?? '')?.slice(1) ?? [null, null];
  const { category = null, tag = null, isQuestion = null, isAnswered = null } = filter;
  const wanted = category === null ? null : localId('category', category);
  const open = (await context.community.categories()).filter(({ id, isArchived }) => (category === null ? !isArchived : id === wanted));
  const direction = page.isForward ? 'desc' : 'asc';
  const place = order === 'NEW' ? 't.id' : `${by} ${direction}, t.id`;
  const beyond = (sign: '<' | '>', value: string, id: string) =>
    order === 'NEW'
      ? `coalesce(${value}::${type}, 0) = 0 and t.id ${sign} ${id}::uuid`
      : `(${by}, t.id) ${sign} (${value}::${type}, ${id}::uuid)`;
  const { rows } = await context.reads.query<Row>(
    `select t.* from unnest($2::uuid[]) c(id) cross join lateral (
        select ${THREAD_COLUMNS}, (${by})::text as place from threads t where t.category_id = c.id and t.program_id = $1 and ${IS_SEEN}
          and ($4::uuid is null or ${beyond('<', '$3', '$4')}) and ($6::uuid is null or ${beyond('>', '$5', '$6')})
          and ($7::text is null or t.tags @> array[$7]) and ($8::bool is null or t.is_question = $8)
          and ($9::bool is null or (t.is_question and (t.accepted_post_id is not null) = $9))
        order by ${place} ${direction} limit $10
      ) t order by ${place} ${direction} limit $10`,
    [
      ...[context.programId, open.map(({ id }) => id), afterBy, afterId, beforeBy, beforeId],
      ...[tag === null || isStorable(tag) ? tag : '', isQuestion, isAnswered, page.limit],
    ],
  );
  return connection(
    page,
    rows,
    (row) => `${row.place} ${row.id}`,
    (row) => threadType(threadRow(row)),
  );
}

/** The pinned threads of a category, the youngest first. */
export async function pinnedThreads({ reads, programId }: Context, category: string): Promise<ThreadType[]> {
  const { rows } = await reads.query<Row>(
    `select ${THREAD_COLUMNS} from threads t where t.program_id = $1 and t.category_id = $2 and t.is_pinned and ${IS_SEEN}
      order by t.id desc limit ${PINNED_MAX}`,
    [programId, category],
  );
  return rows.map((row) => threadType(threadRow(row)));
}
