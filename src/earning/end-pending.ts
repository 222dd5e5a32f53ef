import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Program } from '../programs/program.js';
import { upgrade } from '../tiers/evaluate.js';
import { type ActivityRecord, activityOf } from './activity-record.js';
import { activation, cancellation } from './pending.js';

export const ACTIVATE_POINTS = 'ACTIVATE_POINTS';
export const CANCEL_POINTS = 'CANCEL_POINTS';

export interface EndPending {
  /** Number of the entry that earned them. */
  readonly activity: number;
}

/** The activity with points that wait, or why there is none. @throws RecordsNeeded */
function waiting(draft: Draft<Program>, of: number): { record: ActivityRecord } | { refusal: Refusal } {
  const record = activityOf(draft.state.records.get(of));
  if (record && record.pending.length > 0) return { record };
  return { refusal: { code: 'NOTHING_PENDING', message: 'No points of this activity are pending.', path: ['activity'] } };
}

/** Makes the pending points of an activity spendable now. */
export const activatePoints: Handler<Program, EndPending> = (draft, { input }) => {
  const found = waiting(draft, input.activity);
  if ('refusal' in found) return found.refusal;
  const { record } = found;
  const number = draft.post('POINTS_ACTIVATED', { input, ...activation(draft, input.activity, record, record.pending) });
  upgrade(draft);
  return number;
};

/** Takes the pending points of an activity away. */
export const cancelPoints: Handler<Program, EndPending> = (draft, { input }) => {
  const found = waiting(draft, input.activity);
  if ('refusal' in found) return found.refusal;
  const { record } = found;
  return draft.post('POINTS_CANCELLED', { input, ...cancellation(draft, input.activity, record, record.pending) });
};
