import type { Draft } from '../journal/core/draft.js';
import type { WalletChange } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import { withoutZeros } from './credit.js';

/** How far points that were earned may be taken back: not beyond what is there, or on credit. */
export type ClawBackPolicy = 'WITHIN_BALANCE' | 'ALLOW_DEBT';

/**
 * Takes back points that were earned, from the lots that expire first. What is not there becomes debt, or is let go.
 * @throws LotsNeeded
 */
export function clawBack(draft: Draft<Program>, currency: string, amount: number, policy: ClawBackPolicy, pending = 0): WalletChange {
  const fromLots = Math.min(amount, draft.wallet(currency).active);
  const debt = policy === 'ALLOW_DEBT' ? amount - fromLots : 0;
  const lots = fromLots > 0 ? draft.state.lots.take(currency, fromLots) : [];
  return draft.change(currency, withoutZeros({ active: -fromLots, debt, earned: -fromLots - debt, pending: -pending }), lots);
}
