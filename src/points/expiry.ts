import type { Draft } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import type { PointCurrencySettings } from '../programs/settings.js';

/** The expiry or, where this is later, the one to which activities have put off all points of the currency. null: never. */
export function putOff({ slidTo }: Pick<StreamState, 'slidTo'>, currency: string, expiresAt: Instant | null): Instant | null {
  const slid = slidTo[currency];
  return expiresAt === null || slid === undefined ? expiresAt : Math.max(expiresAt, slid);
}

/** When points of the member that become active at `at` expire; where the expiry slides, not before the others. null: never. */
export const expiryOf = ({ state, program }: Draft<Program>, currency: PointCurrencySettings, at: Instant): Instant | null =>
  putOff(state, currency.id, program.expiryOf(currency, at));
