import type { Draft } from '../journal/core/draft.js';
import type { Entry } from '../journal/core/entry.js';
import type { ProgressChange } from '../journal/core/progress.js';
import type { Program } from '../programs/program.js';
import type { Purchase } from './activity.js';
import type { Returned } from './activity-record.js';
import { type Earned, earnedPoints } from './attribution.js';
import { kindOf } from './kinds/kinds.js';

/** A return: what was returned before it and with it. */
interface Return {
  readonly before: Returned;
  readonly now: Returned;
  /** Nothing of the purchase is left. */
  readonly isWhole: boolean;
  /** Points of the purchase that were got back, by currency. */
  readonly recovered: Readonly<Record<string, number>>;
}

/** What rules remember once a purchase, or a part of it, came back, or an event was taken back. Rules that are gone remember what they did. */
export function forget(
  { program, state }: Draft<Program>,
  entry: Entry,
  { amount }: Pick<Purchase, 'amount'>,
  { before, now, isWhole, recovered }: Return,
): ProgressChange[] {
  const share = (of: number): [number, number] => {
    const part = (returned: number) => (amount === 0 ? 0 : Math.floor((of * returned) / amount));
    return [part(before.amount), isWhole ? of : part(now.amount)];
  };
  const earned = (entry.data.because ?? []) as readonly Earned[];
  return (entry.data.progress ?? []).flatMap(({ of, added }) => {
    const rule = program.settings.earningRules.find(({ id }) => id === of);
    const progress = state.progress[of];
    if (!rule || added === undefined) return [];
    const award = earned.find(({ currency }) => currency === rule.currency);
    const isRecovered = !award || (recovered[rule.currency] ?? 0) >= earnedPoints(award);
    const taken = { progress, added, at: entry.effectiveAt, share, isWhole, isRecovered, program };
    const value = kindOf(rule).takeBack?.(rule, taken);
    return value === undefined ? [] : [{ of, value }];
  });
}
