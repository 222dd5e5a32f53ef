import type { Note } from '../../journal/core/note.js';
import type { CommandRequest } from '../../journal/journal.js';
import type { RestrictionKind } from './restriction.js';

export const COMMUNITY_EVENT = 'COMMUNITY_EVENT';

export type CommunityEventKind = 'COMMUNITY_RESTRICTED' | 'COMMUNITY_RESTRICTION_LIFTED';

/** What moderators decided about a member; the reason is a text, and no entry has it. */
export interface CommunityEventDetail {
  readonly [more: string]: unknown;
  readonly kind: RestrictionKind;
  /** In milliseconds; null: for good. */
  readonly until: number | null;
}

/** The command that tells a member's stream what moderators decided about them. */
export const communityNote = (
  { programId, by }: { readonly programId: string; readonly by: string },
  member: string,
  kind: CommunityEventKind,
  detail: CommunityEventDetail,
): CommandRequest<Note<CommunityEventKind>> => ({ type: COMMUNITY_EVENT, programId, streamId: member, by, input: { kind, detail } });
