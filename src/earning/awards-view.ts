import { globalId } from '../graphql/global-id.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Program } from '../programs/program.js';
import { type Earned, earnedPoints } from './attribution.js';
import { AppliedPromotion, CapLimit, DeclinedPromotion, PointsAward, type PromotionDeclineReason } from './cap.types.js';

/** Awards as the entry of an activity keeps them. */
export function awardsOf({ data }: StoredEntry, program: Program): PointsAward[] {
  return ((data.because ?? []) as readonly Earned[]).map((earned) => {
    const granted = earnedPoints(earned);
    const limits = (earned.caps ?? []).filter((cap) => cap.granted < cap.requested);
    const limitedBy = limits.map(({ cap, promotion, name, requested, granted: given }) =>
      Object.assign(new CapLimit(), {
        capId: promotion === undefined ? globalId('earningCap', cap) : globalId('promotion', promotion),
        ...{ name, requested, granted: given },
      }),
    );
    const promotions = earned.shares.flatMap((share) => {
      if (!('promotion' in share)) return [];
      const { promotion, version, name, formula, points } = share;
      return [Object.assign(new AppliedPromotion(), { promotionId: globalId('promotion', promotion), version, name, formula, points })];
    });
    const declinedPromotions = (earned.declined ?? []).map(({ promotion, version, name, reason, instead }) =>
      Object.assign(new DeclinedPromotion(), {
        promotionId: globalId('promotion', promotion),
        ...{ version, name, reason: reason as PromotionDeclineReason },
        insteadId: instead === undefined ? null : globalId('promotion', instead),
      }),
    );
    const currencyCode = program.currencyCode(earned.currency);
    const requested = earned.requested ?? granted;
    return Object.assign(new PointsAward(), { currencyCode, requested, granted, limitedBy, promotions, declinedPromotions });
  });
}
