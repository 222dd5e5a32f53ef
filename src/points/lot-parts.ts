import type { Draft } from '../journal/core/draft.js';
import type { Instant, LotChange, WalletAmounts, WalletChange } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import { withoutZeros } from './credit.js';
import { putOff } from './expiry.js';

/** Points that lie outside of the lots they came from, and remember them. Amounts are above 0, in spend order. */
export type LotParts = readonly LotChange[];

export const sumOf = (parts: LotParts): number => parts.reduce((sum, { amount }) => sum + amount, 0);

/** What `take` took, as it is kept until it comes back. */
export const kept = (taken: readonly LotChange[]): LotParts => taken.map((lot) => ({ ...lot, amount: -lot.amount }));

/** The first `amount` points, and the rest. `fromEnd`: those that expire last come first. */
export function split(parts: LotParts, amount: number, { fromEnd = false } = {}): [taken: LotParts, rest: LotParts] {
  const order = fromEnd ? parts.toReversed() : parts;
  const taken: LotChange[] = [];
  const rest: LotChange[] = [];
  let missing = amount;
  for (const part of order) {
    const used = Math.min(missing, part.amount);
    missing -= used;
    if (used > 0) taken.push({ ...part, amount: used });
    if (part.amount > used) rest.push({ ...part, amount: part.amount - used });
  }
  return fromEnd ? [taken.toReversed(), rest.toReversed()] : [taken, rest];
}

/**
 * Points that go back into the lots they came from, or to the others where activities have put their expiry off. What is past
 * its expiry by then expires at once, unless `graceUntil` gives it until later. `from` says which amount they leave.
 */
export function giveBack(
  draft: Draft<Program>,
  currency: string,
  parts: LotParts,
  from: Partial<WalletAmounts>,
  at: Instant,
  graceUntil: Instant | null = null,
): WalletChange {
  const open: LotChange[] = [];
  let expired = 0;
  for (const part of parts) {
    const ends = putOff(draft.state, currency, part.expiresAt);
    const expiresAt = ends === null ? null : Math.max(ends, graceUntil ?? ends);
    if (expiresAt === null || expiresAt > at) open.push({ ...part, expiresAt });
    else expired += part.amount;
  }
  return draft.change(currency, withoutZeros({ ...from, active: sumOf(open), expired }), merged(open));
}

/** Parts that a grace or an activity moved to the same expiry are one lot. */
const merged = (parts: LotParts): LotChange[] => {
  const lots = new Map<string, LotChange>();
  for (const part of parts) {
    const key = `${part.expiresAt} ${part.source}`;
    lots.set(key, { ...part, amount: (lots.get(key)?.amount ?? 0) + part.amount });
  }
  return [...lots.values()];
};
