import { sharedKey } from '../earning/cap-counts.js';
import { RECORD_ACTIVITY } from '../earning/record-activity.js';
import { type Command, instantOf } from '../journal/core/decide.js';
import type { SharedKey } from '../journal/core/shared-counters.js';
import type { StreamState } from '../journal/core/state.js';
import type { CapPeriod } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import { VOID_REFERRAL } from './flag-referral.js';
import { FOLLOW_REFEREE } from './follow-referee.js';
import { progressOf } from './referral.js';

/** The counters of caps of all members that points of a referral are likely to need; null: none. */
export function sharedReferrals(program: Program, command: Command, state: StreamState): readonly SharedKey[] | null {
  const { type } = command;
  const progress = type === RECORD_ACTIVITY ? progressOf(state) : null;
  const isAsking = type === FOLLOW_REFEREE || type === VOID_REFERRAL || (progress !== null && 'rule' in progress);
  if (!isAsking) return null;
  const { caps = [], earningRules } = program.settings;
  const shared = caps.filter(
    ({ scope, currency, rule }) =>
      scope && earningRules.some((each) => each.kind === 'REFERRAL' && each.currency === currency && (rule === null || rule === each.id)),
  );
  if (shared.length === 0) return null;
  const at = instantOf(program, command, state);
  return shared.map((cap) => sharedKey(cap, program.calendar.periodOf(at, cap.period as CapPeriod)));
}
