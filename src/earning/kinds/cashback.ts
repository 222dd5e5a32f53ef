import { fromMinor } from '../../programs/money.js';
import { divide, multiply, parseDecimal, rational } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';

/** Money back, in a currency whose points are minor units of the programme's money: a part of what was spent, or the same for each purchase. */
export interface CashbackSettings extends EarningRuleBase {
  readonly kind: 'CASHBACK';
  /** Percent of the purchase as decimal text, or minor units for each. */
  readonly back: { readonly percent: string } | { readonly amount: number };
}

export const cashback: RuleKind<CashbackSettings> = {
  give({ back }, { activity, program }) {
    if (activity.type !== 'PURCHASE' || activity.amount === 0) return null;
    const code = program.settings.currencyCode;
    if ('amount' in back) return { points: rational(back.amount), formula: `${fromMinor(back.amount, code)} ${code} back` };
    const factor = divide(parseDecimal(back.percent), rational(100));
    return {
      points: multiply(rational(activity.amount), factor),
      byItem: activity.items.map(({ amount }) => multiply(rational(amount ?? 0), factor)),
      formula: `${back.percent} % of ${fromMinor(activity.amount, code)} ${code}`,
    };
  },
};
