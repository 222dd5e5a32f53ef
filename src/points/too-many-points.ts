import type { Refusal } from '../journal/core/decide.js';
import type { WalletAmounts } from '../journal/core/entry.js';

/** Refuses points beyond what a wallet counts exactly: a number that is not exact could never be read again. */
export const refuseTooMany = ({ active, pending, held, earned }: WalletAmounts, amount: number, ...path: string[]): Refusal | undefined =>
  [amount, active + pending + held + amount, earned + pending + amount].every(Number.isSafeInteger)
    ? undefined
    : { code: 'INVALID_INPUT', message: 'With these, the wallet would hold more points than can be counted exactly.', path };
