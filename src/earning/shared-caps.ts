import { type Command, instantOf } from '../journal/core/decide.js';
import type { SharedKey } from '../journal/core/shared-counters.js';
import type { StreamState } from '../journal/core/state.js';
import type { CapPeriod } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import type { Activity } from './activity.js';
import type { CapSettings } from './cap.js';
import { sharedKey } from './cap-counts.js';
import { isInForce } from './earn.js';
import { CANCEL_POINTS } from './end-pending.js';
import { kindOf } from './kinds.js';
import { RECORD_ACTIVITY } from './record-activity.js';
import { RETURN_PURCHASE } from './return-purchase.js';

const NONE: readonly SharedKey[] = [];

/**
 * The counters of caps of all members that a command is likely to need. What gives room back says so of the present period,
 * though it may need an earlier one: who holds the present one first does not meet others half-way.
 */
export function sharedCaps(program: Program, command: Command, state: StreamState): readonly SharedKey[] {
  const caps = (program.settings.caps ?? NONE_OF_CAPS).filter(({ scope }) => scope);
  if (caps.length === 0) return NONE;
  const at = instantOf(program, command, state);
  const isNeeded = needing(program, command, state.records.nextDueAt <= at, at);
  return caps.filter(isNeeded).map((cap) => sharedKey(cap, program.calendar.periodOf(at, cap.period as CapPeriod)));
}

const NONE_OF_CAPS: readonly CapSettings[] = [];

function needing(program: Program, { type, input }: Command, isDue: boolean, at: number): (cap: CapSettings) => boolean {
  if (type === RETURN_PURCHASE) return () => true;
  const mayLapse = ({ currency }: CapSettings) => program.currency(currency)?.activation?.mode === 'ON_EVENT';
  const isWaited = ({ currency }: CapSettings) => (program.currency(currency)?.activation?.mode ?? 'IMMEDIATE') !== 'IMMEDIATE';
  return (cap) =>
    (type === RECORD_ACTIVITY && mayEarn(program, cap, input as Activity, at)) ||
    (type === CANCEL_POINTS && isWaited(cap)) ||
    (isDue && mayLapse(cap));
}

const mayEarn = ({ settings }: Program, cap: CapSettings, activity: Activity, at: number): boolean =>
  settings.earningRules.some(
    (rule) =>
      rule.currency === cap.currency &&
      (cap.rule === null || cap.rule === rule.id) &&
      isInForce(rule, at) &&
      (kindOf(rule).award(rule, activity)?.numerator ?? 0n) > 0n,
  );
