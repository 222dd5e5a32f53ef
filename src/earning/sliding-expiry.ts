import type { Draft } from '../journal/core/draft.js';
import type { Instant, LotChange, Slide } from '../journal/core/entry.js';
import { expiryOf } from '../points/expiry.js';
import type { Program } from '../programs/program.js';
import type { Activity } from './activity.js';

/**
 * How an activity puts the expiry off of currencies whose expiry slides: to when, where that is later than before, and how it
 * moves their lots. Those are few: they expire together, so there is one for each source.
 * @throws LotsNeeded
 */
export function slide(
  draft: Draft<Program>,
  activity: Activity,
): { readonly slides: readonly Slide[]; readonly moved: ReadonlyMap<string, readonly LotChange[]> } {
  const { state, program, at } = draft;
  const slides: Slide[] = [];
  const moved = new Map<string, readonly LotChange[]>();
  const kind = activity.type === 'EVENT' ? activity.name : activity.type;
  for (const currency of program.settings.pointCurrencies) {
    if (currency.expiry.mode !== 'SLIDING' || !currency.expiry.extendedBy.includes(kind)) continue;
    // Late, behind another that extended, it puts off to when that one did: never back.
    const expiresAt = expiryOf(draft, currency, at) as Instant;
    if (state.slidTo[currency.id] !== expiresAt) slides.push({ currency: currency.id, expiresAt });
    const lots = state.lots.all(currency.id).filter((lot) => lot.expiresAt < expiresAt);
    const moves = lots.flatMap(({ source, remaining, expiresAt: before }) => [
      { source, expiresAt: before, amount: -remaining },
      { source, expiresAt, amount: remaining },
    ]);
    if (moves.length > 0) moved.set(currency.id, moves);
  }
  return { slides, moved };
}
