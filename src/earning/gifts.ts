import type { Instant } from '../journal/core/entry.js';
import type { ProgressChange } from '../journal/core/progress.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import type { Activity } from './activity.js';
import { meets } from './conditions.js';
import { type EarningRuleSettings, kindOf } from './kinds/kinds.js';
import { matchingPart } from './matching-part.js';
import type { Gift } from './rule.js';

/** What rules must know of a member. */
export type EarningState = Pick<StreamState, 'standings' | 'progress'>;

/** What one rule makes of an activity. */
export interface RuleGift extends Gift {
  readonly rule: EarningRuleSettings;
  /** Where the items that the rule saw stood in the purchase; null: it saw all of them. */
  readonly lines: readonly number[] | null;
}

/** Whether a rule gives anything at an instant. */
export const isInForce = (rule: EarningRuleSettings, at: Instant): boolean =>
  rule.isActive && (rule.validFrom === null || rule.validFrom <= at) && (rule.validTo === null || at < rule.validTo);

/** What a rule in force makes of an activity; null: it does not apply. */
export function giftOf(rule: EarningRuleSettings, program: Program, state: EarningState, whole: Activity, at: Instant): RuleGift | null {
  const part = rule.conditions ? partFor(rule, program, state, whole, at) : { activity: whole, lines: null };
  if (!part) return null;
  const gift = kindOf(rule).give(rule, { activity: part.activity, whole, at, program, progress: state.progress[rule.id] });
  return gift && { ...gift, rule, lines: part.lines };
}

function partFor(rule: EarningRuleSettings, program: Program, state: EarningState, activity: Activity, at: Instant) {
  const { conditions = {} } = rule;
  if (!meets(conditions, { activity, state, program, at, segments: activity.segments ?? [] })) return null;
  const part = activity.type === 'PURCHASE' ? matchingPart(conditions, activity) : null;
  return { activity: part?.purchase ?? activity, lines: part?.lines ?? null };
}

/** What rules remember from now on. */
export const progressOf = (gifts: readonly RuleGift[]): ProgressChange[] =>
  gifts.flatMap(({ rule, progress, added }) =>
    progress === undefined ? [] : [{ of: rule.id, value: progress, ...(added !== undefined && { added }) }],
  );
