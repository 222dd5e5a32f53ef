import type { Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Known } from '../journal/core/known.js';
import type { EntryRecord } from '../journal/core/records.js';
import { sumOf } from '../points/lot-parts.js';
import { reversalOf, reversalRecord, spentParts } from '../points/reversal.js';
import type { Program } from '../programs/program.js';
import type { Activity } from './activity.js';
import type { PaidWithPoints } from './activity-record.js';

type Purchase = Activity & { readonly type: 'PURCHASE' };

/** The money of a purchase that was not paid with points; only that earns. */
export const paidInMoney = ({ amount, paidWithPoints }: Purchase): number => amount - (paidWithPoints?.value ?? 0);

/** The same of a part of it, in minor units. */
export const moneyOf = (purchase: Purchase, part: number): number =>
  purchase.amount === 0 ? 0 : Math.floor((part * paidInMoney(purchase)) / purchase.amount);

/** The purchase as rules see it: without what was paid with points, spread over its items. */
export function earningPart(purchase: Purchase): Purchase {
  if (!purchase.paidWithPoints) return purchase;
  const items = purchase.items.map((item) => ({ ...item, amount: item.amount === null ? null : moneyOf(purchase, item.amount) }));
  return { ...purchase, amount: paidInMoney(purchase), items };
}

/**
 * Ties a spending to the purchase that it paid for, so that a return gives the points back, once.
 * @throws EntryNeeded, RecordsNeeded
 */
export function payment(
  draft: Draft<Program>,
  { amount, paidWithPoints }: Purchase,
  known: Known,
): { readonly paid: PaidWithPoints; readonly record: EntryRecord } | Refusal | null {
  if (!paidWithPoints) return null;
  const { entry: of, value } = paidWithPoints;
  const path = ['purchase', 'paidWithPoints'];
  if (value > amount) return { code: 'INVALID_INPUT', message: 'More was paid with points than the purchase cost.', path };
  const entry = known.entry(of);
  const spent = entry && entry.kind !== 'POINTS_ADJUSTED' ? sumOf(spentParts(entry)) : 0;
  if (!entry || spent === 0) return { code: 'ENTRY_NOT_FOUND', message: 'There is no entry with this id that spent points.', path };
  const before = reversalOf(draft.state.records.get(of));
  if (before.purchase !== null || before.reversed > 0) {
    return { code: 'POINTS_ALREADY_USED', message: 'These points paid for another purchase, or were given back.', path };
  }
  const currency = entry.data.changes?.[0]?.currency ?? '';
  return { paid: { entry: of, currency, points: spent, value }, record: reversalRecord(of, { ...before, purchase: draft.nextNumber }) };
}
