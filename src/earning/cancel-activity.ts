import type { Handler } from '../journal/core/decide.js';
import type { Known } from '../journal/core/known.js';
import type { Program } from '../programs/program.js';
import { lower, qualify, supported } from '../tiers/evaluate.js';
import type { Activity } from './activity.js';
import { activityOf, activityRecord, NO_RECORD, NOTHING_RETURNED } from './activity-record.js';
import { earnedPoints } from './attribution.js';
import { forget } from './forget.js';
import { DEFAULT_RETURNS } from './return-policy.js';
import { takeBack } from './return-purchase.js';

export const CANCEL_ACTIVITY = 'CANCEL_ACTIVITY';
/** Kind of the entry. */
export const ACTIVITY_CANCELLED = 'ACTIVITY_CANCELLED';

/** Which event: by the number of its entry, or by the partner's own number. */
export type CancelActivity = { readonly activity: number } | { readonly externalId: string };

const numberOf = (input: CancelActivity, known: Known): number | null =>
  'activity' in input ? input.activity : known.numberOf(input.externalId);

/**
 * Takes an event back: the points that it earned, by the return policy, and what it counted to tiers and to rules that count; caps
 * have room again. What it made spendable, or put the expiry off of, stays. Purchases are cancelled with what they were paid with.
 */
export const cancelActivity: Handler<Program, CancelActivity> = (draft, { input }, known) => {
  const number = numberOf(input, known);
  const entry = number === null ? null : known.entry(number);
  const activity = entry?.kind === 'ACTIVITY_RECORDED' ? (entry.data.input as Activity) : null;
  if (number === null || !entry || !activity)
    return { code: 'ACTIVITY_NOT_FOUND', message: 'There is no such activity.', path: ['activity'] };
  if (activity.type !== 'EVENT')
    return { code: 'NOT_AN_EVENT', message: 'This activity is a purchase. Use cancelPurchase or returnPurchase.', path: ['activity'] };
  const record = activityOf(draft.state.records.get(number)) ?? NO_RECORD;
  const { cancelledBy } = record;
  if (cancelledBy !== undefined)
    return { code: 'ALREADY_CANCELLED', message: 'This activity was taken back before.', path: ['activity'], data: { cancelledBy } };

  const policy = draft.program.settings.returns ?? DEFAULT_RETURNS;
  const taken = takeBack(draft, entry, record, NOTHING_RETURNED, policy, earnedPoints);
  const { recovered } = taken;
  const progress = forget(draft, entry, { amount: 0 }, { before: NOTHING_RETURNED, now: NOTHING_RETURNED, isWhole: true, recovered });
  const lowers = policy.tiers === 'AT_ONCE' ? supported(draft) : null;
  const standings = qualify(draft, {
    spend: 0,
    points: taken.qualifying,
    activity: { count: -1, of: { event: activity.name } },
    at: entry.effectiveAt,
  });
  const own = draft.post(ACTIVITY_CANCELLED, {
    input: { activity: number },
    because: { activity: number, name: activity.name, policy, currencies: taken.because },
    ...(taken.changes.length > 0 && { changes: taken.changes }),
    ...(standings.length > 0 && { standings }),
    ...(progress.length > 0 && { progress }),
    ...taken.counts,
    records: [
      activityRecord(number, {
        ...record,
        pending: taken.pending,
        returned: { ...NOTHING_RETURNED, taken: taken.taken, recovered },
        cancelledBy: draft.nextNumber,
      }),
    ],
  });
  if (lowers) lower(draft, lowers);
  return own;
};
