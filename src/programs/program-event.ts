import type { Note } from '../journal/core/note.js';
import type { CommandRequest } from '../journal/journal.js';

export const PROGRAM_EVENT = 'PROGRAM_EVENT';

export type ProgramEventKind =
  | 'PROGRAM_CREATED'
  | 'SETTINGS_PUBLISHED'
  | 'CLOCK_ADVANCED'
  | 'WENT_LIVE'
  | 'API_KEY_CREATED'
  | 'API_KEY_ROTATED'
  | 'API_KEY_REVOKED'
  | 'STAFF_CREATED'
  | 'STAFF_UPDATED'
  | 'IDENTITY_PROVIDER_CREATED'
  | 'IDENTITY_PROVIDER_DELETED'
  | 'WEBHOOK_ENDPOINT_CREATED'
  | 'WEBHOOK_ENDPOINT_UPDATED'
  | 'WEBHOOK_ENDPOINT_DISABLED'
  | 'WEBHOOK_ENDPOINT_DELETED'
  | 'WEBHOOK_SECRET_ROTATED'
  | 'VOUCHER_POOL_LOW';

/** What happened to the programme, for its own stream. */
export type ProgramEvent = Note<ProgramEventKind>;

/** The command that notes on the programme's stream what a caller did to it. */
export const programNote = (
  { programId, by }: { readonly programId: string; readonly by: string },
  kind: ProgramEventKind,
  detail: ProgramEvent['detail'],
): CommandRequest<ProgramEvent> => ({ type: PROGRAM_EVENT, programId, streamId: programId, by, input: { kind, detail } });
