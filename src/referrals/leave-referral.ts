import type { Purchase } from '../earning/activity.js';
import { activityOf, NOTHING_RETURNED, type Returned } from '../earning/activity-record.js';
import type { CancelActivity } from '../earning/cancel-activity.js';
import { moneyOf } from '../earning/paid-with-points.js';
import type { ReturnPurchase } from '../earning/return-purchase.js';
import type { Draft } from '../journal/core/draft.js';
import type { Follow } from '../journal/core/follow.js';
import type { Program } from '../programs/program.js';
import { voidEffects } from './end-referral.js';
import { isStillEnough } from './qualify-referral.js';
import { ENROLMENT, progressChange, progressOf, type Referral, referralOf, type VoidReason } from './referral.js';

/** A return of the purchase that qualified, before its window closed: the referral is void unless what is left would do. @throws RecordsNeeded, CountersNeeded */
export const voidReturned: Follow<Program, ReturnPurchase> = (draft, { input }, { known }) => {
  const progress = progressOf(draft.state);
  if (!progress || !('by' in progress) || progress.by !== input.purchase) return;
  const value = referralOf(draft.state.records.get(ENROLMENT)) as Referral;
  const purchase = known.entry(input.purchase)?.data.input as Purchase;
  const { returned = NOTHING_RETURNED, cancelledBy } = activityOf(draft.state.records.get(input.purchase)) ?? {};
  const needs = value.qualified?.needs;
  if (cancelledBy === undefined && needs && isStillEnough(needs, leftOf(purchase, returned))) return;
  end(draft, value, 'RETURNED');
};

/** The event that qualified is taken back before its window closed: the referral is void. @throws RecordsNeeded, CountersNeeded */
export const voidCancelled: Follow<Program, CancelActivity> = (draft, _, { number }) => {
  const progress = progressOf(draft.state);
  if (!progress || !('by' in progress)) return;
  if (activityOf(draft.state.records.get(progress.by))?.cancelledBy !== number) return;
  end(draft, referralOf(draft.state.records.get(ENROLMENT)) as Referral, 'RETURNED');
};

/** Who leaves before qualifying never will. Points that wait already are not taken away. @throws RecordsNeeded */
export const voidOnLeaving: Follow<Program, unknown> = (draft) => {
  const progress = progressOf(draft.state);
  if (draft.state.status !== 'CLOSED' || !progress || !('rule' in progress)) return;
  end(draft, referralOf(draft.state.records.get(ENROLMENT)) as Referral, 'LEFT');
};

function end(draft: Draft<Program>, value: Referral, reason: VoidReason): void {
  draft.post('REFERRAL_VOIDED', { ...voidEffects(draft, ENROLMENT, value, reason, draft.at), ...progressChange(null) });
}

/** What is left of a purchase, in money that was paid. */
function leftOf(purchase: Purchase, returned: Returned): Purchase {
  const { paidWithPoints: _, ...rest } = purchase;
  const items = purchase.items.flatMap((item, line) => {
    const quantity = item.quantity - (returned.items[line] ?? 0);
    const amount = item.amount === null ? null : moneyOf(purchase, Math.floor((item.amount * quantity) / item.quantity));
    return quantity > 0 ? [{ ...item, quantity, amount }] : [];
  });
  return { ...rest, amount: moneyOf(purchase, purchase.amount - returned.amount), items };
}
