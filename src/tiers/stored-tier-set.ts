import type { TierSetSettings, TierSettings } from './tier-set.js';

/** A tier set as the first versions of settings have it: one measure over the calendar year, a number for each tier. */
export interface FirstTierSet {
  readonly id: string;
  readonly name: string;
  readonly qualifiesBy: { readonly measure: 'SPEND' } | { readonly measure: 'POINTS'; readonly currency: string };
  readonly tiers: readonly [FirstTier, ...FirstTier[]];
}

interface FirstTier {
  readonly id: string;
  readonly name: string;
  readonly threshold: number;
}

export type StoredTierSet = TierSetSettings | FirstTierSet;

/**
 * A tier set of any version of the settings, as it is understood today. Then a tier was reached at once, lasted to the
 * end of the year, and was what the new year gave.
 */
export function tierSetOf(stored: StoredTierSet): TierSetSettings {
  if (!('qualifiesBy' in stored)) return stored;
  const { id, name, qualifiesBy, tiers } = stored;
  const [first, ...rest] = tiers;
  return {
    id,
    name,
    measures: [qualifiesBy],
    window: { type: 'CALENDAR_YEAR', startsOn: { month: 1, day: 1 } },
    upgrades: 'IMMEDIATE',
    lasts: { mode: 'PERIODS', further: 0 },
    downgrade: 'BY_BALANCE',
    grace: null,
    tiers: [tierOf(first), ...rest.map(tierOf)],
  };
}

const tierOf = ({ id, name, threshold }: FirstTier): TierSettings => ({
  id,
  name,
  thresholds: [threshold],
  atLeast: null,
  multiplier: null,
  isRetired: false,
});
