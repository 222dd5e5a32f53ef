/** How many points may be adjusted by hand, whatever their sign. */
export interface AdjustmentPolicy {
  /** Points of one adjustment; null: no limit. */
  readonly maxPerAdjustment: number | null;
  /** Points of one currency that one agent may adjust on a day in the programme's zone, of all members together; null: no limit. */
  readonly maxPerAgentPerDay: number | null;
}

export const UNLIMITED_ADJUSTMENTS: AdjustmentPolicy = { maxPerAdjustment: null, maxPerAgentPerDay: null };
