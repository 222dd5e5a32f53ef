import type { Handler } from '../journal/core/decide.js';
import type { CommandRequest } from '../journal/journal.js';
import type { Program } from './program.js';

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

export interface ProgramEvent {
  readonly kind: ProgramEventKind;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Notes on the programme's own stream what happened to it. The change itself is made by its mutation, in the same transaction. */
export const programEvent: Handler<Program, ProgramEvent> = (draft, { input }) => draft.post(input.kind, { input: input.detail });

/** The command that notes on the programme's stream what a caller did to it. */
export const programNote = (
  { programId, by }: { readonly programId: string; readonly by: string },
  kind: ProgramEventKind,
  detail: ProgramEvent['detail'],
): CommandRequest<ProgramEvent> => ({ type: PROGRAM_EVENT, programId, streamId: programId, by, input: { kind, detail } });
