import type { Handler } from '../journal/core/decide.js';
import type { Program } from './program.js';

export const PROGRAM_EVENT = 'PROGRAM_EVENT';

export type ProgramEventKind =
  | 'PROGRAM_CREATED'
  | 'SETTINGS_PUBLISHED'
  | 'CLOCK_ADVANCED'
  | 'WENT_LIVE'
  | 'API_KEY_CREATED'
  | 'API_KEY_REVOKED'
  | 'WEBHOOK_ENDPOINT_CREATED'
  | 'WEBHOOK_ENDPOINT_UPDATED'
  | 'WEBHOOK_ENDPOINT_DISABLED'
  | 'WEBHOOK_ENDPOINT_DELETED'
  | 'WEBHOOK_SECRET_ROTATED';

export interface ProgramEvent {
  readonly kind: ProgramEventKind;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Notes on the programme's own stream what happened to it. The change itself is made by its mutation, in the same transaction. */
export const programEvent: Handler<Program, ProgramEvent> = (draft, { input }) => draft.post(input.kind, { input: input.detail });
