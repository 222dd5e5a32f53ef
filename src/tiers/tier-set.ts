export interface TierSettings {
  readonly id: string;
  readonly name: string;
  /** Minor money units, or points; inclusive. The first tier's is 0. */
  readonly threshold: number;
}

/**
 * A status ladder. Qualification is counted over the calendar year in the programme's zone; a tier is
 * reached at once, lasts to the end of that year, and is then what the new year gives.
 */
export interface TierSetSettings {
  readonly id: string;
  readonly name: string;
  readonly qualifiesBy: { readonly measure: 'SPEND' } | { readonly measure: 'POINTS'; readonly currency: string };
  /** In ascending order of threshold. */
  readonly tiers: readonly [TierSettings, ...TierSettings[]];
}
