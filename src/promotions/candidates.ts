import type { Activity } from '../earning/activity.js';
import type { CapSettings } from '../earning/cap.js';
import { sharedKey, usedBefore } from '../earning/cap-counts.js';
import { matchingPart } from '../earning/matching-part.js';
import type { Draft } from '../journal/core/draft.js';
import type { CapPeriod } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import { isEligible } from './eligible.js';
import type { PromotionSettings } from './promotion.js';
import { capsOf } from './promotion-caps.js';
import type { Candidate } from './raise.js';

const NONE: readonly Candidate[] = [];

/**
 * The promotions that fit an activity, with what is left of their limits.
 * @throws CountersNeeded
 */
export function candidatesFor(draft: Draft<Program>, activity: Activity): readonly Candidate[] {
  const { program, state, at } = draft;
  const { promotions } = program.settings;
  if (!promotions) return NONE;
  const situation = { activity, state, program, at, segments: activity.segments ?? [] };
  const eligible = promotions.filter((promotion) => isEligible(promotion, situation));
  if (eligible.length === 0) return NONE;
  const caps = capsOf(program.settings);
  const windowOf = ({ period }: CapSettings) => program.calendar.periodOf(at, period as CapPeriod);
  const ofPromotion = (id: string) => caps.filter((cap) => cap.promotion === id);
  // All at once: what is asked for one by one is locked one by one.
  draft.shared.used(eligible.flatMap(({ id }) => ofPromotion(id).flatMap((cap) => (cap.scope ? [sharedKey(cap, windowOf(cap))] : []))));
  const roomOf = (cap: CapSettings | undefined): number => {
    const used = cap ? usedBefore(draft, cap, windowOf(cap)) : null;
    return cap && used !== null ? Math.max(0, cap.max - used) : Infinity;
  };
  return eligible.map((promotion) => {
    const own = ofPromotion(promotion.id);
    const room = { budget: roomOf(own.find(({ scope }) => scope)), member: roomOf(own.find(({ scope }) => !scope)) };
    return { promotion, room, ...linesOf(promotion, activity) };
  });
}

/** Which lines of a purchase a promotion is about. */
function linesOf({ conditions }: PromotionSettings, activity: Activity): Pick<Candidate, 'lines' | 'hasRest'> {
  const part = conditions && activity.type === 'PURCHASE' ? matchingPart(conditions, activity) : null;
  const isIncluding = !!(conditions?.skus || conditions?.categories || conditions?.brands);
  return { lines: part?.lines ? new Set(part.lines) : null, hasRest: !isIncluding };
}
