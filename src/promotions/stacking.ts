import { type PromotionSettings, type StackingSettings, stackingOf } from './promotion.js';

/** A promotion that fits an activity, and what it would give if it were the only one. */
export interface Contender {
  readonly promotion: PromotionSettings;
  readonly gain: number;
}

/** Why a promotion that fits did not apply. */
export type DeclineReason = 'BUDGET_USED_UP' | 'MEMBER_LIMIT_REACHED' | 'STACKING';

/** Kept in the entry. */
export interface Declined {
  readonly promotion: string;
  readonly version: number;
  readonly name: string;
  readonly reason: DeclineReason;
  /** With STACKING: the promotion that went instead. */
  readonly instead?: string;
}

export const declined = ({ id, version, name }: PromotionSettings, reason: DeclineReason, instead?: string): Declined => ({
  ...{ promotion: id, version, name, reason },
  ...(instead !== undefined && { instead }),
});

/** Highest priority first, and the older of two before the other, as `all` has them. */
const byPriority = (a: Contender, b: Contender): number => b.promotion.priority - a.promotion.priority;

/** Those that apply, by priority, and those that do not because another one of their group goes instead. */
export function stack<C extends Contender>(
  all: readonly C[],
  settings: StackingSettings,
): { readonly applied: readonly C[]; readonly others: readonly Declined[] } {
  const inOrder = all.toSorted(byPriority);
  const others: Declined[] = [];
  const winners = new Set<C>();
  for (const [group, contenders] of Map.groupBy(inOrder, ({ promotion }) => promotion.group)) {
    const stacking = stackingOf(settings, group);
    if (stacking === 'ALL') {
      for (const each of contenders) winners.add(each);
      continue;
    }
    // Of the highest priority among those that give anything. Sorting is stable: equal gains stay in the order of priority.
    const rank = stacking === 'PRIORITY' ? ({ gain }: C) => Math.min(gain, 1) : ({ gain }: C) => gain;
    const [winner, ...losers] = contenders.toSorted((a, b) => rank(b) - rank(a)) as [C, ...C[]];
    winners.add(winner);
    others.push(...losers.map(({ promotion }) => declined(promotion, 'STACKING', winner.promotion.id)));
  }
  return { applied: inOrder.filter((each) => winners.has(each)), others };
}
