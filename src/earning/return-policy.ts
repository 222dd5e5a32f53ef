/** What becomes of the points of a purchase that is returned. */
export interface ReturnPolicy {
  /**
   * Points it earned: kept; only those still pending taken; taken as far as the balance goes; or taken in any case, which may
   * leave debt.
   */
  readonly earned: 'KEEP' | 'PENDING_ONLY' | 'WITHIN_BALANCE' | 'ALLOW_DEBT';
  /** How much of them a part of the purchase carries: what its items earned, or its share of the money. */
  readonly attribution: 'BY_ITEM' | 'PROPORTIONAL';
  /** Points it was paid with: kept by the programme, or given back into their lots. */
  readonly spent: 'KEEP' | 'RESTORE';
  /** How long points that are given back stay valid at least, as ISO 8601 duration; null: what is past its expiry expires at once. */
  readonly restoreGrace: string | null;
  /** When a tier that was reached by what is returned goes: when it is evaluated anyway, or with the return. Left out in older policies: AT_EVALUATION. */
  readonly tiers?: 'AT_EVALUATION' | 'AT_ONCE';
}

export const DEFAULT_RETURNS: ReturnPolicy = {
  earned: 'WITHIN_BALANCE',
  attribution: 'PROPORTIONAL',
  spent: 'RESTORE',
  restoreGrace: null,
  tiers: 'AT_EVALUATION',
};
