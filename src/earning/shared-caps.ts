import { type Command, instantOf } from '../journal/core/decide.js';
import type { SharedKey } from '../journal/core/shared-counters.js';
import type { StreamState } from '../journal/core/state.js';
import { ENROLL_MEMBER } from '../members/enrollment.js';
import type { CapPeriod } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import { isEligible } from '../promotions/eligible.js';
import { capsOf } from '../promotions/promotion-caps.js';
import type { Activity } from './activity.js';
import { CANCEL_ACTIVITY } from './cancel-activity.js';
import type { CapSettings } from './cap.js';
import { sharedKey } from './cap-counts.js';
import { CANCEL_POINTS } from './end-pending.js';
import { giftOf, isInForce } from './gifts.js';
import { JOINED } from './occasions.js';
import { RECORD_ACTIVITY } from './record-activity.js';
import { RETURN_PURCHASE } from './return-purchase.js';

/** The counters of caps of all members that a command is likely to need; null: none. Which period gets room back is found out late. */
export function sharedCaps(program: Program, command: Command, state: StreamState): readonly SharedKey[] | null {
  const caps = capsOf(program.settings).filter(({ scope }) => scope);
  if (caps.length === 0) return null;
  const at = instantOf(program, command, state);
  const givesBack = givingBack(program, command, state.records.nextDueAt <= at);
  const activity = activityIn(command);
  const needed = caps.flatMap((cap): SharedKey[][] => {
    if (activity && mayEarn(program, state, cap, activity, at))
      return [[sharedKey(cap, program.calendar.periodOf(at, cap.period as CapPeriod))]];
    if (!givesBack(cap)) return [];
    // Of many promotions, most of them over, a return concerns few: which, its entry says.
    if (cap.promotion !== undefined) return [[]];
    return [cap.period === 'EVER' ? [sharedKey(cap, program.calendar.periodOf(at, 'EVER'))] : []];
  });
  return needed.length === 0 ? null : needed.flat();
}

/** What a command would earn for. */
function activityIn({ type, input }: Command): Activity | null {
  if (type === ENROLL_MEMBER) return JOINED;
  return type === RECORD_ACTIVITY ? (input as Activity) : null;
}

/** Says which caps get room back: from a return, from an event that is taken back, from waiting points that are cancelled, or from such as lapse before the command. */
function givingBack(program: Program, { type }: Command, isDue: boolean): (cap: CapSettings) => boolean {
  if (type === RETURN_PURCHASE || type === CANCEL_ACTIVITY) return () => true;
  return ({ currency }) => {
    const mode = program.currency(currency)?.activation?.mode ?? 'IMMEDIATE';
    return (type === CANCEL_POINTS && mode !== 'IMMEDIATE') || (isDue && mode === 'ON_EVENT');
  };
}

const mayEarn = (program: Program, state: StreamState, cap: CapSettings, activity: Activity, at: number): boolean =>
  isPromoted(program, state, cap, activity, at) &&
  program.settings.earningRules.some(
    (rule) =>
      rule.currency === cap.currency &&
      (cap.rule === null || cap.rule === rule.id) &&
      isInForce(rule, at) &&
      (giftOf(rule, program, state, activity, at)?.points?.numerator ?? 0n) > 0n,
  );

/** Whether the promotion that a cap limits, where it does, fits the activity. */
function isPromoted(program: Program, state: StreamState, cap: CapSettings, activity: Activity, at: number): boolean {
  if (cap.promotion === undefined) return true;
  const promotion = program.settings.promotions?.find(({ id }) => id === cap.promotion);
  return !!promotion && isEligible(promotion, { activity, state, program, at, segments: activity.segments ?? [] });
}
