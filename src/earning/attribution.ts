import type { Declined } from '../promotions/stacking.js';
import type { Activity } from './activity.js';
import type { Returned } from './activity-record.js';
import type { CapUse } from './cap.js';
import type { Share } from './earn.js';
import { add, multiply, type Rational, rational, round, ZERO } from './rational.js';

type Purchase = Activity & { readonly type: 'PURCHASE' };

/** What a purchase earned in one currency, as its entry keeps it. */
export interface Earned {
  readonly currency: string;
  readonly shares: readonly (Share | { readonly points: number })[];
  /** Absent when there is none. */
  readonly declined?: readonly Declined[];
  /** What the rules gave before caps; absent when there was none. */
  readonly requested?: number;
  /** Caps that counted it. */
  readonly caps?: readonly CapUse[];
  /** Exact points of each item, as "numerator/denominator"; absent when it was not asked for. */
  readonly byItem?: readonly string[];
}

export const earnedPoints = ({ shares }: Earned): number => shares.reduce((sum, { points }) => sum + points, 0);

export const exactText = ({ numerator, denominator }: Rational): string => `${numerator}/${denominator}`;

const exactOf = (text: string): Rational => {
  const [numerator = '0', denominator = '1'] = text.split('/');
  return rational(BigInt(numerator), BigInt(denominator));
};

/** Whether nothing of the purchase is left: none of its money or, where it cost nothing, none of its items. */
export const isAllReturned = ({ amount, items }: Purchase, returned: Returned): boolean =>
  amount > 0 ? returned.amount >= amount : items.length > 0 && items.every(({ quantity }, i) => (returned.items[i] ?? 0) >= quantity);

/**
 * How many of the points that a purchase earned lie in what was returned of it so far: what its items earned, or its share
 * of the money. Rounded once, on the whole that was returned.
 */
export function returnedPoints(purchase: Purchase, earned: Earned, returned: Returned, attribution: 'BY_ITEM' | 'PROPORTIONAL'): number {
  const total = earnedPoints(earned);
  const { byItem } = earned;
  if (attribution === 'BY_ITEM' && byItem && Object.keys(returned.items).length > 0) {
    let exact = ZERO;
    let money = 0;
    for (const [i, { quantity, amount }] of purchase.items.entries()) {
      const count = returned.items[i] ?? 0;
      exact = add(exact, multiply(exactOf(byItem[i] ?? '0/1'), rational(count, quantity)));
      money += Math.floor(((amount ?? 0) * count) / quantity);
    }
    // What came back as money and not as items carries its share.
    const extra = Math.max(0, returned.amount - money);
    exact = add(exact, rational(BigInt(total) * BigInt(extra), Math.max(1, purchase.amount)));
    return Math.min(total, round(exact, 'DOWN'));
  }
  if (purchase.amount === 0) return 0;
  return Math.min(total, round(rational(BigInt(total) * BigInt(returned.amount), purchase.amount), 'DOWN'));
}
