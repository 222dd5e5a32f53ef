import type { Draft } from '../journal/core/draft.js';
import type { LotChange } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import type { Activity } from './activity.js';

/**
 * How an activity moves the lots of currencies whose expiry slides, by currency. Those lots are few: they expire together,
 * so there is one for each source.
 * @throws LotsNeeded
 */
export function slide({ state, program, at }: Draft<Program>, activity: Activity): ReadonlyMap<string, readonly LotChange[]> {
  const moved = new Map<string, readonly LotChange[]>();
  const kind = activity.type === 'EVENT' ? activity.name : activity.type;
  for (const currency of program.settings.pointCurrencies) {
    if (currency.expiry.mode !== 'SLIDING' || !currency.expiry.extendedBy.includes(kind)) continue;
    const expiresAt = program.expiryOf(currency, at) as number;
    const lots = state.lots.all(currency.id).filter((lot) => lot.expiresAt < expiresAt);
    const moves = lots.flatMap(({ source, remaining, expiresAt: before }) => [
      { source, expiresAt: before, amount: -remaining },
      { source, expiresAt, amount: remaining },
    ]);
    if (moves.length > 0) moved.set(currency.id, moves);
  }
  return moved;
}
