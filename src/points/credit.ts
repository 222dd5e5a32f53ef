import type { Draft } from '../journal/core/draft.js';
import type { LotChange, WalletAmounts, WalletChange } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';

/**
 * Points that arrive: debt is repaid first, in the order of the parts; the rest becomes active. `delta` and `moves`, which
 * shift points between lots, come on top.
 */
export function credit(
  draft: Draft<Program>,
  currency: string,
  parts: readonly LotChange[],
  { earned = 0, ...delta }: Partial<WalletAmounts> = {},
  moves: readonly LotChange[] = [],
): WalletChange {
  const total = parts.reduce((sum, part) => sum + part.amount, 0);
  const repaid = Math.min(draft.wallet(currency).debt, total);
  let owed = repaid;
  const lots = parts.flatMap((part) => {
    const used = Math.min(owed, part.amount);
    owed -= used;
    return part.amount > used ? [{ ...part, amount: part.amount - used }] : [];
  });
  const moved = { ...delta, active: total - repaid, debt: -repaid, earned: earned + total };
  return draft.change(currency, withoutZeros(moved), [...moves, ...lots]);
}

/** Deltas that change nothing are not written. */
export const withoutZeros = (delta: Partial<WalletAmounts>): Partial<WalletAmounts> =>
  Object.fromEntries(Object.entries(delta).filter(([, amount]) => amount !== 0));
