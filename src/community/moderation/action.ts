import type { EntityManager } from '@mikro-orm/postgresql';
import { newUuid } from '../../graphql/global-id.js';
import { sql } from '../sql.js';

/** What moderators do, and rules and flags in their place. */
export const MODERATION_KINDS = [
  ...(['POST_HIDDEN', 'POST_SHOWN', 'POST_REMOVED', 'FLAGS_DISMISSED', 'THREAD_HIDDEN', 'THREAD_SHOWN', 'THREAD_PINNED'] as const),
  ...(['THREAD_UNPINNED', 'THREAD_CLOSED', 'THREAD_REOPENED', 'THREAD_MOVED', 'THREAD_MERGED', 'THREAD_SPLIT'] as const),
  ...(['MEMBER_RESTRICTED', 'RESTRICTION_LIFTED', 'TRUST_LEVEL_SET'] as const),
] as const;
export type ModerationKind = (typeof MODERATION_KINDS)[number];

/** Who did what to what, and why. */
export interface Action {
  readonly kind: ModerationKind;
  readonly member?: string | null;
  readonly thread?: string | null;
  readonly post?: string | null;
  /** A text of staff, never of a member. */
  readonly reason: string | null;
  /** UUIDs, numbers and instants. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Where an action is noted: in whose programme, by whom, at which instant. */
export interface Noting {
  readonly programId: string;
  /** As journal entries name them. */
  readonly by: string;
  readonly at: Date;
}

/** Notes an action in the transaction that does it. */
export const noteAction = async (em: EntityManager, { programId, by, at }: Noting, action: Action): Promise<unknown> =>
  sql(
    em,
    `insert into moderation_actions (id, program_id, kind, moderator, member_id, thread_id, post_id, reason, detail, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[newUuid(), programId, action.kind, by, action.member ?? null, action.thread ?? null, action.post ?? null],
      ...[action.reason, JSON.stringify(action.detail ?? {}), at],
    ],
  );
