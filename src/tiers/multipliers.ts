import type { Multiplier } from '../earning/multiplier.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';

/** What the member's tiers multiply points by, one for each tier set that does. The tier is the one before the activity. */
export function tierMultipliers({ settings }: Program, state: StreamState): Multiplier[] {
  const multipliers: Multiplier[] = [];
  for (const { id, name, tiers } of settings.tierSets) {
    const standing = state.standings[id];
    const tier = (standing && tiers.find((each) => each.id === standing.tier)) ?? tiers[0];
    if (tier.multiplier !== null) multipliers.push({ source: `tier:${tier.id}`, name: `${name}: ${tier.name}`, by: tier.multiplier });
  }
  return multipliers;
}
