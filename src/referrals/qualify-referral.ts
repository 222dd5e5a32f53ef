import type { Activity, Purchase } from '../earning/activity.js';
import { type Conditions, meets } from '../earning/conditions.js';
import { isInForce } from '../earning/gifts.js';
import { isCounted } from '../earning/kinds/counted-activity.js';
import { matchingPart } from '../earning/matching-part.js';
import { earningPart } from '../earning/paid-with-points.js';
import type { Follow } from '../journal/core/follow.js';
import type { Program } from '../programs/program.js';
import { ENROLMENT, progressChange, progressOf, type Qualified, type Referral, referralOf, referralRecord } from './referral.js';
import { reward } from './reward.js';
import { referralRule } from './rules.js';

/** An activity with which a member who was referred qualifies: both sides' points begin to wait. @throws RecordsNeeded, CountersNeeded */
export const qualifyReferral: Follow<Program, Activity> = (draft, { input }, { number: by, before }) => {
  const progress = progressOf(draft.state);
  if (!progress || !('rule' in progress)) return;
  const { program, at } = draft;
  const rule = referralRule(program, progress.rule);
  if (!rule || at < progress.since || !isInForce(rule, at)) return;
  const activity = input.type === 'PURCHASE' ? earningPart(input) : input;
  const { conditions = {} } = rule;
  if (!meets(conditions, { activity, state: before, program, at, segments: input.segments ?? [] })) return;
  if (!isCounted(rule, activity.type === 'PURCHASE' ? (matchingPart(conditions, activity)?.purchase ?? activity) : activity)) return;

  const value = referralOf(draft.state.records.get(ENROLMENT)) as Referral;
  const own = reward(draft, rule, rule.refereePoints);
  const qualified: Qualified = {
    ...{ at, by, approvesAt: rule.returnWindow === null ? at : program.calendar.add(at, rule.returnWindow, null) },
    needs: activity.type === 'PURCHASE' ? needsOf(conditions) : null,
  };
  draft.post('REFERRAL_QUALIFIED', {
    input: { side: 'REFEREE', referral: value.referral, referrerPoints: rule.referrerPoints, approvesAt: qualified.approvesAt },
    because: { ...own.because, activity: by, approvesAt: qualified.approvesAt },
    ...own.effects,
    records: [referralRecord(ENROLMENT, { ...value, qualified, pending: own.pending, points: own.points })],
    ...progressChange({ by }),
  });
};

function needsOf({
  skus,
  excludedSkus,
  categories,
  excludedCategories,
  brands,
  excludedBrands,
  minAmount = 0,
}: Conditions): Qualified['needs'] {
  const items = { skus, excludedSkus, categories, excludedCategories, brands, excludedBrands };
  return { minAmount, ...Object.fromEntries(Object.entries(items).filter(([, each]) => each !== undefined)) };
}

/** Whether what is left of a purchase would still have qualified. Nothing for nothing is no purchase. */
export function isStillEnough(needs: NonNullable<Qualified['needs']>, left: Purchase): boolean {
  const part = matchingPart(needs, left);
  return part !== null && part.purchase.amount > 0 && part.purchase.amount >= needs.minAmount;
}
