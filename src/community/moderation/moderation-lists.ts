import type { Context } from '../../context.js';
import { type Connection, type ConnectionArgs, connection, keysetPage } from '../../graphql/connection.js';
import { globalId, isUuid, localId } from '../../graphql/global-id.js';
import { actorId } from '../../journal/entry-view.js';
import type { Row } from '../../journal/transaction.js';
import { resolveMember } from '../../members/member-lookup.js';
import { POST_COLUMNS, postRow } from '../community-loaders.js';
import { postType } from '../post.types.js';
import type { ModerationKind } from './action.js';
import { ModerationActionType, type ModerationLogFilter } from './action.types.js';
import { PostFlagType, QueuedPostType } from './moderation.types.js';

const FLAGS_MAX = 50;
const PLACE = /^(\d{1,15}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Posts that moderators should look at, the oldest first. */
export async function moderationQueue({ reads, programId }: Context, args: ConnectionArgs): Promise<Connection<QueuedPostType>> {
  const page = keysetPage(args, (text) => PLACE.test(text));
  const place = (cursor: string | null) => {
    const [at, id] = PLACE.exec(cursor ?? '')?.slice(1) ?? [];
    return at === undefined ? [null, null] : [new Date(Number(at)), id];
  };
  const direction = page.isForward ? 'asc' : 'desc';
  const { rows } = await reads.query<Row>(
    `select ${POST_COLUMNS}, (select json_agg(f.* order by f.created_at, f.member_id) from (
        select member_id, reason, note, is_trusted, created_at from post_flags f where f.post_id = p.id and f.status = 'OPEN'
          order by created_at, member_id limit ${FLAGS_MAX}) f) as flags
      from posts p where p.program_id = $1 and p.queued_at is not null
        and ($3::uuid is null or (p.queued_at, p.id) > ($2::timestamptz, $3)) and ($5::uuid is null or (p.queued_at, p.id) < ($4::timestamptz, $5))
      order by p.queued_at ${direction}, p.id ${direction} limit $6`,
    [programId, ...place(page.after), ...place(page.before), page.limit],
  );
  return connection(page, rows, (row) => `${(row.queued_at as Date).getTime()} ${row.id}`, queuedPost);
}

function queuedPost(row: Row): QueuedPostType {
  const post = postRow(row);
  const flags = ((row.flags ?? []) as Row[]).map((flag) =>
    Object.assign(new PostFlagType(), {
      ...{ member: flag.member_id, reason: flag.reason, note: flag.note, isTrusted: flag.is_trusted },
      createdAt: new Date(flag.created_at as string),
    }),
  );
  const { queuedAt, heldFor, flagCount } = post;
  return Object.assign(new QueuedPostType(), { post: postType(post), queuedAt, heldFor, flagCount, flags });
}

/** What moderators did, the latest first. */
export async function moderationLog(
  context: Context,
  filter: ModerationLogFilter,
  args: ConnectionArgs,
): Promise<Connection<ModerationActionType>> {
  const page = keysetPage(args, isUuid);
  const member = filter.member ? await resolveMember(context, filter.member) : null;
  const thread = filter.thread == null ? null : localId('thread', filter.thread);
  const isNobody = (filter.member && !member) || (filter.thread != null && !thread);
  const { rows } = isNobody
    ? { rows: [] }
    : await context.reads.query<Row>(
        `select * from moderation_actions a where a.program_id = $1 and ($2::uuid is null or a.member_id = $2)
          and ($3::uuid is null or a.thread_id = $3) and ($4::text is null or a.moderator = $4)
          and ($5::uuid is null or a.id < $5) and ($6::uuid is null or a.id > $6)
        order by a.id ${page.isForward ? 'desc' : 'asc'} limit $7`,
        [context.programId, member, thread, moderatorOf(filter.moderator), page.after, page.before, page.limit],
      );
  return connection(page, rows, (row) => row.id as string, actionType);
}

/** Who is asked for, as rows name them. */
function moderatorOf(id: string | null | undefined): string | null {
  if (id == null) return null;
  const [key, staff] = [localId('apiKey', id), localId('staff', id)];
  return key ? `key:${key}` : staff ? `staff:${staff}` : id === 'system' ? id : '';
}

const named = (kind: 'member' | 'thread' | 'post', uuid: unknown): string | null => (uuid ? globalId(kind, uuid as string) : null);

const actionType = (row: Row): ModerationActionType =>
  Object.assign(new ModerationActionType(), {
    ...{ kind: row.kind as ModerationKind, moderator: actorId(row.moderator as string), reason: row.reason as string | null },
    ...{ memberId: named('member', row.member_id), threadId: named('thread', row.thread_id), postId: named('post', row.post_id) },
    ...{ detail: row.detail as Record<string, unknown>, createdAt: row.created_at as Date },
  });
