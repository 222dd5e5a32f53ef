import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Entry, WalletChange } from '../journal/core/entry.js';
import { clawBack } from '../points/claw-back.js';
import { giveBack, sumOf } from '../points/lot-parts.js';
import { nextToReturn, reversalOf, reversalRecord } from '../points/reversal.js';
import type { Program } from '../programs/program.js';
import { lower, qualify, supported } from '../tiers/evaluate.js';
import type { Activity } from './activity.js';
import {
  type ActivityRecord,
  activityOf,
  activityRecord,
  NO_RECORD,
  NOTHING_RETURNED,
  type PendingPoints,
  pendingAmount,
  type Returned,
  undone,
} from './activity-record.js';
import { type Earned, earnedPoints, isAllReturned, returnedPoints } from './attribution.js';
import { type Counted, countsOf, roomBack } from './cap-counts.js';
import { forget } from './forget.js';
import { moneyOf } from './paid-with-points.js';
import { DEFAULT_RETURNS, type ReturnPolicy } from './return-policy.js';
import { partOf, type ReturnedPart } from './returned-part.js';

export const RETURN_PURCHASE = 'RETURN_PURCHASE';

export interface ReturnPurchase {
  /** Number of the entry that recorded it. */
  readonly purchase: number;
  /** What comes back; null: all that is left, and the purchase is cancelled. */
  readonly part: ReturnedPart | null;
}

type Purchase = Activity & { readonly type: 'PURCHASE' };

/** Takes a purchase back, in part or as a whole: the points it earned, those it was paid with, and what it counted to tiers. */
export const returnPurchase: Handler<Program, ReturnPurchase> = (draft, { input }, known) => {
  const entry = known.entry(input.purchase);
  const purchase = entry?.kind === 'ACTIVITY_RECORDED' ? (entry.data.input as Activity) : null;
  if (!entry || purchase?.type !== 'PURCHASE')
    return { code: 'PURCHASE_NOT_FOUND', message: 'There is no such purchase.', path: ['purchase'] };
  const record = activityOf(draft.state.records.get(input.purchase)) ?? NO_RECORD;
  const before = record.returned ?? NOTHING_RETURNED;
  if (record.cancelledBy !== undefined || isAllReturned(purchase, before)) return allReturned(record);
  const part = partOf(purchase, before, input.part);
  if ('code' in part) return part;

  const policy = draft.program.settings.returns ?? DEFAULT_RETURNS;
  const now: Returned = { ...before, amount: before.amount + part.amount, items: part.items };
  const isLast = input.part === null || isAllReturned(purchase, now);
  // First, so that what comes back can be taken for what was earned.
  const restoring = restore(draft, purchase, record, now, policy, isLast, known.entry);
  const taken = takeBack(draft, entry, record, now, policy, (earned) =>
    isLast ? earnedPoints(earned) : returnedPoints(purchase, earned, now, policy.attribution),
  );
  const progress = forget(draft, entry, purchase, { before, now, isWhole: isLast, recovered: taken.recovered });
  const lowers = policy.tiers === 'AT_ONCE' ? supported(draft) : null;
  const standings = qualify(draft, {
    spend: moneyOf(purchase, before.amount) - moneyOf(purchase, now.amount),
    points: taken.qualifying,
    ...(isLast && { activity: { count: -1, of: { purchases: true } } }),
    at: entry.effectiveAt,
  });
  const value: ActivityRecord = {
    ...record,
    pending: taken.pending,
    returned: { ...now, taken: taken.taken, recovered: taken.recovered, restored: restoring.settled },
    ...(input.part === null && { cancelledBy: draft.nextNumber }),
  };
  const number = draft.post(input.part === null ? 'PURCHASE_CANCELLED' : 'PURCHASE_RETURNED', {
    input: { ...input, amount: part.amount },
    because: { purchase: input.purchase, policy, currencies: taken.because, restored: restoring.restored },
    ...(taken.changes.length > 0 && { changes: taken.changes }),
    ...(standings.length > 0 && { standings }),
    ...(progress.length > 0 && { progress }),
    ...taken.counts,
    records: [activityRecord(input.purchase, value)],
  });
  if (lowers) lower(draft, lowers);
  return number;
};

const allReturned = ({ cancelledBy }: ActivityRecord): Refusal => ({
  code: 'ALREADY_RETURNED',
  message: 'Nothing is left of this purchase that could be returned.',
  path: ['purchase'],
  ...(cancelledBy !== undefined && { data: { cancelledBy } }),
});

/**
 * What is taken back of the points that an activity earned, by currency: first those that wait, then active ones, then debt. What
 * a policy kept or let go is settled all the same: a later return takes its own part, whatever the policy is by then.
 * @param lostOf how many of the points lie in what came back so far
 * @throws LotsNeeded, CountersNeeded
 */
export function takeBack(
  draft: Draft<Program>,
  entry: Entry,
  record: ActivityRecord,
  now: Returned,
  policy: ReturnPolicy,
  lostOf: (earned: Earned) => number,
) {
  const changes: WalletChange[] = [];
  const counted: Counted[] = [];
  const because: unknown[] = [];
  const qualifying: Record<string, number> = {};
  const taken: Record<string, number> = { ...now.taken };
  const recovered: Record<string, number> = { ...(now.recovered ?? now.taken) };
  let pending = record.pending;
  for (const earned of (entry.data.because ?? []) as readonly Earned[]) {
    const { currency } = earned;
    const settled = now.taken[currency] ?? 0;
    const due = lostOf(earned) - settled - (record.cancelled?.[currency] ?? 0);
    if (due <= 0) continue;
    taken[currency] = settled + due;
    if (policy.earned === 'KEEP') continue;
    const waiting = pending.find((each) => each.currency === currency);
    const fromPending = Math.min(due, waiting ? pendingAmount(waiting) : 0);
    if (waiting && fromPending > 0) pending = pending.flatMap((each) => (each === waiting ? shrunk(each, fromPending) : each));
    const rest = policy.earned === 'PENDING_ONLY' ? 0 : due - fromPending;
    const change = clawBack(draft, currency, rest, policy.earned === 'ALLOW_DEBT' ? 'ALLOW_DEBT' : 'WITHIN_BALANCE', fromPending);
    const { active = 0, debt = 0, earned: lessEarned = 0 } = change.delta;
    // What is let go stays with the member, and with the caps that counted it.
    const [before, gotBack] = [undone(record, currency), fromPending - lessEarned];
    recovered[currency] = (recovered[currency] ?? 0) + gotBack;
    counted.push(...roomBack(draft, earned.caps ?? [], earnedPoints(earned), before, before + gotBack));
    if (Object.keys(change.delta).length > 0) changes.push(change);
    because.push({ currency, due, fromPending, fromBalance: -active, debt, letGo: due - fromPending + lessEarned });
    if (draft.program.currency(currency)?.isQualifying && lessEarned !== 0) qualifying[currency] = lessEarned;
  }
  return { changes, counts: countsOf(draft, counted), because, qualifying, taken, recovered, pending };
}

/** Waiting points without the last `amount` of them; nothing when none are left. */
function shrunk(pending: PendingPoints, amount: number): PendingPoints[] {
  let missing = amount;
  const parts = pending.parts.toReversed().flatMap((part) => {
    const used = Math.min(missing, part.amount);
    missing -= used;
    return part.amount > used ? [{ ...part, amount: part.amount - used }] : [];
  });
  return parts.length > 0 ? [{ ...pending, parts: parts.toReversed() }] : [];
}

/**
 * Gives points back that the purchase was paid with, as many as lie in what was returned so far; says how many now, and up to how many
 * returns have settled whether they are given back.
 */
function restore(
  draft: Draft<Program>,
  { amount }: Purchase,
  { paid }: ActivityRecord,
  now: Returned,
  policy: ReturnPolicy,
  isLast: boolean,
  entryOf: (number: number) => Entry | null,
): { readonly restored: number; readonly settled: number } {
  if (!paid) return { restored: 0, settled: now.restored };
  const due = isLast ? paid.points : Math.floor((paid.points * now.amount) / Math.max(1, amount));
  const points = due - now.restored;
  const spending = entryOf(paid.entry);
  if (points <= 0 || !spending) return { restored: 0, settled: now.restored };
  if (policy.spent === 'KEEP') return { restored: 0, settled: due };
  const before = reversalOf(draft.state.records.get(paid.entry));
  const parts = nextToReturn(spending, before, points);
  const graceUntil = policy.restoreGrace === null ? null : draft.program.calendar.add(draft.at, policy.restoreGrace, null);
  draft.post('POINTS_RESTORED', {
    input: { entry: paid.entry },
    because: { reverses: paid.entry, amount: points },
    changes: [giveBack(draft, paid.currency, parts, { spent: -sumOf(parts) }, draft.at, graceUntil)],
    records: [reversalRecord(paid.entry, { ...before, reversed: before.reversed + points })],
  });
  return { restored: points, settled: due };
}
