import type { CapPeriod } from '../programs/calendar.js';

/** Whether and how much members may give each other. */
export interface TransferPolicy {
  readonly isAllowed: boolean;
  /** Points of one transfer; null: no limit. */
  readonly maxPerTransfer: number | null;
  /** Points that a member may give in a period of the programme's zone; null: no limit. */
  readonly maxPerPeriod: { readonly period: CapPeriod; readonly max: number } | null;
}

export const NO_TRANSFERS: TransferPolicy = { isAllowed: false, maxPerTransfer: null, maxPerPeriod: null };
